"""A web server as a good host is one: it compresses, lets files be kept, and can be far away."""

import mimetypes
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock, Thread

from pyodide_bundle.node import HERE, run_node
from tests.recorder import PatientServer

FOR_EVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True)
class Line:
    """How far away the host is: bytes a second and the seconds before an answer begins."""

    speed: float
    delay: float


class Busy(PatientServer):
    request_queue_size = 128
    daemon_threads = True


@dataclass
class Host:
    """Serves folders, each under its own name, and counts what it sends."""

    folders: dict[str, Path]
    url: str = ""
    line: Line | None = None
    sent: dict[str, int] = field(default_factory=dict)
    _bodies: dict[Path, bytes] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    @contextmanager
    def running(self) -> Iterator["Host"]:
        host = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                host.answer(self)

            def log_message(self, *_: object) -> None:
                pass

        with Busy(("127.0.0.1", 0), Handler) as server:
            Thread(target=server.serve_forever).start()
            self.url = f"http://127.0.0.1:{server.server_port}/"
            try:
                yield self
            finally:
                server.shutdown()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        path = self._file(request.path)
        if self.line:
            time.sleep(self.line.delay)
        if not path.is_file():
            request.send_error(404)
            return
        body = self._compressed(path)
        self.sent[request.path] = len(body)
        request.send_response(200)
        request.send_header("Content-Type", mimetypes.guess_type(path.name)[0] or "text/plain")
        request.send_header("Content-Encoding", "br")
        request.send_header("Content-Length", str(len(body)))
        request.send_header("Cache-Control", "no-cache" if path.suffix == ".html" else FOR_EVER)
        request.end_headers()
        for start in range(0, len(body), 16384):
            piece = body[start : start + 16384]
            self._take_turn(len(piece))
            request.wfile.write(piece)

    def _file(self, url: str) -> Path:
        name, _, inside = url.partition("?")[0].removeprefix("/").partition("/")
        path = self.folders[name] / inside if name in self.folders else Path("/nowhere")
        return path / "index.html" if path.is_dir() else path

    def _take_turn(self, size: int) -> None:
        """All files share one line."""
        if self.line:
            with self._lock:
                time.sleep(size / self.line.speed)

    def _compressed(self, path: Path) -> bytes:
        with self._lock:
            if path not in self._bodies:
                self._bodies[path] = brotli(path)
            return self._bodies[path]


def brotli(path: Path) -> bytes:
    """The file as small as brotli makes it; what lies compressed beside it is taken."""
    beside = path.with_name(path.name + ".br")
    if beside.is_file():
        return beside.read_bytes()
    with TemporaryDirectory() as folder:
        Path(folder, "file").write_bytes(path.read_bytes())
        run_node(HERE / "compress.mjs", folder)
        return Path(folder, "file.br").read_bytes()
