"""A project under `mkdocs serve`, really served."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PATIENCE = 60
"""Seconds after which a page that does not change is taken to be stuck."""


class Served:
    """A project under `mkdocs serve`."""

    def __init__(self, folder: Path, log: Path, *options: str, host: str = "mkdocs") -> None:
        self.folder = folder
        self.log = log
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}/"
        command = [sys.executable, "-m", host, "serve", "-a", f"127.0.0.1:{port}"]
        # MkDocs leaves the site that it serves behind when it is terminated.
        own = {"PYTHONUNBUFFERED": "1", "TMPDIR": str(log.parents[1])}
        with log.open("wb") as output:
            self.process = subprocess.Popen(
                [*command, "--livereload", *options],
                cwd=folder,
                stdout=output,
                stderr=subprocess.STDOUT,
                env={**os.environ, **own},
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


@contextmanager
def serving(folder: Path, *options: str, host: str = "mkdocs") -> Iterator[Served]:
    """Serves the project for as long as it is looked at."""
    served = Served(folder, folder.with_suffix(".log"), *options, host=host)
    try:
        served.wait(bool)
        yield served
    finally:
        served.process.terminate()
        served.process.wait(timeout=PATIENCE)
