"""The engine in the browser: it starts, answers as elsewhere, lets nothing out, and fails in words."""

import json
import re
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, Worker

from browser.bridge import answer
from pyodide_bundle import pack
from tests.conftest import ROOT, manifest
from tests.leaks import LEAKS
from tests.patience import until
from tests.recorder import Recorder, recording
from tests.thorough import thorough

SAMPLES = json.loads(
    (ROOT / "engine/build/pyodide_bundle/samples.json").read_text(encoding="utf-8")
)

START = """(embedded) => poortwachter
    .start({ base: "engine/", embedded, onProgress: (step) => (globalThis.steps ??= []).push(step) })
    .then(() => "ready", (error) => error.code)"""
ASK = "(request) => poortwachter.ask(request)"


@pytest.fixture
def folder(tmp_path: Path, packed: Path) -> Path:
    """A smallest site around the packed engine; what a test replaces in it stays its own."""
    (tmp_path / "index.html").write_text(
        '<!doctype html><title>Test</title><script src="iframe-worker.js"></script>'
        '<script src="engine/engine.js"></script>',
        encoding="utf-8",
    )
    (tmp_path / "iframe-worker.js").symlink_to(ROOT / "docs/assets/offline/iframe-worker.js")
    (tmp_path / "engine").mkdir()
    for file in packed.iterdir():
        (tmp_path / "engine" / file.name).symlink_to(file)
    return tmp_path


@pytest.fixture
def server(folder: Path) -> Iterator[Recorder]:
    with recording(folder) as server:
        yield server


@pytest.fixture(params=["http", *thorough("file")])
def opened(request: pytest.FixtureRequest, page: Page, server: Recorder, folder: Path) -> Page:
    """The page, from a server or from disk, before the engine is started."""
    from_disk = request.param == "file"
    page.goto((folder / "index.html").as_uri() if from_disk else server.url)
    return page


from_both = pytest.mark.parametrize("opened", ["http", "file"], indirect=True)


def start(page: Page) -> str:
    """Start the engine as the page should: `ready`, or the code of the failure."""
    return str(page.evaluate(START, page.url.startswith("file:")))


def carried(folder: Path, name: str) -> Path:
    """The file that the page is handed under this name: its own holds a sum."""
    return folder / "engine" / str(manifest(folder / "engine")["files"][name]["file"])


def replace(file: Path, change: Callable[[bytes], bytes]) -> None:
    content = file.read_bytes()
    file.unlink()
    file.write_bytes(change(content))


@from_both
def test_the_browser_answers_as_python_does(opened: Page) -> None:
    assert start(opened) == "ready"
    for sample in SAMPLES:
        assert opened.evaluate(ASK, sample) == json.loads(answer(json.dumps(sample)))


def test_questions_may_be_asked_while_the_engine_starts(opened: Page) -> None:
    early = "(sample) => Promise.all([1, 2].map(() => poortwachter.ask(sample)))"
    opened.evaluate(
        "(embedded) => void poortwachter.start({ base: 'engine/', embedded })",
        opened.url.startswith("file:"),
    )
    assert opened.evaluate(early, SAMPLES[0]) == [json.loads(answer(json.dumps(SAMPLES[0])))] * 2


def test_progress_counts_every_byte_of_the_download(page: Page, server: Recorder) -> None:
    page.goto(server.url)
    start(page)
    steps = page.evaluate("steps")
    counted = [step for step in steps if step["stage"] == "download"]
    assert counted[-1]["loaded"] == counted[-1]["total"]
    assert [step["loaded"] for step in counted] == sorted(step["loaded"] for step in counted)
    assert [step["stage"] for step in steps[-3:]] == ["python", "engine", "ready"]


def test_after_the_start_nothing_is_requested(opened: Page, server: Recorder) -> None:
    assert start(opened) == "ready"
    requests: list[str] = []
    opened.on("request", lambda request: requests.append(request.url))
    before = len(server.received)
    for sample in SAMPLES:
        opened.evaluate(ASK, sample)
    assert requests == []
    assert server.received[before:] == []


def leak(place: Page | Worker, url: str) -> set[str]:
    """Try every leak there is, and tell which were tried."""
    return set(place.evaluate(f"(url) => {LEAKS}(url)", url))


def wait_until_arrived(server: Recorder, prefix: str, names: set[str]) -> None:
    """A prefetch waits for a quiet moment, and there may be others to come first."""
    until(lambda: server.arrived(prefix) == names, "all that was planted")


def assert_nothing_got_out(page: Page, server: Recorder) -> None:
    """A page without a lock tries the same, later: when all of that has come, so had all else."""
    unlocked = page.context.new_page()
    unlocked.goto(page.url)
    for name, place in (("page", unlocked), ("worker", new_worker(unlocked))):
        prefix = f"later/{name}/"
        wait_until_arrived(server, f"/{prefix}", leak(place, server.url + prefix))
    assert server.arrived("/after/") == set()


def new_worker(page: Page) -> Worker:
    with page.expect_worker() as started:
        page.evaluate(
            "() => { new (globalThis.NativeWorker ?? Worker)('data:text/javascript,', {type: 'module'}) }"
        )
    return started.value


@from_both
def test_every_leak_works_before_the_lock_and_none_after_it(opened: Page, server: Recorder) -> None:
    tried = leak(opened, server.url + "before/")
    wait_until_arrived(server, "/before/", tried)

    assert start(opened) == "ready"
    leak(opened, server.url + "after/")
    assert_nothing_got_out(opened, server)


@from_both
def test_a_worker_leaks_before_the_lock_and_not_after_it(opened: Page, server: Recorder) -> None:
    tried = leak(new_worker(opened), server.url + "before/")
    wait_until_arrived(server, "/before/", tried)

    before = set(opened.workers)
    assert start(opened) == "ready"
    (engine,) = set(opened.workers) - before
    for worker in (engine, new_worker(opened)):
        leak(worker, server.url + "after/")
    assert_nothing_got_out(opened, server)


PEER = """async (port) => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] });
    peer.createDataChannel("leak");
    await peer.setLocalDescription(await peer.createOffer());
}"""


def test_no_other_machine_can_be_called_after_the_lock(opened: Page) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
        other.bind(("127.0.0.1", 0))
        other.settimeout(5)
        opened.evaluate(PEER, other.getsockname()[1])
        assert other.recv(2048)
    assert start(opened) == "ready"
    with pytest.raises(Error, match="RTCPeerConnection is not defined"):
        opened.evaluate(PEER, 9)


def test_a_damaged_file_is_refused(page: Page, server: Recorder, folder: Path) -> None:
    replace(carried(folder, "memory.bin"), lambda content: content[:-1] + b"?")
    page.goto(server.url)
    assert start(page) == "integrity"


def test_a_damaged_file_is_refused_from_disk(page: Page, folder: Path) -> None:
    replace(folder / "engine" / "embedded.js", lambda content: content.replace(b'"H4sI', b'"H4sJ'))
    page.goto((folder / "index.html").as_uri())
    assert start(page) == "integrity"


@pytest.mark.parametrize("name", ["pyodide.asm.wasm", "memory.bin"])
def test_a_missing_file_is_told(page: Page, server: Recorder, folder: Path, name: str) -> None:
    carried(folder, name).unlink()
    page.goto(server.url)
    assert start(page) == "download"


def test_a_missing_file_is_told_from_disk(page: Page, folder: Path) -> None:
    (folder / "engine" / "embedded.js").unlink()
    page.goto((folder / "index.html").as_uri())
    assert start(page) == "download"


def test_a_start_that_failed_may_be_repeated(page: Page, server: Recorder, folder: Path) -> None:
    wasm = carried(folder, "pyodide.asm.wasm")
    hidden = wasm.rename(wasm.with_suffix(".hidden"))
    page.goto(server.url)
    assert start(page) == "download"
    hidden.rename(wasm)
    assert start(page) == "ready"


def test_a_browser_without_webassembly_is_told(page: Page, server: Recorder) -> None:
    page.add_init_script("delete globalThis.WebAssembly")
    page.goto(server.url)
    assert start(page) == "start"


def test_a_worker_that_stays_silent_is_given_up(page: Page, server: Recorder) -> None:
    page.add_init_script(
        """globalThis.handed = new Promise((resolve) => {
            globalThis.Worker = class { postMessage = resolve; terminate() {} };
        })"""
    )
    page.clock.install()
    page.goto(server.url)
    page.evaluate(f"() => {{ globalThis.outcome = ({START})(false) }}")
    page.evaluate("() => handed.then(() => null)")
    page.clock.fast_forward("01:01")
    assert page.evaluate("outcome") == "start"


# While this stands, a worker that is asked something stops instead.
STOP_EACH = """() => {
    globalThis.stopping = true;
    const { prototype } = globalThis.NativeWorker ?? Worker;
    const { postMessage } = prototype;
    prototype.postMessage = function (message) {
        if (stopping && message.id) this.dispatchEvent(new ErrorEvent("error", { message: "stopped" }));
        else postMessage.call(this, message);
    };
}"""
STOPS = "() => { self.onmessage = () => { throw new Error('stopped') } }"


def test_a_question_in_a_crash_is_answered_by_a_new_engine_behind_the_lock(opened: Page) -> None:
    assert start(opened) == "ready"
    (engine,) = set(opened.workers)
    engine.evaluate(STOPS)
    both = "(sample) => Promise.all([1, 2].map(() => poortwachter.ask(sample)))"
    assert opened.evaluate(both, SAMPLES[0]) == [json.loads(answer(json.dumps(SAMPLES[0])))] * 2


def test_an_engine_that_crashes_twice_is_told_and_may_be_started_again(opened: Page) -> None:
    assert start(opened) == "ready"
    code = "(sample) => poortwachter.ask(sample).catch((error) => error.code)"
    opened.evaluate(STOP_EACH)
    assert opened.evaluate(code, SAMPLES[0]) == "crashed"
    opened.evaluate("globalThis.stopping = false")
    assert start(opened) == "ready"
    assert opened.evaluate(ASK, SAMPLES[0]) == json.loads(answer(json.dumps(SAMPLES[0])))


# Asked for by its name, a request reaches what was left out of the interpreter.
REACHES = """
export async function startFrom(...options) {
    const python = await startAsItIs(...options);
    const builtins = python.pyimport("builtins");
    const planted = {
        "a module in C": () => python.pyimport("unicodedata"),
        "what Python tells of itself": () => builtins.len.__doc__,
        "a module of the library": () => python.pyimport("ntpath"),
        "an encoding": () => python.pyimport("_codecs_cn"),
        "the compiler": () => builtins.compile("1", "", "eval"),
    };
    const { answer } = python.pyimport("bridge");
    return { pyimport: () => ({ answer: (request) => (planted[JSON.parse(request).planted]?.(), answer(request)) }) };
}
"""
PLANTED = re.findall(r'^        "(.+)": ', REACHES, flags=re.MULTILINE)


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packed engine, in which requests can reach what was left out."""
    packed = ROOT / "docs/assets/engine"
    runtime = {
        name: (packed / entry["file"]).read_bytes()
        for name, entry in manifest(packed)["files"].items()
    }
    runtime["memory.mjs"] = (
        runtime["memory.mjs"].replace(b"startFrom", b"startAsItIs") + REACHES.encode()
    )
    folder = tmp_path_factory.mktemp("planted")
    pack.publish(pack.assets(runtime), folder / "engine")
    (folder / "index.html").write_text(
        '<!doctype html><title>Test</title><script src="engine/engine.js"></script>',
        encoding="utf-8",
    )
    return folder


# Packed once, for all that is tried with it.
@pytest.mark.xdist_group("planted")
@pytest.mark.parametrize("what", [*PLANTED[:2], *thorough(*PLANTED[2:])])
def test_what_was_left_out_of_the_interpreter_is_told_when_it_is_reached(
    page: Page, planted: Path, what: str
) -> None:
    told = "(request) => poortwachter.ask(request).catch((error) => error.message)"
    with recording(planted) as server:
        page.goto(server.url)
        assert start(page) == "ready"
        message = page.evaluate(told, {**SAMPLES[0], "planted": what})
        assert re.match(
            r"(?s)crashed: .*(unreachable|Frozen object named .* is invalid|invalid start byte)",
            message,
        )
        assert start(page) == "ready"
        assert page.evaluate(ASK, SAMPLES[0]) == json.loads(answer(json.dumps(SAMPLES[0])))


def test_the_memory_fits_a_browser_that_calls_python_another_way(
    browser: Browser, server: Recorder
) -> None:
    """On an iPhone Pyodide leaves out a function of WebAssembly, whose place the memory holds."""
    with browser.new_context(user_agent="Mozilla/5.0 (iPhone) AppleWebKit/605.1.15") as context:
        page = context.new_page()
        page.goto(server.url)
        assert start(page) == "ready"
        (engine,) = page.workers
        assert "iPhone" in engine.evaluate("navigator.userAgent")
        for sample in SAMPLES:
            assert page.evaluate(ASK, sample) == json.loads(answer(json.dumps(sample)))


SAVING = "Object.defineProperty(navigator, 'connection', { value: %s })"


@pytest.mark.parametrize(
    ("connection", "early"),
    [
        ("{ saveData: true, effectiveType: '4g' }", False),
        ("{ saveData: false, effectiveType: '2g' }", False),
        ("{ saveData: false, effectiveType: 'slow-2g' }", False),
        ("{ saveData: false, effectiveType: '3g' }", True),
        ("undefined", True),
    ],
)
def test_the_engine_comes_early_only_where_bytes_are_not_dear(
    page: Page, server: Recorder, folder: Path, connection: str, early: bool
) -> None:
    index = folder / "index.html"
    index.write_text(
        index.read_text(encoding="utf-8").replace(
            '<script src="engine/engine.js">', '<script src="engine/engine.js" data-base="engine/">'
        ),
        encoding="utf-8",
    )
    page.add_init_script(SAVING % connection)
    page.goto(server.url, wait_until="networkidle")
    assert page.evaluate("poortwachter.mayLoadEarly()") is early
    assert [each.path.endswith(".wasm") for each in server.received].count(True) == int(early)
    assert start(page) == "ready"
    assert [each.path.endswith(".wasm") for each in server.received].count(True) == 1
