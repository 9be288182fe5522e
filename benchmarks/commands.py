"""How long a person waits for each command, the first time and then."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from benchmarks.builds import BIN, forget
from benchmarks.report import table
from benchmarks.timing import Command, in_turn, median, ratio

POLYNOTICE = str(BIN / "polynotice")
NEW = "eu"
"""A locale that no notice here has."""


def report(folder: Path, runs: int) -> str:
    """Checks, states and starts of the notice in that folder."""

    def without_locale() -> None:
        shutil.rmtree(folder / "locales" / NEW, ignore_errors=True)
        (folder / "mkdocs.yml").write_bytes(config)

    config = (folder / "mkdocs.yml").read_bytes()
    commands = {
        f"`{name}`, {when}": Command(
            arguments=(POLYNOTICE, name),
            folder=folder,
            prepare=(lambda: forget(folder)) if when == "first" else (lambda: None),
            may_fail=True,
        )
        for name in ("check", "status")
        for when in ("first", "then")
    }
    commands["`add-locale`"] = Command(
        arguments=(POLYNOTICE, "add-locale", NEW), folder=folder, prepare=without_locale
    )
    taken = in_turn(commands, runs, warm_up=False)
    without_locale()
    return table(("command", "time"), [[name, median(times)] for name, times in taken.items()])


def report_start(folder: Path, runs: int) -> str:
    """The start of the program, beside that of Python with click."""
    python = Command(arguments=(sys.executable, "-c", "import click"), folder=folder)
    commands = {
        "Python, `import click`": python,
        **{
            f"`polynotice {option}`": Command(arguments=(POLYNOTICE, option), folder=folder)
            for option in ("--version", "--help")
        },
    }
    taken = in_turn(commands, runs)
    first = next(iter(taken.values()))
    rows = [[name, median(times), ratio(times, first)] for name, times in taken.items()]
    return table(("command", "time", "of Python's"), rows)
