"""What several tests share: the repository's own notice, built once, and a real browser."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

from tests.installed import look_up_once
from tests.projects import ROOT, build_site, translate, write_project

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

look_up_once()

COLLECTED = pytest.StashKey[list[pytest.Item]]()
"""Every test that was found, before those that do not run are left out."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keeps what was found, and lets those that mostly wait begin, beside others that work."""
    config.stash[COLLECTED] = list(items)
    items.sort(key=lambda item: item.get_closest_marker("waits") is None)


@pytest.fixture
def count(record_property: Callable[[str, object], None]) -> Callable[[str, int], None]:
    """Tells how many of something a test has tried: `count("damages found", 12)`.

    The end of the run prints one line for each name, with its sum over all tests and workers.
    """
    return lambda name, number: record_property("count", (name, number))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints what the tests counted."""
    sums = Counter[str]()
    reports = chain.from_iterable(map(terminalreporter.getreports, ("passed", "failed")))
    for report in reports:
        for kind, value in report.user_properties if report.when == "call" else ():
            if kind == "count":
                sums[value[0]] += value[1]
    if sums:
        terminalreporter.section("counts")
    for name, number in sorted(sums.items()):
        terminalreporter.write_line(f"{number:,} {name}")


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    """A small notice in English and German, whose German is missing."""
    return write_project(tmp_path)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small notice with all of its German, and its site. To be copied, or read."""
    folder = write_project(tmp_path_factory.mktemp("published"))
    translate(folder, "de")
    build_site(folder)
    return folder


def copy_of_repository(folder: Path) -> Path:
    """The repository's own notice, as a user's project elsewhere; its releases are left out."""
    for name in ("docs", "notice_data", "locales"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


@pytest.fixture
def own_notice(tmp_path: Path) -> Path:
    """A copy of the repository's own notice, to break."""
    return copy_of_repository(tmp_path)


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own notice with its releases, built. Read only: every worker shares it."""
    shared = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    folder = shared / "own-notice"
    with FileLock(shared / "own-notice.lock"):
        if not (folder / "site" / "index.html").exists():
            folder.mkdir(exist_ok=True)
            shutil.copytree(ROOT / "releases", folder / "releases")
            build_site(copy_of_repository(folder))
    return folder / "site"


CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "chromium-browser"))),
    None,
)
"""The first is the same engine without the windows that nobody sees: it takes half the time."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium, from the system's packages."""
    if CHROMIUM is None:
        if os.environ.get("POLYNOTICE_REQUIRE_BROWSER") == "1":
            pytest.fail("No Chromium was found, and POLYNOTICE_REQUIRE_BROWSER=1 asks for one.")
        pytest.skip("No Chromium was found: install the package `chromium-headless-shell`.")
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    # What the theme moves and fades was a third of what Chromium did.
    arguments.append("--force-prefers-reduced-motion")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield chromium
        chromium.close()


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Says nothing: a test's output is what failed."""


def serve(folder: Path) -> tuple[http.server.ThreadingHTTPServer, str]:
    """Serves a folder on a free port of this machine; gives the server and its address."""
    return serve_with(functools.partial(_QuietHandler, directory=str(folder)))


def serve_with(
    handler: Callable[..., http.server.SimpleHTTPRequestHandler],
) -> tuple[http.server.ThreadingHTTPServer, str]:
    """Serves what the handler has on a free port; gives the server and its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    # It looks so often whether it is to end, for which a test waits.
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}/"


@pytest.fixture(scope="session")
def own_address(own_site: Path) -> Iterator[str]:
    """The address of the repository's own notice, served."""
    server, address = serve(own_site)
    yield address
    server.shutdown()
    server.server_close()
