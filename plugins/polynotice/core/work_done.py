"""How far work has come: said by whoever does it, heard by whoever shows it, changing neither."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

Item = TypeVar("Item")
Listener = Callable[[str, int, int], None]
"""Is told what is being done, how many of it are done, and how many there are."""

_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


def say_done(what: str, done: int, total: int) -> None:
    """Says that so many of all are done, to whoever listens."""
    listener = _listener.get()
    if listener is not None:
        listener(what, done, total)


def step_by_step(what: str, items: Sequence[Item]) -> Iterator[Item]:
    """The items, and after the work on each how many are done.

    >>> said = []
    >>> with heard_by(lambda *one: said.append(one)):
    ...     list(step_by_step("Reading", "ab"))
    ['a', 'b']
    >>> said
    [('Reading', 1, 2), ('Reading', 2, 2)]
    """
    for number, item in enumerate(items, 1):
        yield item
        say_done(what, number, len(items))


class Count:
    """Counts what is done one by one, by somebody who does not know of the rest."""

    def __init__(self, what: str, total: int) -> None:
        self._what = what
        self._total = total
        self._done = 0

    def step(self) -> None:
        """Says that one more is done."""
        self._done += 1
        say_done(self._what, min(self._done, self._total), self._total)


def is_heard() -> bool:
    """Whether anybody listens."""
    return _listener.get() is not None


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    """Lets somebody hear what is done in the meantime."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)
