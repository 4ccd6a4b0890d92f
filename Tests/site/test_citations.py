"""Editors and other programs list the citations of a collection's texts."""

from __future__ import annotations

import csv
from pathlib import Path

from harness.command import tracuu
from harness.content import copy_of

BODY = """
Theo điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 và [liên kết](https://example.org/1/2020/TT-BTP).
"""


def test_citations_are_listed_with_their_places(tmp_path: Path) -> None:
    content = copy_of("bare", tmp_path)
    record = content / "directives" / "mot.md"
    head, _, _ = record.read_text(encoding="utf-8").rpartition("\n---\n")
    record.write_text(f"{head}\n---\n{BODY}", encoding="utf-8")
    table = tmp_path / "citations.tsv"
    result = tracuu("check", "--content", content, "--citations", table)
    assert result.code == 0, result
    with table.open(encoding="utf-8") as stream:
        rows = [row for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE) if row["doc"] == "mot"]
    first = rows[0]
    assert first["surface"] == "điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP"
    assert (first["number"], first["provision"], first["target"]) == ("30/2020/NĐ-CP", "điểm a khoản 2 Điều 5", "-")
    body = BODY.removeprefix("\n").encode()
    start = int(first["byte_offset"])
    assert body[start : start + len(first["surface"].encode())].decode() == first["surface"]
