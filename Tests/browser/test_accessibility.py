"""Every kind of page: no breach of the accessibility rules that axe-core can find, in both colour schemes and at 320 px."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from harness.browser import watched
from harness.kinds import KINDS, Sites, kinds
from harness.searchbox import hits
from playwright.sync_api import Browser, Page, Route, expect

AXE = Axe()


# The dark scheme differs in colours alone, so only what axe-core says of colours is asked again.
OF_COLOURS = {"runOnly": {"type": "tag", "values": ["cat.color"]}}


def breaches(page: Page, options: dict[str, object] | None = None) -> list[str]:
    found = AXE.run(page, options=options).response["violations"]
    return [f"{rule['id']}: {node['html'][:160]} ({node.get('failureSummary', '')})" for rule in found for node in rule["nodes"]]


def settle(page: Page, kind: str) -> None:
    page.wait_for_load_state()
    if kind == "search-results":
        expect(hits(page).first).to_be_visible()
    elif kind == "search-nothing":
        page.wait_for_timeout(500)


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_breaks_no_rule(kind: str, width: int, sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    site, path = kinds(sites)[kind]
    assert_no_breach(kind, path, served[site], browser, width)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_in_english_breaks_no_rule(kind: str, sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    site, path = kinds(sites, english=True)[kind]
    assert_no_breach(kind, path, served[site], browser, 1280)


def assert_no_breach(kind: str, path: str, base: str, browser: Browser, width: int) -> None:
    """Fails where a page breaks a rule in the light scheme, or one of colours in the dark one."""
    with watched(browser, base, width=width) as watch:
        page = watch.open(path)
        settle(page, kind)
        assert breaches(page) == []
        page.emulate_media(color_scheme="dark")
        assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
        assert breaches(page, OF_COLOURS) == []
        watch.quiet()


@pytest.mark.parametrize("kind", KINDS)
def test_a_narrow_page_scrolls_one_way_only(kind: str, sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    site, path = kinds(sites)[kind]
    with watched(browser, served[site], width=320) as watch:
        page = watch.open(path)
        settle(page, kind)
        for width in (320, 390, 640):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("depth", ["", "a/", "van-ban/2014/a/b/"])
@pytest.mark.parametrize("below", ["", "tracuu/"])
def test_the_page_of_what_is_missing_works_at_any_depth(
    depth: str, below: str, sites: Sites, browser: Browser, tmp_path: Path
) -> None:
    """Its style sheets and links are found wherever the server shows it, below the root of a host or of a folder."""
    shutil.copytree(sites.own, tmp_path / "host" / below, dirs_exist_ok=True)
    page_bytes = (sites.own / "404.html").read_bytes()
    with browser.new_context() as context:
        page = context.new_page()

        def answer(route: Route) -> None:
            path = urlsplit(route.request.url).path.lstrip("/")
            file = tmp_path / "host" / path
            if file.is_file():
                route.fulfill(path=file)
            else:
                route.fulfill(status=404, body=page_bytes, content_type="text/html; charset=utf-8")

        page.route("**/*", answer)
        page.goto(f"http://co-quan.example/{below}{depth}khong-co.html")
        link = page.locator(".site-name")
        expect(link).to_have_attribute("href", f"http://co-quan.example/{below}index.html")
        assert page.locator("form.big-search").is_visible()
        assert page.evaluate("getComputedStyle(document.querySelector('.bar-top')).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_what_is_missing_is_said_on_a_page_of_the_site(sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    with watched(browser, served[sites.own]) as watch:
        response = watch.page.goto(watch.base + "khong-co-trang-nay.html")
        assert response is not None and response.status == 404
        expect(watch.page.locator("h1")).to_be_visible()
