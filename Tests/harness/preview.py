"""`tracuu serve` on a free port, for as long as a test lasts."""

from __future__ import annotations

import re
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

from harness.command import AS_OF, TEMPLATES, arguments

_ADDRESS = re.compile(r"http://(?:127\.0\.0\.1|0\.0\.0\.0):(\d+)/")


class Preview:
    """A running preview; `base` is its address."""

    def __init__(
        self, content: Path, *options: object, templates: Path = TEMPLATES, open_files: int | None = None
    ) -> None:
        command = arguments(
            "serve", "--content", content, "--templates", templates, "--as-of", AS_OF, "--port", 0, *options
        )
        if open_files is not None:
            command = ["prlimit", f"--nofile={open_files}", *command]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        assert self.process.stderr is not None
        found = _ADDRESS.search(self.process.stderr.readline())
        assert found, "serve did not tell its address"
        self.port = int(found[1])
        self.base = f"http://127.0.0.1:{self.port}/"

    def __enter__(self) -> Preview:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

    def get(self, path: str = "", headers: dict[str, str] | None = None) -> tuple[int, bytes]:
        """Status and body of one file."""
        try:
            with urllib.request.urlopen(urllib.request.Request(self.base + path, headers=headers or {})) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def wait_for(self, path: str, status: int, text: str = "", seconds: float = 60) -> bytes:
        """The body, once it has a status and contains a text."""
        end = time.monotonic() + seconds
        while True:
            got, body = self.get(path)
            if got == status and text.encode() in body:
                return body
            assert time.monotonic() < end, f"{path}: {got}, without “{text}”"
            time.sleep(0.05)
