#!/usr/bin/env python3
"""Measures what it costs to decide which figures of large surveys are withheld.

    surveys_bench.py [--seeds 3]

Four shapes, each of one sample: 20 questions by one grouping of 12, 40 by one of 63, 20 both by 63 groups and by the 8 that
these lie in, and one table of 10 answers by 300 groups. CPU seconds of `tracuu build`, without those of a build of
the same site without findings; the greatest of the seeds.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests"))

from harness.surveys import Table, write  # noqa: E402

BINARY = Path(os.environ.get("TRACUU", ROOT / ".build" / "release" / "tracuu"))
ANSWERS = 5


def sample(rng: random.Random, people: int, groups: int) -> list[int]:
    """The group of each respondent; small and large groups."""
    weights = [rng.random() ** 1.5 + 0.05 for _ in range(groups)]
    return rng.choices(range(groups), weights, k=people)


def counted(rng: random.Random, homes: list[int], groups: int, answers: int) -> list[list[int]]:
    leaning = [rng.random() + 0.05 for _ in range(answers)]
    counts = [[0] * groups for _ in range(answers)]
    for home in homes:
        counts[rng.choices(range(answers), leaning)[0]][home] += 1
    return counts


def many_questions(rng: random.Random, folder: Path) -> None:
    homes = sample(rng, 1500, 12)
    write(folder, "s", [Table(f"t{n}", f"Câu hỏi {n}?", counted(rng, homes, 12, ANSWERS)) for n in range(20)])


def forty_questions(rng: random.Random, folder: Path) -> None:
    homes = sample(rng, 6000, 63)
    write(folder, "s", [Table(f"t{n}", f"Câu hỏi {n}?", counted(rng, homes, 63, ANSWERS)) for n in range(40)])


def provinces(rng: random.Random, folder: Path) -> None:
    homes = sample(rng, 6000, 63)
    regions = [rng.randrange(8) for _ in range(63)]
    tables = []
    for number in range(20):
        # The same answers by both groupings.
        counts = counted(rng, homes, 63, ANSWERS)
        by_region = [[sum(row[p] for p in range(63) if regions[p] == r) for r in range(8)] for row in counts]
        tables.append(Table(f"p{number}", f"Câu hỏi {number}?", counts, by="tỉnh"))
        tables.append(Table(f"v{number}", f"Câu hỏi {number}?", by_region, by="vùng"))
    parts = "".join(f"Vùng {r + 1}: [{', '.join(f'Tỉnh {p + 1}' for p in range(63) if regions[p] == r)}], " for r in range(8))
    stated = f"groupings: {{tỉnh: {{within: vùng, map: {{{parts.replace('Vùng', 'vùng').replace('Tỉnh', 'tỉnh').rstrip(', ')}}}}}}}\n"
    write(folder, "s", tables, head=stated)


def wide(rng: random.Random, folder: Path) -> None:
    homes = sample(rng, 20000, 300)
    write(folder, "s", [Table("t", "Câu hỏi?", counted(rng, homes, 300, 10))])


SHAPES = {"20 questions × 12 groups": (many_questions, 2), "40 questions × 63 groups": (forty_questions, 20),
          "20 questions × 63 groups in 8": (provinces, 20), "10 answers × 300 groups": (wide, 10)}


def cpu(content: Path, site: Path) -> float:
    before = os.times()
    done = subprocess.run([BINARY, "build", "--content", content, "--templates", ROOT / "site-templates", "--output", site, "--quiet"],
                          capture_output=True, text=True)  # fmt: skip
    after = os.times()
    if done.returncode:
        sys.exit(done.stderr)
    return after.children_user - before.children_user + after.children_system - before.children_system


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seeds", type=int, default=3)
    seeds = options.parse_args().seeds
    print("| survey | CPU s | bound |\n|---|--:|--:|")
    for name, (make, bound) in SHAPES.items():
        most = 0.0
        for seed in range(seeds):
            with tempfile.TemporaryDirectory() as folder:
                content, empty = Path(folder, "content"), Path(folder, "empty")
                for each in (content, empty):
                    each.mkdir()
                    (each / "site.yml").write_text("title: Đo\n", encoding="utf-8")
                make(random.Random(seed), content)
                most = max(most, cpu(content, Path(folder, "site")) - cpu(empty, Path(folder, "nothing")))
        print(f"| {name} | {most:.2f} | {bound} |", flush=True)


if __name__ == "__main__":
    main()
