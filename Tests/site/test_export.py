"""Texts for a search server: loaded into a real PostgreSQL and searched there; the bulk file read line by line as `_bulk` is."""

from __future__ import annotations

import contextlib
import json
import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from harness.command import AS_OF, CONTENT, TEMPLATES, must_build, tracuu
from harness.content import copy_of

PROGRAMS = Path(next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), "/nowhere"))


def export(content: Path, to: Path, form: str, *more: object) -> Path:
    result = tracuu("export", "--content", content, "--templates", TEMPLATES, "--as-of", AS_OF, "--format", form, "--to", to, *more)
    assert result.code == 0, result
    return to


def test_the_bulk_file_is_pairs_of_lines_that_fit_the_mapping(tmp_path: Path) -> None:
    to = export(CONTENT, tmp_path / "to", "opensearch", "--edition", "public")
    settings = json.loads((to / "index.json").read_bytes())
    known = settings["mappings"]["properties"]
    analyzers = settings["settings"]["analysis"]["analyzer"]
    for field in known.values():
        for part in (field, *field.get("fields", {}).values()):
            assert part.get("analyzer", "folded") in analyzers
            assert part["type"] in ("keyword", "text", "date")
    data = (to / "bulk.ndjson").read_bytes()
    assert data.endswith(b"\n")
    lines = [json.loads(line) for line in data.decode().split("\n")[:-1]]
    actions, sources = lines[::2], lines[1::2]
    assert len(actions) == len(sources) > 52
    ids = [action["index"]["_id"] for action in actions]
    assert len(set(ids)) == len(ids)
    assert all(list(action) == ["index"] for action in actions)
    for source in sources:
        assert set(source) <= set(known)
        assert "issued" not in source or len(source["issued"]) == 10
    assert {source["record"] for source in sources} >= {"kl-100-tw-2014", "nd-30-cp-2020"}


def test_an_export_holds_its_edition_alone(tmp_path: Path) -> None:
    content = copy_of("editions", tmp_path)
    for form in ("opensearch", "postgresql"):
        to = export(content, tmp_path / form, form, "--edition", "public")
        for path in to.iterdir():
            text = path.read_text(encoding="utf-8").lower()
            for word in ("càbốc", "quảdừanước", "mướp đắng", "dưa lưới", "77-hdbvdbimat"):
                assert word not in text, (path, word)


@contextlib.contextmanager
def server(folder: Path) -> Iterator[list[str]]:
    """A PostgreSQL of its own on a socket in a folder; gives the beginning of a command for psql."""
    user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if user:
        account = pwd.getpwnam("postgres")
        os.chown(folder, account.pw_uid, account.pw_gid)
    data = folder / "data"
    run = lambda *command: subprocess.run([*user, *map(str, command)], check=True, capture_output=True, cwd=folder, timeout=120)  # noqa: E731
    run(PROGRAMS / "initdb", "-D", data, "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "-N")
    run(PROGRAMS / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", f"-k {folder} -c listen_addresses='' -F", "start")
    try:
        yield [*user, str(PROGRAMS / "psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", str(folder), "-d", "postgres"]
    finally:
        run(PROGRAMS / "pg_ctl", "-D", data, "-m", "immediate", "stop")


@pytest.mark.skipif(not (PROGRAMS / "initdb").exists(), reason="PostgreSQL is not installed")
def test_postgresql_loads_the_script_and_finds_what_the_site_finds(tmp_path_factory: pytest.TempPathFactory) -> None:
    # Sockets have short paths.
    folder = Path(subprocess.run(["mktemp", "-d", "/tmp/pg-XXXXXX"], capture_output=True, text=True, check=True).stdout.strip())
    work = tmp_path_factory.mktemp("export")
    try:
        script = export(CONTENT, work / "to", "postgresql", "--edition", "public") / "load.sql"
        site = must_build(CONTENT, work / "site", "--edition", "public")
        with server(folder) as psql:
            def ask(*options: str, text: str = "") -> str:
                done = subprocess.run([*psql, "-At", *options], input=text, capture_output=True, text=True, timeout=120, cwd=folder)
                assert done.returncode == 0, done.stderr
                return done.stdout

            for _ in range(2):
                ask(text=script.read_text(encoding="utf-8"))
            documents = export(CONTENT, work / "bulk", "opensearch", "--edition", "public") / "bulk.ndjson"
            assert int(ask("-c", "SELECT count(*) FROM tracuu")) == documents.read_bytes().count(b"\n") // 2
            for query, expected in (
                ("100-KL/TW", "kl-100-tw-2014"), ("30/2020/NĐ-CP", "nd-30-cp-2020"), ("30/2020/ND-CP", "nd-30-cp-2020"),
                ("dieu tra du luan xa hoi", None), ("Kết luận 100-KL/TW", "kl-100-tw-2014"),
            ):  # fmt: skip
                found = ask("-v", f"asked={query}", text="SELECT record FROM tracuu_search(:'asked') LIMIT 5;").split()
                assert found, query
                if expected:
                    assert found[0] == expected, (query, found)
                    here = tracuu("search", "--site", site, query)
                    assert f"/{expected.rsplit('-', 1)[0]}/" in here.out.splitlines()[2], here
    finally:
        shutil.rmtree(folder, ignore_errors=True)
