"""The list under the search box of every page: the WAI-ARIA combobox, by keyboard, mouse and screen reader."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from harness.browser import Watched, watched
from harness.kinds import Sites
from harness.searchbox import active, box, hits, popup, rows, type_query, with_fake_engine
from playwright.sync_api import Browser, Page, expect

PLACES = {"home": "index.html", "bar": "loai/index.html"}
WORDS = "dư luận"


def opened(watch: Watched, sites: Sites, path: str = "loai/index.html") -> Page:
    with_fake_engine(watch, sites.own)
    return watch.open(path)


@pytest.mark.parametrize("place", PLACES)
def test_answers_stand_under_the_box_and_open_by_keyboard(place: str, base: str, browser: Browser) -> None:
    with watched(browser, base) as watch:
        page = watch.open(PLACES[place])
        page.keyboard.press("/")
        expect(box(page)).to_be_focused()
        page.keyboard.type("100-KL/TW", delay=5)
        expect(rows(page).first).to_contain_text("100-KL/TW")
        page.keyboard.press("ArrowDown")
        assert "100-KL/TW" in (active(page) or "")
        page.keyboard.press("Enter")
        page.wait_for_url("**/van-ban/2014/kl-100-tw/index.html?q=*")
        watch.quiet()


def test_the_slash_key_can_be_switched_off(base: str, browser: Browser) -> None:
    with watched(browser, base) as watch:
        page = watch.open("tim-kiem/index.html")
        page.locator(".search-syntax summary").click()
        page.get_by_label("Phím / đưa tới ô tìm kiếm").uncheck()
        page = watch.open("loai/index.html")
        page.keyboard.press("/")
        expect(box(page)).not_to_be_focused()
        page.keyboard.press("Control+K")
        expect(box(page)).to_be_focused()
        page = watch.open("tim-kiem/index.html")
        page.locator(".search-syntax summary").click()
        page.get_by_label("Phím / đưa tới ô tìm kiếm").check()
        page = watch.open("loai/index.html")
        page.keyboard.press("/")
        expect(box(page)).to_be_focused()
        watch.quiet()


def test_enter_without_a_row_leads_to_the_search_page(base: str, browser: Browser) -> None:
    with watched(browser, base) as watch:
        page = watch.open("loai/index.html")
        page.keyboard.press("Control+K")
        page.keyboard.type(WORDS, delay=5)
        expect(rows(page).first).to_be_visible()
        page.keyboard.press("Enter")
        page.wait_for_url("**/tim-kiem/index.html?q=*")
        expect(hits(page).first).to_be_visible()
        watch.quiet()


def test_the_roles_and_states_of_a_combobox(sites: Sites, web: str, browser: Browser) -> None:
    with watched(browser, web) as watch:
        page = opened(watch, sites)
        box(page).focus()
        combobox = page.get_by_role("combobox")
        expect(combobox).to_have_attribute("aria-expanded", "false")
        type_query(page, WORDS)
        expect(rows(page)).to_have_count(8)
        expect(combobox).to_have_attribute("aria-expanded", "true")
        controlled = combobox.get_attribute("aria-controls")
        expect(page.locator(f"#{controlled}")).to_have_role("listbox")
        expect(page.get_by_role("option", selected=True)).to_have_count(0)
        page.keyboard.press("ArrowDown")
        expect(page.get_by_role("option", selected=True)).to_have_count(1)
        assert Axe().run(page).response["violations"] == []
        watch.quiet()


def test_the_keyboard_map(sites: Sites, web: str, browser: Browser) -> None:
    with watched(browser, web) as watch:
        page = opened(watch, sites)
        type_query(page, WORDS)
        expect(rows(page)).to_have_count(8)
        press = page.keyboard.press
        press("End")
        assert active(page) is None, "without an active row the key belongs to the text"
        for key, row in [("ArrowDown", 0), ("ArrowDown", 1), ("End", 7), ("Home", 0), ("ArrowUp", None), ("ArrowUp", 7), ("ArrowDown", None)]:
            press(key)
            expected = None if row is None else rows(page).nth(row).text_content()
            assert active(page) == expected, key
        press("Escape")
        expect(popup(page)).to_be_hidden()
        expect(box(page)).to_have_value(WORDS)
        press("ArrowDown")
        expect(popup(page)).to_be_visible()
        press("Tab")
        expect(popup(page)).to_be_hidden()
        watch.quiet()


def test_the_active_row_is_seen(sites: Sites, web: str, browser: Browser) -> None:
    with watched(browser, web, width=390) as watch:
        page = opened(watch, sites)
        type_query(page, WORDS)
        expect(rows(page)).to_have_count(8)
        look = "row => { const style = getComputedStyle(row); return [style.backgroundColor, style.borderInlineStartColor]; }"
        for _ in range(8):
            page.keyboard.press("ArrowDown")
            chosen = page.get_by_role("option", selected=True)
            other = page.get_by_role("option", selected=False).first
            assert all(a != b for a, b in zip(chosen.evaluate(look), other.evaluate(look)))
            edge = popup(page).bounding_box()
            place = chosen.bounding_box()
            assert edge and place and edge["y"] <= place["y"] and place["y"] + place["height"] <= edge["y"] + edge["height"] + 1
        watch.quiet()


def test_the_count_is_announced(sites: Sites, web: str, browser: Browser) -> None:
    with watched(browser, web) as watch:
        page = opened(watch, sites)
        type_query(page, WORDS)
        expect(page.locator("header [role=status]")).to_contain_text("60 kết quả")
        box(page).fill("trống")
        expect(page.locator("header [role=status]")).to_contain_text("Không tìm thấy")
        watch.quiet()


def test_keys_of_an_input_method_are_left_to_it(sites: Sites, web: str, browser: Browser) -> None:
    with watched(browser, web) as watch:
        page = opened(watch, sites)
        type_query(page, WORDS)
        expect(rows(page)).to_have_count(8)
        session = page.context.new_cdp_session(page)
        session.send("Input.imeSetComposition", {"text": "xã", "selectionStart": 2, "selectionEnd": 2})
        asked = page.evaluate("asked.length")
        page.wait_for_timeout(100)
        assert page.evaluate("asked.length") == asked, "nothing is asked amid composing"
        box(page).dispatch_event("keydown", {"key": "ArrowDown", "keyCode": 229})
        assert active(page) is None
        session.send("Input.insertText", {"text": "xã"})
        expect(rows(page).first).to_contain_text(f"({WORDS}xã)")
        watch.quiet()


def test_a_late_answer_never_replaces_a_newer_one(sites: Sites, web: str, browser: Browser) -> None:
    with watched(browser, web) as watch:
        page = opened(watch, sites)
        box(page).focus()
        box(page).fill("chậm")
        page.wait_for_timeout(50)
        box(page).fill("nhanh")
        expect(rows(page).first).to_contain_text("(nhanh)")
        page.wait_for_timeout(1800)
        expect(rows(page).first).to_contain_text("(nhanh)")
        watch.quiet()


def test_a_beginning_is_answered_while_one_types_on(sites: Sites, web: str, browser: Browser) -> None:
    with watched(browser, web) as watch:
        page = opened(watch, sites)
        box(page).focus()
        box(page).fill("chậm m")
        page.wait_for_timeout(50)
        box(page).fill("chậm một")
        expect(rows(page).first).to_contain_text("(chậm m)")
        assert rows(page).first.evaluate("row => new URL(row.href).searchParams.get('q')") == "chậm m"
        expect(rows(page).first).to_contain_text("(chậm một)")
        # Another question's answer is not shown, however late its own comes.
        box(page).fill("chậm hai")
        page.wait_for_timeout(50)
        box(page).fill("khác")
        for _ in range(8):
            page.wait_for_timeout(100)
            assert "(chậm hai)" not in (rows(page).first.text_content() or "")
        expect(rows(page).first).to_contain_text("(khác)")
        watch.quiet()


def test_old_answers_stay_until_new_ones_are_there(sites: Sites, web: str, browser: Browser) -> None:
    with watched(browser, web) as watch:
        page = opened(watch, sites)
        box(page).focus()
        box(page).fill("chậm một")
        expect(popup(page)).to_contain_text("Đang tìm")
        expect(rows(page).first).to_contain_text("(chậm một)")
        box(page).fill("chậm hai")
        for _ in range(5):
            page.wait_for_timeout(150)
            assert rows(page).count() == 8, "the list never goes empty in between"
        expect(rows(page).first).to_contain_text("(chậm hai)")
        watch.quiet()


def test_recent_look_ups_are_offered_and_erased(base: str, browser: Browser) -> None:
    with watched(browser, base) as watch:
        page = watch.open("loai/index.html")
        type_query(page, "100-KL/TW")
        page.keyboard.press("Enter")
        page.wait_for_url("**/tim-kiem/**")
        watch.open("index.html")
        box(page).click()
        expect(rows(page).first).to_have_text("100-KL/TW")
        expect(popup(page)).to_contain_text("không gửi đi đâu")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("End")
        page.keyboard.press("Enter")
        expect(popup(page)).to_be_hidden()
        assert page.evaluate("Object.keys(localStorage).length") == 0
        box(page).click()
        page.wait_for_timeout(200)
        expect(popup(page)).to_be_hidden()
        watch.quiet()


def test_without_storage_the_box_works(base: str, browser: Browser) -> None:
    with watched(browser, base) as watch:
        watch.page.add_init_script("Object.defineProperty(globalThis, 'localStorage', { get() { throw new Error('refused'); } })")
        page = watch.open("loai/index.html")
        type_query(page, "100-KL/TW")
        expect(rows(page).first).to_contain_text("100-KL/TW")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/kl-100-tw/**")
        watch.quiet()


def test_a_row_is_a_link(sites: Sites, web: str, browser: Browser) -> None:
    with watched(browser, web) as watch:
        page = opened(watch, sites)
        type_query(page, WORDS)
        expect(rows(page).last).to_have_text("Xem tất cả 60 kết quả")
        with page.context.expect_page() as other:
            rows(page).first.click(modifiers=["ControlOrMeta"])
        other.value.wait_for_url("**q=*")
        rows(page).last.click()
        page.wait_for_url("**/tim-kiem/index.html?q=*")
        watch.quiet()


def test_what_is_missing_or_broken_is_said(sites: Sites, web: str, browser: Browser) -> None:
    with watched(browser, web) as watch:
        page = opened(watch, sites)
        box(page).focus()
        box(page).fill("thiếu")
        expect(popup(page)).to_contain_text("Thiếu một phần chỉ mục")
        expect(rows(page)).to_have_count(8)
        box(page).fill("đổ")
        expect(popup(page)).to_contain_text("Không đọc được chỉ mục")
        box(page).fill("saichinhta")
        expect(popup(page)).to_contain_text("Kết quả cho “sai chính tả”")
        watch.quiet()


def test_a_page_asks_for_search_only_when_its_box_is_used(base: str, browser: Browser) -> None:
    with watched(browser, base) as watch:
        page = watch.open("loai/index.html")
        page.wait_for_timeout(300)
        assert not [url for url in watch.requests if re.search(r"/search\.\w+\.js|/search/", url)]
        box(page).focus()
        page.wait_for_timeout(300)
        assert [url for url in watch.requests if re.search(r"/search\.\w+\.js$", url)]
        watch.quiet()
