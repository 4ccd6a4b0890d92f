"""A Chromium of the system's own, and a page in it that writes down whatever a reader should never see."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, Playwright, Request, Route

_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
_TELL_VIOLATIONS = """
document.addEventListener('securitypolicyviolation', event =>
    console.error(`content security policy: ${event.violatedDirective} ${event.blockedURI}`));
"""


def launch(playwright: Playwright, *options: str) -> Browser:
    """Starts the system's browser without a window."""
    executable = next(filter(None, map(shutil.which, _NAMES)), None)
    if executable is None:
        raise FileNotFoundError(f"none of {', '.join(_NAMES)} is on the PATH")
    # Chromium's sandbox refuses to run as root; what is shown here is our own.
    arguments = [*options, "--no-sandbox"] if os.geteuid() == 0 else [*options]
    return playwright.chromium.launch(executable_path=executable, args=arguments)


LOST_PAGE_ASSETS = re.compile(r"/assets/(site[.][0-9a-f]{8}[.]css|not-found[.][0-9a-f]{8}[.]js)$")


@dataclass
class Watched:
    """A page, with what went wrong on it and what it asked for."""

    page: Page
    base: str
    troubles: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        self.page.goto(self.base + path)
        return self.page

    def quiet(self) -> None:
        """Fails when anything went wrong on any page shown so far."""
        assert self.troubles == []


@contextmanager
def watched(
    browser: Browser, base: str, *, width: int = 1280, dark: bool = False, javascript: bool = True
) -> Iterator[Watched]:
    """A fresh page whose errors and requests are noted; requests outside `base` are stopped and noted as trouble."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
        locale="vi-VN",
        java_script_enabled=javascript,
    )
    context.set_default_timeout(10_000)
    context.add_init_script(_TELL_VIOLATIONS)
    page = context.new_page()
    watch = Watched(page, base)

    def meet(route: Route, request: Request) -> None:
        watch.requests.append(request.url)
        if request.url.startswith((base, "data:")):
            route.continue_()
        elif page.url.endswith("/404.html") and LOST_PAGE_ASSETS.search(request.url):
            # The page for missing addresses asks for these at every height, as it may be shown anywhere.
            route.fulfill(status=204)
        else:
            watch.troubles.append(f"request outside the site: {request.url}")
            route.abort()

    context.route("**/*", meet)
    page.on("pageerror", lambda error: watch.troubles.append(f"script error: {error}"))
    page.on(
        "console",
        lambda message: watch.troubles.append(f"console {message.type}: {message.text}")
        if message.type in ("error", "warning")
        else None,
    )
    try:
        yield watch
    finally:
        context.close()
