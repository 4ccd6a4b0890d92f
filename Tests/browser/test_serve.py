"""`tracuu serve` in a browser: the open page follows every save, keeps its place, and shows what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from harness.content import made_up, record
from harness.preview import Preview
from playwright.sync_api import Browser, Page, expect

LONG = "\n\n".join(f"Đoạn thứ {number} của văn bản ví dụ." for number in range(200))
PAGE = "van-ban/2021/ket-luan-1-ban-vi-du/"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return made_up(tmp_path / "content", 3, text=LONG)


@pytest.fixture
def page(content: Path, browser: Browser) -> Iterator[Page]:
    with Preview(content) as preview:
        preview.wait_for("", 200)
        context = browser.new_context(viewport={"width": 900, "height": 700})
        opened = context.new_page()
        problems: list[str] = []
        opened.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
        opened.goto(preview.base + PAGE)
        yield opened
        # The strict policy of the pages holds for the preview's own script and style, too.
        assert [text for text in problems if "Content Security Policy" in text] == []
        context.close()


def save(content: Path, text: str, **values: str) -> None:
    (content / "directives" / "kl-1.md").write_text(record(1, text=text, **values), encoding="utf-8")


def test_a_save_shows_and_the_reader_stays_where_he_was(content: Path, page: Page) -> None:
    page.evaluate("scrollTo(0, 2400)")
    expect(page.get_by_text("Câu mới ở cuối.")).to_have_count(0)
    save(content, LONG + "\n\nCâu mới ở cuối.")
    expect(page.get_by_text("Câu mới ở cuối.")).to_have_count(1)
    page.wait_for_function("Math.abs(scrollY - 2400) < 2")


def test_a_page_that_an_edit_does_not_touch_is_not_loaded_again(content: Path, page: Page) -> None:
    page.evaluate("window.isSame = true")
    with page.expect_response(lambda answer: "_tracuu/state" in answer.url):
        page.evaluate("window.before = performance.now()")
    (content / "directives" / "kl-3.md").write_text(record(3, text="Khác."), encoding="utf-8")
    other = page.context.new_page()
    other.goto(page.url.replace("ket-luan-1", "ket-luan-3"))
    expect(other.get_by_text("Khác.")).to_have_count(1)
    other.close()
    assert page.evaluate("window.isSame") is True


def test_errors_lie_over_the_page_until_they_are_mended(content: Path, page: Page) -> None:
    overlay = page.get_by_role("alert")
    expect(overlay).to_have_count(0)
    file = content / "directives" / "kl-2.md"
    good = file.read_text(encoding="utf-8")
    file.write_text(good.replace("title:", "titel:"), encoding="utf-8")
    expect(overlay).to_contain_text("TC107")
    expect(overlay).to_contain_text(f"{file}:")
    expect(page.get_by_text("Đoạn thứ 3 của")).to_have_count(1)
    # Another save with the same error leaves it there.
    file.write_text(good.replace("title:", "titel: Lại"), encoding="utf-8")
    expect(overlay).to_contain_text("TC107")
    file.write_text(good, encoding="utf-8")
    expect(overlay).to_have_count(0)


def test_an_error_can_be_put_aside(content: Path, page: Page) -> None:
    (content / "directives" / "kl-2.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    expect(page.get_by_role("alert")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_the_waiting_page_gives_way_to_the_site(content: Path, browser: Browser) -> None:
    file = content / "directives" / "kl-1.md"
    good = file.read_text(encoding="utf-8")
    file.write_text(good.replace("title:", "titel:"), encoding="utf-8")
    with Preview(content) as preview:
        page = browser.new_page()
        page.goto(preview.base + PAGE)
        expect(page.get_by_role("alert")).to_contain_text("TC107")
        file.write_text(good, encoding="utf-8")
        expect(page.get_by_text("Đoạn thứ 3 của")).to_have_count(1)
        page.close()
