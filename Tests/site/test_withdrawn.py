"""A record that is published no more: its address says so, and nothing else of it is anywhere."""

from __future__ import annotations

from pathlib import Path

from harness.command import build, must_build
from harness.content import made_up, record
from harness.trees import differences, files

WITHDRAWN = "withdrawn: {date: 2026-11-20, reason: Đăng nhầm bản dự thảo}\n"


def withdraw(content: Path, number: int) -> None:
    path = content / "directives" / f"kl-{number}.md"
    path.write_text(path.read_text(encoding="utf-8").replace("type:", f"{WITHDRAWN}type:", 1), encoding="utf-8")


def test_only_the_address_stays(tmp_path: Path) -> None:
    content = made_up(tmp_path / "content", 3)
    (content / "directives" / "kl-2.md").write_text(record(2, title="Quả mãng cầu xiêm", text="Cây sầu riêng hạt lép."), encoding="utf-8")
    site = must_build(content, tmp_path / "site")
    address = "van-ban/2021/ket-luan-2-ban-vi-du/index.html"
    assert "Quả mãng cầu xiêm" in (site / address).read_text(encoding="utf-8")
    withdraw(content, 2)
    must_build(content, site)
    assert differences(site, must_build(content, tmp_path / "clean")) == []
    page = (site / address).read_text(encoding="utf-8")
    assert "20/11/2026" in page and "Đăng nhầm bản dự thảo" in page and 'content="noindex"' in page
    for path, data in files(site).items():
        for word in ("mãng cầu", "mang-cau", "hạt lép", "ket-luan-2-ban-vi-du-2021"):
            assert word.encode() not in data, (path, word)
        assert "ket-luan-2-ban-vi-du" not in path or path == address
    # It comes back as it was.
    path = content / "directives" / "kl-2.md"
    path.write_text(path.read_text(encoding="utf-8").replace(WITHDRAWN, ""), encoding="utf-8")
    must_build(content, site)
    assert "Quả mãng cầu xiêm" in (site / address).read_text(encoding="utf-8")


def test_who_still_refers_to_it_is_told(tmp_path: Path) -> None:
    content = made_up(tmp_path / "content", 2)
    path = content / "directives" / "kl-1.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nXem [bản kia](kl-2.md).\n", encoding="utf-8")
    must_build(content, tmp_path / "site")
    withdraw(content, 2)
    result = build(content, tmp_path / "site")
    assert result.code == 1 and [line[:5] for line in result.diagnostics(content)] == ["TC401"], result


def test_a_withdrawal_says_why(tmp_path: Path) -> None:
    content = made_up(tmp_path / "content", 1)
    path = content / "directives" / "kl-1.md"
    path.write_text(path.read_text(encoding="utf-8").replace("type:", "withdrawn: {date: 2026-11-20}\ntype:", 1), encoding="utf-8")
    assert build(content, tmp_path / "site").code == 1
