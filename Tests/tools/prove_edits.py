#!/usr/bin/env python3
"""Grows a collection, edits every field of it, and compares each published site with a clean build, file by file.

    prove_edits.py [--records 80] [--only summary,title] [--edition public]
    prove_edits.py --content FOLDER --random 100 [--seed 1]

The fields come from `tracuu schema`, so that one that was just added is edited too. What was made again, and because of
which fact, is printed for each edit. Ends with 1 at the first difference and names the files that differ.

With --random, any collection is edited at random instead: words, fields, numbers and dates, records that come, go or are
renamed, several at once.
"""

from __future__ import annotations

import argparse
import filecmp
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BINARY = Path(os.environ.get("TRACUU", ROOT / ".build" / "release" / "tracuu"))
SYLLABLES = "ba ca chi dan dong giang hai kinh lam minh ngoc phong quan son thanh tinh uyen viet xuan yen".split()


def grow(content: Path, records: int) -> list[Path]:
    """Adds records that relate to and cite one another, enough of them that the search index is cut into shards."""
    chance = random.Random(100)
    files = []
    for number in range(1, records + 1):
        words = [" ".join(chance.choices(SYLLABLES, k=200)) + "." for _ in range(4)]
        text = (
            f"---\nnumber: {700 + number}-KL/TW\ntype: ket-luan\nissuer: ban-bi-thu\ntitle: Bản thêm thứ {number}\n"
            f"issued: 2023-05-{number % 28 + 1:02}\nrelations: [{{type: implements, target: {701 + number}-KL/TW}}]\n"
            f"audience: public\n---\n\n## Điều 1. Phạm vi\n\n" + "\n\n".join(words) + "\n\n"
            f"Theo Kết luận số 100-KL/TW và Điều 1 Kết luận số {701 + number}-KL/TW.\n"
        )
        file = content / "directives" / f"them-{number}.md"
        file.write_text(text, encoding="utf-8")
        files.append(file)
    return files


def value(schema: dict, key: str) -> str:
    """A value as YAML that a field may have."""
    special = {
        "audience": "internal", "number": "990-KL/TW", "target": "kl-100-tw-2014", "type": "quy-dinh",
        "issuer": "[ban-bi-thu, bo-chinh-tri]", "letterhead": "bo-chinh-tri", "topics": "[van-thu]",
        "attachments": "[]", "former-ids": "[kl-990-tw-2020]", "kind": "guidance",
    }
    if key in special and not (key == "type" and "enum" in schema):
        return special[key]
    if "enum" in schema:
        return schema["enum"][-1]
    if "anyOf" in schema:
        return value(schema["anyOf"][0], "")
    if schema.get("type") == "array":
        return f"[{value(schema['items'], '')}]"
    if schema.get("type") == "object":
        return "{" + ", ".join(f"{name}: {value(inner, name)}" for name, inner in schema["properties"].items()) + "}"
    if "[0-9]{4}" in schema.get("pattern", ""):
        return "2024-02-03"
    if "integer" in schema.get("type", []):
        return "12" if "string" not in schema["type"] or schema.get("pattern") else "ma-moi"
    return '"Chữ mới, từ mới"'


def set_field(text: str, key: str, new: str | None) -> str:
    head, rest = text.split("\n---\n", 1)
    lines = [line for line in head.split("\n") if not line.startswith(f"{key}:")]
    if new is not None:
        lines.append(f"{key}: {new}")
    return "\n".join(lines) + "\n---\n" + rest


class RandomEdits:
    """Edits of a copy of a collection; the same seed makes the same."""

    def __init__(self, content: Path, seed: int):
        self.content, self.chance, self.count = content, random.Random(seed), 0

    def files(self) -> list[Path]:
        return sorted(path for folder in ("directives", "guidance") for path in (self.content / folder).glob("*.md"))

    def next(self) -> str:
        self.count += 1
        return "; ".join(self.one() for _ in range(self.chance.choice([1, 1, 1, 2, 3])))

    def one(self) -> str:
        file = self.chance.choice(self.files())
        text = file.read_text(encoding="utf-8")
        count, new = self.count, file.with_name(f"moi-{self.count}.md")
        kind = self.chance.choice(
            ["word"] * 4 + ["paragraph"] * 2 + ["cite", "title", "summary", "number", "issued", "topics", "status"]
            + ["copy"] * 3 + ["remove"] * 2 + ["rename"])
        head, body = text.split("\n---\n", 1)
        match kind:
            case "word":
                places = [place for place in range(len(body)) if body.startswith(" của ", place)]
                place = self.chance.choice(places) if places else len(body)
                body = body[:place] + f" chữ mới{count} của " + body[place + 5:]
            case "paragraph":
                body += f"\n\nĐoạn thêm thứ {count}, viết sau cùng.\n"
            case "cite":
                numbers = re.findall(r"\b\d+/\d{4}/[A-ZĐ][A-ZĐa-z0-9-]+", body) or ["80/2015/QH13"]
                body += f"\n\nTheo Điều 2 Nghị định số {self.chance.choice(numbers)}.\n"
            case "title":
                head = re.sub(r"(?m)^title: (\"?)", lambda found: f"title: {found[1]}Lần {count} ", head, count=1)
            case "number":
                head = re.sub(r"(?m)^number: (\"?)\d+", lambda found: f"number: {found[1]}{700 + count}", head, count=1)
            case "issued":
                head = re.sub(r"(?m)^issued: \"?\d{4}", f"issued: {2000 + count % 20}", head, count=1)
            case "summary" | "topics" | "status":
                value = {"summary": f"Tóm tắt {count}", "topics": "[]", "status": "{value: unverified}"}[kind]
                lines = [line for line in head.split("\n") if not line.startswith(f"{kind}:")]
                if f"{kind}:" not in head or len(lines) < len(head.split("\n")):
                    head = "\n".join(lines + [f"{kind}: {value}"])
            case "copy":
                head = re.sub(r"(?m)^number: (\"?)\d+", lambda found: f"number: {found[1]}{900 + count}", head, count=1)
                file = new
            case "remove":
                file.unlink()
                return f"remove {file.name}"
            case "rename":
                file.rename(new)
                return f"rename {file.name}"
        file.write_text(f"{head}\n---\n{body}", encoding="utf-8")
        return f"{kind} {file.name}"


def compare(content: Path, site: Path, extra: list[str], what: str) -> tuple[bool, list[str]]:
    """Publishes what was edited, and ends with 1 where a clean build comes to something else."""
    clean = site.with_name("clean")
    works, made = build(content, site, extra)
    for old in (clean, clean.with_name(".clean.spare")):
        shutil.rmtree(old, ignore_errors=True)
    works_clean, _ = build(content, clean, extra)
    if works != works_clean:
        sys.exit(f"{what}: one build has errors and the other has not")
    if works and (differing := differences(site, clean)):
        sys.exit(f"{what}: differ after the edit: {', '.join(differing[:20])}")
    return works, made


def edit_at_random(content: Path, site: Path, extra: list[str], count: int, seed: int) -> None:
    edits = RandomEdits(content, seed)
    published = alone = 0
    for number in range(1, count + 1):
        before = {path: path.read_bytes() for path in edits.files()}
        what = edits.next()
        works, made = compare(content, site, extra, f"seed {seed}, edit {number}, {what}")
        published, alone = published + works, alone + bool(made)
        came = f"{len(made)} made again" if made else "everything made" if works else "errors"
        print(f"{number}: {what}: {came}", flush=True)
        if not works:  # Taken back, so that errors do not pile up.
            for path in set(edits.files()) - before.keys():
                path.unlink()
            for path, old in before.items():
                if not path.exists() or path.read_bytes() != old:
                    path.write_bytes(old)
    print(f"{count} edits, {published} published, {alone} of them from what was kept: all as clean builds")


def build(content: Path, site: Path, options: list[str]) -> tuple[bool, list[str]]:
    command = [str(BINARY), "build", "--verbose", "--quiet", "--content", str(content), "--output", str(site)]
    command += ["--templates", str(ROOT / "site-templates"), "--as-of", "2026-11-30", *options]
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode == 0, [line for line in done.stderr.splitlines() if " vì " in line]


def differences(a: Path, b: Path) -> list[str]:
    files = {path.relative_to(root) for root in (a, b) for path in root.rglob("*") if path.is_file()}
    same, other, missing = filecmp.cmpfiles(a, b, map(str, files), shallow=False)
    return sorted(other + missing)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=80)
    parser.add_argument("--only", default="")
    parser.add_argument("--edition")
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    parser.add_argument("--random", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    schema = json.loads(subprocess.run([str(BINARY), "schema", "directive"], capture_output=True, check=True).stdout)
    fields = options.only.split(",") if options.only else list(schema["properties"])
    extra = ["--edition", options.edition or "all"]
    with tempfile.TemporaryDirectory() as folder:
        content, site = (Path(folder) / name for name in ("content", "site"))
        shutil.copytree(options.content, content)
        if options.random:
            if not build(content, site, extra)[0]:
                sys.exit("The collection does not build.")
            return edit_at_random(content, site, extra, options.random, options.seed)
        files = grow(content, options.records)
        if not build(content, site, extra)[0]:
            sys.exit("The grown collection does not build.")
        edits = [(key, value(schema["properties"][key], key)) for key in fields] + [("text", "")]
        for count, (key, new) in enumerate(edits):
            file = files[5 + count % (len(files) - 5)]
            original = file.read_text(encoding="utf-8")
            for text in (original + "\nMột câu thêm.\n" if key == "text" else set_field(original, key, new), original):
                file.write_text(text, encoding="utf-8")
                works, made = compare(content, site, extra, f"{key}: {new}")
                records = {line.split(" vì record ")[1].split(":")[0] for line in made if " vì record " in line}
                if len(records) > 1:
                    sys.exit(f"{key}: {new}: pages of records that nobody edited were made again: {sorted(records)[:5]}")
                print(f"{key}: {'published' if works else 'errors'}; " + ("; ".join(made) or "everything made"), flush=True)


main()
