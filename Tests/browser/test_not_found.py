"""The page for missing addresses looks like the site and leads back into it, at any depth."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

DEPTHS = ["khong-co", "khong-co.html", "van-ban/khong-co/index.html", "a/b/c", "a/b/c/d/", "a/b/c/d/e/f/g/h/i/j/k/l"]


def opened(browser: Browser, address: str, **settings: bool) -> Page:
    page = browser.new_context(locale="vi-VN", java_script_enabled=settings.get("scripts", True)).new_page()
    answer = page.goto(address)
    assert answer is not None and answer.status == 404
    return page


@pytest.mark.parametrize("path", DEPTHS)
def test_a_lost_reader_finds_home_and_search(browser: Browser, web: str, path: str) -> None:
    page = opened(browser, web + path)
    # The style sheet is found: a bare page has margins.
    assert page.locator("body").evaluate("body => getComputedStyle(body).marginTop") == "0px"
    box = page.locator("#_lost-search")
    box.fill("dư luận")
    box.press("Enter")
    page.wait_for_url(f"{web}tim-kiem/index.html?q=*")
    page.go_back()
    page.locator("main a[data-page='index.html']").click()
    assert page.url == f"{web}index.html"
    page.context.close()


@pytest.mark.parametrize("path", DEPTHS)
def test_nothing_leads_astray_without_scripts(browser: Browser, web: str, path: str) -> None:
    page = opened(browser, web + path, scripts=False)
    assert page.locator("h1").inner_text() != ""
    for link in page.locator("a[href]:not([href^='#'])").all():
        assert link.is_hidden() or page.request.get(link.evaluate("link => link.href")).ok
    assert page.locator("#_lost-search").is_hidden()
    assert page.locator("main noscript").is_visible()
    page.context.close()
