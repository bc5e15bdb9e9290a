"""Whoever serves the site by the files that a build makes for it, serves it as HOSTING.md says."""

import json
import os
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path

import pytest

from macros.page_words import folders
from tests.conftest import ROOT, built
from tests.patience import until

FILES = ROOT / "site-headers"
CONTAINER = (ROOT / "Containerfile").read_text(encoding="utf-8")
CADDY = "Caddyfile.site"
NGINX = "nginx-site.conf"
FOR_EVER = "public, max-age=31536000, immutable"
# Where Debian keeps what only root starts.
PATHS = os.pathsep.join([os.environ["PATH"], "/usr/sbin"])
# nginx makes these where it was compiled to, unless it is told otherwise.
SCRATCH = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
POLICY = "Content-Security-Policy"


def text_of(name: str) -> str:
    return (FILES / name).read_text(encoding="utf-8")


def steps(name: str) -> list[str]:
    """What an instruction of the container file says, each time that it is given."""
    return re.findall(rf"^{name} (.+)$", CONTAINER, re.MULTILINE)


def addresses() -> list[str]:
    files = (file for file in built("site").rglob("*") if file.is_file())
    return sorted(f"/{file.relative_to(built('site')).as_posix()}" for file in files)


# What stands in the files.


def test_the_container_holds_the_built_site_its_headers_and_nothing_else() -> None:
    copied = dict(step.split() for step in steps("COPY"))
    assert copied == {
        "site-headers/": "/etc/poortwachterwijzer/",
        "site/": "/srv/poortwachterwijzer/site/",
    }
    assert all((ROOT / folder).is_dir() for folder in copied)
    assert steps("ADD") == []


def test_the_container_starts_with_a_file_that_it_holds() -> None:
    [command] = steps("CMD")
    [config] = [each for each in json.loads(command) if each.startswith("/")]
    copied = {place: folder for folder, place in (step.split() for step in steps("COPY"))}
    folder, _, name = config.rpartition("/")
    assert (ROOT / copied[f"{folder}/"] / name).is_file()
    assert copied["/srv/poortwachterwijzer/site/"] == "site/"
    assert "root * {$SITE:/srv/poortwachterwijzer/site}" in text_of(name)


def test_the_container_names_a_version_no_host_and_a_user_without_rights() -> None:
    [image] = steps("ARG")
    assert re.fullmatch(r"IMAGE=[a-z]+:\d+\.\d+[\w.-]*", image)
    [user] = steps("USER")
    assert int(user.partition(":")[0]) > 0
    assert steps("EXPOSE") == re.findall(r"\{\$ADDRESS::(\d+)\}", text_of(CADDY))


@pytest.mark.parametrize("name", [CADDY, NGINX])
def test_a_server_file_takes_in_only_what_lies_beside_it(name: str) -> None:
    taken = re.findall(
        r"^\s*(?:include poortwachterwijzer/|import )([\w.-]+)", text_of(name), re.MULTILINE
    )
    snippets = set(re.findall(r"^\((\w+)\)", text_of("Caddyfile") + text_of(name), re.MULTILINE))
    assert len(taken) > 1
    assert [each for each in taken if each not in snippets and not (FILES / each).is_file()] == []


@pytest.mark.parametrize("name", [CADDY, NGINX])
def test_a_server_file_knows_the_lost_page_of_every_language(name: str) -> None:
    told = set(re.findall(r"\S*/404\.html", text_of(name)))
    assert told == {f"/{folder}404.html" for folder in folders()}


@pytest.mark.parametrize("name", [CADDY, NGINX])
def test_a_server_file_keeps_for_ever_what_has_its_sum_in_its_name(name: str) -> None:
    [pattern] = re.findall(r"\^/\(en/\)\?assets/[^\s\"]+", text_of(name))
    kept = {each for each in addresses() if re.search(pattern, each)}
    engine = {each for each in addresses() if re.search(r"/engine/[\w.]+\.[0-9a-f]{16}\.", each)}
    assert len(engine) > 10
    assert engine <= kept
    assert {each.split("/")[-2] for each in kept} == {"engine", "javascripts", "stylesheets"}


def test_nginx_knows_the_type_of_all_that_lies_in_the_site() -> None:
    [types] = re.findall(r"types \{(.*?)\}", text_of(NGINX), re.DOTALL)
    known = {ending for line in re.findall(r"\S+ +(.+);", types) for ending in line.split()}
    endings = {Path(each).suffix.removeprefix(".") for each in addresses()}
    assert endings - known == {"br", "gz", ""}


# What a server makes of it.


@dataclass(frozen=True)
class Answer:
    status: int
    headers: HTTPMessage
    text: bytes


@dataclass(frozen=True)
class Server:
    port: int

    def answers(self, path: str, **headers: str) -> Answer:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        with closing(HTTPConnection("127.0.0.1", self.port)) as connection:
            connection.request("GET", path, headers=sent)
            got = connection.getresponse()
            return Answer(got.status, got.headers, got.read())

    def listens(self) -> bool:
        with socket.socket() as trying:
            return trying.connect_ex(("127.0.0.1", self.port)) == 0


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def start_caddy(folder: Path, port: int) -> subprocess.Popen[bytes]:
    """As the container does, where it may write nothing."""
    nowhere = dict.fromkeys(["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"], str(folder / "none"))
    where = {"ADDRESS": f"http://127.0.0.1:{port}", "SITE": str(built("site"))}
    return started(folder, ["caddy", "run", "--config", str(FILES / CADDY)], nowhere | where)


def start_nginx(folder: Path, port: int) -> subprocess.Popen[bytes]:
    """The files as they are, but for the port and the folder, which nginx takes from nowhere else."""
    beside = shutil.copytree(FILES, folder / "poortwachterwijzer")
    site = text_of(NGINX).replace("listen 8080", f"listen 127.0.0.1:{port}")
    site = site.replace("/srv/poortwachterwijzer/site", str(built("site")))
    (beside / NGINX).write_text(site, encoding="utf-8")
    scratch = "".join(f"{each}_temp_path {folder / each}; " for each in SCRATCH)
    (folder / "nginx.conf").write_text(
        f"daemon off; master_process off; pid {folder}/pid; error_log stderr; events {{}} "
        f"http {{ {scratch} include poortwachterwijzer/{NGINX}; }}",
        encoding="utf-8",
    )
    return started(folder, ["nginx", "-e", "stderr", "-c", str(folder / "nginx.conf")], {})


def started(folder: Path, command: list[str], more: Mapping[str, str]) -> subprocess.Popen[bytes]:
    program = shutil.which(command[0], path=PATHS)
    if program is None:
        pytest.skip(f"{command[0]} is not installed on this machine")
    with (folder / "log").open("wb") as log:
        return subprocess.Popen([program, *command[1:]], env={**os.environ, **more}, stderr=log)


STARTS = {"caddy": start_caddy, "nginx": start_nginx}


@contextmanager
def serving(name: str, folder: Path) -> Iterator[Server]:
    server = Server(free_port())
    process = STARTS[name](folder, server.port)
    try:
        until(lambda: server.listens() or process.poll() is not None, f"{name} to start")
        assert process.poll() is None, (folder / "log").read_text(encoding="utf-8")
        yield server
    finally:
        process.terminate()
        process.wait()


@pytest.fixture(scope="module", params=STARTS)
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp(request.param)
    with serving(request.param, folder) as server:
        yield server
    assert "/nergens" not in (folder / "log").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("ending", "type_"),
    [
        ("/index.html", "text/html; charset=utf-8"),
        ("/llms.txt", "text/plain; charset=utf-8"),
        ("/api/rules.json", "application/json"),
        (".wasm", "application/wasm"),
        (".bin", "application/octet-stream"),
        (".mjs", "text/javascript; charset=utf-8"),
        ("/logo.svg", "image/svg+xml"),
        ("/poortwachter.css", "text/css; charset=utf-8"),
    ],
)
def test_a_server_tells_what_a_file_is(server: Server, ending: str, type_: str) -> None:
    path = next(each for each in addresses() if each.endswith(ending))
    assert server.answers(path).headers["Content-Type"] == type_


def test_a_feed_is_told_to_be_one(server: Server) -> None:
    told = server.answers("/api/changes.xml").headers["Content-Type"]
    assert told in {"application/atom+xml", "application/xml"}


def test_what_lies_ready_small_is_sent_so_and_kept_for_ever(server: Server) -> None:
    path = next(each for each in addresses() if each.endswith(".wasm"))
    answer = server.answers(path, Accept_Encoding="gzip")
    assert answer.text == (built("site") / f"{path[1:]}.gz").read_bytes()
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.headers["Cache-Control"] == FOR_EVER


def test_a_page_is_sent_small_and_asked_for_again(server: Server) -> None:
    page = server.answers("/privacy/", Accept_Encoding="gzip")
    assert page.headers["Content-Encoding"] == "gzip"
    assert page.headers["Cache-Control"] == "no-cache"
    known = page.headers["ETag"]
    again = server.answers("/privacy/", Accept_Encoding="gzip", If_None_Match=known)
    assert (again.status, again.text) == (304, b"")


@pytest.mark.parametrize("folder", folders())
@pytest.mark.parametrize("path", ["nergens", "stappen/", "stappen/nergens/"])
def test_who_is_lost_gets_the_lost_page_of_the_language_with_its_policy(
    server: Server, folder: str, path: str
) -> None:
    lost = server.answers(f"/{folder}{path}")
    page = server.answers(f"/{folder}404.html")
    assert (lost.status, page.status) == (404, 200)
    assert lost.text == page.text
    assert lost.headers[POLICY] == page.headers[POLICY]


@pytest.mark.parametrize("path", ["/", "/en/", "/privacy/", "/api/rules.json", "/nergens"])
def test_a_server_sends_what_only_a_header_can_say(server: Server, path: str) -> None:
    headers = server.answers(path).headers
    assert "frame-ancestors 'none'" in headers[POLICY]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "geolocation=()" in headers["Permissions-Policy"]


def test_what_is_not_there_is_not_kept(server: Server) -> None:
    gone = server.answers("/assets/engine/worker.0123456789abcdef.js")
    assert gone.status == 404
    assert "immutable" not in gone.headers.get("Cache-Control", "")
