"""What the editor of `tracuu serve --edit` answers its screens: records, checks, saves, drafts, new records, files."""

from __future__ import annotations

import json
import shutil
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from harness.command import CONTENT, TEMPLATES, tracuu
from harness.content import record
from harness.editor import Answer, Editor

RECORD = "directives/kl-1.md"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "directives").mkdir(parents=True)
    for number in (1, 2):
        (folder / "directives" / f"kl-{number}.md").write_text(record(number), encoding="utf-8")
    (folder / "vocabulary").mkdir()
    (folder / "vocabulary" / "topics.yml").write_text("- {id: van-thu, name: Văn thư}\n", encoding="utf-8")
    return folder


@pytest.fixture
def editor(content: Path, tmp_path: Path) -> Iterator[Editor]:
    with Editor(content, tmp_path / "state") as running:
        yield running


def set_(path: str, value: Any, **old: Any) -> dict[str, Any]:
    return {"path": path, "set": value, **old}


def until(condition: Any, seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "never came"
        time.sleep(0.05)


# Looking


def test_fields_of_every_kind_have_labels_groups_and_shapes(editor: Editor) -> None:
    kinds = {kind["kind"]: kind for kind in editor.ask("GET", "fields").json["kinds"]}
    assert set(kinds) == {"directive", "guidance", "finding", "page"}
    for kind in kinds.values():
        keys = [key for group in kind["groups"] for key in group["keys"]]
        assert sorted(keys) == sorted(field["key"] for field in kind["fields"])
        assert all(field["label"] and field["help"] and field["shape"]["type"] for field in kind["fields"])


def test_the_list_is_searched_and_filtered(content: Path, editor: Editor) -> None:
    def found(query: str) -> list[str]:
        return [row["path"] for row in editor.ask("GET", f"records?{query}").json["records"]]

    assert found("q=") == ["directives/kl-2.md", "directives/kl-1.md"]
    for typed in ("1+kl+mau", "1kl%2Fmau", "1-KL"):
        assert found(f"q={typed}")[:1] == [RECORD], typed
    assert len(found("q=vi+du+thu")) == len(found("q=V%C3%AD%20d%E1%BB%A5")) == 2 and found("q=vi+du+khac") == []
    assert found("kind=guidance") == [] and len(found("kind=directive")) == 2
    assert found("only=errors") == found("only=drafts") == []
    (content / RECORD).write_text("---\ntitle: [\n---\n", encoding="utf-8")
    until(lambda: found("only=errors") == [RECORD])
    assert found("after=1") != found("after=0")


def test_pickers_offer_what_fits(editor: Editor) -> None:
    choices = editor.ask("GET", "pick?list=topics&q=van%20thu").json["choices"]
    assert choices == [{"value": "van-thu", "label": "Văn thư"}]
    assert editor.ask("GET", "pick?list=records&q=2-kl").json["choices"][0]["label"] == "2-KL/MAU · Ví dụ thứ 2"
    assert editor.ask("GET", "pick?list=khong-co&q=").status == 400


def test_a_record_comes_with_its_version_and_what_the_form_cannot_show(content: Path, editor: Editor) -> None:
    text = record(1).replace("audience: public", "audience: public\nla: {a: [1, hai]}   # lạ")
    (content / RECORD).write_text(text, encoding="utf-8")
    found = editor.record(RECORD)
    assert dict(found["values"]["fields"])["title"] == "Ví dụ thứ 1"
    assert found["unknown"] == {"la": "{a: [1, hai]}"} and found["body"].startswith("## I.")
    assert [item["field"] for item in found["diagnostics"] if item["code"] == "TC107"] == ["la"]
    answer = editor.ask("GET", f"record/{RECORD}")
    assert answer.headers["etag"] == f'"{found["etag"]}"'
    assert editor.ask("GET", "record/directives/khong-co.md").status == 404


def test_what_must_not_be_shown_is_not(content: Path, editor: Editor) -> None:
    (content / RECORD).write_text(record(1, text="MẬT\n\nĐiều bí mật."), encoding="utf-8")
    answer = editor.ask("GET", f"record/{RECORD}")
    assert (answer.status, answer.body) == (403, b"")
    (content / RECORD).write_bytes(b"---\ntitle: \xff\n---\n")
    assert editor.ask("GET", f"record/{RECORD}").status == 415


# Checking


def edited_check(editor: Editor, path: str, **changes: Any) -> Any:
    base = editor.record(path)
    answer = editor.ask("POST", "check", {"path": path, "base": base["etag"], "edits": [], "body": None, **changes})
    assert answer.status == 200, answer
    return answer.json


def test_the_form_and_the_command_say_the_same_of_every_record(tmp_path: Path) -> None:
    content = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    broken = content / "directives" / "kl-100-tw-2014.md"
    text = broken.read_text(encoding="utf-8")
    broken.write_text(
        text.replace("topics: [", "topics: [khong-co, ").replace("issued: 2014-08-18", "issued: 18/8/2014")
        + "\n[Đến](khong-co.md) và [đến](../guidance/hd-167-btgtw-2015.md#khong-co).\n",
        encoding="utf-8",
    )
    report = tracuu("check", "--content", content, "--templates", TEMPLATES, "--as-of", "2026-11-30", "--format", "json")
    said: dict[str, set[tuple[str, int, str]]] = {}
    for item in json.loads(report.out)["diagnostics"]:
        path = item["file"].removeprefix(f"{content}/")
        said.setdefault(path, set()).add((item["code"], item["line"], item["message"]))
    assert len(said["directives/kl-100-tw-2014.md"]) >= 4
    with Editor(content, tmp_path / "state") as editor:
        for file in sorted(content.rglob("*.md")):
            path = file.relative_to(content).as_posix()
            if path.startswith("findings/vi-du/"):
                continue
            shown = edited_check(editor, path)
            assert {(item["code"], item["line"], item["message"]) for item in shown["diagnostics"]} == said.get(path, set()), path
            assert shown["diff"] == []


def test_a_check_names_fields_lines_and_what_would_change(editor: Editor) -> None:
    edits = [set_("topics", ["van-thu", "van-tu"]), set_("sources", [{"fields": [["title", "A"], ["url", "không phải"]]}])]
    shown = edited_check(editor, RECORD, edits=edits, body="Một [liên kết](khong-co.md).\n")
    places = {item["code"]: item.get("field") or item.get("textLine") for item in shown["diagnostics"]}
    assert "topics" in places.values() and "sources[0].url" in places.values() and 1 in places.values()
    assert {line["kind"] for line in shown["diff"]} >= {"added", "removed"}
    assert any(line["kind"] == "added" and "van-tu" in line["text"] for line in shown["diff"])


# Previewing


def test_the_page_is_shown_as_it_would_be_and_nothing_is_written(content: Path, editor: Editor) -> None:
    base = editor.record(RECORD)
    sent = {"path": RECORD, "base": base["etag"], "edits": [set_("title", "Tên nháp")], "body": "Câu nháp.\n"}
    answer = editor.ask("POST", "preview", sent)
    address = editor.ask("GET", "fields").json["preview"] + answer.json["address"]
    with urllib.request.urlopen(address) as page:
        html = page.read().decode()
        policy = page.headers["Content-Security-Policy"]
    assert "Tên nháp" in html and "Câu nháp." in html
    assert policy == f"frame-ancestors 'self' {editor.origin}"
    assert (content / RECORD).read_text(encoding="utf-8") == record(1)
    with urllib.request.urlopen(address.split("?")[0]) as page:
        assert "Tên nháp" not in page.read().decode()


def test_only_frames_of_this_machine_show_the_preview(editor: Editor) -> None:
    preview = editor.ask("GET", "fields").json["preview"]

    def status(**headers: str) -> int:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            with urllib.request.urlopen(urllib.request.Request(f"{preview}/", headers=sent)) as page:
                return int(page.status)
        except urllib.error.HTTPError as error:
            return error.code

    frame = {"Sec_Fetch_Dest": "iframe", "Sec_Fetch_Mode": "navigate"}
    # Which pages of this machine may frame it, `frame-ancestors` tells the browser.
    until(lambda: status(Sec_Fetch_Site="same-site", **frame) == 200)
    assert status(Sec_Fetch_Site="cross-site", **frame) == 403
    assert status(Sec_Fetch_Site="same-site", Sec_Fetch_Dest="script", Sec_Fetch_Mode="no-cors") == 403
    assert status(Sec_Fetch_Site="same-site", Sec_Fetch_Dest="empty", Sec_Fetch_Mode="cors") == 403
    assert status(Sec_Fetch_Site="same-site", Sec_Fetch_Dest="document", Sec_Fetch_Mode="navigate") == 403


def test_attachments_of_the_preview_run_nothing(content: Path, editor: Editor) -> None:
    answer = editor.ask("PUT", "attachment/b%E1%BA%A3n.txt", "Chữ".encode(), {"If-None-Match": "*"})
    assert answer.status == 201 and (content / "attachments" / "bản.txt").read_bytes() == "Chữ".encode()
    base = editor.record(RECORD)
    attach = set_("attachments", [{"fields": [["file", "bản.txt"]]}])
    assert editor.save(RECORD, base["etag"], edits=[attach], body=None).status == 200
    preview = editor.ask("GET", "fields").json["preview"]

    def policy() -> str:
        try:
            with urllib.request.urlopen(f"{preview}/tep/b%E1%BA%A3n.txt") as file:
                return str(file.headers.get_all("Content-Security-Policy"))
        except OSError:
            return ""

    until(lambda: "sandbox" in policy())


# Saving


def test_a_save_changes_its_lines_and_tells_the_new_version(content: Path, editor: Editor) -> None:
    base = editor.record(RECORD)
    answer = editor.save(RECORD, base["etag"], edits=[set_("title", "Mới", old="Ví dụ thứ 1")], body=None)
    assert answer.status == 200
    assert (content / RECORD).read_text(encoding="utf-8") == record(1).replace("Ví dụ thứ 1", "Mới")
    assert [line["text"] for line in answer.json["diff"] if line["kind"] == "added"] == ["title: Mới"]
    assert answer.json["record"]["etag"] == answer.json["etag"] != base["etag"]
    assert editor.record(RECORD)["etag"] == answer.json["etag"]


def test_a_save_needs_the_version_that_stands_there(content: Path, editor: Editor) -> None:
    base = editor.record(RECORD)
    assert editor.ask("PUT", f"record/{RECORD}", {"edits": []}).status == 428
    assert editor.ask("PUT", f"record/{RECORD}", {"edits": []}, {"If-Match": "*"}).status == 400
    (content / RECORD).write_text(record(1, text="Của họ.").replace("2021-01-02", "2021-01-03"), encoding="utf-8")
    theirs = (content / RECORD).read_bytes()
    answer = editor.save(RECORD, base["etag"], edits=[set_("title", "Của tôi", old="Ví dụ thứ 1")], body=base["body"] + "\nThêm.\n")
    assert answer.status == 412 and (content / RECORD).read_bytes() == theirs
    found = answer.json
    assert "Nội dung ví dụ." in found["base"] and "Của tôi" in found["mine"] and "Của họ." in found["theirText"]
    merged = found["merged"]
    assert merged["conflicts"] == 0 and "Của họ." in merged["body"] and "Thêm." in merged["body"]
    again = editor.save(RECORD, found["theirs"]["etag"], edits=merged["edits"], body=merged["body"])
    assert again.status == 200
    text = (content / RECORD).read_text(encoding="utf-8")
    assert all(part in text for part in ("Của tôi", "Của họ.", "Thêm.", "2021-01-03"))


def test_new_errors_wait_for_a_second_act_and_old_ones_block_nobody(content: Path, editor: Editor) -> None:
    base = editor.record(RECORD)
    wrong = [set_("topics", ["khong-co"])]
    answer = editor.save(RECORD, base["etag"], edits=wrong, body=None)
    assert answer.status == 422 and not answer.json["never"]
    assert [item["field"] for item in answer.json["diagnostics"]] == ["topics"]
    assert (content / RECORD).read_text(encoding="utf-8") == record(1)
    forced = editor.save(RECORD, base["etag"], edits=wrong, body=None, force=True)
    assert forced.status == 200
    later = editor.save(RECORD, forced.json["etag"], edits=[set_("title", "Khác")], body=None)
    assert later.status == 200


@pytest.mark.parametrize(
    "changes",
    [
        {"edits": [], "body": "MẬT\n\nMột.\n"},
        {"text": record(1, text="TỐI MẬT\n\nMột.")},
        {"text": "---\ntitle: [\n---\n"},
        {"text": "không có phần đầu"},
    ],
)
def test_some_things_are_never_saved(changes: dict[str, Any], content: Path, tmp_path: Path, editor: Editor) -> None:
    base = editor.record(RECORD)
    answer = editor.save(RECORD, base["etag"], force=True, **changes)
    assert answer.status == 422 and answer.json["never"]
    assert (content / RECORD).read_text(encoding="utf-8") == record(1)


def test_every_record_is_opened_and_saved_without_a_byte_changed(tmp_path: Path) -> None:
    content = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    before = {file: file.read_bytes() for file in content.rglob("*") if file.is_file()}
    with Editor(content, tmp_path / "state") as editor:
        for file in sorted(content.rglob("*.md")):
            path = file.relative_to(content).as_posix()
            found = editor.record(path)
            assert editor.save(path, found["etag"], edits=[], body=None).status == 200
            assert editor.save(path, found["etag"], edits=[], body=found["body"]).json["diff"] == []
            text = editor.ask("GET", f"record/{path}?as=text").json["text"]
            assert editor.save(path, found["etag"], text=text).json["diff"] == []
    assert {file: file.read_bytes() for file in content.rglob("*") if file.is_file()} == before


def test_a_version_comes_back_and_the_one_before_it(content: Path, editor: Editor) -> None:
    etag = editor.record(RECORD)["etag"]
    for title in ("Hai", "Ba"):
        etag = editor.save(RECORD, etag, edits=[set_("title", title)], body=None).json["etag"]

    def undo() -> Answer:
        return editor.ask("POST", f"undo/{RECORD}", {}, {"If-Match": f'"{etag}"'})

    answer = undo()
    assert answer.status == 200 and "title: Hai" in (content / RECORD).read_text(encoding="utf-8")
    etag = answer.json["etag"]
    etag = undo().json["etag"]
    assert (content / RECORD).read_text(encoding="utf-8") == record(1)
    assert undo().status == 404


# Drafts


def test_a_draft_outlives_the_server(content: Path, tmp_path: Path, editor: Editor) -> None:
    base = editor.record(RECORD)
    draft = {"base": base["etag"], "edits": [set_("title", "Nháp")], "body": None}
    assert editor.ask("GET", f"draft/{RECORD}").status == 404
    assert editor.ask("PUT", f"draft/{RECORD}", draft).status == 204
    assert [row["path"] for row in editor.ask("GET", "records?only=drafts").json["records"]] == [RECORD]
    editor.kill()
    # The file is another by now: what the draft was made of is still known.
    (content / RECORD).write_text(record(1, text="Của họ."), encoding="utf-8")
    with Editor(content, tmp_path / "state") as again:
        kept = again.record(RECORD)["draft"]
        assert kept["base"] == base["etag"] and kept["edits"] == draft["edits"] and kept["at"] > 0
        answer = again.save(RECORD, kept["base"], edits=kept["edits"], body=None)
        assert answer.status == 412 and answer.json["merged"]["edits"]
        assert again.ask("DELETE", f"draft/{RECORD}").status == 204
        assert "draft" not in again.record(RECORD)
    state = tmp_path / "state" / "tracuu"
    assert state.stat().st_mode & 0o777 == 0o700


def test_a_save_drops_the_draft_and_a_secrecy_mark_is_not_kept(tmp_path: Path, editor: Editor) -> None:
    base = editor.record(RECORD)
    secret = {"base": base["etag"], "edits": [], "body": "TUYỆT MẬT\n\nMột.\n"}
    assert editor.ask("PUT", f"draft/{RECORD}", secret).status == 403
    assert not any("TUYỆT MẬT".encode() in file.read_bytes() for file in (tmp_path / "state").rglob("*") if file.is_file())
    editor.ask("PUT", f"draft/{RECORD}", {"base": base["etag"], "edits": [set_("title", "Nháp")], "body": None})
    assert editor.save(RECORD, base["etag"], edits=[set_("title", "Mới")], body=None).status == 200
    assert editor.ask("GET", f"draft/{RECORD}").status == 404


# News


def test_a_change_from_outside_is_told_at_once(content: Path, editor: Editor) -> None:
    base = editor.record(RECORD)
    (content / RECORD).write_text(record(1, text="Khác."), encoding="utf-8")
    began = time.monotonic()
    news = editor.ask("GET", f"events?path={RECORD}&etag={base['etag']}").json
    assert news["etag"] == editor.record(RECORD)["etag"] != base["etag"] and time.monotonic() - began < 5
    (content / RECORD).unlink()
    assert editor.ask("GET", f"events?path={RECORD}&etag={base['etag']}").json == {}


# New records


def test_a_number_tells_who_bears_it_and_what_the_fields_may_be(editor: Editor) -> None:
    assert editor.ask("GET", "proposal?q=xin%20ch%C3%A0o").json == {"isNumber": False}
    found = editor.ask("GET", "proposal?q=1-KL/MAU").json
    assert found["same"] == RECORD and [one["path"] for one in found["bearers"]] == [RECORD]
    assert editor.ask("GET", "proposal?q=9-KL/MAU").json["bearers"] == []


def test_a_new_record_never_takes_the_place_of_another(content: Path, editor: Editor) -> None:
    before = (content / RECORD).read_bytes()
    same = {"number": "1-KL/MAU", "type": "ket-luan", "issuer": "ban-vi-du", "title": "Một", "issued": "2021-01-02"}
    answer = editor.ask("POST", "records", same)
    assert answer.status == 409 and answer.json["path"] == RECORD
    new = {**same, "number": "9-KL/MAU", "title": "Chín: “thứ chín” #9", "issued": "2/1/2021"}
    made = editor.ask("POST", "records", new)
    assert made.status == 201
    text = (content / made.json["path"]).read_text(encoding="utf-8")
    assert 'title: "Chín: “thứ chín” #9"' in text and "2021-01-02" in text and text.endswith("---\n\n")
    assert (content / RECORD).read_bytes() == before
    until(lambda: any(row["path"] == made.json["path"] for row in editor.ask("GET", "records?q=").json["records"]))
    assert editor.ask("POST", "records", new).status == 409


def test_records_without_a_number_have_a_name(content: Path, editor: Editor) -> None:
    page = {"kind": "page", "name": "gioi-thieu", "title": "Giới thiệu"}
    assert editor.ask("POST", "records", page).status == 201
    assert (content / "pages" / "gioi-thieu.md").read_text(encoding="utf-8") == "---\ntitle: Giới thiệu\n---\n\n"
    finding = {"kind": "finding", "name": "tong-ket", "title": "Tổng kết", "form": "review"}
    # A review must say what it reviews, which its form asks for.
    assert editor.ask("POST", "records", finding).status == 422
    assert editor.ask("POST", "records", {**finding, "force": True}).status == 201
    for name in ("../x", "a/b", ".an", "", "CON", "Có Dấu"):
        assert editor.ask("POST", "records", {**page, "name": name}).status == 400, name
    assert editor.ask("POST", "records", {**page, "name": "hai", "title": ""}).status == 422


WORD = (
    "<html><body><p>BAN VÍ DỤ</p><p>Số: 15-KL/MAU</p><p>Hà Nội, ngày 3 tháng 4 năm 2022</p><p><b>KẾT LUẬN</b></p>"
    "<p><b>về việc thử</b></p><p>Điều 1. Phạm vi</p><p>Để thử.</p></body></html>"
)


def test_a_file_is_read_without_a_trace_and_made_a_record_with_consent(content: Path, editor: Editor) -> None:
    before = sorted(content.rglob("*"))
    answer = editor.ask("POST", "import?name=thu.html&additions=yes", WORD.encode())
    assert answer.status == 200 and sorted(content.rglob("*")) == before
    read = answer.json
    assert any("15-KL/MAU" == field["value"] for field in read["fields"]) and "Điều 1. Phạm vi" in read["records"][0]["text"]
    made = editor.ask("POST", "records", {"imported": read["imported"], "force": True})
    assert made.status == 201
    assert (content / made.json["path"]).read_text(encoding="utf-8") == read["records"][0]["text"]
    assert editor.ask("POST", "records", {"imported": read["imported"], "force": True}).status == 409
    assert editor.ask("POST", "records", {"imported": "khong-co"}).status == 404


def test_a_file_with_a_secrecy_mark_is_refused(content: Path, editor: Editor) -> None:
    before = sorted(content.rglob("*"))
    secret = WORD.replace("<p>BAN VÍ DỤ</p>", "<p>MẬT</p><p>BAN VÍ DỤ</p>").encode()
    answer = editor.ask("POST", "import?name=thu.html", secret)
    assert answer.status == 422 and "độ mật" in answer.json["message"]
    assert editor.ask("PUT", "attachment/thu.txt", "MẬT\n\nMột.".encode(), {"If-None-Match": "*"}).status == 403
    assert sorted(content.rglob("*")) == before


def test_a_paste_becomes_markdown(editor: Editor) -> None:
    pasted = editor.ask("POST", "paste", {"html": "<p><b>Điều 2. Hai</b></p><p>Một &amp; hai.</p>"}).json
    assert pasted["markdown"] == "## Điều 2. Hai\n\nMột & hai.\n"
    assert editor.ask("POST", "paste", {"text": "x"}).status == 400


# Files


def test_attachments_are_added_and_never_replaced(content: Path, editor: Editor) -> None:
    pdf = b"%PDF-1.4 x"
    assert editor.ask("PUT", "attachment/a.pdf", pdf).status == 428
    assert editor.ask("PUT", "attachment/a.pdf", pdf, {"If-None-Match": "*"}).status == 201
    assert editor.ask("PUT", "attachment/a.pdf", b"%PDF-1.4 y", {"If-None-Match": "*"}).status == 412
    assert (content / "attachments" / "a.pdf").read_bytes() == pdf
    for name, body in {"a.html": b"x", "b.pdf": b"x", "c.svg": b"<svg><script/></svg>", "d.png": b"<html>"}.items():
        answer = editor.ask("PUT", f"attachment/{name}", body, {"If-None-Match": "*"})
        assert answer.status == 422 and answer.json["message"], name
    assert sorted(path.name for path in (content / "attachments").iterdir()) == ["a.pdf"]
