"""The form of a release: what the files of its folder hold.

`release.json` says what it is and has the digests of all others; there is one of these for each
locale, with the whole notice as a reader of that locale saw it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Annotated, Literal, NamedTuple, TypeVar

import msgspec
from msgspec import Meta

from polynotice.notice.notice_form import Direction, Form, Hex, LocaleId

HEAD = "release.json"
FORMAT: Literal[1] = 1

BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div"),
        *("dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "legend", "li", "main", "nav", "ol", "p", "pre"),
        *("section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    )
)
"""The tags of what stands on lines of its own."""

Date = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}\Z")]


_NEVER = (
    *("audio", "base", "button", "canvas", "embed", "frame", "frameset", "iframe", "link", "meta"),
    *("noembed", "noframes", "noscript", "object", "param", "plaintext", "script", "select"),
    *("source", "style", "svg", "template", "textarea", "title", "track", "video", "xmp"),
)
_ON = r"(?!on|style\Z|srcdoc\Z|formaction\Z|action\Z|background\Z|poster\Z|srcset\Z|data\Z|ping\Z)"
TAG = rf"^(?!(?:{'|'.join(_NEVER)})\Z)[a-z][a-z0-9]*\Z"
ATTRIBUTE = rf"^{_ON}[a-z][a-z0-9-]*\Z"
ADDRESS = r"^(?:(?:https?|mailto|tel):|[^:]*\Z|[^:]*[/?#])"
"""What of an element is words or where they stand: all that runs or loads something is not."""


class Element(NamedTuple):
    """A piece of a page that is more than text: its tag, its attributes and what is in it.

    A link to a page of the notice has `page`, the page's path below `docs/`, and `at`, an id there,
    in the place of an address; what is shown of a file has `file`, the path of it.
    """

    tag: Annotated[str, Meta(pattern=TAG)]
    attributes: dict[Annotated[str, Meta(pattern=ATTRIBUTE)], str]
    content: tuple[str | Element | NoticeTable, ...] = ()


class Row(Form, frozen=True, kw_only=True, omit_defaults=True):
    """A record where a table shows it; `title` is what it is called, if it has a title."""

    id: str
    section: str
    title: str | None = None
    formerly: tuple[str, ...] = ()
    cells: dict[str, tuple[str | Element, ...]]
    """By the name of the field, in the order of the columns."""


class NoticeTable(Form, frozen=True, kw_only=True, omit_defaults=True):
    """A table of purposes, with its headers by the names of the fields."""

    label: str | None = None
    headers: dict[str, tuple[str | Element, ...]]
    rows: tuple[Row, ...]


Node = str | Element | NoticeTable
"""What a page is made of."""
Cell = tuple[str | Element, ...]


class FrozenPage(Form, frozen=True, kw_only=True, omit_defaults=True):
    """A page; `language` is that of its title, where that is not the locale's."""

    path: str
    """Below `docs/`."""
    address: str
    """Below the root of its locale; empty for the home page."""
    title: str
    language: LocaleId | None = None
    description: str | None = None
    content: tuple[str | Element | NoticeTable, ...]


class FrozenItem(Form, frozen=True, kw_only=True, omit_defaults=True):
    """An item of the navigation: a page, an address, or a section with items of its own."""

    title: str
    language: LocaleId | None = None
    page: str | None = None
    address: str | None = None
    items: tuple[FrozenItem, ...] = ()


class FrozenLocale(Form, frozen=True, kw_only=True, omit_defaults=True):
    """The whole notice, as a reader of one locale saw it."""

    locale: LocaleId
    direction: Direction
    site_name: str
    site_description: str | None = None
    copyright: str | None = None
    navigation: tuple[FrozenItem, ...]
    pages: tuple[FrozenPage, ...]
    """In the order of the navigation; those that are not in it come last."""


class FrozenFile(Form, frozen=True, kw_only=True):
    """The digest of a file, and the start of that of each of its lines: so a change is found."""

    sha256: Hex
    lines: str


class Predecessor(Form, frozen=True, kw_only=True):
    """The release before one, by its date and the digest of all of it."""

    date: Date
    release_sha256: Hex


class ReleaseHead(Form, frozen=True, kw_only=True, omit_defaults=True):
    """What a release is. `sha256` is the digest of what it says, `release_sha256` that of all."""

    polynotice_release: Literal[1]
    date: Date
    effective: Date
    correction: bool
    summary: str
    source_locale: LocaleId
    locales: Annotated[tuple[LocaleId, ...], Meta(min_length=1)]
    """In the order of the switcher."""
    commit: str | None
    """Of the sources, where git knows it."""
    dirty: bool | None
    """Whether the sources differed from that commit."""
    versions: dict[str, str]
    """Of the tool and its host."""
    predecessor: Predecessor | None = None
    """The first release has none, nor have those that were issued before heads named it."""
    files: dict[str, FrozenFile]
    sha256: Hex
    release_sha256: Hex


def read_head(text: bytes) -> ReleaseHead:
    """The head of a release. Raises `ValueError` with what is wrong with it."""
    return _read(text, ReleaseHead)


def read_locale(text: bytes) -> FrozenLocale:
    """A locale of a release. Raises `ValueError` with what is wrong with it."""
    locale = _read(text, FrozenLocale)
    for page in locale.pages:
        for address in _addresses(page.content):
            if not re.match(ADDRESS, address, re.IGNORECASE):
                raise ValueError(f'"{address}" is no address that a page leads to')
    return locale


def _addresses(content: Iterable[Node]) -> Iterator[str]:
    for piece in content:
        if isinstance(piece, Element):
            yield from (
                piece.attributes[name] for name in ("href", "cite") if name in piece.attributes
            )
            yield from _addresses(piece.content)
        elif isinstance(piece, NoticeTable):
            for cell in (
                *piece.headers.values(),
                *(c for r in piece.rows for c in r.cells.values()),
            ):
                yield from _addresses(cell)


def _read(text: bytes, form: type[Read]) -> Read:
    try:
        return msgspec.json.decode(text, type=form)
    except (msgspec.DecodeError, RecursionError) as error:  # the first is no `ValueError` in 0.19
        raise ValueError(str(error)) from error


Read = TypeVar("Read", bound=Form)
