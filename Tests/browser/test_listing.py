"""Listings: sorted by their headers as the builder sorts, and said so to those who cannot see it."""

from __future__ import annotations

from pathlib import Path

import pytest
from harness.browser import watched
from harness.kinds import Sites
from playwright.sync_api import Browser, Page, expect

TOPIC = "chu-de/vi-du/index.html"


def column(page: Page, selector: str) -> list[str]:
    return [text.strip() for text in page.locator(f"tbody {selector}").all_inner_texts()]


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_titles_sort_the_vietnamese_way(sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    with watched(browser, served[sites.looks]) as watch:
        page = watch.open(TOPIC)
        press(page, "Trích yếu")
        titles = column(page, ".row-title")
        # A with no mark before Â, whatever follows.
        assert titles.index("Áp dụng giả định, không số và không rõ ngày") < titles.index("Ân hạn giả định")
        assert titles[-1].lower().startswith("về việc")
        expect(page.locator("th[data-sort=title]")).to_have_attribute("aria-sort", "ascending")
        expect(page.locator("[aria-sort]")).to_have_count(1)
        press(page, "Trích yếu")
        assert column(page, ".row-title") == titles[::-1]
        expect(page.locator("th[data-sort=title]")).to_have_attribute("aria-sort", "descending")
        watch.quiet()


def test_dates_begin_with_the_newest_and_end_with_the_unknown(sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    with watched(browser, served[sites.looks]) as watch:
        page = watch.open(TOPIC)
        days = "rows => rows.map(row => row.querySelector('time')?.dateTime ?? '')"
        newest = page.locator("tbody tr").evaluate_all(days)
        assert newest[:4] == ["2025-03-01", "2021-03-05", "2020-02-09", "2019-08-18"]
        assert newest[-1] == ""
        expect(page.locator("th[data-sort=date]")).to_have_attribute("aria-sort", "descending")
        press(page, "Ngày ban hành")
        oldest = page.locator("tbody tr").evaluate_all(days)
        assert oldest[0] == "2014-08-18" and oldest[-1] == ""
        press(page, "Ngày ban hành")
        assert page.locator("tbody tr").evaluate_all(days) == newest


def test_numbers_sort_by_their_figures(sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    with watched(browser, served[sites.own]) as watch:
        page = watch.open("loai/ket-luan/index.html")
        before = column(page, ".number-cell")
        press(page, "Số hiệu")
        numbers = column(page, ".number-cell")
        assert [int(number.split("-")[0]) for number in numbers] == sorted(int(number.split("-")[0]) for number in before)
        press(page, "Ngày ban hành")
        assert column(page, ".number-cell") == before
        watch.quiet()


def test_a_list_is_narrowed_as_one_types(sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    with watched(browser, served[sites.own]) as watch:
        page = watch.open("loai/ket-luan/index.html")
        rows = page.locator("tbody tr")
        total = rows.count()
        page.get_by_label("Lọc danh sách này").fill("du luan")
        shown = page.locator("tbody tr:visible")
        assert 0 < shown.count() < total
        assert all("dư luận" in text.lower() for text in shown.all_inner_texts())
        expect(page.locator("#_list-filter-count")).to_have_text(f"{shown.count()}/{total}")
        page.get_by_label("Lọc danh sách này").fill("")
        expect(shown).to_have_count(total)
        watch.quiet()


def test_the_order_and_the_filter_stand_in_the_address(base: str, browser: Browser) -> None:
    with watched(browser, base) as watch:
        page = watch.open("loai/ket-luan/index.html")
        press(page, "Số hiệu")
        press(page, "Số hiệu")
        page.get_by_label("Lọc danh sách này").fill("du luan")
        shown = page.locator("tbody tr:visible .number-cell")
        numbers = shown.all_inner_texts()
        assert "xep=-number" in page.url and "loc=du+luan" in page.url
        shown.first.locator("a").click()
        page.wait_for_url("**/van-ban/**")
        page.go_back()
        expect(page.get_by_label("Lọc danh sách này")).to_have_value("du luan")
        expect(shown).to_have_text(numbers)
        expect(page.locator("th[data-sort=number]")).to_have_attribute("aria-sort", "descending")
        page.get_by_label("Lọc danh sách này").fill("")
        assert "loc=" not in page.url
        watch.quiet()


def test_what_the_register_of_tasks_is_narrowed_to_stands_in_the_address(base: str, browser: Browser) -> None:
    with watched(browser, base) as watch:
        page = watch.open("nhiem-vu/index.html")
        rows, who = page.locator("tbody tr:visible"), page.get_by_label("Cơ quan thực hiện")
        total = rows.count()
        who.select_option(index=1)
        left = rows.count()
        assert 0 < left < total
        assert "ai=" in page.url
        page.reload()
        expect(rows).to_have_count(left)
        expect(page.locator("#_count")).to_contain_text(str(left))
        who.select_option("")
        expect(rows).to_have_count(total)
        assert "ai=" not in page.url
        # What no row has is no choice.
        watch.open("nhiem-vu/index.html?ai=kh%C3%B4ng+ai")
        expect(rows).to_have_count(total)
        watch.quiet()


def test_a_list_on_paper_says_what_it_is_narrowed_to(sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    with watched(browser, served[sites.own]) as watch:
        page = watch.open("loai/ket-luan/index.html")
        page.emulate_media(media="print")
        expect(page.locator(".list-filter")).to_be_hidden()
        page.emulate_media(media="screen")
        page.get_by_label("Lọc danh sách này").fill("du luan")
        page.emulate_media(media="print")
        expect(page.get_by_label("Lọc danh sách này")).to_be_visible()
        expect(page.locator(".list-filter button")).to_be_hidden()
        expect(page.locator("p.print-only")).to_contain_text("Tình trạng hiệu lực tính đến ngày")
        watch.quiet()


@pytest.mark.parametrize("path", ["loai/chi-thi/", "chu-de/du-luan-xa-hoi/", "nam/khong-ro/", "hieu-luc/", "hieu-luc/?ngay=2026-01-01"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_row_names_the_place_that_its_number_does_not_tell(
    path: str, width: int, sites: Sites, served: dict[Path, str], browser: Browser
) -> None:
    with watched(browser, served[sites.own], width=width) as watch:
        page = watch.open(path.replace("/?", "/index.html?") if "?" in path else f"{path}index.html")
        link = page.locator(".number-cell a", has_text="Chỉ thị 17")
        expect(link).to_have_text("Chỉ thị 17 (Yên Bái)")
        assert link.evaluate("e => e.scrollWidth <= e.parentElement.clientWidth + 1"), "nothing of it is cut off"
        watch.quiet()


def test_lists_of_documents_and_answers_of_the_search_name_the_place_too(
    sites: Sites, served: dict[Path, str], browser: Browser
) -> None:
    with watched(browser, served[sites.own]) as watch:
        page = watch.open("van-ban/2014/kl-100-tw/index.html")
        expect(page.locator(".about .items a", has_text="Chỉ thị 17").first).to_have_text("Chỉ thị 17 (Yên Bái)")
        page.locator("#_site-search").fill("chi thi 17")
        expect(page.locator(".combobox-row", has_text="Chỉ thị 17").first).to_contain_text("Yên Bái")
        watch.quiet()


def test_the_keyboard_sorts_and_keeps_its_place(sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    with watched(browser, served[sites.own]) as watch:
        page = watch.open("loai/index.html")
        button = page.get_by_role("button", name="Số văn bản", exact=True)
        button.focus()
        page.keyboard.press("Enter")
        counts = [int(text) for text in column(page, "td.number")]
        assert counts == sorted(counts, reverse=True)
        expect(button).to_be_focused()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_row_is_a_card_on_a_phone(javascript: bool, sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    with watched(browser, served[sites.own], width=390, javascript=javascript) as watch:
        page = watch.open("loai/ket-luan/index.html")
        row = page.locator("tbody tr").first
        expect(row.locator(".row-title")).to_be_visible()
        boxes = {cell: row.locator(cell).bounding_box() for cell in (".number-cell", ".date-cell", ".row-title", ".status-cell")}
        assert all(boxes.values())
        tops = {cell: box["y"] for cell, box in boxes.items() if box}
        assert tops[".number-cell"] == tops[".date-cell"] < tops[".row-title"] < tops[".status-cell"]
