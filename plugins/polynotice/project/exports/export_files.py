"""The files of an export, by their names in its folder: all that it says, and an index of it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from polynotice.html import fragments
from polynotice.notice.export_index import (
    FORMAT,
    INDEX,
    PAGE_CLASS,
    AssetsForm,
    ExportedLocaleForm,
    ExportedPageForm,
    IndexForm,
    ItemForm,
    PageForm,
    index_schema,
    plain,
)
from polynotice.notice.notice_form import notice_schema
from polynotice.project.exports.addresses import Addresses

PageFormat = Literal["html", "markdown"]
ENDINGS: Mapping[PageFormat, str] = {"html": ".html", "markdown": ".md"}
MANIFEST = "notice-manifest.json"
STYLE_SHEET = "notice.css"
ASSETS = "assets"


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
    style_sheet: bytes
    assets: Mapping[str, bytes]
    """The files besides pages, by their paths below the built site's root."""
    address_of_assets: str
    addresses: Addresses
    locales: Sequence[LocaleContent]


def export_files(content: Content, page_format: PageFormat) -> dict[str, bytes]:
    """Every file of the export; the index stands last, and has the digest of each other one."""
    files = {
        MANIFEST: content.manifest.encode(),
        STYLE_SHEET: content.style_sheet,
        "notice.schema.json": _json(notice_schema()),
        "index.schema.json": _json(index_schema()),
        **{f"{ASSETS}/{name}": data for name, data in content.assets.items()},
    }
    locales = []
    for locale in content.locales:
        pages, stems = [], _stems([page.source for page in locale.pages])
        for page in locale.pages:
            name = f"pages/{locale.locale}/{stems[page.source]}{ENDINGS[page_format]}"
            files[name] = page_text(page, content.addresses).encode()
            pages.append(
                ExportedPageForm(file=name, source=page.source, built=page.built, page=page.form)
            )
        notice, navigation = (
            f"data/{locale.locale}/{name}.json" for name in ("notice", "navigation")
        )
        files[notice] = _json(locale.notice)
        files[navigation] = _json([plain(item) for item in locale.navigation])
        locales.append(
            ExportedLocaleForm(
                locale=locale.locale,
                name=locale.name,
                direction=locale.direction,
                site_name=locale.site_name,
                site_description=locale.site_description,
                address=locale.address,
                notice=notice,
                navigation=navigation,
                pages=tuple(pages),
            )
        )
    index = IndexForm(
        polynotice_export=FORMAT,
        page_format=page_format,
        source_locale=content.source_locale,
        sha256=json.loads(content.manifest)["sha256"],
        manifest=MANIFEST,
        style_sheet=STYLE_SHEET,
        assets=AssetsForm(
            folder=ASSETS, address=content.address_of_assets, files=tuple(sorted(content.assets))
        ),
        locales=tuple(locales),
        files={name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files)},
    )
    return {**files, INDEX: _json(plain(index))}


def page_text(page: PageContent, addresses: Addresses) -> str:
    """A page with its front matter, in HTML that stands in HTML and in Markdown alike.

    In Markdown it is one block, without an empty line: what it holds is not read as Markdown. To
    write it as Markdown would lose ids and languages, and the emphasis of Japanese and Chinese,
    whose punctuation CommonMark takes for the end of none.
    """
    form = page.form
    html = fragments.moved(page.html, lambda address: addresses.on_page(address, page.url))
    block = fragments.framed(html, form.language, form.direction, PAGE_CLASS)
    return front_matter(form) + fragments.as_one_block(fragments.without_commands(block))


def front_matter(form: PageForm) -> str:
    """What a page says of itself, as YAML with a line for each key.

    The address stands there once more under the names by which Hugo (`url`) and Eleventy or Jekyll
    (`permalink`) publish a page. `path`, `lang` and `kind` are left out: Hugo takes them for its
    own.
    """
    said: dict[str, Any] = plain(form)
    said |= {"url": form.address, "permalink": form.address}
    lines = [f"{name}: {_yaml(value)}" for name, value in said.items()]
    return "\n".join(["---", *lines, "---", ""])


def _yaml(value: object) -> str:
    """A value as JSON, which YAML reads as JSON does once these signs are written as escapes."""
    text = json.dumps(value, ensure_ascii=False)
    return _UNSAFE.sub(lambda match: json.dumps(match[0])[1:-1], text)


_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def _stems(sources: Sequence[str]) -> dict[str, str]:
    """The name of each page's file, without an ending, by the path of its source.

    None is called `index`: to Hugo, all that stands beside such a file are parts of one page.

    >>> _stems(["index.md", "a/index.md", "start-page.md"])
    {'index.md': 'start-page-', 'a/index.md': 'a/start-page', 'start-page.md': 'start-page'}
    """
    stems = {source: source.rpartition(".")[0] for source in sources}
    taken = set(stems.values())
    for source, stem in stems.items():
        folder, sign, name = stem.rpartition("/")
        if name in ("index", "_index"):
            new = f"{folder}{sign}start-page"
            while new in taken:
                new += "-"
            taken.add(new)
            stems[source] = new
    return stems


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
