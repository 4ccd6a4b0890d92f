"""The command as a person runs it: at both ends of a terminal."""

from __future__ import annotations

import os
import pty
import subprocess
from dataclasses import dataclass

from harness.command import BINARY


@dataclass(frozen=True)
class Session:
    code: int
    # What the terminal showed: output, messages and what was typed.
    shown: str


def at_terminal(typed: str, *arguments: object) -> Session:
    """Runs the command to its end; `typed` waits for its questions."""
    master, slave = pty.openpty()
    process = subprocess.Popen([str(BINARY), *map(str, arguments)], stdin=slave, stdout=slave, stderr=slave, close_fds=True)
    os.close(slave)
    os.write(master, typed.encode())
    shown = b""
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    code = process.wait(timeout=60)
    os.close(master)
    return Session(code, shown.decode())
