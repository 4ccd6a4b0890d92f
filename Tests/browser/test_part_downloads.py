"""One provision as a Word file or as Markdown: made by the page, from a folder too, and read by programs that are not ours."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from harness.browser import watched
from harness.command import must_build
from harness.documents import collection
from markdown_it import MarkdownIt
from playwright.sync_api import Browser

PAGE = "van-ban/2021/nghi-dinh-9-chinh-phu/index.html"
CITED = "TRÍCH Nghị định số 9/2021/NĐ-CP ngày 03 tháng 02 năm 2021 của Chính phủ"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("parts")
    return must_build(collection(folder / "content", "title: Thử\nbase-url: https://vi.du/\n"), folder / "site")


def downloaded(site: Path, browser: Browser, anchor: str, kind: str, folder: Path) -> Path:
    with watched(browser, f"{site.as_uri()}/") as watch:
        page = watch.open(PAGE)
        page.locator(f"#{anchor} + .permalink").click()
        with page.expect_download() as waiting:
            page.locator(f'.cite-panel [data-download="{kind}"]').click()
        assert waiting.value.suggested_filename == f"nghi-dinh-9-chinh-phu-{anchor}.{kind}"
        path = folder / waiting.value.suggested_filename
        waiting.value.save_as(path)
        watch.quiet()
    return path


def test_an_article_comes_as_a_word_file(site: Path, browser: Browser, tmp_path: Path) -> None:
    path = downloaded(site, browser, "dieu-1", "docx", tmp_path)
    with zipfile.ZipFile(path) as parts:
        assert parts.testzip() is None
    document = docx.Document(path)
    assert [paragraph.text for paragraph in document.paragraphs] == [
        CITED,
        "Điều 1. Phạm vi",
        "1. Nghị định này quy định về ví dụ, theo Điều 5 Nghị định số 8/2020/NĐ-CP.",
        "2. Áp dụng với:",
        "a) người thử nghiệm;",
        "đ) người khác, xem Nghị định 8.",
        "Đoạn cuối của điều.",
        "https://vi.du/van-ban/2021/nghi-dinh-9-chinh-phu/#dieu-1",
    ]
    bold = [run.text for paragraph in document.paragraphs for run in paragraph.runs if run.bold]
    assert bold == [CITED, "Điều 1. Phạm vi", "ví dụ"]


def test_tables_and_what_stands_below_a_heading_come_along(site: Path, browser: Browser, tmp_path: Path) -> None:
    path = downloaded(site, browser, "chuong-i", "docx", tmp_path)
    document = docx.Document(path)
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [["Tên", "Số"], ["<một>", "1"]]
    text = [paragraph.text for paragraph in document.paragraphs]
    assert "Điều 2. Giải thích" in text and "- dòng mã" in text and "Trích dẫn." in text
    assert not any("HIỆU LỰC" in line for line in text)


def test_an_article_comes_as_markdown(site: Path, browser: Browser, tmp_path: Path) -> None:
    path = downloaded(site, browser, "dieu-1", "md", tmp_path)
    html = MarkdownIt("commonmark").render(path.read_text(encoding="utf-8"))
    for piece in (f"<strong>{CITED}</strong>", "<h3>Điều 1. Phạm vi</h3>", "<strong>ví dụ</strong>", "<p>2. Áp dụng với:</p>"):
        assert piece in html, piece
