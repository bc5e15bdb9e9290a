"""A web server of a folder that keeps everything it was sent."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


@dataclass(frozen=True)
class Received:
    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Recorder:
    url: str
    received: list[Received] = field(default_factory=list)

    def arrived(self, prefix: str) -> set[str]:
        """What came after this in the paths that begin with it."""
        paths = [each.path.partition("?")[0] for each in self.received]
        return {path.removeprefix(prefix) for path in paths if path.startswith(prefix)}


class PatientServer(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """A browser that gives up hangs up: that is no error of the server."""


class Handler(SimpleHTTPRequestHandler):
    """Answers with the files of a folder, whatever the method."""

    def __init__(self, *of_server: object, received: list[Received], directory: str) -> None:
        self.received = received
        super().__init__(*of_server, directory=directory)  # type: ignore[arg-type]

    def parse_request(self) -> bool:
        """Reads the body too, whatever the method."""
        understood = super().parse_request()
        if understood:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            self.received.append(Received(self.command, self.path, dict(self.headers), body))
        return understood

    def do_POST(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def recording(
    folder: Path, handler: type[Handler] = Handler, host: str = "127.0.0.1"
) -> Iterator[Recorder]:
    received: list[Received] = []
    answers = partial(handler, received=received, directory=str(folder))
    with PatientServer((host, 0), answers) as server:
        Thread(target=server.serve_forever).start()
        yield Recorder(f"http://{host}:{server.server_port}/", received)
        server.shutdown()
