"""Words that other extensions of Markdown show to readers: in titles, and in what they define."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.preprocessors import Preprocessor

from polynotice.core.model import Span, Text
from polynotice.core.problems import Problem
from polynotice.core.translation import Say
from polynotice.html.addresses import is_safe
from polynotice.pages.markdown_marks import has_words
from polynotice.pages.page_context import Definitions

if TYPE_CHECKING:
    from polynotice.pages.conversion import Conversion


class SayTitleOfBacklinks(Preprocessor):
    """Says the title of links from footnotes back to the text, before any is made."""

    def __init__(self, md: Markdown, say: Say) -> None:
        super().__init__(md)
        self._say = say

    def run(self, lines: list[str]) -> list[str]:
        """The same lines."""
        footnotes = _footnotes_of(self.md)
        if footnotes is not None and footnotes.getConfig("BACKLINK_TITLE"):
            words = str(footnotes.getConfig("BACKLINK_TITLE"))
            comment = "Title of the link from a footnote back to the text; {} is its number"
            context = "markdown/footnotes/backlink_title"
            text = Text(msgid=words, span=Span("mkdocs.yml"), context=context, comment=comment)
            footnotes.setConfig("BACKLINK_TITLE", self._say(text).text)
        return lines


def say_words_of_toc(md: Markdown, say: Say) -> None:
    """Says the title of the table of contents, and that of the links behind headings."""
    if "toc" not in md.treeprocessors:
        return
    toc: Any = md.treeprocessors["toc"]
    for name, is_shown in (("permalink_title", toc.use_permalinks), ("title", toc.title)):
        if is_shown and getattr(toc, name):
            setattr(toc, name, say(toc_text(name, getattr(toc, name))).text)


def mark_of_toc(md: Markdown) -> str:
    """What stands on a page where the table of contents goes, such as `[TOC]`; nothing without."""
    if "toc" not in md.treeprocessors:
        return ""
    toc: Any = md.treeprocessors["toc"]
    return str(toc.marker)


def toc_text(name: str, value: str) -> Text:
    """The text of an option of Python-Markdown's table of contents, which readers see."""
    kinds = {
        "permalink_title": "Title of the link behind each heading",
        "title": "Title of the table of contents",
    }
    context = f"markdown/toc/{name}"
    return Text(msgid=value, span=Span("mkdocs.yml"), context=context, comment=kinds[name])


def say_abbreviations(md: Markdown, conversion: Conversion) -> None:
    """Says the long form of each abbreviation."""
    abbreviations = _abbreviations_of(md)
    for short, long in list(abbreviations.items()):
        comment = f'Long form of the abbreviation "{short}"'
        text = Text(msgid=long, span=conversion.span(long), comment=comment)
        abbreviations[short] = conversion.context.say(text).text


def say_titles_of_references(md: Markdown, conversion: Conversion) -> None:
    """Says the title of each link that is defined apart, and takes out where none may lead."""
    for name, (target, title) in list(md.references.items()):
        if not is_safe(target):
            conversion.problems.append(
                Problem(
                    code="unsafe-markup",
                    span=conversion.span(target),
                    message=f'The reference "{name}" leads to "{target}", which can run or '
                    "load something.",
                    hint="Lead to a page, or to an http, https, mailto or tel address.",
                )
            )
            target = "#"
            md.references[name] = target, title
        if has_words(title):
            comment = f'Title of the link "{name}", shown by the mouse pointer'
            text = Text(msgid=title, span=conversion.span(title), comment=comment)
            md.references[name] = (target, conversion.context.say(text).text)


def definitions_of(md: Markdown) -> Definitions:
    """What the page that was read defines."""
    footnotes = _footnotes_of(md)
    return Definitions(
        references=dict(md.references),
        abbreviations=dict(_abbreviations_of(md)),
        footnotes=frozenset(footnotes.footnotes if footnotes else ()),
    )


def define(md: Markdown, definitions: Definitions) -> None:
    """Lets the next text refer to those definitions."""
    md.references.update(definitions.references)
    _abbreviations_of(md).update(definitions.abbreviations)
    footnotes = _footnotes_of(md)
    if footnotes is not None:
        footnotes.footnotes.update(dict.fromkeys(sorted(definitions.footnotes), ""))


def _abbreviations_of(md: Markdown) -> dict[str, str]:
    if "abbr" not in md.treeprocessors:
        return {}
    processor: Any = md.treeprocessors["abbr"]
    abbreviations: dict[str, str] = processor.abbrs
    return abbreviations


def _footnotes_of(md: Markdown) -> FootnoteExtension | None:
    for extension in md.registeredExtensions:
        if isinstance(extension, FootnoteExtension):
            return extension
    return None
