"""`tracuu check --fix` on a folder: shown first, written when agreed, right afterwards."""

from __future__ import annotations

from pathlib import Path

from harness.command import AS_OF, CONTENT, TEMPLATES, must_build, tracuu
from harness.content import record
from harness.terminal import at_terminal
from harness.trees import differences

RIGHT = record(1, text="Theo Quyết định 34/QĐ-TTg.")
WRONG = b"\xef\xbb\xbf" + (
    RIGHT.replace("1-KL/MAU", "1–KL/MAU").replace("2021-01-02", "2/1/2021").replace("QĐ", "QÐ").replace("title:", "Title:")
).replace("\n", "\r\n").encode()


def made(folder: Path) -> Path:
    (folder / "directives").mkdir(parents=True)
    (folder / "directives" / "kl-1.md").write_bytes(WRONG)
    (folder / "directives" / "kl-2.md").write_text(record(2), encoding="utf-8")
    return folder


def fix(content: Path, *options: object):
    return tracuu("check", "--fix", "--content", content, "--templates", TEMPLATES, "--as-of", AS_OF, *options)


def test_without_a_terminal_it_only_shows(tmp_path: Path) -> None:
    content = made(tmp_path / "content")
    result = fix(content)
    assert "-issued: 2/1/2021" in result.out and "+issued: 2021-01-02" in result.out
    assert "--yes" in result.err and result.code == 1
    assert (content / "directives" / "kl-1.md").read_bytes() == WRONG


def test_agreed_to_it_writes_and_a_second_run_has_nothing_to_do(tmp_path: Path) -> None:
    content = made(tmp_path / "content")
    result = fix(content, "--yes")
    assert result.code == 0, result
    assert (content / "directives" / "kl-1.md").read_text(encoding="utf-8") == RIGHT
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in content.rglob("*.md")}
    again = fix(content, "--yes")
    assert again.code == 0 and again.out == ""
    assert before == {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in content.rglob("*.md")}


def test_on_a_terminal_it_asks(tmp_path: Path) -> None:
    content = made(tmp_path / "content")
    arguments = ["check", "--fix", "--content", content, "--templates", TEMPLATES, "--as-of", AS_OF]
    shown = at_terminal("k\n", *arguments).shown
    assert "[c/K]" in shown and "\x1b[1;31m" in shown
    assert (content / "directives" / "kl-1.md").read_bytes() == WRONG
    at_terminal("c\n", *arguments)
    assert (content / "directives" / "kl-1.md").read_text(encoding="utf-8") == RIGHT


def test_the_projects_own_collection_needs_no_fix() -> None:
    assert fix(CONTENT).out == ""


def test_a_fix_leaves_the_site_as_it_was_where_nothing_was_wrong(tmp_path: Path) -> None:
    """The reader takes BOM, CRLF and look-alikes already; mending them must not change a page otherwise."""
    content = made(tmp_path / "content")
    (content / "directives" / "kl-1.md").write_bytes(b"\xef\xbb\xbf" + RIGHT.replace("\n", " \r\n").encode())
    before = must_build(content, tmp_path / "before")
    assert fix(content, "--yes").code == 0
    assert (content / "directives" / "kl-1.md").read_text(encoding="utf-8") == RIGHT
    assert differences(before, must_build(content, tmp_path / "after")) == []


PASTED = """**Chương I**

**QUY ĐỊNH CHUNG**

Điều 1. Phạm vi điều chỉnh
1. Khoản một.
2. Khoản hai:
a) Điểm a;
**Điều 2. Sửa đổi**
1. Sửa đổi khoản 3 như sau:
“Điều 3. Không phải đề mục
1. Trích.”
Điều 3. Bãi bỏ Quyết định số 1/QĐ-TTg ngày 02 tháng 3 năm 2004.
Điều 4 của Nghị định khác không phải đề mục.
"""
MENDED = """## Chương I. QUY ĐỊNH CHUNG

### Điều 1. Phạm vi điều chỉnh

1. Khoản một.
2. Khoản hai:
a) Điểm a;

### Điều 2. Sửa đổi

1. Sửa đổi khoản 3 như sau:
“Điều 3. Không phải đề mục
1. Trích.”

### Điều 3.

Bãi bỏ Quyết định số 1/QĐ-TTg ngày 02 tháng 3 năm 2004.
Điều 4 của Nghị định khác không phải đề mục.
"""
PASTED_HEAD = "---\ntitle: Dán\ntype: nghi-dinh\nissuer: chinh-phu\nissued: 2020-01-01\naudience: public\n---\n\n"


def test_pasted_lines_become_headings(tmp_path: Path) -> None:
    path = tmp_path / "content" / "directives" / "dan.md"
    path.parent.mkdir(parents=True)
    path.write_text(PASTED_HEAD + PASTED, encoding="utf-8")
    options = ["--content", tmp_path / "content", "--templates", TEMPLATES]
    assert "TC830 directives/dan.md:9:1" in tracuu("check", *options).diagnostics(tmp_path / "content")
    assert tracuu("check", "--fix", "--yes", *options).code == 0
    assert path.read_text(encoding="utf-8") == PASTED_HEAD + MENDED
    # Once right it stays.
    again = tracuu("check", "--fix", "--yes", *options)
    assert "TC830" not in again.err and path.read_text(encoding="utf-8") == PASTED_HEAD + MENDED


def test_slips_with_one_right_answer_are_mended(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "pages").mkdir(parents=True)
    (content / "vocabulary").mkdir()
    (content / "vocabulary" / "topics.yml").write_text("- {id: van-thu, name: Văn thư}\n- {id: luu-tru, name: Lưu trữ}\n", encoding="utf-8")
    path = content / "pages" / "a.md"
    path.write_text(
        "\n---\ntitle: Thông báo: về “thử”\nsummary:Một câu \"nói\"\ntopics: van-thu, Lưu trữ\nsources:\n"
        "\t-{title: [A] b, url: //a.vn/}\naudience: public\n---\n\nTheo 30/2020/NĐ\u00ad-CP\u200b.\n\n\uf0b7 Một\n\uf0b7 Hai\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\nGhi chú: xem [bản](https://a.vn/b c.pdf), [d](www.a.vn/d) và [e] (https://a.vn/e).\n",
        encoding="utf-8",
    )
    result = fix(content, "--yes")
    assert result.code == 0, result
    assert path.read_text(encoding="utf-8") == (
        "---\ntitle: \"Thông báo: về “thử”\"\nsummary: Một câu \"nói\"\ntopics: [van-thu, luu-tru]\nsources:\n"
        "  - {title: \"[A] b\", url: https://a.vn/}\naudience: public\n---\n\nTheo 30/2020/NĐ-CP.\n\n- Một\n- Hai\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\nGhi chú: xem [bản](<https://a.vn/b c.pdf>), [d](https://www.a.vn/d) và [e](https://a.vn/e).\n"
    )
    assert "@@ -1,1 +1,0 @@" in result.out or "@@ -1," in result.out
    again = fix(content, "--yes")
    assert again.code == 0 and again.out == ""


def test_what_tcvn3_needs_is_not_taken_out(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "pages").mkdir(parents=True)
    path = content / "pages" / "a.md"
    text = "---\ntitle: A\naudience: public\n---\n\nB¸o c¸o kÕt qu¶ ®iÒu tra d\u00ad luËn, t\u00ad t\u00adëng.\n"
    path.write_text(text, encoding="utf-8")
    fix(content, "--yes")
    assert path.read_text(encoding="utf-8") == text


def test_check_says_so_when_nothing_is_wrong(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "pages").mkdir(parents=True)
    (content / "pages" / "a.md").write_text("---\ntitle: A\naudience: public\n---\n\nA.\n", encoding="utf-8")
    check = ["--content", content, "--templates", TEMPLATES, "--as-of", AS_OF]
    assert tracuu("check", *check).err.splitlines()[-1] == "không có lỗi"
    assert tracuu("check", *check, "--language", "en").err.splitlines()[-1] == "no errors"
    (content / "pages" / "a.md").write_text("---\ntitle: A\naudience: public\n---\n\n<b>A</b>\n", encoding="utf-8")
    assert tracuu("check", *check).err.splitlines()[-1] == "không có lỗi, 2 cảnh báo"
