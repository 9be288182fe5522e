"""The notice as it is said now, in the form in which a release keeps it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from polynotice.core.locales import Locale
from polynotice.core.model import Phrase, Purpose
from polynotice.core.translation import Say
from polynotice.notice.notice_form import Direction
from polynotice.notice.release_form import (
    Element,
    FrozenItem,
    FrozenLocale,
    FrozenPage,
    Node,
    Row,
)
from polynotice.pages.frozen_content import frozen_content
from polynotice.pages.links import root_of
from polynotice.pages.page_context import SourcePage
from polynotice.project.project import NavigationItem, Project
from polynotice.project.releases.words import words_in
from polynotice.project.rendering import Rendering
from polynotice.project.speaking import Speaking


def freeze(project: Project) -> tuple[FrozenLocale, ...]:
    """What the notice says in each published locale, in the order of the switcher.

    Of the project alone: no theme, and no plugin but those that complete pages as they are read.
    """
    # What a release says of a day stays true: it does not depend on when it is written down.
    project = replace(project, notice=replace(project.notice, as_of=None))
    speaking = Speaking(project=project)
    rendering = Rendering(speaking=speaking)
    others = [locale for locale in speaking.locales if locale != speaking.source]
    # The ids of a translated page are those of the source's, which is rendered before.
    frozen = {
        locale.id: _Freezing(project, rendering, locale).frozen()
        for locale in (speaking.source, *others)
    }
    return tuple(frozen[locale.id] for locale in speaking.locales)


@dataclass(frozen=True)
class _Freezing:
    project: Project
    rendering: Rendering
    locale: Locale

    @property
    def _say(self) -> Say:
        return self.rendering.say(self.locale)

    def frozen(self) -> FrozenLocale:
        site = self.project.site
        pages = {page.uri: self._page(page) for page in site.pages}
        said = {text.context: self._say(text).text for text in site.words}
        return FrozenLocale(
            locale=self.locale.id,
            direction=cast("Direction", self.locale.direction),
            site_name=said["site/site_name"],
            site_description=said.get("site/site_description"),
            copyright=said.get("site/copyright"),
            navigation=tuple(self._items(site.navigation, pages)),
            pages=tuple(pages.values()),
        )

    def _page(self, page: SourcePage) -> FrozenPage:
        site, source = self.project.site, self.rendering.speaking.source
        rendered = site.markdown.convert(page, self.rendering.context(page, self.locale))
        if self.locale == source:
            self.rendering.note_ids(page, rendered.ids)
        root = root_of(self.locale, source)
        content = frozen_content(rendered.html, page.uri, root, site.targets, self._described)
        title, language = self._title(page, content)
        description = page.words.get("description")
        return FrozenPage(
            path=page.uri,
            address=site.url_of(page.uri),
            title=title,
            language=language,
            description=self._say(description).text if description else None,
            content=content,
        )

    def _title(self, page: SourcePage, content: Sequence[Node]) -> tuple[str, str | None]:
        """As MkDocs finds it: in the navigation, front matter, a heading, or the file's name."""
        named = next(_titles(self.project.site.navigation, page.uri), None)
        text = named.title if named and named.title else page.words.get("title")
        if text:
            return self._words(self._say(text))
        for piece in content:
            if isinstance(piece, Element) and piece.tag == "h1":
                return words_in(piece.content), None
        stem = page.uri.rpartition("/")[2].rpartition(".")[0]
        return re.sub(r"[-_]", " ", stem).capitalize(), None

    def _items(
        self, items: Iterable[NavigationItem], pages: dict[str, FrozenPage]
    ) -> Iterator[FrozenItem]:
        for item in items:
            title, language = self._words(self._say(item.title)) if item.title else ("", None)
            if not title and item.page:
                title, language = pages[item.page].title, pages[item.page].language
            yield FrozenItem(
                title=title or item.address or "",
                language=language,
                page=item.page,
                address=item.address,
                items=tuple(self._items(item.items, pages)),
            )

    def _words(self, phrase: Phrase) -> tuple[str, str | None]:
        return phrase.text, None if phrase.lang == self.locale.id else phrase.lang

    def _described(self, record: str) -> Row:
        """What is said of a record besides its cells."""
        purpose = cast("Purpose", self.project.notice.purpose(record))
        section = next(each.id for each in self.project.notice.sections if purpose in each.purposes)
        title = self._say(purpose.title).text if purpose.title else None
        return Row(id=record, section=section, title=title, formerly=purpose.formerly, cells={})


def _titles(items: Iterable[NavigationItem], page: str) -> Iterator[NavigationItem]:
    """The items of the navigation that lead to a page."""
    for item in items:
        if item.page == page:
            yield item
        yield from _titles(item.items, page)
