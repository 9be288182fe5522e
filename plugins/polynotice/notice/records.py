"""The records of a notice: how `notice_data/**/*.yml` becomes a `Notice`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from polynotice.core.locales import Locale, find_locale
from polynotice.core.memory import Drawer, key_of
from polynotice.core.model import Notice
from polynotice.core.problems import Problem
from polynotice.notice.record_files import RecordFile, record_files


@dataclass(frozen=True, kw_only=True)
class Records:
    """What the files of records say, and what is wrong with them."""

    notice: Notice
    problems: tuple[Problem, ...]


def read_records(
    folder: Path,
    root: Path,
    *,
    extra_columns: Mapping[str, str],
    source: Locale | None = None,
    known: Drawer[Records] | None = None,
) -> tuple[Notice, list[Problem]]:
    """Reads every file of records below `folder`, in the order of their paths.

    `source` is the locale that they are written in, English if left out.

    Gives the notice, without its words, of all records that can be understood, and everything that
    is wrong with them, with paths relative to `root`. What is `known` of the same files is not
    understood again.
    """
    files = tuple(record_files(folder, root))
    columns = tuple(extra_columns)
    language = source or find_locale("en")
    remembered = (Drawer() if known is None else known).recall(
        key_of(files, columns, language.id), lambda: _understood(files, columns, language)
    )
    return remembered.notice, list(remembered.problems)


def _understood(
    files: tuple[RecordFile, ...], extra_columns: tuple[str, ...], source: Locale
) -> Records:
    from polynotice.notice.record_reader import RecordReader  # here: known records are not read

    reader = RecordReader(extra_columns, source)
    reader.read(files)
    return Records(notice=reader.notice(), problems=tuple(reader.problems))
