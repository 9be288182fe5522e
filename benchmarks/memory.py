"""How much memory a command takes at most, with all processes that it starts (Linux)."""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.timing import ENV, Command

_EVERY = 0.05
"""Seconds between two looks."""


def peak(command: Command) -> float:
    """The most MiB at one moment; pages that processes share are counted once."""
    command.prepare()
    with subprocess.Popen(
        command.arguments,
        cwd=command.folder,
        env=ENV,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        most = 0
        while process.poll() is None:
            most = max(most, sum(map(_share, _family(process.pid))))
            time.sleep(_EVERY)
    return most / 1024


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        tasks = [*Path(f"/proc/{pid}/task").iterdir()]
        children = [child for task in tasks for child in (task / "children").read_text().split()]
    except OSError:  # it has just ended
        return
    for child in children:
        yield from _family(int(child))


def _share(pid: int) -> int:
    """The KiB of a process, its part of those that it shares with others included."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8")
    except OSError:
        return 0
    found = re.search(r"^Pss:\s+(\d+)", text, re.MULTILINE)
    return int(found[1]) if found else 0
