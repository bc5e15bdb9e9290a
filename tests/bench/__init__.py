"""Measures the engine and the pages, side by side in one run; nothing here passes or fails."""
