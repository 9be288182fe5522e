"""Reads a project, and finds whatever is wrong before a catalogue is looked into."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from polynotice.checks import catalogue
from polynotice.core.locales import Locale
from polynotice.core.memory import Memory
from polynotice.core.model import Key, Notice, Phrase, Span, State, Text
from polynotice.core.problems import Problem, Severity, errors, in_order
from polynotice.core.translation import Message, Recorder, Say, source
from polynotice.html.anchors import anchors_in
from polynotice.notice import glossaries, link_maps, records
from polynotice.notice.blocks import Block, PurposesBlock
from polynotice.pages import untranslatable
from polynotice.pages.page_context import Definitions, PageContext
from polynotice.project.catalogues import read_catalogues
from polynotice.project.dead_links import DeadLinks
from polynotice.project.message_markdown import MessageMarkdown
from polynotice.project.project import RECORDS, Project, Site


def load_project(
    site: Site, problems: Sequence[Problem] = (), memory: Memory | None = None
) -> Project:
    """Reads the rest, and finds whatever is wrong before a catalogue is looked into.

    `problems` are those that reading the site has found already. What `memory` has of a file's
    text is not read again.
    """
    memory = memory or Memory()
    notice, record_problems = records.read_records(
        site.root / RECORDS, site.root, extra_columns=site.settings.extra_columns
    )
    notice = replace(notice, words=site.settings.words)
    extraction = _extract(site, notice, problems)
    terms = {}
    links = {}
    locales = [locale for locale in site.settings.translated if not locale.is_pseudo]
    catalogues, catalogue_problems = read_catalogues(site.root, locales, memory)
    for locale in locales:
        glossary, mistakes = glossaries.read_glossary(site.root, locale)
        catalogue_problems += mistakes
        if glossary is not None:
            terms[locale.id] = glossary
        link_map, mistakes = link_maps.read_link_map(
            site.root, locale, extraction.messages, extraction.markdown.become_of
        )
        catalogue_problems += mistakes
        if link_map is not None:
            links[locale.id] = link_map
    return Project(
        site=site,
        notice=notice,
        messages=tuple(extraction.messages),
        blocks=extraction.blocks,
        markdown=extraction.markdown,
        wordless=extraction.wordless,
        catalogues=catalogues,
        glossaries=terms,
        link_maps=links,
        memory=memory,
        problems=tuple(
            in_order([*problems, *record_problems, *extraction.problems, *catalogue_problems])
        ),
    )


@dataclass(kw_only=True)
class _Extraction:
    messages: list[Message]
    blocks: dict[str, tuple[Block, ...]]
    markdown: MessageMarkdown
    wordless: dict[str, str]
    problems: list[Problem]


def _extract(site: Site, notice: Notice, found: Sequence[Problem]) -> _Extraction:
    """Renders every page once, with a `say` that records what it is asked for.

    That answers with no words at all, so that any word left on a page is one that never came by it.
    `found` is what was wrong with the site before.
    """
    settings = site.settings

    def no_words(_: Text) -> Phrase:
        return Phrase(text=untranslatable.WORDLESS, lang=settings.source.id, state=State.SOURCE)

    recorder = Recorder(no_words)
    for word in site.words:
        recorder(word)
    problems: list[Problem] = []
    blocks: dict[str, tuple[Block, ...]] = {}
    definitions: dict[str, Definitions] = {}
    wordless: dict[str, str] = {}
    said_on: dict[Key, dict[str, None]] = {}
    context = page_context(site, notice, settings.source, recorder, has_lines=True)
    placed: set[str] = set()
    meant: set[str] = set()
    shown: set[tuple[str, str]] = set()
    for page in site.pages:
        for text in page.words.values():
            recorder(text)
        say = _noting(recorder, page.uri, said_on)
        rendered = site.markdown.convert(page, replace(context, say=say))
        wordless[page.uri] = rendered.html
        if rendered.definitions != Definitions():
            definitions[page.uri] = rendered.definitions
        problems += rendered.problems
        meant |= rendered.meant
        problems += untranslatable.problems(rendered.html, page)
        problems += untranslatable.unsafe(rendered.html, page)
        is_named = page.uri in site.titled or "title" in page.words
        if not is_named and "<h1" not in rendered.html:
            problems.append(
                Problem(
                    code="untranslatable-text",
                    span=Span(page.path),
                    message="The page has no title but the name of its file.",
                    hint="Give it a heading (`# …`), or a title in its front matter or in `nav`.",
                )
            )
        if rendered.blocks:
            blocks[page.uri] = rendered.blocks
        for block in rendered.blocks:
            if isinstance(block, PurposesBlock):
                placed |= {purpose.id for purpose in block.purposes}
                shown |= {
                    (purpose.id, name) for purpose in block.purposes for name in block.columns
                }
    recorder(notice.words["not_found"])
    recorder(notice.words["draft"])
    depth = max((page.uri.count("/") for page in site.pages), default=0)
    markdown = MessageMarkdown(
        markdown=site.markdown,
        definitions=definitions,
        said_on={key: tuple(uris) for key, uris in said_on.items()},
    )
    source_id = settings.source.id
    problems += catalogue.check_source(recorder.messages, source_id, markdown.become_of, depth)
    if any(one.code == "unreadable-page" for one in errors([*found, *problems])):
        meant = {purpose.id for purpose in notice.purposes}  # by what could not be read
    else:
        said = replace(context, say=source(source_id), has_lines=False)
        problems += _dead_links(site, markdown, said).problems(recorder.messages)
    problems += _unplaced(notice, placed, shown, meant)
    return _Extraction(
        messages=recorder.messages,
        blocks=blocks,
        markdown=markdown,
        wordless=wordless,
        problems=problems,
    )


def _dead_links(site: Site, markdown: MessageMarkdown, context: PageContext) -> DeadLinks:
    """What looks for them; `context` is that of a page in the words of the source.

    The ids of headings are made of those words.
    """
    pages = {page.uri: page for page in site.pages}

    @cache
    def anchors_of(uri: str) -> frozenset[str]:
        return anchors_in(site.markdown.convert(pages[uri], context).html)

    return DeadLinks(targets=site.targets, pages=pages, markdown=markdown, anchors_of=anchors_of)


def _noting(say: Say, uri: str, said_on: dict[Key, dict[str, None]]) -> Say:
    """Says as `say` does, and notes in `said_on` that the page does."""

    def noted(text: Text) -> Phrase:
        said_on.setdefault(text.key, {})[uri] = None
        return say(text)

    return noted


def page_context(
    site: Site,
    notice: Notice,
    locale: Locale,
    say: Say,
    *,
    placed_on: Mapping[str, str] = MappingProxyType({}),
    draft: Text | None = None,
    ids: Sequence[tuple[str, str]] | None = None,
    has_lines: bool = False,
) -> PageContext:
    """What the HTML of a page in that locale depends on; `PageContext` says what each means."""
    settings = site.settings
    return PageContext(
        notice=notice,
        say=say,
        locale=locale,
        source=settings.source,
        targets=site.targets,
        columns=settings.columns,
        fields=tuple(
            name for name in notice.words if notice.words[name].context == f"columns/{name}"
        ),
        placed_on=placed_on,
        draft=draft,
        ids=ids,
        has_lines=has_lines,
    )


def _unplaced(
    notice: Notice, placed: set[str], shown: set[tuple[str, str]], meant: set[str]
) -> Iterable[Problem]:
    """What is in no table; `meant` are the purposes of which a mistake may be the reason."""
    for purpose in notice.purposes:
        if purpose.id in meant:
            continue
        if purpose.id not in placed:
            yield Problem(
                code="unplaced-record",
                span=purpose.span,
                record=purpose.id,
                message=f'No page places the purpose "{purpose.id}".',
                hint="Add it to a `::: purposes` block, or remove the record.",
            )
            continue
        for name, value in purpose.fields.items():
            if (purpose.id, name) not in shown:
                yield Problem(
                    code="unplaced-field",
                    severity=Severity.WARNING,
                    span=value.texts[0].span,
                    record=purpose.id,
                    message=f'No table shows the field {name} of "{purpose.id}".',
                    hint=f"Add {name} to the `columns` of its block or of the notice.",
                )
    used = {category for purpose in notice.purposes for category in purpose.data}
    # A record that could not be read may use any of them.
    is_whole = not (notice.broken or notice.has_unread)
    for category in notice.categories if is_whole else ():
        if category.id not in used:
            yield Problem(
                code="unused-category",
                severity=Severity.WARNING,
                span=category.span,
                record=category.id,
                message=f'No purpose uses the data category "{category.id}".',
                hint="Add it to the `data` of a purpose, or remove it.",
            )
