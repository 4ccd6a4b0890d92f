"""Textbook BM25 over folded syllables and their pairs, titles counted twice: what any engine of the shelf should reach."""

from __future__ import annotations

import math
import re
import unicodedata
from array import array
from collections import Counter, defaultdict
from pathlib import Path

WORD = re.compile(r"\w+")
K1, B = 1.2, 0.75


def terms(text: str) -> list[str]:
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    words = WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign)))
    return words + [f"{first} {second}" for first, second in zip(words, words[1:])]


class Textbook:
    """An index of a content folder; records are named by their files."""

    def __init__(self, content: Path, queries: list[str]) -> None:
        # Only what is asked for is counted.
        asked = {term for query in queries for term in terms(query)}
        self.names: list[str] = []
        self.lengths = array("l")
        self.postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for path in sorted(content.rglob("*.md")):
            parts = path.read_text(encoding="utf-8").split("---\n", 2)
            if len(parts) < 3:
                continue
            title = re.search(r'(?m)^title: "?(.*?)"?$', parts[1])
            all_terms = terms(f"{title[1] if title else ''}\n" * 2 + parts[2])
            number = len(self.names)
            self.names.append(path.stem)
            self.lengths.append(len(all_terms))
            for term, count in Counter(term for term in all_terms if term in asked).items():
                self.postings[term].append((number, count))
        self.average = sum(self.lengths) / max(1, len(self.lengths))

    def best(self, query: str, limit: int = 10) -> list[str]:
        scores: dict[int, float] = defaultdict(float)
        for term in set(terms(query)):
            holders = self.postings.get(term, [])
            worth = math.log(1 + (len(self.names) - len(holders) + 0.5) / (len(holders) + 0.5))
            for number, count in holders:
                scores[number] += worth * count * (K1 + 1) / (count + K1 * (1 - B + B * self.lengths[number] / self.average))
        return [self.names[number] for number in sorted(scores, key=lambda each: (-scores[each], -each))[:limit]]
