"""What holds for every page of every site: links lead somewhere, and the security policy is kept."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from harness.command import CONTENT, TEMPLATES, must_build, tracuu
from harness.content import copy_of
from harness.trees import pages

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)
# What a page may name without holding it: a standard's own address, the site's own published one.
EXTERNAL = ("http://", "https://", "mailto:", "data:")


@dataclass
class Page(HTMLParser):
    """The parts of a page that these tests look at."""

    path: Path
    anchors: set[str] = field(default_factory=set)
    links: list[tuple[str, str]] = field(default_factory=list)
    offences: list[str] = field(default_factory=list)
    policies: list[str] = field(default_factory=list)
    duplicates: list[str] = field(default_factory=list)
    language: str | None = None

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._inline = ""
        self.feed(self.path.read_text(encoding="utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if tag == "html":
            self.language = given.get("lang")
        if "id" in given:
            if given["id"] in self.anchors:
                self.duplicates.append(given["id"])
            self.anchors.add(given["id"])
        if tag == "meta" and given.get("http-equiv", "").lower() == "content-security-policy":
            self.policies.append(given.get("content", ""))
        for name, value in given.items():
            if name == "style" or name.startswith("on"):
                self.offences.append(f"{name}={value!r} on <{tag}>")
            if name in ("href", "src", "action", "data") and not (tag == "link" and given.get("rel") == "canonical"):
                self.links.append((tag, value))
        if tag == "style" or (tag == "script" and "src" not in given and "json" not in given.get("type", "")):
            self._inline = tag
        if tag == "script" and given.get("type") == "module":
            self.offences.append("a module, which browsers refuse to load from a folder")

    def handle_data(self, data: str) -> None:
        if self._inline and data.strip():
            self.offences.append(f"inline <{self._inline}>")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inline:
            self._inline = ""


@dataclass
class Site:
    root: Path
    pages: dict[Path, Page]


@pytest.fixture(scope="module", params=["content", "bare", "choice", "editions"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp(request.param)
    content = CONTENT if request.param == "content" else copy_of(request.param, folder)
    root = must_build(content, folder / "site")
    return Site(root, {path: Page(path) for path in pages(root)})


def test_every_link_leads_to_a_file_and_an_anchor(site: Site) -> None:
    broken: dict[str, list[str]] = defaultdict(list)
    for path, page in site.pages.items():
        for tag, link in page.links:
            if link.startswith(EXTERNAL):
                continue
            parts = urlsplit(link)
            if parts.scheme or link.startswith("/"):
                broken[link].append(f"{path.relative_to(site.root)} (not relative)")
                continue
            if path.name == "404.html" and tag != "a" and link.startswith("../"):
                # That page may be shown at any address: it asks for its style and script at every height.
                link = link.replace("../", "")
                parts = urlsplit(link)
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if not target.is_relative_to(site.root.resolve()) or not target.is_file():
                broken[link].append(f"{path.relative_to(site.root)} (no such file)")
            elif parts.fragment and not parts.fragment.startswith(":~:") and tag == "a" and target.suffix == ".html":
                there = site.pages.get(site.root / target.relative_to(site.root.resolve()))
                if there is None or unquote(parts.fragment) not in there.anchors:
                    broken[link].append(f"{path.relative_to(site.root)} (no such place)")
    assert not broken, "\n".join(f"{link}: {', '.join(places[:3])}" for link, places in sorted(broken.items())[:40])


def test_every_page_states_the_policy_and_keeps_it(site: Site) -> None:
    for path, page in site.pages.items():
        name = path.relative_to(site.root)
        assert page.policies == [POLICY], name
        assert page.offences == [], name


def test_every_page_names_its_language_and_no_anchor_twice(site: Site) -> None:
    for path, page in site.pages.items():
        assert page.language == "vi", path.relative_to(site.root)
        assert page.duplicates == [], path.relative_to(site.root)


def test_every_page_but_the_home_and_error_pages_is_reached_by_links(site: Site) -> None:
    reached = {site.root / "index.html"}
    waiting = list(reached)
    while waiting:
        path = waiting.pop()
        for _, link in site.pages[path].links:
            if link.startswith(EXTERNAL):
                continue
            target = (path.parent / unquote(urlsplit(link).path)).resolve() if urlsplit(link).path else path
            target = site.root / target.relative_to(site.root.resolve()) if target.is_relative_to(site.root.resolve()) else path
            if target in site.pages and target not in reached:
                reached.add(target)
                waiting.append(target)
    alone = {path.relative_to(site.root).as_posix() for path in site.pages.keys() - reached}
    # Redirects and pages of numbers are entered by their address.
    alone = {path for path in alone if path != "404.html" and not path.startswith("so-hieu/")}
    alone = {path for path in alone if b'http-equiv="refresh"' not in (site.root / path).read_bytes()}
    assert alone == set()


def test_a_link_to_a_file_that_is_named_otherwise_suggests_it(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "pages").mkdir(parents=True)
    (content / "attachments" / "2026").mkdir(parents=True)
    for name in ("x.pdf", "2026/Ban-Chup.PDF"):
        (content / "attachments" / name).write_bytes(b"%PDF-1.4")
    (content / "pages/a.md").write_text(
        "---\ntitle: Trang\naudience: public\nattachments: [{file: X.PDF, title: Tệp}]\n---\n\n"
        "[e](x.pdf), [f](../attachments/X.pdf), [g](ban-chup.pdf)\n",
        encoding="utf-8",
    )
    result = tracuu("check", "--content", content, "--templates", TEMPLATES)
    assert result.code == 1
    assert [line for line in ("“x.pdf”?", "“../attachments/x.pdf”?", "“../attachments/2026/Ban-Chup.PDF”?") if line not in result.err] == []
    assert result.err.count("“../attachments/x.pdf”?") == 2, result
