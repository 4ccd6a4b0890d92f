"""The same pages under other conditions: by keyboard alone, enlarged, with forced colours, with little motion, without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from harness.browser import watched
from harness.kinds import KINDS, Sites, kinds
from playwright.sync_api import Browser, Page, expect

LAW = "van-ban/2021/nd-7-vd/index.html"


def tab_to(page: Page, selector: str, limit: int = 120) -> None:
    """Moves the focus by the keyboard alone; every stop on the way must show where it is."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        shown = page.evaluate(
            "e => { const s = getComputedStyle(document.activeElement); return document.activeElement === document.body"
            " || (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none' }"
        )
        assert shown, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"{limit} tabs do not reach {selector}")


@pytest.mark.parametrize("place", ["http", "file"])
def test_the_keyboard_leads_from_home_to_a_provision_and_back(
    place: str, sites: Sites, served: dict[Path, str], browser: Browser
) -> None:
    base = served[sites.looks] if place == "http" else f"{sites.looks.as_uri()}/"
    with watched(browser, base) as watch:
        page = watch.open("index.html")
        page.keyboard.press("Tab")
        expect(page.locator(".skip")).to_be_focused()
        page.keyboard.press("Enter")
        tab_to(page, f"main a[href*='{LAW}']")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{LAW}")
        tab_to(page, ".outline a[href='#dieu-3']")
        page.keyboard.press("Enter")
        page.wait_for_url("**#dieu-3")
        tab_to(page, "#dieu-3 + .permalink")
        page.keyboard.press("Enter")
        expect(page.locator("#_cite-text")).to_contain_text("Điều 3 Nghị định số 7/2021/NĐ-VD")
        tab_to(page, ".cite-panel [data-copy]")
        page.go_back()
        assert watch.troubles == []
        page.go_back()
        page.wait_for_url("**/index.html*")
        watch.quiet()


@pytest.mark.parametrize("kind", KINDS)
def test_twice_the_text_size_needs_no_sideways_scrolling(kind: str, sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    site, path = kinds(sites)[kind]
    # Enlarging the page on a screen of 1280 leaves 640 (test_accessibility.py); enlarging the text alone keeps the columns.
    with watched(browser, served[site]) as watch:
        page = watch.open(path)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280


@pytest.mark.parametrize("kind", ["home", "directive", "law", "type", "search-results"])
def test_forced_colours_keep_statuses_and_places_apart(
    kind: str, sites: Sites, served: dict[Path, str], browser: Browser
) -> None:
    site, path = kinds(sites)[kind]
    with watched(browser, served[site]) as watch:
        watch.page.emulate_media(forced_colors="active")
        page = watch.open(path)
        page.wait_for_timeout(300)
        status = page.locator(".status:visible")
        for index in range(min(5, status.count())):
            mark = status.nth(index).evaluate("e => getComputedStyle(e, '::before').borderBottomWidth")
            assert float(mark.removesuffix("px")) > 0
        edges = page.locator(".bar-nav a").evaluate_all(
            "links => links.map(l => [l.hasAttribute('aria-current'), getComputedStyle(l).borderBottomColor, getComputedStyle(document.body).backgroundColor])"
        )
        assert all(current or edge == ground for current, edge, ground in edges), "only the present place is underlined"


def test_nothing_moves_by_itself(sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    for kind in ("home", "law", "type", "search"):
        site, path = kinds(sites)[kind]
        with watched(browser, served[site]) as watch:
            watch.page.emulate_media(reduced_motion="no-preference")
            page = watch.open(path)
            page.wait_for_load_state()
            assert page.evaluate("document.getAnimations().length") == 0
            moving = page.evaluate(
                "[...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);"
                " return s.animationName !== 'none' || parseFloat(s.transitionDuration) > 0 || s.scrollBehavior === 'smooth' }).length"
            )
            assert moving == 0, kind


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not kind.startswith("search")])
def test_every_page_says_the_same_without_scripts(
    kind: str, sites: Sites, served: dict[Path, str], browser: Browser
) -> None:
    site, path = kinds(sites)[kind]
    words = []
    for javascript in (True, False):
        with watched(browser, served[site], javascript=javascript) as watch:
            page = watch.open(path)
            page.wait_for_load_state()
            # Filters fill themselves with choices; they are not shown to those who have no scripts.
            text = "() => { const main = document.querySelector('main').cloneNode(true);"
            text += " main.querySelectorAll('form.filters').forEach(form => form.remove()); return main.textContent; }"
            words.append(" ".join(page.evaluate(text).split()))
            watch.quiet()
    assert words[0] == words[1]
