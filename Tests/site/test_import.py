"""`tracuu import`: from a file of an office to a record that builds and is cited by provision."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
import yaml
from harness import office
from harness.command import CONTENT, arguments, build, must_build, tracuu
from harness.office import HEAD, SIGNATURE, docx, heading, paragraph, run, table
from harness.terminal import at_terminal

DATA = os.environ.get("TRACUU_DATA")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    shutil.copytree(CONTENT / "vocabulary", folder / "vocabulary")
    return folder


def load(content: Path, name: str, data: bytes, *options: object) -> dict:
    """Imports one file; gives its entry of the report."""
    file = content.parent / name
    file.write_bytes(data)
    result = tracuu("import", file, "--into", content, "--format", "json", "--yes", *options)
    assert result.code in (0, 1), result
    return json.loads(result.out)["files"][0]


def record(content: Path, report: dict, index: int = 0) -> tuple[dict, str, str]:
    """Front matter, its text and the body of one of the records."""
    assert report["refused"] is None, report
    _, front, body = (content / report["records"][index]).read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front), front, body


def page(content: Path, tmp_path: Path) -> str:
    site = must_build(content, tmp_path / "site")
    return "".join(path.read_text(encoding="utf-8") for path in sorted((site / "van-ban").rglob("index.html")))


def test_the_letterhead_becomes_front_matter(content: Path) -> None:
    report = load(content, "a.docx", docx(*HEAD, paragraph(run("Điều 1. Phạm vi", bold=True)), paragraph("Nội dung."), SIGNATURE))
    fields, front, body = record(content, report)
    assert fields["number"] == "12/2024/TT-BVD" and fields["type"] == "thong-tu"
    assert str(fields["issued"]) == "2024-03-05" and fields["place"] == "Hà Nội"
    assert fields["title"] == "Quy định về việc nêu ví dụ"
    assert fields["signer"] == {"name": "Nguyễn Văn Mẫu", "position": "THỨ TRƯỞNG", "capacity": "KT. BỘ TRƯỞNG"}
    # The body keeps its grounds; head and signature stand as remarks, so that no word is lost.
    assert body.startswith("\nCăn cứ Luật Ví dụ;\n") and "Nơi nhận" not in body
    assert "# Nơi nhận:" in front and report["lost"] == 0
    # A body that the vocabulary lacks was added with a remark.
    issuers = (content / "vocabulary" / "issuers.yml").read_text(encoding="utf-8")
    assert f"id: {fields['issuer']}, name: Bộ Ví dụ" in issuers and "cần người xem lại" in issuers


def test_without_agreement_nothing_is_added_to_the_vocabulary(content: Path) -> None:
    before = (content / "vocabulary" / "issuers.yml").read_bytes()
    file = content.parent / "a.docx"
    file.write_bytes(docx(*HEAD, paragraph("Nội dung."), SIGNATURE))
    result = tracuu("import", file, "--into", content, "--format", "json")
    fields, front, _ = record(content, json.loads(result.out)["files"][0])
    assert fields["issuer"] is None and "Bộ Ví dụ" in front
    assert (content / "vocabulary" / "issuers.yml").read_bytes() == before


def test_labels_that_word_computes_are_provisions(content: Path, tmp_path: Path) -> None:
    """Counters of a list, restart, override, literal text in the label; đ) typed between d) and e)."""
    lists = {
        0: office.level(0, "Chương %1", "upperRoman")
        + office.level(1, "Điều %2.", extra='<w:lvlRestart w:val="0"/>')
        + office.level(2, "%3.")
        + office.level(3, "%4)", "lowerLetter"),
        1: office.level(0, "%1)", "lowerLetter"),
    }
    instances = {
        1: (0, ""),
        2: (1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
    }
    body = [
        paragraph(run("QUY ĐỊNH CHUNG", bold=True), numbering=(1, 0), align="center"),
        paragraph(run("Phạm vi", bold=True), numbering=(1, 1)),
        paragraph("Khoản một.", numbering=(1, 2)),
        paragraph("Khoản hai:", numbering=(1, 2)),
        *[paragraph(f"điểm {letter};", numbering=(1, 3)) for letter in "abcd"],
        paragraph("đ) điểm đ;"),
        paragraph("điểm e.", numbering=(2, 0)),
        paragraph(run("THI HÀNH", bold=True), numbering=(1, 0), align="center"),
        paragraph(run("Hiệu lực", bold=True), numbering=(1, 1)),
        paragraph("Khoản một của điều hai.", numbering=(1, 2)),
    ]
    report = load(content, "a.docx", docx(*HEAD, *body, SIGNATURE, parts={"numbering.xml": office.numbering(lists, instances)}))
    text = record(content, report)[2]
    assert "## Chương I" in text and "### Điều 1. Phạm vi" in text and "### Điều 2. Hiệu lực" in text
    html = page(content, tmp_path)
    for anchor in ("dieu-1-khoan-2-diem-d", "dieu-1-khoan-2-diem-dd", "dieu-1-khoan-2-diem-e", "dieu-2-khoan-1", "chuong-ii"):
        assert f'id="{anchor}"' in html, anchor


def test_a_chapter_and_its_title_in_two_paragraphs_are_one_heading(content: Path) -> None:
    report = load(content, "a.docx", docx(*HEAD, heading("Chương I"), heading("QUY ĐỊNH CHUNG"), paragraph(run("Điều 1.", bold=True), " Bãi bỏ Quyết định cũ."), SIGNATURE))
    body = record(content, report)[2]
    assert "## Chương I. QUY ĐỊNH CHUNG\n" in body
    # What follows the label in plain letters is the article's text, not its title.
    assert "### Điều 1.\n\nBãi bỏ Quyết định cũ.\n" in body


def test_tables_notes_and_tracked_changes(content: Path) -> None:
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + paragraph("Rộng") + "</w:tc>"
    below = "<w:tc><w:tcPr><w:vMerge/></w:tcPr>" + paragraph("") + "</w:tc>"
    above = '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + paragraph("Cao") + "</w:tc>"
    note = '<w:footnoteReference w:id="2"/>'
    notes = f'<w:footnotes {office.W}><w:footnote w:id="2">{paragraph("Lời chú | thích.")}</w:footnote></w:footnotes>'
    body = [
        paragraph("Đã ", "<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>", f"<w:ins>{run('thêm')}</w:ins>", run(" chữ", extra=note)),
        table([wide, "Ba"], [above, "Hai|một", "4"], [below, "5", "6"]),
    ]
    report = load(content, "a.docx", docx(*HEAD, *body, SIGNATURE, parts={"footnotes.xml": notes}))
    text = record(content, report)[2]
    assert "Đã thêm chữ[^1]" in text and "[^1]: Lời chú | thích." in text and "bỏ" not in text
    assert "| Rộng |  | Ba |\n| --- | --- | --- |\n| Cao | Hai\\|một | 4 |\n|  | 5 | 6 |" in text
    assert "trackedChanges" in report["remarks"] and report["lost"] == 0


def test_a_decision_and_the_regulation_it_carries_are_two_records(content: Path, tmp_path: Path) -> None:
    body = [
        *HEAD, paragraph(run("Điều 1.", bold=True), " Ban hành kèm theo Thông tư này Quy chế mẫu."), SIGNATURE,
        heading("QUY CHẾ"), heading("Làm việc mẫu"),
        paragraph("(Ban hành kèm theo Thông tư số 12/2024/TT-BVD ngày 05/3/2024)", align="center"),
        paragraph(run("Điều 1. Phạm vi", bold=True)), paragraph("1. Khoản một."),
    ]
    report = load(content, "a.docx", docx(*body))
    assert len(report["records"]) == 2
    main, carried = record(content, report), record(content, report, 1)
    assert carried[0]["type"] == "quy-che" and carried[0]["title"] == "Làm việc mẫu" and "number" not in carried[0]
    name = Path(report["records"][1]).stem
    assert main[0]["relations"] == [{"type": "promulgates", "target": name}]
    assert page(content, tmp_path).count('id="dieu-1"') == 2
    whole = load(content, "b.docx", docx(*body).replace(b"x", b"x"), "--whole", "--dry-run")
    assert whole["refused"] and "12" in whole["refused"], "the first import's record is not overwritten"
    # Whoever sits at a terminal is asked, unless it was said.
    asked_for = [((), "c\n", 1, True), ((), "x\nt\n", 2, True), ((), "\n", 2, True)]
    for options, answer, records, asked in [*asked_for, (("--split",), "", 2, False), (("--whole",), "", 1, False)]:
        for path in [*(content / "directives").glob("*.md"), *(content / "guidance").glob("*.md")]:
            path.unlink()
        session = at_terminal(answer, "import", content.parent / "a.docx", "--into", content, *options)
        assert session.code == 0 and ("tệp có 2 văn bản" in session.shown) == asked, session
        assert "Quy chế Làm việc mẫu" in session.shown or not asked
        assert len([*(content / "directives").glob("*.md"), *(content / "guidance").glob("*.md")]) == records, (options, answer)


def test_quoted_articles_are_no_structure(content: Path, tmp_path: Path) -> None:
    body = [
        paragraph(run("Điều 1. Sửa đổi", bold=True)), paragraph("1. Sửa đổi khoản 4 như sau: “4. Bốn mới."), paragraph("5. Năm mới.”"),
        paragraph("2. Sửa đổi Điều 8 như sau:"), paragraph("“Điều 8. Tên mới"), paragraph("1. Nội dung mới.”"),
        paragraph("3. Bãi bỏ Điều 9."), paragraph(run("Điều 2. Hiệu lực", bold=True)),
    ]
    report = load(content, "a.docx", docx(*HEAD, *body, SIGNATURE))
    html = page(content, tmp_path)
    record(content, report)
    for anchor in ("dieu-1-khoan-1", "dieu-1-khoan-2", "dieu-1-khoan-3", "dieu-2"):
        assert f'id="{anchor}"' in html, anchor
    for anchor in ("dieu-8", "dieu-1-khoan-5", "dieu-1-khoan-1-2"):
        assert f'id="{anchor}"' not in html, anchor


def test_blanks_are_no_values(content: Path) -> None:
    head = table(
        [
            paragraph("ỦY BAN NHÂN DÂN") + paragraph("TỈNH VÍ DỤ") + paragraph("Số:        /KH-UBND"),
            paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + paragraph("Ví Dụ, ngày      tháng 5 năm 2026"),
        ]
    )
    report = load(content, "mau.docx", docx(head, heading("KẾ HOẠCH"), heading("Làm thử"), paragraph("Nội dung.")))
    fields, front, _ = record(content, report)
    assert "number" not in fields and str(fields["issued"]) == "2026-05" and fields["type"] == "ke-hoach"
    assert report["records"] == ["guidance/mau.md"] and "/KH-UBND" in front


def test_relations_are_proposals_with_their_sentence(content: Path) -> None:
    """Without the signs “#” at the heading and at one line, that relation counts."""
    sentence = (
        "Thông tư này thay thế Thông tư số 05/2015/TT-BVD ngày 02 tháng 6 năm 2015 và Công văn số 12/BVD-VP. "
        "Nghị định số 78/2025/NĐ-CP vẫn áp dụng."
    )
    body = [
        paragraph("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020;"),
        paragraph("Thực hiện Quyết định số 66/2020/QĐ-TTg ngày 06 tháng 2 năm 2020;"), paragraph(sentence),
    ]
    report = load(content, "a.docx", docx(*HEAD, *body, SIGNATURE))
    fields, front, _ = record(content, report)
    assert "relations" not in fields and "audience" not in fields
    proposals = re.findall(r"^#- \{type: ([a-z-]+), target: ([^,}]+)", front, re.MULTILINE)
    assert proposals == [
        ("based-on", "30/2020/NĐ-CP"), ("implements", "66/2020/QĐ-TTg"), ("replaces", "05/2015/TT-BVD"), ("replaces", "12/BVD-VP"),
    ]
    assert front.count(sentence[:300]) == 2
    path = content / report["records"][0]
    text = path.read_text(encoding="utf-8").replace("\n#relations:", "\nrelations:").replace("\n#- {type: based-on", "\n- {type: based-on")
    path.write_text(text, encoding="utf-8")
    fields, _, _ = record(content, report)
    assert [each["target"] for each in fields["relations"]] == ["30/2020/NĐ-CP"]


def test_whoever_forgets_the_readers_is_told(tmp_path: Path) -> None:
    """A new site is for the office first: a record that does not say whom it is for is in no other edition."""
    assert tracuu("init", tmp_path / "co-quan", "--yes").code == 0
    content = tmp_path / "co-quan" / "content"
    report = load(content, "a.docx", docx(*HEAD, paragraph("Nội dung."), SIGNATURE))
    path = content / report["records"][0]
    front = path.read_text(encoding="utf-8")
    assert "\n#audience: public\n" in front and "chỉ có trong ấn bản “Nội bộ”" in front
    told = [build(content, tmp_path / "site", "--edition", "public") for _ in range(2)]
    assert all("1 bản ghi không thuộc ấn bản này" in each.err for each in told), told
    path.write_text(front.replace("\n#audience: public\n", "\naudience: public\n"), encoding="utf-8")
    assert "không thuộc ấn bản" not in build(content, tmp_path / "site", "--edition", "public").err


@pytest.mark.parametrize("place", ["body", "header", "textbox"])
def test_a_secrecy_mark_anywhere_refuses_the_file(content: Path, place: str) -> None:
    mark = paragraph(run("TỐI MẬT", bold=True))
    box = f"<w:p><w:r><w:pict><w:txbxContent>{mark}</w:txbxContent></w:pict></w:r></w:p>"
    parts = {"header1.xml": f"<w:hdr {office.W}>{mark}</w:hdr>"} if place == "header" else {}
    body = {"body": [mark], "textbox": [box], "header": []}[place]
    report = load(content, "a.docx", docx(*HEAD, *body, paragraph("Chuyện kín."), parts=parts))
    assert report["records"] == [] and "mật" in report["refused"] and "kín" not in json.dumps(report, ensure_ascii=False)
    assert not (content / "directives").exists()


def test_nothing_is_overwritten(content: Path) -> None:
    data = docx(*HEAD, paragraph("Nội dung."), SIGNATURE)
    first = load(content, "a.docx", data)
    path = content / first["records"][0]
    path.write_text("của tôi", encoding="utf-8")
    again = load(content, "a.docx", data)
    assert again["records"] == [] and path.read_text(encoding="utf-8") == "của tôi"


def test_old_encodings_are_converted_on_a_yes_alone(content: Path) -> None:
    old = [
        paragraph(run("CHÝNH PHñ", font=".VnTimeH")), paragraph(run("Sè: 05/2001/N§-CP", font=".VnTime")),
        # A blank that Unicode alone has leaves the letters beside it as old as they are.
        paragraph(run("Hµ Néi, ngµy 5\u2002th¸ng 6 n¨m 2001", font=".VnTime")),
        paragraph(run("NGHÞ §ÞNH", font=".VnTimeH", bold=True), align="center"),
        paragraph(run("VÒ viÖc thö", font=".VnTime", bold=True), align="center"),
        paragraph(run("§iÒu 1. Quy ®Þnh vÒ ch÷ ", font=".VnTime", bold=True), "<w:r><w:rPr><w:rFonts w:ascii=\".VnTime\"/></w:rPr><w:t>th</w:t><w:softHyphen/><w:t>êng</w:t></w:r>"),
    ]
    file = content.parent / "cu.docx"
    file.write_bytes(docx(*old))
    refused = json.loads(tracuu("import", file, "--into", content, "--format", "json").out)["files"][0]
    assert refused["records"] == [] and "--from tcvn3" in refused["refused"]
    no = at_terminal("k\n", "import", file, "--into", content)
    assert no.code == 1 and "+ Hà Nội, ngày 5 tháng 6 năm 2001" in no.shown and not list((content).rglob("*05*.md"))
    yes = at_terminal("c\n", "import", file, "--into", content)
    assert yes.code == 0 and (made := list((content / "directives").glob("nd-5-*.md"))), yes
    made[0].unlink()
    fields, _, body = record(content, load(content, "cu.docx", docx(*old)))
    assert fields["number"] == "05/2001/NĐ-CP" and fields["issuer"] == "chinh-phu" and "thường" in body
    assert str(fields["issued"]) == "2001-06-05"


def test_html_and_standard_input(content: Path) -> None:
    html = """<!doctype html><html><body><nav>Trang chủ</nav><table><tr><td>CHÍNH PHỦ<br>-------<br>Số: 07/2021/NĐ-CP</td>
    <td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Hà Nội, ngày 27 tháng 01 năm 2021</td></tr></table><p align="center"><b>NGHỊ ĐỊNH</b></p>
    <p align="center"><b>Quy định chuẩn mẫu</b></p><p><b>Điều 1. Phạm vi</b></p><p>1. Một.<br>2. Hai.</p></body></html>"""
    done = subprocess.run(arguments("import", "-", "--into", content, "--yes"), input=html.encode(), capture_output=True, timeout=60)
    path = Path(done.stdout.decode().strip())
    text = path.read_text(encoding="utf-8")
    assert path.name == "nd-7-cp-2021.md" and "title: Quy định chuẩn mẫu" in text
    assert "## Điều 1. Phạm vi\n\n1. Một.\n\n2. Hai.\n" in text and "Trang chủ" not in text.split("---")[2]


def test_hostile_containers_end_in_a_sentence(content: Path) -> None:
    bomb = docx("<w:p><w:r><w:t>" + "0" * (220 << 20) + "</w:t></w:r></w:p>")
    assert len(bomb) < 1 << 20
    entity = docx(paragraph("x"), parts={"styles.xml": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'})
    cells = docx("<w:tbl><w:tr>" + "<w:tc/>" * 400_000 + "</w:tr></w:tbl>")
    deep = docx("<w:tbl><w:tr><w:tc>" * 60 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 60)
    for name, data in {"bom": bomb, "thuc-the": entity, "o": cells, "sau": deep, "cut": docx(*HEAD)[:200], "rong": b""}.items():
        report = load(content, f"{name}.docx", data)
        assert report["records"] == [] and report["refused"], name
    outside = content.parent / "ra-ngoai.docx"
    with zipfile.ZipFile(outside, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {office.W}><w:body>{''.join(HEAD)}</w:body></w:document>")
        archive.writestr("../../../../ra-ngoai.txt", "x")
    assert load(content, outside.name, outside.read_bytes())["records"]
    assert not list(content.parent.parent.rglob("ra-ngoai.txt"))


def test_a_missing_program_is_named(content: Path) -> None:
    file = content.parent / "cu.doc"
    file.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512))
    done = subprocess.run(
        arguments("import", file, "--into", content, "--format", "json"), env={"PATH": "/nowhere"}, capture_output=True, timeout=60
    )
    assert "libreoffice" in json.loads(done.stdout)["files"][0]["refused"]


def test_many_files_at_once_and_a_folder(content: Path) -> None:
    folder = content.parent / "tep"
    folder.mkdir()
    for number in (3, 4):
        head = [office.LETTERHEAD.replace("12/2024", f"{number}/2024"), *HEAD[1:]]
        (folder / f"{number}.docx").write_bytes(docx(*head, paragraph("Nội dung.")))
    (folder / "hong.docx").write_bytes(b"PK\x03\x04hong")
    result = tracuu("import", folder, "--into", content, "--yes", "--language", "en")
    assert result.code == 1 and len(result.out.split()) == 2, result
    assert "3 files: 2 imported as 2 records, 1 not imported" in result.err
    # A line for every file, in columns.
    rows = {line.split()[0]: line for line in result.err.splitlines() if re.match(r"(File|3\.docx|4\.docx|hong\.docx) ", line)}
    seconds = {"File": "Record", "3.docx": "tt-3-", "4.docx": "tt-4-", "hong.docx": "no: "}
    assert len({rows[name].index(words) for name, words in seconds.items()}) == 1, rows
    assert rows["3.docx"].index("signer") == rows["File"].index("To be filled in")


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_old_word_files_are_converted_together_and_each_gets_its_own(content: Path) -> None:
    def rtf(number: int) -> bytes:
        head = [f"S\\u7889?: {number}/2021/TT-BTC", "TH\\u212?NG T\\u431?"]
        lines = [*head, f"V\\u7873? vi\\u7879?c th\\u7917? {number}", "N\\u7897?i dung."]
        return ("{\\rtf1\\ansi " + "".join(f"\\qc {line}\\par " for line in lines) + "}").encode()

    folder = content.parent / "cu"
    folder.mkdir()
    for number in (1, 2, 3):
        (folder / f"{number}.rtf").write_bytes(rtf(number))
    # LibreOffice leaves this one out; the others come in all the same.
    (folder / "4.doc").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512))
    (folder / "5.docx").write_bytes(docx(*HEAD, paragraph("Nội dung.")))
    report = json.loads(tracuu("import", folder, "--into", content, "--format", "json", "--yes").out)["files"]
    made = {Path(one["source"]).name: one["records"] for one in report}
    assert made["4.doc"] == [] and len(made["5.docx"]) == 1
    for number in (1, 2, 3):
        text = (content / made[f"{number}.rtf"][0]).read_text(encoding="utf-8")
        assert f"number: {number}/2021/TT-BTC" in text and f"Về việc thử {number}" in text


@pytest.mark.skipif(not DATA, reason="TRACUU_DATA does not name the folder with real files")
def test_real_files_lose_no_words(content: Path) -> None:
    files = sorted((Path(DATA or "") / "word" / "files").glob("*.docx")) + sorted((Path(DATA or "") / "word" / "files").glob("*.odt"))
    result = tracuu("import", *files, "--into", content, "--format", "json", "--yes", "--dry-run")
    reports = [each for each in json.loads(result.out)["files"]]
    assert len(reports) == len(files)
    unexpected = [each["source"] for each in reports if each["refused"] and not re.search("đã có tệp", each["refused"])]
    assert unexpected == []
    words, lost = sum(each["words"] for each in reports), sum(each["lost"] for each in reports)
    assert words > 100_000 and lost / words < 0.0005, (words, lost)
