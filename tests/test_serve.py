"""`mkdocs serve`, really served: every save is seen, and a mistake is shown instead of stopping."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.projects import replace_in, translate, write_project

PATIENCE = 30
"""Seconds after which a page that does not change is taken to be stuck."""


class Served:
    """A project under `mkdocs serve`."""

    def __init__(self, folder: Path, log: Path) -> None:
        self.folder = folder
        self.log = log
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}/"
        command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
        with log.open("wb") as output:
            self.process = subprocess.Popen(
                [*command, "--livereload"],
                cwd=folder,
                stdout=output,
                stderr=subprocess.STDOUT,
                env={**os.environ, "PYTHONUNBUFFERED": "1"},
            )

    def page(self, name: str = "") -> str:
        with urllib.request.urlopen(self.address + name, timeout=PATIENCE) as answer:  # noqa: S310
            return str(answer.read().decode())

    def wait(self, wanted: Callable[[str], bool], name: str = "") -> str:
        deadline = time.monotonic() + PATIENCE
        html = ""
        while time.monotonic() < deadline:
            assert self.process.poll() is None, self.log.read_text()
            try:
                html = self.page(name)
            except (urllib.error.URLError, ConnectionError):
                html = ""
            if html and wanted(html):
                return html
            time.sleep(0.1)
        pytest.fail(
            f"{name or '/'} did not change:\n{html[-3000:]}\n{self.log.read_text()[-3000:]}"
        )


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    folder = write_project(tmp_path / "notice")
    translate(folder, "de")
    serving = Served(folder, tmp_path / "log.txt")
    try:
        serving.wait(lambda html: "Calls are recorded." in html)
        yield serving
    finally:
        serving.process.terminate()
        serving.process.wait(timeout=PATIENCE)


def test_every_kind_of_file_is_seen_when_it_is_saved(served: Served) -> None:
    folder = served.folder
    replace_in(folder / "notice_data/care.yml", "Calls are recorded.", "Calls are taped.")
    served.wait(lambda html: "Calls are taped." in html)
    replace_in(folder / "docs/index.md", "What we do with your data.", "What is done with data.")
    served.wait(lambda html: "What is done with data." in html)
    replace_in(folder / "locales/de/LC_MESSAGES/notice.po", "DE: Messages.", "DE: Nachrichten.")
    served.wait(lambda html: "DE: Nachrichten." in html, "de/")
    replace_in(folder / "mkdocs.yml", "site_name: Notice", "site_name: Renamed")
    served.wait(lambda html: "Renamed" in html)


@pytest.mark.parametrize(
    ("name", "sound", "broken", "told"),
    [
        ("notice_data/care.yml", "purpose: Calls", "porpose: Calls", "notice_data/care.yml:6:"),
        ("notice_data/care.yml", "[recordings]", "[recordings", "notice_data/care.yml:9:"),
        ("docs/index.md", "::: data-index", "::: data-indx", "docs/index.md:9:"),
        ("locales/de/LC_MESSAGES/notice.po", 'msgid "Chat"', 'msgid "Chat', "notice.po:"),
        ("mkdocs.yml", "locales: [en, de]", "locales: [en, xx-yy]", "mkdocs.yml:8:"),
    ],
)
def test_a_mistake_is_shown_on_the_page_and_goes_when_it_is_mended(
    served: Served, name: str, sound: str, broken: str, told: str
) -> None:
    replace_in(served.folder / name, sound, broken)
    html = served.wait(lambda html: "notice-problems" in html)
    assert told in html
    replace_in(served.folder / name, broken, sound)
    served.wait(lambda html: "notice-problems" not in html and "Calls are recorded." in html)


def test_a_build_while_serving_writes_nothing_where_it_watches(served: Served) -> None:
    watched = [served.folder / name for name in ("docs", "notice_data", "locales")]
    before = {path: path.stat().st_mtime_ns for f in watched for path in f.rglob("*")}
    replace_in(served.folder / "mkdocs.yml", "site_name: Notice", "site_name: Again")
    served.wait(lambda html: "Again" in html)
    assert {path: path.stat().st_mtime_ns for f in watched for path in f.rglob("*")} == before
