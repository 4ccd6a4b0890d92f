"""Where the parts of search stand on a page: the one place to change when the markup does."""

from __future__ import annotations

import re

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
    """The records found, once there are some and the list has stopped changing."""
    expect(hits(page).first).to_be_visible()
    before: list[str] = []
    while (now := found(page)) != before:
        before = now
        page.wait_for_timeout(250)
    return now


def type_query(page: Page, query: str) -> None:
    box(page).click()
    box(page).press_sequentially(query, delay=5)
