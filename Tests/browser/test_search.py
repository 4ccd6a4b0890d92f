"""Staff find a document: by its number in any typed form, by words with or without marks, from a server or a folder."""

from __future__ import annotations

import pytest
from harness.browser import watched
from harness.searchbox import RECORD, SEARCH_PAGE, box, hits, results, settled, type_query
from playwright.sync_api import Browser, expect

CONCLUSION = "van-ban/2014/kl-100-tw/index.html"
GUIDANCE = "van-ban/2015/hd-167-btgtw/index.html"
FIRST_HITS = {
    "100-KL/TW": CONCLUSION,
    "100/KL-TW": CONCLUSION,
    "100kltw": CONCLUSION,
    "167-HDBTGTW": GUIDANCE,
    "167-HD/BTGTW": GUIDANCE,
}
WORDS = {
    "marks": "dư luận xã hội",
    "no marks": "du luan xa hoi",
    "capitals": "DƯ LUẬN XÃ HỘI",
    "decomposed": "du\u031b lua\u0323\u0302n xa\u0303 ho\u0323\u0302i",
}
# Pages that bear a search box each in its own place.
WITH_BOX = {"home": "index.html", "bar": "loai/index.html", "record": GUIDANCE}


@pytest.mark.parametrize("typed", FIRST_HITS)
def test_a_number_typed_in_any_form_is_the_first_hit(typed: str, base: str, browser: Browser) -> None:
    with watched(browser, base) as watch:
        page = watch.open(SEARCH_PAGE)
        type_query(page, typed)
        assert settled(page)[0] == FIRST_HITS[typed]
        watch.quiet()


@pytest.mark.parametrize("spelling", WORDS)
def test_words_find_the_conclusion_with_marks_and_without(spelling: str, base: str, browser: Browser) -> None:
    with watched(browser, base) as watch:
        page = watch.open(SEARCH_PAGE)
        type_query(page, WORDS[spelling])
        assert CONCLUSION in settled(page)[:10], "many records bear these words in their titles"
        watch.quiet()


@pytest.mark.parametrize("typed", ["nghiên cứu dư luận xã hội kết luận 100", "nghien cuu du luan xa hoi ket luan 100"])
def test_words_that_single_it_out_put_the_conclusion_first(typed: str, base: str, browser: Browser) -> None:
    with watched(browser, base) as watch:
        page = watch.open(SEARCH_PAGE)
        type_query(page, typed)
        assert CONCLUSION in settled(page)[:3]
        watch.quiet()


@pytest.mark.parametrize("place", WITH_BOX)
def test_every_search_box_leads_to_the_answers(place: str, base: str, browser: Browser) -> None:
    with watched(browser, base) as watch:
        page = watch.open(WITH_BOX[place])
        type_query(page, "100/KL-TW")
        page.keyboard.press("Enter")
        assert settled(page)[0] == CONCLUSION
        expect(box(page)).to_have_value("100/KL-TW")
        watch.quiet()


def test_the_keyboard_alone_opens_the_first_hit(base: str, browser: Browser) -> None:
    with watched(browser, base) as watch:
        page = watch.open(SEARCH_PAGE)
        box(page).focus()
        page.keyboard.type("100-KL/TW", delay=5)
        settled(page)
        for _ in range(30):
            page.keyboard.press("Tab")
            if RECORD.search(page.evaluate("document.activeElement.href || ''")):
                break
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{CONCLUSION}*")
        expect(page.locator("h1")).to_be_visible()
        watch.quiet()


def test_the_query_is_in_the_address(base: str, browser: Browser) -> None:
    with watched(browser, base) as watch:
        page = watch.open(f"{SEARCH_PAGE}?q=100-KL%2FTW")
        assert settled(page)[0] == CONCLUSION
        expect(box(page)).to_have_value("100-KL/TW")
        page.reload()
        assert settled(page)[0] == CONCLUSION
        hits(page).first.click()
        page.wait_for_url(f"**/{CONCLUSION}*")
        page.go_back()
        assert settled(page)[0] == CONCLUSION
        watch.quiet()


def test_a_typed_query_comes_back_with_the_page(base: str, browser: Browser) -> None:
    with watched(browser, base) as watch:
        page = watch.open(SEARCH_PAGE)
        type_query(page, "dư luận xã hội")
        before = settled(page)
        # The address follows when typing rests.
        page.wait_for_url("**q=d*")
        page.reload()
        assert settled(page) == before
        expect(box(page)).to_have_value("dư luận xã hội")
        watch.quiet()


def test_the_number_of_answers_is_announced(base: str, browser: Browser) -> None:
    with watched(browser, base) as watch:
        page = watch.open(SEARCH_PAGE)
        type_query(page, "dư luận xã hội")
        settled(page)
        expect(page.locator("main [role=status]").first).not_to_be_empty()
        box(page).fill("khongcotunaonhuvay")
        expect(hits(page)).to_have_count(0)
        expect(page.locator("main [role=status]").first).not_to_be_empty()
        watch.quiet()


@pytest.mark.parametrize(
    "typed",
    ["(", '"', "-", "<img src=x onerror=alert(1)>", "%", "\\", "loai:", "a" * 500, "😀", "__proto__", "constructor"],
)
def test_nothing_typed_is_an_error(typed: str, base: str, browser: Browser) -> None:
    with watched(browser, base) as watch:
        page = watch.open(SEARCH_PAGE)
        box(page).fill(typed)
        page.wait_for_timeout(400)
        assert results(page).locator("img").count() == 0
        watch.quiet()


def test_links_work_from_a_server_and_from_a_folder(base: str, browser: Browser) -> None:
    with watched(browser, base) as watch:
        page = watch.open("index.html")
        page.locator("a[href*='loai/']:visible").first.click()
        page.wait_for_url("**/loai/**index.html")
        watch.open(CONCLUSION)
        page.locator("main a[href*='hd-167-btgtw']").first.click()
        page.wait_for_url(f"**/{GUIDANCE}*")
        watch.quiet()


def test_without_scripts_the_listings_still_lead_to_records(base: str, browser: Browser) -> None:
    with watched(browser, base, javascript=False) as watch:
        page = watch.open("loai/ket-luan/index.html")
        page.locator("main a[href*='kl-100-tw']").first.click()
        page.wait_for_url(f"**/{CONCLUSION}")
        expect(page.locator("main")).to_contain_text("100-KL/TW")
        watch.quiet()
