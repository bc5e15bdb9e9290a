"""A browser whose pages run a quarter of the time: Chromium's own brake does not reach workers."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

from playwright.sync_api import Browser

SLOWER = 4
SLICE = 0.005


@contextmanager
def slowed(browser: Browser) -> Iterator[None]:
    """Stop and go on, two hundred times a second, all that draws pages and runs workers."""
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    root = next(int(each["id"]) for each in processes if each["type"] == "browser")
    over = Event()

    def brake() -> None:
        while not over.is_set():
            found = renderers(root)
            send(found, signal.SIGSTOP)
            time.sleep(SLICE * (SLOWER - 1))
            send(found, signal.SIGCONT)
            time.sleep(SLICE)

    thread = Thread(target=brake)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def renderers(root: int) -> list[int]:
    """The processes of this browser, and of no other, that draw pages (Linux only)."""
    parents = {}
    drawing = set()
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            parents[int(folder.name)] = int(
                (folder / "stat").read_text().rpartition(")")[2].split()[1]
            )
            if b"--type=renderer" in (folder / "cmdline").read_bytes():
                drawing.add(int(folder.name))
    return [each for each in drawing if root in lineage(each, parents)]


def lineage(process: int, parents: dict[int, int]) -> Iterator[int]:
    while process in parents:
        yield process
        process = parents[process]


def send(processes: list[int], wish: signal.Signals) -> None:
    for process in processes:
        with suppress(ProcessLookupError):
            os.kill(process, wish)
