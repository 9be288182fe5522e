"""The index of an export: what it has, where in it, and where each page is to be published.

What of it is about one page is that page's front matter, too.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal
from urllib.parse import unquote

import msgspec
from msgspec import Meta

from polynotice.notice.notice_form import Direction, Form, Hex, LocaleId, schema_of

INDEX = "index.json"
FORMAT: Literal[1] = 1
PAGE_CLASS = "notice-page"
"""The class of the element that holds all of a page."""

_PART = r"(?!\.\.?(/|\Z))[^/\\?#\x00-\x20]+"
Address = Annotated[str, Meta(pattern=rf"^/({_PART}(/{_PART})*/?)?\Z")]
"""From the root of the site on which it is published; a folder's has a slash at its end."""
_NAME = r"(?!\.\.?(/|\Z))[^/\\\x00-\x1f]+"
FileName = Annotated[str, Meta(pattern=rf"^{_NAME}(/{_NAME})*\Z")]
"""Of a file of the export, from its folder."""


PageFormat = Literal["html", "markdown", "zensical"]


class HeadingForm(Form, frozen=True, kw_only=True, omit_defaults=True):
    """A heading of a page; `language` is there where it is not that of the page."""

    level: int
    id: str
    title: str
    language: LocaleId | None = None


class AlternateForm(Form, frozen=True, kw_only=True):
    """The same page in one of the locales, itself included."""

    locale: LocaleId
    name: str
    direction: Direction
    address: Address


class PageForm(Form, frozen=True, kw_only=True, omit_defaults=True):
    """A page of a locale; `title_language` is there where it is not that of the page."""

    title: str
    title_language: LocaleId | None = None
    description: str | None = None
    language: LocaleId
    direction: Direction
    notice_path: str
    """Its address from that of its locale, the same in every locale."""
    address: Address
    headings: tuple[HeadingForm, ...]
    alternates: tuple[AlternateForm, ...]


class ItemForm(Form, frozen=True, kw_only=True, omit_defaults=True):
    """An item of the navigation: a page, a link, or a section with items of its own."""

    title: str
    language: LocaleId | None = None
    address: str | None = None
    children: tuple[ItemForm, ...] = ()


class ExportedPageForm(Form, frozen=True, kw_only=True):
    """A page, and its files."""

    file: FileName
    source: str
    """Its path below `docs/`."""
    built: FileName
    """The file in which the manifest has it."""
    page: PageForm


class ExportedLocaleForm(Form, frozen=True, kw_only=True):
    """A locale, and its files."""

    locale: LocaleId
    name: str
    direction: Direction
    site_name: str
    site_description: str | None
    address: Address
    notice: FileName
    navigation: FileName
    pages: tuple[ExportedPageForm, ...]


class AssetsForm(Form, frozen=True, kw_only=True):
    """The files besides pages that stood in `docs/`: their folder, and where to publish it."""

    folder: str
    address: Address
    files: tuple[str, ...]


class IndexForm(Form, frozen=True, kw_only=True):
    """The index of an export."""

    polynotice_export: Literal[1]
    page_format: PageFormat
    source_locale: LocaleId
    sha256: Hex
    """The digest of what the notice says, as in the manifest."""
    manifest: FileName
    style_sheet: FileName
    assets: AssetsForm
    locales: Annotated[tuple[ExportedLocaleForm, ...], Meta(min_length=1)]
    files: dict[FileName, Hex]
    """The digest of every other file of the export."""


def index_schema() -> dict[str, Any]:
    """The JSON Schema of an index."""
    return schema_of(IndexForm)


def read_index(text: str) -> IndexForm:
    """An index. Raises `ValueError` with what is wrong with it."""
    try:
        return msgspec.json.decode(text, type=IndexForm)
    except msgspec.DecodeError as error:  # no `ValueError` in msgspec 0.19
        raise ValueError(str(error)) from error


def plain(form: Any) -> Any:
    """A form as JSON has it."""
    return msgspec.to_builtins(form)


def file_at(address: str) -> str:
    """The file, from the folder of a site, that a server sends for an address.

    >>> file_at("/de/privacy/"), file_at("/"), file_at("/de/my%20page.html")
    ('de/privacy/index.html', 'index.html', 'de/my page.html')
    """
    path = unquote(address).removeprefix("/")
    return f"{path}index.html" if path == "" or path.endswith("/") else path
