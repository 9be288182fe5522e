"""What git remembers of a file. Git is asked, never told: nothing is written."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from polynotice.waiting import Version

_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")
"""Set while git runs a hook, and relative to another folder than the project's."""


def versions(root: Path, name: str) -> Iterator[Version]:
    """The committed versions of the file `name` below `root`, latest first.

    They are those of the main line: a merge counts as one commit, and its date is that on which
    the change came in. There are none where git is not installed, where `root` is not in a
    repository and where the file was never committed; they end early where the clone is shallow.
    """
    shallow = _git(root, "rev-parse", "--is-shallow-repository")
    log = _git(
        root,
        *("-c", "log.showSignature=false", "log", "-m", "--first-parent", "--no-renames"),
        *("--raw", "--no-abbrev", "--no-color", "--date=short", "--format=%cd", "--", name),
    )
    if not shallow or not log:
        return
    # Of each commit its date, then a line ":<mode> <mode> <blob> <new blob> <status>\t<path>".
    date = ""
    for line in filter(None, log.split("\n")):
        if not line.startswith(":"):
            date = line
            continue
        *_, blob, status = line.partition("\t")[0].split()
        text = "" if status == "D" else _git(root, "cat-file", "blob", blob)
        if text is None:
            return
        is_first = status == "A" and shallow.strip() == "false"
        yield Version(date=date, text=text, is_first=is_first)


def _git(root: Path, *arguments: str) -> str | None:
    """What git prints, or `None` if it cannot."""
    git = shutil.which("git")
    if git is None:
        return None
    environment = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    done = subprocess.run(  # noqa: S603 (no shell, and git as found on the path)
        [git, *arguments],
        cwd=root,
        env={**environment, "GIT_TERMINAL_PROMPT": "0"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
