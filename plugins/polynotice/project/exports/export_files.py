"""The files of an export, by their names in its folder: all that it says, and an index of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from polynotice.notice.export_index import (
    FORMAT,
    INDEX,
    AssetsForm,
    ExportedLocaleForm,
    ExportedPageForm,
    IndexForm,
    PageFormat,
    index_schema,
    plain,
)
from polynotice.notice.notice_form import notice_schema
from polynotice.notice.notice_json import as_written
from polynotice.project.exports import page_files, zensical
from polynotice.project.exports.contents import Content, LocaleContent

MANIFEST = "notice-manifest.json"
GRAPH = "notice.jsonld"
STYLE_SHEET = "notice.css"
ASSETS = "assets"


def export_files(content: Content, page_format: PageFormat) -> dict[str, bytes]:
    """Every file of the export; the index stands last, and has the digest of each other one."""
    files = {
        MANIFEST: content.manifest.encode(),
        GRAPH: content.graph.encode(),
        STYLE_SHEET: content.style_sheet,
        "notice.schema.json": _json(notice_schema()),
        "index.schema.json": _json(index_schema()),
        **{f"{ASSETS}/{name}": data for name, data in content.assets.items()},
    }
    locales = []
    for locale in content.locales:
        names = _names_of_pages(locale, page_format)
        files |= _files_of(locale, content, names, page_format)
        locales.append(_described(locale, names))
    if page_format == "zensical":
        files[zensical.SCRIPT] = content.script
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


def _names_of_pages(locale: LocaleContent, page_format: PageFormat) -> dict[str, str]:
    """The file of each page, by the path of its source."""
    sources = [page.source for page in locale.pages]
    if page_format == "zensical":
        return {source: zensical.page_name(locale.locale, source) for source in sources}
    ending = "html" if page_format == "html" else "md"
    stems = page_files.stems(sources)
    return {source: f"pages/{locale.locale}/{stem}.{ending}" for source, stem in stems.items()}


def _files_of(
    locale: LocaleContent, content: Content, names: Mapping[str, str], page_format: PageFormat
) -> dict[str, bytes]:
    """The pages of a locale, and its data."""
    is_zensical = page_format == "zensical"
    text_of = zensical.page_text if is_zensical else page_files.page_text
    files = {names[page.source]: text_of(page, content.addresses).encode() for page in locale.pages}
    files[_data(locale, "notice")] = _json(as_written(locale.notice))
    files[_data(locale, "navigation")] = _json([plain(item) for item in locale.navigation])
    return files | (dict(zensical.files_of_locale(locale, content)) if is_zensical else {})


def _described(locale: LocaleContent, names: Mapping[str, str]) -> ExportedLocaleForm:
    """A locale, as the index has it."""
    return ExportedLocaleForm(
        locale=locale.locale,
        name=locale.name,
        direction=locale.direction,
        site_name=locale.site_name,
        site_description=locale.site_description,
        address=locale.address,
        notice=_data(locale, "notice"),
        navigation=_data(locale, "navigation"),
        pages=tuple(
            ExportedPageForm(
                file=names[page.source], source=page.source, built=page.built, page=page.form
            )
            for page in locale.pages
        ),
    )


def _data(locale: LocaleContent, name: str) -> str:
    return f"data/{locale.locale}/{name}.json"


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
