"""Times commands in turn, so that a machine whose speed drifts treats them alike."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# An installed program has its modules compiled; where Python is told not to write what it has
# compiled, a checkout would compile its own anew for each run, and its peers not.
ENV = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "NO_MKDOCS_2_WARNING": "1",
}

Times = Mapping[str, Sequence[float]]
"""The seconds of each run, by what was timed."""


def _nothing() -> None:
    """A command that needs no preparation."""


@dataclass(frozen=True, kw_only=True)
class Command:
    """A command, in its folder."""

    arguments: Sequence[str]
    folder: Path
    prepare: Callable[[], None] = _nothing
    """What is done before each run, and not timed."""
    may_fail: bool = False
    """Whether it may end with 1, as a check does that finds something."""


def seconds(command: Command, limit: float | None = None) -> float:
    """How long the command takes, as a whole process.

    Raises `subprocess.CalledProcessError` if it fails, and `subprocess.TimeoutExpired` if it takes
    more than `limit` seconds.
    """
    command.prepare()
    start = time.perf_counter()
    done = subprocess.run(
        command.arguments,
        cwd=command.folder,
        env=ENV,
        check=False,
        capture_output=True,
        timeout=limit,
    )
    taken = time.perf_counter() - start
    if done.returncode not in ((0, 1) if command.may_fail else (0,)):
        print(done.stdout.decode()[-2000:], done.stderr.decode()[-2000:])
        done.check_returncode()
    return taken


def in_turn(commands: Mapping[str, Command], runs: int, *, warm_up: bool = True) -> Times:
    """The seconds that each command took, after one run of each that is not counted."""
    for command in commands.values() if warm_up else ():
        seconds(command)
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            taken[name].append(seconds(command))
    return taken


def median(times: Sequence[float]) -> str:
    """The median of some seconds, with the least and the most.

    >>> median([2.0, 1.0, 4.0]), median([0.1234])
    ('2.00 s (1.00 to 4.00)', '0.123 s')
    """
    middle = statistics.median(times)
    digits = 2 if middle >= 1 else 3
    spread = f" ({min(times):.{digits}f} to {max(times):.{digits}f})" if len(times) > 1 else ""
    return f"{middle:.{digits}f} s{spread}"


def ratio(one: Sequence[float], other: Sequence[float]) -> str:
    """How much of the other's time one takes: the median of the runs that stand side by side."""
    return f"{statistics.median(a / b for a, b in zip(one, other, strict=True)):.2f}"
