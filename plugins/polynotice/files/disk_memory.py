"""A memory that outlives its process: a file for each drawer, in a folder safe to delete.

No database: a drawer is read and written whole, and a file that is renamed into its place is whole
whoever else writes at the same time. A file that is damaged, or was written by another version of
the program, is as good as none.
"""

from __future__ import annotations

import logging
import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from polynotice.core.memory import Drawer, Memory, digest_of
from polynotice.files.laid_aside import Aside, AsideDrawer

T = TypeVar("T")

FOLDER = ".cache/polynotice"
"""Below the project's folder."""

log = logging.getLogger("mkdocs.plugins.polynotice")

_BEFORE_VALUES = 2 * len(digest_of(b""))
"""The digest of what the program is made of, and that of the values behind it."""


class DiskMemory(Memory):
    """Reads each drawer from its file, and writes those that have changed."""

    def __init__(self, root: Path, made_of: bytes, *, is_spare: bool = False) -> None:
        """`made_of` is the digest of everything that values depend on beside their keys.

        One that `is_spare` has as little as it can in the memory of its process.
        """
        super().__init__()
        self.folder = root / FOLDER
        self.is_spare = is_spare and hasattr(os, "pread")
        self._aside = Aside(self.folder) if self.is_spare else None
        self.made_of = digest_of(made_of)

    def is_of_the_same(self, other: Memory) -> bool:
        """Whether the other is of the same project, and made of the same."""
        return isinstance(other, DiskMemory) and (self.folder, self.made_of) == (
            other.folder,
            other.made_of,
        )

    def _open(self, name: str, form: type[T]) -> Drawer[T]:
        known = self._read(name, form)
        return AsideDrawer(known, form, self._aside) if self._aside else Drawer(known)

    def _read(self, name: str, form: type[T]) -> dict[bytes, T]:
        try:
            data = self._path(name).read_bytes()
        except OSError:
            return {}
        head, values = data[:_BEFORE_VALUES], data[_BEFORE_VALUES:]
        if head != self.made_of + digest_of(values):
            return {}
        try:
            return msgspec.msgpack.decode(values, type=dict[bytes, form])  # type: ignore[valid-type]
        except msgspec.DecodeError:
            return {}

    def end_run(self) -> None:
        """Ends a run, and keeps what it has asked for, where the disk takes it."""
        try:
            self._write(self.opened())
        except OSError as error:
            log.debug("What was worked out is not kept: %s", error)
        super().end_run()
        if self._aside is not None:
            self._drawers.clear()  # read again by whoever asks for more

    def hand_over(self, names: Iterable[str]) -> None:
        """Writes these drawers now; whoever asks for more of them reads them again."""
        given = {name: self._drawers[name] for name in names if name in self._opened}
        try:
            self._write(given.items())
        except OSError as error:
            log.debug("What was worked out is not handed over: %s", error)
            return
        for name in given:
            del self._drawers[name]
            self._opened.remove(name)

    def _write(self, drawers: Iterable[tuple[str, Drawer[Any]]]) -> None:
        changed = {name: drawer for name, drawer in drawers if drawer.is_changed}
        if not changed:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        ignore = self.folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("# Made by polynotice; safe to delete.\n*\n", encoding="utf-8")
        for name, drawer in changed.items():
            try:
                used = drawer.encoded if isinstance(drawer, AsideDrawer) else drawer.used
                values = msgspec.msgpack.encode(used)
            except UnicodeEncodeError as error:
                # It speaks of a file whose name is no text, or of half a character.
                log.debug("What was worked out is not kept: %s", error)
                continue
            self._replace(self._path(name), values)

    def _replace(self, path: Path, values: bytes) -> None:
        handle, temporary = tempfile.mkstemp(dir=self.folder, suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(self.made_of + digest_of(values))
                file.write(values)
            Path(temporary).replace(path)
        except OSError:
            Path(temporary).unlink(missing_ok=True)
            raise

    def _path(self, name: str) -> Path:
        return self.folder / f"{re.sub(r'[^A-Za-z0-9-]', '_', name)}.msgpack"
