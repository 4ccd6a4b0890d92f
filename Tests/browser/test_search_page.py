"""The search page with an engine that is known: filters, chips, sorting, the address, spelling, help, and trouble."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from harness.browser import Watched, watched
from harness.kinds import Sites
from harness.searchbox import SEARCH_PAGE, box, hits, results, type_query, with_fake_engine
from playwright.sync_api import Browser, Page, expect

NARROW = 390


def opened(watch: Watched, sites: Sites, query: str = "dư luận", more: str = "") -> Page:
    with_fake_engine(watch, sites.own)
    page = watch.open(f"{SEARCH_PAGE}?q={quote(query)}{more}")
    expect(page.locator("#search-count")).not_to_be_empty()
    return page


def total(page: Page) -> int:
    return int((page.locator("#search-count b").text_content() or "").split(" ")[0])


def asked(page: Page) -> dict:
    return page.evaluate("asked.at(-1)")


def choose(page: Page, facet: str, name: str) -> None:
    page.locator(f"fieldset[data-facet={facet}]").get_by_label(name).click()


def test_counts_of_filters_agree_with_what_they_lead_to(sites: Sites, web: str, browser: Browser) -> None:
    with watched(browser, web) as watch:
        page = opened(watch, sites)
        for facet in ["status", "kind", "type", "issuer", "topic"]:
            row = page.locator(f"fieldset[data-facet={facet}] li").first
            count = int(row.locator(".count").text_content() or "")
            row.locator("input").click()
            expect(page.locator("#search-count b")).to_have_text(f"{count} kết quả")
            row.locator("input").click()
            expect(page.locator("#search-count b")).to_have_text("60 kết quả")
        watch.quiet()


def test_a_filter_is_in_the_address_and_comes_back(sites: Sites, web: str, browser: Browser) -> None:
    with watched(browser, web) as watch:
        page = opened(watch, sites)
        choose(page, "issuer", "Ban Bí thư")
        page.wait_for_url("**co-quan=ban-bi-thu*")
        choose(page, "status", "Chưa xác minh")
        page.wait_for_url("**hieu-luc=unverified*")
        page.locator("fieldset[data-facet=year] select").first.select_option("2011")
        page.wait_for_url("**nam=2011..*")
        page.locator("#search-sort").select_option("newest")
        page.wait_for_url("**xep=moi*")
        expected = {"status": ["unverified"], "issuer": ["ban-bi-thu"], "year": [2011, None]}
        assert asked(page)["filters"] == expected and asked(page)["sort"] == "newest"
        found = total(page)
        page.reload()
        expect(page.locator("#search-chips button")).to_have_count(4)
        assert total(page) == found and asked(page)["filters"] == expected
        expect(page.locator("fieldset[data-facet=issuer]").get_by_label("Ban Bí thư")).to_be_checked()
        expect(page.locator("#search-sort")).to_have_value("newest")
        page.go_back()
        page.wait_for_url(lambda url: "xep" not in url)
        page.go_back()
        page.wait_for_url(lambda url: "nam" not in url)
        expect(page.locator("#search-chips button")).to_have_count(3)
        page.go_forward()
        page.wait_for_url("**nam=2011..*")
        assert asked(page)["filters"] == expected
        watch.quiet()


def test_each_filter_in_use_can_be_removed(sites: Sites, web: str, browser: Browser) -> None:
    with watched(browser, web) as watch:
        page = opened(watch, sites, more="&loai=ket-luan&co-quan=ban-bi-thu&nam=2005..2015")
        chips = page.locator("#search-chips button")
        expect(chips).to_have_text(["Bỏ bộ lọc Loại: Kết luận", "Bỏ bộ lọc Cơ quan: Ban Bí thư", "Bỏ bộ lọc Năm: 2005–2015", "Bỏ mọi bộ lọc"])
        chips.nth(1).click()
        page.wait_for_url(lambda url: "co-quan" not in url and "loai" in url)
        expect(box(page)).to_be_focused()
        chips.last.click()
        page.wait_for_url(lambda url: "loai" not in url and "nam" not in url)
        expect(page.locator("#search-chips")).to_be_hidden()
        assert total(page) == 60
        watch.quiet()


def test_a_choice_by_keyboard_keeps_the_focus(sites: Sites, web: str, browser: Browser) -> None:
    with watched(browser, web) as watch:
        page = opened(watch, sites)
        row = page.locator("fieldset[data-facet=type] li").nth(2).locator("input")
        value = row.get_attribute("value")
        row.focus()
        page.keyboard.press("Space")
        page.wait_for_url(f"**loai={value}*")
        page.wait_for_timeout(100)
        assert page.evaluate("[document.activeElement.value, document.activeElement.checked]") == [value, True]
        watch.quiet()


def test_long_lists_of_values_open(sites: Sites, web: str, browser: Browser) -> None:
    with watched(browser, web) as watch:
        page = opened(watch, sites)
        group = page.locator("fieldset[data-facet=type]")
        shown = group.locator("li:visible")
        expect(shown).to_have_count(6)
        group.get_by_role("button").click()
        expect(shown).to_have_count(9)
        watch.quiet()


def test_on_a_phone_filters_are_a_sheet(sites: Sites, web: str, browser: Browser) -> None:
    with watched(browser, web, width=NARROW) as watch:
        page = opened(watch, sites)
        expect(page.locator("#search-facets")).to_be_hidden()
        page.get_by_role("button", name="Bộ lọc").click()
        sheet = page.get_by_role("dialog", name="Bộ lọc")
        expect(sheet).to_be_visible()
        choose(page, "issuer", "Ban Bí thư")
        close = sheet.get_by_role("button", name="Xem 20 kết quả")
        expect(close).to_be_visible()
        assert Axe().run(page).response["violations"] == []
        close.click()
        expect(sheet).to_be_hidden()
        expect(page.get_by_role("button", name="Bộ lọc (1)")).to_be_focused()
        page.keyboard.press("Enter")
        expect(sheet).to_be_visible()
        page.keyboard.press("Escape")
        expect(sheet).to_be_hidden()
        watch.quiet()


def test_hits_inside_a_record_lead_to_the_provision(sites: Sites, web: str, browser: Browser) -> None:
    with watched(browser, web) as watch:
        page = opened(watch, sites)
        section = page.locator(".result-sections a").first
        assert (section.get_attribute("href") or "").endswith("index.html?q=d%C6%B0+lu%E1%BA%ADn#muc-i")
        expect(page.locator(".result-sections mark").first).to_have_text("dư luận")
        watch.quiet()


def test_a_spelling_that_was_mended_is_said_and_can_be_refused(sites: Sites, web: str, browser: Browser) -> None:
    with watched(browser, web) as watch:
        page = opened(watch, sites, "saichinhta")
        notes = page.locator("#search-notes")
        expect(notes).to_contain_text("Kết quả cho “sai chính tả”.")
        notes.get_by_role("button", name="Tìm đúng “saichinhta”").click()
        page.wait_for_url("**dung=1*")
        assert asked(page)["correct"] is False
        expect(notes).to_contain_text("Chỉ tìm đúng “saichinhta”.")
        page.go_back()
        expect(notes).to_contain_text("Kết quả cho “sai chính tả”.")
        watch.quiet()


def test_when_nothing_is_found_a_click_leaves_out_what_hinders(sites: Sites, web: str, browser: Browser) -> None:
    with watched(browser, web) as watch:
        page = opened(watch, sites, "văn bản trống 7", "&loai=ket-luan&nam=2010")
        nothing = page.locator(".search-nothing")
        expect(nothing).to_contain_text("Không tìm thấy văn bản nào cho “văn bản trống 7”.")
        expect(nothing).to_contain_text("Năm: 2010")
        expect(nothing.get_by_role("heading")).to_have_text(["Văn bản có số 7", *nothing.locator(".result-title").all_text_contents()])
        nothing.get_by_role("button", name="Bỏ từ “trống”").click()
        expect(box(page)).to_have_value("văn bản 7")
        assert "văn bản 7" in page.evaluate("asked.map(each => each.query)")
        watch.quiet()


def test_a_filter_that_leaves_nothing_is_dropped_by_a_click(sites: Sites, web: str, browser: Browser) -> None:
    with watched(browser, web) as watch:
        page = opened(watch, sites, "dư luận", "&loai=khong-co")
        page.locator(".search-nothing").get_by_role("button", name="Bỏ bộ lọc “Loại: khong-co”").click()
        page.wait_for_url(lambda url: "loai" not in url)
        expect(hits(page).first).to_be_visible()
        watch.quiet()


def test_several_bearers_of_a_number_are_said(sites: Sites, web: str, browser: Browser) -> None:
    with watched(browser, web) as watch:
        page = opened(watch, sites, "7")
        expect(page.locator("#search-notes")).to_contain_text("2 văn bản mang số hiệu này")
        expect(page.locator("#search-results .is-number")).to_have_count(2)
        watch.quiet()


def test_a_slow_answer_is_told_and_old_results_stay(sites: Sites, web: str, browser: Browser) -> None:
    with watched(browser, web) as watch:
        page = opened(watch, sites, "nhanh")
        box(page).fill("chậm")
        expect(page.locator("#search-count")).to_have_text("Đang tìm…")
        expect(page.locator("#search-status")).to_have_text("Đang tìm…")
        expect(results(page)).to_have_attribute("aria-busy", "true")
        expect(hits(page).first).to_contain_text("(nhanh)")
        box(page).fill("sau cùng")
        expect(hits(page).first).to_contain_text("(sau cùng)")
        page.wait_for_timeout(1800)
        expect(hits(page).first).to_contain_text("(sau cùng)")
        expect(results(page)).not_to_have_attribute("aria-busy", "true")
        watch.quiet()


def test_more_results_come_on_request_and_stay_in_the_address(sites: Sites, web: str, browser: Browser) -> None:
    with watched(browser, web) as watch:
        page = opened(watch, sites)
        titles = page.locator("#search-results .result-title a")
        expect(titles).to_have_count(10)
        page.get_by_role("button", name="Xem thêm").click()
        expect(titles).to_have_count(20)
        expect(titles.nth(10)).to_be_focused()
        page.reload()
        expect(titles).to_have_count(20)
        watch.quiet()


@pytest.mark.parametrize("query, words", [("thiếu", "Thiếu một phần chỉ mục"), ("đổ", "Không đọc được chỉ mục")])
def test_trouble_is_said_and_can_be_tried_again(query: str, words: str, sites: Sites, web: str, browser: Browser) -> None:
    with watched(browser, web) as watch:
        with_fake_engine(watch, sites.own)
        page = watch.open(f"{SEARCH_PAGE}?q={quote(query)}")
        warning = page.locator(".search-warning")
        expect(warning).to_contain_text(words)
        before = page.evaluate("asked.length")
        warning.get_by_role("button", name="Thử lại").click()
        page.wait_for_function(f"asked.length > {before}")
        assert page.locator(".result-title").count() == (10 if query == "thiếu" else 0)
        watch.quiet()


def test_recent_look_ups_stand_where_nothing_is_asked(sites: Sites, web: str, browser: Browser) -> None:
    with watched(browser, web) as watch:
        page = opened(watch, sites)
        type_query(page, " xã hội")
        page.keyboard.press("Enter")
        watch.open(SEARCH_PAGE)
        recent = page.get_by_role("region", name="Tra cứu gần đây")
        expect(recent.get_by_role("link")).to_have_text(["dư luận xã hội"])
        expect(recent).to_contain_text("không gửi đi đâu")
        recent.get_by_role("link").click()
        expect(hits(page).first).to_be_visible()
        watch.open(SEARCH_PAGE)
        recent.get_by_role("button").click()
        expect(recent).to_be_hidden()
        watch.quiet()


def test_arrow_keys_walk_through_the_results(sites: Sites, web: str, browser: Browser) -> None:
    with watched(browser, web) as watch:
        page = opened(watch, sites)
        box(page).focus()
        page.keyboard.press("ArrowDown")
        expect(hits(page).nth(0)).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(hits(page).nth(1)).to_be_focused()
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")
        expect(box(page)).to_be_focused()
        watch.quiet()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_page_full_of_answers_breaks_no_rule(width: int, dark: bool, sites: Sites, web: str, browser: Browser) -> None:
    with watched(browser, web, width=width, dark=dark) as watch:
        page = opened(watch, sites, "saichinhta thiếu", "&loai=ket-luan&nam=2005..2020")
        assert Axe().run(page).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        watch.quiet()
