"""What git remembers of a project. Git is asked, never told: nothing is written."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

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


@dataclass(frozen=True, kw_only=True)
class Commit:
    """What the files of a project are, as far as git knows."""

    id: str
    """The whole name of the commit that is checked out."""
    is_dirty: bool
    """Whether a file that git knows was changed since, or there is an input unknown to it."""


def commit(root: Path, inputs: Sequence[str], made: Path) -> Commit | None:
    """The commit of the project in `root`; `None` if git has none of its `inputs`.

    `inputs` are git's patterns, below `root`, of the files that the project is made of; other files
    that git does not know do not count, such as an environment or a cache. Nor does the folder
    `made`, whatever git knows of it: it holds what is made of the inputs.
    """
    listed = _git(root, "ls-files", "-z", "-t", "--cached", "--others", "--", *inputs)
    paths = listed.rstrip("\0").split("\0") if listed else []
    unknown = [path for path in paths if path.startswith("? ") and not _is_hidden(path[2:])]
    if not any(not path.startswith("? ") for path in paths):
        return None
    exclusion = [f":(exclude,literal){made.as_posix()}"] if made.is_relative_to(root) else []
    status = _git(
        root,
        *("--no-optional-locks", "status", "--porcelain=v2", "--branch", "-z"),
        *("--untracked-files=no", "--", ":/", *exclusion),
    )
    if status is None:
        return None
    lines = status.rstrip("\0").split("\0")
    oid = next((line.split()[-1] for line in lines if line.startswith("# branch.oid ")), "")
    if not oid.isalnum():  # "(initial)": nothing is committed yet
        return None
    changed = [line for line in lines if not line.startswith("# ")]
    return Commit(id=oid, is_dirty=bool(unknown or changed))


def day_of(root: Path, commit_id: str) -> str | None:
    """The day on which the commit was made (ISO 8601), if git can tell."""
    day = _git(root, "show", "--no-patch", "--format=%cs", commit_id)
    return day.strip() if day else None


def _is_hidden(path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/"))


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


@dataclass(frozen=True, kw_only=True)
class Version:
    """The template as it once was."""

    date: str
    """ISO 8601: `2026-03-01`."""
    text: str
    """The whole file, as `polynotice update` wrote it."""
    is_first: bool = False
    """Whether there was no template before."""
