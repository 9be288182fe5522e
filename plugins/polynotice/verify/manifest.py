"""What legal approves: everything that a site must say, in one file with its digests.

From it alone a site can be compared with what was approved: without records or catalogues.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from polynotice.notice.digests import canonical, digest, in_order
from polynotice.verify.page_content import WantedTable
from polynotice.verify.prose_content import PageProse

MANIFEST = "notice-manifest.json"
FORMAT = 1


@dataclass(frozen=True, kw_only=True)
class WantedLocale:
    """What one locale of a site must be."""

    notice: Mapping[str, Any]
    """What its `notice.json` says."""
    pages: Mapping[str, Sequence[WantedTable]]
    """The tables of each of its pages, by the page's file below the site's folder."""

    @property
    def id(self) -> str:
        """Its BCP 47 id."""
        return str(self.notice["locale"])

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return str(self.notice["direction"])

    @property
    def root(self) -> str:
        """Its folder below the site's, empty for the source locale."""
        return "" if self.id == self.notice["source_locale"] else f"{self.id}/"


@dataclass(frozen=True, kw_only=True)
class Provenance:
    """Where a site comes from. None of it says what the site says, so no digest of words has it."""

    commit: str | None = None
    """Of the sources, where git knows it."""
    is_dirty: bool | None = None
    """Whether the sources differ from that commit."""
    time: str | None = None
    """`SOURCE_DATE_EPOCH` in UTC, and no other: a clock never says the same twice."""
    versions: Mapping[str, str] = field(default_factory=dict)
    """Of the tool and of what it is made with, by the names of the distributions."""


def lines_of(locale: WantedLocale) -> str:
    """What the manifest of a site says of one locale: a line each for records and pages."""
    return _on_lines({**locale.notice, "pages": locale.pages}, depth=2)


def lines_of_prose(pages: Mapping[str, PageProse]) -> str:
    """What the manifest of a site says of a locale's prose: a line for each page.

    What several pages have as their navigation stands there once.
    """
    navigations = list(dict.fromkeys(page.navigation for page in pages.values()))
    by_page = {
        name: {
            "navigation": navigations.index(page.navigation),
            "text": page.text,
            "title": page.title,
        }
        for name, page in pages.items()
    }
    return _on_lines({"navigation": navigations, "pages": by_page}, depth=2)


def notice_in(lines: str) -> dict[str, Any]:
    """What the locale's `notice.json` says, of `lines_of` it: its pages, which are long, unread."""
    head, _, rest = lines.partition('\n"pages":{\n')
    notice: dict[str, Any] = json.loads(head + rest[rest.index('\n"records":[\n') :])
    return notice


def text_of(
    lines: Mapping[str, str],
    prose_lines: Mapping[str, str],
    provenance: Provenance,
    files: Mapping[str, str] | None = None,
) -> str:
    """The manifest of a site, as it is written, from the lines of each locale by its id."""
    return "".join(pieces_of([*lines], lines.__getitem__, prose_lines, provenance, files))


def pieces_of(
    locales: Sequence[str],
    lines: Callable[[str], str],
    prose_lines: Mapping[str, str],
    provenance: Provenance,
    files: Mapping[str, str] | None = None,
) -> Iterator[str]:
    """The manifest of a site piece by piece: with forty languages it has sixty million characters.

    `lines` gives those of the locale with that id, twice. `files` are the texts of other files that
    say what the locales do, by their names.

    `sha256` is the digest of the locales: of what the tables say and where, whoever built them.
    `prose_sha256` is that of what is said around them. `manifest_sha256` is that of all the rest,
    both and the prose included.
    """
    prose = "".join(_together([*prose_lines], prose_lines.__getitem__))
    in_one_line = prose.replace("\n", "")
    of_words = hashlib.sha256()
    for piece in _together(locales, lines):
        of_words.update(piece.replace("\n", "").encode())
    head: dict[str, Any] = {
        "format": FORMAT,
        "sha256": of_words.hexdigest(),
        "source": None
        if provenance.commit is None
        else {"commit": provenance.commit, "dirty": provenance.is_dirty},
        "time": provenance.time,
        "versions": dict(sorted(provenance.versions.items())),
        "files": {
            name: hashlib.sha256(text.encode()).hexdigest() for name, text in (files or {}).items()
        },
        "prose_sha256": hashlib.sha256(in_one_line.encode()).hexdigest(),
    }
    rest = {**{name: canonical(each) for name, each in head.items()}, "prose": in_one_line}
    items = [f"{canonical(name)}:{rest[name]}" for name in in_order(rest)]
    head["manifest_sha256"] = hashlib.sha256(f"{{{','.join(items)}}}".encode()).hexdigest()
    opened = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    yield f'{opened},\n "locales": '
    yield from _together(locales, lines)
    yield f',\n "prose": {prose}\n}}\n'


def _together(names: Iterable[str], lines: Callable[[str], str]) -> Iterator[str]:
    yield "{"
    for number, name in enumerate(in_order(names)):
        yield f"{',' if number else ''}\n{canonical(name)}:"
        yield lines(name)
    yield "\n}"


def digest_of(locales: Sequence[WantedLocale]) -> str:
    """The `sha256` of the manifest of a site that must be so."""
    return digest(_words(locales))


def digests(data: Mapping[str, Any]) -> dict[str, str]:
    """What the digests of a manifest must be, by their names; an earlier version had no prose."""
    head = {name: each for name, each in data.items() if name not in ("manifest_sha256", "locales")}
    of_prose = {"prose_sha256": digest(data["prose"])} if "prose" in data else {}
    return {"sha256": digest(data["locales"]), **of_prose, "manifest_sha256": digest(head)}


def _words(locales: Sequence[WantedLocale]) -> dict[str, Any]:
    return {locale.id: {**locale.notice, "pages": locale.pages} for locale in locales}


def _on_lines(value: Any, depth: int) -> str:
    """The canonical form of a value but for line breaks, so deep in."""
    if depth and isinstance(value, dict):
        items = [
            f"{canonical(name)}:{_on_lines(value[name], depth - 1)}" for name in in_order(value)
        ]
        return "{\n" + ",\n".join(items) + "\n}"
    if depth and isinstance(value, list):
        return "[\n" + ",\n".join(_on_lines(one, depth - 1) for one in value) + "\n]"
    return canonical(value)
