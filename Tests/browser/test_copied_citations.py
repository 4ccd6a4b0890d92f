"""What the panel of a heading offers to copy: every unit by its own path, with the text that it stands in."""

from __future__ import annotations

from pathlib import Path

import pytest
from harness.browser import watched
from harness.command import must_build
from harness.content import copy_of
from playwright.sync_api import Browser, Page

DECREE = """---
number: 5/2021/NĐ-VD
type: nghi-dinh
issuer: co-quan-vi-du
title: Ban hành quy chế ví dụ
issued: 2021-03-16
audience: public
---

### Điều 6. Giao việc

1. Nộp hồ sơ ví dụ.

2. Giữ thời hạn ví dụ.

Các bước như sau:

1. Bước thứ nhất.

2. Bước thứ hai.

## QUY CHẾ (Ban hành kèm theo Nghị định số 5/2021/NĐ-VD)

### Điều 6. Việc của quy chế

1. Nộp hồ sơ của quy chế.

- a) Điểm thứ nhất.

## PHỤ LỤC

(Ban hành kèm theo Nghị định)

## Phụ lục I. Danh mục ví dụ

1. Mục thứ nhất.
"""
CITED = "Nghị định số 5/2021/NĐ-VD ngày 16 tháng 3 năm 2021 của Cơ quan Ví dụ"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copied")
    content = copy_of("looks", folder)
    (content / "directives" / "nd-5-vd.md").write_text(DECREE, encoding="utf-8")
    return must_build(content, folder / "site")


def offered(page: Page) -> dict[str, str]:
    """What the panels of all headings offer, by the address that they copy."""
    found = {}
    for heading in page.locator(".body .permalink").all():
        heading.click()
        # The panel's script comes with the first.
        page.wait_for_function("!!globalThis.tracuuPart")
        for option in page.locator(".cite-panel select option").all():
            page.locator(".cite-panel select").select_option(option.get_attribute("value"))
            address = page.locator("#_cite-link").text_content() or ""
            found[address.partition("#")[2]] = page.locator("#_cite-text").text_content() or ""
    return found


def test_every_unit_is_cited_by_its_own_path(site: Path, browser: Browser) -> None:
    with watched(browser, f"{site.as_uri()}/") as watch:
        found = offered(watch.open("van-ban/2021/nd-5-vd/index.html"))
        watch.quiet()
    assert found == {
        "dieu-6": f"Điều 6 {CITED}",
        "dieu-6-khoan-1": f"khoản 1 Điều 6 {CITED}",
        "dieu-6-khoan-2": f"khoản 2 Điều 6 {CITED}",
        # The second list of Điều 6 numbers steps, not clauses: nothing is offered for it.
        "quy-che": f"Quy chế ban hành kèm theo {CITED}",
        "quy-che-dieu-6": f"Điều 6 Quy chế ban hành kèm theo {CITED}",
        "quy-che-dieu-6-khoan-1": f"khoản 1 Điều 6 Quy chế ban hành kèm theo {CITED}",
        "quy-che-dieu-6-khoan-1-diem-a": f"điểm a khoản 1 Điều 6 Quy chế ban hành kèm theo {CITED}",
        "phu-luc": f"Phụ lục {CITED}",
        "phu-luc-i": f"Phụ lục I {CITED}",
        "phu-luc-i-1": f"Mục 1 Phụ lục I {CITED}",
    }
