"""`tracuu init` and the entries of `tracuu new`: from an empty folder to a site of one's own."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml
from harness.command import AS_OF, TEMPLATES, must_build, tracuu
from harness.office import HEAD, SIGNATURE, docx, paragraph, run


def check(folder: Path):
    return tracuu("check", "--content", folder / "content", "--templates", TEMPLATES, "--as-of", AS_OF)


@pytest.mark.parametrize("options", [[], ["--system", "party"], ["--system", "state", "--public-only", "--site-language", "en"]])
def test_a_new_site_is_clean_and_builds(tmp_path: Path, options: list[str]) -> None:
    folder = tmp_path / "co-quan"
    result = tracuu("init", folder, "--yes", "--title", 'Tra cứu "thử": một', *options)
    assert result.code == 0 and result.out.strip() == str(folder / "content"), result
    found = check(folder)
    assert found.code == 0 and found.diagnostics() == [], found
    site = must_build(folder / "content", tmp_path / "site")
    assert "Tra cứu &quot;thử&quot;: một" in (site / "index.html").read_text(encoding="utf-8")
    # What is published of it needs no editing to be true, and tells nobody to edit a file.
    assert "content/pages" not in (site / "trang/gioi-thieu/index.html").read_text(encoding="utf-8")
    systems = {entry.get("system") for entry in yaml.safe_load((folder / "content/vocabulary/types.yml").read_text(encoding="utf-8"))}
    assert ("state" in systems) == ("party" not in options) and ("party" in systems) == ("state" not in options)
    assert "yaml.schemas" in json.loads((folder / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert (folder / ".gitignore").exists() and (folder / ".gitlab-ci.yml").exists()


def test_a_site_that_is_there_stays(tmp_path: Path) -> None:
    assert tracuu("init", tmp_path, "--yes").code == 0
    (tmp_path / "content" / "site.yml").write_text("title: Của tôi\n", encoding="utf-8")
    again = tracuu("init", tmp_path, "--yes")
    assert again.code == 2 and "tracuu import" in again.err and "USAGE" not in again.err.upper()
    assert (tmp_path / "content" / "site.yml").read_text(encoding="utf-8") == "title: Của tôi\n"


@pytest.mark.parametrize("template, folder", [("van-ban-chi-dao.md", "directives"), ("van-ban-huong-dan.md", "guidance")])
def test_a_template_cannot_be_published_unfilled(tmp_path: Path, template: str, folder: str) -> None:
    tracuu("init", tmp_path, "--yes")
    (tmp_path / "content" / folder).mkdir(exist_ok=True)
    shutil.copy(tmp_path / "mau" / template, tmp_path / "content" / folder / "moi.md")
    found = check(tmp_path)
    assert found.code == 1 and {row.split()[0] for row in found.diagnostics()} >= {"TC116"}, found


def test_a_word_file_becomes_a_page_of_a_new_site(tmp_path: Path) -> None:
    tracuu("init", tmp_path, "--yes")
    word = tmp_path / "thong-tu.docx"
    word.write_bytes(docx(*HEAD, paragraph(run("Điều 1. Phạm vi", bold=True)), paragraph("1. Một."), SIGNATURE))
    result = tracuu("import", word, "--into", tmp_path / "content", "--yes")
    assert result.code == 0, result
    assert check(tmp_path).code == 0
    site = must_build(tmp_path / "content", tmp_path / "site")
    pages = list((site / "van-ban" / "2024").rglob("index.html"))
    assert len(pages) == 1 and 'id="dieu-1-khoan-1"' in pages[0].read_text(encoding="utf-8")


def test_entries_are_added_once(tmp_path: Path) -> None:
    tracuu("init", tmp_path, "--yes")
    content = tmp_path / "content"
    options = ["--content", content]
    added = tracuu("new", "issuer", "Bộ Nội vụ", "--abbreviation", "BNV", *options)
    assert added.code == 0 and added.out.strip() == "bo-noi-vu", added
    assert tracuu("new", "issuer", "Ủy ban nhân dân tỉnh Ví Dụ", "--abbreviation", "UBND", "--place", "Ví Dụ", *options).code == 0
    assert tracuu("new", "type", "Nội quy", *options).out.strip() == "noi-quy"
    assert tracuu("new", "topic", "Cải cách hành chính", "--broader", "cong-tac-van-ban", *options).code == 0
    issuers = yaml.safe_load((content / "vocabulary/issuers.yml").read_text(encoding="utf-8"))
    assert {"id": "bo-noi-vu", "name": "Bộ Nội vụ", "abbreviation": "BNV", "code": "bnv"} in issuers
    assert any(entry["code"] == "ubnd-vi-du" and entry["place"] == "Ví Dụ" for entry in issuers)
    again = tracuu("new", "issuer", "bộ nội vụ", *options)
    assert again.code == 1 and "đã có" in again.err
    assert tracuu("new", "topic", "Khác", "--broader", "khong-co", *options).code == 2
    assert check(tmp_path).code == 0
    # The number that names the new body is read at once.
    made = tracuu("new", "12/2024/TT-BNV", *options)
    assert "\nissuer: bo-noi-vu" in Path(made.out.strip()).read_text(encoding="utf-8"), made
