"""In the place of traceback: what it is asked for, Python itself does without the lines of the source."""

from sys import __excepthook__ as print_exception

__all__ = ["print_exception"]
