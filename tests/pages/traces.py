"""Finds what a visitor typed in what was sent, however it was wrapped."""

import base64
from collections.abc import Iterable, Iterator
from datetime import date
from urllib.parse import quote


def found(dates: Iterable[date], sent: bytes) -> list[bytes]:
    """The traces of these days in what was sent; its case does not matter."""
    lowered = sent.lower()
    return [trace for day in dates for trace in traces(day) if trace.lower() in lowered]


def traces(day: date) -> Iterator[bytes]:
    for written in spellings(day):
        plain = written.encode()
        yield from (plain, quote(written, safe="").encode(), plain.hex().encode())
        yield from in_base64(plain)


def spellings(day: date) -> Iterator[str]:
    yield day.isoformat()
    yield f"{day:%Y%m%d}"
    yield f"{day:%d-%m-%Y}"
    yield f"{day.day}-{day.month}-{day.year}"
    yield f'"day":"{day.day}","month":"{day.month}","year":"{day.year}"'


def in_base64(plain: bytes) -> Iterator[bytes]:
    """As it stands inside a longer text, which may begin one or two bytes before it."""
    for before in range(3):
        whole = base64.b64encode(bytes(before) + plain)
        yield whole[-(-8 * before // 6) : 8 * (before + len(plain)) // 6]
