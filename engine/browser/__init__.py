"""What the page loads beside the engine: the bridge to Python, the worker, and the lock."""
