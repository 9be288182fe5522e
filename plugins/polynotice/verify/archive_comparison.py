"""The archive of a built site compared with the releases: every byte of it is known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from polynotice.core.memory import Memory, digest_of
from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.files.text_files import UnreadableFileError, read_file, text_in
from polynotice.project.releases.in_site import archive_of, files_of_archive
from polynotice.project.speaking import Speaking
from polynotice.verify.known_texts import KnownTexts

_HINT = (
    "Build the site again, and look for what changed the file afterwards; if it was built for "
    "another day, say that in POLYNOTICE_AS_OF."
)
_PLACE = re.compile(r"(?:^|.*/)releases/(?:\d{4}-\d{2}-\d{2}/(?:changes/)?)?index\.html\Z")


def is_of_archive(name: str) -> bool:
    """Whether a file of a site stands where the archive has its pages.

    >>> is_of_archive("de/releases/2027-03-01/index.html"), is_of_archive("de/releases.html")
    (True, False)
    """
    return _PLACE.match(name) is not None


def known_archive(speaking: Speaking, memory: Memory) -> KnownTexts:
    """The text of each file that is made of releases alone, but for locales that lag behind."""
    archive, drawer = archive_of(speaking), memory.drawer("archive", dict[str, bytes])
    return KnownTexts.recall(drawer, archive.key, lambda: files_of_archive(archive))


def problems_of_archive(site_dir: Path, wanted: KnownTexts) -> Iterator[Problem]:
    """Every file of the archive that is not what it must be, with the row that differs."""
    for name, digest in wanted.digests.items():
        try:
            data = read_file(site_dir / name)
            if digest_of(data) == digest:
                continue
            found = text_in(data)
        except (FileNotFoundError, UnreadableFileError):
            message = "The page of the archive is not there, or cannot be read."
            yield Problem(code="locale-missing", span=Span(name), message=message, hint=_HINT)
            continue
        text = wanted[name]
        lines = zip_longest(text.split("\n"), found.split("\n"))
        for number, (must, there) in enumerate(lines, start=1):
            if must != there:
                row = re.search(r'data-record="([^"]*)"', must or there or "")
                yield Problem(
                    code="row-text",
                    span=Span(name, number),
                    record=row[1] if row else None,
                    message=f"The archive says {_quoted(there)}, the release {_quoted(must)}.",
                    hint=_HINT,
                )
                break


def _quoted(line: str | None) -> str:
    return "nothing" if line is None else f'"{line[:200]}"'
