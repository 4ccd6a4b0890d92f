"""Made-up samples of people, and the surveys that publish tables of them: everything that ties figures together occurs.

Every table counts sets of respondents, so that an attacker who knows what a figure counts knows every equation."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path

from harness.surveys import DISCLOSURE

Respondent = dict[str, str]


@dataclass
class Column:
    """A grouping: the attribute that it parts respondents by, and the values that make up each group."""

    by: str
    attribute: str
    groups: dict[str, list[str]]


@dataclass
class PublishedTable:
    record: str
    id: str
    question: str
    attribute: str
    # By row, the values of the attribute that it counts.
    rows: dict[str, list[str]]
    column: Column | None
    # Who is asked: attribute and values; nobody is left out where it is empty.
    asked: dict[str, list[str]] = field(default_factory=dict)
    nets: dict[str, list[str]] = field(default_factory=dict)
    filter: tuple[str, list[str]] | None = None
    weights: bool = False

    def people(self, sample: list[Respondent]) -> list[Respondent]:
        return [
            person for person in sample
            if all(person[key] in values for key, values in self.asked.items()) and person[self.attribute] != ""
            and (self.column is None or person[self.column.attribute] != "")
        ]  # fmt: skip

    def counts(self, sample: list[Respondent]) -> list[list[int]]:
        people = self.people(sample)
        groups = list(self.column.groups.values()) if self.column else [None]
        return [
            [sum(p[self.attribute] in values and (group is None or p[self.column.attribute] in group) for p in people) for group in groups]
            for values in self.rows.values()
        ]


@dataclass
class Survey:
    name: str
    sample: list[Respondent]
    tables: list[PublishedTable]
    groupings: str = ""
    audiences: dict[str, str] = field(default_factory=dict)
    # The region of each province, as everybody knows it.
    home: dict[str, str] = field(default_factory=dict)
    # How many of the tables each release adds.
    releases: list[list[str]] = field(default_factory=list)


def survey(rng: random.Random, name: str) -> Survey:
    """A sample with regions, provinces, sex, two age splits; a scale with a net, a yes/no with a filtered question."""
    size = rng.choice([150, 300, 500, 900])
    provinces = [f"T{index:02}" for index in range(rng.choice([5, 8, 12]))]
    regions = [f"V{index}" for index in range(rng.choice([2, 3, 4]))]
    home = {province: regions[index % len(regions)] for index, province in enumerate(rng.sample(provinces, len(provinces)))}
    weight = {province: rng.random() ** 1.5 + 0.1 for province in provinces}
    scale = ["Rất tốt", "Tốt", "Vừa", "Kém", "Khó nói"]
    silent = rng.choice([0, 0, 0.01])
    ages = ["18-29", "30-44", "45-59", "60+"]
    leaning = [rng.random() + 0.05 for _ in scale]
    leaning[rng.randrange(5)] = 0.04
    sample = []
    for _ in range(size):
        province = rng.choices(provinces, [weight[p] for p in provinces])[0]
        knows = "Có" if rng.random() < 0.8 else "Không"
        sample.append({
            "tỉnh": province, "vùng": home[province], "giới": "" if rng.random() < silent else rng.choice(["Nam", "Nữ", "Nữ"]),
            "tuổi": rng.choices(ages, [0.3, 0.4, 0.25, 0.05])[0], "thang": rng.choices(scale, leaning)[0], "biết": knows,
            "kênh": rng.choices(["Loa", "Báo", "Mạng"], [5, 3, rng.choice([0.2, 2])])[0],
        })  # fmt: skip
    shuffled = lambda items: rng.sample(items, len(items))  # noqa: E731
    each = lambda items: {item: [item] for item in shuffled(items)}  # noqa: E731
    columns = {
        "tỉnh": lambda: Column("tỉnh", "tỉnh", each(provinces)),
        "vùng": lambda: Column("vùng", "vùng", each(regions)),
        "giới": lambda: Column("giới", "giới", each(["Nam", "Nữ"])),
        "tuổi": lambda: Column("tuổi", "tuổi", each(ages)),
        "lứa": lambda: Column("lứa tuổi", "tuổi", {"18-29": ["18-29"], "30 trở lên": ["30-44", "45-59", "60+"]}),
    }
    tables: list[PublishedTable] = []
    records = [f"{name}-{part}" for part in range(rng.choice([1, 2, 3]))]
    net = rng.random() < 0.4
    for number, key in enumerate(rng.sample(list(columns), rng.randint(2, 4))):
        rows: dict[str, list[str]] = each(scale)
        nets = {}
        if net and number == 0:
            rows["Tốt (gộp)"] = ["Rất tốt", "Tốt"]
            nets = {"Tốt (gộp)": ["Rất tốt", "Tốt"]}
        tables.append(PublishedTable(rng.choice(records), f"a{number}", "Thấy thế nào?", "thang", rows, columns[key](), nets=nets))
    tables.append(PublishedTable(records[0], "b", "Có biết không?", "biết", each(["Có", "Không"]), columns[rng.choice(["vùng", "tuổi", "giới"])]()))
    if rng.random() < 0.5:
        key = rng.choice([tables[-1].column.attribute, "vùng"])
        key = {"tuổi": "tuổi", "giới": "giới"}.get(key, "vùng")
        tables.append(PublishedTable(records[0], "c", "Biết từ đâu?", "kênh", each(["Loa", "Báo", "Mạng"]), columns[key](),
                                     asked={"biết": ["Có"]}, filter=("b", ["Có"])))  # fmt: skip
    if rng.random() < 0.3:
        tables.append(PublishedTable(records[-1], "d", "Thấy thế nào, gộp?", "thang",
                                     {"Tốt chung": ["Rất tốt", "Tốt"], "Còn lại": ["Vừa", "Kém", "Khó nói"]}, columns[rng.choice(["vùng", "tuổi"])]()))  # fmt: skip
    used = {table.column.by for table in tables if table.column}
    maps = []
    if rng.random() < 0.5 and {"tỉnh", "vùng"} <= used:
        inner = ", ".join(f"{region}: [{', '.join(p for p in provinces if home[p] == region)}]" for region in regions if region in home.values())
        maps.append(f"tỉnh: {{within: vùng, map: {{{inner}}}}}")
    maps += ["tuổi: {within: lứa tuổi}" if {"tuổi", "lứa tuổi"} <= used else "tuổi: {within: none}"]
    maps += [f"{by}: {{within: none}}" for by in ("vùng", "giới", "lứa tuổi")]
    if "vùng" not in used:
        maps.append("tỉnh: {within: none}")
    made = Survey(name, sample, tables, "groupings: {" + ", ".join(maps) + "}\n" if maps else "")
    made.home = home
    made.audiences = {record: "internal" if index and rng.random() < 0.3 else "public" for index, record in enumerate(records)}
    order = rng.sample(records[1:], len(records) - 1)
    made.releases = [[records[0]], *[[record] for record in order]] if rng.random() < 0.4 else [records]
    return made


def state_provinces(survey: Survey) -> None:
    """As an editor does who is asked whether the counts of provinces and regions add up by chance."""
    provinces: dict[str, set[str]] = {}
    for person in survey.sample:
        provinces.setdefault(person["vùng"], set()).add(person["tỉnh"])
    inner = ", ".join(f"{region}: [{', '.join(sorted(own))}]" for region, own in sorted(provinces.items()))
    used = {table.column.by for table in survey.tables if table.column}
    answer = f"tỉnh: {{within: vùng, map: {{{inner}}}}}" if "vùng" in used else "tỉnh: {within: none}"
    assert "tỉnh:" not in survey.groupings, survey.groupings
    survey.groupings = survey.groupings.replace("groupings: {", f"groupings: {{{answer}, ")


def write(survey: Survey, content: Path, records: list[str]) -> None:
    """The survey's records of a release, into a content folder."""
    findings = content / "findings"
    findings.mkdir(parents=True, exist_ok=True)
    for record in records:
        own = [table for table in survey.tables if table.record == record]
        if not own:
            continue
        text = f"---\nform: survey\ntitle: Điều tra {record}\nconducted: {{from: 2024-03-01}}\naudience: {survey.audiences[record]}\n"
        text += f"survey: {survey.name}\n{survey.groupings}"
        text += DISCLOSURE.format(sampling="probability", size=len(survey.sample)) + "tables:\n"
        for table in own:
            data = f"{record}-{table.id}.csv"
            by = f", by: {table.column.by}" if table.column else ""
            extra = ""
            if table.nets:
                extra += ", nets: {" + ", ".join(f"{net}: [{', '.join(parts)}]" for net, parts in table.nets.items()) + "}"
            if not table.filter:
                extra += ", filter: none"
            if table.filter:
                extra += f", filter: {{question: {table.filter[0]}, answers: [{', '.join(table.filter[1])}]}}"
            text += f'  - {{id: {table.id}, question: "{table.question}", data: {data}{by}{extra}}}\n'
            lines = [";".join(["Trả lời", *(table.column.groups if table.column else ["Số người"])])]
            lines += [";".join([row, *map(str, counts)]) for row, counts in zip(table.rows, table.counts(survey.sample))]
            (findings / data).write_text("\n".join(lines) + "\n", encoding="utf-8")
        (findings / f"{record}.md").write_text(text + "---\n", encoding="utf-8")


SITE = """\
title: T
audiences:
  - {id: internal, name: I}
  - {id: public, name: P}
editions:
  - {id: public, audience: public}
  - {id: internal, audience: internal}
"""
