"""Values that lie on the disk while a run goes on: what it has made, and will hardly ask for again.

A build makes each page several times over: its content, its HTML, what the search finds on it, what
it must say and what it does say. The next build is to know all of them; this one needs each once.
"""

from __future__ import annotations

import logging
import os
import tempfile
import weakref
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from polynotice.core.memory import Drawer

T = TypeVar("T")

ENOUGH = 2048
"""So many bytes are worth a place on the disk."""

log = logging.getLogger("mkdocs.plugins.polynotice")


@dataclass(frozen=True)
class _Place:
    """Where a value lies."""

    file: int
    """As the system counts the files that are open."""
    start: int
    length: int

    def read(self) -> bytes:
        """The value, encoded."""
        return os.pread(self.file, self.length, self.start)


class Aside:
    """A file without a name, which is gone with its process, however that ends."""

    def __init__(self, folder: Path) -> None:
        """`folder` is where the file is to be, once there is a value for it."""
        self._folder = folder
        self._file = 0
        self._process = 0
        """That has opened it."""
        self._end = 0

    def lay(self, data: bytes) -> _Place | None:
        """Puts a value there; gives where it lies, or none if the disk does not take it."""
        try:
            file = self._own_file()
            if os.pwrite(file, data, self._end) < len(data):
                return None  # and what comes next is put over it
        except OSError as error:
            log.debug("What was worked out stays in memory: %s", error)
            return None
        place = _Place(file, self._end, len(data))
        self._end += len(data)
        return place

    def _own_file(self) -> int:
        """The file of this very process: a copy of it reads what there was, and has its own."""
        if self._process != os.getpid():
            self._folder.mkdir(parents=True, exist_ok=True)
            self._file, name = tempfile.mkstemp(dir=self._folder, suffix=".tmp")
            weakref.finalize(self, os.close, self._file)
            Path(name).unlink()
            self._process, self._end = os.getpid(), 0
        return self._file


class AsideDrawer(Drawer[T]):
    """A drawer whose large values are not in memory, as far as this run has put them there."""

    def __init__(self, known: dict[bytes, T], form: Any, aside: Aside) -> None:
        super().__init__(known)
        self._form = form
        self._aside = aside
        self._places: dict[bytes, _Place] = {}

    def get(self, key: bytes) -> T | None:
        """The value with that key, if it is known; each time, another one that is the same."""
        place = self._places.get(key)
        if place is None:
            return super().get(key)
        value: T = msgspec.msgpack.decode(place.read(), type=self._form)
        return value

    def put(self, key: bytes, value: T) -> None:
        """Keeps a value."""
        try:
            data = msgspec.msgpack.encode(value)
        except UnicodeEncodeError:  # half of a character: that of all of it will fail, too
            data = b""
        place = self._aside.lay(data) if len(data) >= ENOUGH else None
        if place is None:
            self._places.pop(key, None)
            super().put(key, value)
        else:
            self._places[key] = place

    @property
    def used(self) -> dict[bytes, T]:
        """What this run has asked for."""
        aside = {key: self.get(key) for key in self._places}
        return {**self._used, **{key: value for key, value in aside.items() if value is not None}}

    @property
    def encoded(self) -> dict[bytes, Any]:
        """The same, to be written: what lies aside as it lies there."""
        aside = {key: msgspec.Raw(place.read()) for key, place in self._places.items()}
        return {**self._used, **aside}

    @property
    def is_changed(self) -> bool:
        """Whether this run has asked for other values than those that were known."""
        return {*self._used, *self._places} != self._known.keys()
