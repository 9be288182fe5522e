"""A site of another generator, made of an export: the notice's pages in it, among any others.

What each page must say is what the built site's must. Where it stands, the index of the export
says; what stands around it is the other site's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.files import text_files
from polynotice.html.hiding_rules import HidingRule
from polynotice.notice.export_index import (
    PAGE_CLASS,
    ExportedLocaleForm,
    IndexForm,
    file_at,
    read_index,
)
from polynotice.pages.links import without_index
from polynotice.verify import manifest
from polynotice.verify.built_page import PageReader
from polynotice.verify.built_site import BuiltSite
from polynotice.verify.manifest import WantedLocale
from polynotice.verify.manifest_comparison import problems_by_digest
from polynotice.verify.page_comparison import PageComparison
from polynotice.verify.page_content import FoundPage, WantedRow, WantedTable
from polynotice.verify.page_links import content_links
from polynotice.verify.site_comparison import (
    GRAPH,
    NOTICE_JSON,
    problems_of_notice,
)


@dataclass(frozen=True, kw_only=True)
class Hosting:
    """Where the pages of an export stand in another site."""

    index: IndexForm
    name: str
    """The index's file, as problems name it."""
    url: str = ""
    """Where the folder of the site is served; without it, at the root of a host."""

    @property
    def base(self) -> str:
        """The path at which the folder is served, without a slash at its end."""
        return urlsplit(self.url).path.rstrip("/")

    @property
    def files(self) -> list[str]:
        """The files of the notice's pages, from the folder of the site."""
        return [
            file_at(page.page.address) for locale in self.index.locales for page in locale.pages
        ]


def read_hosting(path: Path, url: str) -> tuple[Hosting | None, list[Problem]]:
    """What an `index.json` says, or what is wrong with it."""
    name = path.as_posix()
    try:
        return Hosting(index=read_index(text_files.read_text(path)), name=name, url=url), []
    except text_files.UnreadableFileError as error:
        return None, [_of_index(name, f"The index cannot be read: {error.reason}.")]
    except ValueError as error:
        return None, [_of_index(name, f"The index is malformed: {error}.")]


def problems_in_hosted_site(
    folder: Path, wanted: Sequence[WantedLocale], hosting: Hosting
) -> list[Problem]:
    """Every way in which the notice in that folder differs from what its locales must be."""
    if found := list(_of_another_notice(wanted, hosting)):
        return found
    tables = (table for locale in wanted for page in locale.pages.values() for table in page)
    records = {row.record for table in tables for row in table.rows}
    site = HostedSite(folder=folder, base=hosting.base, records=records)
    must_be = {locale.id: locale for locale in wanted}
    published = _published(hosting)
    source = next(one for one in hosting.index.locales if one.locale == hosting.index.source_locale)
    sources = {_path(hosting, page.page.address) for page in source.pages}
    problems: list[Problem] = []
    for locale in hosting.index.locales:
        foreign = set() if locale is source else sources
        problems += _in_locale(site, must_be[locale.locale], locale, published, foreign)
    graph = file_at(source.address).removesuffix("index.html") + GRAPH
    if (folder / graph).exists() and GRAPH in hosting.index.files:
        problems += problems_by_digest(folder, {graph: hosting.index.files[GRAPH]})
    for name in site.other_pages_of_notice(hosting.files):
        message = "The page has rows of the notice or cannot be read, and is none of its pages."
        problems.append(_problem("row-extra", name, message, "Remove it, or what is on it."))
    return problems


class HostedSite(BuiltSite):
    """The files of another site, served at the path `base`."""

    def __init__(self, *, folder: Path, base: str, records: Collection[str]) -> None:
        """`records` are the ids of the notice's: others may have rows of their own."""
        super().__init__(folder=folder)
        self._base = base
        self._records = records

    def hosted_page(self, name: str, address: str) -> FoundPage | None:
        """The page in the file `name`, which is served at that address below the base.

        Its language is what the element around the notice says, or, without one, the page.
        """
        try:
            html = text_files.read_bytes(self.folder / name)
        except (FileNotFoundError, text_files.UnreadableFileError):
            return None
        where = f"{self._base}{address}"
        page = PageReader(html, where, self).read()
        tree = LexborHTMLParser(html.decode(errors="replace"))
        around = tree.css(f".{PAGE_CLASS}")
        said = [each.attributes for each in around if "lang" in each.attributes]
        content = "".join(each.html or "" for each in around).encode() or html
        return replace(
            page,
            langs=tuple(each["lang"] or "" for each in said) or page.langs,
            # Whoever writes from left to right need not say so.
            directions=tuple((each.get("dir") or "ltr").lower() for each in said)
            or tuple(one or "ltr" for one in page.directions),
            stray_rows=tuple(one for one in page.stray_rows if one in self._records),
            links=content_links(content, where),
        )

    def other_pages_of_notice(self, known: Collection[str]) -> Iterator[str]:
        """The names of the pages that have a table or row of a notice, but for the known."""
        for name in self.other_pages_with_rows(known):
            try:
                html = text_files.read_bytes(self.folder / name)
            except (FileNotFoundError, text_files.UnreadableFileError):
                yield name
                continue
            tree = LexborHTMLParser(html.decode(errors="replace"))
            rows = [node.attributes["data-record"] for node in tree.css("[data-record]")]
            if any(row in self._records for row in rows) or tree.css_first("table.notice-table"):
                yield name

    def _rules_in(self, sheet: str) -> tuple[HidingRule, ...]:
        """As of a built site, where addresses count from the base."""
        path = urlsplit(sheet).path
        return super()._rules_in(path.removeprefix(self._base) if self._base else sheet)


def _in_locale(
    site: HostedSite,
    must_be: WantedLocale,
    locale: ExportedLocaleForm,
    published: Mapping[str, str],
    foreign: set[str],
) -> Iterator[Problem]:
    for page in locale.pages:
        address = page.page.address
        name = file_at(address)
        tables = [_hosted(table, published) for table in must_be.pages[page.built]]
        comparison = PageComparison(path=name, locale=must_be.id, direction=must_be.direction)
        yield from comparison.problems(site.hosted_page(name, address), tables, foreign)
    data = file_at(locale.address).removesuffix("index.html") + NOTICE_JSON
    if (site.folder / data).exists():
        yield from problems_of_notice(site.folder, data, must_be)


def _of_another_notice(wanted: Sequence[WantedLocale], hosting: Hosting) -> Iterator[Problem]:
    """Every way in which the index is not that of this notice."""
    has = {locale.locale: {page.built for page in locale.pages} for locale in hosting.index.locales}
    must = {locale.id: set(locale.pages) for locale in wanted}
    for name in sorted(has.keys() | must.keys()):
        for page in sorted(must.get(name, set()) ^ has.get(name, set())):
            lack = "The index lacks" if page in must.get(name, ()) else "The notice lacks"
            yield _of_index(hosting.name, f"{lack} the page {page} of {name}.")
    files = hosting.files
    for file in sorted({file for file in files if files.count(file) > 1}):
        yield _of_index(hosting.name, f"Two pages are to be published in {file}.")
    digest = manifest.digest_of(wanted)
    if digest != hosting.index.sha256:
        message = f"The export is of another state of the notice: the digest is {digest} now."
        yield _of_index(hosting.name, message)


def _published(hosting: Hosting) -> dict[str, str]:
    """Where each page and file of the built site is published, by its shortest path there."""
    index = hosting.index
    pages = {page.built: page.page.address for locale in index.locales for page in locale.pages}
    files = {name: index.assets.address + quote(name) for name in index.assets.files}
    return {
        without_index(f"/{built}").rstrip("/"): without_index(hosting.base + address)
        for built, address in (files | pages).items()
    }


def _path(hosting: Hosting, address: str) -> str:
    return without_index(unquote(f"{hosting.base}{address}"))


def _hosted(table: WantedTable, published: Mapping[str, str]) -> WantedTable:
    """The table with its links as they are where it is published."""

    def row(each: WantedRow) -> WantedRow:
        return replace(each, links=tuple(_moved(link, published) for link in each.links))

    return replace(table, rows=tuple(map(row, table.rows)))


def _moved(link: str, published: Mapping[str, str]) -> str:
    if not link.startswith("/") or link.startswith("//"):
        return link
    url = urlsplit(link)
    address = published.get(unquote(without_index(url.path)).rstrip("/"))
    return link if address is None else url._replace(path=address).geturl()


def _of_index(name: str, message: str) -> Problem:
    return _problem("bad-export", name, message, "Export the notice again, and build the site.")


def _problem(code: str, path: str, message: str, hint: str) -> Problem:
    return Problem(code=code, span=Span(path), message=message, hint=hint)
