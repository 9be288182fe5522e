"""What an export is made of: pages as a build has made them, and what stands beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from polynotice.notice.export_index import ItemForm, PageForm
from polynotice.project.exports.addresses import Addresses


@dataclass(frozen=True, kw_only=True)
class PageContent:
    """A page as the build has made it."""

    form: PageForm
    html: str
    url: str
    """Its address below the root of the built site."""
    source: str
    """The path of its source below `docs/`."""
    built: str
    """Its file below the folder of the built site."""


@dataclass(frozen=True, kw_only=True)
class LocaleContent:
    """A locale as the build has made it."""

    locale: str
    name: str
    direction: Literal["ltr", "rtl"]
    address: str
    site_name: str
    site_description: str | None
    theme_language: str
    """The name by which Material and Zensical know their words in its language."""
    notice: Mapping[str, object]
    """What its `notice.json` says."""
    navigation: Sequence[ItemForm]
    pages: Sequence[PageContent]


@dataclass(frozen=True, kw_only=True)
class Content:
    """All that an export is made of."""

    source_locale: str
    manifest: str
    """The text of the manifest."""
    graph: str
    """The text of `notice.jsonld`."""
    style_sheet: bytes
    theme_style_sheet: bytes
    """The style sheet for themes that are made as Material is."""
    script: bytes
    """What makes a site of the locales with Zensical."""
    assets: Mapping[str, bytes]
    """The files besides pages, by their paths below the built site's root."""
    address_of_assets: str
    addresses: Addresses
    locales: Sequence[LocaleContent]
    site_url: str | None = None
    """Where the built site is served."""
    has_folders: bool = True
    """Whether a page is a folder of its own (`use_directory_urls`)."""
