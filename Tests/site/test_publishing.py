"""The served site is at every instant wholly the old one or wholly the new one."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from harness.command import arguments, build, build_options, must_build
from harness.content import copy_of, made_up, record
from harness.trees import differences, faults, files

LARGE = 800


def test_an_error_in_a_record_leaves_the_old_site_untouched(tmp_path: Path) -> None:
    content = copy_of("choice", tmp_path)
    site = must_build(content, tmp_path / "site")
    before = files(site)
    (content / "directives" / "them.md").write_text(record(99), encoding="utf-8")
    (content / "directives" / "hong.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    result = build(content, site)
    assert result.code == 1 and "hong.md" in result.err, result
    assert files(site) == before
    (content / "directives" / "hong.md").unlink()
    must_build(content, site)
    assert files(site) != before and faults(site) == []


def test_an_error_in_a_first_build_publishes_nothing(tmp_path: Path) -> None:
    content = copy_of("bare", tmp_path)
    (content / "directives" / "hong.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    assert build(content, tmp_path / "site").code == 1
    assert not (tmp_path / "site").exists()


def test_a_secrecy_mark_stops_everything_and_is_not_quoted(tmp_path: Path) -> None:
    content = copy_of("bare", tmp_path)
    marked = content / "directives" / "dau.md"
    marked.write_text(record(5, text="TỐI MẬT\n\nĐoạn tuyệtđốikhôngin."), encoding="utf-8")
    result = build(content, tmp_path / "site")
    assert result.code == 1 and "TC601" in result.err, result
    assert "tuyệtđốikhôngin" not in result.err + result.out
    assert not (tmp_path / "site").exists()


def test_somebody_elses_folder_is_not_overwritten(tmp_path: Path) -> None:
    home = tmp_path / "site"
    home.mkdir()
    (home / "luan-van.txt").write_text("của tôi", encoding="utf-8")
    result = build(copy_of("bare", tmp_path), home)
    assert result.code != 0, result
    assert files(home) == {"luan-van.txt": "của tôi".encode()}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system that holds the small site several times over, and little more."""
    mount = tmp_path / "disk"
    mount.mkdir()
    made = os.geteuid() == 0 and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(mount)], capture_output=True
    )
    if not made or made.returncode != 0:
        pytest.skip("this needs the right to mount a small file system")
    yield mount
    subprocess.run(["umount", str(mount)], check=True)


@pytest.mark.parametrize("what", ["records", "one attachment"])
def test_a_full_disk_leaves_the_old_site_whole(what: str, small_disk: Path, tmp_path: Path) -> None:
    content = copy_of("bare", tmp_path)
    site = must_build(content, small_disk / "site")
    before = files(site)
    added = content / "directives" / "lon.md"
    added.write_text(record(5000), encoding="utf-8")
    if what == "records":
        made_up(content, 400, text="Một câu ví dụ dài để đầy đĩa. " * 1000)
    else:
        (content / "attachments").mkdir()
        (content / "attachments" / "lon.bin").write_bytes(random.Random(1).randbytes(9_000_000))
        text = record(5000).replace("audience: public", "audience: public\nattachments: [{file: lon.bin, title: Tệp lớn}]")
        added.write_text(text, encoding="utf-8")
    result = build(content, site)
    assert result.code == 3, result
    assert files(site) == before
    for path in [*content.glob("directives/kl-*.md"), added]:
        path.unlink()
    must_build(content, site)
    assert faults(site) == []


def test_a_disk_that_cannot_be_written_is_the_machines_fault(small_disk: Path, tmp_path: Path) -> None:
    content = copy_of("choice", tmp_path)
    site = must_build(content, small_disk / "site")
    before = files(site)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    (content / "directives" / "them.md").write_text(record(99), encoding="utf-8")
    result = build(content, site)
    assert result.code == 3 and result.err, result
    assert files(site) == before


@pytest.fixture
def container_layers(small_disk: Path) -> Iterator[Path]:
    """A folder as a container shows it: what the image holds, and changes laid over it."""
    for part in ("image", "changes", "work", "seen"):
        (small_disk / part).mkdir()
    yield small_disk / "seen"
    subprocess.run(["umount", str(small_disk / "seen")], check=True)


def test_a_site_that_comes_with_a_container_image_is_named_as_that(container_layers: Path, tmp_path: Path) -> None:
    content = copy_of("bare", tmp_path)
    home = container_layers.parent
    must_build(content, home / "image" / "site")
    layers = f"lowerdir={home}/image,upperdir={home}/changes,workdir={home}/work"
    laid = subprocess.run(["mount", "-t", "overlay", "-o", layers, "overlay", str(container_layers)], capture_output=True)
    if laid.returncode != 0:
        subprocess.run(["mount", "--bind", str(home / "image"), str(container_layers)], check=True)
        pytest.skip("this needs a machine that lays file systems over each other")
    before = files(container_layers / "site")
    (content / "directives" / "them.md").write_text(record(99), encoding="utf-8")
    result = build(content, container_layers / "site")
    assert result.code == 2 and "overlay" in result.err and "mount point" not in result.err, result
    assert files(container_layers / "site") == before


def test_a_file_in_the_way_of_the_output_is_named(tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("không phải thư mục", encoding="utf-8")
    result = build(copy_of("bare", tmp_path), tmp_path / "tep" / "site")
    assert result.code in (2, 3) and "tep" in result.err, result


def test_a_killed_build_leaves_a_whole_site(tmp_path: Path) -> None:
    seed = int(os.environ.get("TRACUU_TEST_SEED", random.randrange(1_000_000)))
    print(f"TRACUU_TEST_SEED={seed}")
    moments = random.Random(seed)
    content = made_up(tmp_path / "content", LARGE, text="Thế hệ 0.")
    site = must_build(content, tmp_path / "site")
    made_up(content, LARGE, text="Thế hệ 1.")
    start = time.monotonic()
    must_build(content, site)
    seconds = time.monotonic() - start

    killed = 0
    for generation in range(2, 12):
        made_up(content, LARGE - generation, text=f"Thế hệ {generation}.")
        process = subprocess.Popen(
            arguments("build", *build_options(content, site)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            process.wait(timeout=moments.uniform(0, seconds))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            killed += 1
        process.wait()
        assert faults(site) == [], f"after a kill in generation {generation}"
        texts = {page.read_text(encoding="utf-8").partition("Thế hệ ")[2][:2] for page in site.glob("van-ban/2021/*/index.html")}
        assert len(texts) == 1, f"pages of several generations: {texts}"
    assert killed >= 3, "too few builds were killed before they ended"
    must_build(content, site)
    assert differences(site, must_build(content, tmp_path / "fresh")) == []


def test_a_reader_finds_the_site_at_every_instant(tmp_path: Path) -> None:
    content = made_up(tmp_path / "content", 300, text="Bản đầu.")
    site = must_build(content, tmp_path / "site")
    misses: list[str] = []
    reads = 0
    ended = threading.Event()

    def read() -> None:
        nonlocal reads
        while not ended.is_set():
            try:
                assert (site / "index.html").read_bytes().rstrip().endswith(b"</html>")
                reads += 1
            except (OSError, AssertionError) as error:
                misses.append(repr(error))

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for generation in range(4):
            must_build(made_up(content, 300, text=f"Bản {generation}."), site)
    finally:
        ended.set()
        reader.join()
    assert misses == [] and reads > 100


def test_two_builds_of_one_output_do_not_mix(tmp_path: Path) -> None:
    content = made_up(tmp_path / "content", 600)
    site = tmp_path / "site"
    command = arguments("build", *build_options(content, site))
    both = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(2)]
    codes = sorted(process.wait() for process in both)
    assert codes[0] == 0 and codes[1] in (0, 3), codes
    assert faults(site) == []
