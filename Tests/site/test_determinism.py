"""Same input, same bytes: on another machine, at another time, in another place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from harness.command import AS_OF, CONTENT, TEMPLATES, must_build, tracuu
from harness.content import copy_of, made_up
from harness.trees import differences

ENVIRONMENTS = {
    "another time zone": {"TZ": "America/Los_Angeles"},
    "the C locale": {"LANG": "C", "LC_ALL": "C"},
    "Vietnamese": {"LANG": "vi_VN.UTF-8", "LC_ALL": "vi_VN.UTF-8"},
    "Turkish": {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"},
    "an almost empty environment": {"HOME": "/nonexistent", "PATH": "/usr/bin:/bin", "USER": "ai-do"},
}


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_up(copy_of("editions", tmp_path_factory.mktemp("collection")), 120)


@pytest.fixture(scope="module")
def reference(collection: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return must_build(collection, tmp_path_factory.mktemp("reference") / "site", "--jobs", 1)


@pytest.mark.parametrize("jobs", [1, 2, 4, 13])
def test_the_number_of_jobs_does_not_show(jobs: int, collection: Path, reference: Path, tmp_path: Path) -> None:
    assert differences(reference, must_build(collection, tmp_path / "site", "--jobs", jobs)) == []


@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_the_environment_does_not_show(name: str, collection: Path, reference: Path, tmp_path: Path) -> None:
    assert differences(reference, must_build(collection, tmp_path / "site", env=ENVIRONMENTS[name])) == []


def test_the_place_does_not_show(reference: Path, tmp_path: Path) -> None:
    deep = tmp_path / "một thư mục" / "có dấu và khoảng trắng"
    deep.mkdir(parents=True)
    assert differences(reference, must_build(made_up(copy_of("editions", deep), 120), deep / "site khác")) == []


def test_the_umask_does_not_show(collection: Path, reference: Path, tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        site = must_build(collection, tmp_path / "site")
    finally:
        os.umask(before)
    assert differences(reference, site) == []
    assert {path.stat().st_mode & 0o777 for path in site.rglob("*") if path.is_file()} == {0o644}, "servers must read it"


def test_the_times_of_files_do_not_show(reference: Path, tmp_path: Path) -> None:
    content = made_up(copy_of("editions", tmp_path), 120)
    for path in content.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    assert differences(reference, must_build(content, tmp_path / "site")) == []


def test_a_site_built_up_by_edits_is_the_site_built_at_once(collection: Path, reference: Path, tmp_path: Path) -> None:
    content = made_up(copy_of("editions", tmp_path), 60, text="Bản cũ.")
    site = must_build(content, tmp_path / "site")
    must_build(made_up(content, 140, text="Bản giữa."), site)
    must_build(made_up(content, 120), site)
    assert differences(reference, site) == []


def test_the_day_comes_from_source_date_epoch_in_vietnam(tmp_path: Path) -> None:
    content = copy_of("bare", tmp_path)
    options = ["--content", content, "--templates", TEMPLATES, "--output"]
    by_epoch = tracuu("build", *options, tmp_path / "epoch", env={"SOURCE_DATE_EPOCH": "1700000000"})
    # 22:13 in Greenwich on the 14th; the 15th in Vietnam.
    by_option = tracuu("build", *options, tmp_path / "option", "--as-of", "2023-11-15")
    assert (by_epoch.code, by_option.code) == (0, 0), f"{by_epoch}{by_option}"
    assert differences(tmp_path / "epoch", tmp_path / "option") == []


def test_the_projects_own_collection_builds_alike(tmp_path: Path) -> None:
    one = must_build(CONTENT, tmp_path / "one", "--jobs", 1)
    four = must_build(CONTENT, tmp_path / "four", "--jobs", 4, env={"TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": "1"})
    assert differences(one, four) == [], f"both as of {AS_OF}"
