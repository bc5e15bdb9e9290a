# ruff: noqa: INP001, SLF001
# mypy: ignore-errors
"""In the place of the description of all that Pyodide hands to Python: it takes from it what it needs to start.

Its own describes each kind of object of JavaScript in a class, with types that need typing.
"""

from json import encoder


class _JsProxyMetaClass(type):
    """The type of all types of objects of JavaScript."""

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        return type.__subclasscheck__(cls, subclass) or hasattr(subclass, "_js_type_flags")


_instantiate_token = None


class JsProxy(metaclass=_JsProxyMetaClass):
    """Any object of JavaScript; all that is asked of it is whether its functions are described."""

    def __init__(self, _):
        pass

    def __getattr__(self, _):
        return None


JsPromise = JsBuffer = JsArray = JsMutableMap = JsDoubleProxy = JsGenerator = JsProxy

create_once_callable = create_proxy = destroy_proxies = to_js = run_sync = can_run_sync = None


class ConversionError(Exception):
    """What could not be handed over."""


class InternalError(Exception):
    """What is not right in Pyodide itself."""


class JsNull:
    """The nothing of JavaScript that is not `undefined`."""

    def __bool__(self):
        return False


jsnull = encoder._JSNULL = JsNull()


class JsBigInt(int):
    """A number that JavaScript keeps apart from others."""
