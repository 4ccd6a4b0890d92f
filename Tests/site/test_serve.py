"""`tracuu serve` as programs see it: the built site's own files, kept up to date, for this machine alone."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from harness.command import TEMPLATES, build, tracuu
from harness.content import made_up, record
from harness.preview import Preview

SCRIPT = re.compile(rb'<link rel="stylesheet" href="/_tracuu/preview.css">\n<script src="/_tracuu/[^>]*></script>\n')


def style_of(preview: Preview) -> str:
    """The path of the style sheet that the first page names: its name has a digest of what it says."""
    return re.search(r"assets/site[.]\w+[.]css", preview.get()[1].decode())[0]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return made_up(tmp_path / "content", 3)


@pytest.fixture
def preview(content: Path) -> Iterator[Preview]:
    with Preview(content) as running:
        running.wait_for("", 200)
        yield running


def test_serves_the_files_that_a_build_publishes(content: Path, preview: Preview, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert build(content, site).code == 0
    files = [path for path in site.rglob("*") if path.is_file() and path.name not in ("manifest.json", "edition.json")]
    assert len(files) > 30
    for path in files:
        name = path.relative_to(site).as_posix()
        status, body = preview.get(name)
        if name.endswith(".html"):
            body, count = SCRIPT.subn(b"", body)
            assert count == 1, name
        assert (status, body) == (200, path.read_bytes()), name


def test_follows_files_added_changed_renamed_and_removed(content: Path, preview: Preview) -> None:
    page = "van-ban/2021/ket-luan-4-ban-vi-du/"
    assert preview.get(page)[0] == 404
    file = content / "directives" / "kl-4.md"
    file.write_text(record(4, text="Câu đầu tiên."), encoding="utf-8")
    preview.wait_for(page, 200, "Câu đầu tiên.")
    file.write_text(record(4, text="Câu thứ hai."), encoding="utf-8")
    preview.wait_for(page, 200, "Câu thứ hai.")
    # As editors save: beside, then renamed.
    beside = file.with_name(".kl-4.md.swp")
    beside.write_text(record(4, text="Câu thứ ba."), encoding="utf-8")
    beside.replace(file)
    preview.wait_for(page, 200, "Câu thứ ba.")
    file.rename(content / "guidance.md")
    preview.wait_for(page, 404)
    (content / "guidance").mkdir()
    (content / "guidance.md").rename(content / "guidance" / "kl-4.md")
    preview.wait_for(page, 200, "Câu thứ ba.")
    shutil.rmtree(content / "guidance")
    preview.wait_for(page, 404)


def test_follows_configuration_vocabulary_and_templates(content: Path, tmp_path: Path) -> None:
    templates = Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
    with Preview(content, templates=templates) as preview:
        preview.wait_for("", 200)
        (content / "site.yml").write_text("title: Trang của tôi\n", encoding="utf-8")
        preview.wait_for("", 200, "Trang của tôi")
        (content / "vocabulary").mkdir()
        (content / "vocabulary" / "types.yml").write_text("- {id: ket-luan, name: Kết luận mới}\n", encoding="utf-8")
        preview.wait_for("loai/", 200, "Kết luận mới")
        layout = templates / "layout.mustache"
        layout.write_text(layout.read_text().replace("<body>", '<body data-mau="x">'))
        preview.wait_for("", 200, 'data-mau="x"')
        before = style_of(preview)
        with (templates / "assets" / "base.css").open("a") as style:
            style.write("\n.mau { color: red; }\n")
        end = time.monotonic() + 60
        while style_of(preview) == before:
            assert time.monotonic() < end, "the page names the old style"
            time.sleep(0.05)
        preview.wait_for(style_of(preview), 200, ".mau")
        assert preview.get(before)[0] == 404


def test_keeps_the_site_while_the_content_has_errors(content: Path, preview: Preview) -> None:
    file = content / "directives" / "kl-1.md"
    good = file.read_text(encoding="utf-8")
    file.write_text(good.replace("title:", "titel:"), encoding="utf-8")
    state = "_tracuu/state?page=/&tag=x&report="
    body = preview.wait_for(state, 200, "TC107").decode()
    assert f"{file}" in body and '"line":' in body
    assert preview.get("van-ban/2021/ket-luan-1-ban-vi-du/")[0] == 200
    file.write_text(good, encoding="utf-8")
    preview.wait_for(state, 200, '"reportTag"')
    while "TC107" in preview.get(state)[1].decode():
        pass


def test_a_folder_leads_to_its_page(preview: Preview) -> None:
    _, body = preview.get("van-ban/2021/ket-luan-1-ban-vi-du")
    assert body == preview.get("van-ban/2021/ket-luan-1-ban-vi-du/")[1]


def test_other_names_for_this_machine_get_nothing(preview: Preview) -> None:
    assert preview.get("", {"Host": "example.org"})[0] == 403
    assert preview.get("", {"Host": f"localhost:{preview.port}"})[0] == 200


def test_a_port_in_use_and_a_wrong_address_are_told(content: Path, preview: Preview) -> None:
    taken = tracuu("serve", "--content", content, "--templates", TEMPLATES, "--port", preview.port)
    assert taken.code == 3 and str(preview.port) in taken.err and "--port" in taken.err
    assert tracuu("serve", "--content", content, "--templates", TEMPLATES, "--host", "nowhere").code != 0
    assert tracuu("serve", "--content", content / "none", "--templates", TEMPLATES).code != 0


def test_nothing_of_the_preview_is_published(content: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert build(content, site).code == 0
    assert not [path for path in site.rglob("*") if "preview" in path.name]
