#!/usr/bin/env python3
"""Measures builds, indexes and search results on large collections of real documents.

    bench.py [--sets statutes-1000,statutes,retrieval] [--repeat 3] [--json FILE]

TRACUU_DATA names the folder of the collections and of the judged queries, TRACUU_TOOLS that of the programs that turn
them into content and score runs. Without them nothing is measured, and that is said. Content made once is kept in
.tools/bench/. CPU seconds (user and system, of the build alone) are the figure to trust; wall time depends on what
else the machine does. Of several rounds the one with the least CPU time is shown.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BINARY = Path(os.environ.get("TRACUU", ROOT / ".build" / "release" / "tracuu"))
CACHE = ROOT / ".tools" / "bench"
AS_OF = "2026-11-30"

# Name of a collection, and how make_records.py makes it.
SETS = {
    "statutes-1000": ["statutes", "--n", "1000"],
    "statutes": ["statutes"],
    "retrieval": ["retrieval"],
    "chapters-10000": ["statutes", "--unit", "chapter", "--n", "10000"],
    "articles": ["statutes", "--unit", "article"],
}
USUAL = "statutes-1000,statutes,retrieval"
# Queries and the judgments of them, in retrieval-dev/.
JUDGED = {
    "known item": ("known-item.tsv", "known-item-qrels.tsv"),
    "known item, no marks": ("known-item-nodiac.tsv", "known-item-qrels.tsv"),
    "questions": ("queries.tsv", "qrels.tsv"),
    "questions, no marks": ("queries-nodiac.tsv", "qrels.tsv"),
}


@dataclass(frozen=True)
class Cost:
    cpu: float
    wall: float
    # Largest resident set, MiB.
    memory: float


@dataclass
class Row:
    name: str
    records: int
    content_bytes: int
    full: Cost
    # A sentence more in a text, and a summary in front matter.
    one_edit: Cost
    one_field: Cost
    unchanged: Cost
    files: int
    site_bytes: int
    index_files: int
    # JSON of the index, without the scripts that hold the same once more.
    index_bytes: int
    index_gzip_bytes: int


def run(command: list[str]) -> Cost:
    """Runs a command to its end and takes from the kernel what it cost."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}:\n{said.decode()[-2000:]}")
    return Cost(usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024)


def made(name: str, tools: Path) -> Path:
    """The content of a collection, made at the first call."""
    content = CACHE / name
    if not content.is_dir():
        partial = CACHE / f"{name}.partial"
        shutil.rmtree(partial, ignore_errors=True)
        CACHE.mkdir(parents=True, exist_ok=True)
        kind, *options = SETS[name]
        command = [sys.executable, str(tools / "make_records.py"), kind, str(partial), *options]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        partial.rename(content)
    return content


def build_command(content: Path, site: Path) -> list[str]:
    options = {"--content": content, "--templates": ROOT / "site-templates", "--output": site, "--as-of": AS_OF}
    return [str(BINARY), "build", "--quiet", *(str(part) for option in options.items() for part in option)]


def remove_site(site: Path) -> None:
    shutil.rmtree(site, ignore_errors=True)
    shutil.rmtree(site.with_name(f".{site.name}.spare"), ignore_errors=True)


def measure(name: str, content: Path, site: Path, rounds: int) -> Row:
    command = build_command(content, site)
    full = []
    for _ in range(rounds):
        remove_site(site)
        full.append(run(command))
    # The first rebuild fills the spare tree; what follows is what editors see all day.
    run(command)
    unchanged = [run(command) for _ in range(rounds)]
    edited = sorted(content.rglob("*.md"))[0]
    original, one_edit, one_field = edited.read_bytes(), [], []
    try:
        for number in range(rounds):
            edited.write_bytes(original + f"\nMột câu thêm vào, lần {number}.\n".encode())
            one_edit.append(run(command))
        for number in range(rounds):
            summary = f'\nsummary: "Một câu tóm tắt, lần {number}."\n---\n'
            edited.write_bytes(original.replace(b"\n---\n", summary.encode(), 1))
            one_field.append(run(command))
    finally:
        edited.write_bytes(original)
    run(command)
    published = [path for path in site.rglob("*") if path.is_file()]
    index = [path for path in (site / "search").rglob("*.json")]
    records = list(content.rglob("*.md"))
    return Row(
        name=name,
        records=len(records),
        content_bytes=sum(path.stat().st_size for path in records),
        full=min(full, key=lambda cost: cost.cpu),
        one_edit=min(one_edit, key=lambda cost: cost.cpu),
        one_field=min(one_field, key=lambda cost: cost.cpu),
        unchanged=min(unchanged, key=lambda cost: cost.cpu),
        files=len(published),
        site_bytes=sum(path.stat().st_size for path in published),
        index_files=len(index),
        index_bytes=sum(path.stat().st_size for path in index),
        index_gzip_bytes=sum(len(gzip.compress(path.read_bytes(), 9)) for path in index),
    )


def score(tools: Path, how: str, judgments: Path, site: Path, queries: Path) -> str:
    """Runs queries on a built site and gives the last line of what the scorer says."""
    found = CACHE / "run.txt"
    run([str(BINARY), "search", "--site", str(site), "--queries", str(queries), "--run", str(found)])
    return scored(tools, how, judgments, found)


def scored(tools: Path, how: str, judgments: Path, found: Path) -> str:
    command = [sys.executable, str(tools / "evaluate.py"), how, str(judgments), str(found)]
    done = subprocess.run(command, capture_output=True, text=True)
    return done.stdout.strip().splitlines()[-1] if done.returncode == 0 else f"not scored: {done.stderr.strip()[-200:]}"


def scores(name: str, content: Path, site: Path, data: Path, tools: Path) -> dict[str, str]:
    if name == "retrieval":
        folder = data / "retrieval-dev"
        return {
            title: score(tools, "judged", folder / judgments, site, folder / queries)
            for title, (queries, judgments) in JUDGED.items()
        }
    if name == "statutes":
        lookups = data / "lookups-dev.tsv"
        told = {"number look-ups": score(tools, "lookups", lookups, site, lookups)}
        found = CACHE / "citations.tsv"
        command = [str(BINARY), "check", "--quiet", "--content", str(content), "--citations", str(found)]
        if subprocess.run(command, capture_output=True).returncode == 0:
            told["citations"] = scored(tools, "citations", data / "citations-dev.tsv", found)
        return told
    return {}


def mega(number: int) -> str:
    return f"{number / 1e6:.1f}"


def table(rows: list[Row]) -> str:
    head = ["collection", "records", "MB", "build", "CPU s", "wall s", "RSS MiB", "files", "site MB", "index", "MB", "gzip MB"]
    cells = [head]
    for row in rows:
        size = [str(row.files), mega(row.site_bytes), str(row.index_files), mega(row.index_bytes), mega(row.index_gzip_bytes)]
        for title, cost in (("full", row.full), ("one text", row.one_edit), ("one field", row.one_field), ("unchanged", row.unchanged)):
            left = [row.name, str(row.records), mega(row.content_bytes)] if title == "full" else ["", "", ""]
            figures = [title, f"{cost.cpu:.2f}", f"{cost.wall:.2f}", f"{cost.memory:.0f}"]
            cells.append(left + figures + (size if title == "full" else [""] * len(size)))
    widths = [max(len(line[column]) for line in cells) for column in range(len(head))]
    words = {0, 3}
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column in words else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths))
        ).rstrip()
        for line in cells
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", default=USUAL, help=f"of {', '.join(SETS)}; {USUAL} without it")
    parser.add_argument("--repeat", type=int, default=3, help="rounds of each build")
    parser.add_argument("--json", type=Path, help="file for the same figures")
    options = parser.parse_args()
    if not (os.environ.get("TRACUU_DATA") and os.environ.get("TRACUU_TOOLS")):
        print("SKIPPED: nothing was measured. TRACUU_DATA and TRACUU_TOOLS name the collections and the tools for them.")
        return 0
    data, tools = Path(os.environ["TRACUU_DATA"]), Path(os.environ["TRACUU_TOOLS"])
    names = options.sets.split(",")
    if unknown := [name for name in names if name not in SETS]:
        parser.error(f"no such collection: {', '.join(unknown)}")

    rows, told = [], {}
    for name in names:
        print(f"{name} …", file=sys.stderr, flush=True)
        content, site = made(name, tools), CACHE / f"site-{name}"
        rows.append(measure(name, content, site, options.repeat))
        told |= scores(name, content, site, data, tools)
        remove_site(site)
    print(table(rows))
    print()
    for title, line in told.items():
        print(f"{title:22} {line}")
    if options.json:
        report = {"builds": [asdict(row) for row in rows], "scores": told}
        options.json.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
