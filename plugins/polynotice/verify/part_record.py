"""The record in each part of a site: it says that the folder is a part, of what, and what is in it.

A part has no manifest. Whoever takes it for the site is told so by `verify` and `csp`.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.files import text_files
from polynotice.notice.digests import digest
from polynotice.notice.notice_form import Hex, LocaleId, PagePath
from polynotice.verify.manifest import Provenance

RECORD = "polynotice-part.json"


class PartFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A file of a part."""

    sha256: Hex
    locale: LocaleId | None = None
    """Whose file it is: the part with that locale's pages decides what there is of them."""


class Part(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """What a part says of itself."""

    format: Literal[1] = 1
    locales: list[LocaleId]
    """Whose pages it has."""
    whole: list[LocaleId]
    """Those of the site."""
    inputs: dict[str, str]
    """The digests of the project's files and options, by name."""
    read: str
    """The digest of what was read of them, with what other plugins gave."""
    provenance: Provenance
    manifest: dict[LocaleId, str]
    """What the site's manifest says of each of its locales."""
    prose: dict[LocaleId, str]
    """What it says of the prose of each."""
    files: dict[PagePath, PartFile]
    """All but this record."""
    sha256: Hex | None = None
    """The digest of all the rest."""


def problems_of_part(folder: Path) -> list[Problem]:
    """Why the folder must not be taken for a site: it is a part of one. Empty if it is not."""
    if not (folder / RECORD).exists():
        return []
    part, _ = read_part(folder, RECORD)
    which = f" It has {', '.join(part.locales)} of {len(part.whole)} locales." if part else ""
    return [
        Problem(
            code="not-whole",
            span=Span(RECORD),
            message=f"The folder is a part of a site, and not to be published.{which}",
            hint="Put all parts together with `polynotice join PART… --into SITE`.",
        )
    ]


def files_in(folder: Path, locale_of: Callable[[str], str | None]) -> dict[str, PartFile]:
    """The files of a part, by their names."""
    return {
        name: PartFile(sha256=sha256 or "", locale=locale_of(name))
        for name, sha256 in digests_in(folder)
    }


def digests_in(folder: Path) -> Iterator[tuple[str, str | None]]:
    """The digest of each file of a part but its record, by name.

    `None` stands for that of what is no ordinary file in the folder itself.
    """
    for top, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted([*names, *(each for each in folders if Path(top, each).is_symlink())]):
            path = Path(top, name)
            file = path.relative_to(folder).as_posix()
            if file != RECORD:
                yield file, _sha256(path)


def _sha256(path: Path) -> str | None:
    if path.is_symlink():
        return None
    try:
        return hashlib.sha256(text_files.read_bytes(path)).hexdigest()
    except (FileNotFoundError, text_files.UnreadableFileError):
        return None


def write_part(folder: Path, part: Part) -> None:
    """Writes the record, with its digest."""
    data = _without_digest(msgspec.to_builtins(part))
    text = json.dumps({**data, "sha256": digest(data)}, ensure_ascii=False, indent=1)
    (folder / RECORD).write_text(text + "\n", encoding="utf-8", newline="\n")


def read_part(folder: Path, name: str) -> tuple[Part | None, list[Problem]]:
    """The record of a part, or why there is none; `name` is the file's in problems."""
    try:
        text = text_files.read_text(folder / RECORD)
    except FileNotFoundError:
        return None, [_bad(name, "The folder is no part of a site: it has no such record.")]
    except text_files.UnreadableFileError as error:
        return None, [_bad(name, f"The record cannot be read: {error.reason}.")]
    try:
        part = msgspec.json.decode(text, type=Part)
        data = json.loads(text)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        return None, [_bad(name, f"The record is malformed: {error}.")]
    if part.sha256 != digest(_without_digest(data)):
        return None, [_bad(name, "The record was changed: it has another digest than it says.")]
    return part, []


def _without_digest(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name != "sha256"}


def _bad(name: str, message: str) -> Problem:
    return Problem(
        code="bad-part",
        span=Span(name),
        message=message,
        hint="Build the part again with `polynotice build --locale`.",
    )
