"""Collections at random: what an edition withholds is in no byte of it, whatever fields, relations and files there are.

Each collection is built for everybody, and built again without its withheld records: both trees are the same, byte for byte, and
no word that only withheld records have stands in any file, the inside of Word files included. TRACUU_COLLECTIONS says how many
(`make soak`: two hundred)."""

from __future__ import annotations

import io
import os
import random
import zipfile
from pathlib import Path

import pytest
from harness.command import must_build
from harness.trees import differences, files

COUNT = int(os.environ.get("TRACUU_COLLECTIONS", "8"))
SETUP = """akoma-ntoso: true
word-files: true
markdown-files: true
security-contact: mailto:a@vi.du
editions:
  - {id: public}
  - {id: internal}
"""
CONSONANTS, VOWELS = "bcdghklmnpqrstvx", "aeiouy"
TYPES = {"ket-luan": "KL", "huong-dan": "HD", "nghi-dinh": "NĐ", "quyet-dinh": "QĐ"}
VERBS = ("based-on", "implements", "guides", "details", "replaces", "repeals", "amends", "suspends", "corrects")
WORDS = "công tác nghiên cứu hướng dẫn tổng kết cơ sở nội dung báo cáo kiểm tra đánh giá nhiệm vụ giải pháp".split()


class Collection:
    """Records of one seed. A withheld one has words of its own in every field, which nothing else has."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.secrets: list[str] = []
        self.replaced: dict[int, set[int]] = {}
        self.count = self.random.randrange(5, 11)
        self.isPublic = [True] + [self.random.random() < 0.55 for _ in range(self.count - 1)]
        self.numbers = [f"{k + 1}-{self.random.choice(list(TYPES.values()))}/M{seed}" for k in range(self.count)]

    def secret(self, k: int) -> str:
        """A word for a withheld record that nothing else has; an open one gets common words."""
        if self.isPublic[k]:
            return " ".join(self.random.choices(WORDS, k=2))
        pieces = [(CONSONANTS, 3), (VOWELS, 3), (CONSONANTS, 4)]
        word = "".join(letter for letters, count in pieces for letter in self.random.choices(letters, k=count))
        self.secrets.append(word)
        return word

    def replaced_by(self, one: int, other: int) -> bool:
        """Whether the one replaces the other, at once or through others."""
        following = self.replaced.get(one, set())
        return other in following or any(self.replaced_by(next_one, other) for next_one in following)

    def text(self, k: int) -> str:
        one = self.random
        parts = [f"Căn cứ {self.secret(k)};", f"## Chương I. {self.secret(k)}", f"### Điều 1. {self.secret(k)}"]
        for place in range(1, one.randrange(2, 5)):
            # Only open documents are named: what one says of a withheld document in its own text is its own.
            other = one.choice([j for j in range(self.count) if self.isPublic[j]])
            parts.append(f"{place}. {self.secret(k)} theo Điều 1 văn bản {self.numbers[other]}.")
        if one.random() < 0.4:
            parts.append(f"| Cột | {self.secret(k)} |\n|---|---|\n| a | {self.secret(k)} |")
        if one.random() < 0.4:
            parts.append(f"Có chú thích[^1].\n\n[^1]: {self.secret(k)}")
        return "\n\n".join(parts) + "\n"

    def record(self, k: int) -> str:
        one = self.random
        code = self.numbers[k].split("-")[1].split("/")[0]
        fields = [
            f"number: {self.numbers[k]}", f"type: {next(t for t, c in TYPES.items() if c == code)}", "issuer: co-quan",
            f"title: {self.secret(k)} số {k}", f"summary: {self.secret(k)}",
            f"issued: 20{one.randrange(10, 22)}-0{one.randrange(1, 9)}-1{one.randrange(0, 9)}",
            f"place: {self.secret(k)}", f"topics: [{one.choice(['mot', 'hai'])}]",
            f"signer: {{name: {self.secret(k)}, position: {self.secret(k)}}}",
            f"sources:\n  - {{title: {self.secret(k)}, url: https://vi.du/{self.secret(k).replace(' ', '-')}, "
            f"note: {self.secret(k)}}}",
            f"history:\n  - {{date: 2022-01-0{one.randrange(1, 9)}, change: {self.secret(k)}}}",
            f"obligations:\n  - {{task: {self.secret(k)}, responsible: {self.secret(k)}, state: open}}",
        ]  # fmt: skip
        if one.random() < 0.5:
            fields.append(f"effective: 2023-0{one.randrange(1, 9)}-01")
        # Withheld documents bear on any; open ones on open ones.
        others = [j for j in range(self.count) if j != k and (self.isPublic[j] or not self.isPublic[k])]
        chosen = one.sample(others, min(len(others), one.randrange(0, 3)))
        if chosen:
            fields.append("relations:")
        for j in chosen:
            verb = one.choice(VERBS)
            if verb == "replaces":
                # No document replaces what replaced it: the command refuses such a circle.
                if self.replaced_by(j, k):
                    verb = "based-on"
                else:
                    self.replaced.setdefault(k, set()).add(j)
            fields.append(f"  - {{type: {verb}, target: {self.numbers[j]}, provisions: [Điều 1], note: {self.secret(k)}}}")
        if self.isPublic[k]:
            fields.append("audience: public")
        elif one.random() < 0.5:
            fields.append("audience: internal")
        return "---\n" + "\n".join(fields) + "\n---\n\n" + self.text(k)

    def write(self, folder: Path) -> Path:
        for name in ("directives", "vocabulary", "attachments"):
            (folder / name).mkdir(parents=True)
        (folder / "site.yml").write_text(SETUP, encoding="utf-8")
        types = "".join(f"- {{id: {t}, name: Loại {t}, abbreviation: {c}, code: {t}}}\n" for t, c in TYPES.items())
        (folder / "vocabulary" / "types.yml").write_text(types, encoding="utf-8")
        (folder / "vocabulary" / "issuers.yml").write_text("- {id: co-quan, name: Cơ quan Mẫu}\n", encoding="utf-8")
        topics = "- {id: mot, name: Chủ đề một}\n- {id: hai, name: Chủ đề hai}\n"
        (folder / "vocabulary" / "topics.yml").write_text(topics, encoding="utf-8")
        for k in range(self.count):
            text = self.record(k)
            if self.random.random() < 0.3:
                name = f"tep-{self.secret(k).replace(' ', '-')}-{k}.txt"
                (folder / "attachments" / name).write_text(self.secret(k), encoding="utf-8")
                text = text.replace("\nissuer:", f"\nattachments:\n  - {{file: {name}, title: {self.secret(k)}}}\nissuer:", 1)
            (folder / "directives" / f"r{k}.md").write_text(text, encoding="utf-8")
        return folder

    def strip(self, folder: Path) -> None:
        """Takes out by hand what the edition must leave out by itself."""
        for k in range(self.count):
            if not self.isPublic[k]:
                (folder / "directives" / f"r{k}.md").unlink()
                for path in (folder / "attachments").glob(f"tep-*-{k}.txt"):
                    path.unlink()


def searched(path: str, data: bytes) -> bytes:
    """A file's bytes, and what is packed in them."""
    if not path.endswith(".docx"):
        return path.encode() + b"\n" + data
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return path.encode() + b"\n" + b"\n".join(parts.read(name) for name in parts.namelist())


@pytest.mark.timeout(3600)
def test_random_collections_tell_nothing_of_what_is_withheld(tmp_path: Path) -> None:
    withheld = 0
    for seed in range(COUNT):
        made = Collection(seed)
        content = made.write(tmp_path / f"{seed}" / "content")
        site = must_build(content, tmp_path / f"{seed}" / "site", "--edition", "public")
        withheld += made.isPublic.count(False)
        for path, data in files(site).items():
            text = searched(path, data).lower()
            for word in made.secrets:
                assert word.encode() not in text, f"seed {seed}: {path} holds {word}"
        made.strip(content)
        assert differences(site, must_build(content, tmp_path / f"{seed}" / "without", "--edition", "public")) == [], f"seed {seed}"
    assert withheld > COUNT
