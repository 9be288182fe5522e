"""A project under `mkdocs serve`, really served."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from tests.processes import Copy

PATIENCE = 60
"""Seconds after which a page that does not change is taken to be stuck."""


class Served:
    """A project under `mkdocs serve`; with a `host` by a program of its own."""

    def __init__(self, folder: Path, log: Path, *options: str, host: str = "") -> None:
        self.folder = folder
        self.log = log
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}/"
        command = [host or "mkdocs", "serve", "-a", f"127.0.0.1:{port}", "--livereload", *options]
        # MkDocs leaves the site that it serves behind when it is terminated.
        temporary = log.parents[1]
        with log.open("wb") as output:
            self.process: Copy | subprocess.Popen[bytes]
            if not host:
                number = output.fileno()
                first = partial(_set_temporary_folder, temporary)
                self.process = Copy(
                    command, folder=folder, first=first, output=number, errors=number
                )
            else:
                self.process = subprocess.Popen(
                    [sys.executable, "-m", *command],
                    cwd=folder,
                    stdout=output,
                    stderr=subprocess.STDOUT,
                    env={**os.environ, "PYTHONUNBUFFERED": "1", "TMPDIR": str(temporary)},
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


def _set_temporary_folder(folder: Path) -> None:
    tempfile.tempdir = str(folder)


@contextmanager
def serving(folder: Path, *options: str, host: str = "") -> Iterator[Served]:
    """Serves the project for as long as it is looked at."""
    served = Served(folder, folder.with_suffix(".log"), *options, host=host)
    try:
        served.wait(bool)
        yield served
    finally:
        served.process.terminate()
        served.process.wait(timeout=PATIENCE)
