"""What a build makes of a collection, and what the next build changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from harness.command import build, must_build, tracuu
from harness.content import copy_of, record
from harness.trees import faults, files, stamps


@pytest.mark.parametrize("fixture", ["bare", "names-only", "choice", "editions"])
def test_a_folder_of_records_builds_without_configuration(fixture: str, tmp_path: Path) -> None:
    site = must_build(copy_of(fixture, tmp_path), tmp_path / "site")
    assert (site / "index.html").is_file()
    assert (site / "404.html").is_file()
    assert faults(site) == []


def test_an_empty_collection_builds(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert (must_build(tmp_path / "content", tmp_path / "site") / "index.html").is_file()


def test_a_record_has_a_page_that_bears_its_number_and_title(tmp_path: Path) -> None:
    site = must_build(copy_of("names-only", tmp_path), tmp_path / "site")
    [page] = (site / "van-ban" / "2020").glob("*/index.html")
    html = page.read_text(encoding="utf-8")
    assert "1-KL/VD" in html and "Kết luận ví dụ thứ nhất" in html and "Ban Ví dụ" in html


def test_a_number_that_two_records_bear_leads_to_a_choice(tmp_path: Path) -> None:
    site = must_build(copy_of("choice", tmp_path), tmp_path / "site")
    html = (site / "so-hieu" / "56-kl-vd" / "index.html").read_text(encoding="utf-8")
    assert "Kết luận ví dụ của ban thứ nhất" in html and "Kết luận mẫu của ban thứ hai" in html


def test_a_build_with_nothing_changed_touches_nothing(tmp_path: Path) -> None:
    content = copy_of("choice", tmp_path)
    site = must_build(content, tmp_path / "site")
    must_build(content, site)
    before = stamps(site)
    must_build(content, site)
    assert stamps(site) == before


def test_an_edit_shows_and_leaves_other_records_pages_alone(tmp_path: Path) -> None:
    content = copy_of("choice", tmp_path)
    site = must_build(content, tmp_path / "site")
    before = files(site)
    edited = content / "directives" / "ban-mau.md"
    edited.write_text(edited.read_text(encoding="utf-8") + "\nMột câu thêmvàosau.\n", encoding="utf-8")
    must_build(content, site)
    changed = {path for path, data in files(site).items() if before.get(path) != data}
    pages = {path for path in changed if path.startswith("van-ban/")}
    assert len(pages) == 1 and "thêmvàosau" in (site / pages.pop()).read_text(encoding="utf-8")
    assert faults(site) == []


def test_what_a_removed_record_had_goes(tmp_path: Path) -> None:
    content = copy_of("choice", tmp_path)
    site = must_build(content, tmp_path / "site")
    without = files(site)
    extra = content / "directives" / "them.md"
    extra.write_text(record(99, title="Bản ghi sẽ mấtđirồi"), encoding="utf-8")
    must_build(content, site)
    assert any("mấtđirồi".encode() in data for data in files(site).values())
    extra.unlink()
    must_build(content, site)
    assert files(site) == without
    assert not any(folder.is_dir() and not any(folder.iterdir()) for folder in site.rglob("*")), "an empty folder stayed"


def test_search_answers_from_the_built_site_alone(tmp_path: Path) -> None:
    content = copy_of("names-only", tmp_path)
    site = must_build(content, tmp_path / "site")
    (tmp_path / "content").rename(tmp_path / "away")
    for query in ("1-KL/VD", "1/KL-VD", "1KLVD", "ví dụ thứ nhất", "vi du thu nhat"):
        result = tracuu("search", "--site", site, query)
        assert result.code == 0 and "1-KL/VD" in result.out, f"{query}: {result}"


def test_a_run_names_records_by_their_files(tmp_path: Path) -> None:
    site = must_build(copy_of("choice", tmp_path), tmp_path / "site")
    queries, run = tmp_path / "queries.tsv", tmp_path / "run.txt"
    queries.write_text("qid\tquery\tnote\nq1\t56-KL/VD\tx\nq2\tkhông có từ nào nhưvậy\tx\n", encoding="utf-8")
    result = tracuu("search", "--site", site, "--queries", queries, "--run", run)
    assert result.code == 0, result
    rows = [line.split() for line in run.read_text(encoding="utf-8").splitlines()]
    assert all(len(row) == 6 and row[1] == "Q0" for row in rows)
    first = [row for row in rows if row[0] == "q1"]
    assert [row[2] for row in first[:2]] == ["ban-mau", "ban-vi-du"], "all bearers, newest first"
    assert [int(row[3]) for row in first] == list(range(1, len(first) + 1))


def test_verify_finds_what_was_done_to_a_site(tmp_path: Path) -> None:
    site = must_build(copy_of("bare", tmp_path), tmp_path / "site")
    assert tracuu("verify", site).code == 0
    (site / "index.html").write_text("khác", encoding="utf-8")
    assert tracuu("verify", site).code == 1
    must_build(tmp_path / "content", site)
    assert tracuu("verify", site).code == 0, "the next build puts a changed file right"
    (site / "la.txt").write_text("lạ", encoding="utf-8")
    assert tracuu("verify", site).code == 1
    (site / "la.txt").unlink()
    (site / "404.html").unlink()
    assert tracuu("verify", site).code == 1


@pytest.mark.parametrize(
    "options",
    [
        ["build", "--no-such-option"],
        ["build", "--jobs", "0"],
        ["build", "--as-of", "2026-02-30"],
        ["build", "--content", "khong-co-thu-muc-nay"],
        ["no-such-verb"],
        ["search"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_told_from_other_failures(options: list[str], tmp_path: Path) -> None:
    result = tracuu(*options, cwd=tmp_path)
    assert result.code == 2 and result.err and not result.out, result
    assert not (tmp_path / "site").exists()


def test_an_unknown_edition_is_wrong_use(tmp_path: Path) -> None:
    result = build(copy_of("bare", tmp_path), tmp_path / "site", "--edition", "khong-co")
    assert result.code == 2 and "khong-co" in result.err, result


@pytest.mark.parametrize("typed", ["100-KL/TW", "100/KL-TW", "100kltw", "kết luận 100-KL/TW"])
def test_a_number_is_read_in_any_typed_form(typed: str) -> None:
    result = tracuu("number", typed)
    assert result.code == 0 and "100-KL/TW" in result.out, result
