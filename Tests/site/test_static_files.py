"""An office's own files: copied as they are, added to the site, in nobody's place."""

from __future__ import annotations

import time
from pathlib import Path

from harness.command import build, must_build, tracuu
from harness.content import made_up
from harness.trees import faults


def collection(tmp_path: Path) -> Path:
    content = made_up(tmp_path / "content", 2)
    (content / "static" / "hinh").mkdir(parents=True)
    (content / "static" / "hinh" / "logo.png").write_bytes(bytes(range(256)))
    (content / "static" / "web.config").write_text("<configuration/>\r\n", encoding="utf-8", newline="")
    return content


def test_they_are_copied_as_they_are_and_vouched_for(tmp_path: Path) -> None:
    content = collection(tmp_path)
    site = must_build(content, tmp_path / "site")
    assert (site / "hinh" / "logo.png").read_bytes() == bytes(range(256))
    assert (site / "web.config").read_bytes() == b"<configuration/>\r\n"
    assert faults(site) == []


def test_what_comes_changes_or_goes_is_published_so(tmp_path: Path) -> None:
    content = collection(tmp_path)
    site = must_build(content, tmp_path / "site")
    time.sleep(0.1)
    (content / "static" / "web.config").write_text("<configuration><a/></configuration>", encoding="utf-8")
    (content / "static" / "them.txt").write_text("thêm", encoding="utf-8")
    (content / "static" / "hinh" / "logo.png").unlink()
    must_build(content, site)
    assert "<a/>" in (site / "web.config").read_text(encoding="utf-8")
    assert (site / "them.txt").read_text(encoding="utf-8") == "thêm" and not (site / "hinh").exists()
    # An edited record leaves them alone.
    record = content / "directives" / "kl-1.md"
    record.write_text(record.read_text(encoding="utf-8").replace("Nội dung ví dụ.", "Nội dung khác."), encoding="utf-8")
    must_build(content, site)
    assert (site / "them.txt").exists() and faults(site) == []


def test_names_that_windows_refuses_and_links_that_lead_out_are_refused(tmp_path: Path) -> None:
    content = collection(tmp_path)
    (tmp_path / "ngoai.txt").write_text("bí mật", encoding="utf-8")
    (content / "static" / "ra-ngoai.txt").symlink_to(tmp_path / "ngoai.txt")
    (content / "static" / "aux.txt").write_text("a", encoding="utf-8")
    result = build(content, tmp_path / "site")
    assert result.code == 1 and not (tmp_path / "site").exists()
    assert result.diagnostics(content) == ["TC026 static/aux.txt:1:1", "TC022 static/ra-ngoai.txt:1:1"]


def test_a_build_refuses_what_check_refuses(tmp_path: Path) -> None:
    content = collection(tmp_path)
    (content / "static" / "Feed.xml").write_text("<a/>", encoding="utf-8")
    assert build(content, tmp_path / "site").diagnostics(content) == ["TC028 static/Feed.xml:1:1"]
    assert tracuu("check", "--content", content, "--templates", Path(__file__).parents[2] / "site-templates").code == 1
