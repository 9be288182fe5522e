"""What a page has of a notice: as it is found on the page, and as it is wanted there."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from polynotice.html.visible_text import Run


class _Content(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A site has a hundred thousand of them: made, compared and written at a tenth of the cost."""


def unless_of_page(runs: tuple[Run, ...], lang: str, direction: str) -> tuple[Run, ...]:
    """The runs of a text, or none if all of it is in the language and direction of its page."""
    return () if runs == ((lang, direction, ""),) else runs


def column_of(group: str) -> str:
    """What a group's column of a matrix is called: no field has a space in its name."""
    return f"group {group}"


class FoundText(_Content, frozen=True):
    """The text of a cell, header or heading."""

    texts: tuple[str, ...]
    """Each item of a list, or the only text."""
    runs: tuple[Run, ...]
    label: str | None = None
    """The name of the column that a phone shows beside a cell."""
    others: tuple[str, ...] = ()
    """Elements and attributes that are more than plain text."""
    hidden: str = ""
    """What keeps it from the reader, if anything does."""

    @property
    def text(self) -> str:
        """All of it."""
        return " ".join(self.texts)


class FoundRow(_Content, frozen=True):
    """A row of a table."""

    record: str
    anchor: str | None
    cells: tuple[tuple[str, FoundText], ...]
    """Pairs of field and text."""
    links: tuple[str, ...] = ()
    """Where its links lead, from the root of the site."""
    others: tuple[str, ...] = ()
    """Attributes that no row has."""
    hidden: str = ""
    """What keeps it from the reader, if anything does."""


class FoundTable(_Content, frozen=True):
    """A table of a notice."""

    headers: tuple[tuple[str, FoundText], ...]
    """Pairs of field and text."""
    rows: tuple[FoundRow, ...]
    heading: FoundText | None = None
    """The last heading above it."""
    label: str | None = None
    """What names the table to those who do not see it."""
    others: tuple[str, ...] = ()
    """Elements, attributes and words that no table has."""
    nameless_rows: tuple[str, ...] = ()
    """The text of each row that is no record's."""
    hidden: str = ""
    """What keeps it from the reader, if anything does."""


class FoundPage(_Content, frozen=True):
    """A page, as far as it belongs to the notice."""

    langs: tuple[str, ...]
    """What the page says of its language: on `html`, and on `body` if it says so there, too."""
    directions: tuple[str, ...]
    tables: tuple[FoundTable, ...] = ()
    stray_rows: tuple[str, ...] = ()
    """Ids of records whose rows stand outside every table of a notice."""
    ids: Mapping[str, int] = msgspec.field(default_factory=dict)
    """How often each id is there."""
    encoding: str = "utf-8"
    """What the page says of its characters."""
    hidden: str = ""
    """What keeps the whole page from the reader, if anything does."""
    links: tuple[str, ...] = ()
    """The paths of the site that its content leads to, but for those marked with a language."""
    title: str = ""
    """What a browser shows as its title."""
    text: tuple[str, ...] = ()
    """What it says around the tables, piece by piece."""
    navigation: bytes = b""
    """The digest of what its navigation says: that of a locale's pages is mostly the same."""


class WantedText(_Content, frozen=True):
    """What a cell, header or heading must say."""

    texts: tuple[str, ...]
    """Each item of a list, or the only text."""
    runs: tuple[Run, ...] = ()
    """Its languages; none if all of it is in that of its page."""
    label: str | None = None
    """The name of the column that a phone shows beside a cell."""
    others: tuple[str, ...] = ()
    """Elements and attributes that are more than plain text."""


class WantedRow(_Content, frozen=True):
    """What a row must be."""

    record: str
    cells: tuple[tuple[str, WantedText], ...]
    anchor: str | None = None
    """The row's id; `None` where an earlier row of the page has it."""
    formerly: tuple[str, ...] = ()
    """The ids that the row had before, which still lead to it."""
    links: tuple[str, ...] = ()
    """Where the links in it lead: addresses from the root of the site, or those of other sites."""


class WantedTable(_Content, frozen=True):
    """What a table must be."""

    headers: tuple[tuple[str, WantedText], ...]
    rows: tuple[WantedRow, ...]
    heading: WantedText | None = None
    """The title of its only record, if it has one."""
    label: str | None = None
    """What names the table to those who do not see it."""
