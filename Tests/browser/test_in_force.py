"""The register of states: documents in force on any day, in the order that the reader picks."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from harness.browser import watched
from harness.kinds import Sites
from playwright.sync_api import Browser, Page, expect


def rows(page: Page, cell: str) -> list[str]:
    return [text.strip() for text in page.locator(f"#_documents tbody {cell}").all_inner_texts()]


def year(text: str) -> int | None:
    last = text.split("/")[-1]
    return int(last) if last.isdigit() and len(last) == 4 else None


def test_the_list_takes_the_order_that_is_picked(sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    with watched(browser, served[sites.own]) as watch:
        page = watch.open("hieu-luc/index.html")
        newest = rows(page, ".number-cell")
        order = page.get_by_label("Sắp xếp")
        order.select_option(label="Cũ nhất trước")
        expect(page.locator("#_documents .number-cell").first).not_to_have_text(newest[0])
        years = [year(text) for text in rows(page, ".date-cell")]
        known = [each for each in years if each]
        assert known == sorted(known) and None in years
        assert years[: len(known)] == known, "what has no date comes last"
        order.select_option(label="Hiệu lực")
        expect(page.locator("#_documents .number-cell").first).to_have_text(newest[0])
        states = rows(page, ".status-cell")
        assert len(set(states)) > 1
        assert len([state for k, state in enumerate(states) if k == 0 or states[k - 1] != state]) == len(set(states))
        order.select_option(label="Mới nhất trước")
        page.wait_for_function("first => document.querySelectorAll('#_documents .number-cell')[1].textContent === first", arg=newest[1])
        assert rows(page, ".number-cell") == newest
        watch.quiet()


def test_a_day_long_ago_has_only_what_there_was(sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    with watched(browser, served[sites.own]) as watch:
        page = watch.open("hieu-luc/index.html")
        page.get_by_label("Tính đến ngày").fill("2015-01-01")
        numbers = page.locator("#_documents .number-cell")
        expect(numbers.filter(has_text="100-KL/TW")).to_have_count(1)
        expect(numbers.filter(has_text="399-QĐ/TW")).to_have_count(0)
        years = [year(text) for text in rows(page, ".date-cell")]
        assert years and all(each is None or each <= 2015 for each in years)
        watch.quiet()


def test_the_file_holds_what_was_chosen(sites: Sites, served: dict[Path, str], browser: Browser, tmp_path: Path) -> None:
    def file_of(page: Page) -> list[list[str]]:
        with page.expect_download() as waiting:
            page.locator("#_table").click()
        waiting.value.save_as(tmp_path / "x.csv")
        return list(csv.reader((tmp_path / "x.csv").read_text(encoding="utf-8-sig").splitlines()))

    with watched(browser, served[sites.own]) as watch:
        page = watch.open("hieu-luc/index.html")
        page.locator("#_pick").wait_for()
        everything = file_of(page)
        page.get_by_label("Hiệu lực", exact=True).select_option(label="Còn hiệu lực")
        expect(page.locator("#_documents .status-cell").filter(has_text="Chưa xác minh")).to_have_count(0)
        head, *chosen = file_of(page)
        assert [row[0] for row in chosen] == rows(page, ".number-cell") and {row[4] for row in chosen} == {"Còn hiệu lực"}
        assert head[4] == "Hiệu lực" and 0 < len(chosen) < len(everything) - 1
        watch.quiet()


def test_one_day_holds_for_the_whole_page_and_stands_in_the_address(
    sites: Sites, served: dict[Path, str], browser: Browser
) -> None:
    with watched(browser, served[sites.own]) as watch:
        page = watch.open("hieu-luc/index.html")
        today = page.locator("#_as-of").inner_text()
        expect(page.locator("#_count")).to_contain_text("chưa xác minh")
        whole = page.locator("#_count").inner_text()
        page.get_by_label("Tính đến ngày").fill("2015-01-01")
        expect(page.locator("#_as-of")).to_have_text("1/1/2015")
        expect(page.locator("#_count")).not_to_have_text(whole)
        rows_on_show = page.locator("#_documents tbody tr:has(.number-cell)")
        count = page.locator("#_count").inner_text()
        expect(rows_on_show).to_have_count(int(count.split()[0]))
        # The tally speaks of the same documents as the list.
        assert sum(int(part.split()[0]) for part in count.split(" · ")[1:]) == rows_on_show.count()
        assert page.url.endswith("?ngay=2015-01-01")
        page.go_back()
        expect(page.locator("#_as-of")).to_have_text(today)
        expect(page.locator("#_count")).to_have_text(whole)
        page = watch.open("hieu-luc/index.html?ngay=2015-01-01")
        expect(page.locator("#_as-of")).to_have_text("1/1/2015")
        watch.quiet()


SHOWN = {
    "vi": ("Dưới đây là những văn bản chưa thấy căn cứ chấm dứt.", "Dưới đây là những văn bản được lọc theo:",
           "chưa thấy căn cứ chấm dứt"),
    "en": ("Below are the documents that nothing is known to have ended.", "Below are the documents that were filtered by:",
           "nothing known to have ended it"),
}  # fmt: skip


@pytest.mark.parametrize("language", SHOWN)
def test_the_introduction_speaks_of_what_is_shown(
    language: str, sites: Sites, served: dict[Path, str], browser: Browser
) -> None:
    whole, filtered, current = SHOWN[language]
    with watched(browser, served[sites.own if language == "vi" else sites.own_english]) as watch:
        page = watch.open("hieu-luc/index.html")
        note = page.locator("#_note")
        expect(note).to_have_text(whole)
        page.locator("#_type").select_option(label="Luật")
        expect(note).to_have_text(f"{filtered} Luật, {current}.")
        page.locator("#_state").select_option(index=1)
        state = page.locator("#_state option:checked").inner_text()
        expect(note).to_have_text(f"{filtered} Luật, {state}.")
        page.locator("#_type").select_option(index=0)
        expect(note).to_have_text(f"{filtered} {state}.")
        page.locator("#_state").select_option(index=0)
        expect(note).to_have_text(whole)
        watch.quiet()


def test_undated_documents_stand_apart_and_an_empty_or_impossible_day_says_so(
    sites: Sites, served: dict[Path, str], browser: Browser
) -> None:
    with watched(browser, served[sites.own]) as watch:
        page = watch.open("hieu-luc/index.html")
        expect(page.locator("tbody.undated th[colspan]")).to_have_text("Không rõ ngày ban hành")
        apart = page.locator("tbody.undated .number-cell").all_inner_texts()
        assert apart
        page.get_by_label("Tính đến ngày").fill("2015-01-01")
        expect(page.locator("#_as-of")).to_have_text("1/1/2015")
        assert page.locator("tbody.undated .number-cell").all_inner_texts() == apart
        page.get_by_label("Hiệu lực", exact=True).select_option(label="Đã bị thay thế")
        page.get_by_label("Tính đến ngày").fill("1900-01-01")
        expect(page.locator("#_nothing")).to_have_text("Ngày này không có văn bản nào như vậy.")
        page.get_by_label("Tính đến ngày").fill("")
        expect(page.locator("#_nothing")).to_contain_text("không có trong lịch")
        watch.quiet()


def test_the_day_comes_along_to_a_document(sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    with watched(browser, served[sites.own]) as watch:
        page = watch.open("hieu-luc/index.html")
        page.get_by_label("Tính đến ngày").fill("2021-01-01")
        row = page.locator("#_documents .number-cell a", has_text="29/2018/QH14")
        row.click()
        page.wait_for_url("**/luat-29-qh/index.html?ngay=2021-01-01")
        expect(page.locator(".ribbon-shown")).to_contain_text("1/1/2021")
        watch.quiet()
