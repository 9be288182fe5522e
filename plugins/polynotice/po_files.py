"""Catalogues on disk: `locales/<locale>/LC_MESSAGES/notice.po` and `locales/notice.pot`."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from polynotice import po_format
from polynotice.locales import Locale
from polynotice.model import Span
from polynotice.po_format import PoFile, PoSyntaxError
from polynotice.problems import Problem

FOLDER = "locales"
TEMPLATE = f"{FOLDER}/notice.pot"


def path_of(locale: Locale) -> str:
    """Where the locale's catalogue is, relative to the project's folder."""
    return f"{FOLDER}/{locale.folder}/LC_MESSAGES/notice.po"


def read(
    root: Path, name: str, locale_id: str | None = None
) -> tuple[PoFile | None, list[Problem]]:
    """The file `name` below `root`, or `None` and what is wrong with it."""

    def unreadable(line: int, message: str, hint: str) -> tuple[None, list[Problem]]:
        span = Span(name, line)
        problem = Problem(
            code="unreadable-catalogue", span=span, message=message, hint=hint, locale=locale_id
        )
        return None, [problem]

    try:
        text = (root / name).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        hint = (
            f"Run `polynotice add-locale {locale_id}`." if locale_id else "Run `polynotice update`."
        )
        return unreadable(1, "There is no such catalogue.", hint)
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return unreadable(line, "The catalogue is not UTF-8.", "Save it as UTF-8.")
    except OSError as error:
        return unreadable(1, f"The catalogue cannot be read: {error.strerror}.", "Check the file.")
    try:
        return po_format.parse(text), []
    except PoSyntaxError as error:
        hint = "Mend that line; the file is left as it is."
        return unreadable(error.line, f"This is not a valid catalogue: {error.reason}.", hint)


def write(root: Path, name: str, po: PoFile, *, dry: bool = False) -> bool:
    """Writes the whole file or nothing; gives whether that changes it. If `dry`, only says so.

    Raises `OSError` if the disk does not take it; the earlier file is then still there.
    """
    path = root / name
    data = po_format.dump(po).encode()
    if path.is_file() and path.read_bytes() == data:
        return False
    if dry:
        return True
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".notice-", suffix=".tmp")
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
