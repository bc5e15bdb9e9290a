"""The same policy as headers, for hosts that can send them, and what only a header can say."""

from collections.abc import Container, Mapping
from pathlib import Path

from macros.page_words import folders, languages, page_words
from macros.postbuild.policy import Policy, union, written

# A policy in the page cannot say who may frame it. This page is made to be framed.
FRAMED = {page_words(each).names["zelfcheck-inbouw"] for each in languages()}
ALONE: Policy = {"frame-ancestors": ["'none'"]}

# What a file holds that is no page. The worker of the theme's search keeps to this: it can ask for nothing.
ASSETS: Policy = {"default-src": ["'none'"]}

# The open data stand once, beside the pages of all languages.
DATA = "/api/"

UNUSED = (
    "camera",
    "display-capture",
    "geolocation",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
)
EVERYWHERE: Mapping[str, str] = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    # Whoever opened a page in a window may not hold on to that window.
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in UNUSED),
}
POLICY = "Content-Security-Policy"


def places(pages: Mapping[Path, Policy], *, under: str = "") -> dict[str, str]:
    """The policy of each place of the site, as text. A place is a folder at the top, or a file there.

    `under` is the path of the site on its host.

    No two places overlap: hosts join what several rules say of one address, or take one of them.
    """
    assets = [f"/{each}assets/" for each in folders()]
    within: dict[str, list[Policy]] = {each: [ASSETS] for each in [*assets, DATA]}
    for page, policy in pages.items():
        for place in _addresses(page.as_posix()):
            within.setdefault(place, []).append(policy)
    return {
        under.rstrip("/") + place: written(_framing(place, union(all_of)))
        for place, all_of in within.items()
    }


def _addresses(page: str) -> list[str]:
    language = next(each for each in folders() if page.startswith(each))
    top, *below = page.removeprefix(language).split("/")
    if below:
        return [f"/{language}{top}/"]
    return [f"/{language}", f"/{page}"] if top == "index.html" else [f"/{page}"]


def _framing(place: str, policy: Policy) -> Policy:
    return policy if place.rstrip("/").rpartition("/")[2] in FRAMED else policy | ALONE


def netlify(places: Mapping[str, str]) -> str:
    """`_headers`, which Netlify, Cloudflare Pages and others read and do not serve."""
    rules = [("/*", EVERYWHERE)] + [
        (f"{place}*" if _is_folder(place, places) else place, {POLICY: policy})
        for place, policy in places.items()
    ]
    return "\n".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
        for path, headers in rules
    )


def nginx_map(places: Mapping[str, str]) -> str:
    """For the `http` block of nginx: which address has which policy."""
    lines = [f'    "{_nginx(place, places)}" "{policy}";\n' for place, policy in places.items()]
    return f"map $uri $poortwachterwijzer_policy {{\n{''.join(lines)}}}\n"


def nginx_headers() -> str:
    """For the `server` block of nginx, or the `location` that serves the site."""
    headers = {**EVERYWHERE, POLICY: "$poortwachterwijzer_policy"}
    return "".join(f'add_header {name} "{value}" always;\n' for name, value in headers.items())


def caddy(places: Mapping[str, str]) -> str:
    """A snippet for a Caddyfile: `import poortwachterwijzer` in the block of the site."""
    everywhere = "".join(f'\t\t{name} "{value}"\n' for name, value in EVERYWHERE.items())
    return (
        "(poortwachterwijzer) {\n\theader {\n"
        + everywhere
        + "\t}\n"
        + "".join(
            f'\theader {place}{"*" if _is_folder(place, places) else ""} {POLICY} "{policy}"\n'
            for place, policy in places.items()
        )
        + "}\n"
    )


def _is_folder(place: str, places: Container[str]) -> bool:
    """Whether a place is all below it: where a language begins, there is a page alone."""
    return place.endswith("/") and f"{place}index.html" not in places


def _nginx(place: str, places: Container[str]) -> str:
    return f"~^{place}" if _is_folder(place, places) else place
