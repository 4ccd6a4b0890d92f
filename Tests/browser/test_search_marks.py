"""A page that was opened from search results: its hits are marked, and the results are one click away."""

from __future__ import annotations

import re

from harness.browser import watched
from harness.searchbox import box, hits, settled, type_query
from playwright.sync_api import Browser, Page, expect

GUIDANCE = "van-ban/2015/hd-167-btgtw/index.html"
MARKED = "[...(CSS.highlights.get('tracuu-hit') ?? [])].map(range => range.toString())"


def marked(page: Page) -> list[str]:
    return page.evaluate(MARKED)


def test_the_page_marks_what_was_asked(base: str, browser: Browser) -> None:
    with watched(browser, base) as watch:
        page = watch.open("tim-kiem/index.html?q=du+luan+xa+hoi")
        settled(page)
        page.locator("#search-results a[href*='hd-167-btgtw']").first.click()
        page.wait_for_url(f"**/{GUIDANCE}?q=*")
        bar = page.get_by_role("group", name="Từ kết quả tìm kiếm")
        expect(bar).to_contain_text("7 đúng cụm từ")
        found = marked(page)
        assert found and {text.lower() for text in found} <= {"dư luận xã hội", "dư luận", "xã hội", "luận xã hội"}
        expect(box(page)).to_have_value("du luan xa hoi")
        bar.get_by_role("button", name="Sau").click()
        expect(bar.get_by_role("status")).to_have_text(f"Chỗ 1/{len(found)}")
        bar.get_by_role("button", name="Trước").click()
        expect(bar.get_by_role("status")).to_have_text(f"Chỗ {len(found)}/{len(found)}")
        bar.get_by_role("link").click()
        page.wait_for_url("**/tim-kiem/index.html?q=*")
        expect(hits(page).first).to_be_visible()
        watch.quiet()


def test_the_whole_phrase_is_counted_first(base: str, browser: Browser) -> None:
    with watched(browser, base) as watch:
        page = watch.open(f"{GUIDANCE}?q=h%C6%B0%E1%BB%9Bng+d%E1%BA%ABn+th%E1%BB%B1c+hi%E1%BB%87n")
        said = page.locator(".arrival [role=status]")
        expect(said).to_have_text(re.compile(r"^\d+ đúng cụm từ · \d+ chỗ khớp$"))
        phrases, places = map(int, re.findall(r"\d+", said.inner_text()))
        assert 0 < phrases < places == len(marked(page))
        assert sum(text.lower() == "hướng dẫn thực hiện" for text in marked(page)) == phrases
        watch.quiet()


def test_the_strip_and_what_paper_alone_shows_are_no_hits(base: str, browser: Browser) -> None:
    with watched(browser, base) as watch:
        page = watch.open(f"{GUIDANCE}?q=167-HD%2FBTGTW")
        page.get_by_role("group", name="Từ kết quả tìm kiếm").wait_for()
        found = page.evaluate("""[...(CSS.highlights.get('tracuu-hit') ?? [])].map(({ startContainer: { parentElement } }) =>
            Boolean(parentElement.closest('.strip, .print-only')))""")
        assert found and not any(found)
        watch.quiet()


def test_marks_can_be_cleared(base: str, browser: Browser) -> None:
    with watched(browser, base) as watch:
        page = watch.open(f"{GUIDANCE}?q=d%C6%B0+lu%E1%BA%ADn")
        page.get_by_role("button", name="Bỏ đánh dấu").click()
        assert marked(page) == []
        expect(page.locator(".arrival")).to_have_count(0)
        watch.quiet()


def test_the_next_place_is_that_below_the_provision(base: str, browser: Browser) -> None:
    with watched(browser, base) as watch:
        page = watch.open(f"{GUIDANCE}?q=d%C6%B0+lu%E1%BA%ADn")
        anchor = page.locator("main [id]:is(h2, h3)").last.get_attribute("id")
        page = watch.open(f"{GUIDANCE}?q=c%C3%B4ng+t%C3%A1c#{anchor}")
        page.get_by_role("button", name="Sau").click()
        first = page.evaluate(
            """() => {
                const [range] = CSS.highlights.get('tracuu-place');
                const target = document.getElementById(location.hash.slice(1));
                const all = [...CSS.highlights.get('tracuu-hit')];
                const below = all.filter(each => each.getBoundingClientRect().top >= target.getBoundingClientRect().top - 1);
                return below.length === 0 || range.compareBoundaryPoints(Range.START_TO_START, below[0]) === 0;
            }"""
        )
        assert first
        watch.quiet()


def test_nothing_moves_when_the_marks_come(base: str, browser: Browser) -> None:
    with watched(browser, base) as watch:
        page = watch.open(f"{GUIDANCE}?q=d%C6%B0+lu%E1%BA%ADn")
        expect(page.locator(".arrival")).to_be_visible()
        shift = page.evaluate(
            """() => new Promise(resolve => new PerformanceObserver(list =>
                resolve(list.getEntries().reduce((sum, entry) => sum + entry.value, 0))).observe({ type: 'layout-shift', buffered: true }) ||
                setTimeout(() => resolve(0), 300))"""
        )
        assert shift < 0.01
        watch.quiet()


def test_the_journey_by_keyboard_from_home_to_a_place_and_back(base: str, browser: Browser) -> None:
    with watched(browser, base) as watch:
        page = watch.open("index.html")
        page.keyboard.press("/")
        page.keyboard.type("nắm bắt dư luận", delay=5)
        page.keyboard.press("Enter")
        page.wait_for_url("**/tim-kiem/index.html?q=*")
        settled(page)
        page.keyboard.press("/")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/van-ban/**?q=*")
        bar = page.locator(".arrival")
        expect(bar).to_be_visible()
        bar.get_by_role("button", name="Sau").focus()
        page.keyboard.press("Enter")
        expect(bar.get_by_role("status")).to_contain_text("Chỗ 1/")
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**/tim-kiem/index.html?q=*")
        expect(box(page)).to_have_value("nắm bắt dư luận")
        type_query(page, " ")
        watch.quiet()
