"""Times commands in turn, so that a machine whose speed drifts treats them alike."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# An installed program has its modules compiled; where Python is told not to write what it has
# compiled, a checkout would compile its own anew for each run, and its peers not.
ENV = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True, kw_only=True)
class Command:
    """A command, in its folder."""

    arguments: Sequence[str]
    folder: Path


def seconds(command: Command, limit: float | None = None) -> float:
    """How long the command takes, as a whole process.

    Raises `subprocess.CalledProcessError` if it fails, and `subprocess.TimeoutExpired` if it takes
    more than `limit` seconds.
    """
    start = time.perf_counter()
    subprocess.run(
        command.arguments,
        cwd=command.folder,
        env=ENV,
        check=True,
        capture_output=True,
        timeout=limit,
    )
    return time.perf_counter() - start


def in_turn(commands: Mapping[str, Command], runs: int) -> dict[str, list[float]]:
    """The seconds that each command took, after one run of each that is not counted."""
    for command in commands.values():
        seconds(command)
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            taken[name].append(seconds(command))
    return taken


def report(title: str, taken: Mapping[str, Sequence[float]]) -> None:
    """Prints each command's median, and the first's ratio to each other, pair by pair."""
    print(f"\n{title}")
    first = next(iter(taken))
    for name, times in taken.items():
        line = f"  {name:32} {statistics.median(times):7.2f} s"
        line += f"  ({min(times):.2f} to {max(times):.2f})"
        if name != first:
            ratios = [a / b for a, b in zip(taken[first], times, strict=True)]
            line += f"  {first} takes {statistics.median(ratios):.2f} of it"
        print(line)
