"""The folder of an export: written beside it, and put in its place as a whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.files import text_files
from polynotice.notice.export_index import INDEX, read_index

STYLE_SHEET = Path(__file__).with_name("notice.css")
SCRIPT = Path(__file__).with_name("build_with_zensical.py.txt")
"""Run where Zensical is, and no module of this package."""


class ExportFolder:
    """Writes beside a folder, which stays as it is until all is written.

    A run that was killed leaves the folder as it was, or, between the last two renames, beside
    where it stood: the next run puts it back.
    """

    def __init__(self, folder: Path) -> None:
        """Raises `OSError` if nothing can be written beside the folder."""
        folder = self.folder = folder.resolve()  # what a link leads to is replaced, not the link
        self.building = folder.with_name(f".{folder.name}.exporting")
        self._last = folder.with_name(f".{folder.name}.last")
        folder.parent.mkdir(parents=True, exist_ok=True)
        if self._last.exists() and not folder.exists():
            self._last.rename(folder)
        shutil.rmtree(self.building, ignore_errors=True)
        self.building.mkdir()

    def put(self, files: Mapping[str, bytes]) -> None:
        """Writes the files, and lets them take the place of what is in the folder."""
        new = self.building / "export"
        for name, data in files.items():
            path = new / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        shutil.rmtree(self._last, ignore_errors=True)
        if self.folder.exists():
            self.folder.rename(self._last)
        try:
            new.rename(self.folder)
        except OSError:
            if self._last.exists():
                self._last.rename(self.folder)
            raise
        shutil.rmtree(self._last, ignore_errors=True)

    def discard(self) -> None:
        """Removes what is beside the folder."""
        shutil.rmtree(self.building, ignore_errors=True)


def refusals(folder: Path) -> list[Problem]:
    """Why the folder may not be replaced: it has something that no export wrote."""
    if not folder.exists():
        return []
    there = {path.relative_to(folder).as_posix() for path in _files(folder)}
    if not there:
        return []
    try:
        known = {INDEX, *read_index(text_files.read_text(folder / INDEX)).files}
    except (FileNotFoundError, text_files.UnreadableFileError, ValueError):
        message = "The folder has files, and is no earlier export."
        return [_problem(folder.as_posix(), message)]
    others = sorted(there - known)
    message = "The file is in the folder of an export, and no export wrote it."
    return [_problem((folder / name).as_posix(), message) for name in others]


def _problem(path: str, message: str) -> Problem:
    return Problem(
        code="bad-export",
        span=Span(path),
        message=message,
        hint="Name another folder, or remove it yourself.",
    )


def _files(folder: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        for name in names:
            yield Path(where, name)
        for name in folders:
            if Path(where, name).is_symlink():
                yield Path(where, name)
