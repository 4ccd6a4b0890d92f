"""A site on a stick: twenty thousand long names are copied to FAT32 and back, and nothing is lost, renamed or merged."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from harness.command import must_build
from harness.content import made_up
from harness.trees import files

TOOLS = ("mkfs.vfat", "mcopy")
MISSING = [name for name in TOOLS if not shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")]
COUNT = 20_000
# As long as ids get: a type, a number, a long name of a body, a year.
NAME = "quyet-dinh-{number}-ban-chi-dao-thuc-hien-quy-che-dan-chu-va-cong-tac-du-luan-xa-hoi-cac-co-quan-don-vi-truc-thuoc-{number}"


@pytest.mark.timeout(1800)
@pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(MISSING)} (Debian: dosfstools, mtools)")
def test_a_site_with_twenty_thousand_long_names_survives_fat32(tmp_path: Path) -> None:
    content = made_up(tmp_path / "content", 1)
    for number in range(COUNT):
        folder = content / "static" / "dai" / f"{number % 100:02}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{NAME.format(number=number)}.txt").write_text(str(number), encoding="utf-8")
    site = must_build(content, tmp_path / "site")
    before = files(site)
    assert sum(len(Path(path).name) > 100 for path in before) >= COUNT

    image = tmp_path / "stick.img"
    with image.open("wb") as made:
        made.truncate(1 << 30)
    environment = {**os.environ, "PATH": os.environ.get("PATH", "") + ":/usr/sbin:/sbin", "MTOOLS_SKIP_CHECK": "1"}
    subprocess.run(["mkfs.vfat", "-F", "32", image], check=True, capture_output=True, env=environment)
    subprocess.run(["mcopy", "-s", "-i", image, site, "::"], check=True, capture_output=True, env=environment)
    (tmp_path / "back").mkdir()
    subprocess.run(["mcopy", "-s", "-i", image, "::/site", tmp_path / "back"], check=True, capture_output=True, env=environment)
    assert files(tmp_path / "back" / "site") == before
