"""One survey for each way in which figures hang together, and what it would tell if they were taken apart."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from harness import surveys
from harness.command import build, must_build
from harness.disclosure import printed
from harness.surveys import Table
from harness.trees import differences


def written(folder: Path, tables: dict[str, tuple[str, str]], head: str = "", sampling: str = "quota", size: int = 100_000) -> Path:
    """A survey of tables as CSV text, with what else the record says of each."""
    findings = folder / "findings"
    findings.mkdir(parents=True, exist_ok=True)
    text = f"---\nform: survey\ntitle: Điều tra\nconducted: {{from: 2024-03-01}}\naudience: public\n{head}"
    text += surveys.DISCLOSURE.format(sampling=sampling, size=size) + "tables:\n"
    for id, (fields, data) in tables.items():
        text += f"  - {{id: {id}, data: {id}.csv, {fields}}}\n"
        (findings / f"{id}.csv").write_text(data, encoding="utf-8")
    (findings / "s.md").write_text(text + "---\n", encoding="utf-8")
    return folder


def test_answers_in_another_order_are_hidden_alike(tmp_path: Path) -> None:
    first = "x;R1;R2\nTốt;100;120\nKhó nói;3;4\nVừa;80;90\nKém;60;70\n"
    second = "x;Y;O\ntốt ;110;110\nVừa;85;85\nKém;65;65\nKhó  nói;4;3\n"
    content = written(tmp_path / "c", {"a": ("question: Thế nào?, by: vùng", first), "b": ("question: thế nào, by: tuổi", second)})
    site = must_build(content, tmp_path / "site")
    seen = [dict(zip([a.lower().replace("  ", " ") for a in t.answers], [row[0] for row in t.counts]))
            for t in (printed(site / f"ket-qua/s/{id}.csv") for id in "ab")]  # fmt: skip
    assert seen[0] == seen[1] and seen[0]["khó nói"] is None and list(seen[0].values()).count(None) == 2


def test_bases_are_the_samples_whatever_the_order_of_groups(tmp_path: Path) -> None:
    content = written(tmp_path / "c", {
        "a": ("question: Một?, by: vùng", "x;N;M;S\nA;4;100;100\nB;3;100;100\n"),
        "b": ("question: Hai?, by: vùng", "x;N;S;M\nC;3;90;90\nD;4;110;110\n"),
    })  # fmt: skip
    site = must_build(content, tmp_path / "site")
    bases = [dict(zip(t.groups, t.bases)) for t in (printed(site / f"ket-qua/s/{id}.csv") for id in "ab")]
    assert bases[0] == bases[1] and list(bases[0].values()).count(None) == 2


def test_no_effective_size_is_computed_from_a_withheld_base(tmp_path: Path) -> None:
    content = written(
        tmp_path / "c", {"a": ("question: Một?, by: nhóm, weights: w.csv", "x;A;B;C;D\nCó;4;50;150;100\nKhông;3;43;150;100\n")},
        sampling="probability",
    )  # fmt: skip
    (content / "findings" / "w.csv").write_text("A;2.571429\nB;1.096774\nC;0.9\nD;1.05\n", encoding="utf-8")
    page = (must_build(content, tmp_path / "site") / "ket-qua/s/index.html").read_text(encoding="utf-8")
    assert "cỡ mẫu hiệu dụng tính từ quyền số sẽ làm lộ" in page and "579" not in page and "±" not in page


ASKED = {"a": ("question: Biết không?, by: vùng", "x;R1;R2;R3\nCó;50;120;130\nKhông;5;40;50\n")}
CHANNEL = "x;R1;R2;R3\nLoa;30;60;60\nBáo;20;60;70\n"


def test_a_question_for_some_is_asked_for_and_then_one_with_its_filter(tmp_path: Path) -> None:
    content = written(tmp_path / "c", {**ASKED, "b": ("question: Từ đâu?, by: vùng", CHANNEL)})
    refused = build(content, tmp_path / "site")
    assert refused.code == 1 and "TC733" in refused.err and "filter: {question: “a”, answers: [“Có”]}" in refused.err
    written(tmp_path / "c", {**ASKED, "b": ("question: Từ đâu?, by: vùng, filter: {question: a, answers: [Có]}", CHANNEL)})
    site = must_build(content, tmp_path / "site")
    first, second = printed(site / "ket-qua/s/a.csv"), printed(site / "ket-qua/s/b.csv")
    assert first.counts[0][1] is None and second.bases[1] is None
    assert [count is None for count in first.counts[0]] == [base is None for base in second.bases]


@pytest.mark.parametrize(("provinces", "regions"), [(18, 4), (34, 6), (63, 8)])
def test_provinces_in_any_order_never_tell_what_their_region_leaves_over(provinces: int, regions: int, tmp_path: Path) -> None:
    rng = random.Random(provinces)
    home = rng.sample([index % regions for index in range(provinces)], provinces)
    counts = [[rng.randint(4, 60) if rng.random() < 0.1 else rng.randint(20, 90) for _ in home] for _ in range(4)]
    table = Table("t", "Câu", counts, by="tỉnh")
    content = tmp_path / "c"
    surveys.write(content, "s", [table, surveys.merged(table, "v", "vùng", home)])
    result = build(content, tmp_path / "site")
    assert result.code == 0, result
    fine, coarse = (printed(tmp_path / f"site/ket-qua/s/{id}.csv") for id in "tv")
    for row in range(4):
        for region in range(regions):
            members = [column + 1 for column, own in enumerate(home) if own == region]
            gone = [column for column in members if fine.counts[row][column] is None]
            assert len(gone) != 1 or coarse.counts[row][region + 1] is None
    assert ("TC730" in result.err) == (provinces == 63)


def test_a_net_is_the_sum_of_its_rows(tmp_path: Path) -> None:
    rows = "x;R1;R2;R3\nRất tốt;40;55;60\nTốt;6;70;80\nTốt (gộp);46;125;140\nKém;50;44;61\n"
    content = written(tmp_path / "c", {"a": ("question: Một?, by: vùng, nets: {Tốt (gộp): [Rất tốt, Tốt]}", rows)})
    seen = printed(must_build(content, tmp_path / "site") / "ket-qua/s/a.csv")
    assert seen.bases == [466, 96, 169, 201]
    assert seen.counts[1][1] is None and (seen.counts[0][1] is None or seen.counts[2][1] is None)


def test_those_who_did_not_say_are_a_figure_too(tmp_path: Path) -> None:
    """By region everybody is known, by sex all but three: what these three answered is nobody's business."""
    content = written(tmp_path / "c", {
        "a": ("question: Một?, by: vùng", "x;R1;R2\nCó;100;103\nKhông;90;110\n"),
        "b": ("question: Một?, by: giới", "x;Nam;Nữ\nCó;101;100\nKhông;99;100\n"),
    }, head="groupings: {giới: {within: none}, vùng: {within: none}}\n")  # fmt: skip
    site = must_build(content, tmp_path / "site")
    first, second = printed(site / "ket-qua/s/a.csv"), printed(site / "ket-qua/s/b.csv")
    assert not any(one[0] is not None and two[0] is not None for one, two in zip(first.counts, second.counts))


def test_what_was_released_is_decided_first(tmp_path: Path) -> None:
    small = Table("q", "Câu", [[60, 50, 4], [70, 40, 40], [30, 50, 55]])
    content = tmp_path / "c"
    surveys.write(content, "a", [small], head="survey: chung\n")
    before = printed(must_build(content, tmp_path / "one", "--record-release") / "ket-qua/a/q.csv")
    ledger = content / "findings" / "published" / "chung.json"
    assert ledger.is_file()
    surveys.write(content, "b", [Table("s", "Câu", [[54, 60], [80, 70], [65, 70]], by="tuổi")], head="survey: chung\n")
    after = printed(must_build(content, tmp_path / "two", "--record-release") / "ket-qua/a/q.csv")
    assert after.counts == before.counts and ledger.read_text().count('"record" :') == 2
    noted = ledger.read_bytes()
    must_build(content, tmp_path / "two", "--record-release")
    assert ledger.read_bytes() == noted


def test_percentages_and_sums_that_do_not_add_up_are_refused(tmp_path: Path) -> None:
    for data, code in {
        "x;A;B\nCó;62;58\nKhông;38;42\n": "TC740", "x;A;B\nCó;310;290\nKhông;190;210\nTổng;500;501\n": "TC708",
        "x;A;B\nCó;60000;58\nKhông;60000;42\n": "TC714",
    }.items():  # fmt: skip
        content = written(tmp_path / code, {"a": ("question: Một?, by: vùng", data)}, size=1000)
        result = build(content, tmp_path / "site")
        assert result.code == 1 and code in result.err, (data, result)


def test_inputs_that_differ_in_withheld_figures_alone_give_the_same_bytes(tmp_path: Path) -> None:
    """A hidden base and what goes with it: three people moved between the two withheld groups, answer by answer."""
    def tables(shift: int) -> dict[str, tuple[str, str]]:
        return {
            "a": ("question: Một?, by: vùng", f"x;N;M;S\nA;{4 + shift};{100 - shift};100\nB;3;100;100\n"),
            "b": ("question: Hai?, by: vùng", f"x;N;S;M\nC;{3 + shift};90;{90 - shift}\nD;4;110;110\n"),
        }  # fmt: skip

    sites = [must_build(written(tmp_path / f"c{shift}", tables(shift)), tmp_path / f"site{shift}") for shift in (0, 2)]
    assert differences(*sites) == []
