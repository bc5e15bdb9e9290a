"""An organisation's own layer: a folder with its name, its look, its steps and its texts, laid over the compiled rules."""

from own_layer.laying import Compiled, laid_over

__all__ = ["Compiled", "laid_over"]
