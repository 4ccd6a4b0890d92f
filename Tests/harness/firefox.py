"""The system's Firefox without a window, driven through Marionette, the protocol that it speaks itself."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from marionette_driver.keys import Keys
from marionette_driver.marionette import Marionette

_NAMES = ("firefox-esr", "firefox")
_PREFERENCES: dict[str, str | int | bool] = {
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}
_PATIENCE = 60


class Firefox:
    """One window, with the few deeds that a reader at a keyboard has."""

    def __init__(self, marionette: Marionette) -> None:
        self._marionette = marionette

    def open(self, address: str) -> None:
        self._marionette.navigate(address)

    def back(self) -> None:
        self._marionette.go_back()

    @property
    def address(self) -> str:
        return self._marionette.get_url()

    @property
    def title(self) -> str:
        return self._marionette.title

    def text(self, selector: str) -> str:
        """The text of the first element that fits; needs no script in the page."""
        return self._marionette.find_element("css selector", selector).text

    def ask(self, script: str) -> object:
        """What a JavaScript expression says in the page."""
        return self._marionette.execute_script(f"return {script}")

    def await_value(self, expression: str) -> object:
        """What a promise, or any other JavaScript expression, comes to; `page` is the page's own window."""
        self._marionette.timeout.script = 120
        outcome = self._marionette.execute_async_script(
            "const done = arguments[0], page = window.wrappedJSObject ?? window;"
            f"(async () => ({expression}))().then(value => done(JSON.stringify([value])), error => done(String(error)))"
        )
        assert isinstance(outcome, str) and outcome.startswith("["), outcome
        return json.loads(outcome)[0]

    def press(self, key: str) -> None:
        self._marionette.actions.sequence("key", "keyboard").key_down(key).key_up(key).perform()

    def type(self, text: str) -> None:
        for letter in text:
            self.press(letter)

    def tab_to(self, selector: str, limit: int = 80) -> None:
        """Moves the focus by the keyboard alone until it stands on what the selector names."""
        for _ in range(limit):
            self.press(Keys.TAB)
            if self.ask(f"document.activeElement.matches({selector!r})"):
                return
        raise AssertionError(f"{limit} tabs from {self.address} do not reach {selector}")

    def wait_for(self, holds: Callable[[], object], what: str) -> None:
        end = time.monotonic() + 15
        while not holds():
            assert time.monotonic() < end, f"never came: {what}, at {self.address}"
            time.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def firefox(**preferences: str | int | bool) -> Iterator[Firefox]:
    """Starts Firefox with a new profile; it is gone at the end of the block, its profile too."""
    executable = next(filter(None, map(shutil.which, _NAMES)), None)
    if executable is None:
        raise FileNotFoundError(f"none of {', '.join(_NAMES)} is on the PATH")
    port = _free_port()
    with TemporaryDirectory() as profile:
        settings = _PREFERENCES | {"marionette.port": port} | preferences
        lines = (f'user_pref("{name}", {_literal(value)});\n' for name, value in settings.items())
        Path(profile, "user.js").write_text("".join(lines), encoding="utf-8")
        process = subprocess.Popen(
            [executable, "--headless", "--marionette", "--no-remote", "--profile", profile],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _await(port, process)
            marionette = Marionette(host="127.0.0.1", port=port)
            marionette.start_session()
            marionette.set_window_rect(width=1280, height=900)
            yield Firefox(marionette)
            marionette.delete_session()
        finally:
            process.terminate()
            process.wait(timeout=30)


def _literal(value: str | int | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value) if isinstance(value, int) else f'"{value}"'


def _await(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        assert process.poll() is None, "Firefox ended before it could be driven"
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError("Firefox does not answer")
