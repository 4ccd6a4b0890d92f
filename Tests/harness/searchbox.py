"""Where the parts of search stand on a page: the one place to change when the markup does."""

from __future__ import annotations

import re
from pathlib import Path

from harness.browser import Watched
from harness.command import asset
from playwright.sync_api import Locator, Page, expect

RECORD = re.compile(r"(?:van-ban/[^/]+|ket-qua|trang)/[^/]+/index\.html")
SEARCH_PAGE = "tim-kiem/index.html"


def box(page: Page) -> Locator:
    """The page's own search box: in the bar, on the home page or on the search page."""
    return page.locator("input[type=search]:visible").first


def results(page: Page) -> Locator:
    return page.locator("#search-results")


def hits(page: Page) -> Locator:
    """The links of the answers, those to places inside a record included."""
    return results(page).locator("a[href*='index.html']")


def found(page: Page) -> list[str]:
    """The records that the answers lead to, best first, each once, as paths of the site."""
    addresses = hits(page).evaluate_all("links => links.map(link => link.href)")
    return list(dict.fromkeys(match[0] for address in addresses if (match := RECORD.search(address))))


def settled(page: Page) -> list[str]:
    """The records found, once there are some, all that was typed is answered, and the list has stopped changing."""
    expect(hits(page).first).to_be_visible()
    expect(results(page)).not_to_have_attribute("aria-busy", "true")
    before: list[str] = []
    while (now := found(page)) != before:
        before = now
        page.wait_for_timeout(250)
    return now


def type_query(page: Page, query: str) -> None:
    box(page).click()
    box(page).press_sequentially(query, delay=5)


# The list under a box, and a page whose engine is a stand-in

FAKE_ENGINE = Path(__file__).with_name("fake-engine.js").read_text(encoding="utf-8")


def with_fake_engine(watch: Watched, site: Path) -> Page:
    """Puts the stand-in behind the site's own text rules: what is found is then known, and so is when."""
    script = asset(site, "search.js")
    own = (site / script).read_text(encoding="utf-8")
    watch.page.context.route(
        f"**/{script}", lambda route: route.fulfill(body=FAKE_ENGINE + own, content_type="text/javascript")
    )
    return watch.page


def popup(page: Page) -> Locator:
    return page.locator(".combobox-popup")


def rows(page: Page) -> Locator:
    return page.get_by_role("option")


def active(page: Page) -> str | None:
    """The words of the row that a screen reader is told to be active."""
    return page.evaluate(
        "() => document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.textContent ?? null"
    )
