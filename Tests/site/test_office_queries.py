"""What an office types, in every kind: names, numbers with words, dates, provisions, abbreviations, slips. A made-up collection
(fixtures/office/records.tsv) and made-up queries, asked of the command and of the browser's engine."""

from __future__ import annotations

import json
import subprocess
from collections import defaultdict
from pathlib import Path

import pytest
from harness.command import must_build, tracuu

HERE = Path(__file__).resolve().parent
OFFICE = HERE / "fixtures" / "office"
ENGINE = HERE.parent / "javascript" / "office.js"

VOCABULARY = {
    "types": {
        "luat": ("Luật", None), "bo-luat": ("Bộ luật", None), "nghi-dinh": ("Nghị định", "NĐ"), "thong-tu": ("Thông tư", "TT"),
        "quyet-dinh": ("Quyết định", "QĐ"), "ket-luan": ("Kết luận", "KL"), "chi-thi": ("Chỉ thị", "CT"), "huong-dan": ("Hướng dẫn", "HD"),
    },
    "issuers": {
        "quoc-hoi": ("Quốc hội", None), "chinh-phu": ("Chính phủ", None), "thu-tuong": ("Thủ tướng Chính phủ", "TTg"),
        "bo-tai-chinh": ("Bộ Tài chính", "BTC"), "bo-van-hoa": ("Bộ Văn hóa, Thể thao và Du lịch", "BVHTTDL"), "bo-y-te": ("Bộ Y tế", "BYT"),
        "bo-giao-duc": ("Bộ Giáo dục và Đào tạo", "BGDĐT"), "ban-bi-thu": ("Ban Bí thư", "TW"), "thanh-uy-ha-long": ("Thành ủy Hạ Long", "TU"),
        "thanh-uy-hoi-an": ("Thành ủy Hội An", "TU"), "ban-tuyen-giao": ("Ban Tuyên giáo Trung ương", "BTGTW"),
    },
}  # fmt: skip
REPLACES = {"40-2022-qh15": "21/2012/QH13", "62-2021-qh15": None}


def rows(name: str) -> list[dict[str, str]]:
    lines = (OFFICE / name).read_text(encoding="utf-8").splitlines()
    head = lines[0].split("\t")
    return [dict(zip(head, line.split("\t") + [""])) for line in lines[1:]]


def write_collection(folder: Path) -> Path:
    """The records of the fixture as a content folder."""
    (folder / "vocabulary").mkdir(parents=True)
    (folder / "directives").mkdir()
    for name, entries in VOCABULARY.items():
        lines = [
            f'- {{id: {key}, name: "{label}"' + (f", abbreviation: {short}" if short else "") + "}\n" for key, (label, short) in entries.items()
        ]
        (folder / "vocabulary" / f"{name}.yml").write_text("".join(lines), encoding="utf-8")
    for row in rows("records.tsv"):
        fields = [f'number: "{row["number"]}"', f"type: {row['type']}", f"issuer: {row['issuer']}", f'title: "{row["title"]}"', f"issued: {row['issued']}"]
        if target := REPLACES.get(row["file"]):
            fields += ["effective: 2023-01-01", f'relations: [{{type: replaces, target: "{target}", of-type: luat, issued: 2012-06-20}}]']
        body = "\n\n".join(row["body"].split("|"))
        (folder / "directives" / f"{row['file']}.md").write_text("---\n" + "\n".join(fields) + f"\naudience: public\n---\n\n{body}\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office")
    return must_build(write_collection(folder / "content"), folder / "site", "--edition", "all")


@pytest.fixture(scope="module")
def told(site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, tuple[list[str], str]]]:
    """What the command and the browser's engine answer, by query."""
    folder = tmp_path_factory.mktemp("asked")
    asked, run, anchors = folder / "asked.tsv", folder / "run", folder / "anchors"
    queries = [row["query"] for row in rows("queries.tsv")]
    asked.write_text("".join(f"{number}\t{query}\n" for number, query in enumerate(queries)), encoding="utf-8")
    answer = tracuu("search", "--site", site, "--queries", asked, "--run", run, "--anchors", anchors, "--limit", "10")
    assert answer.code == 0, answer.err
    names: dict[str, list[str]] = defaultdict(list)
    for line in run.read_text(encoding="utf-8").splitlines():
        number, _, record, *_ = line.split()
        names[queries[int(number)]].append(record)
    addresses = dict(line.split("\t") for line in anchors.read_text(encoding="utf-8").splitlines())
    command = {query: (names[query], addresses.get(str(number), "")) for number, query in enumerate(queries)}
    spoken = subprocess.run(["node", str(ENGINE), str(site), str(asked)], check=True, capture_output=True, text=True).stdout
    browser = {query: (each["names"], each["address"] or "") for query, each in json.loads(spoken).items()}
    return {"command": command, "browser": browser}


def test_there_are_a_hundred_queries_of_every_kind() -> None:
    kinds = [row["kind"] for row in rows("queries.tsv")]
    assert len(kinds) > 100
    assert len(set(kinds)) >= 20


def test_the_browser_answers_as_the_command(told: dict[str, dict[str, tuple[list[str], str]]]) -> None:
    differing = {query: (found, told["browser"][query]) for query, found in told["command"].items() if found != told["browser"][query]}
    assert differing == {}


@pytest.mark.parametrize("row", rows("queries.tsv"), ids=lambda row: f"{row['kind']}: {row['query'][:40]}")
def test_the_document_that_is_meant_comes_first(row: dict[str, str], told: dict[str, dict[str, tuple[list[str], str]]]) -> None:
    names, address = told["command"][row["query"]]
    expected = row["expected"].split("|")
    assert names[: len(expected)] == expected if len(expected) > 1 else names[:1] == expected
    if row["anchor"] or row["kind"] == "prov":
        assert address.partition("#")[2] == row["anchor"]


def test_what_is_not_there_is_said(site: Path) -> None:
    for query, said in {
        "77/2020/NĐ-CP": "Số 77/2020/NĐ-CP không có trong sưu tập",
        # Another issuer's document of that number is none.
        "12/2020/NĐ-BTC": "Số 12/2020/NĐ-BTC không có trong sưu tập",
        "điều 99 nghị định 12/2020": "không có điều 99",
        "luật nghề muốii": "Kết quả cho “luật nghề muối”",
    }.items():
        answer = tracuu("search", "--site", site, query)
        assert answer.code == 0 and said in answer.out, (query, answer.out)
