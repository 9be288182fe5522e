"""The site's own Markdown: a page in HTML, and an inline text as it stands on a page.

Extraction, rendering and checks all come by here, with the extensions that the site has.
"""

from __future__ import annotations

import copy
import importlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from polynotice.html.plain_text import can_become_elements, is_plain
from polynotice.html.visible_text import Seen, seen_in, squeezed
from polynotice.pages.extension_words import define
from polynotice.pages.markdown_extension import NoticeExtension
from polynotice.pages.markdown_steps import (
    KNOWN_MAKERS,
    PROSE,
    PROSE_POSITION,
    are_of_page_alone,
    leaves_words_alone,
    makers_of_all_steps,
    makers_of_steps,
    read_files,
)
from polynotice.pages.missing_snippets import ReadSnippet, without_missing
from polynotice.pages.page_context import Definitions, PageContext, RenderedPage, SourcePage

if TYPE_CHECKING:
    from polynotice.html.inline import Inline

_SNIPPETS = "pymdownx.snippets"


def _snippet_missing() -> type[Exception]:
    """What the extension raises for a snippet that is not there: known where a site uses it."""
    error: type[Exception] = importlib.import_module(_SNIPPETS).SnippetMissingError
    return error


def _no_snippet(_: str) -> None:
    """Of a site without files, no snippet can be read."""


class SiteMarkdown:
    """Python-Markdown with the extensions of the site, and their options.

    Nothing that it makes depends on what it has made before.
    """

    def __init__(
        self,
        extensions: Sequence[Any],
        options: Mapping[str, Any],
        key: bytes | None = None,
        read_snippet: ReadSnippet = _no_snippet,
    ) -> None:
        """`key` is the digest of the extensions with their options, if they can be written down.

        `read_snippet` is there to find the line of a snippet at which another one is missing.
        """
        self._key = key
        self._read_snippet = read_snippet
        self._extensions = tuple(extensions)
        self._options = options

    def convert(self, page: SourcePage, context: PageContext) -> RenderedPage:
        """The page in HTML; a snippet that is not there is left out of it, and reported."""
        from polynotice.pages.conversion import Conversion  # here: known pages are not converted

        conversion = Conversion(page, context)
        md = self._markdown(NoticeExtension(conversion))
        if _SNIPPETS not in self._options:
            return conversion.result(md.convert(page.body))
        try:
            return conversion.result(md.convert(page.body))
        except _snippet_missing():
            whole, problems, left = without_missing(page, self._snippet_error, self._read_snippet)
            conversion = Conversion(whole, context)
            conversion.problems += problems
            md = self._markdown(NoticeExtension(conversion), check_paths=left is None)
            return conversion.result(md.convert(whole.body))

    def _snippet_error(self, lines: Sequence[str]) -> Exception | None:
        """What is said of the first snippet that is not there; `None` if all are."""
        read = list(lines)
        try:
            for step in self._markdown(NoticeExtension()).preprocessors:
                read = step.run(read)
        except _snippet_missing() as error:
            return error
        return None

    def beside(self, definitions: Sequence[Definitions]) -> InlineMarkdown:
        """How inline texts are read on a page that has all those definitions."""
        return InlineMarkdown(
            self._markdown(NoticeExtension()),
            Definitions(
                references={k: v for each in definitions for k, v in each.references.items()},
                abbreviations={k: v for each in definitions for k, v in each.abbreviations.items()},
                footnotes=frozenset(name for each in definitions for name in each.footnotes),
            ),
        )

    @cached_property
    def key(self) -> bytes | None:
        """The digest of all that decides what becomes of a text; `None` if nobody can tell."""
        if read_files(self._extensions, self._options) or not self.makers <= KNOWN_MAKERS:
            return None
        return self._key

    @cached_property
    def key_of_pages(self) -> bytes | None:
        """As `key`, where a page has nothing that it does not say itself, such as a snippet."""
        return (
            self.key if self.key and are_of_page_alone(self._markdown(NoticeExtension())) else None
        )

    @cached_property
    def leaves_words_alone(self) -> bool:
        """Whether no extension does anything to texts without a sign of Markdown's."""
        return leaves_words_alone(self._markdown(NoticeExtension()))

    @cached_property
    def makers(self) -> frozenset[str]:
        """The packages that the steps of the site's Markdown come from."""
        return frozenset(makers_of_all_steps(self._markdown(NoticeExtension())))

    def _markdown(self, extension: NoticeExtension, *, check_paths: bool = True) -> Markdown:
        # Extensions may change the options that they are given.
        options = copy.deepcopy(dict(self._options))
        if _SNIPPETS in options:
            # Left out without a word, otherwise.
            options[_SNIPPETS] = {**(options[_SNIPPETS] or {}), "check_paths": check_paths}
        return Markdown(extensions=[*self._extensions, extension], extension_configs=options)


class InlineMarkdown:
    """What becomes of inline texts on a page, beside the same definitions for all of them.

    An inline text comes onto a page where the step for prose puts it, and goes through what the
    site's Markdown does from there on, whatever that is.
    """

    def __init__(self, md: Markdown, definitions: Definitions) -> None:
        # Does nothing, and says where.
        md.treeprocessors.register(Treeprocessor(md), PROSE, PROSE_POSITION)
        self._md = md
        self._steps = list(md.treeprocessors)[md.treeprocessors.get_index_for_name(PROSE) :]
        self._definitions = definitions
        # They are made of plain letters: no sign in a text tells that it has one.
        self._abbreviations = tuple(definitions.abbreviations)
        # What others have written may make something of any word.
        self._wants_signs = makers_of_steps(md) <= {"markdown", "polynotice", "pymdownx"}
        self._inline: dict[str, Inline] = {}
        """By text, which is all that they depend on here."""

    def seen(self, text: str) -> Seen:
        """What a reader sees of the text, and where its links lead."""
        return Seen(text=squeezed(text)) if is_plain(text) else seen_in(self._html(text, "td"))

    def inline(self, text: str) -> Inline:
        """What the text becomes, wherever it stands on a page."""
        from polynotice.html.inline import Inline  # here: what is checked is not asked again

        inline = self._inline.get(text)
        if inline is None:
            has_signs = can_become_elements(text) or any(one in text for one in self._abbreviations)
            if self._wants_signs and not has_signs:
                return Inline(prose=text)  # most are of this kind, and none of them is kept
            inline = self._inline[text] = self._read(text)
        return inline

    def _read(self, text: str) -> Inline:
        from polynotice.html.inline import inline_in

        # As a heading and as a paragraph, if it can have an attribute list: these look different
        # in the two. Nothing else does, and then the one stands for both.
        tags = ("dt", "p") if "{" in text else ("p",)
        inline = inline_in(self._html(text, *tags))
        return replace(inline, everywhere=inline.everywhere * (3 - len(tags)))

    def _html(self, text: str, *tags: str) -> str:
        """The HTML of the text within one element of each of the tags."""
        md = self._md
        md.reset()
        define(md, self._definitions)
        root = Element("div")
        for tag in tags:
            SubElement(root, tag).text = text
        for step in self._steps:
            result = step.run(root)
            root = root if result is None else result
        html = md.serializer(root)
        for postprocessor in md.postprocessors:
            html = postprocessor.run(html)
        return html
