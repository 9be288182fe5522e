"""How long it takes until a save is on the page: `mkdocs serve`, as a browser sees it."""

from __future__ import annotations

import http.client
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.generated import new_word
from benchmarks.timing import ENV

_PATIENCE = 300.0
"""Seconds after which a page is not waited for any more."""
_EVERY = 0.01


def saves(
    mkdocs: Path, folder: Path, page: str, save: Callable[[str], None], runs: int
) -> list[float]:
    """The seconds from a save to the page with the word that was saved.

    `save` writes a word to a source of the `page`, whose address is below the site's root.
    """
    with _served(mkdocs, folder) as root:
        address = root + page
        taken = []
        for number in range(-1, runs):  # the first is not counted
            word = new_word(600 + number)  # none that a build was given
            start = time.perf_counter()
            save(word)
            _wait(lambda word=word: word in _read(address))  # type: ignore[misc]
            taken.append(time.perf_counter() - start)
            time.sleep(1)  # as a person does; MkDocs's observer settles in that time
    return taken[1:]


@contextmanager
def _served(mkdocs: Path, folder: Path) -> Iterator[str]:
    """A preview of the project in that folder, by its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    path = (folder / "mkdocs.yml").read_text(encoding="utf-8").partition("site_url: ")[2]
    below = path.split("\n")[0].partition("://")[2].partition("/")[2]
    root = f"http://{host}/{below}"
    with subprocess.Popen(
        [mkdocs, "serve", "--livereload", "--quiet", "--dev-addr", host],
        cwd=folder,
        env=ENV,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            _wait(lambda: _read(root) != "", server)
            yield root
        finally:
            server.terminate()


def _wait(is_so: Callable[[], bool], server: subprocess.Popen[bytes] | None = None) -> None:
    end = time.perf_counter() + _PATIENCE
    while not is_so():
        if time.perf_counter() > end or (server is not None and server.poll() is not None):
            raise TimeoutError("The preview does not answer.")
        time.sleep(_EVERY)


def _read(address: str) -> str:
    """What is at an address; empty if nobody answers."""
    try:
        with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310
            return str(answer.read().decode())
    except (urllib.error.URLError, http.client.HTTPException, OSError):
        return ""
