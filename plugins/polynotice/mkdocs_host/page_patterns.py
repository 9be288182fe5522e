"""Pages of a locale that are filled with its words, where Markdown would make the same of them."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from polynotice.core.model import Key, Phrase, State, Text
from polynotice.mkdocs_host import mkdocs_errors
from polynotice.mkdocs_host.host import Page
from polynotice.mkdocs_host.made_page import Heading, MadePage
from polynotice.pages.page_context import PageContext, RenderedPage, SourcePage
from polynotice.pages.page_pattern import (
    SIGN,
    PagePattern,
    Pattern,
    Words,
    may_be_put,
    sign_of,
    words_in,
    words_of,
)
from polynotice.project.project import Project


class Render(Protocol):
    """Renders a page the long way."""

    def __call__(self, context: PageContext, body: str | None = None) -> RenderedPage:
        """Renders it in that context; with another `body`, if one is given."""


@dataclass(frozen=True, kw_only=True)
class MadePattern:
    """A page of any locale, with a sign for each text."""

    made: MadePage
    content: PagePattern
    title: Pattern
    markdown: str
    ids: Sequence[tuple[str, str]]
    """Those of the source page, as it was made."""

    def fill(self, words: Mapping[int, Words]) -> MadePage | None:
        """The page with the words of a locale; `None` if they have more in them than it takes."""
        content, title = self.content.fill(words), self.title.fill(words)
        if content is None or title is None:
            return None
        toc = tuple(_filled(heading, words) for heading in self.made.toc)
        return replace(
            self.made,
            content=content,
            title=title if self.made.title is not None else None,
            toc=toc,
        )


@dataclass(frozen=True, kw_only=True)
class FilledPage:
    """What a page was filled with."""

    pattern: MadePattern
    words: Mapping[int, Words]
    content: str


class PagePatterns:
    """The patterns of the pages, each made when the first locale asks for it."""

    def __init__(self, project: Project) -> None:
        site = project.site
        self._leaves_words_alone = site.markdown.leaves_words_alone
        self._left_out = {*project.markdown.definitions}
        """The paths of pages that are not filled: those whose texts refer to each other are."""
        folders = "|".join(re.escape(one.id) for one in site.settings.translated)
        self._of_a_locale = re.compile(rf"(?<![\w-])(?:{folders})/")
        """What an address has that leads into the pages of one locale."""
        self._known: dict[tuple[str, str, bool], MadePattern | None] = {}
        self.filled: dict[str, FilledPage] = {}
        """The pages that were filled and are not written yet, by their paths."""

    def leave_out(self, source: SourcePage) -> None:
        """Fills no translation of that page."""
        self._left_out.add(source.uri)

    def made(
        self,
        page: Page,
        source: SourcePage,
        context: PageContext,
        texts: Sequence[Text],
        render: Render,
    ) -> MadePage | None:
        """The page in the locale of that context, if its pattern takes its words.

        `texts` are all that it says. Changes the page on the way, in any case.
        """
        locale = context.locale
        if source.uri in self._left_out:
            return None
        phrases = {text.key: context.say(text) for text in texts}
        numbers = {key: number for number, key in enumerate(phrases)}
        kind = (source.uri, locale.direction, context.draft is not None)
        if kind not in self._known:
            is_same = not self._of_a_locale.search(page.markdown or "")
            self._known[kind] = _pattern(page, context, numbers, render) if is_same else None
        pattern = self._known[kind]
        if pattern is None or (pattern.markdown, pattern.ids) != (page.markdown, context.ids):
            return None
        words = self._words([*phrases.values()], pattern, context, render)
        made = None if words is None else pattern.fill(words)
        if made is not None and words is not None:
            self.filled[page.file.src_uri] = FilledPage(
                pattern=pattern, words=words, content=made.content
            )
        return made

    def _words(
        self,
        phrases: Sequence[Phrase],
        pattern: MadePattern,
        context: PageContext,
        render: Render,
    ) -> dict[int, Words] | None:
        """The words of the texts that the page says, by their numbers."""
        is_rtl = context.locale.direction == "rtl"
        words: dict[int, Words] = {}
        left: dict[int, Phrase] = {}
        for number in pattern.content.numbers:
            phrase = phrases[number]
            if not may_be_put(phrase, context.locale.id):
                return None
            known = words_of(phrase, is_rtl=is_rtl) if self._leaves_words_alone else None
            if known is None:
                left[number] = phrase
            else:
                words[number] = known
        if left:
            inner = _inner_html(left, context, render)
            if inner is None:
                return None
            pairs = zip(left.items(), inner, strict=True)
            words.update({number: words_in(phrase, html) for (number, phrase), html in pairs})
        return words


def _filled(heading: Heading, words: Mapping[int, Words]) -> Heading:
    children = tuple(_filled(each, words) for each in heading.children)
    return replace(heading, title=Pattern(heading.title).fill(words) or "", children=children)


def _pattern(
    page: Page, context: PageContext, numbers: Mapping[Key, int], render: Render
) -> MadePattern | None:
    """The pattern of a page; `None` if it is not sure to be the same in all locales."""
    lang, is_sure = context.locale.id, True

    def say(text: Text) -> Phrase:
        nonlocal is_sure
        if text.key not in numbers or "%(" in text.msgid:
            is_sure = False
            return context.say(text)
        return Phrase(text=sign_of(numbers[text.key]), lang=lang, state=State.TRANSLATED)

    if SIGN in (page.markdown or ""):
        return None
    with mkdocs_errors.logged(logging.INFO) as lines:
        rendered = render(replace(context, say=say))
    made = MadePage.of(page, rendered)
    content = PagePattern(made.content, is_rtl=context.locale.direction == "rtl")
    is_sure = is_sure and content.is_known and not lines and not rendered.problems
    if not is_sure or made.links is not None or SIGN in str((made.present, made.ids)):
        return None
    return MadePattern(
        made=made,
        content=content,
        title=Pattern(made.title or ""),
        markdown=page.markdown or "",
        ids=context.ids or (),
    )


_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)


def _inner_html(
    phrases: Mapping[int, Phrase], context: PageContext, render: Render
) -> list[str] | None:
    """What Markdown makes of phrases on that page: of each the HTML within its block."""
    signs = {sign_of(number): phrase for number, phrase in phrases.items()}

    def say(text: Text) -> Phrase:
        return signs.get(text.msgid) or context.say(text)

    beside = replace(context, say=say, ids=(), draft=None)
    with mkdocs_errors.logged(logging.INFO) as lines:
        rendered = render(beside, "\n\n".join(signs))
    inner = _PARAGRAPH.findall(rendered.html)
    is_sure = not lines and not rendered.problems and not rendered.ids
    whole = "\n".join(f"<p>{html}</p>" for html in inner)
    return inner if is_sure and len(inner) == len(signs) and whole == rendered.html else None
