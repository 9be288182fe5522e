"""What was worked out before, kept by the digest of all that it was worked out from.

Whatever is remembered is what would be worked out again: what a value depends on is in its key, or
it is not remembered.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

import msgspec

T = TypeVar("T")

_encoder = msgspec.msgpack.Encoder(order="deterministic")


def key_of(*parts: object) -> bytes:
    r"""The digest of values: texts, numbers, collections, dataclasses.

    Raises `TypeError` for a value of another kind: what cannot be written down has no digest.

    >>> key_of("a", {"b", "c"}) == key_of("a", {"c", "b"}), key_of("a", "b") == key_of("ab")
    (True, False)
    >>> key_of("\ud800") == key_of("\ud801")
    False
    """
    try:
        data = _encoder.encode(parts)
    except UnicodeEncodeError:  # half of a character, in the name of a file or an escape of YAML
        data = repr(msgspec.to_builtins(parts, order="deterministic")).encode()
    return hashlib.blake2b(data, digest_size=16).digest()


def digest_of(data: bytes) -> bytes:
    """The digest of a file's bytes, sooner there than `key_of`: processors know SHA-256."""
    return hashlib.sha256(data).digest()[:16]


class Drawer(Generic[T]):
    """Values of one kind, of which none is `None`.

    Only what this run has asked for is there in the next one: so nothing is kept for ever.
    """

    def __init__(self, known: dict[bytes, T] | None = None) -> None:
        self._known = known or {}
        """From earlier runs."""
        self._used: dict[bytes, T] = {}

    def get(self, key: bytes) -> T | None:
        """The value with that key, if it is known."""
        if key not in self._used and key in self._known:
            self._used[key] = self._known[key]
        return self._used.get(key)

    def put(self, key: bytes, value: T) -> None:
        """Keeps a value."""
        self._used[key] = value

    def recall(self, key: bytes | None, work_out: Callable[[], T]) -> T:
        """The value with that key; worked out, if it is new or has no key."""
        if key is None:
            return work_out()
        value = self.get(key)
        if value is None:
            value = work_out()
            self.put(key, value)
        return value

    @property
    def used(self) -> dict[bytes, T]:
        """What this run has asked for."""
        return self._used

    @property
    def is_changed(self) -> bool:
        """Whether this run has asked for other values than those that were known."""
        return self._used.keys() != self._known.keys()

    def end_run(self) -> None:
        """Forgets what this run has not asked for."""
        self._known, self._used = self._used, {}


Learnt = list[tuple[str, Any, dict[bytes, Any]]]
"""What one process has learnt and another takes over: a drawer's name, form and values."""


class Memory:
    """Drawers by their names: of one process, unless a subclass keeps them elsewhere, too."""

    is_spare = False
    """Whether as little as possible is to be in the memory of the process."""

    def __init__(self) -> None:
        self._drawers: dict[str, Drawer[Any]] = {}
        self._forms: dict[str, Any] = {}
        self._opened: set[str] = set()
        """In this run."""

    def drawer(self, name: str, form: type[T]) -> Drawer[T]:
        """The drawer of that name, with values of that form. A name has one form only."""
        if name not in self._drawers:
            self._drawers[name] = self._open(name, form)
            self._forms[name] = form
        self._opened.add(name)
        return self._drawers[name]

    def _open(self, name: str, form: type[T]) -> Drawer[T]:  # noqa: ARG002
        """The drawer with what is known from earlier processes."""
        return Drawer()

    def end_run(self) -> None:
        """Forgets what is in a drawer that this run has opened, and it has not asked for."""
        for _, drawer in self.opened():
            drawer.end_run()
        self._opened.clear()

    def hand_over(self, names: Iterable[str]) -> None:
        """Lets other processes have what this run has asked for of these drawers, if they can."""

    def leave(self, names: Iterable[str]) -> None:
        """Leaves these drawers to another process, which has opened them, too, in this run."""
        self._opened.difference_update(names)

    @property
    def opened_names(self) -> list[str]:
        """The names of the drawers that this run has opened."""
        return sorted(self._opened)

    def learnt(self, names: Iterable[str]) -> Learnt:
        """What this run has asked for of those drawers that it has opened."""
        return [
            (name, self._forms[name], self._drawers[name].used)
            for name in names
            if name in self._opened
        ]

    def learn(self, learnt: Learnt) -> None:
        """Keeps what was learnt elsewhere in this run."""
        for name, form, values in learnt:
            drawer = self.drawer(name, form)
            for key, value in values.items():
                drawer.put(key, value)

    def opened(self) -> Iterable[tuple[str, Drawer[Any]]]:
        """The drawers that this run has opened, with their names."""
        return [(name, self._drawers[name]) for name in self.opened_names]
