"""The engine inside what others run, and with what others add to it: each module needs the packages of the extra with its name."""

__all__ = ["dask", "duckdb"]
