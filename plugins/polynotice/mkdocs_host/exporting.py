"""An export: what a build makes of the pages, before a theme is put around them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import Literal, cast
from urllib.parse import urlsplit

from polynotice.core.locales import Locale
from polynotice.core.model import Span
from polynotice.core.problems import Problem, errors
from polynotice.mkdocs_host.build import Build
from polynotice.mkdocs_host.host import AnchorLink, File, MkDocsConfig, Page, StructureItem
from polynotice.mkdocs_host.locale_pages import Title
from polynotice.mkdocs_host.page_edges import without_places
from polynotice.mkdocs_host.parts import PartOrder
from polynotice.mkdocs_host.plugin import PolynoticePlugin
from polynotice.mkdocs_host.site_build import build_site
from polynotice.notice.export_index import (
    INDEX,
    AlternateForm,
    HeadingForm,
    ItemForm,
    PageForm,
    PageFormat,
    file_at,
    read_index,
)
from polynotice.notice.reader_options import without_filter
from polynotice.pages.links import root_of
from polynotice.project.exports.addresses import Addresses, Places, published_by
from polynotice.project.exports.contents import Content, LocaleContent, PageContent
from polynotice.project.exports.export_files import export_files
from polynotice.project.exports.export_folder import (
    SCRIPT,
    STYLE_SHEET,
    ExportFolder,
    refusals,
)
from polynotice.project.exports.page_files import page_html
from polynotice.verify.hosted_site import Hosting, problems_in_hosted_site
from polynotice.verify.manifest import MANIFEST
from polynotice.verify.site_verifier import Verifier

Direction = Literal["ltr", "rtl"]
_THEME_STYLE_SHEET = Path(__file__).parent / "theme" / "assets" / "polynotice.css"


def export_site(
    config: MkDocsConfig, folder: Path, places: Places, page_format: PageFormat
) -> list[Problem]:
    """Builds and proves the site of a loaded configuration, and writes its export in that folder.

    Gives what is wrong; the folder stays as it was if an error is among that. Raises
    `BadPlaceError` if `places` are none for this notice.
    """
    try:
        staged = ExportFolder(folder)
    except OSError as error:
        return [_unwritten(error, folder)]
    try:
        if refused := refusals(folder):
            return refused
        # In a place of its own nothing is taken over from the last site: every page is rendered,
        # and in this process, which then has all of them.
        config.site_dir = str(staged.building.absolute() / "site")
        plugin = config.plugins["polynotice"]
        assert isinstance(plugin, PolynoticePlugin)  # noqa: S101
        plugin.config["jobs"] = 1
        plugin.part = PartOrder(keeps_pages=True)
        # Nothing would fill the filter's place: its script is the plugin's own.
        plugin.config["reader"] = without_filter(plugin.config["reader"])
        problems = build_site(config, ())
        if not errors(problems):
            verifier = Verifier(plugin.build.project, plugin.build.speaking)
            content = _content(plugin.build, Path(config.site_dir), places, verifier)
            files = export_files(content, page_format)
            problems += _proved(content, files[INDEX], staged.building / "proof", verifier)
            if not errors(problems):
                staged.put(files)
    except OSError as error:
        return [_unwritten(error, folder)]
    finally:
        staged.discard()
    return problems


def _unwritten(error: OSError, folder: Path) -> Problem:
    return Problem(
        code="bad-export",
        span=Span(folder.as_posix()),
        message=f"The export cannot be written: {error.strerror or error}.",
        hint="What was there is as it was.",
    )


def _proved(content: Content, index: bytes, folder: Path, verifier: Verifier) -> list[Problem]:
    """What is wrong with the content of the pages, put into a page each, below that folder.

    The build has proved what its theme wrote. Another plugin may have changed the content since.
    """
    for locale in content.locales:
        for page in locale.pages:
            path = folder / file_at(page.form.address)
            path.parent.mkdir(parents=True, exist_ok=True)
            html = page_html(page, content.addresses)
            path.write_text(f'<!doctype html><meta charset="utf-8">\n{html}', encoding="utf-8")
    hosting = Hosting(index=read_index(index.decode()), name=INDEX)
    return problems_in_hosted_site(folder, verifier.wanted, hosting)


def _content(build: Build, site: Path, places: Places, verifier: Verifier) -> Content:
    """What an export of the site in that folder, which the build has made, is made of."""
    locales, source = build.speaking.locales, build.source.id
    roots = places.roots([locale.id for locale in locales], source)
    assets = {name: (site / name).read_bytes() for name in _assets(build, site)}
    of_assets = places.of_assets(roots, source)
    pages = {
        page.url: roots[locale.id] + _below(page.url, root_of(locale, build.source))
        for locale in locales
        for page in build.pages.pages[locale.id].values()
    }
    addresses = Addresses(
        base=_base(build.config), published=published_by(pages, assets, of_assets)
    )
    return Content(
        source_locale=source,
        manifest=(site / MANIFEST).read_text(encoding="utf-8"),
        graph=verifier.graph,
        style_sheet=STYLE_SHEET.read_bytes(),
        theme_style_sheet=_THEME_STYLE_SHEET.read_bytes(),
        script=SCRIPT.read_bytes(),
        assets=assets,
        address_of_assets=of_assets,
        addresses=addresses,
        locales=[
            _locale(build, locale, roots[locale.id], addresses, verifier.notice(locale))
            for locale in locales
        ],
        site_url=build.config.site_url,
        has_folders=build.config.use_directory_urls,
    )


def _locale(
    build: Build,
    locale: Locale,
    address: str,
    addresses: Addresses,
    notice: Mapping[str, object],
) -> LocaleContent:
    config = build.config_in(locale)
    items = build.pages.navigations[locale.id].items
    return LocaleContent(
        locale=locale.id,
        name=locale.name,
        direction=cast("Direction", locale.direction),
        address=address,
        site_name=_text(config.site_name),
        site_description=_text(config.site_description) if config.site_description else None,
        theme_language=build.theme_words.language(locale),
        notice=notice,
        navigation=tuple(_items(items, addresses)),
        pages=[
            _page(build, locale, uri, page, addresses)
            for uri, page in build.pages.pages[locale.id].items()
        ],
    )


def _page(build: Build, locale: Locale, uri: str, page: Page, addresses: Addresses) -> PageContent:
    title, language = _plain(page.title or "")
    description = page.meta.get("description")
    address = addresses.of(page.url)
    form = PageForm(
        title=title,
        title_language=language,
        description=_text(description) if description else None,
        language=locale.id,
        direction=cast("Direction", locale.direction),
        notice_path=_below(page.url, root_of(locale, build.source)),
        address=address,
        headings=tuple(_headings(page.toc)),
        alternates=tuple(
            AlternateForm(
                locale=each.locale,
                name=each.name,
                direction=cast("Direction", each.direction),
                address=addresses.of(each.url),
            )
            for each in build.pages.alternates(uri)
        ),
    )
    return PageContent(
        form=form,
        html=without_places(page.content or ""),
        url=page.url,
        source=uri,
        built=page.file.dest_uri,
    )


def _headings(toc: Iterable[AnchorLink]) -> Iterator[HeadingForm]:
    for anchor in toc:
        title, language = _plain(anchor.title)
        yield HeadingForm(level=anchor.level, id=anchor.id, title=title, language=language)
        yield from _headings(anchor.children)


def _items(items: Iterable[StructureItem], addresses: Addresses) -> Iterator[ItemForm]:
    for item in items:
        title, language = _plain(item.title or "")
        url = getattr(item, "url", None)
        yield ItemForm(
            title=title,
            language=language,
            address=None if url is None else addresses.from_root(url or "."),
            children=tuple(_items(getattr(item, "children", None) or (), addresses)),
        )


def _plain(title: str) -> tuple[str, str | None]:
    """A title as text, and its language if that is not its page's: templates print HTML."""
    if isinstance(title, Title):
        return _text(title.plain), title.lang
    return _text(title), None


def _text(html: object) -> str:
    """What templates print as HTML, as text."""
    return unescape(str(html))


def _assets(build: Build, site: Path) -> Iterator[str]:
    """The files of the site that are neither pages nor the theme's."""
    themes = [os.path.realpath(folder) for folder in build.config.theme.dirs]
    for file in build.shared_files:
        if not _is_in(file, themes) and (site / file.dest_uri).is_file():
            yield file.dest_uri


def _is_in(file: File, folders: Iterable[str]) -> bool:
    return file.src_dir is not None and os.path.realpath(file.src_dir) in folders


def _below(url: str, root: str) -> str:
    """An address below the root of its locale."""
    return "" if url in (".", "./") else url.removeprefix(root)


def _base(config: MkDocsConfig) -> str:
    path = urlsplit(config.site_url or "").path
    return path if path.endswith("/") else f"{path}/"
