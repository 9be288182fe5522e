"""The texts of a page, each said in the page's locale before Markdown reads what is in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from polynotice.core.model import Text
from polynotice.core.problems import Problem
from polynotice.html.plain_text import is_plain
from polynotice.notice import marks
from polynotice.pages.conversion import HEADINGS, Conversion
from polynotice.pages.draft_line import insert_draft_line
from polynotice.pages.extension_words import (
    definitions_of,
    mark_of_toc,
    say_abbreviations,
    say_titles_of_references,
    say_words_of_toc,
)
from polynotice.pages.markdown_marks import (
    has_words,
    is_within_a_line,
    split_at_marks,
    split_attributes,
)
from polynotice.pages.markdown_steps import leaves_words_alone
from polynotice.pages.marked_phrases import mark
from polynotice.pages.page_blocks import (
    block_at,
    is_taken_mark,
    replace_by_tables,
    show_blocks_as_code,
)


class SayProse(Treeprocessor):
    """Says each block of raw inline Markdown in the page's locale."""

    def __init__(self, md: Markdown, conversion: Conversion) -> None:
        super().__init__(md)
        self._conversion = conversion

    def run(self, root: Element) -> None:
        """Changes every text, puts tables where blocks are, and says what is said beside them."""
        conversion, context = self._conversion, self._conversion.context
        conversion.leaves_words_alone = leaves_words_alone(self.md)
        if conversion.leaves_words_alone:
            conversion.inline = _but_plain
        conversion.keeps_breaks = "nl" in self.md.inlinePatterns
        conversion.mark_of_toc = mark_of_toc(self.md)
        _say_below(root, conversion)
        conversion.note(marks.End())
        say_words_of_toc(self.md, context.say)
        say_abbreviations(self.md, conversion)
        say_titles_of_references(self.md, conversion)
        conversion.definitions = definitions_of(self.md)
        if context.draft:
            insert_draft_line(root, context.draft, conversion)


def _but_plain(text: str) -> str:
    """The text; a plain one as what the inline parser need not look at: a tenth of a build."""
    return AtomicString(text) if is_plain(text) else text


def _say_below(element: Element, conversion: Conversion) -> None:
    """Says every raw text below `element`, and builds the tables, in the page's order."""
    if element.tag in ("pre", "code", "script", "style"):
        show_blocks_as_code(element, conversion)
        return
    children = list(element)  # before any is added: a phrase is not said again
    if has_words(element.text) and not _is_toc(element, conversion):
        _say_in_place(element, None, str(element.text), conversion)
    for child in children:
        if (block := block_at(child, conversion)) is not None:
            replace_by_tables(element, child, block, conversion)
        elif is_taken_mark(child, conversion):
            element.remove(child)
        else:
            if child.get("class") == "footnote":
                conversion.note(marks.End())  # they belong to all of the page
            _say_below(child, conversion)
        if has_words(child.tail):
            _say_in_place(element, child, str(child.tail), conversion)


def _is_toc(element: Element, conversion: Conversion) -> bool:
    """Whether the table of contents goes there: alone in an element, and in no heading."""
    mark = conversion.mark_of_toc
    is_alone = bool(mark) and not len(element) and element.tag not in HEADINGS
    return is_alone and str(element.text).strip() == mark


def _say_in_place(parent: Element, child: Element | None, raw: str, conversion: Conversion) -> None:
    """Says the text of `parent`, or what stands in it behind `child`."""
    body, attributes = split_attributes(raw, str(parent.tag))
    pieces = split_at_marks(body)
    if is_within_a_line(pieces):
        conversion.problems.append(_torn(pieces, conversion))
    parts = [_said(parent, piece, conversion) if has_words(piece) else piece for piece in pieces]
    if attributes:
        parts.append(attributes)
    _fill(parent, child, parts)


def _said(parent: Element, body: str, conversion: Conversion) -> str | Element:
    """The text in the page's locale, within an element if that is to be marked."""
    context = conversion.context
    phrase = context.say(_text(parent, body, conversion))
    if phrase.lang == context.locale.id and not phrase.note:
        return conversion.inline(phrase.text)
    span = Element("span")
    mark(span, phrase, context)
    span.text = conversion.inline(phrase.text)
    return span


def _fill(parent: Element, child: Element | None, parts: Sequence[str | Element]) -> None:
    """Puts texts and elements at the start of `parent`, or behind `child` of it."""
    place, name = (parent, "text") if child is None else (child, "tail")
    position = 0 if child is None else list(parent).index(child) + 1
    setattr(place, name, "")
    for part in parts:
        if isinstance(part, str):
            before = getattr(place, name)
            # Not added to nothing: a text that is marked as no Markdown stays so.
            setattr(place, name, before + part if before else part)
        else:
            parent.insert(position, part)
            position += 1
            place, name = part, "tail"
            part.tail = ""


def _torn(pieces: Sequence[str], conversion: Conversion) -> Problem:
    words = " … ".join(piece for piece in pieces if has_words(piece))
    return Problem(
        code="untranslatable-text",
        span=conversion.span(next(filter(has_words, pieces))),
        message=f'An extension of Markdown puts something into the middle of "{words}", which no '
        "catalogue can hold.",
        hint="Give it lines of its own, or write it in another way.",
    )


def _text(parent: Element, body: str, conversion: Conversion) -> Text:
    """What is said in that element, and where it stands."""
    kind = _KINDS.get(str(parent.tag), "paragraph")
    if "admonition-title" in parent.get("class", ""):
        kind = "title of a box"
    where = f"Page {conversion.page.uri}, {kind}"
    if kind != "heading" and conversion.heading:
        where += f' under "{conversion.heading}"'
    msgid = _with_breaks(body) if conversion.keeps_breaks else _unwrapped(body)
    text = Text(msgid=msgid, span=conversion.span(body), comment=where)
    if kind == "heading":
        conversion.heading, conversion.level = text.msgid, int(parent.tag[1])
        conversion.note(marks.Heading(level=conversion.level))
    return text


_KINDS = dict.fromkeys(HEADINGS, "heading") | {
    "li": "item of a list",
    "td": "cell of a table",
    "th": "header of a table",
    "dt": "term",
    "dd": "definition",
    "summary": "title of a box",
    "figcaption": "caption",
}


def _unwrapped(text: str) -> str:
    """The text on one line, but for the breaks that Markdown shows (two spaces at a line's end)."""
    return re.sub(r"(?<!  )\n[ \t]*", " ", text.strip())


def _with_breaks(text: str) -> str:
    """The text with its lines, each without what indents it."""
    return re.sub(r"\n[ \t]*", "\n", text.strip())
