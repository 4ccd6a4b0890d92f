"""Every kind of page: no breach of the accessibility rules that axe-core can find, in both colour schemes and at 320 px."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from harness.browser import watched
from harness.kinds import KINDS, Sites, kinds
from harness.searchbox import hits
from playwright.sync_api import Browser, Page, expect

AXE = Axe()


def breaches(page: Page) -> list[str]:
    found = AXE.run(page).response["violations"]
    return [f"{rule['id']}: {node['html'][:160]} ({node.get('failureSummary', '')})" for rule in found for node in rule["nodes"]]


def settle(page: Page, kind: str) -> None:
    page.wait_for_load_state()
    if kind == "search-results":
        expect(hits(page).first).to_be_visible()
    elif kind == "search-nothing":
        page.wait_for_timeout(500)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_breaks_no_rule(
    kind: str, width: int, dark: bool, sites: Sites, served: dict[Path, str], browser: Browser
) -> None:
    site, path = kinds(sites)[kind]
    with watched(browser, served[site], width=width, dark=dark) as watch:
        page = watch.open(path)
        settle(page, kind)
        assert breaches(page) == []
        watch.quiet()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_in_english_breaks_no_rule(
    kind: str, dark: bool, sites: Sites, served: dict[Path, str], browser: Browser
) -> None:
    site, path = kinds(sites, english=True)[kind]
    with watched(browser, served[site], dark=dark) as watch:
        page = watch.open(path)
        settle(page, kind)
        assert breaches(page) == []
        watch.quiet()


@pytest.mark.parametrize("width", [320, 390, 640])
@pytest.mark.parametrize("kind", KINDS)
def test_a_narrow_page_scrolls_one_way_only(
    kind: str, width: int, sites: Sites, served: dict[Path, str], browser: Browser
) -> None:
    site, path = kinds(sites)[kind]
    with watched(browser, served[site], width=width) as watch:
        page = watch.open(path)
        settle(page, kind)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_is_missing_is_said_on_a_page_of_the_site(sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    with watched(browser, served[sites.own]) as watch:
        response = watch.page.goto(watch.base + "khong-co-trang-nay.html")
        assert response is not None and response.status == 404
        expect(watch.page.locator("h1")).to_be_visible()
