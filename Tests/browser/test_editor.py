"""Editing in a browser (`tracuu serve --edit`): what is typed reaches the file and nothing else in it, and nothing is lost."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from harness.browser import _TELL_VIOLATIONS
from harness.editor import Editor
from playwright.sync_api import Browser, BrowserContext, Page, expect

AXE = Axe()
# Debug builds answer in their own time.
expect.set_options(timeout=15_000)
RECORD = "directives/kl-1.md"

TEXT = """---
# Số hiệu như in trên văn bản.
number: "1-KL/MAU"
type: ket-luan      # một loại
issuer: ban-vi-du
title: 'Ví dụ thứ nhất'
issued: 2021-01-02
topics: [van-thu]
sources:
  # Nguồn chính.
  - {title: Trang một, url: "https://vi.du/1", seen: 2026-01-02}
  - title: Trang hai
    url: https://vi.du/2
audience: public
---

## I. Mục đích

Câu thứ nhất.

Câu thứ hai.
"""

TYPES = "- {id: ket-luan, name: Kết luận, abbreviation: KL, code: kl}\n- {id: huong-dan, name: Hướng dẫn, abbreviation: HD, code: hd}\n"
ISSUERS = (
    "- {id: ban-vi-du, name: Ban Ví dụ, abbreviation: MAU, code: mau}\n"
    "- {id: van-phong, name: Văn phòng Ví dụ, abbreviation: VPMAU, code: vpmau}\n"
)
TOPICS = "- {id: van-thu, name: Văn thư}\n- {id: luu-tru, name: Lưu trữ}\n- {id: bao-mat, name: Bảo mật}\n"


def write_content(folder: Path) -> Path:
    for name, text in {
        RECORD: TEXT,
        "directives/kl-2.md": TEXT.replace("1-KL/MAU", "2-KL/MAU").replace("thứ nhất", "thứ hai"),
        "vocabulary/types.yml": TYPES,
        "vocabulary/issuers.yml": ISSUERS,
        "vocabulary/topics.yml": TOPICS,
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@dataclass
class Desk:
    """An editor with a browser before it, which notes what should never happen."""

    content: Path
    state: Path
    context: BrowserContext
    editor: Editor
    troubles: list[str] = field(default_factory=list)

    @property
    def file(self) -> Path:
        return self.content / RECORD

    def page(self) -> Page:
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.troubles.append(f"script error: {error}"))
        page.on(
            "console",
            lambda message: self.troubles.append(message.text) if "content security policy" in message.text.lower() else None,
        )
        return page

    def open(self, path: str = RECORD) -> Page:
        page = self.page()
        page.goto(self.editor.address)
        page.wait_for_selector("tbody tr")
        page.goto(f"{self.editor.origin}/#/ban-ghi/{path.replace('/', '%2F')}")
        page.wait_for_selector(".form form")
        return page


@pytest.fixture
def desk(tmp_path: Path, browser: Browser) -> Iterator[Desk]:
    content, state = write_content(tmp_path / "content"), tmp_path / "state"
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce", locale="vi-VN")
    context.set_default_timeout(20_000)
    context.add_init_script(_TELL_VIOLATIONS)
    opened = Desk(content, state, context, Editor(content, state))
    yield opened
    context.close()
    opened.editor.kill()
    assert opened.troubles == []


def text_box(page: Page):
    return page.get_by_label("Văn bản", exact=True)


def save(page: Page) -> None:
    with page.expect_response(lambda answer: answer.request.method == "PUT" and "/record/" in answer.url) as saved:
        page.get_by_role("button", name="Lưu", exact=True).click()
    assert saved.value.status == 200
    expect(page.locator(".status")).to_contain_text("Đã lưu")


def test_a_changed_title_and_text_change_these_lines_of_the_file_alone(desk: Desk) -> None:
    page = desk.open()
    page.get_by_label("Tên (trích yếu)").fill("Ví dụ mới")
    box = text_box(page)
    box.fill(box.input_value().replace("Câu thứ hai.", "Câu thứ hai, đã sửa."))
    expect(page.frame_locator("iframe").get_by_text("Câu thứ hai, đã sửa.")).to_be_visible()
    page.get_by_role("button", name="Xem sẽ đổi gì").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator(".removed")).to_have_count(2)
    expect(dialog.locator(".added")).to_have_count(2)
    assert desk.file.read_text() == TEXT
    page.get_by_role("button", name="Đóng").click()
    page.keyboard.press("Control+s")
    expect(page.locator(".status")).to_contain_text("Đã lưu")
    assert desk.file.read_text() == TEXT.replace("'Ví dụ thứ nhất'", "'Ví dụ mới'").replace("thứ hai.", "thứ hai, đã sửa.")
    # Nothing is left to be saved, and the next change goes on from there.
    page.get_by_label("Địa danh").fill("Hà Nội")
    save(page)
    assert desk.file.read_text().count("\n") == TEXT.count("\n") + 1
    assert not list((desk.content / "directives").glob("*~")) and not list((desk.content / "directives").glob(".*"))


def test_opening_and_saving_without_a_change_writes_nothing(desk: Desk) -> None:
    page = desk.open()
    before = desk.file.stat()
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.locator(".status")).to_contain_text("Không có gì thay đổi")
    assert desk.file.stat().st_mtime_ns == before.st_mtime_ns and desk.file.stat().st_ino == before.st_ino


def test_items_of_lists_are_added_changed_moved_and_removed(desk: Desk) -> None:
    page = desk.open()
    sources = page.locator("[data-key=sources]").first
    sources.get_by_label("Địa chỉ trên mạng").nth(1).fill("https://vi.du/hai")
    page.get_by_role("button", name="Thêm: nguồn").click()
    sources.get_by_label("Tên nguồn").nth(2).fill("Trang ba")
    page.get_by_role("button", name="Bỏ nguồn 1").click()
    save(page)
    text = desk.file.read_text()
    assert "Trang một" not in text and "url: https://vi.du/hai" in text and "Trang ba" in text
    assert "# Số hiệu như in" in text and "type: ket-luan      # một loại" in text
    page.get_by_role("button", name="Đưa nguồn 2 lên").click()
    save(page)
    text = desk.file.read_text()
    assert text.index("Trang ba") < text.index("Trang hai")


def test_an_entry_of_the_vocabulary_is_found_by_a_few_letters(desk: Desk) -> None:
    page = desk.open()
    page.get_by_role("button", name="Thêm: chủ đề").click()
    box = page.get_by_role("combobox", name="chủ đề 2")
    box.press_sequentially("luu")
    expect(page.locator(".picker [role=option]:visible")).to_have_count(1)
    box.press("ArrowDown")
    box.press("Enter")
    expect(page.locator("[data-key=topics]").get_by_text("Lưu trữ")).to_be_visible()
    save(page)
    assert "topics: [van-thu, luu-tru]" in desk.file.read_text()


def test_what_is_wrong_stands_beside_its_field_and_its_mending_is_a_button(desk: Desk) -> None:
    page = desk.open()
    field = page.get_by_label("Ngày ban hành")
    field.fill("18/8/2014")
    field.blur()
    problem = page.locator("[data-key=issued] .problem.error")
    expect(problem).to_contain_text("TC")
    expect(field).to_have_attribute("aria-invalid", "true")
    problem.get_by_role("button", name="Sửa thành “2014-08-18”").click()
    expect(page.locator("[data-key=issued] .problem.error")).to_have_count(0)
    assert field.input_value() == "2014-08-18"


def test_new_errors_are_saved_by_a_second_act_alone(desk: Desk) -> None:
    page = desk.open()
    page.get_by_label("Ngày ban hành").fill("hôm qua")
    page.keyboard.press("Control+s")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Chưa lưu")
    assert desk.file.read_text() == TEXT
    dialog.get_by_role("button", name="Viết tiếp").click()
    page.keyboard.press("Control+s")
    dialog.get_by_role("button", name="Lưu dù còn lỗi").click()
    expect(page.locator(".status")).to_contain_text("Đã lưu")
    assert "hôm qua" in desk.file.read_text()
    # An error that is there already blocks no other change.
    page.get_by_label("Địa danh").fill("Huế")
    save(page)
    assert "Huế" in desk.file.read_text()


def test_a_secrecy_mark_is_never_saved(desk: Desk) -> None:
    page = desk.open()
    box = text_box(page)
    box.fill("MẬT\n\n" + box.input_value())
    page.keyboard.press("Control+s")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Không lưu được")
    expect(dialog.get_by_role("button")).to_have_count(1)
    assert desk.file.read_text() == TEXT
    assert not any(b"M\xe1\xba\xacT" in path.read_bytes() for path in desk.state.rglob("*") if path.is_file())


def test_two_changes_of_one_record_are_brought_together_with_consent(desk: Desk) -> None:
    page = desk.open()
    page.get_by_label("Địa danh").fill("Hà Nội")
    box = text_box(page)
    box.fill(box.input_value().replace("thứ hai.", "thứ hai của tôi."))
    outside = TEXT.replace("thứ nhất.", "thứ nhất của họ.").replace("audience: public", "audience: internal")
    desk.file.write_text(outside)
    expect(page.get_by_role("alert")).to_contain_text("sửa ở nơi khác")
    page.keyboard.press("Control+s")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Hai nơi cùng sửa")
    for version in ("Lúc bạn mở", "Của bạn", "Trong tệp bây giờ"):
        expect(dialog.get_by_role("heading", name=version)).to_be_visible()
    assert desk.file.read_text() == outside
    dialog.get_by_role("button", name="Dùng bản gộp").click()
    expect(dialog).to_have_count(0)
    assert desk.file.read_text() == outside
    save(page)
    text = desk.file.read_text()
    for part in ("place: 'Hà Nội'", "thứ nhất của họ.", "thứ hai của tôi.", "audience: internal"):
        assert part in text


def test_a_file_changed_elsewhere_is_loaded_again_where_nothing_is_unsaved(desk: Desk) -> None:
    page = desk.open()
    desk.file.write_text(TEXT.replace("Ví dụ thứ nhất", "Từ nơi khác"))
    expect(page.get_by_label("Tên (trích yếu)")).to_have_value("Từ nơi khác")
    expect(page.get_by_role("alert")).to_contain_text("đã nạp lại")


def test_a_version_saved_before_comes_back(desk: Desk) -> None:
    page = desk.open()
    undo = page.get_by_role("button", name="Trở lại bản trước")
    expect(undo).to_be_disabled()
    page.get_by_label("Địa danh").fill("Hà Nội")
    save(page)
    undo.click()
    expect(page.locator(".status")).to_contain_text("Đã trở lại")
    assert desk.file.read_text() == TEXT


def free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


def test_a_draft_is_there_again_after_the_server_was_killed(desk: Desk) -> None:
    desk.editor.kill()
    ports = free_ports()
    desk.editor = Editor(desk.content, desk.state, ports=ports)
    page = desk.open()
    page.get_by_label("Địa danh").fill("Nháp một")
    expect(page.locator(".status")).to_contain_text("Đã giữ bản nháp")
    desk.editor.kill()
    # Mid-sentence: nobody takes the draft, so this browser keeps it.
    page.get_by_label("Địa danh").press_sequentially(" hai")
    expect(page.locator(".status")).to_contain_text("giữ trong trình duyệt")
    page.close()
    desk.editor = Editor(desk.content, desk.state, ports=ports)
    again = desk.open()
    expect(again.get_by_label("Địa danh")).to_have_value("Nháp một hai")
    expect(again.locator(".banner")).to_contain_text("Đã mở lại bản nháp")
    assert desk.file.read_text() == TEXT
    again.get_by_role("button", name="Bỏ bản nháp").first.click()
    again.get_by_role("dialog").get_by_role("button", name="Bỏ bản nháp").click()
    expect(again.get_by_label("Địa danh")).to_have_value("")
    again.reload()
    again.wait_for_selector(".form form")
    expect(again.get_by_label("Địa danh")).to_have_value("")


def test_a_draft_of_an_older_version_is_offered_beside_the_newer_one(desk: Desk) -> None:
    page = desk.open()
    page.get_by_label("Địa danh").fill("Của nháp")
    expect(page.locator(".status")).to_contain_text("Đã giữ bản nháp")
    page.close()
    desk.file.write_text(TEXT.replace("Ví dụ thứ nhất", "Từ nơi khác"))
    again = desk.open()
    expect(again.get_by_label("Tên (trích yếu)")).to_have_value("Từ nơi khác")
    again.get_by_role("button", name="Xem và gộp").click()
    again.get_by_role("dialog").get_by_role("button", name="Dùng bản gộp").click()
    expect(again.get_by_label("Địa danh")).to_have_value("Của nháp")
    save(again)
    assert "Từ nơi khác" in desk.file.read_text() and "'Của nháp'" in desk.file.read_text()


def test_broken_front_matter_opens_as_text_and_is_mended(desk: Desk) -> None:
    desk.file.write_text(TEXT.replace("topics: [van-thu]", "topics: [van-thu"))
    page = desk.page()
    page.goto(desk.editor.address)
    page.wait_for_selector("tbody tr")
    page.goto(f"{desk.editor.origin}/#/ban-ghi/{RECORD.replace('/', '%2F')}")
    box = page.get_by_label("Cả tệp")
    expect(box).to_be_visible()
    expect(page.get_by_text("không đọc được")).to_be_visible()
    box.fill(box.input_value().replace("[van-thu", "[van-thu]"))
    page.keyboard.press("Control+s")
    expect(page.get_by_label("Tên (trích yếu)")).to_have_value("Ví dụ thứ nhất")
    assert desk.file.read_text() == TEXT


def test_a_new_record_is_made_from_its_number(desk: Desk) -> None:
    page = desk.page()
    page.goto(desk.editor.address)
    page.get_by_role("link", name="Thêm bản ghi").click()
    page.get_by_label("Số hiệu của văn bản").fill("1-KL/MAU")
    expect(page.get_by_role("link", name="Ví dụ thứ nhất")).to_be_visible()
    page.get_by_label("Số hiệu của văn bản").fill("15-HD/VPMAU ngày 5/6/2020")
    expect(page.get_by_text("guidance/hd-15-vpmau-2020.md")).to_be_visible()
    page.get_by_label("Tên (trích yếu)").fill("Hướng dẫn mới")
    page.get_by_role("button", name="Tạo bản ghi").first.click()
    page.wait_for_selector(".form form")
    made = (desk.content / "guidance" / "hd-15-vpmau-2020.md").read_text()
    assert "15-HD/VPMAU" in made and "title: Hướng dẫn mới" in made and "issuer: van-phong" in made


def test_a_new_record_is_made_from_a_file(desk: Desk) -> None:
    page = desk.page()
    page.goto(desk.editor.address)
    page.get_by_role("link", name="Thêm bản ghi").click()
    html = (
        "<html><body><p>BAN VÍ DỤ</p><p>Số: 9-KL/MAU</p><p>Hà Nội, ngày 3 tháng 4 năm 2022</p><p><b>KẾT LUẬN</b></p>"
        "<p><b>về việc thử nhập tệp</b></p><p>Điều 1. Phạm vi</p><p>Văn bản này để thử.</p></body></html>"
    )
    page.get_by_label("Chọn tệp").set_input_files({"name": "thu.html", "mimeType": "text/html", "buffer": html.encode()})
    expect(page.get_by_text("Nhận ra được")).to_be_visible()
    before = sorted(desk.content.rglob("*.md"))
    page.locator(".drop").get_by_role("button", name="Tạo bản ghi").click()
    page.wait_for_url("**/#/ban-ghi/**")
    page.wait_for_selector(".form form")
    made = [path for path in desk.content.rglob("*.md") if path not in before]
    assert len(made) == 1 and "9-KL/MAU" in made[0].read_text() and "Điều 1. Phạm vi" in made[0].read_text()


def test_a_paste_from_word_keeps_headings_and_is_one_step_of_undo(desk: Desk) -> None:
    page = desk.open()
    box = text_box(page)
    before = box.input_value()
    box.click()
    page.keyboard.press("Control+End")
    page.evaluate(
        """() => {
            const data = new DataTransfer();
            data.setData("text/html", "<p><b>Điều 7. Hiệu lực</b></p><p>Có hiệu lực từ hôm nay.</p>");
            data.setData("text/plain", "Điều 7. Hiệu lực");
            document.activeElement.dispatchEvent(new ClipboardEvent(
                "paste",
                { clipboardData: data, bubbles: true, cancelable: true },
            ));
        }"""
    )
    expect(box).to_have_value(before + "## Điều 7. Hiệu lực\n\nCó hiệu lực từ hôm nay.\n")
    page.keyboard.press("Control+z")
    expect(box).to_have_value(before)


def test_an_input_method_is_never_disturbed(desk: Desk) -> None:
    """Syllables are composed key by key, as ibus-unikey does it, while drafts, checks and previews come and go."""
    page = desk.open()
    keys = page.context.new_cdp_session(page)
    syllables = {
        "tiếng": ["t", "ti", "tie", "tiê", "tiến", "tiếng"],
        "việt": ["v", "vi", "vie", "viê", "việt"],
        "đường": ["d", "đ", "đu", "đư", "đươn", "đường"],
    }
    boxes = [
        page.get_by_label("Địa danh"),
        page.get_by_label("Tên (trích yếu)"),
        text_box(page),
        page.get_by_label("Tên nguồn").first,
    ]
    for box in boxes:
        box.fill("")
        box.click()
        wanted = ""
        for round_ in range(8):
            for syllable, steps in syllables.items():
                for step in steps:
                    keys.send("Input.imeSetComposition", {"text": step, "selectionStart": len(step), "selectionEnd": len(step)})
                keys.send("Input.insertText", {"text": syllable + " "})
                wanted += syllable + " "
            # Long enough for a draft, a check and a preview of what is half typed.
            page.wait_for_timeout(250 if round_ else 1300)
        assert box.input_value() == wanted


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("dark", [False, True])
def test_no_screen_breaks_a_rule_of_accessibility(width: int, dark: bool, desk: Desk) -> None:
    page = desk.open()
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if dark else "light")

    def assert_no_breach(screen: str) -> None:
        # The site in the frame has tests of its own.
        found = AXE.run(page, context={"exclude": [["iframe"]]}).response["violations"]
        assert [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]] == [], screen
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), screen

    page.get_by_label("Ngày ban hành").fill("hôm qua")
    page.get_by_label("Ngày ban hành").blur()
    expect(page.locator("[data-key=issued] .problem.error")).to_have_count(1)
    page.evaluate("document.querySelectorAll('details').forEach((group) => group.setAttribute('open', ''))")
    for adding in page.get_by_role("button", name="Thêm:").all():
        adding.click()
    assert_no_breach("record")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert_no_breach("errors")
    page.get_by_role("button", name="Viết tiếp").click()
    page.get_by_role("button", name="Xem sẽ đổi gì").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert_no_breach("difference")
    page.get_by_role("button", name="Đóng").click()
    page.goto(f"{desk.editor.origin}/#/moi")
    page.get_by_label("Số hiệu của văn bản").fill("1-KL/MAU")
    expect(page.get_by_role("link", name="Ví dụ thứ nhất")).to_be_visible()
    assert_no_breach("new")
    page.goto(f"{desk.editor.origin}/#/")
    page.wait_for_selector("tbody tr")
    assert_no_breach("list")


def test_the_whole_way_is_gone_by_keyboard(desk: Desk) -> None:
    page = desk.page()
    page.goto(desk.editor.address)
    page.wait_for_selector("tbody tr")
    focused = "document.activeElement"

    def tab_to(found: str) -> None:
        for _ in range(200):
            page.keyboard.press("Tab")
            if page.evaluate(f"(() => {{ const it = {focused}; return {found}; }})()"):
                return
        raise AssertionError(f"no way by keyboard to: {found}")

    tab_to("it.type === 'search'")
    page.keyboard.type("1-KL")
    expect(page.locator("tbody tr")).to_have_count(1)
    tab_to("it.closest('td.title')")
    page.keyboard.press("Enter")
    page.wait_for_selector(".form form")
    tab_to("it.closest('[data-key=place]') && it.tagName === 'INPUT'")
    page.keyboard.type("Hà Nội")
    tab_to("it.closest('[data-key=topics]') && it.textContent.startsWith('Thêm')")
    page.keyboard.press("Enter")
    page.keyboard.type("bao")
    expect(page.locator(".picker [role=option]:visible")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    # The choice is made without losing the place.
    assert page.evaluate("document.activeElement.closest('[data-key=topics]') !== null")
    page.keyboard.press("Control+s")
    expect(page.locator(".status")).to_contain_text("Đã lưu")
    text = desk.file.read_text()
    assert "place: 'Hà Nội'" in text and "topics: [van-thu, bao-mat]" in text
