"""A reader with a solver: everything printed of a survey, and what everybody knows of what the figures count.

Builds nothing of what the command uses. An unknown is the number of people with one value of a question's attribute and one of a
grouping's, at the finest level; what the tables print are sums of these."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from harness.disclosure import Printed, printed
from harness.population import PublishedTable, Survey
from harness.solver import Unknowns


@dataclass
class Reader:
    survey: Survey
    seen: dict[object, int] = field(default_factory=dict)
    withheld: dict[object, int] = field(default_factory=dict)
    # By figure that a table withholds, the tables that could print it.
    tables: dict[int, set[str]] = field(default_factory=dict)
    readings: list[tuple[Path, PublishedTable]] = field(default_factory=list)
    cells: int = 0
    hidden_cells: int = 0

    def __post_init__(self) -> None:
        self.system = Unknowns(most=len(self.survey.sample))
        # The attributes that each question is published by; None for the bases.
        self.parts: dict[tuple, set[str]] = {}
        for table in self.survey.tables:
            asked = self._asked(table)
            attributes = {table.column.attribute} if table.column else set()
            if attributes & {"tỉnh", "vùng"}:
                attributes |= {"tỉnh", "vùng"}
            self.parts.setdefault((asked, table.attribute), set()).update(attributes)
        everything = set().union(*self.parts.values())
        for (asked, question), attributes in list(self.parts.items()):
            self.parts.setdefault((asked, None), set()).update(everything)
            if asked:
                self.parts.setdefault(((), asked[0]), set()).update(everything)
        self.values: dict[str | None, list[str | None]] = {None: [None]}
        for person in self.survey.sample:
            for key, value in person.items():
                if value not in self.values.setdefault(key, []):
                    self.values[key].append(value)
        # Answers and groups that nobody is in are unknown as well.
        for table in self.survey.tables:
            lists = [(table.attribute, table.rows.values()), *([(table.column.attribute, table.column.groups.values())] if table.column else [])]
            for attribute, groups in lists:
                for value in [value for group in groups for value in group]:
                    if value not in self.values[attribute]:
                        self.values[attribute].append(value)
        self.home = {province: self.survey.home[province] for province in self.values.get("tỉnh", [])}
        self._relate()

    @staticmethod
    def _asked(table: PublishedTable) -> tuple:
        return tuple((key, *values) for key, values in table.asked.items())[0] if table.asked else ()

    def _unknown(self, asked: tuple, question: str | None, answer: str | None, attribute: str | None, value: str | None) -> int:
        return self.system.unknown((asked, question, answer, attribute, value))

    def _relate(self) -> None:
        for (asked, question), attributes in self.parts.items():
            for answer in self.values[question]:
                for attribute in attributes:
                    self.system.equal(self._unknown(asked, question, answer, None, None),
                                      [self._unknown(asked, question, answer, attribute, value) for value in self.values[attribute]])  # fmt: skip
                if {"tỉnh", "vùng"} <= attributes:
                    for region in self.values["vùng"]:
                        inner = [self._unknown(asked, question, answer, "tỉnh", p) for p, r in self.home.items() if r == region]
                        self.system.equal(self._unknown(asked, question, answer, "vùng", region), inner)
            for attribute in [None, *attributes]:
                for value in self.values[attribute]:
                    if question is not None:
                        self.system.equal(self._unknown(asked, None, None, attribute, value),
                                          [self._unknown(asked, question, answer, attribute, value) for answer in self.values[question]])  # fmt: skip
                    elif asked:
                        self.system.equal(self._unknown(asked, None, None, attribute, value),
                                          [self._unknown((), asked[0], answer, attribute, value) for answer in asked[1:]])  # fmt: skip

    def _figure(self, table: PublishedTable, answers: list[str | None], values: list[str] | None) -> int:
        """People of these answers and groups among those whom the table counts."""
        question = None if answers == [None] else table.attribute
        attribute = table.column.attribute if table.column else None
        if values is None:
            values = [value for value in self.values[attribute] if value != ""]
        name = ("sum", self._asked(table), question, tuple(sorted(map(str, answers))), attribute, tuple(sorted(map(str, values))))
        fresh = name not in self.system.names
        figure = self.system.unknown(name)
        if fresh:
            known = [value for value in values if value in self.values[attribute]]
            parts = [self._unknown(self._asked(table), question, answer, attribute, value)
                     for answer in answers if answer in self.values[question] for value in known]  # fmt: skip
            self.system.equal(figure, parts)
        return figure

    def read(self, site: Path, table: PublishedTable) -> None:
        """Takes in a table as it is printed: the download, and that the page shows no more."""
        self.readings.append((site, table))
        seen = printed(site / "ket-qua" / table.record / f"{table.id}.csv")
        groups: list[list[str] | None] = [None, *(table.column.groups.values() if table.column else [])]
        names = ["Tất cả", *(table.column.groups if table.column else [])]
        people = table.people(self.survey.sample)
        attribute = table.column.attribute if table.column else None

        def true(values: list[str] | None, group: list[str] | None) -> int:
            return sum((values is None or p[table.attribute] in values) and (group is None or p[attribute] in group) for p in people)

        assert seen.groups == names, (seen.groups, names)
        rows = {**table.rows}
        for row, answer in enumerate(seen.answers):
            for column, group in enumerate(groups):
                self._note(table, self._figure(table, rows[answer], group), seen.counts[row][column], true(rows[answer], group))
                self.cells += 1
                self.hidden_cells += seen.counts[row][column] is None
        for column, group in enumerate(groups):
            self._note(table, self._figure(table, [None], group), seen.bases[column], true(None, group))
        self._compare(site, table, seen)

    def _compare(self, site: Path, table: PublishedTable, seen: Printed) -> None:
        """Page and pictures print the counts, bases and shares of the download, and no others."""
        page = (site / "ket-qua" / table.record / "index.html").read_text(encoding="utf-8")
        start = page.index(f'id="bang-{table.id}"')
        following = page.find('id="bang-', start + 10)
        part = page[start : following if following > 0 else len(page)]
        number = lambda text: int(text.replace(".", ""))  # noqa: E731
        assert {number(found) for found in re.findall(r"n = ([\d.]+)", part)} <= {base for base in seen.bases if base is not None}
        shares = {share for row in seen.shares for share in row if share is not None} | self._limits(part)
        # Marks of axes have no decimals; shares on few respondents have none either, and stand in the words beside the picture.
        words = re.sub(r"<svg.*?</svg>", " ", part, flags=re.DOTALL)
        drawn = " ".join(found for found in re.findall(r"\d+,\d%", part))
        for text in re.findall(r"(?<![–\d,])(\d+(?:,\d)?)%", f"{words} {drawn}".replace("95% theo", "")):
            share = float(text.replace(",", "."))
            assert any(abs(share - known) < 0.06 or "," not in text and abs(share - known) < 0.56 for known in shares), (table.id, share)
        if None in seen.bases:
            assert "cỡ mẫu hiệu dụng" not in part or "sẽ làm lộ" in part

    @staticmethod
    def _limits(part: str) -> set[float]:
        return {float(text.replace(",", ".")) for pair in re.findall(r"(\d+(?:,\d)?)–(\d+(?:,\d)?)%", part) for text in pair}

    def _note(self, table: PublishedTable, figure: int, value: int | None, true: int) -> None:
        self.tables.setdefault(figure, set()).add(table.id)
        if value is None:
            self.withheld[figure] = true
        else:
            assert value == true, "a printed count is not the true one"
            self.system.fix(figure, value)

    def broken(self, width: int, small_alone: bool = False) -> list[str]:
        """Withheld figures whose range is narrower than the protection; of those below it alone, where it is asked so.

        Where a range is as narrow without the tables that could print the figure, they tell nothing of it: of six people who left a
        question out, nobody can be in doubt about more than six."""
        names = {index: name for name, index in self.system.names.items()}
        ranges = self.system.ranges(list(self.withheld), width)
        found = []
        for figure, (low, high) in ranges.items():
            true = self.withheld[figure]
            if high - low >= width or small_alone and true >= width:
                continue
            if high - low < self._width_without(self.tables[figure], names[figure], high - low + 1):
                found.append(f"{names[figure]} = {true}: {low} to {high}")
        return found

    def _width_without(self, tables: set[str], name: object, enough: int) -> int:
        """How wide a figure's range is, as far as `enough`, for a reader who never saw some tables."""
        other = Reader(self.survey)
        for site, table in self.readings:
            if table.id not in tables:
                other.read(site, table)
        figure = other.system.unknown(name)
        if figure not in other.tables:
            # No other table prints it, but what it is made of is known.
            equation = next(terms for terms, _ in self.system.equations if (self.system.names[name], -1) in terms)
            own = {index: part for part, index in self.system.names.items()}
            other.system.equal(figure, [other.system.unknown(own[part]) for part, factor in equation if factor == 1])
        if figure in other.system.fixed:
            return 0
        low, high = other.system.ranges([figure], enough)[figure]
        return high - low
