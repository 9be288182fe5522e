"""Catalogues on disk: `locales/<locale>/LC_MESSAGES/notice.po` and `locales/notice.pot`."""

from __future__ import annotations

import errno
import os
import tempfile
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from polynotice.catalogues import po_format
from polynotice.catalogues.po_format import PoFile, PoSyntaxError
from polynotice.core.locales import Locale
from polynotice.core.memory import Drawer, digest_of
from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.files import text_files
from polynotice.files.unfinished import is_left_behind, unfinished_prefix

FOLDER = "locales"
TEMPLATE = f"{FOLDER}/notice.pot"


def path_of(locale: Locale) -> str:
    """Where the locale's catalogue is, relative to the project's folder."""
    return f"{FOLDER}/{locale.folder}/LC_MESSAGES/notice.po"


@dataclass(frozen=True, kw_only=True)
class CatalogueFile:
    """A catalogue on disk, of which no more is read than its bytes."""

    name: str
    """Below the project's folder."""
    locale_id: str | None
    data: bytes = field(repr=False)

    @cached_property
    def digest(self) -> bytes:
        """The digest of the bytes."""
        return digest_of(self.data)

    def read(self, known: Drawer[PoFile] | None = None) -> tuple[PoFile | None, list[Problem]]:
        """What the file says, or `None` and what is wrong with it.

        What is `known` of its bytes is not read again.
        """
        try:
            return (known or Drawer()).recall(self.digest, self._parse), []
        except text_files.UnreadableFileError as error:
            return None, [_unreadable(self.name, self.locale_id, error)]
        except PoSyntaxError as error:
            message = f"This is not a valid catalogue: {error.reason}."
            hint = "Fix that line; the file is left as it is."
            return None, [_problem(self.name, self.locale_id, error.line, message, hint)]

    def _parse(self) -> PoFile:
        from polynotice.catalogues import po_reader  # here: known catalogues are not read

        charset = po_format.charset_of(self.data)
        po = po_reader.parse(text_files.text_in(self.data, charset), charset)
        return po if charset == "utf-8" else po_format.in_utf_8(po)


def find_catalogue(
    root: Path, name: str, locale_id: str | None = None
) -> tuple[CatalogueFile | None, list[Problem]]:
    """The file `name` below `root`, or `None` and what is wrong with it."""
    try:
        data = text_files.read_file(root / name, within=root)
    except FileNotFoundError:
        hint = (
            f"Run `polynotice add-locale {locale_id}`." if locale_id else "Run `polynotice update`."
        )
        return None, [_problem(name, locale_id, 1, "There is no such catalogue.", hint)]
    except text_files.UnreadableFileError as error:
        return None, [_unreadable(name, locale_id, error)]
    return CatalogueFile(name=name, locale_id=locale_id, data=data), []


def read_catalogue(
    root: Path, name: str, locale_id: str | None = None
) -> tuple[PoFile | None, list[Problem]]:
    """What the file `name` below `root` says, or `None` and what is wrong with it."""
    file, problems = find_catalogue(root, name, locale_id)
    return file.read() if file else (None, problems)


def _unreadable(name: str, locale_id: str | None, error: text_files.UnreadableFileError) -> Problem:
    message = f"The catalogue cannot be read: {error.reason}."
    return _problem(name, locale_id, error.line, message, error.hint)


def _problem(name: str, locale_id: str | None, line: int, message: str, hint: str) -> Problem:
    return Problem(
        code="unreadable-catalogue",
        span=Span(name, line),
        message=message,
        hint=hint,
        locale=locale_id,
    )


def write_catalogue(root: Path, name: str, po: PoFile, *, dry: bool = False) -> bool:
    """Writes the whole file or nothing; gives whether that changes it. If `dry`, only says so.

    A file whose lines all end as on Windows, as git may check it out there, keeps them.
    Raises `OSError` if the disk does not take it, or a link leads out of `root`; the earlier file
    is then still there.
    """
    if text_files.leads_out(root / name, root):
        raise OSError(errno.EPERM, text_files.LEADS_OUT[0])
    # A link stays one: what it leads to is written.
    path = Path(os.path.realpath(root / name))
    data = po_format.dump(po).encode()
    there = path.read_bytes() if path.is_file() else None
    if there is not None and _has_lines_of_windows(there):
        data = data.replace(b"\n", b"\r\n")
    if there == data:
        return False
    if dry:
        return True
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(
        dir=path.parent, prefix=unfinished_prefix("notice"), suffix=".tmp"
    )
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(path.stat().st_mode if path.exists() else 0o644)
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
    return True


def _has_lines_of_windows(data: bytes) -> bool:
    return data.count(b"\r\n") == data.count(b"\n") > 0


def remove_leftovers(root: Path, name: str) -> None:
    """Removes, beside the catalogue `name`, what a killed process had not finished writing.

    Raises `OSError` where that is not permitted.
    """
    if not (root / name).parent.is_dir() or text_files.leads_out(root / name, root):
        return
    for path in (root / name).parent.iterdir():
        if is_left_behind(path.name, "notice") and not path.is_dir():
            path.unlink(missing_ok=True)
