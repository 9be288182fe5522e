"""What a user asks for: load a project, check it, update its catalogues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from polynotice.catalogues import merge, po_files, po_headers
from polynotice.catalogues.likeness import likeness
from polynotice.catalogues.po_format import PoFile
from polynotice.checks import Glossary, LinkMap, Pair, catalogue
from polynotice.checks.elements import Element
from polynotice.core.locales import Locale, conventions, locale, nearest
from polynotice.core.model import Key, Notice, Phrase, Span, State, Text
from polynotice.core.problems import Problem, Severity, errors, in_order
from polynotice.core.pseudo_locales import pseudo
from polynotice.core.translation import Message, Recorder, Say, Translation, look_up, source
from polynotice.html.visible_text import Seen
from polynotice.notice import glossaries, link_maps, records
from polynotice.notice.blocks import Block, PurposesBlock
from polynotice.notice.settings import Settings
from polynotice.pages import untranslatable
from polynotice.pages.rendering import Lines, Rendering, SourcePage

RECORDS = "notice_data"


class Site(Protocol):
    """A project's own files but its records and catalogues, as a site generator reads them."""

    root: Path
    """The project's folder."""
    settings: Settings
    pages: tuple[SourcePage, ...]
    titled: frozenset[str]
    """The paths below `docs/` of the pages that have a title in the navigation."""
    words: tuple[Text, ...]
    """The words in the configuration that a reader sees, such as titles in the navigation."""

    def convert(self, page: SourcePage, rendering: Rendering) -> str:
        """The page's HTML. Fills the `rendering`."""

    def seen(self, texts: Sequence[str]) -> list[Seen]:
        """What a reader sees of each inline Markdown text."""

    def elements(self, text: str) -> Sequence[Element]:
        """What an inline Markdown text becomes on a page, wherever it stands there."""

    def destination_of(self, uri: str) -> str:
        """The page's file below the site's folder, for the source locale."""

    def url_of(self, uri: str) -> str:
        """The page's address below the root of its locale."""


@dataclass(frozen=True, kw_only=True)
class Project:
    """A notice, read and understood as far as its files allow."""

    site: Site
    notice: Notice
    messages: tuple[Message, ...]
    """Everything that a reader of the source locale sees, in the order of the notice."""
    blocks: Mapping[str, tuple[Block, ...]]
    """The blocks of each page that has any, by the page's path below `docs/`."""
    catalogues: Mapping[str, PoFile]
    """By the locale's id; a locale whose catalogue cannot be read has none."""
    glossaries: Mapping[str, Glossary] = field(default_factory=dict)
    """By the locale's id, where a locale has one."""
    link_maps: Mapping[str, LinkMap] = field(default_factory=dict)
    """By the locale's id, where a locale has one."""
    problems: tuple[Problem, ...] = field(default=())
    """What is wrong with options, records, pages and the files of translators."""

    @property
    def placed_on(self) -> dict[str, str]:
        """The page on which each purpose is first placed."""
        pages: dict[str, str] = {}
        for page, blocks in self.blocks.items():
            for block in blocks:
                if isinstance(block, PurposesBlock):
                    for purpose in block.purposes:
                        pages.setdefault(purpose.id, page)
        return pages

    def say(self, one: Locale) -> Say:
        """How the notice speaks in that locale."""
        source_id = self.site.settings.source.id
        if one.is_pseudo:
            return pseudo(one.id)
        if one.id == source_id:
            return source(source_id)
        parent = self.parent_of(one)
        return look_up(
            translations(self.catalogues.get(one.id)),
            lang=one.id,
            source_lang=source_id,
            parent=self.say(parent) if parent else None,
        )

    def may_be_shown(self, text: Text, phrase: Phrase) -> bool:
        """Whether a preview may show what is said of a text."""
        source_id = self.site.settings.source.id
        pair = None
        if phrase.text != text.msgid:
            one = locale(phrase.lang)
            pair = Pair(
                source=text.msgid,
                translation=phrase.text,
                source_conventions=conventions(self.site.settings.source),
                conventions=conventions(one),
                link_map=self.link_map_of(one),
            )
        return catalogue.may_be_shown(text, pair, self.site.elements, source_id)

    def parent_of(self, one: Locale) -> Locale | None:
        """The locale whose regional form this is, if it is translated: `fr` for `fr-CA`."""
        known = {other.id: other for other in self.site.settings.translated if other != one}
        found = nearest(one.id, known)
        return known[found] if found else None

    def glossary_of(self, one: Locale) -> Glossary | None:
        """The locale's glossary, or that of its language: `fr` for `fr-CA`."""
        found = nearest(one.id, self.glossaries)
        return self.glossaries[found] if found else None

    def link_map_of(self, one: Locale) -> LinkMap | None:
        """The locale's link map, or that of its language."""
        found = nearest(one.id, self.link_maps)
        return self.link_maps[found] if found else None

    def is_draft_translation(self, one: Locale) -> bool:
        """Whether no lawyer has signed: the catalogue's header does not say `approved`."""
        po = self.catalogues.get(one.id)
        return one.id != self.site.settings.source.id and (
            po is None or not po_headers.is_approved(po)
        )


def translations(po: PoFile | None) -> dict[Key, Translation]:
    """What a catalogue has for each message."""
    if po is None:
        return {}
    return {
        entry.key: Translation(text=entry.msgstr[0], fuzzy=entry.is_fuzzy)
        for entry in po.entries
        if not entry.obsolete
    }


def load(found: Site, problems: Sequence[Problem] = ()) -> Project:
    """Reads the rest, and finds whatever is wrong before a catalogue is looked into.

    `problems` are those that reading the site has found already.
    """
    notice, record_problems = records.read(
        found.root / RECORDS, found.root, extra_columns=found.settings.extra_columns
    )
    notice = replace(notice, words=found.settings.words)
    extraction = _extract(found, notice)
    catalogues = {}
    terms = {}
    links = {}
    catalogue_problems: list[Problem] = []
    for one in found.settings.translated:
        if one.is_pseudo:
            continue
        po, unreadable = po_files.read(found.root, po_files.path_of(one), one.id)
        catalogue_problems += unreadable
        if po is not None:
            catalogues[one.id] = po
            catalogue_problems += po_headers.problems(po, po_files.path_of(one), one.id)
            catalogue_problems += po_headers.contradictions(po, po_files.path_of(one), one)
        glossary, mistakes = glossaries.read(found.root, one)
        catalogue_problems += mistakes
        if glossary is not None:
            terms[one.id] = glossary
        link_map, mistakes = link_maps.read(found.root, one, extraction.messages)
        catalogue_problems += mistakes
        if link_map is not None:
            links[one.id] = link_map
    return Project(
        site=found,
        notice=notice,
        messages=tuple(extraction.messages),
        blocks=extraction.blocks,
        catalogues=catalogues,
        glossaries=terms,
        link_maps=links,
        problems=tuple(
            in_order([*problems, *record_problems, *extraction.problems, *catalogue_problems])
        ),
    )


@dataclass(kw_only=True)
class _Extraction:
    messages: list[Message]
    blocks: dict[str, tuple[Block, ...]]
    problems: list[Problem]


def _extract(found: Site, notice: Notice) -> _Extraction:
    """Renders every page once, with a `say` that records what it is asked for.

    It answers with no words at all, so that any word left on a page is one that never came by it.
    """
    settings = found.settings

    def wordless(_: Text) -> Phrase:
        return Phrase(text=untranslatable.WORDLESS, lang=settings.source.id, state=State.SOURCE)

    recorder = Recorder(wordless)
    for word in found.words:
        recorder(word)
    problems: list[Problem] = []
    blocks: dict[str, tuple[Block, ...]] = {}
    placed: set[str] = set()
    shown: set[tuple[str, str]] = set()
    for page in found.pages:
        for text in page.words.values():
            recorder(text)
        rendering = rendering_of(found, notice, page, settings.source, recorder)
        rendering.lines = Lines(page.body.split("\n"), page.first_line)
        html = found.convert(page, rendering)
        problems += rendering.problems
        problems += untranslatable.problems(html, page)
        problems += untranslatable.unsafe(html, page)
        problems += _doubtful_anchors(rendering)
        if page.uri not in found.titled and "title" not in page.words and "<h1" not in html:
            problems.append(
                Problem(
                    code="untranslatable-text",
                    span=Span(page.path),
                    message="The page has no title but the name of its file.",
                    hint="Give it a heading (`# …`), or a title in its front matter or in `nav`.",
                )
            )
        if rendering.blocks:
            blocks[page.uri] = tuple(rendering.blocks)
        for block in rendering.blocks:
            if isinstance(block, PurposesBlock):
                placed |= {purpose.id for purpose in block.purposes}
                shown |= {
                    (purpose.id, name) for purpose in block.purposes for name in block.columns
                }
    recorder(notice.words["not_found"])
    recorder(notice.words["draft"])
    depth = max((page.uri.count("/") for page in found.pages), default=0)
    problems += catalogue.check_source(recorder.messages, settings.source.id, found.elements, depth)
    problems += _unplaced(notice, placed, shown)
    return _Extraction(messages=recorder.messages, blocks=blocks, problems=problems)


def _doubtful_anchors(rendering: Rendering) -> Iterator[Problem]:
    for anchor in rendering.row_ids & set(rendering.found_anchors):
        yield Problem(
            code="duplicate-id",
            span=rendering.span(f"#{anchor}"),
            record=anchor,
            message=f'A heading of this page has the id "{anchor}", which is that of a row.',
            hint="Give the heading another id.",
        )


def rendering_of(found: Site, notice: Notice, page: SourcePage, one: Locale, say: Say) -> Rendering:
    """What converting the page in that locale needs."""
    settings = found.settings
    return Rendering(
        notice=notice,
        say=say,
        locale=one,
        source=settings.source,
        page=page.uri,
        path=page.path,
        first_line=page.first_line,
        pages=frozenset(other.uri for other in found.pages),
        columns=settings.columns,
        fields=tuple(
            name for name in notice.words if notice.words[name].context == f"columns/{name}"
        ),
    )


def _unplaced(notice: Notice, placed: set[str], shown: set[tuple[str, str]]) -> Iterable[Problem]:
    for purpose in notice.purposes:
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
    for category in notice.categories:
        if category.id not in used:
            yield Problem(
                code="unused-category",
                severity=Severity.WARNING,
                span=category.span,
                record=category.id,
                message=f'No purpose uses the data category "{category.id}".',
                hint="Add it to the `data` of a purpose, or remove it.",
            )


def check(project: Project) -> list[Problem]:
    """Everything that is wrong with the project.

    What a locale lacks is an error if the notice is refused for it, else a warning.
    """
    found = list(project.problems)
    for one in project.site.settings.translated:
        found += findings(project, one)
    return in_order(found)


def findings(project: Project, one: Locale) -> list[Problem]:
    """What is wrong with the locale's catalogue, if it has one that can be read."""
    settings = project.site.settings
    po = project.catalogues.get(one.id)
    if po is None:
        return []
    say = project.say(one)
    languages = (one.id, settings.source.id)
    return catalogue.check(
        # What a regional locale leaves to its language is that catalogue's affair.
        [message for message in project.messages if say(message.text).lang in languages],
        po,
        path=po_files.path_of(one),
        source=conventions(settings.source),
        conventions=conventions(one),
        is_fatal=settings.is_published(one) and not settings.allow_untranslated,
        glossary=project.glossary_of(one),
        link_map=project.link_map_of(one),
        become=project.site.elements,
    )


def hindrances(project: Project) -> list[Problem]:
    """The errors for which the messages are not all there.

    Merged all the same, what cannot be read would count as dropped, and its translations retire.
    """
    return [problem for problem in errors(project.problems) if problem.code not in _NOT_IN_THE_WAY]


_NOT_IN_THE_WAY = {
    "unreadable-catalogue", "header-mismatch", "bad-glossary", "bad-link-map", "unplaced-record",
    "untranslatable-text",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Updated:
    """What an update did: the files that it changed, and what kept it from others."""

    changed: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


def update(project: Project, only: Sequence[str] = (), *, write: bool = True) -> Updated:
    """Writes the template, and merges its messages into every catalogue, or those of `only`.

    A catalogue that cannot be read is left as it is. Without `write` nothing is written, and
    what would change is told.
    """
    entries = [merge.template_entry(message) for message in project.messages]
    root = project.site.root
    template = PoFile(header=po_headers.template_header(), entries=tuple(entries))
    files = {po_files.TEMPLATE: template}
    for one in project.site.settings.translated:
        po = project.catalogues.get(one.id)
        if po is not None and (not only or one.id in only):
            files[po_files.path_of(one)] = merge.merge(po, entries, likeness)
    changed = []
    problems = [p for p in project.problems if p.code == "unreadable-catalogue"]
    for name, po in files.items():
        try:
            if write:
                po_files.remove_leftovers(root, name)
            if po_files.write(root, name, po, dry=not write):
                changed.append(name)
        except OSError as error:
            problems.append(_unwritable(name, error))
    return Updated(changed=tuple(changed), problems=tuple(problems))


def _unwritable(name: str, error: OSError) -> Problem:
    return Problem(
        code="unwritable-catalogue",
        span=Span(name),
        message=f"The catalogue cannot be written: {error.strerror}.",
        hint="What was there is still there; make room or mend its permissions.",
    )


def add_locale(project: Project, locale_id: str) -> Updated:
    """Starts the catalogue of a locale.

    Raises `FileExistsError` if there is one, and `polynotice.locales.UnknownLocaleIdError`.
    """
    one = locale(locale_id)
    name = po_files.path_of(one)
    if (project.site.root / name).exists():
        raise FileExistsError(name)
    entries = tuple(merge.template_entry(message) for message in project.messages)
    po = PoFile(header=po_headers.new_header(one), entries=entries)
    try:
        po_files.write(project.site.root, name, po)
    except OSError as error:
        return Updated(changed=(), problems=(_unwritable(name, error),))
    return Updated(changed=(name,))
