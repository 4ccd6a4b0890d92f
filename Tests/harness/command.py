"""Runs `tracuu` as a person at a terminal would, and keeps what it said."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "site-templates"
CONTENT = ROOT / "content"
BINARY = Path(os.environ.get("TRACUU", ROOT / ".build" / "release" / "tracuu"))

# Pages print the day that status is reckoned for; a fixed one keeps them comparable.
AS_OF = "2026-11-30"

_PLACE = re.compile(r"^(?P<file>[^:\n]+):(?P<line>\d+):(?P<column>\d+): .*?(?P<code>TC\d{3}):", re.MULTILINE)


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str

    def __str__(self) -> str:
        return f"exit {self.code}\n--- standard output\n{self.out}\n--- standard error\n{self.err}"

    def diagnostics(self, *folders: Path) -> list[str]:
        """`CODE file:line:column` for every diagnostic, in the order given, files relative to the folders."""
        found = []
        for place in _PLACE.finditer(self.err):
            file = place["file"]
            for folder in folders:
                file = file.removeprefix(f"{folder}/")
            found.append(f"{place['code']} {file}:{place['line']}:{place['column']}")
        return found


def arguments(verb: str, *options: object) -> list[str]:
    return [str(BINARY), verb, *(str(option) for option in options)]


def tracuu(verb: str, *options: object, env: dict[str, str] | None = None, cwd: Path | None = None) -> Result:
    """Runs one verb to its end, whatever its exit code."""
    done = subprocess.run(
        arguments(verb, *options), env={**os.environ, **(env or {})}, cwd=cwd, capture_output=True, timeout=240
    )
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


def build_options(content: Path, output: Path, *more: object) -> list[object]:
    """A collection that tells audiences must be built as one edition; tests mean all of it unless they say otherwise."""
    setup = content / "site.yml"
    tells = setup.exists() and re.search(r"^(editions|audiences):", setup.read_text(encoding="utf-8", errors="replace"), re.MULTILINE)
    edition = ["--edition", "all"] if tells and "--edition" not in more else []
    return ["--content", content, "--templates", TEMPLATES, "--output", output, "--as-of", AS_OF, *edition, *more]


def build(content: Path, output: Path, *more: object, env: dict[str, str] | None = None) -> Result:
    """Builds a site with the project's own templates."""
    return tracuu("build", *build_options(content, output, *more), env=env)


def asset(site: Path, name: str) -> str:
    """The path in a built site of a style or script, such as `site.css`, whose published name has a digest in it."""
    stem, dot, kind = name.rpartition(".")
    [found] = (path for path in (site / "assets").iterdir() if re.fullmatch(f"{stem}[.][0-9a-f]{{8}}[.]{kind}", path.name))
    return f"assets/{found.name}"


def must_build(content: Path, output: Path, *more: object, env: dict[str, str] | None = None) -> Path:
    """Builds a site and gives its folder; anything but success fails the test with what the command said."""
    result = build(content, output, *more, env=env)
    assert result.code == 0, f"the build failed: {result}"
    return output
