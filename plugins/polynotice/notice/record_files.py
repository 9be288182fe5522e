"""The files of records, as far as they can be read: `notice_data/**/*.yml`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.files import text_files


@dataclass(frozen=True, kw_only=True)
class RecordFile:
    """A file of records, or something in its place."""

    name: str
    """Below the project's folder."""
    stem: str = ""
    text: str | None = None
    """`None` for what is not read."""
    problem: Problem | None = None
    """Why it is not."""
    has_records: bool = True
    """Whether there are records in it, read or not."""


def record_files(folder: Path, root: Path) -> Iterator[RecordFile]:
    """What is at and below `folder`, in the order of the paths; names are relative to `root`."""
    has_files = False
    for path, reason in text_files.unreadable_folders(folder):
        name = path.relative_to(root).as_posix()
        yield _other(name, f"The folder cannot be read: {reason}.", "Check its permissions.")
    for path in sorted([folder, *text_files.paths_below(folder, root)]):
        name = path.relative_to(root).as_posix()
        if path.name.startswith("."):
            continue
        if text_files.leads_out(path, root):
            reason, hint = text_files.LEADS_OUT
            yield _other(name, f"It is not read: {reason}.", hint)
        elif path.suffix == ".yml" and path != folder:
            has_files = True
            yield _read(path, name, root)
        elif path.suffix.lower() in (".yml", ".yaml") and not path.is_dir():
            message = f"A file of records ends in .yml, not in {path.suffix}: this one is not read."
            yield _other(name, message, "Rename it.")
    if not has_files:
        name = folder.relative_to(root).as_posix()
        yield _other(name, "There is no file of records (*.yml) in this folder.", "Add one.")


def _read(path: Path, name: str, root: Path) -> RecordFile:
    try:
        text = text_files.read_text(path, within=root)
    except text_files.UnreadableFileError as error:
        message = f"The file cannot be read: {error.reason}."
        return RecordFile(name=name, problem=_problem(name, message, error.hint, error.line))
    return RecordFile(name=name, stem=path.stem, text=text)


def _other(name: str, message: str, hint: str) -> RecordFile:
    return RecordFile(name=name, problem=_problem(name, message, hint), has_records=False)


def _problem(name: str, message: str, hint: str, line: int = 1) -> Problem:
    return Problem(code="unreadable-records", span=Span(name, line), message=message, hint=hint)
