"""An independent attacker: given everything that a site prints of a survey, can a withheld figure be reckoned?

Knows nothing of how the command chooses what to withhold. Every count is a whole number from 0 on; tables of one question share
their totals; a printed share is the count over the base, rounded. An integer solver (HiGHS, through SciPy) looks for a
second value of each withheld figure.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix


@dataclass
class Printed:
    """A published table: counts and shares, None where withheld; the last row are the bases."""

    groups: list[str]
    answers: list[str]
    counts: list[list[int | None]]
    shares: list[list[float | None]]
    bases: list[int | None]


def printed(path: Path) -> Printed:
    """Reads a table that the site offers for download."""
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    header = rows[0]
    starts = [index for index, name in enumerate(header) if name.endswith(": số người")]
    number = lambda text: int(text) if text else None  # noqa: E731
    share = lambda text: float(text) if text else None  # noqa: E731
    body, base = rows[1:-1], rows[-1]
    return Printed(
        groups=[header[index].removesuffix(": số người") for index in starts],
        answers=[row[0] for row in body],
        counts=[[number(row[index]) for index in starts] for row in body],
        shares=[[share(row[index + 1]) for index in starts] for row in body],
        bases=[number(base[index]) for index in starts],
    )


@dataclass
class System:
    """Whole numbers that are not negative, equations and bounds between them."""

    names: dict[object, int] = field(default_factory=dict)
    rows: list[tuple[dict[int, float], float, float]] = field(default_factory=list)
    fixed: dict[int, int] = field(default_factory=dict)

    def variable(self, name: object) -> int:
        return self.names.setdefault(name, len(self.names))

    def equal(self, total: int, parts: list[int]) -> None:
        terms = {total: -1.0}
        for part in parts:
            terms[part] = terms.get(part, 0.0) + 1.0
        self.rows.append((terms, 0.0, 0.0))

    def between(self, terms: dict[int, float], low: float, high: float) -> None:
        self.rows.append((terms, low, high))

    def fix(self, variable: int, value: int) -> None:
        assert self.fixed.setdefault(variable, value) == value, "two printed figures of one count differ"

    def extreme(self, variable: int, sign: int) -> int | None:
        """The largest (sign 1) or smallest (-1) value that fits everything; None when there is no bound to it."""
        count = len(self.names)
        cost = np.zeros(count)
        cost[variable] = -sign
        low, high = np.zeros(count), np.full(count, 1e6)
        for index, value in self.fixed.items():
            low[index] = high[index] = value
        data, columns, starts, lows, highs = [], [], [0], [], []
        for terms, least, most in self.rows:
            data += terms.values()
            columns += terms.keys()
            starts.append(len(data))
            lows.append(least)
            highs.append(most)
        matrix = csr_matrix((data, columns, starts), shape=(len(self.rows), count))
        result = milp(cost, constraints=LinearConstraint(matrix, lows, highs), integrality=np.ones(count), bounds=Bounds(low, high))
        assert result.status == 0, f"the printed figures contradict each other: {result.message}"
        return round(result.x[variable])

    def has_second_value(self, variable: int, true: int) -> bool:
        return self.extreme(variable, 1) != true or self.extreme(variable, -1) != true


@dataclass
class Attack:
    """Everything printed of one survey; `tables` in the order they are added."""

    system: System = field(default_factory=System)
    withheld: dict[int, int] = field(default_factory=dict)

    def add(self, question: str, grouping: str, table: Printed, true: list[list[int]], true_bases: list[int], exclusive: bool = True) -> None:
        """`true`: by answer, all respondents first; `true_bases` likewise."""
        system = self.system
        groups = range(1, len(table.groups))
        base = [system.variable((question, "base"))] + [system.variable((question, grouping, "base", group)) for group in groups]
        cells = []
        for row in range(len(table.answers)):
            line = [system.variable((question, "total", row))]
            line += [system.variable((question, grouping, row, group)) for group in groups]
            cells.append(line)
            if groups:
                system.equal(line[0], line[1:])
        if groups:
            system.equal(base[0], base[1:])
        for column in range(len(table.groups)):
            if exclusive:
                system.equal(base[column], [line[column] for line in cells])
            else:
                for line in cells:
                    system.between({line[column]: 1.0, base[column]: -1.0}, -1e6, 0)
            self._see(base[column], table.bases[column], true_bases[column])
            for row, line in enumerate(cells):
                self._see(line[column], table.counts[row][column], true[row][column])
                share = table.shares[row][column]
                if share is not None:
                    # share - 0.05 <= 100 count / base <= share + 0.05
                    system.between({line[column]: 100.0, base[column]: -(share - 0.0501)}, 0, 1e9)
                    system.between({line[column]: 100.0, base[column]: -(share + 0.0501)}, -1e9, 0)

    def nest(self, question: str, fine: str, coarse: str, belongs: list[int], answers: int) -> None:
        """What everybody knows: which groups make up which; all of `belongs`, by group of the fine grouping."""
        for row in [*range(answers), "base"]:
            name = lambda grouping, group: (question, grouping, *((row, group) if row != "base" else ("base", group)))  # noqa: B023, E731
            for wanted in set(belongs):
                parts = [self.system.variable(name(fine, group + 1)) for group, found in enumerate(belongs) if found == wanted]
                self.system.equal(self.system.variable(name(coarse, wanted + 1)), parts)

    def _see(self, variable: int, value: int | None, true: int) -> None:
        if value is None:
            self.withheld[variable] = true
        else:
            assert value == true, "a printed count is not the true one"
            self.system.fix(variable, value)

    def reckoned(self) -> list[object]:
        """Withheld figures that everything printed leaves only one value for."""
        names = {index: name for name, index in self.system.names.items()}
        return [names[variable] for variable, true in self.withheld.items() if not self.system.has_second_value(variable, true)]
