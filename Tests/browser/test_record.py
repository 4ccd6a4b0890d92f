"""The page of a record: what a reader does on it, by hand, by keyboard, on paper and without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from harness.browser import watched
from harness.command import must_build
from harness.content import FIXTURES, copy_of
from harness.kinds import Sites, kinds
from harness.server import Server
from playwright.sync_api import Browser, Page, expect

LAW = "van-ban/2021/nd-7-vd/index.html"
GUIDANCE = "van-ban/2020/hd-12-bvd/index.html"
STATE_CITATION = "Nghị định số 7/2021/NĐ-VD ngày 05 tháng 3 năm 2021 của Cơ quan Ví dụ"
PARTY_CITATION = "Hướng dẫn số 12-HD/BVD, ngày 09 tháng 02 năm 2020 của Ban Ví dụ"


@pytest.fixture(params=["http", "file"])
def looks(request: pytest.FixtureRequest, sites: Sites, served: dict[Path, str]) -> str:
    return served[sites.looks] if request.param == "http" else f"{sites.looks.as_uri()}/"


def in_view(page: Page, selector: str) -> bool:
    return bool(page.evaluate("s => { const b = document.querySelector(s).getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight }", selector))  # fmt: skip


@pytest.mark.parametrize(
    ("path", "heading", "provision", "words"),
    [
        (LAW, "#dieu-5", "dieu-5", "Điều 5 " + STATE_CITATION),
        (LAW, "#dieu-5", "dieu-5-khoan-2", "khoản 2 Điều 5 " + STATE_CITATION),
        (LAW, "#dieu-5", "dieu-5-khoan-2-diem-dd", "điểm đ khoản 2 Điều 5 " + STATE_CITATION),
        (LAW, "#chuong-ii", "chuong-ii", "Chương II " + STATE_CITATION),
        (GUIDANCE, "#muc-i", "muc-i", "Mục I " + PARTY_CITATION),
        (GUIDANCE, "#muc-i-1", "muc-i-1-2", "điểm 1.2 khoản 1 Mục I " + PARTY_CITATION),
        (GUIDANCE, "#muc-i-2", "muc-i-2-b", "điểm b khoản 2 Mục I " + PARTY_CITATION),
        (GUIDANCE, "#muc-ii", "muc-ii-2", "khoản 2 Mục II " + PARTY_CITATION),
    ],
)
def test_a_provision_is_cited_from_small_to_large_in_the_official_form(
    path: str, heading: str, provision: str, words: str, looks: str, browser: Browser
) -> None:
    with watched(browser, looks) as watch:
        page = watch.open(path)
        page.locator(f"{heading} + .permalink").click()
        assert page.url.endswith(heading)
        page.locator(".cite-panel select").select_option(provision)
        expect(page.locator("#_cite-text")).to_have_text(words)
        watch.quiet()


def test_the_citation_goes_to_the_clipboard(sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    with watched(browser, served[sites.looks]) as watch:
        watch.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = watch.open(LAW)
        page.locator(".card [data-copy]").click()
        expect(page.get_by_role("status").filter(has_text="Đã chép")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == STATE_CITATION
        watch.quiet()


def test_the_outline_follows_the_reading_position(looks: str, browser: Browser) -> None:
    with watched(browser, looks) as watch:
        page = watch.open(LAW)
        expect(page.locator(".outline [aria-current]")).to_have_attribute("href", "#_summary")
        page.evaluate("document.getElementById('dieu-20').scrollIntoView()")
        expect(page.locator(".outline [aria-current]")).to_have_attribute("href", "#dieu-20")
        assert in_view(page, ".outline [aria-current]")
        watch.quiet()


def test_on_a_phone_the_strip_says_where_one_is_and_opens_the_outline(looks: str, browser: Browser) -> None:
    with watched(browser, looks, width=390) as watch:
        page = watch.open(GUIDANCE)
        expect(page.locator(".strip")).to_be_hidden()
        assert in_view(page, ".answers a[href*='kl-3-bvd']"), "what it guides is seen without a tap"
        page.locator(".outline summary").click()
        page.locator(".outline a[href='#muc-ii']").click()
        expect(page.locator(".outline nav")).to_be_hidden()
        assert in_view(page, "#muc-ii")
        strip = page.locator(".strip")
        expect(strip).to_be_visible()
        expect(strip.locator(".strip-name")).to_contain_text("12-HD/BVD")
        expect(strip.locator(".status")).to_be_visible()
        expect(strip.locator(".strip-here")).to_contain_text("II.")
        strip.locator(".strip-here").click()
        page.locator(".outline a[href='#muc-i']").click()
        expect(page.locator(".outline nav")).to_be_hidden()
        page.evaluate("scrollTo(0, 1e6)")
        watch.quiet()


def test_whoever_lands_inside_a_law_sees_which_and_its_state(looks: str, browser: Browser) -> None:
    for width in (390, 1280):
        with watched(browser, looks, width=width) as watch:
            page = watch.open(f"{LAW}?q=h%E1%BB%93%20s%C6%A1#dieu-5")
            for part, words in ((".strip-name", "7/2021/NĐ-VD"), (".strip .status", ""), (".strip-here", "Điều 5")):
                expect(page.locator(part)).to_contain_text(words)
                assert in_view(page, part)
            steps = page.locator(".strip .arrival")
            expect(steps).to_contain_text("đúng cụm từ")
            assert in_view(page, ".strip .arrival")
            steps.get_by_role("button", name="Sau").click()
            expect(steps.get_by_role("status")).to_contain_text("Chỗ ")
            assert in_view(page, "#dieu-5") or in_view(page, ".strip-name")
            watch.quiet()


@pytest.mark.parametrize("typed", ["trình tự", "trinh tu", "TRÌNH TỰ"])
def test_words_are_found_inside_a_long_text(typed: str, looks: str, browser: Browser) -> None:
    with watched(browser, looks) as watch:
        page = watch.open(LAW)
        page.locator("[data-seek]").click()
        expect(page.locator("#_find")).to_be_focused()
        page.locator("#_find").fill(typed)
        expect(page.locator("#_find-count")).to_have_text("32")
        page.keyboard.press("Enter")
        expect(page.locator("#_find-count")).to_have_text("1/32")
        page.locator("[data-find]").click()
        expect(page.locator("#_find-count")).to_have_text("32/32")
        assert page.evaluate("[...CSS.highlights.get('tracuu-find')].length") == 32
        assert in_view(page, "#dieu-32")
        page.locator("#_find").fill("không có chữ này")
        expect(page.locator("#_find-count")).to_have_text("không thấy")
        watch.quiet()


def test_browsers_without_highlights_select_what_is_found(looks: str, browser: Browser) -> None:
    with watched(browser, looks) as watch:
        watch.page.add_init_script("Object.defineProperty(CSS, 'highlights', { value: undefined })")
        page = watch.open(LAW)
        page.locator("[data-seek]").click()
        page.locator("#_find").fill("ho so")
        page.keyboard.press("Enter")
        assert page.evaluate("getSelection().toString()") == "hồ sơ"
        watch.quiet()


def test_the_status_gives_its_reason_and_source_when_asked(looks: str, browser: Browser) -> None:
    with watched(browser, looks) as watch:
        page = watch.open(LAW)
        status = page.locator(".answer").first
        expect(status.locator(".status").first).to_be_visible()
        expect(status).to_contain_text("20/1/2026")
        expect(status.locator(".state-reason").first).to_be_hidden()
        page.keyboard.press("Tab")
        status.locator("summary").focus()
        page.keyboard.press("Enter")
        expect(status.locator(".state-reason").first).to_be_visible()
        expect(status.locator("a")).to_have_attribute("href", "https://vi-du.example/nguon")
        watch.quiet()


def test_what_replaces_a_document_is_named_above_the_fold(sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    with watched(browser, served[sites.looks], width=390) as watch:
        page = watch.open("van-ban/2014/kl-3-bvd/index.html")
        expect(page.locator(".answers a[href*='kl-9-bvd']")).to_be_visible()
        assert in_view(page, ".answers a[href*='kl-9-bvd']")


def test_no_element_of_the_letterhead_is_invented(sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    with watched(browser, served[sites.looks]) as watch:
        page = watch.open("van-ban/khong-ro/kl-khong-so/index.html")
        expect(page.locator(".card-by")).to_have_text("Ban Ví dụ · không rõ ngày ban hành")
        assert page.locator(".letterhead-number, .letterhead-date, [data-copy]").count() == 0


def test_without_scripts_nothing_is_offered_that_cannot_work(sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    with watched(browser, served[sites.looks], javascript=False) as watch:
        page = watch.open(LAW)
        expect(page.locator(".actions")).to_be_hidden()
        expect(page.locator(".find")).to_be_hidden()
        expect(page.locator(".outline a[href='#dieu-32']")).to_be_visible()
        watch.open("loai/nghi-dinh/index.html")
        assert page.locator("th button").count() == 0
        expect(page.locator("tbody tr")).to_have_count(1)


def test_paper_has_the_letterhead_and_the_text_and_no_chrome(sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    with watched(browser, served[sites.looks]) as watch:
        page = watch.open(LAW)
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        for shown in (".organ", ".letterhead-number", ".letterhead-date", "h1", ".state-reason", "#dieu-32", "#_citation", "p.print-only", ".strip-name"):
            expect(page.locator(shown).first).to_be_visible()
        for hidden in (".bar-nav", ".bar-search", ".foot", ".crumbs", ".outline", ".actions", ".find", ".permalink", ".strip-tools"):
            expect(page.locator(hidden).first).to_be_hidden()
        expect(page.locator("p.print-only")).to_contain_text("https://vi-du.example/tra-cuu/van-ban/2021/nd-7-vd/")
        expect(page.locator(".print-when")).to_contain_text("In ngày")


CITING = "van-ban/2017/ct-12-tu-hcm/index.html"


def test_a_touch_shows_the_card_of_a_citation_and_the_card_leads_on(sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    with watched(browser, served[sites.own], width=390) as watch:
        page = watch.open(CITING)
        citation = page.locator(".cite[data-card]").first
        citation.click()
        card = page.get_by_role("dialog")
        expect(card).to_be_visible()
        for words in ("Kết luận 100-KL/TW", "18/8/2014", "Chưa xác minh"):
            expect(card).to_contain_text(words)
        assert all(box["height"] >= 44 for box in map(lambda each: each.bounding_box(), card.locator("a, button").all()) if box)
        page.keyboard.press("Escape")
        expect(card).to_be_hidden()
        expect(citation).to_be_focused()
        citation.click()
        card.get_by_role("link", name="Mở văn bản").click()
        page.wait_for_url("**/kl-100-tw/index.html*")
        watch.quiet()


def test_a_citation_says_what_replaced_the_document_it_leads_to(tmp_path: Path) -> None:
    content = copy_of("validity", tmp_path)
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(content.glob("directives/*.md"))}
    record = next(path for path, text in texts.items() if "\nnumber: 2/2016" in text)
    record.write_text(record.read_text(encoding="utf-8") + "\nTheo Nghị định số 6/2011/NĐ-VD.\n", encoding="utf-8")
    site = must_build(content, tmp_path / "site", "--as-of", "2026-11-25")
    page = (site / "van-ban/2016/nd-2-vd/index.html").read_text(encoding="utf-8")
    [card] = re.findall(r'data-card="([^"]*)"', page)
    assert card.endswith("Đã bị thay thế · Bị thay thế bởi 7/2015/NĐ-VD"), card


def test_a_day_in_the_address_holds_for_the_card_the_strip_and_the_links(tmp_path: Path, browser: Browser) -> None:
    site = must_build(FIXTURES / "validity", tmp_path / "site", "--as-of", "2026-11-25")
    with watched(browser, f"{site.as_uri()}/") as watch:
        page = watch.open("van-ban/2011/nd-6-vd/index.html")
        state, strip = page.locator(".answer").first, page.locator(".strip-name .status")
        expect(state).to_contain_text("Đã bị thay thế")
        expect(page.locator(".ribbon-shown")).to_be_hidden()
        page.locator(".ribbon li a").first.click()
        page.wait_for_url("**?ngay=2011-01-05")
        expect(state).to_contain_text("Chưa xác minh (5/1/2011)")
        expect(strip).to_have_text("Chưa xác minh")
        expect(page.locator(".ribbon-shown")).to_contain_text("Đang xem theo ngày 5/1/2011")
        assert "ngay=2011-01-05" in (page.locator(".answers a[href*='nd-7-vd']").get_attribute("href") or "")
        page.get_by_text("Xem theo ngày khác", exact=True).click()
        page.get_by_label("Xem theo ngày khác").fill("2010-12-31")
        page.wait_for_url("**?ngay=2010-12-31")
        expect(state).to_contain_text("Chưa ban hành (31/12/2010)")
        page.go_back()
        expect(state).to_contain_text("Chưa xác minh (5/1/2011)")
        page.locator(".ribbon-shown a").click()
        expect(state).to_contain_text("Đã bị thay thế")
        watch.quiet()


@pytest.fixture(params=["http", "file"])
def citing(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Every case of validity; one document cites another that was replaced in 2015."""
    content = copy_of("validity", tmp_path)
    record = next(path for path in sorted(content.glob("directives/*.md")) if "\nnumber: 2/2016" in path.read_text(encoding="utf-8"))
    record.write_text(record.read_text(encoding="utf-8") + "\nTheo Nghị định số 6/2011/NĐ-VD.\n", encoding="utf-8")
    site = must_build(content, tmp_path / "site", "--as-of", "2026-11-25")
    if request.param == "file":
        yield f"{site.as_uri()}/"
        return
    with Server(site) as server:
        yield server.base


def test_a_day_in_the_address_holds_for_the_other_documents_of_the_page(citing: str, browser: Browser) -> None:
    with watched(browser, citing) as watch:
        page = watch.open("van-ban/2011/nd-6-vd/index.html?ngay=2014-06-01")
        expect(page.locator(".ribbon-shown")).to_have_text("Đang xem theo ngày 1/6/2014. Về ngày 25/11/2026")
        replacing = page.locator(".answer-document:has([href*='nd-7-vd']) .status")
        expect(replacing).to_have_text("Chưa ban hành")
        expect(page.locator(".items li:has(> [href*='nd-7-vd']) .status").first).to_have_text("Chưa ban hành")
        expect(page.locator("#_resting-heading")).to_be_hidden()
        assert "ngay=2014-06-01" in (page.locator(".bar-nav [href*='hieu-luc']").get_attribute("href") or "")
        # What it replaced was not yet in force on that day, either.
        watch.open("van-ban/2015/nd-7-vd/index.html?ngay=2015-02-01")
        expect(page.locator(".answer-document:has([href*='nd-6-vd']) .status")).to_have_text("Chưa xác minh")
        watch.open("van-ban/2015/nd-7-vd/index.html?ngay=2015-03-01")
        expect(page.locator(".answer-document:has([href*='nd-6-vd']) .status")).to_have_text("Đã bị thay thế")
        watch.quiet()


def test_what_a_document_rests_on_had_ended_on_the_day_or_had_not(citing: str, browser: Browser) -> None:
    with watched(browser, citing) as watch:
        page = watch.open("van-ban/2012/hd-45-bvd/index.html")
        expect(page.locator(".card-warning")).to_be_visible()
        watch.open("van-ban/2012/hd-45-bvd/index.html?ngay=2014-06-01")
        for gone in (".card-warning", "#_grounds-heading"):
            expect(page.locator(gone)).to_be_hidden()
        expect(page.locator(".step:not(.step-own) .status")).to_have_text("Chưa xác minh")
        watch.open("van-ban/2012/hd-45-bvd/index.html?ngay=2016-01-01")
        expect(page.locator(".step:not(.step-own) .status")).to_have_text("Đã bị thay thế")
        expect(page.locator(".card-warning")).to_be_visible()
        watch.quiet()


def test_a_citation_says_the_state_on_the_day_and_nothing_that_came_later(citing: str, browser: Browser) -> None:
    with watched(browser, citing) as watch:
        page = watch.open("van-ban/2016/nd-2-vd/index.html?ngay=2014-06-01")
        citation = page.locator(".body .cite")
        card = "Nghị định 6/2011/NĐ-VD · 5/1/2011 · Bị thay thế toàn bộ"
        expect(citation).to_have_attribute("data-card", f"{card} · Chưa xác minh (1/6/2014)")
        expect(citation).to_have_text("Nghị định số 6/2011/NĐ-VD")
        assert "cite-ended" not in (citation.get_attribute("class") or "")
        watch.open("van-ban/2016/nd-2-vd/index.html?ngay=2017-06-01")
        expect(citation).to_have_attribute("data-card", f"{card} · Đã bị thay thế (1/6/2017)")
        expect(citation).to_have_text("Nghị định số 6/2011/NĐ-VD (Đã bị thay thế)")
        watch.quiet()


def test_one_provision_is_printed_alone(sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    with watched(browser, served[sites.looks]) as watch:
        watch.page.add_init_script("print = () => { globalThis.isPrinted = true; }")
        page = watch.open(LAW)
        page.locator("#dieu-5 + .permalink").click()
        page.get_by_role("button", name="In phần này").click()
        assert page.evaluate("isPrinted")
        page.emulate_media(media="print")
        for shown in ("#dieu-5", "#dieu-5-khoan-2", "h1", ".strip-name"):
            expect(page.locator(shown).first).to_be_visible()
        for hidden in ("#dieu-4", "#dieu-6", "#dieu-6-khoan-1", ".summary", ".about", ".cite-panel"):
            expect(page.locator(hidden).first).to_be_hidden()
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        expect(page.locator("#dieu-6")).to_be_visible()
        watch.quiet()


def test_addresses_of_a_text_are_printed_at_its_end(tmp_path: Path, browser: Browser) -> None:
    content = copy_of("looks", tmp_path)
    record = content / "directives" / "kl-9-bvd.md"
    record.write_text(record.read_text(encoding="utf-8") + "\nXem [một trang](https://vi-du.example/mot) và [trang kia](https://vi-du.example/hai).\n", encoding="utf-8")  # fmt: skip
    site = must_build(content, tmp_path / "site")
    with watched(browser, f"{site.as_uri()}/") as watch:
        page = watch.open("van-ban/2019/kl-9-bvd/index.html")
        page.emulate_media(media="print")
        for _ in range(2):
            page.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(page.locator(".body sup")).to_have_text(["1", "2"])
        expect(page.locator(".print-addresses li")).to_have_text(["https://vi-du.example/mot", "https://vi-du.example/hai"])
        expect(page.locator(".print-addresses")).to_be_visible()
        page.emulate_media(media="screen")
        expect(page.locator(".print-addresses")).to_be_hidden()
        watch.quiet()


@pytest.mark.parametrize("kind", ["law", "record-long", "home", "type", "finding"])
def test_nothing_moves_while_a_page_loads(kind: str, sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    site, path = kinds(sites)[kind]
    with watched(browser, served[site]) as watch:
        watch.page.add_init_script(
            "globalThis.shifts = []; new PerformanceObserver(list => shifts.push(...list.getEntries().map(e => e.value)))"
            ".observe({ type: 'layout-shift', buffered: true });"
        )
        page = watch.open(path)
        page.wait_for_load_state()
        page.wait_for_timeout(300)
        assert page.evaluate("shifts") == []
