"""Made-up surveys as content folders."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

DISCLOSURE = """\
disclosure:
  sponsor: Ban A
  conductor: Ban A
  population: Người lớn
  sampling: {sampling}
  mode: Phiếu
  sample-size: {size}
  weighting: none
  instrument: Phiếu
  processing: Nhập hai lần
  limitations: Không có
"""


@dataclass
class Table:
    """A question by one grouping; `counts` by answer, then group. `bases` where more may be chosen."""

    id: str
    question: str
    counts: list[list[int]]
    by: str = "nhóm"
    answers: str = "one"
    bases: list[int] | None = None
    extra: str = ""
    # Where its groups are parts of those of another table of the question: that grouping, and the group of each.
    within: tuple[str, list[int]] | None = None

    @property
    def group_bases(self) -> list[int]:
        return self.bases or [sum(row[column] for row in self.counts) for column in range(len(self.counts[0]))]

    @property
    def base(self) -> int:
        return sum(self.group_bases)

    def csv(self) -> str:
        columns = range(len(self.counts[0]))
        lines = ["Trả lời;" + ";".join(f"{self.by} {column + 1}" for column in columns)]
        lines += [f"Ý {row + 1};" + ";".join(map(str, line)) for row, line in enumerate(self.counts)]
        if self.bases:
            lines.append("base;" + ";".join(map(str, self.bases)))
        return "\n".join(lines) + "\n"

    @property
    def true(self) -> list[list[int]]:
        """With all respondents first, as the site prints it."""
        rows = [[sum(row), *row] for row in self.counts]
        return rows if len(self.counts[0]) > 1 else [row[:1] for row in rows]

    @property
    def true_bases(self) -> list[int]:
        bases = [self.base, *self.group_bases]
        return bases if len(self.counts[0]) > 1 else bases[:1]


def write(folder: Path, name: str, tables: list[Table], *, sampling: str = "quota", audience: str = "public", head: str = "") -> None:
    findings = folder / "findings"
    findings.mkdir(parents=True, exist_ok=True)
    size = max(table.base for table in tables)
    text = f"---\nform: survey\ntitle: Điều tra {name}\nconducted: {{from: 2024-03-01}}\naudience: {audience}\n{head}"
    text += DISCLOSURE.format(sampling=sampling, size=size) + "tables:\n"
    for table in tables:
        data = f"{name}-{table.id}.csv"
        text += f'  - {{id: {table.id}, question: "{table.question}", data: {data}, by: {table.by}, answers: {table.answers}{table.extra}}}\n'
        (findings / data).write_text(table.csv(), encoding="utf-8")
    (findings / f"{name}.md").write_text(text + "---\n", encoding="utf-8")


def parted(rng: random.Random, total: int, groups: int) -> list[int]:
    """So many respondents thrown into groups of unequal weight."""
    counts = [0] * groups
    for _ in range(total):
        counts[min(groups - 1, int(rng.random() ** 1.6 * groups))] += 1
    return counts


def made_up(rng: random.Random) -> list[Table]:
    """One to three tables: a question by two groupings that share its totals, and one of several answers."""
    rows, columns = rng.randint(2, 6), rng.randint(2, 5)
    low, high = rng.choice([(0, 20), (4, 40), (10, 90)])
    counts = [[rng.randint(0, 12) if rng.random() < 0.25 else rng.randint(low, high) for _ in range(columns)] for _ in range(rows)]
    if sum(map(sum, counts)) < 40:
        counts[0][0] += 40
    tables = [Table("q1", "Câu 1", counts)]
    totals = [sum(row) for row in counts]
    if rng.random() < 0.6:
        groups = rng.randint(2, 4)
        tables.append(Table("q1b", "Câu 1", [parted(rng, total, groups) for total in totals], by="tuổi"))
    if rng.random() < 0.4:
        bases = tables[0].group_bases
        tables.append(Table("q2", "Câu 2", [[rng.randint(0, base) for base in bases] for _ in range(rng.randint(1, 3))], answers="several", bases=bases))
    return tables


def merged(table: Table, id: str, by: str, belongs: list[int]) -> Table:
    """The same question by groups that are made of those of `table`."""
    groups = range(max(belongs) + 1)
    sums = lambda row: [sum(count for count, group in zip(row, belongs) if group == wanted) for wanted in groups]  # noqa: E731
    return Table(id, table.question, [sums(row) for row in table.counts], by=by, answers=table.answers, bases=table.bases and sums(table.bases))


def nested(rng: random.Random) -> list[Table]:
    """One or two questions by communes, by the districts that these lie in, and sometimes by what districts lie in."""
    communes, districts = rng.randint(5, 9), rng.randint(2, 4)
    belongs = list(range(districts)) + [rng.randrange(districts) for _ in range(communes - districts)]
    belongs = sorted(belongs) if rng.random() < 0.6 else rng.sample(belongs, communes)
    low, high = rng.choice([(0, 20), (4, 40), (10, 90)])
    counts = [[rng.randint(0, 12) if rng.random() < 0.15 else rng.randint(low, high) for _ in range(communes)] for _ in range(rng.randint(2, 5))]
    counts[0][0] += 40
    fine = [Table("q1", "Câu 1", counts, by="xã", within=("huyện", belongs))]
    if rng.random() < 0.4:
        bases = fine[0].group_bases
        chosen = [[rng.randint(0, base) for base in bases] for _ in range(rng.randint(1, 2))]
        fine.append(Table("q2", "Câu 2", chosen, by="xã", answers="several", bases=bases, within=("huyện", belongs)))
    tables = list(fine)
    above = [0] + [rng.randrange(2) for _ in range(districts - 2)] + [1]
    for table in fine:
        middle = merged(table, table.id + "h", "huyện", belongs)
        tables.append(middle)
        if districts > 2 and above != [0, 1]:
            middle.within = ("tỉnh", above)
            tables.append(merged(middle, table.id + "t", "tỉnh", above))
    if rng.random() < 0.4:
        totals = [sum(row) for row in counts]
        tables.append(Table("q1n", "Câu 1", [parted(rng, total, 3) for total in totals], by="tuổi"))
    rng.shuffle(tables)
    return tables
