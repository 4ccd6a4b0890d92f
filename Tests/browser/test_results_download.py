"""What a search found as a CSV file, made by the page: all of it, in its order, without formulas."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from harness.browser import watched
from harness.command import must_build
from harness.content import made_up
from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("results")
    content = made_up(folder / "content", 30)
    record = content / "directives" / "kl-7.md"
    text = record.read_text(encoding="utf-8").replace("title: Ví dụ thứ 7", "title: '=1+1; \"ví dụ\"'")
    record.write_text(text, encoding="utf-8")
    (content / "site.yml").write_text("csv-separator: semicolon\n", encoding="utf-8")
    return must_build(content, folder / "site")


def test_everything_found_comes_in_one_file(site: Path, browser: Browser, tmp_path: Path) -> None:
    with watched(browser, f"{site.as_uri()}/") as watch:
        page = watch.open("tim-kiem/index.html?q=v%C3%AD+d%E1%BB%A5&xep=moi")
        page.wait_for_selector("#search-results li")
        shown = page.locator("#search-results .result-title .result-name b").all_text_contents()
        with page.expect_download() as waiting:
            page.locator("#search-download").click()
        path = tmp_path / waiting.value.suggested_filename
        waiting.value.save_as(path)
        watch.quiet()
    data = path.read_bytes()
    assert path.name == "tim-kiem.csv" and data.startswith(b"\xef\xbb\xbf")
    header, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";", strict=True)
    assert len(header) == 6 and header[2] == "Trích yếu"
    assert len(rows) == 30 > len(shown) > 0
    assert [row[0] for row in rows][: len(shown)] == shown
    assert {row[2] for row in rows if row[0] == "7-KL/MAU"} == {'\'=1+1; "ví dụ"'}
    assert all((site / row[5].split("/site/")[1]).exists() for row in rows)
