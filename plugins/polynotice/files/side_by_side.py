"""Work done by several processes side by side, where a system can divide a process in two.

    answers = side_by_side(check, locales, jobs=2)    # [check(one) for one in locales]

Each process begins as this one is, with all that it has loaded and worked out, so that nothing but
the answers is handed over, which `pickle` must be able to write: whatever `function` needs, it may
hold. What it changes beside its answer (files apart) is lost where another process did it: what is
to be remembered, logged or counted belongs in the answer. It may be asked twice about one item, so
asking again must do no harm.

To begin takes some milliseconds for each hundred MiB that are in use, so that it pays from about a
second of work. Processes are not divided while threads run, whose locks would stay locked.
"""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections.abc import Callable, Sequence
from typing import Generic, NoReturn, TypeVar

Item = TypeVar("Item")
Answer = TypeVar("Answer")


def cores() -> int:
    """How many processes can run at once here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def side_by_side(
    function: Callable[[Item], Answer], items: Sequence[Item], jobs: int
) -> list[Answer]:
    """What `function` answers to each item, in order; by up to `jobs` processes, this one included.

    The work of a process that ends without its answers is done again here. So what goes wrong with
    an item is raised here, and a process that is killed, or cannot be had, costs time alone.
    """
    jobs = max(1, min(jobs, len(items))) if can_be_divided() else 1

    def work(share: int) -> list[Answer]:
        return [function(one) for one in items[share::jobs]]

    others = [_Other(work, share) for share in range(1, jobs)]
    try:
        answers = [work(0), *(other.answers() for other in others)]
    finally:
        for other in others:
            other.end()
    return [answers[place % jobs][place // jobs] for place in range(len(items))]


def can_be_divided() -> bool:
    """Whether this process can go on as two."""
    return hasattr(os, "fork") and threading.active_count() == 1


class _Other(Generic[Answer]):
    """Another process that does a share of the work."""

    def __init__(self, work: Callable[[int], list[Answer]], share: int) -> None:
        self._work = work
        self._share = share
        self._process = 0
        """Its number; none if there is no such process."""
        try:
            self._pipe, into = os.pipe()
        except OSError:
            return
        try:
            self._process = os.fork()
        except OSError:
            os.close(into)
            os.close(self._pipe)
            return
        if self._process == 0:
            self._do(into)
        os.close(into)

    def _do(self, into: int) -> NoReturn:
        """Does its work as the other process, and ends that."""
        status = 1
        try:
            data = pickle.dumps(self._work(self._share), pickle.HIGHEST_PROTOCOL)
            with os.fdopen(into, "wb") as file:
                file.write(data)
            status = 0
        finally:
            os._exit(status)  # whatever is to be done at the end, the first process does

    def answers(self) -> list[Answer]:
        """Its answers."""
        if self._process:
            with os.fdopen(self._pipe, "rb") as file:
                data = file.read()
            _, status = os.waitpid(self._process, 0)
            self._process = 0
            if status == 0:
                answers: list[Answer] = pickle.loads(data)  # noqa: S301
                return answers
        return self._work(self._share)

    def end(self) -> None:
        """Ends the process, if it has not been heard."""
        if self._process:
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
            os.close(self._pipe)
