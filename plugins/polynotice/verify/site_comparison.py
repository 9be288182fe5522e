"""A built site compared with what its locales must be: pages, `notice.json` and manifest."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from polynotice.core.memory import Memory
from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.core.work_done import step_by_step
from polynotice.files import text_files
from polynotice.notice.notice_json import Difference, differences, without_format
from polynotice.verify import manifest, part_record
from polynotice.verify.built_site import BuiltSite, KnownPages
from polynotice.verify.manifest import WantedLocale
from polynotice.verify.page_comparison import PageComparison
from polynotice.verify.page_links import published_path

NOTICE_JSON = "notice.json"
GRAPH = "notice.jsonld"


def problems_in_site(
    site: BuiltSite,
    wanted: Sequence[WantedLocale],
    memory: Memory | None = None,
    proved: Collection[str] = (),
    *,
    is_part: bool = False,
    has_manifest: bool = True,
) -> list[Problem]:
    """Every way in which a site differs from what its locales must be.

    What `memory` has of the bytes of a page is not read again. `proved` are the files of locales
    that are not `wanted`, for they were compared before. A part of a site has no manifest, and a
    site that is being built has none yet; whoever takes a part for a site is told so, and nothing
    else.
    """
    if not is_part and (found := part_record.problems_of_part(site.folder)):
        return found
    problems: list[Problem] = []
    memory = memory or Memory()
    sources = [path for locale in wanted if not locale.root for path in locale.pages]
    for locale in step_by_step("Comparing locales", wanted):
        known = KnownPages.of(locale.id, memory)
        problems += problems_in_locale(site, locale, sources, known)
    problems += _extra_pages(site, wanted, proved)
    problems += _extra_locales(site.folder, wanted, proved)
    if has_manifest and not is_part:
        problems += _manifest(site.folder, wanted)
    return problems


def problems_in_locale(
    site: BuiltSite,
    locale: WantedLocale,
    sources: Sequence[str] = (),
    known: KnownPages | None = None,
) -> list[Problem]:
    """Every way in which a locale of a site differs from what it must be.

    `sources` are the source locale's pages, to which those of no other locale lead; what is `known`
    of a page is not read again.
    """
    known = known or KnownPages()
    problems: list[Problem] = []
    foreign = {published_path(path) for path in sources} if locale.root else set()
    for path, tables in locale.pages.items():
        page = PageComparison(path=path, locale=locale.id, direction=locale.direction)
        problems += page.problems(site.page(path, known), tables, foreign)
    return [*problems, *problems_of_notice(site.folder, locale.root + NOTICE_JSON, locale)]


def files_of_words(pages: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """The files that change with the words of a site: its pages, and what lists them.

    `pages` are those of each locale, by its root.
    """
    data = {root + name for root in pages for name in (NOTICE_JSON, *_LISTS)}
    return frozenset({manifest.MANIFEST, GRAPH, *data, *chain.from_iterable(pages.values())})


_LISTS = ("404.html", "search/search_index.json", "sitemap.xml", "sitemap.xml.gz")


def problems_of_graph(site_dir: Path, wanted: str) -> Iterator[Problem]:
    """Every way in which the site's `notice.jsonld` differs from that text."""
    try:
        text = text_files.read_text(site_dir / GRAPH)
        if text == wanted:
            return
        document = json.loads(text)
    except (FileNotFoundError, text_files.UnreadableFileError, ValueError, RecursionError):
        yield problem_of_file("row-missing", "The file is not there, or is not JSON.")
        return
    from polynotice.notice.graph import graph_differences  # here: hardly ever is it another

    for each in graph_differences(document, json.loads(wanted)):
        yield problem_of_file(each.code, each.message, each.record)


def problem_of_file(
    code: str, message: str, record: str | None = None, name: str = GRAPH
) -> Problem:
    """What is wrong with a file that says what the locales do."""
    return Problem(
        code=code,
        span=Span(name),
        record=record,
        message=message,
        hint="Build the site again, and look for what changed the file afterwards.",
    )


def _extra_pages(
    site: BuiltSite, wanted: Sequence[WantedLocale], proved: Collection[str]
) -> Iterator[Problem]:
    known = {path for locale in wanted for path in locale.pages}.union(proved)
    for name in site.other_pages_with_rows(known):
        yield Problem(
            code="row-extra",
            span=Span(name),
            message="The page has rows or cannot be read, and is none of the notice's.",
            hint="Remove it, or build the site again.",
        )


def problems_of_notice(site_dir: Path, name: str, locale: WantedLocale) -> Iterator[Problem]:
    """Every way in which a `notice.json` of that name differs from what the locale's must say."""
    try:
        document = json.loads(text_files.read_text(site_dir / name))
    except (FileNotFoundError, text_files.UnreadableFileError, ValueError, RecursionError):
        document = None
    if document is None:
        message = "The file is not there, or is not JSON."
        differing = [Difference(code="locale-missing", message=message)]
    else:
        differing = differences(without_format(document), locale.notice)
    for each in differing:
        yield Problem(
            code=each.code,
            span=Span(name),
            locale=locale.id,
            record=each.record,
            message=each.message,
            hint="Build the site again, and look for what changed the file afterwards.",
        )


def _extra_locales(
    site_dir: Path, wanted: Sequence[WantedLocale], proved: Collection[str]
) -> Iterator[Problem]:
    known = {locale.root + NOTICE_JSON for locale in wanted}.union(proved)
    folders = [each for each in site_dir.iterdir() if each.is_dir()] if site_dir.is_dir() else []
    for path in sorted(each / NOTICE_JSON for each in folders):
        name = f"{path.parent.name}/{NOTICE_JSON}"
        # `Path.exists` raises for what is in a folder that nobody may look into.
        if name not in known and os.path.lexists(path):
            yield Problem(
                code="row-extra",
                span=Span(name),
                locale=path.parent.name,
                message=f"The locale {path.parent.name} is none of the notice's.",
                hint="Remove its folder, or build the site again.",
            )


def _manifest(site_dir: Path, wanted: Sequence[WantedLocale]) -> Iterator[Problem]:
    """What is wrong with the site's own manifest."""
    from polynotice.verify import manifest_reader  # here: one that is being built has none yet

    path = site_dir / manifest.MANIFEST
    found, wrong = manifest_reader.read_manifest(path, manifest.MANIFEST)
    yield from wrong
    if found is not None and found.sha256 != manifest.digest_of(wanted):
        yield Problem(
            code="bad-manifest",
            span=Span(manifest.MANIFEST),
            message=f"The manifest is that of another notice: its digest is {found.sha256}.",
            hint="Build the site again.",
        )
