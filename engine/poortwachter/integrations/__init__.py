"""The engine inside what others run: each module needs the packages of the extra with its name."""

__all__ = ["dask", "duckdb"]
