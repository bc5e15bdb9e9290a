"""The engine in the browser: what packs it, what starts it, what carries questions and answers."""
