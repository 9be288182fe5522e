"""What a user asks for: load a project, check it, update its catalogues."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from polynotice.catalogues import po_headers
from polynotice.catalogues.po_format import PoFile
from polynotice.checks.page_syntax import PageSyntax
from polynotice.core.locales import Locale, find_locale, nearest
from polynotice.core.memory import Memory, key_of
from polynotice.core.model import Key, Notice, Phrase, Text
from polynotice.core.problems import Problem, in_order
from polynotice.core.pseudo_locales import pseudo
from polynotice.core.translation import Message, Say, Translation, look_up, source
from polynotice.notice.blocks import Block, PurposesBlock, has_index
from polynotice.notice.found_marks import Mark
from polynotice.notice.requirements import Requirement
from polynotice.notice.settings import Settings
from polynotice.pages.links import LinkTargets
from polynotice.pages.page_context import SourcePage
from polynotice.pages.site_markdown import SiteMarkdown
from polynotice.project.catalogues import Catalogues
from polynotice.project.message_markdown import MessageMarkdown
from polynotice.project.releases.reading import Release

if TYPE_CHECKING:
    from polynotice.checks.link_map import LinkMap
    from polynotice.checks.terms import Glossary

RECORDS = "notice_data"


@dataclass(frozen=True, kw_only=True)
class NavigationItem:
    """An item of the navigation: a page, an address, or a section with items of its own."""

    title: Text | None = None
    """`None` where the page itself says it."""
    page: str | None = None
    """Its path below `docs/`."""
    address: str | None = None
    items: tuple[NavigationItem, ...] = ()


class Site(Protocol):
    """A project's own files but its records and catalogues, as a site generator reads them."""

    root: Path
    """The project's folder."""
    site_url: str | None
    """Where the site is published, if that is said."""
    settings: Settings
    pages: tuple[SourcePage, ...]
    titled: frozenset[str]
    """The paths below `docs/` of the pages that have a title in the navigation."""
    words: tuple[Text, ...]
    """The words in the configuration that a reader sees, such as titles in the navigation."""
    markdown: SiteMarkdown
    """What makes HTML of pages and texts."""
    targets: LinkTargets
    """What links can lead to."""
    navigation: tuple[NavigationItem, ...]
    """The pages in order, as it is configured."""
    page_syntaxes: tuple[PageSyntax, ...]
    """What is only made something of in the text of a page."""

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
    markdown: MessageMarkdown
    """What each message becomes on its pages."""
    wordless: Mapping[str, str]
    """The HTML of each page without any of its words, by the page's path below `docs/`: all that
    its Markdown has been given by others (snippets, a clock) is in there."""
    catalogues: Catalogues
    glossaries: Mapping[str, Glossary] = field(default_factory=dict)
    """By the locale's id, where a locale has one."""
    link_maps: Mapping[str, LinkMap] = field(default_factory=dict)
    """By the locale's id, where a locale has one."""
    releases: tuple[Release, ...] = ()
    """In the order of their dates; what is damaged is not among them."""
    requirements: tuple[Requirement, ...] = ()
    """The lists of what the law asks for."""
    marks: tuple[Mark, ...] = ()
    """Where pages say that they state something of it."""
    memory: Memory = field(default_factory=Memory, compare=False, repr=False)
    """What is known of it from earlier runs."""
    mistakes: tuple[Problem, ...] = field(default=())
    """What is wrong with options, records, pages, glossaries and link maps."""

    def with_catalogues(self, catalogues: Catalogues) -> Project:
        """The same project with other catalogues.

        What depends on none that has changed is not worked out again.
        """
        project = replace(self, catalogues=catalogues)
        known = vars(self)
        vars(project).update({name: known[name] for name in _OF_MESSAGES if name in known})
        for locale in self.site.settings.locales:
            if locale.id in self._says and project.key_of_words(locale) == self.key_of_words(
                locale
            ):
                project._says[locale.id] = self._says[locale.id]
        return project

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with options, records, pages and the files of translators."""
        return tuple(in_order([*self.mistakes, *self.catalogues.problems]))

    @cached_property
    def placed_on(self) -> dict[str, str]:
        """The page on which each purpose is first placed."""
        pages: dict[str, str] = {}
        for page, blocks in self.blocks.items():
            for block in blocks:
                if isinstance(block, PurposesBlock):
                    for purpose in block.purposes:
                        pages.setdefault(purpose.id, page)
        return pages

    @cached_property
    def indexed_on(self) -> str | None:
        """The first page on which the data categories are, if there is one."""
        pages = (page for page, blocks in self.blocks.items() if has_index(blocks))
        return next(pages, None)

    def texts_of(self, uri: str) -> tuple[Text, ...]:
        """What the page of that path below `docs/` says."""
        return self._texts.get(uri, ())

    @cached_property
    def _texts(self) -> dict[str, tuple[Text, ...]]:
        by_id = defaultdict[str, list[Text]](list)
        for message in self.messages:
            for uri in self.markdown.said_on.get(message.text.key, ()):
                by_id[uri].append(message.text)
        return {uri: tuple(texts) for uri, texts in by_id.items()}

    def say(self, locale: Locale) -> Say:
        """How the notice speaks in that locale."""
        if locale.id not in self._says:
            self._says[locale.id] = self._say(locale)
        return self._says[locale.id]

    def say_apart(self, locale: Locale) -> Say:
        """The same for a few words: none of its catalogue is kept once another locale is asked."""

        def said(text: Text) -> Phrase:
            if locale.id not in self._apart:
                self._apart.clear()
                self._apart[locale.id] = self._says.get(locale.id) or self._say(locale)
            return self._apart[locale.id](text)

        return said

    @cached_property
    def _apart(self) -> dict[str, Say]:
        return {}

    @cached_property
    def key_of_messages(self) -> bytes:
        """The digest of the messages."""
        return key_of(self.messages)

    def key_of_words(self, locale: Locale) -> bytes:
        """The digest of all that decides what the locale says of the messages."""
        lineage = [locale]
        while parent := self.parent_of(lineage[-1]):
            lineage.append(parent)
        digests = [(each.id, self.catalogues.digest_of(each.id)) for each in lineage]
        return key_of(self.key_of_messages, digests, self.site.settings.source.id)

    @cached_property
    def _keys(self) -> Mapping[Key, Key]:
        """Those of the messages, which all locales can share."""
        return {key: key for key in (message.text.key for message in self.messages)}

    @cached_property
    def _says(self) -> dict[str, Say]:
        return {}

    def _say(self, locale: Locale) -> Say:
        source_id = self.site.settings.source.id
        if locale.is_pseudo:
            return pseudo(locale.id)
        if locale.id == source_id:
            return source(source_id)
        parent = self.parent_of(locale)
        return look_up(
            translations(self.catalogues.get(locale.id), self._keys),
            lang=locale.id,
            source_lang=source_id,
            parent=self.say(parent) if parent else None,
        )

    def may_be_shown(self, text: Text, phrase: Phrase) -> bool:
        """Whether a preview may show what is said of a text."""
        from polynotice.checks import catalogue  # here: the checks are not for every build
        from polynotice.checks.pair import Pair
        from polynotice.core.conventions import conventions

        source_id = self.site.settings.source.id
        become = self.markdown.become_of(text)
        pair = None
        if phrase.text != text.msgid:
            one = find_locale(phrase.lang)
            pair = Pair(
                source=text.msgid,
                translation=phrase.text,
                source_conventions=conventions(self.site.settings.source),
                conventions=conventions(one),
                link_map=self.link_map_of(one),
                become=become,
            )
        return catalogue.may_be_shown(text, pair, become, source_id)

    def parent_of(self, locale: Locale) -> Locale | None:
        """The locale whose regional form this is, if it is translated: `fr` for `fr-CA`."""
        known = {other.id: other for other in self.site.settings.translated if other != locale}
        parent = nearest(locale.id, known)
        return known[parent] if parent else None

    def glossary_of(self, locale: Locale) -> Glossary | None:
        """The locale's glossary, or that of its language: `fr` for `fr-CA`."""
        name = nearest(locale.id, self.glossaries)
        return self.glossaries[name] if name else None

    def link_map_of(self, locale: Locale) -> LinkMap | None:
        """The locale's link map, or that of its language."""
        name = nearest(locale.id, self.link_maps)
        return self.link_maps[name] if name else None

    def draft_line_of(self, locale: Locale) -> Text | None:
        """What the pages of a locale say whose translation is a draft."""
        return self.notice.words["draft"] if self.is_draft_translation(locale) else None

    def is_draft_translation(self, locale: Locale) -> bool:
        """Whether no lawyer has signed: the catalogue's header does not say `approved`."""
        if locale.id == self.site.settings.source.id:
            return False
        if locale.id not in self._drafts:
            po = self.catalogues.get(locale.id)
            self._drafts[locale.id] = po is None or not po_headers.is_approved(po)
        return self._drafts[locale.id]

    @cached_property
    def _drafts(self) -> dict[str, bool]:
        return {}


_OF_MESSAGES = ("_texts", "_keys", "key_of_messages", "placed_on", "indexed_on")
"""What comes of messages and blocks alone."""


def translations(po: PoFile | None, keys: Mapping[Key, Key]) -> dict[Key, Translation]:
    """What a catalogue has for each message; `keys` are those that others have, too."""
    if po is None:
        return {}
    return {
        keys.get(entry.key, entry.key): Translation(text=entry.msgstr[0], fuzzy=entry.is_fuzzy)
        for entry in po.entries
        if not entry.obsolete
    }
