"""Work side by side: the same answers, and the same mistakes, as one after the other."""

from __future__ import annotations

import functools
import os
import signal
import threading
from collections.abc import Callable
from typing import ParamSpec

import pytest

from polynotice.files.side_by_side import cores, side_by_side
from tests.processes import run_copy

Given = ParamSpec("Given")
HERE = os.getpid()


def alone(test: Callable[Given, None]) -> Callable[Given, None]:
    """The test in a copy of this process, in which servers and browsers of other tests may run."""

    def begin() -> None:
        global HERE
        HERE = os.getpid()

    @functools.wraps(test)
    def run(*args: Given.args, **kwargs: Given.kwargs) -> None:
        done = run_copy(lambda: test(*args, **kwargs), first=begin)
        assert done.returncode == 0, done.stderr

    return run


def squared(number: int) -> tuple[int, bool]:
    return number * number, os.getpid() != HERE


@pytest.mark.parametrize("jobs", [1, 2, 3, 9])
@pytest.mark.parametrize("items", [[], [3], list(range(7))])
@alone
def test_the_answers_come_in_the_order_of_the_items(items: list[int], jobs: int) -> None:
    answers = side_by_side(squared, items, jobs)
    assert [answer for answer, _ in answers] == [item * item for item in items]
    others = {is_elsewhere for _, is_elsewhere in answers}
    assert (True in others) is (jobs > 1 and len(items) > 1)


@alone
def test_a_function_may_hold_what_cannot_be_handed_over() -> None:
    held = threading.Lock()
    assert side_by_side(lambda item: held.locked() or item, [1, 2], 2) == [1, 2]


@alone
def test_what_goes_wrong_in_another_process_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        side_by_side(lambda item: 1 // item, [1, 0], 2)


@alone
def test_what_goes_wrong_here_ends_the_others() -> None:
    def work(item: int) -> int:
        if os.getpid() != HERE:
            signal.pause()
        return 1 // item

    with pytest.raises(ZeroDivisionError):
        side_by_side(work, [0, 1, 2], 3)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@alone
def test_the_work_of_a_killed_process_is_done_all_the_same() -> None:
    def work(item: int) -> int:
        if os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        return item

    assert side_by_side(work, [1, 2, 3], 3) == [1, 2, 3]


@alone
def test_answers_that_cannot_be_handed_over_are_worked_out_here() -> None:
    (one, other) = side_by_side(lambda item: lambda: item, [1, 2], 2)
    assert (one(), other()) == (1, 2)


@alone
def test_answers_longer_than_a_pipe_holds_arrive() -> None:
    assert side_by_side(lambda item: item * 1_000_000, ["a", "b", "c"], 3)[2] == "c" * 1_000_000


@alone
def test_no_process_is_divided_while_a_thread_runs() -> None:
    go_on = threading.Event()
    thread = threading.Thread(target=go_on.wait)
    thread.start()
    try:
        assert side_by_side(squared, [1, 2], 2) == [(1, False), (4, False)]
    finally:
        go_on.set()
        thread.join()


def test_there_is_a_core() -> None:
    assert cores() >= 1
