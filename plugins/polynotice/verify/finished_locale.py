"""What a build has left of one locale, and proved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class FinishedLocale:
    """The files of a locale that were proved, and beside what."""

    files: Mapping[str, bytes]
    """The digest of each of its files, by the file's name below the site's folder."""
    lines: str = ""
    """What the manifest says of it; of a preview, nothing."""
    prose: str = ""
    """What the manifest says of its prose, once its pages were compared."""
    beside: bytes = b""
    """The digest of the files beside which its pages were proved: style sheets, for one."""
    listed: str = ""
    """What was wrong, as the pages of a preview show it."""
