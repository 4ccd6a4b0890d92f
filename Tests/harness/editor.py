"""`tracuu serve --edit` on free ports, for as long as a test lasts, and a client that may be as wrong as a test wants."""

from __future__ import annotations

import http.client
import json
import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from harness.command import AS_OF, TEMPLATES, arguments

_ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/#key=([0-9a-f]{64})")
API = "/_tracuu/edit/api/"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Editor:
    """A running editor. `address` is the one that it printed."""

    def __init__(self, content: Path, state: Path, *options: object, ports: tuple[int, int] = (0, 0)) -> None:
        self.content = content
        preview, editor = ports
        self.process = subprocess.Popen(
            arguments(
                "serve", "--edit", "--no-open", "--content", content, "--templates", TEMPLATES, "--as-of", AS_OF,
                "--port", preview, "--edit-port", editor, *options,
            ),
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "XDG_STATE_HOME": str(state)},
        )  # fmt: skip
        assert self.process.stderr is not None
        found = _ADDRESS.search(self.process.stderr.readline())
        assert found, "serve did not tell its address"
        self.port, self.key = int(found[1]), found[2]
        self.origin = f"http://127.0.0.1:{self.port}"
        self.address = found[0]

    def __enter__(self) -> Editor:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def kill(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.communicate()

    @property
    def own_headers(self) -> dict[str, str]:
        """What the editor's own pages send."""
        return {
            "Host": f"127.0.0.1:{self.port}",
            "Origin": self.origin,
            "Sec-Fetch-Site": "same-origin",
            "X-Tracuu-Key": self.key,
        }

    def ask(
        self, method: str, path: str, body: Any = None, headers: dict[str, str | None] | None = None, raw: bool = False
    ) -> Answer:
        """One request. Headers that are None are left out; `raw` sends the path as it is, below no prefix."""
        sent = {**self.own_headers, **(headers or {})}
        data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.putrequest(method, path if raw else API + path, skip_host=True, skip_accept_encoding=True)
        for name, value in sent.items():
            if value is not None:
                connection.putheader(name, value)
        if data is not None:
            connection.putheader("Content-Length", str(len(data)))
        connection.endheaders(data)
        answer = connection.getresponse()
        found = Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        connection.close()
        return found

    def record(self, path: str) -> Any:
        answer = self.ask("GET", f"record/{quote(path)}")
        assert answer.status == 200, answer
        return answer.json

    def save(self, path: str, etag: str, **body: Any) -> Answer:
        return self.ask("PUT", f"record/{quote(path)}", body, {"If-Match": f'"{etag}"'})
