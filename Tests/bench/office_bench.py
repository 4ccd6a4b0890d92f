"""The queries of an office (TRACUU_DATA/staff-dev.tsv) over the statutes and the project's own collection: by kind, in the terminal
and in the browser, after Enter and while they are typed, with textbook BM25 and Pagefind beside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser

import bench
from search_typing import BITS, KEY, LATENCY, typed
from textbook import Textbook

HERE = Path(__file__).resolve().parent
# Of which queries the time to the first results is taken: every fourth; what is pasted is not typed.
TYPED_EACH, TYPED_LENGTH = 4, 60

Pagefind = Callable[[Browser, Path, list[tuple[str, str]]], dict[str, Any]]


def success(ranks: list[int]) -> str:
    return "  ".join(f"@{most} {sum(rank <= most for rank in ranks) / len(ranks):.3f}" for most in (1, 3, 10))


def office_queries(browser: Browser, tools: Path, pagefind: Pagefind | None) -> None:
    file = Path(os.environ["TRACUU_DATA"]) / "staff-dev.tsv"
    rows = [(line.split("\t") + [""])[:5] for line in file.read_text(encoding="utf-8").splitlines()[1:]]
    contents = {"s": ("--statutes", bench.made("statutes", tools)), "m": ("--own", bench.ROOT / "content")}
    options: list[str] = []
    addresses = ""
    answers: dict[str, dict[str, list[str]]] = {"browser, after Enter": {}, "BM25 with pairs": {}}
    if pagefind:
        answers["Pagefind"] = {}
    told: dict[str, dict[str, Any]] = {}
    for letter, (option, content) in contents.items():
        site = bench.CACHE / f"site-staff-{letter}"
        bench.remove_site(site)
        bench.run([*bench.build_command(content, site), *(["--edition", "all"] if letter == "m" else [])])
        options += [option, str(site)]
        asked, run, anchors = (bench.CACHE / f"staff-{name}" for name in ("asked", "run", "anchors"))
        queries = [(row[0], row[2]) for row in rows if row[0].startswith(letter)]
        asked.write_text("".join(f"{name}\t{query}\n" for name, query in queries), encoding="utf-8")
        search = ["search", "--site", str(site), "--queries", str(asked), "--run", str(run), "--anchors", str(anchors)]
        bench.run([str(bench.BINARY), *search])
        addresses += anchors.read_text(encoding="utf-8")
        command = ["node", str(HERE / "search_typed.js"), str(site), str(asked)]
        spoken = subprocess.run(command, check=True, capture_output=True, text=True)
        told |= json.loads(spoken.stdout)
        textbook = Textbook(content, [query for _, query in queries])
        answers["BM25 with pairs"] |= {name: textbook.best(query) for name, query in queries}
        if pagefind:
            answers["Pagefind"] |= pagefind(browser, site, queries)["runs"]
    answers["browser, after Enter"] = {name: each["entered"] for name, each in told.items()}

    (bench.CACHE / "staff-anchors").write_text(addresses, encoding="utf-8")
    command = [sys.executable, str(tools / "staff_queries.py"), str(file), "--binary", str(bench.BINARY), *options]
    subprocess.run([*command, "--anchors", str(bench.CACHE / "staff-anchors")], check=True)

    def ranks(found: dict[str, list[str]], some: list[list[str]]) -> list[int]:
        return [next((k for k, name in enumerate(found[row[0]], 1) if name in row[3].split("|")), 99) for row in some]

    for name, found in answers.items():
        halves = " | ".join(success(ranks(found, rows[half::2])) for half in (0, 1))
        print(f"{name:22} {success(ranks(found, rows))}   of either half: {halves}", flush=True)
    same = sum(each["entered"][:3] == each["typed"] for each in told.values())
    print(f"as typed, the first three as after Enter: {same} of {len(told)} ({same / len(told):.3f})")
    wanted = [row for row in rows if row[4]]
    right = sum(told[row[0]]["address"].partition("#")[2] == row[4] for row in wanted)
    print(f"provisions that the browser leads to: {right} of {len(wanted)}")

    slow = [row[2] for row in rows if row[0].startswith("s") and len(row[2]) < TYPED_LENGTH][::TYPED_EACH]
    costs = typed(browser, bench.CACHE / "site-staff-s", slow)
    firsts = sorted(each.first if each.first is not None else float("inf") for each in costs)
    sizes = sorted(each.size for each in costs)
    print(
        f"{len(costs)} typed at {KEY} ms a key over {LATENCY} ms and {BITS / 1e6:g} Mbit/s:"
        f" first results after {median(firsts):.0f} ms (at most {firsts[-1]:.0f}), {median(sizes) / 1e3:.0f} kB (at most {sizes[-1] / 1e3:.0f}) in"
        f" {median(each.requests for each in costs):.0f} requests;"
        f" the first row came back {sum(each.flickers for each in costs)} times",
        flush=True,
    )
    for letter in contents:
        bench.remove_site(bench.CACHE / f"site-staff-{letter}")
