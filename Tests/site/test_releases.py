"""Releases side by side, checked by programs that are not ours: sha256sum, minisign, openssl."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
from harness.command import AS_OF, TEMPLATES, Result, arguments, asset, must_build, tracuu
from harness.content import made_up, record
from harness.trees import differences, faults, files

SEALS = {"SHA256SUMS", "release.json", "SHA256SUMS.minisig", "SHA256SUMS.p7s"}


def publish(content: Path, to: Path, *more: object) -> Result:
    return tracuu("publish", "--content", content, "--templates", TEMPLATES, "--as-of", AS_OF, "--to", to, *more)


def must_publish(content: Path, to: Path, *more: object) -> Result:
    result = publish(content, to, *more)
    assert result.code == 0, result
    return result


def run(*command: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, timeout=60, check=False)


def retitle(content: Path, number: int, title: str) -> None:
    (content / "directives" / f"kl-{number}.md").write_text(record(number, title=title), encoding="utf-8")


def without_seals(tree: Path, folder: Path) -> Path:
    copy = Path(shutil.copytree(tree, folder))
    for name in SEALS:
        (copy / name).unlink(missing_ok=True)
    return copy


def test_a_release_is_what_a_build_makes_and_sha256sum_checks_it(tmp_path: Path) -> None:
    content = made_up(tmp_path / "content", 3)
    (content / "attachments").mkdir()
    must_publish(content, tmp_path / "to")
    current = tmp_path / "to" / "current"
    assert current.is_symlink() and current.readlink() == Path("releases/1")
    clean = must_build(content, tmp_path / "clean")
    copy = without_seals(current, tmp_path / "copy")
    assert differences(copy, clean) == [] and faults(copy) == []
    checked = run("sha256sum", "-c", "--strict", "SHA256SUMS", cwd=current)
    assert checked.returncode == 0, checked.stderr
    assert len(checked.stdout.splitlines()) == len(files(current)) - 1
    assert tracuu("verify", current).code == 0
    (tmp_path / "to" / "build" / "index.html").unlink()
    assert tracuu("verify", current).code == 0, "a release stands by itself"


def test_releases_form_a_chain_and_roll_back(tmp_path: Path) -> None:
    content = made_up(tmp_path / "content", 3)
    to = tmp_path / "to"
    for title in ("Một", "Hai", "Ba"):
        retitle(content, 1, title)
        must_publish(content, to)
    previous: bytes | None = None
    for number in (1, 2, 3):
        tree = to / "releases" / str(number)
        note = json.loads((tree / "release.json").read_bytes())
        assert note["number"] == number and note["edition"] == "all" and note["asOf"] == AS_OF
        assert note["manifest"] == hashlib.sha256((tree / "manifest.json").read_bytes()).hexdigest()
        wanted = None if previous is None else {"number": number - 1, "note": hashlib.sha256(previous).hexdigest()}
        assert note.get("previous") == wanted
        previous = (tree / "release.json").read_bytes()
        assert tracuu("verify", tree).code == 0
    assert [line.split("\t")[0] for line in tracuu("publish", "--to", to, "--list").out.splitlines()] == ["1", "2", "3"]
    assert tracuu("publish", "--to", to, "--list").out.splitlines()[2].endswith("*")
    page = "van-ban/2021/ket-luan-1-ban-vi-du/index.html"
    for title, number in (("Hai", 2), ("Một", 1)):
        assert tracuu("publish", "--to", to, "--rollback").code == 0
        assert (to / "current").readlink() == Path(f"releases/{number}")
        assert title in (to / "current" / page).read_text(encoding="utf-8")
    assert tracuu("publish", "--to", to, "--rollback").code == 2
    assert (to / "previous").readlink() == Path("releases/2"), "the one that was in service before"
    # The next one comes after the last that was made, not after the one in service.
    must_publish(content, to)
    assert (to / "current").readlink() == Path("releases/4") and (to / "previous").readlink() == Path("releases/1")
    # Whoever changes an old release breaks the chain.
    note = to / "releases" / "3" / "release.json"
    note.write_bytes(note.read_bytes().replace(b'"all"', b'"any"'))
    result = tracuu("verify", to / "releases" / "4", "--language", "en")
    assert result.code == 1 and "release 3 is not the one" in result.err, result


def test_nothing_new_makes_no_release_and_old_ones_are_removed(tmp_path: Path) -> None:
    content = made_up(tmp_path / "content", 2)
    to = tmp_path / "to"
    must_publish(content, to)
    must_publish(content, to)
    assert sorted(path.name for path in (to / "releases").iterdir()) == ["1"]
    for title in ("Một", "Hai", "Ba"):
        retitle(content, 1, title)
        must_publish(content, to, "--keep", 2)
    assert sorted(path.name for path in (to / "releases").iterdir()) == ["3", "4"]
    assert tracuu("verify", to / "current").code == 0
    # What did not change is on the disk once.
    style = asset(to / "current", "site.css")
    assert (to / "releases" / "3" / style).stat().st_ino == (to / "releases" / "4" / style).stat().st_ino


def test_a_dry_run_tells_what_would_change_and_changes_nothing(tmp_path: Path) -> None:
    content = made_up(tmp_path / "content", 4)
    to = tmp_path / "to"
    must_publish(content, to)
    before = files(to / "releases")
    # One is edited, one gets another text, one another number, one goes, one comes.
    retitle(content, 1, "Tên mới")
    path = content / "directives" / "kl-2.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nMột câu nữa.\n", encoding="utf-8")
    path = content / "directives" / "kl-3.md"
    path.write_text(path.read_text(encoding="utf-8").replace("3-KL/MAU", "33-KL/MAU"), encoding="utf-8")
    (content / "directives" / "kl-4.md").unlink()
    (content / "directives" / "kl-5.md").write_text(record(5), encoding="utf-8")
    result = must_publish(content, to, "--dry-run", "--changes", tmp_path / "changes.json", "--language", "en")
    assert files(to / "releases") == before and (to / "current").readlink() == Path("releases/1")
    found = json.loads((tmp_path / "changes.json").read_bytes())
    assert [item["id"] for item in found["added"]] == ["ket-luan-33-ban-vi-du-2021", "ket-luan-5-ban-vi-du-2021"]
    assert [item["id"] for item in found["removed"]] == ["ket-luan-3-ban-vi-du-2021", "ket-luan-4-ban-vi-du-2021"]
    assert [(item["id"], item["fields"]) for item in found["changed"]] == [
        ("ket-luan-1-ban-vi-du-2021", ["title"]), ("ket-luan-2-ban-vi-du-2021", ["text"]),
    ]  # fmt: skip
    gone = {address["path"]: address for address in found["vanished"] if "record" in address}
    assert set(gone) == {"van-ban/2021/ket-luan-3-ban-vi-du/index.html", "van-ban/2021/ket-luan-4-ban-vi-du/index.html"}
    moved = gone["van-ban/2021/ket-luan-3-ban-vi-du/index.html"]
    assert (moved["successor"], moved["line"]) == ("ket-luan-33-ban-vi-du-2021", "former-ids: [ket-luan-3-ban-vi-du-2021]")
    assert "line" not in gone["van-ban/2021/ket-luan-4-ban-vi-du/index.html"]
    assert "changed: ket-luan-1-ban-vi-du-2021: title" in result.err and "former-ids: [ket-luan-3-ban-vi-du-2021]" in result.err
    # The line that was told keeps the address.
    path.with_name("kl-3.md").write_text(
        path.with_name("kl-3.md").read_text(encoding="utf-8").replace("type:", f"{moved['line']}\ntype:", 1), encoding="utf-8"
    )
    must_publish(content, to, "--dry-run", "--changes", tmp_path / "changes.json")
    found = json.loads((tmp_path / "changes.json").read_bytes())
    assert [address["path"] for address in found["vanished"] if "record" in address] == ["van-ban/2021/ket-luan-4-ban-vi-du/index.html"]


class Page(HTMLParser):
    """The addresses of a page, and its text by the id of the section that it stands in."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.text: dict[str, str] = {}
        self.section = ""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.addresses += [value for name, value in attributes if name in ("href", "src") and value and not value.startswith("#")]
        if tag == "section":
            self.section = dict(attributes)["aria-labelledby"] or ""

    def handle_data(self, data: str) -> None:
        self.text[self.section] = self.text.get(self.section, "") + data


def test_editors_get_a_page_of_what_a_release_changed(tmp_path: Path) -> None:
    content = made_up(tmp_path / "content", 4)
    to = tmp_path / "to"
    must_publish(content, to)
    first = Page(to / "changes" / "1.html")
    assert "Bản phát hành đầu tiên" in first.text[""] and first.text["_added"].count("ket-luan-") == 4
    retitle(content, 1, "Tên & <mới>")
    path = content / "directives" / "kl-2.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nMột câu nữa.\n", encoding="utf-8")
    path = content / "directives" / "kl-3.md"
    path.write_text(path.read_text(encoding="utf-8").replace("3-KL/MAU", "33-KL/MAU"), encoding="utf-8")
    (content / "directives" / "kl-4.md").unlink()
    must_publish(content, to, "--dry-run", "--changes", tmp_path / "dry run.html")
    assert not (to / "changes" / "2.html").exists()
    must_publish(content, to)
    made = Page(to / "changes" / "2.html")
    for page in (made, Page(tmp_path / "dry run.html")):
        assert "ket-luan-33-ban-vi-du-2021" in page.text["_added"] and "ket-luan-1-" not in page.text["_added"]
        assert "Tên & <mới>" in page.text["_changed"] and "Trích yếu" in page.text["_changed"] and "Lời văn" in page.text["_changed"]
        assert "ket-luan-3-ban-vi-du-2021" in page.text["_removed"] and "ket-luan-4-ban-vi-du-2021" in page.text["_removed"]
        assert "former-ids: [ket-luan-3-ban-vi-du-2021]" in page.text["_lost"]
    # It leads into both releases, from where it lies, and into nothing that is not there.
    led = {(to / "changes" / address.split("#")[0]).resolve() for address in made.addresses}
    assert all(target.is_file() for target in led), [target for target in led if not target.is_file()]
    assert (to / "releases/1/van-ban/2021/ket-luan-4-ban-vi-du/index.html").resolve() in led
    assert (to / "releases/2/van-ban/2021/ket-luan-1-ban-vi-du/index.html").resolve() in led
    found = json.loads((to / "changes" / "2.json").read_bytes())
    assert [item["id"] for item in found["added"]] == ["ket-luan-33-ban-vi-du-2021"] and len(found["removed"]) == 2
    # Nothing of it is in a published tree, and it goes with its release.
    assert not [name for name in files(to / "current") if "changes" in name and not name.startswith("api/")]
    retitle(content, 1, "Tên khác")
    must_publish(content, to, "--keep", 1)
    assert sorted(path.name for path in (to / "changes").iterdir()) == ["3.html", "3.json"]


@pytest.mark.skipif(shutil.which("minisign") is None, reason="minisign is not installed")
def test_minisign_and_tracuu_check_each_others_signatures(tmp_path: Path) -> None:
    made = run("minisign", "-G", "-W", "-p", tmp_path / "pub", "-s", tmp_path / "sec")
    assert made.returncode == 0, made.stderr
    content = made_up(tmp_path / "content", 2)
    must_publish(content, tmp_path / "to", "--sign", tmp_path / "sec")
    current = tmp_path / "to" / "current"
    checked = run("minisign", "-V", "-p", tmp_path / "pub", "-m", "SHA256SUMS", cwd=current)
    assert checked.returncode == 0, checked.stderr
    assert "release 1, edition all, as of 2026-11-30" in checked.stdout
    assert tracuu("verify", current, "--key", tmp_path / "pub").code == 0
    told = tracuu("verify", current, "--language", "en")
    assert told.code == 0 and "not checked" in told.err
    # One that minisign made itself.
    sums = current / "SHA256SUMS.minisig"
    sums.unlink()
    assert run("minisign", "-S", "-W", "-s", tmp_path / "sec", "-m", "SHA256SUMS", cwd=current).returncode == 0
    assert tracuu("verify", current, "--key", tmp_path / "pub").code == 0
    run("minisign", "-G", "-W", "-p", tmp_path / "other", "-s", tmp_path / "other-sec")
    assert tracuu("verify", current, "--key", tmp_path / "other").code == 1
    sums.unlink()
    assert tracuu("verify", current, "--key", tmp_path / "pub").code == 1
    # A key with a password is refused, and so is a file that is no key, each with its own message.
    assert publish(content, tmp_path / "to", "--sign", tmp_path / "pub").code == 2


def test_openssl_checks_the_certificates_signature(tmp_path: Path) -> None:
    pair = ["-keyout", tmp_path / "key.pem", "-out", tmp_path / "cert.pem"]
    made = run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/CN=Co quan mau", *pair)
    assert made.returncode == 0, made.stderr
    content = made_up(tmp_path / "content", 2)
    must_publish(content, tmp_path / "to", "--cms-cert", tmp_path / "cert.pem", "--cms-key", tmp_path / "key.pem")
    current = tmp_path / "to" / "current"
    command = ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", "SHA256SUMS.p7s", "-content", "SHA256SUMS",
               "-CAfile", tmp_path / "cert.pem", "-out", "/dev/null"]  # fmt: skip
    assert run(*command, cwd=current).returncode == 0
    assert tracuu("verify", current, "--cms-ca", tmp_path / "cert.pem").code == 0
    sums = current / "SHA256SUMS"
    lines = sums.read_text(encoding="utf-8")
    sums.unlink()
    sums.write_text(lines.replace("index.html", "indey.html", 1), encoding="utf-8")
    assert run(*command, cwd=current).returncode != 0
    result = tracuu("verify", current, "--cms-ca", tmp_path / "cert.pem", "--language", "en")
    assert result.code == 1 and "wrong signature" in result.err and "differs from the manifest" in result.err
    retitle(content, 1, "Tên khác")
    assert publish(content, tmp_path / "to", "--cms-cert", tmp_path / "cert.pem", "--cms-key", tmp_path / "cert.pem").code == 2


@pytest.mark.parametrize("seal", ["SHA256SUMS", "release.json", "index.html"])
def test_whatever_is_changed_is_found(seal: str, tmp_path: Path) -> None:
    must_publish(made_up(tmp_path / "content", 1), tmp_path / "to")
    path = tmp_path / "to" / "current" / seal
    data = path.read_bytes()
    path.unlink()
    path.write_bytes(data.replace(b"2", b"3", 1))
    assert tracuu("verify", tmp_path / "to" / "current").code == 1


@pytest.mark.timeout(1800)
def test_a_kill_at_any_of_sixty_moments_leaves_a_whole_release(tmp_path: Path) -> None:
    """Thirty moments of a publication and thirty of a rollback, spread over the time that one takes: the release in service is the
    old one or the new one, whole, and so is every other."""
    content = made_up(tmp_path / "content", 30)
    to = tmp_path / "to"
    must_publish(content, to)
    page = to / "current" / "van-ban/2021/ket-luan-1-ban-vi-du/index.html"

    def command(*more: object) -> list[str]:
        return arguments("publish", "--content", content, "--templates", TEMPLATES, "--as-of", AS_OF, "--to", to, *more)

    def killed(moment: float, *more: object) -> bool:
        running = subprocess.Popen(command(*more), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(moment)
        os.kill(running.pid, signal.SIGKILL)
        return running.wait() == -signal.SIGKILL

    def length(*more: object) -> float:
        start = time.monotonic()
        subprocess.run(command(*more), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        return time.monotonic() - start

    def assert_whole(titles: set[str]) -> None:
        assert tracuu("verify", to / "current").code == 0
        for release in (to / "releases").iterdir():
            assert release.name.startswith(".") or tracuu("verify", release).code == 0
        text = page.read_text(encoding="utf-8")
        assert any(title in text for title in titles), titles

    count, ended = 30, 0
    retitle(content, 1, "Bản 0.")
    span = length()
    for moment in range(count):
        retitle(content, 1, f"Bản {moment + 1}.")
        ended += killed(span * moment / count)
        assert_whole({f"Bản {n}." for n in range(moment + 2)})
    must_publish(content, to)
    assert f"Bản {count}." in page.read_text(encoding="utf-8")
    retitle(content, 1, "Bản cuối.")
    must_publish(content, to)
    span = length("--rollback")
    for moment in range(count):
        must_publish(content, to) if "Bản cuối." not in page.read_text(encoding="utf-8") else None
        ended += killed(span * moment / count, "--rollback")
        assert_whole({"Bản cuối.", f"Bản {count}."})
    assert ended >= count, "too few were killed before they ended"
