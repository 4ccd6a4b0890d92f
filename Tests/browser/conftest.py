from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import astuple
from pathlib import Path

import pytest
from harness.browser import launch
from harness.command import CONTENT, must_build
from harness.content import FIXTURES
from harness.kinds import Sites, all_sites, built
from harness.server import Server
from playwright.sync_api import Browser, sync_playwright


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """The sites to look at, freshly built; TRACUU_SITES names a folder in which they stand already."""
    if ready := os.environ.get("TRACUU_SITES"):
        return built(Path(ready))
    contents = {"own": CONTENT, "choice": FIXTURES / "choice", "looks": FIXTURES / "looks"}
    return all_sites(tmp_path_factory.mktemp("sites"), contents, must_build)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = launch(playwright)
        yield started
        started.close()


@pytest.fixture(scope="session")
def served(sites: Sites) -> Iterator[dict[Path, str]]:
    """The address of each site on a web server."""
    with ExitStack() as stack:
        yield {site: stack.enter_context(Server(site)).base for site in astuple(sites)}


@pytest.fixture(params=["http", "file"])
def base(request: pytest.FixtureRequest, sites: Sites, served: dict[Path, str]) -> str:
    """The address of the project's own site: from a server, and from a folder as by double-click."""
    return served[sites.own] if request.param == "http" else f"{sites.own.as_uri()}/"


@pytest.fixture
def web(sites: Sites, served: dict[Path, str]) -> str:
    """The address of the project's own site on a server."""
    return served[sites.own]
