"""The browser's engine and the command give the same ranking from the same index."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from harness.command import CONTENT, ROOT, must_build, tracuu

DATA, TOOLS = os.environ.get("TRACUU_DATA"), os.environ.get("TRACUU_TOOLS")
QUERIES = [
    "100-KL/TW", "100/KL-TW", "167-HDBTGTW", "100", "kl 100", "nghị định 30/2020/NĐ-CP", "dư luận xã hội", "du luan xa hoi",
    "DƯ LUẬN", "du\u031b lua\u0323\u0302n", "công tác tuyên giáo", "ket luan ban bi thu", "hòa", "hoà", "quy định", "qui định",
    "đ", "a", "không có từ nào nhưvậy", "(", '"dư luận"', "-", "😀",
]  # fmt: skip


def rankings(run: str) -> dict[str, list[str]]:
    """The records found for each query, best first."""
    found: dict[str, list[str]] = {}
    for line in run.splitlines():
        query, _, document, *_ = line.split()
        found.setdefault(query, []).append(document)
    return found


def assert_alike(site: Path, queries: Path, folder: Path) -> None:
    run = folder / "run.txt"
    result = tracuu("search", "--site", site, "--queries", queries, "--run", run)
    assert result.code == 0, result
    script = ROOT / "Tests" / "javascript" / "parity.js"
    done = subprocess.run(["node", script, site, queries], capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    command, browser = rankings(run.read_text(encoding="utf-8")), rankings(done.stdout)
    assert command, "no query found anything"
    apart = {query: (command.get(query), browser.get(query)) for query in command.keys() | browser.keys()
             if command.get(query) != browser.get(query)}  # fmt: skip
    assert not apart, f"{len(apart)} queries differ, such as {next(iter(apart.items()))}"


def test_the_projects_own_collection(tmp_path: Path) -> None:
    queries = tmp_path / "queries.tsv"
    queries.write_text("".join(f"q{number}\t{query}\n" for number, query in enumerate(QUERIES)), encoding="utf-8")
    assert_alike(must_build(CONTENT, tmp_path / "site"), queries, tmp_path)


@pytest.mark.skipif(not (DATA and TOOLS), reason="needs TRACUU_DATA and TRACUU_TOOLS")
def test_a_judged_collection(tmp_path: Path) -> None:
    content = tmp_path / "content"
    subprocess.run([sys.executable, f"{TOOLS}/make_records.py", "retrieval", str(content)], check=True)
    site = must_build(content, tmp_path / "site")
    for name in ("known-item.tsv", "known-item-nodiac.tsv", "queries.tsv", "queries-nodiac.tsv"):
        some = tmp_path / name
        some.write_text("\n".join(Path(f"{DATA}/retrieval-dev/{name}").read_text(encoding="utf-8").splitlines()[:60]), encoding="utf-8")
        assert_alike(site, some, tmp_path)
