"""Compiles the rules from YAML to the one JSON file that the engine reads; needed at build only."""
