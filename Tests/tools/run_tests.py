#!/usr/bin/env python3
"""Runs every test suite of the project and adds up what they report.

    run_tests.py                 all suites
    run_tests.py site browser    these only

A suite that breaks off, reports nothing or runs out of time counts as one failure more, so that nothing is lost
silently. Ends with one line, `N passed, N failed, N skipped`, which is also kept in .build/results/summary.txt.
Only the standard library is used: this runs before any other tool is known to work.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / ".build" / "results"
PYTHON = ROOT / ".tools" / "venv" / "bin" / "python"


@dataclass
class Counts:
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped)

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


@dataclass(frozen=True)
class Suite:
    name: str
    command: list[str]
    # Reads what the suite left behind.
    count: Callable[[], Counts]
    minutes: int


def junit(*paths: Path) -> Counts:
    """Adds up test reports in the JUnit form; files that are not there hold no tests."""
    total = Counts()
    for path in paths:
        if not path.exists():
            continue
        for case in ElementTree.parse(path).iter("testcase"):
            if case.find("failure") is not None or case.find("error") is not None:
                total.failed += 1
            elif case.find("skipped") is not None:
                total.skipped += 1
            else:
                total.passed += 1
    return total


def tap(path: Path) -> Counts:
    """Reads the closing lines of Node's TAP report."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    ends = {name: int(number) for name, number in re.findall(r"^# (\w+) (\d+)$", text, re.MULTILINE)}
    return Counts(
        ends.get("pass", 0), ends.get("fail", 0) + ends.get("cancelled", 0), ends.get("skipped", 0) + ends.get("todo", 0)
    )


def pytest(name: str, folder: str, minutes: int) -> Suite:
    report = RESULTS / f"{name}.xml"
    command = [str(PYTHON), "-m", "pytest", "-c", "Tests/pytest.ini", "--rootdir", ".", f"--junitxml={report}"]
    # Two at a time: such tests wait for a browser or a build half of their time.
    command += ["--numprocesses=2", "--dist=worksteal", folder]
    return Suite(name, command, lambda: junit(report), minutes)


def suites() -> list[Suite]:
    scripts = sorted(
        str(path.relative_to(ROOT))
        for folder in ("Tests", "site-templates")
        for pattern in ("*.test.js", "*.test.mjs")
        for path in (ROOT / folder).rglob(pattern)
    )
    swift, node = RESULTS / "swift.xml", RESULTS / "node.tap"
    return [
        Suite("lint", ["make", "--no-print-directory", "lint"], lambda: Counts(passed=1), 10),
        Suite(
            "node",
            ["node", "--test", "--test-reporter=tap", f"--test-reporter-destination={node}"]
            + ["--test-reporter=spec", "--test-reporter-destination=stdout", *scripts],
            lambda: tap(node),
            10,
        ),
        Suite(
            "swift",
            [os.environ.get("SWIFT", "swift"), "test", f"--xunit-output={swift}"],
            lambda: junit(swift, swift.with_name("swift-swift-testing.xml")),
            40,
        ),
        pytest("site", "Tests/site", 20),
        pytest("browser", "Tests/browser", 30),
    ]


def run(suite: Suite) -> Counts:
    """Runs one suite in a process group of its own, so that its time limit reaches its children too."""
    print(f"\n=== {suite.name}: {' '.join(suite.command)}", flush=True)
    process = subprocess.Popen(suite.command, cwd=ROOT, start_new_session=True)
    try:
        status = process.wait(timeout=suite.minutes * 60)
    except subprocess.TimeoutExpired:
        print(f"{suite.name}: stopped after {suite.minutes} minutes", flush=True)
        os.killpg(process.pid, signal.SIGKILL)
        status = process.wait()
    except BaseException:
        os.killpg(process.pid, signal.SIGKILL)
        raise
    try:
        counts = suite.count() if status == 0 or suite.name != "lint" else Counts()
    except ElementTree.ParseError:
        counts = Counts()
    if (status != 0 and counts.failed == 0) or counts == Counts():
        counts.failed += 1
    return counts


def main(names: list[str]) -> int:
    chosen = [suite for suite in suites() if not names or suite.name in names]
    unknown = set(names) - {suite.name for suite in suites()}
    if unknown:
        print(f"no such suite: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    RESULTS.mkdir(parents=True, exist_ok=True)
    for old in RESULTS.iterdir():
        if old.is_file():
            old.unlink()
    total, rows = Counts(), []
    for suite in chosen:
        start = time.monotonic()
        counts = run(suite)
        rows.append(f"{suite.name:10} {counts}, {time.monotonic() - start:.0f} s")
        total += counts
    print("\n" + "\n".join(rows))
    print(total)
    (RESULTS / "summary.txt").write_text(f"{total}\n", encoding="utf-8")
    return 1 if total.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
