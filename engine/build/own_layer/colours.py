"""Colours that people can read: the contrast of WCAG 2.2 (1.4.3)."""

from typing import NamedTuple

# For text of normal size.
LEAST = 4.5


class Ground(NamedTuple):
    """What a colour stands on, or what stands on it: in words, and its colour."""

    words: str
    colour: str


# Those of overrides/assets/poortwachter.css: a test holds them together.
GROUNDS = {
    "light": (Ground("the letters of the header", "#ffffff"), Ground("boxes", "#f3f6f7")),
    "dark": (
        Ground("the letters of buttons", "#0d2a2d"),
        Ground("the page", "#161b21"),
        Ground("boxes", "#1e252d"),
    ),
}


def contrast(one: str, other: str) -> float:
    """How far two colours such as #0f5c63 are apart, from 1 to 21."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = map(_linear, parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
