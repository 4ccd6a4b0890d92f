#!/usr/bin/env python3
"""Measures search on large collections: relevance, downloads and times, with Pagefind on the same pages beside it.

    search_bench.py [--sets articles-1000,articles-10000,articles] [--queries 100] [--pagefind articles-1000,articles-10000]
                    [--judged] [--curve] [--no-staff]

TRACUU_DATA and TRACUU_TOOLS are those of bench.py. Relevance is nDCG@10 on known-item queries made from titles, as written
and without marks. Downloads are gzip kB in the median: of a first query with the scripts of search, in the box that every page
has and on the search page with its counts and sections, and of a following one. Times are taken in Chromium, from a key to the
frame that shows its answer, everything loaded; the heap is the page's after all those queries. Pagefind's answers come from
its own script in the same browser, on the same pages; its bytes are what it loads, some of it compressed already.

First come the queries of an office (office_bench.py). --judged adds the judged queries and made ones of three sources and seeds
over TRACUU_DATA/retrieval-dev. --curve adds what downloads buy: how a first and a following query
and nDCG@10 change when more or less is read (search_curve.js).
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import venv
from collections import defaultdict
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

import bench
from office_bench import office_queries

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from harness.browser import launch  # noqa: E402
from harness.server import Server  # noqa: E402

HERE = Path(__file__).resolve().parent
PAGEFIND = bench.CACHE / "pagefind-venv"
SETS = {
    "articles-1000": ["statutes", "--unit", "article", "--n", "1000"],
    "articles-10000": ["statutes", "--unit", "article", "--n", "10000"],
    "articles": ["statutes", "--unit", "article"],
    "statutes": ["statutes"],
}

# One key after the other into the search box, at any moment between two frames as a reader's keys come; each is timed until
# the frame with its results has been laid out and painted: messages are handed out after that.
KEYS = """async (queries) => {
  const box = document.getElementById("search-query"), results = document.getElementById("search-results");
  const rest = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const key = (text) => new Promise((resolve) => {
    const start = performance.now();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now() - start);
    const watch = new MutationObserver(() => {
      watch.disconnect();
      requestAnimationFrame(() => port2.postMessage(0));
    });
    watch.observe(results, { childList: true, subtree: true });
    box.value = text;
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    rest(3000).then(() => resolve(null));
  });
  const times = [];
  for (const round of [0, 1]) for (const query of queries) for (const cut of [3, 1, 0]) {
    const time = await key(query.slice(0, query.length - cut));
    if (round && time !== null) times.push(time);
    await rest(50 + Math.random() * 17);
  }
  times.sort((a, b) => a - b);
  return { median: times[times.length >> 1], worst: times[times.length - 1], count: times.length };
}"""

PAGEFIND_RUN = """async ([module, queries]) => {
  const pagefind = await import(module);
  await pagefind.options({ excerptLength: 30 });
  await pagefind.init();
  const answers = [], times = [];
  for (const query of queries) {
    const start = performance.now();
    const { results } = await pagefind.search(query);
    const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    times.push(performance.now() - start);
    answers.push(shown.map((each) => each.raw_url ?? each.url));
  }
  return { answers, times };
}"""


def read_queries(path: Path, limit: int) -> list[tuple[str, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("qid\t")]
    return [(row[0], row[1]) for row in rows[:limit]]


def judged(path: Path) -> dict[str, set[str]]:
    relevant: dict[str, set[str]] = defaultdict(set)
    for line in path.read_text(encoding="utf-8").splitlines():
        query, _, record, grade = line.split()
        if int(grade) > 0:
            relevant[query].add(record)
    return relevant


def ndcg(runs: dict[str, list[str]], relevant: dict[str, set[str]]) -> float:
    total = 0.0
    for query, found in runs.items():
        ideal = sum(1 / math.log2(k + 2) for k in range(min(10, len(relevant[query]))))
        total += sum(1 / math.log2(k + 2) for k, name in enumerate(found[:10]) if name in relevant[query]) / ideal
    return total / len(runs)


def own_run(site: Path, queries: list[tuple[str, str]]) -> dict[str, list[str]]:
    asked, found = bench.CACHE / "asked.tsv", bench.CACHE / "run.txt"
    asked.write_text("".join(f"{name}\t{query}\n" for name, query in queries), encoding="utf-8")
    bench.run([str(bench.BINARY), "search", "--site", str(site), "--queries", str(asked), "--run", str(found)])
    runs: dict[str, list[str]] = {name: [] for name, _ in queries}
    for line in found.read_text(encoding="utf-8").splitlines():
        columns = line.split()
        runs[columns[0]].append(columns[2])
    return runs


def judged_runs(tools: Path) -> None:
    """nDCG@10 and success@1 of the queries over retrieval-dev."""
    data = Path(os.environ["TRACUU_DATA"]) / "retrieval-dev"
    content, site = bench.made("retrieval", tools), bench.CACHE / "site-retrieval"
    bench.remove_site(site)
    bench.run(bench.build_command(content, site))
    asked = [(name, data / queries, data / judgments) for name, (queries, judgments) in bench.JUDGED.items()]
    for source in ("title", "body", "mixed"):
        for seed in (1, 2, 3):
            stem = bench.CACHE / f"queries-retrieval-{source}-{seed}"
            options = ["--n", "200", "--seed", str(seed), "--source", source]
            command = [sys.executable, str(tools / "make_queries.py"), str(content), str(stem), *options]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            judgments = Path(f"{stem}-qrels.tsv")
            asked.append((f"{source}, seed {seed}", Path(f"{stem}.tsv"), judgments))
            asked.append((f"{source}, seed {seed}, no marks", Path(f"{stem}-nodiac.tsv"), judgments))
    print(f"{'':9} {'queries':28}{'nDCG@10':>8}{'success@1':>11}")
    for name, file, judgments in asked:
        relevant = judged(judgments)
        queries = [each for each in read_queries(file, sys.maxsize) if each[0] in relevant]
        runs = own_run(site, queries)
        first = sum(runs[query][:1] != [] and runs[query][0] in relevant[query] for query in runs) / len(runs)
        print(f"{len(queries):9d} {name:28}{ndcg(runs, relevant):8.3f}{first:11.3f}", flush=True)
    bench.remove_site(site)


def curve(site: Path, queries: Path, relevant: dict[str, set[str]]) -> None:
    command = ["node", str(HERE / "search_curve.js"), str(site), str(queries)]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    print(f"{'':10}{'read':44}{'first kB':>9}{'following':>11}{'nDCG@10':>9}")
    for name, point in told.items():
        kilobytes = f"{point['first'] / 1e3:9.1f}{point['following'] / 1e3:11.1f}"
        print(f"{'':10}{name:44}{kilobytes}{ndcg(point['runs'], relevant):9.3f}", flush=True)


def keystrokes(browser: Browser, site: Path, queries: list[str]) -> dict[str, float]:
    with Server(site) as server:
        page = browser.new_context().new_page()
        page.goto(f"{server.base}tim-kiem/index.html")
        page.wait_for_function("globalThis.tracuu?.searchState")
        measured: dict[str, float] = page.evaluate(KEYS, queries)
        session = page.context.new_cdp_session(page)
        session.send("HeapProfiler.collectGarbage")
        measured["heap"] = page.evaluate("performance.memory.usedJSHeapSize") / 1e6
        page.context.close()
        return measured


def pagefind_run(browser: Browser, site: Path, queries: list[tuple[str, str]]) -> dict[str, Any]:
    """Indexes the site's pages with Pagefind and asks it the same."""
    python = PAGEFIND / "bin" / "python"
    if not python.exists():
        venv.create(PAGEFIND, with_pip=True)
        needs = HERE / "pagefind-requirements.txt"
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", "-r", str(needs)], check=True)
    bench.run([str(python), "-m", "pagefind", "--site", str(site), "--output-path", str(site / "pagefind"), "--quiet"])
    names = {}
    for shard in (site / "search" / "records").glob("*.json"):
        names |= {row[2]: row[0] for row in json.loads(shard.read_text(encoding="utf-8"))}
    with Server(site) as server:
        # The site's policy forbids WebAssembly, which Pagefind is.
        context = browser.new_context(bypass_csp=True)
        page = context.new_page()
        loaded: list[int] = []
        counts: list[int] = []
        page.on("response", lambda response: loaded.append(len(response.body())) if "/pagefind/" in response.url else None)
        page.goto(f"{server.base}index.html")
        runs: dict[str, list[str]] = {}
        times: list[float] = []
        for name, query in queries:
            before = len(loaded)
            told = page.evaluate(PAGEFIND_RUN, [f"{server.base}pagefind/pagefind.js", [query]])
            page.wait_for_timeout(20)
            counts.append(sum(loaded[before:]))
            times.append(told["times"][0])
            runs[name] = [names.get(url.removeprefix("/") + "index.html" * url.endswith("/"), url) for url in told["answers"][0]]
        context.close()
    middle = sorted(counts[1:])[len(counts[1:]) // 2]
    return {"runs": runs, "first": counts[0], "following": middle, "ms": sorted(times)[len(times) // 2]}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", default="articles-1000,articles-10000,articles")
    parser.add_argument("--queries", type=int, default=100)
    parser.add_argument("--pagefind", default="articles-1000,articles-10000", help="collections that Pagefind indexes too")
    parser.add_argument("--judged", action="store_true", help="add the judged queries of retrieval-dev and made ones")
    parser.add_argument("--no-staff", action="store_true", help="leave out the queries of an office")
    parser.add_argument("--curve", action="store_true", help="add what is gained and lost when more or less is read")
    options = parser.parse_args()
    if not (os.environ.get("TRACUU_DATA") and os.environ.get("TRACUU_TOOLS")):
        print("SKIPPED: nothing was measured. TRACUU_DATA and TRACUU_TOOLS name the collections and the tools for them.")
        return 0
    tools = Path(os.environ["TRACUU_TOOLS"])
    bench.SETS.update(SETS)
    if options.judged:
        judged_runs(tools)
    if not options.no_staff:
        with sync_playwright() as playwright:
            browser = launch(playwright)
            office_queries(browser, tools, pagefind_run if options.pagefind else None)
            browser.close()
    print(f"{'records':>8}  {'engine':9}{'nDCG@10':>8}{'no marks':>9}{'first kB box':>14}{'page':>8}{'following box':>15}{'page':>8}{'ms':>8}{'heap MB':>9}")
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for name in filter(None, options.sets.split(",")):
            content, site = bench.made(name, tools), bench.CACHE / f"site-{name}"
            stem = bench.CACHE / f"queries-{name}"
            command = [sys.executable, str(tools / "make_queries.py"), str(content), str(stem), "--n", str(options.queries)]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            bench.run(bench.build_command(content, site))
            written = read_queries(Path(f"{stem}.tsv"), options.queries)
            bare = read_queries(Path(f"{stem}-nodiac.tsv"), options.queries)
            relevant = judged(Path(f"{stem}-qrels.tsv"))
            counted = json.loads(
                subprocess.run(
                    ["node", "--expose-gc", str(HERE / "search_bytes.js"), str(site), f"{stem}.tsv"], check=True, capture_output=True, text=True
                ).stdout
            )
            keys = keystrokes(browser, site, [query for _, query in written[:20]])
            box, whole = counted["box"], counted["page"]
            print(
                f"{len(list(content.rglob('*.md'))):8d}  {'tracuu':9}{ndcg(own_run(site, written), relevant):8.3f}{ndcg(own_run(site, bare), relevant):9.3f}"
                f"{box['first'] / 1e3:14.1f}{whole['first'] / 1e3:8.1f}{box['following'] / 1e3:15.1f}{whole['following'] / 1e3:8.1f}"
                f"{keys['median']:8.1f}{keys['heap']:9.1f}",
                flush=True,
            )
            if options.curve:
                curve(site, Path(f"{stem}-nodiac.tsv"), relevant)
            if name in options.pagefind.split(","):
                told, plain = pagefind_run(browser, site, written), pagefind_run(browser, site, bare)
                print(
                    f"{'':8}  {'pagefind':9}{ndcg(told['runs'], relevant):8.3f}{ndcg(plain['runs'], relevant):9.3f}"
                    f"{'':14}{told['first'] / 1e3:8.1f}{'':15}{told['following'] / 1e3:8.1f}{told['ms']:8.1f}",
                    flush=True,
                )
            bench.remove_site(site)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
