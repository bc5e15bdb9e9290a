"""Every page says what it may load and run, keeps to it, and what is not on its list does not happen."""

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import ConsoleMessage, Page, Route, expect

from macros.page_words import languages, page_words
from macros.postbuild import headers
from tests.conftest import Home, built, made
from tests.pages.built_page import EDITIONS, BuiltPage, pages
from tests.pages.visitor import PATIENCE, Visitor
from tests.recorder import Handler, recording
from tests.thorough import also_from_disk

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
FIRST = re.compile(r'<head>\s*<meta charset="utf-8"><meta http-equiv="Content-Security-Policy"')
# The theme's settings are a script too, but of another type: they are not run.
INLINE = re.compile(r'<(script|style)(?: id="engine"[^>]*)?>(.*?)</\1>', re.DOTALL)
CHECK_PAGES = {"zelfcheck", "zelfcheck-inbouw"}
NAMES = [page_words(language).names for language in languages()]
RUN_MORE = {names[each] for names in NAMES for each in {*CHECK_PAGES, "dossiers"}}
FRAMED = {names["zelfcheck-inbouw"] for names in NAMES}
ELSEWHERE = "https://elsewhere.example/"

Policy = dict[str, list[str]]

# What somebody would try who got a piece of text into a page, and the directive that refuses it.
ADD = "document.body.append(Object.assign(document.createElement"
RAN = "globalThis.ran = true"
ATTACKS = {
    "an inline script": (f"{ADD}('script'), {{ textContent: '{RAN}' }}))", "script-src-elem"),
    "a handler": (
        f"{ADD}('div'), {{ innerHTML: '<b onclick=\"{RAN}\">' }})), document.querySelector('b[onclick]').click()",
        "script-src-attr",
    ),
    "text run as code": (f"setTimeout('{RAN}')", "script-src"),
    "a script": (f"{ADD}('script'), {{ src: 'URL' }}))", "script-src-elem"),
    "an image": (f"{ADD}('img'), {{ src: 'URL' }}))", "img-src"),
    "a style": (f"{ADD}('link'), {{ rel: 'stylesheet', href: 'URL' }}))", "style-src-elem"),
    "a frame": (f"{ADD}('iframe'), {{ src: 'URL' }}))", "frame-src"),
    "an object": (f"{ADD}('object'), {{ data: 'URL' }}))", "object-src"),
    "a request": ("fetch('URL').catch(() => {})", "connect-src"),
    "a form": (
        f"{ADD}('form'), {{ action: 'URL', target: '_blank' }})), document.forms[document.forms.length - 1].submit()",
        "form-action",
    ),
}
TRY = """() => new Promise((resolve) => {
    addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective), { once: true });
    (ATTACK);
})"""


def policies(page: BuiltPage) -> list[Policy]:
    return [parsed(each) for each in META.findall(page.file.read_text(encoding="utf-8"))]


def parsed(policy: str) -> Policy:
    directives = [each.split() for each in policy.split("; ")]
    return {name: sources for name, *sources in directives}


def hashes(text: str, tag: str) -> set[str]:
    inline = [content for name, content in INLINE.findall(text) if name == tag]
    return {f"'sha256-{b64encode(sha256(each.encode()).digest()).decode()}'" for each in inline}


def only_hashes(sources: list[str]) -> set[str]:
    return {each for each in sources if each.startswith("'sha")}


def name_of(page: BuiltPage) -> str:
    return page.file.parent.name if page.file.stem == "index" else page.file.stem


def refusals(page: Page) -> list[str]:
    """What the browser says that a policy refused, also in frames and workers."""
    told: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            told.append(message.text)

    page.on("console", listen)
    return told


# What stands in the built pages.


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_page_says_its_policy_before_it_loads_anything(edition: str) -> None:
    for page in pages(edition):
        assert len(policies(page)) == 1, page
        assert FIRST.search(page.file.read_text(encoding="utf-8")), page


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_policy_names_the_scripts_and_styles_in_its_page_and_no_others(edition: str) -> None:
    for page in pages(edition):
        text = page.file.read_text(encoding="utf-8")
        [policy] = policies(page)
        assert only_hashes(policy["script-src"]) == hashes(text, "script") != set(), page
        assert only_hashes(policy["style-src"]) == hashes(text, "style"), page


@pytest.mark.parametrize("edition", EDITIONS)
def test_only_a_page_that_counts_may_run_more_than_scripts_of_its_own(edition: str) -> None:
    for page in pages(edition):
        [policy] = policies(page)
        allowed = set(policy["script-src"]) - only_hashes(policy["script-src"])
        more = {"'wasm-unsafe-eval'", "data:"} if name_of(page) in RUN_MORE else set()
        assert allowed == {"'self'"} | more, page
        assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == ["'none'"]
        assert not [
            source
            for sources in policy.values()
            for source in sources
            if "unsafe-" in source and "wasm" not in source
        ]


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_element_has_a_handler_or_a_style_of_its_own(edition: str) -> None:
    for page in pages(edition):
        names = {name for element in page.elements for name in element.attributes}
        assert [name for name in names if name == "style" or name.startswith("on")] == [], page


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_page_asks_not_to_tell_where_a_visitor_comes_from(edition: str) -> None:
    for page in pages(edition):
        styles = [each.attributes.get("rel") == "stylesheet" for each in page.elements]
        before_the_first = [each.attributes for each in page.elements[: styles.index(True)]]
        assert {"name": "referrer", "content": "no-referrer"} in before_the_first, page


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_page_makes_firefox_fetch_the_next_one(edition: str) -> None:
    for page in pages(edition):
        links = [each.attributes for each in page.elements if each.tag == "link"]
        assert {"prefetch", "preload", "next"}.isdisjoint(each["rel"] for each in links), page


# What a browser makes of it.


@also_from_disk
def test_no_page_does_what_its_policy_refuses(page: Page, home: Home) -> None:
    refused = refusals(page)
    for source in ("index", "stappenplan", "stappen/probleemanalyse", "vragen/index", "privacy"):
        page.goto(home.address(source))
        page.get_by_role("textbox", name="Zoek").press_sequentially("loon")
        expect(page.locator(".md-search-result__link").first).to_be_visible(timeout=PATIENCE)
        page.keyboard.press("Enter")
        page.emulate_media(media="print")
        page.emulate_media(media="screen", color_scheme="dark")
    assert refused == []


@also_from_disk
@pytest.mark.parametrize("source", sorted(CHECK_PAGES))
def test_the_self_check_answers_within_its_policy(visitor: Visitor, source: str) -> None:
    refused = refusals(visitor.page)
    visitor.opens(source)
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.has_done("probleemanalyse", ("20", "7", "2026"))
    visitor.asks()
    visitor.sees_status("probleemanalyse", "done")
    visitor.page.emulate_media(media="print")
    assert refused == []


def script_of(attack: str) -> str:
    return ATTACKS[attack][0].replace("URL", ELSEWHERE + attack.replace(" ", "-"))


def elsewhere(page: Page) -> list[str]:
    """What reaches another host from now on."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body="")

    page.context.route(f"{ELSEWHERE}**", answer)
    return asked


@also_from_disk
@pytest.mark.parametrize("source", ["index", "zelfcheck"])
def test_what_the_policy_does_not_name_does_not_happen(page: Page, home: Home, source: str) -> None:
    asked = elsewhere(page)
    page.goto(home.address(source))
    refused = {name: page.evaluate(TRY.replace("ATTACK", script_of(name))) for name in ATTACKS}
    assert refused == {name: directive for name, (_, directive) in ATTACKS.items()}
    assert asked == []
    assert page.evaluate("globalThis.ran") is None


@pytest.mark.parametrize("attack", ATTACKS)
def test_without_the_policy_it_would(page: Page, site_url: str, attack: str) -> None:
    def stripped(route: Route) -> None:
        route.fulfill(body=META.sub("", route.fetch().text()), content_type="text/html")

    page.route(f"{site_url}privacy/", stripped)
    page.goto(f"{site_url}privacy/")
    elsewhere(page)
    if RAN in script_of(attack):
        page.evaluate(f"() => void ({script_of(attack)})")
        page.wait_for_function(RAN.replace("=", "==="))
    else:
        with page.context.expect_event("request", lambda request: ELSEWHERE in request.url):
            page.evaluate(f"() => void ({script_of(attack)})")


# The same as headers.

Rules = dict[str, dict[str, str]]


def netlify_rules() -> Rules:
    rules: Rules = {}
    path = ""
    for line in (built("site") / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            name, value = line.strip().split(": ", 1)
            rules[path][name] = value
        elif line:
            path = line
            rules[path] = {}
    return rules


def matching(rules: Rules, path: str) -> list[dict[str, str]]:
    return [
        sent
        for rule, sent in rules.items()
        if (path.startswith(rule[:-1]) if rule.endswith("*") else path == rule)
    ]


def headers_for(path: str) -> dict[str, str]:
    """All headers of an address; what two rules say of one address, hosts do not agree on."""
    found = matching(netlify_rules(), path)
    names = [name for sent in found for name in sent]
    assert len(names) == len(set(names)), path
    return {name: value for sent in found for name, value in sent.items()}


def address_of(page: BuiltPage) -> str:
    return "/" + str(page.file.relative_to(page.root)).removesuffix("index.html")


def test_the_headers_allow_what_the_page_allows_and_say_who_may_frame_it() -> None:
    for page in pages("site"):
        sent = headers_for(address_of(page))
        policy = parsed(sent["Content-Security-Policy"])
        framing = policy.pop("frame-ancestors", None)
        assert framing == (None if name_of(page) in FRAMED else ["'none'"]), page
        [said] = policies(page)
        assert {name: set(policy[name]) - only_hashes(policy[name]) for name in policy} == {
            name: set(said[name]) - only_hashes(said[name]) for name in said
        }, page
        assert only_hashes(said["script-src"]) <= set(policy["script-src"]), page
        assert sent["Referrer-Policy"] == "no-referrer"
        assert "geolocation=()" in sent["Permissions-Policy"]


def test_nginx_and_caddy_get_the_same_policies() -> None:
    rules = netlify_rules()
    policy = "Content-Security-Policy"
    expected = {rule: sent[policy] for rule, sent in rules.items() if policy in sent}
    nginx = (made("site-headers") / "nginx-map.conf").read_text(encoding="utf-8")
    found = re.findall(r'^ +"(~\^)?(\S+)" "(.*)";$', nginx, re.MULTILINE)
    assert {f"{place}{'*' if folder else ''}": value for folder, place, value in found} == expected
    caddy = (made("site-headers") / "Caddyfile").read_text(encoding="utf-8")
    assert dict(re.findall(rf'^\theader (\S+) {policy} "(.*)"$', caddy, re.MULTILINE)) == expected


def test_a_site_below_a_path_of_its_host_has_rules_below_that_path() -> None:
    pages = [Path("privacy/index.html"), Path("en/privacy/index.html")]
    below = headers.places({page: {} for page in pages}, under="/gids/")
    assert {*below} == {
        *("/gids/assets/", "/gids/api/", "/gids/privacy/"),
        *("/gids/en/assets/", "/gids/en/privacy/"),
    }


def test_where_a_language_begins_there_is_a_page_and_no_folder_for_all_its_pages() -> None:
    """Hosts join what two rules say of one address."""
    begin = [Path("index.html"), Path("en/index.html"), Path("en/privacy/index.html")]
    places = headers.places({page: {} for page in begin})
    assert {"/", "/index.html", "/en/", "/en/index.html"} <= {*places}
    told = [*re.findall(r"^/\S+", headers.netlify(places), re.MULTILINE)]
    assert "/en/" in told
    assert "/en/*" not in told
    assert '"/en/"' in headers.nginx_map(places)
    assert "header /en/ " in headers.caddy(places)


class WithHeaders(Handler):
    """Serves as a host that reads `_headers`."""

    def end_headers(self) -> None:
        for name, value in headers_for(self.path).items():
            self.send_header(name, value)
        super().end_headers()


@pytest.fixture
def with_headers() -> Iterator[Home]:
    with recording(built("site"), WithHeaders) as server:
        yield Home(server.url, from_disk=False)


def test_with_the_headers_the_search_and_the_self_check_work(
    page: Page, with_headers: Home
) -> None:
    visitor = Visitor(page, with_headers)
    refused = refusals(page)
    visitor.opens("index", at=None)
    visitor.searches("probleemanalyse")
    expect(visitor.results.first).to_be_visible(timeout=PATIENCE)
    visitor.opens(at=None)
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.asks()
    visitor.sees_answer()
    assert refused == []


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        *(("zelfcheck-inbouw", True), ("zelfcheck", False), ("index", False)),
        *(("en/self-check-embed", True), ("en/index", False)),
    ],
)
def test_with_the_headers_only_the_page_for_a_frame_shows_in_one(
    page: Page, with_headers: Home, tmp_path: Path, source: str, shown: bool
) -> None:
    frame = f'<iframe src="{with_headers.address(source)}"></iframe>'
    (tmp_path / "index.html").write_text(frame, encoding="utf-8")
    with recording(tmp_path, host="localhost") as other_site:
        page.goto(other_site.url)
        heading = page.frame_locator("iframe").get_by_role("heading", level=1)
        expect(heading.filter(visible=True)).to_have_count(int(shown))
