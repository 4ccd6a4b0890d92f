"""Documents as Word and Markdown: in the official form, opened by programs that are not ours, with every provision kept."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from harness.command import must_build, tracuu
from harness.content import copy_of
from harness.documents import collection, words_of_page
from harness.trees import files
from lxml import etree
from markdown_it import MarkdownIt

DATA, TOOLS = os.environ.get("TRACUU_DATA"), os.environ.get("TRACUU_TOOLS")
SETUP = "title: Thử\nbase-url: https://vi.du/\nword-files: true\nmarkdown-files: true\n"
PARTY = """---
number: 5-KL/TW
type: ket-luan
issuer: ban-bi-thu
letterhead: trung-uong
title: về một ví dụ
issued: 2014-08-18
place: Hà Nội
signer: {name: Trần Văn B, capacity: T/M BAN BÍ THƯ}
text: full
audience: public
---

Sau khi nghe báo cáo, Ban Bí thư kết luận:

## I- Tình hình

1- Ưu điểm.

2- Hạn chế:

a) Thứ nhất.

## II- Nhiệm vụ

1. Việc một.
"""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = collection(tmp_path_factory.mktemp("downloads") / "content", SETUP)
    (folder / "directives" / "kl-5.md").write_text(PARTY, encoding="utf-8")
    with (folder / "vocabulary" / "types.yml").open("a", encoding="utf-8") as types:
        types.write("- {id: ket-luan, name: Kết luận, abbreviation: KL, system: party}\n")
    with (folder / "vocabulary" / "issuers.yml").open("a", encoding="utf-8") as issuers:
        issuers.write("- {id: ban-bi-thu, name: Ban Bí thư}\n- {id: trung-uong, name: Ban Chấp hành Trung ương}\n")
    return folder


@pytest.fixture(scope="module")
def site(content: Path) -> Path:
    return must_build(content, content.parent / "site")


def only(site: Path, pattern: str) -> Path:
    return next(site.glob(pattern))


def paragraphs(path: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(path).paragraphs]


def cells(path: Path, table: int) -> list[list[str]]:
    return [cell.text.split("\n") for row in docx.Document(path).tables[table].rows for cell in row.cells]


def test_a_decree_stands_in_the_form_of_the_state(site: Path) -> None:
    path = only(site, "van-ban/2021/*/*.docx")
    left, right = cells(path, 0)
    assert left[0] == "CHÍNH PHỦ" and left[-1] == "Số: 9/2021/NĐ-CP"
    assert right[:2] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert right[-1] == "Hà Nội, ngày 03 tháng 02 năm 2021"
    text = paragraphs(path)
    lines = ["NGHỊ ĐỊNH", "quy định về <ví dụ> & thử nghiệm", "Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Phạm vi"]
    for line in [*lines, "đ) người khác, xem Nghị định 8."]:
        assert line in text, line
    assert text.index("Chương I") < text.index("QUY ĐỊNH CHUNG") < text.index("Điều 1. Phạm vi")
    assert cells(path, 2)[1] == ["TM. CHÍNH PHỦ", "THỦ TƯỚNG", "", "", "", "Nguyễn Văn A"]
    document = docx.Document(path)
    grounds = [p for p in document.paragraphs if p.text.startswith("Căn cứ")]
    assert len(grounds) == 2 and all(run.italic for p in grounds for run in p.runs)
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm), round(section.left_margin.mm)) == (210, 297, 30)
    assert "ví dụ" in [run.text for p in document.paragraphs for run in p.runs if run.bold]
    assert document.core_properties.identifier.startswith("https://vi.du/van-ban/2021/")


def test_a_conclusion_stands_in_the_form_of_the_party(site: Path) -> None:
    path = only(site, "van-ban/2014/*/*.docx")
    left, right = cells(path, 0)
    assert left == ["BAN CHẤP HÀNH TRUNG ƯƠNG", "*", "Số 5-KL/TW"]
    assert right == ["ĐẢNG CỘNG SẢN VIỆT NAM", "Hà Nội, ngày 18 tháng 8 năm 2014"]
    assert "I- Tình hình" in paragraphs(path) and "KẾT LUẬN" in paragraphs(path)


def test_an_editors_summary_is_not_dressed_as_the_document(site: Path, content: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(content, tmp_path / "content"))
    record = copy / "directives" / "kl-5.md"
    record.write_text(record.read_text(encoding="utf-8").replace("text: full", "text: summary"), encoding="utf-8")
    path = only(must_build(copy, tmp_path / "site"), "van-ban/2014/*/*.docx")
    assert docx.Document(path).tables == []
    assert not any("ĐẢNG CỘNG SẢN" in line for line in paragraphs(path))
    assert any("tóm tắt" in line.lower() for line in paragraphs(path)[:3])


def test_a_file_is_a_sound_zip_and_the_same_bytes_each_time(content: Path, site: Path, tmp_path: Path) -> None:
    again = must_build(content, tmp_path / "site")
    for path in site.rglob("*.docx"):
        with zipfile.ZipFile(path) as parts:
            assert parts.testzip() is None
            assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert path.read_bytes() == (again / path.relative_to(site)).read_bytes()


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_it_with_every_word(site: Path, tmp_path: Path) -> None:
    path = only(site, "van-ban/2021/*/*.docx")
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "fodt",
         "--outdir", str(tmp_path), str(path)], check=True, capture_output=True, timeout=240)  # fmt: skip
    opened = "".join(etree.parse(tmp_path / path.with_suffix(".fodt").name).getroot().itertext())
    letters = re.sub(r"\W", "", opened)
    for paragraph in docx.Document(path).paragraphs:
        for run in paragraph.runs:
            assert re.sub(r"\W", "", run.text) in letters, run.text
    assert "Chú thích & <thử>." in opened


def anchors(site: Path, pattern: str) -> list[str]:
    """The provisions of a document, as its linked data names them."""
    data = json.loads(only(site, pattern + "index.jsonld").read_bytes())
    return [part["@id"].split("#")[1] for part in data.get("hasPart", [])]


@pytest.mark.parametrize("year", ["2014", "2020", "2021"])
def test_importing_a_download_keeps_every_provision(year: str, site: Path, content: Path, tmp_path: Path) -> None:
    copy = tmp_path / "content"
    shutil.copytree(content / "vocabulary", copy / "vocabulary")
    path = only(site, f"van-ban/{year}/*/*.docx")
    result = tracuu("import", path, "--into", copy, "--format", "json", "--yes")
    report = json.loads(result.out)["files"][0]
    assert report["refused"] is None and report["lost"] == 0, report
    imported = must_build(copy, tmp_path / "site")
    before = anchors(site, f"van-ban/{year}/*/")
    # An attached Quy chế becomes a record of its own, which names its provisions without it.
    after = anchors(imported, f"van-ban/{year}/nghi-dinh*/") if year != "2014" else anchors(imported, f"van-ban/{year}/*/")
    if attached := list(imported.glob(f"van-ban/{year}/*quy-che*/")):
        of_it = anchors(imported, attached[0].relative_to(imported).as_posix() + "/")
        after += ["quy-che"] + [anchor if anchor.startswith("phu-luc") else f"quy-che-{anchor}" for anchor in of_it]
    assert after == before
    number = json.loads(only(site, f"van-ban/{year}/*/index.jsonld").read_bytes())["legislationIdentifier"]
    assert json.loads(only(imported, f"van-ban/{year}/*/index.jsonld").read_bytes())["legislationIdentifier"] == number


def test_markdown_is_a_record_that_builds_to_the_same_text(site: Path, content: Path, tmp_path: Path) -> None:
    copy = tmp_path / "content"
    shutil.copytree(content / "vocabulary", copy / "vocabulary")
    (copy / "directives").mkdir()
    (copy / "site.yml").write_text(SETUP, encoding="utf-8")
    for path in site.glob("van-ban/*/*/*.md"):
        (copy / "directives" / path.name).write_bytes(path.read_bytes())
    again = must_build(copy, tmp_path / "site")
    pages = sorted(site.glob("van-ban/*/*/index.html"))
    assert len(pages) == 3
    for page in pages:
        twin = again / page.relative_to(site)
        assert words_of_page(twin) == words_of_page(page), page
        assert anchors(again, page.parent.relative_to(site).as_posix() + "/") == anchors(
            site, page.parent.relative_to(site).as_posix() + "/"
        )


def test_markdown_is_read_alike_by_another_reader(site: Path) -> None:
    path = only(site, "van-ban/2021/*/*.md")
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    assert 'number: "9/2021/NĐ-CP"' in front
    html = MarkdownIt("commonmark").enable("table").render(body)
    for piece in ("<h3>Điều 1. Phạm vi</h3>", "<strong>ví dụ</strong>", "<blockquote>", "&lt;một&gt;", "<code>mã</code>"):
        assert piece in html, piece
    assert re.search(r'<a href="https://vi\.du/van-ban/2020/[^"]+">Nghị định 8</a>', html)


def test_downloads_are_offered_and_told_of_where_they_are_on(site: Path, content: Path, tmp_path: Path) -> None:
    page = only(site, "van-ban/2021/*/index.html").read_text(encoding="utf-8")
    for path in (only(site, "van-ban/2021/*/*.docx"), only(site, "van-ban/2021/*/*.md")):
        assert f'<a href="{path.name}" download>' in page
    data = (site / "api" / "index.html").read_text(encoding="utf-8")
    assert ".docx" in data and ".md" in data
    copy = Path(shutil.copytree(content, tmp_path / "content"))
    (copy / "site.yml").write_text("title: Thử\n", encoding="utf-8")
    plain = must_build(copy, tmp_path / "site")
    assert not [*plain.rglob("*.docx"), *plain.rglob("*.md")]
    assert "_downloads" not in only(plain, "van-ban/2021/*/index.html").read_text(encoding="utf-8")
    assert ".docx" not in (plain / "api" / "index.html").read_text(encoding="utf-8")


def test_edits_come_to_what_a_clean_build_makes(content: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(content, tmp_path / "content"))
    site = must_build(copy, tmp_path / "site")
    decree = copy / "directives" / "nd-9.md"
    edits = {"người thử nghiệm": "người được thử nghiệm", "place: Hà Nội": "place: Huế", "Điều 2. Giải": "Điều 2a. Giải"}
    for old, new in edits.items():
        decree.write_text(decree.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        must_build(copy, site)
        assert files(site) == files(must_build(copy, tmp_path / "clean")), new


def test_what_an_edition_withholds_is_in_none_of_its_files(tmp_path: Path) -> None:
    content = copy_of("editions", tmp_path)
    setup = content / "site.yml"
    own = setup.read_text(encoding="utf-8") if setup.exists() else ""
    setup.write_text(f"word-files: true\nmarkdown-files: true\n{own}", encoding="utf-8")
    public = must_build(content, tmp_path / "site", "--edition", "public")
    withheld = [path for path in content.glob("*/*.md") if "audience: public" not in path.read_text(encoding="utf-8")]
    assert withheld
    for path in withheld:
        path.unlink()
    without = must_build(content, tmp_path / "without", "--edition", "public")
    for pattern in ("*.docx", "*.md"):
        assert {p.relative_to(public): p.read_bytes() for p in public.rglob(pattern)} == {
            p.relative_to(without): p.read_bytes() for p in without.rglob(pattern)
        }


@pytest.mark.skipif(not (DATA and TOOLS), reason="needs TRACUU_DATA and TRACUU_TOOLS")
def test_statutes_keep_their_provisions_through_word_and_markdown(tmp_path: Path) -> None:
    content = tmp_path / "content"
    subprocess.run([sys.executable, f"{TOOLS}/make_records.py", "statutes", str(content), "--n", "40"], check=True)
    (content / "site.yml").write_text("word-files: true\nmarkdown-files: true\n", encoding="utf-8")
    site = must_build(content, tmp_path / "site")
    copy = tmp_path / "copy"
    shutil.copytree(content / "vocabulary", copy / "vocabulary")
    (copy / "directives").mkdir()
    for path in site.glob("van-ban/*/*/*.md"):
        (copy / "directives" / path.name).write_bytes(path.read_bytes())
    again = must_build(copy, tmp_path / "again")
    for page in site.glob("van-ban/*/*/index.html"):
        assert words_of_page(again / page.relative_to(site)) == words_of_page(page), page
    for path in site.rglob("*.docx"):
        docx.Document(io.BytesIO(path.read_bytes()))
