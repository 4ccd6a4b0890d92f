"""On a large collection of real documents, where one is at hand (TRACUU_DATA, TRACUU_TOOLS)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from harness.command import must_build, tracuu
from harness.trees import differences, faults

DATA, TOOLS = os.environ.get("TRACUU_DATA"), os.environ.get("TRACUU_TOOLS")
pytestmark = pytest.mark.skipif(not (DATA and TOOLS), reason="needs TRACUU_DATA and TRACUU_TOOLS")


@pytest.fixture(scope="module")
def statutes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("statutes") / "content"
    subprocess.run([sys.executable, f"{TOOLS}/make_records.py", "statutes", str(folder), "--n", "1000"], check=True)
    return folder


def test_a_thousand_statutes_build_alike_on_one_thread_and_on_several(statutes: Path, tmp_path: Path) -> None:
    serial = must_build(statutes, tmp_path / "serial", "--jobs", 1)
    parallel = must_build(statutes, tmp_path / "parallel", "--jobs", 4)
    assert differences(serial, parallel) == []
    assert faults(parallel) == []


def test_no_statute_is_taken_for_a_secret_or_an_error(statutes: Path) -> None:
    result = tracuu("check", "--content", statutes, "--edition", "public", "--quiet")
    assert result.code == 0, result
