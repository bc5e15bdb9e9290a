"""What Chromium itself writes down of all that it sends: also by workers, also without a server."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# Which events tell of something that leaves, and where they say what.
KINDS = {
    "HTTP_TRANSACTION_SEND_REQUEST_HEADERS": "request",
    "HTTP_TRANSACTION_HTTP2_SEND_REQUEST_HEADERS": "request",
    "HTTP_TRANSACTION_QUIC_SEND_REQUEST_HEADERS": "request",
    "HOST_RESOLVER_MANAGER_REQUEST": "name",
    "TCP_CONNECT_ATTEMPT": "connection",
    "UDP_CONNECT": "datagram",
    "UDP_BYTES_SENT": "datagram",
}


@dataclass(frozen=True)
class Sent:
    kind: str
    what: str


def arguments(file: Path) -> list[str]:
    """How Chromium is told to write its log."""
    return [f"--log-net-log={file}", "--net-log-capture-mode=IncludeSensitive"]


def read(file: Path) -> list[Sent]:
    """The log of a browser that was closed."""
    log = json.loads(file.read_text(encoding="utf-8"))
    names = {number: name for name, number in log["constants"]["logEventTypes"].items()}
    return [
        Sent(KINDS[names[event["type"]]], text(event["params"]))
        for event in log["events"]
        if names[event["type"]] in KINDS and event.get("params")
    ]


def text(params: dict[str, Any]) -> str:
    return json.dumps(params, ensure_ascii=False)
