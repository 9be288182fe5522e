"""Text files as people leave them: whole, in UTF-8 and merged to the end, or refused."""

from __future__ import annotations

import io
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from polynotice.core.problems import printable


class UnreadableFileError(Exception):
    """Raised for a file that cannot be read, with what is wrong, what to do, and the line."""

    def __init__(self, reason: str, hint: str = "Check the file.", line: int = 1) -> None:
        super().__init__(reason)
        self.reason = reason
        """Ends the sentence "The file cannot be read: …"."""
        self.hint = hint
        self.line = line


# Neither YAML nor a page has a use for the first two; sevenfold quotations are nobody's.
_MARK_OF_MERGE = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)


MAX_BYTES = 10_000_000
"""Of a file. The largest catalogue known to us has a tenth of that."""


def read_text(path: Path, *, within: Path | None = None) -> str:
    """The text of the file, without a byte order mark, its lines ended by a line feed each.

    Raises `FileNotFoundError` where nothing is, and `UnreadableFileError` for whatever else is
    in the way: another encoding, a folder or pipe, missing permissions, an unfinished merge. For a
    file that others write in the folder `within`: a link that leads out of it, too many bytes.
    """
    return text_in(read_file(path, within=within))


def read_file(path: Path, *, within: Path | None = None) -> bytes:
    """The bytes of the file. Raises as `read_text` does, but for what is wrong with its text."""
    if within is not None and leads_out(path, within):
        raise UnreadableFileError(*LEADS_OUT)
    if printable(str(path)) != str(path):
        raise UnreadableFileError("no catalogue could note its name", "Rename it.")
    return read_bytes(path, MAX_BYTES if within is not None else None)


def text_in(data: bytes, charset: str = "utf-8") -> str:
    """The text of a file's bytes. Raises `UnreadableFileError` as `read_text` does."""
    try:
        text = data.decode(charset).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reason = f"it is not {charset.upper()}"
        raise UnreadableFileError(reason, "Save it as UTF-8 text.", line) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    has_mark = "<<<<<<<" in text or ">>>>>>>" in text
    if has_mark and (match := _MARK_OF_MERGE.search(text)):
        hint = (
            "Choose between the versions, and remove the lines with <<<<<<<, ======= and >>>>>>>."
        )
        line = text.count("\n", 0, match.start()) + 1
        raise UnreadableFileError("git left an unfinished merge in it", hint, line)
    return text


def read_bytes(path: Path, most: int | None = None) -> bytes:
    """What is in the file, if that is not more than `most` bytes. Raises as `read` does."""
    try:
        status = path.stat()
        # To open a pipe would wait for whoever writes into it.
        if not stat.S_ISREG(status.st_mode) and not path.is_dir():
            raise UnreadableFileError("it is no ordinary file")
        if most is not None and stat.S_ISREG(status.st_mode) and status.st_size > most:
            raise UnreadableFileError("it is too large", f"{most // 1_000_000} MB is the limit.")
        return path.read_bytes()
    except FileNotFoundError:
        if path.is_symlink():
            raise UnreadableFileError("it is a link to a file that is not there") from None
        raise
    except OSError as error:
        raise UnreadableFileError(str(error.strerror)) from None


LEADS_OUT = (
    "it is, or stands behind, a link that leads out of the project",
    "Put the file itself there.",
)
"""What is wrong with what `leads_out`, and what to do."""


def leads_out(path: Path, folder: Path) -> bool:
    """Whether the path, or a folder on its way, is a link to a place outside of `folder`."""
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def paths_below(folder: Path, within: Path) -> Iterator[Path]:
    """Every file and folder below `folder`, behind links too, unless they lead out of `within`.

    A folder to which several links lead is looked into once.
    """
    seen: set[str] = set()
    pending = [folder]
    while pending:
        here = pending.pop()
        real = os.path.realpath(here)
        if real in seen or leads_out(here, within) or not os.access(here, os.R_OK | os.X_OK):
            continue
        seen.add(real)
        for path in here.iterdir():
            yield path
            if path.is_dir():
                pending.append(path)


def unreadable_folders(folder: Path) -> Iterator[tuple[Path, str]]:
    """Each folder at and below `folder` that cannot be listed, with the reason.

    One that is not there is none of them.
    """
    errors: list[OSError] = []
    for _ in os.walk(folder, onerror=errors.append):
        continue
    for error in errors:
        if not isinstance(error, FileNotFoundError):
            yield Path(error.filename), str(error.strerror)


def contents_of(folder: Path, ending: str | tuple[str, ...] = "") -> list[tuple[str, bytes | None]]:
    """Every file below a folder whose name ends so, with its bytes; `None` for one without any.

    Of several endings, any will do.

    Behind links, too: who asks for a file by its name gets it from there. No folder is looked into
    below itself.
    """
    contents: list[tuple[str, bytes | None]] = []
    above: dict[str, set[str]] = {str(folder): set()}
    for top, folders, names in os.walk(folder, followlinks=True):
        way = above.pop(top) | {os.path.realpath(top)}
        # Paths are made by hand: of hundreds, that takes as long as to read them.
        below = [(each, f"{top}{os.sep}{each}") for each in folders]
        folders[:] = [each for each, path in below if os.path.realpath(path) not in way]
        above.update({path: way for _, path in below})
        paths = (f"{top}{os.sep}{name}" for name in names if name.endswith(ending))
        contents += [(path, _bytes(path)) for path in paths]
    return sorted(contents, key=lambda each: each[0])


def _bytes(path: str) -> bytes | None:
    """What is in the file; `None` for what `read_bytes` refuses."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 (each)
            return None
        with io.FileIO(path) as file:
            return file.readall()
    except OSError:
        return None
