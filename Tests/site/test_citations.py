"""Editors and other programs list the citations of a collection's texts."""

from __future__ import annotations

import csv
import re
import shutil
import unicodedata
from pathlib import Path

from harness.command import CONTENT, build_options, tracuu
from harness.content import copy_of

BODY = """
Theo điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 và [liên kết](https://example.org/1/2020/TT-BTP).
"""


def test_citations_are_listed_with_their_places(tmp_path: Path) -> None:
    content = copy_of("bare", tmp_path)
    record = content / "directives" / "mot.md"
    head, _, _ = record.read_text(encoding="utf-8").rpartition("\n---\n")
    record.write_text(f"{head}\n---\n{BODY}", encoding="utf-8")
    table = tmp_path / "citations.tsv"
    result = tracuu("check", "--content", content, "--citations", table)
    assert result.code == 0, result
    with table.open(encoding="utf-8") as stream:
        rows = [row for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE) if row["doc"] == "mot"]
    first = rows[0]
    assert first["surface"] == "điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP"
    assert (first["number"], first["provision"], first["target"]) == ("30/2020/NĐ-CP", "điểm a khoản 2 Điều 5", "-")
    body = BODY.removeprefix("\n").encode()
    start = int(first["byte_offset"])
    assert body[start : start + len(first["surface"].encode())].decode() == first["surface"]


def test_offsets_are_those_of_the_file_on_the_disk(tmp_path: Path) -> None:
    """Lines end as on Windows, letters are decomposed, and signs that nobody sees stand before the citation."""
    content = copy_of("bare", tmp_path)
    record = content / "directives" / "mot.md"
    head, _, _ = record.read_text(encoding="utf-8").rpartition("\n---\n")
    lines = ["", "Mở\u00ad đầu.", "", unicodedata.normalize("NFD", "Việc\u200b này") + " theo Nghị định số 30/2020/NĐ-CP.", ""]
    record.write_bytes(f"{head}\n---\n".encode() + "\r\n".join(lines).encode())
    table = tmp_path / "citations.tsv"
    result = tracuu("check", "--content", content, "--citations", table)
    assert result.code == 0, result
    with table.open(encoding="utf-8") as stream:
        rows = [row for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE) if row["doc"] == "mot"]
    body = "\r\n".join(lines[1:]).encode()
    start = int(rows[0]["byte_offset"])
    assert body[start : start + len(rows[0]["surface"].encode())].decode() == "Nghị định số 30/2020/NĐ-CP"


DECREE = """---
number: 30/2020/NĐ-CP
type: nghi-dinh
issuer: chinh-phu
title: Về công tác văn thư
issued: 2020-03-05
expires: 2021-12-31
audience: public
---

## Chương I

### Điều 5. Ví dụ

2. Khoản hai gồm:

a) điểm a;

đ) điểm đ.
"""
CITING = """---
number: 12/2023/TT-BNV
type: thong-tu
issuer: bo-noi-vu
title: Ví dụ
issued: 2023-01-02
audience: public
---

## Điều 1. Theo Nghị định số 30/2020/NĐ-CP

1. Theo điểm a khoản 2 Điều 5 và Điều 99 Nghị định số 30/2020/NĐ-CP, và theo khoản 1 Điều 1 của Thông tư này.

2. Mã `30/2020/NĐ-CP`, [Nghị định 30/2020/NĐ-CP](a.md) và Thông tư số 99/2019/TT-BTC.
"""


def built(tmp_path: Path, *options: str, **records: str) -> Path:
    """A site of these records, by file name."""
    folder = tmp_path / "content" / "directives"
    folder.mkdir(parents=True)
    for name, text in records.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    site = tmp_path / "site"
    result = tracuu("build", *build_options(folder.parent, site, *options))
    assert result.code == 0, result
    return site


def test_citations_become_links_to_the_very_provision(tmp_path: Path) -> None:
    site = built(tmp_path, a=DECREE, b=CITING)
    decree = next(site.glob("van-ban/2020/*/index.html"))
    citing = next(site.glob("van-ban/2023/*/index.html"))
    page = citing.read_text(encoding="utf-8")
    links = re.findall(r'<a class="(cite[^"]*)" href="([^"]*)"(?: data-card="([^"]*)")?>(.*?)(?:<span class="visually|</a>)', page)
    address = f"../../2020/{decree.parent.name}/index.html"
    assert [(name, href, words) for name, href, _, words in links] == [
        ("cite cite-ended", address, 'Nghị định số <span class="nb">30/2020/NĐ-CP</span>'),
        ("cite cite-ended", f"{address}#dieu-5-khoan-2-diem-a", "điểm a khoản 2 Điều 5"),
        # There is no Điều 99: the document is all that can be linked to.
        ("cite cite-ended", address, 'Điều 99 Nghị định số <span class="nb">30/2020/NĐ-CP</span>'),
        ("cite", "#dieu-1-khoan-1", "khoản 1 Điều 1"),
    ]
    assert "30/2020/NĐ-CP" in links[0][2] and "5/3/2020" in links[0][2] and "Hết hiệu lực" in links[0][2]
    assert "<code>30/2020/NĐ-CP</code>" in page
    back = decree.read_text(encoding="utf-8")
    assert f"van-ban/2023/{citing.parent.name}/index.html" in back and "điểm a khoản 2 Điều 5; Điều 99" in back


def test_a_citation_goes_on_in_the_next_line(tmp_path: Path) -> None:
    citing = CITING.partition("\n---\n\n")[0] + "\n---\n\nTheo điểm a khoản 2\nĐiều 5 Nghị định\nsố 30/2020/NĐ-CP.\n"
    site = built(tmp_path, a=DECREE, b=citing)
    page = next(site.glob("van-ban/2023/*/index.html")).read_text(encoding="utf-8")
    (link,) = re.findall(r'<a class="cite[^"]*" href="[^"]*#([^"]*)"[^>]*>(.*?)</a>', page, re.DOTALL)
    assert link[0] == "dieu-5-khoan-2-diem-a"
    assert link[1].startswith('điểm a khoản 2\nĐiều 5 Nghị định\nsố <span class="nb">30/2020/NĐ-CP</span>')


def test_what_readers_may_not_see_is_not_cited_to_them(tmp_path: Path) -> None:
    decree = DECREE.replace("audience: public", "audience: internal")
    citing = CITING.replace("[Nghị định 30/2020/NĐ-CP](a.md)", "ví dụ")
    site = built(tmp_path, "--edition", "public", a=decree, b=citing)
    page = next(site.glob("van-ban/2023/*/index.html")).read_text(encoding="utf-8")
    assert "văn thư" not in page and "cite-ended" not in page
    assert re.findall(r'class="cite" href="([^"]*)"', page) == ["#dieu-1-khoan-1"]


def test_the_one_a_relation_names_is_meant_even_when_it_is_later(tmp_path: Path) -> None:
    """A Party number starts again with each congress, so that an undated one cannot be later, unless a relation says so."""
    content = copy_of("bare", tmp_path)
    guidance = """---
number: 167-HD/BVD
type: huong-dan
issuer: ban-vi-du
title: Hướng dẫn ví dụ
issued: 2015-12-26
audience: public
{relations}---

Văn bản ví dụ.
"""
    conclusion = """---
number: 100-KL/VD
type: ket-luan
issuer: ban-vi-du
title: Kết luận ví dụ
issued: 2014-08-18
audience: public
---

Được cụ thể hóa tại Hướng dẫn 167-HD/BVD.
"""
    directives = content / "directives"
    (directives / "kl.md").write_text(conclusion, encoding="utf-8")
    (directives / "hd.md").write_text(guidance.format(relations=""), encoding="utf-8")
    assert _target(content, tmp_path, "kl") == "-"
    relation = "relations:\n  - {type: guides, target: 100-KL/VD}\n"
    (directives / "hd.md").write_text(guidance.format(relations=relation), encoding="utf-8")
    assert _target(content, tmp_path, "kl") == "hd"


LAW = """---
number: {number}
type: luat
issuer: quoc-hoi
title: Quản lý mẫu
issued: {issued}
effective: {effective}
audience: public
{replaces}---

Điều 1. Mẫu.
"""
DECREE_OF_LAW = """---
number: 8/2020/NĐ-CP
type: nghi-dinh
issuer: chinh-phu
title: Ví dụ
issued: 2020-05-01
effective: 2020-07-01
audience: public
---

Theo khoản 1 Điều 1 Luật Quản lý mẫu.

Bãi bỏ Thông tư số 15/2013/TT-BTC ngày 06/11/2013 của Bộ Tài chính hướng dẫn thi hành một số điều của Luật Quản lý mẫu.

Theo Thông tư số 16/2013/TT-BTC ngày 06/11/2013; thực hiện Luật Quản lý mẫu, khác với Luật Quản lý mẫu ngày 29 tháng 11 năm 2006.

Thông tư số 17/2019/TT-BTC ngày 30/12/2019 hướng dẫn một số điều của Luật Quản lý mẫu.
"""


def test_a_law_named_without_its_number_is_that_of_the_day(tmp_path: Path) -> None:
    """That of the day on which the text takes effect, or, in the title of a document, of that document's day."""
    old = LAW.format(number="78/2006/QH11", issued="2006-11-29", effective="2007-07-01", replaces="")
    replaces = "relations:\n  - {type: replaces, target: 78/2006/QH11}\n"
    new = LAW.format(number="38/2019/QH14", issued="2019-06-13", effective="2020-07-01", replaces=replaces)
    directives = tmp_path / "content" / "directives"
    directives.mkdir(parents=True)
    shutil.copytree(CONTENT / "vocabulary", directives.parent / "vocabulary")
    for name, text in {"old": old, "new": new, "decree": DECREE_OF_LAW}.items():
        (directives / f"{name}.md").write_text(text, encoding="utf-8")
    table = tmp_path / "citations.tsv"
    result = tracuu("check", "--content", directives.parent, "--citations", table)
    assert result.code == 0, result
    with table.open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    named = [(row["surface"], row["target"]) for row in rows if row["surface"].endswith("Luật Quản lý mẫu")]
    assert named == [
        ("khoản 1 Điều 1 Luật Quản lý mẫu", "new"),
        ("Luật Quản lý mẫu", "old"),
        ("Luật Quản lý mẫu", "new"),
        ("Luật Quản lý mẫu", "old"),
        # Issued between the new law and its day, by a document that is not here: either may be meant.
    ]


def _target(content: Path, tmp_path: Path, record: str) -> str:
    table = tmp_path / "citations.tsv"
    result = tracuu("check", "--content", content, "--citations", table)
    assert result.code == 0, result
    with table.open(encoding="utf-8") as stream:
        rows = [row for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE) if row["doc"] == record]
    assert len(rows) == 1
    return rows[0]["target"]


def test_wanted_documents_are_listed_with_their_places(tmp_path: Path) -> None:
    content = copy_of("bare", tmp_path)
    (content / "directives" / "tt.md").write_text(
        CITING.partition("\n---\n\n")[0]
        + "\n---\n\nTheo Nghị định số 99/2019/NĐ-CP và\nĐiều 2 và Điều 3 Nghị định số 99/2019/NĐ-CP; Thông tư số 1/2018/TT-BNV, "
        "[Nghị định 77/2017/NĐ-CP](https://vi-du.example/).\n",
        encoding="utf-8",
    )
    text = tracuu("wanted", "--content", content)
    assert text.code == 0, text
    assert text.out.startswith("2×  99/2019/NĐ-CP\n")
    assert "77/2017" not in text.out, "what a link leads to is not wanted"
    table = tracuu("wanted", "--content", content, "--format", "tsv").out.splitlines()
    assert table[0] == "number\tmentions\tfile\tline\ttext"
    rows = [line.split("\t") for line in table[1:]]
    assert [row[0] for row in rows] == ["99/2019/NĐ-CP", "99/2019/NĐ-CP", "01/2018/TT-BNV"]
    lines = (content / "directives" / "tt.md").read_text(encoding="utf-8").splitlines()
    for number, _, file, line, surface in rows:
        assert file == "directives/tt.md"
        assert surface in lines[int(line) - 1]
        assert number.lstrip("0") in surface


def test_editors_page_is_for_editors(tmp_path: Path) -> None:
    content = copy_of("bare", tmp_path)
    (content / "directives" / "tt.md").write_text(
        CITING.partition("\n---\n\n")[0] + "\n---\n\n### Điều 7. Ví dụ\n\nTheo Nghị định số 99/2019/NĐ-CP.\n",
        encoding="utf-8",
    )
    everything, public, asked = tmp_path / "all", tmp_path / "public", tmp_path / "asked"
    assert tracuu("build", *build_options(content, everything)).code == 0
    page = (everything / "bien-tap" / "index.html").read_text(encoding="utf-8")
    assert "99/2019/NĐ-CP" in page
    assert '#dieu-7"' in page
    assert 'href="bien-tap/index.html"' in (everything / "index.html").read_text(encoding="utf-8")
    assert tracuu("build", *build_options(content, public), "--edition", "public").code == 0
    assert not (public / "bien-tap").exists()
    assert "bien-tap" not in (public / "index.html").read_text(encoding="utf-8")
    (content / "site.yml").write_text(
        "editions:\n  - {id: internal}\n  - {id: public, editors-page: true}\n", encoding="utf-8"
    )
    assert tracuu("build", *build_options(content, asked), "--edition", "public").code == 0
    assert (asked / "bien-tap" / "index.html").exists()


AMENDING = """---
number: 45/2021/NĐ-CP
type: nghi-dinh
issuer: chinh-phu
title: Sửa đổi, bổ sung một số điều
issued: 2021-03-31
audience: public
relations:
  - {type: amends, target: 30/2020/NĐ-CP, provisions: ["Điều 5", "Điều 5 khoản 2", "điểm đ khoản 2 Điều 5", "Điều 77"]}
---

Văn bản ví dụ.
"""


def test_what_was_done_to_a_provision_is_said_at_it(tmp_path: Path) -> None:
    site = built(tmp_path, a=DECREE, b=AMENDING)
    page = next(site.glob("van-ban/2020/*/index.html")).read_text(encoding="utf-8")
    note = r'<p class="provision-note" lang="vi">Được sửa đổi, bổ sung bởi <a class="cite" [^>]*>\S* ?[^<]*45/2021/NĐ-CP</a>, 31/3/2021</p>\n'
    assert len(re.findall(note, page)) == 3
    # Behind the heading and the link to it, at the beginning of the clause, behind the point.
    assert re.search(r'<h\d id="dieu-5" class="dieu">.*</h\d>\n?<a class="permalink"[^>]*>¶</a>\n?' + note, page)
    assert re.search(r'id="dieu-5-khoan-2" class="provision khoan">\n?' + note, page)
    assert re.search(r'<p id="dieu-5-khoan-2-diem-dd"[^>]*>.*</p>\n?' + note, page)
    assert "Điều 77" in page
