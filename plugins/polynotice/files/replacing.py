"""Writing beside what somebody else wrote: all that is new is there, or all that was there."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from polynotice.files.unfinished import is_left_behind, unfinished_prefix


def replace_file(path: Path, data: bytes) -> None:
    """Puts `data` in the place of what is in the file, whose permissions stay.

    A link stays one: what it leads to is written. Raises `OSError` if the disk does not take it.
    """
    target = Path(os.path.realpath(path))
    mode = target.stat().st_mode
    if not os.access(target, os.W_OK):
        raise PermissionError(13, os.strerror(13), str(path))
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=unfinished_prefix(target.name))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(mode)
        Path(temporary).replace(target)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise


def write_new_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes files by their names below `folder`, with the folders that they need.

    Raises `OSError` if the disk does not take one, `FileExistsError` if one is there; of all of
    them, and of their folders, nothing stays then.
    """
    with ExitStack() as undo:
        for name, data in files.items():
            path = folder / name
            for parent in _missing(path):
                parent.mkdir()
                undo.callback(_remove_folder, parent)
            with path.open("xb") as file:
                undo.callback(path.unlink)
                file.write(data)
        undo.pop_all()


@contextmanager
def put_back_if_it_fails(paths: Iterable[Path]) -> Iterator[None]:
    """Puts back what is in the files now if the work within raises anything; new ones are removed.

    The work replaces whole files, as `replace_file` does. It takes no room on the disk to put them
    back: what they hold now keeps another name beside them until the work is done. Of a run that
    was killed, those names are removed.
    """
    with ExitStack() as aside, ExitStack() as undo:
        for path in dict.fromkeys(Path(os.path.realpath(path)) for path in paths):
            if path.exists():
                _remove_leftovers(path)
                holder = TemporaryDirectory(dir=path.parent, prefix=unfinished_prefix(path.name))
                kept = Path(aside.enter_context(holder)) / path.name
                _name_too(path, kept)
                undo.callback(kept.replace, path)
                continue
            for parent in _missing(path):
                undo.callback(_remove_folder, parent)
            undo.callback(_remove_file, path)
        yield
        undo.pop_all()


def _remove_leftovers(path: Path) -> None:
    for entry in path.parent.iterdir():
        if is_left_behind(entry.name, path.name):
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink(missing_ok=True)


def _missing(path: Path) -> list[Path]:
    """The folders that the file needs and that are not there, the outermost first."""
    return [parent for parent in reversed(path.parents) if not parent.exists()]


def _remove_file(path: Path) -> None:
    """Removes a file, if it has come to be there."""
    with suppress(FileNotFoundError, NotADirectoryError):
        path.unlink()


def _remove_folder(folder: Path) -> None:
    """Removes a folder, unless somebody else has put something there."""
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _name_too(path: Path, name: Path) -> None:
    """Gives the file another name; where the disk knows only one for each, a copy has it."""
    try:
        name.hardlink_to(path)
    except OSError:
        shutil.copy2(path, name)
