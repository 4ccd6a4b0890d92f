"""The collection's own queries, `content/search-tests.tsv`: each finds the record that its editor expects."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from harness.command import CONTENT, must_build, tracuu

# A reader looks at the first results without scrolling.
ABOVE_THE_FOLD = 3


def test_the_collections_own_queries_find_what_their_editor_expects(tmp_path: Path) -> None:
    lines = (CONTENT / "search-tests.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    assert len(rows) > 10
    site = must_build(CONTENT, tmp_path / "site")
    queries, run = tmp_path / "queries.tsv", tmp_path / "run"
    queries.write_text("".join(f"q{number}\t{query}\n" for number, (query, _) in enumerate(rows)), encoding="utf-8")
    assert tracuu("search", "--site", site, "--queries", queries, "--run", run).code == 0
    ranks: dict[tuple[str, str], int] = {}
    for line in run.read_text(encoding="utf-8").splitlines():
        query, _, record, rank, *_ = line.split()
        ranks[query, record] = int(rank)
    missed = [
        (query, expected)
        for number, (query, expected) in enumerate(rows)
        if ranks.get((f"q{number}", expected), 1000) > ABOVE_THE_FOLD
    ]
    assert missed == []


@pytest.mark.parametrize(
    "query, expected",
    [
        # A question of a survey's table, a theme of a monitoring report, an obligation of a review.
        ("biết lịch tiếp dân từ đâu", "dieu-tra-tiep-dan-2024"),
        ("dời điểm tiếp dân về trung tâm huyện", "nam-bat-quy-1-2024"),
        ("mở thêm một điểm tiếp dân ở vùng núi", "so-ket-3-nam"),
    ],
)
def test_findings_are_found_by_what_their_page_shows_beside_the_text(query: str, expected: str, examples: Path) -> None:
    answer = tracuu("search", "--site", examples, query)
    assert answer.code == 0
    assert expected in answer.out.splitlines()[1]


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return must_build(CONTENT, tmp_path_factory.mktemp("examples") / "site", "--with-examples")


def test_dates_of_results_are_in_the_language_of_the_interface(tmp_path: Path) -> None:
    content = shutil.copytree(CONTENT, tmp_path / "content")
    settings = content / "site.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("language: vi", "language: en"), encoding="utf-8")
    for name, folder, date in (("vi", CONTENT, "18/8/2014"), ("en", content, "18 Aug 2014")):
        answer = tracuu("search", "--site", must_build(folder, tmp_path / name), "100-KL/TW")
        assert date in answer.out
