"""Few stops of the keyboard lead to what a reader came for: to the first result, to the text of a record, to the rows of a list."""

from __future__ import annotations

from pathlib import Path

import pytest
from harness.browser import watched
from harness.kinds import Sites, kinds
from harness.searchbox import settled
from playwright.sync_api import Browser, Page, expect

# Presses of Tab and Enter.
MOST = 6


def press(page: Page, *keys: str) -> int:
    """Presses keys one by one; the focus must be seen after each Tab."""
    for key in keys:
        page.keyboard.press(key)
        if key == "Tab":
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", page.evaluate("document.activeElement.outerHTML.slice(0, 120)")
    return len(keys)


@pytest.mark.parametrize("width", [1280, 390])
def test_the_first_result_is_near(width: int, sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    with watched(browser, served[sites.own], width=width) as watch:
        page = watch.open("tim-kiem/index.html?q=du+luan")
        settled(page)
        pressed = press(page, "Tab", "Tab", "Enter", "Tab")
        assert pressed <= MOST
        expect(page.locator("#search-results a").first).to_be_focused()
        watch.quiet()


def test_the_first_result_is_nearer_still_from_the_box(sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    with watched(browser, served[sites.own]) as watch:
        page = watch.open("tim-kiem/index.html?q=du+luan")
        settled(page)
        assert press(page, "/", "ArrowDown") <= MOST
        expect(page.locator("#search-results a").first).to_be_focused()
        watch.quiet()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("kind", ["directive", "guidance", "finding", "monitoring", "law", "page", "record-long"])
def test_the_text_of_a_record_is_near(kind: str, width: int, sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    site, path = kinds(sites)[kind]
    with watched(browser, served[site], width=width) as watch:
        page = watch.open(path)
        assert press(page, "Tab", "Tab", "Enter") <= MOST
        text = page.locator("#_text")
        expect(text).to_be_focused()
        # What is read next lies in it.
        assert text.evaluate("e => e.getBoundingClientRect().top >= 0 && e.getBoundingClientRect().top < innerHeight / 2")
        watch.quiet()


def test_the_rows_of_a_list_are_near(sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    with watched(browser, served[sites.own]) as watch:
        page = watch.open("hieu-luc/index.html")
        press(page, "Tab", "Enter")
        expect(page.locator("main")).to_be_focused()
        watch.quiet()
