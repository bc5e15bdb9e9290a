"""Finish a built site: `python -m macros.postbuild site --headers FOLDER`, or `python -m macros.postbuild FOLDER --from-disk`."""

import os
import time
from argparse import ArgumentParser
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from macros import open_data, papers
from macros.guidebook import guidebook
from macros.page_words import editions, folder
from macros.postbuild import (
    dutch_names,
    headers,
    lost_page,
    own_look,
    sbom,
    search,
    search_index,
    security,
    theme_script,
)
from macros.postbuild.menu import menu
from macros.postbuild.policy import Policy, policy_of, with_policy

# A server for the site and its headers, each as a whole.
SERVERS = Path(__file__).parent / "servers"


def main() -> None:
    parser = ArgumentParser(prog="python -m macros.postbuild")
    parser.add_argument("site", type=Path, help="the folder that was built")
    parser.add_argument("--from-disk", action="store_true", help="it is read without a server")
    parser.add_argument("--without-search", action="store_true", help="not the theme's of MkDocs")
    parser.add_argument("--headers", type=Path, help="where files for nginx and Caddy go")
    options = parser.parse_args()
    finish_editions(options.site, with_search=not options.without_search)
    publish_data(options.site, from_disk=options.from_disk)
    made = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH") or time.time()), UTC)
    sbom.publish(options.site, made)
    policies = seal(options.site, from_disk=options.from_disk)
    if options.headers:
        security.publish(options.site, made, os.environ)
        publish_headers(policies, options.site, options.headers)


def finish_editions(site: Path, *, with_search: bool) -> None:
    """Each language has its own search, for its own pages."""
    words = site / search.WORDS
    for language, pages in editions(site).items():
        if with_search:
            search.bring_language(pages, language, words)
            search_index.bring_words(pages, language)
        theme_script.fetch_no_maps(pages)
        dutch_names.mark(pages, language)
        papers.write_files(pages, language)
        if own := guidebook().own:
            own_look.give(pages, own)
        if not os.environ.get("SITE_URL"):
            lost_page.keep_in(folder(language), pages)
    words.unlink()


def publish_data(site: Path, *, from_disk: bool) -> None:
    """The data once, at the root of the site. From disk nobody follows a feed, or sends a program to read."""
    address = os.environ.get("SITE_URL", "")
    open_data.write_data(site, feeds=not from_disk)
    if not from_disk:
        open_data.write_feeds(site, address)
        for language, pages in editions(site).items():
            open_data.write_guide_for_programs(menu(pages, language), pages, language, address)


def seal(site: Path, *, from_disk: bool) -> dict[Path, Policy]:
    """Gives every page its policy, and tells them by the page's path."""
    policies = {}
    for file in sorted(site.rglob("*.html")):
        html = file.read_text(encoding="utf-8")
        policy = policy_of(html, from_disk=from_disk)
        file.write_text(with_policy(html, policy), encoding="utf-8")
        policies[file.relative_to(site)] = policy
    return policies


def publish_headers(policies: Mapping[Path, Policy], site: Path, folder: Path) -> None:
    places = headers.places(policies, under=urlsplit(os.environ.get("SITE_URL", "")).path)
    folder.mkdir(parents=True, exist_ok=True)
    (site / "_headers").write_text(headers.netlify(places), encoding="utf-8")
    (folder / "nginx-map.conf").write_text(headers.nginx_map(places), encoding="utf-8")
    (folder / "nginx-headers.conf").write_text(headers.nginx_headers(), encoding="utf-8")
    (folder / "Caddyfile").write_text(headers.caddy(places), encoding="utf-8")
    for server in SERVERS.iterdir():
        (folder / server.name).write_bytes(server.read_bytes())


if __name__ == "__main__":
    main()
