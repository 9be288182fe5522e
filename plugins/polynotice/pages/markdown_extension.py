"""Polynotice in Python-Markdown: the `:::` blocks, and prose that is read in the page's locale.

One extension serves rendering, extraction and tests. They differ in the `Rendering` that they put
into its slot before a page is converted, and above all in that rendering's `say`.
"""

from __future__ import annotations

import posixpath
import re
from html import unescape
from typing import Any
from urllib.parse import SplitResult, urlsplit
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.footnotes import FN_BACKLINK_TEXT, NBSP_PLACEHOLDER, FootnoteExtension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from polynotice.core.model import Span, Text
from polynotice.core.problems import Problem
from polynotice.html.addresses import is_safe
from polynotice.html.plain_text import is_plain, without_tags
from polynotice.notice import block_source, block_syntax
from polynotice.notice.blocks import Block, tables_of
from polynotice.pages.rendering import Rendering
from polynotice.pages.table_elements import UNTRANSLATED, mark, put, table_element


class NoticeExtension(Extension):
    """The extension. `rendering` holds the page that is being converted, if there is one."""

    rendering: Rendering | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Registers the steps, each with the reason for its place."""
        md.registerExtension(self)
        # After white space is normalised (30), before fenced code (25) takes lines away: blocks
        # are found where they stand, so that a mistake in one has its line.
        md.preprocessors.register(_FindBlocks(md, self), "notice_blocks", 28)
        # Behind code and lists (90, 80), to which an indented block belongs; before paragraphs.
        md.parser.blockprocessors.register(_PlaceBlocks(md.parser, self), "notice_blocks", 75)
        # After footnotes (50) have put their texts into the tree, before the inline parser (20).
        md.treeprocessors.register(_Prose(md, self), "notice_prose", 25)
        # After attribute lists (8), which can set an id; before the table of contents (5) does.
        md.treeprocessors.register(_Anchors(md, self), "notice_anchors", 6)
        md.treeprocessors.register(_FoundAnchors(md, self), "notice_found_anchors", 4)
        # After backslash escapes are resolved (0), which is the last that happens to a title.
        md.treeprocessors.register(_PlainTitles(md), "notice_plain_titles", -1)
        # Before MkDocs resolves relative links (0).
        md.treeprocessors.register(_AssetLinks(md, self), "notice_asset_links", 1)
        # No text of a record or catalogue brings HTML of its own: what looks so is shown as text.
        md.inlinePatterns.deregister("html", strict=False)

    def reset(self) -> None:
        """Nothing: the slot belongs to whoever fills it."""


class _FindBlocks(Preprocessor):
    """Takes the blocks out of the page's lines."""

    def __init__(self, md: Markdown, extension: NoticeExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        rendering = self.extension.rendering
        if rendering is None:
            return lines
        _say_words_of_footnotes(self.md, rendering)
        left, rendering.raw_blocks = block_syntax.find_blocks(lines)
        return left


def _say_words_of_footnotes(md: Markdown, rendering: Rendering) -> None:
    for extension in md.registeredExtensions:
        if isinstance(extension, FootnoteExtension) and extension.getConfig("BACKLINK_TITLE"):
            words = str(extension.getConfig("BACKLINK_TITLE"))
            comment = "Title of the link from a footnote back to the text; {} is its number"
            context = "markdown/footnotes/backlink_title"
            text = Text(msgid=words, span=Span("mkdocs.yml"), context=context, comment=comment)
            extension.setConfig("BACKLINK_TITLE", rendering.say(text).text)


class _PlaceBlocks(BlockProcessor):
    """Understands each block that is not code, and puts an element where it is to go."""

    def __init__(self, parser: BlockParser, extension: NoticeExtension) -> None:
        super().__init__(parser)
        self.extension = extension

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002
        return block_syntax.MARKER.fullmatch(block.strip()) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        found = block_syntax.MARKER.fullmatch(blocks.pop(0).strip())
        rendering = self.extension.rendering
        if found is None or rendering is None:
            return
        block, problems = block_source.parse_block(
            rendering.raw_blocks[int(found[1])],
            rendering.path,
            rendering.first_line,
            rendering.notice,
            fields=rendering.fields,
            columns=rendering.columns,
        )
        rendering.problems += problems
        if block is not None:
            # The tables wait for the prose around them, so that messages come in the page's order.
            SubElement(parent, "div", {_BLOCK: str(len(rendering.blocks))})
            rendering.blocks.append(block)


_BLOCK = "data-notice-block"
"""Marks, within the tree only, where a block's tables go: its number in `Rendering.blocks`."""


_KNOWN = {"markdown", "mkdocs", "polynotice"}


def _leaves_words_alone(md: Markdown) -> bool:
    """Whether no extension does anything to texts without a sign of Markdown's."""
    processors = [*md.inlinePatterns, *md.treeprocessors]
    modules = {type(processor).__module__.split(".")[0] for processor in processors}
    return modules <= _KNOWN and "abbr" not in md.treeprocessors


def _but_plain(text: str) -> str:
    """The text; a plain one as what the inline parser need not look at: a tenth of a build."""
    return AtomicString(text) if is_plain(text) else text


class _Prose(Treeprocessor):
    """Says each block of raw inline Markdown in the page's locale."""

    def __init__(self, md: Markdown, extension: NoticeExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        rendering = self.extension.rendering
        if rendering is None:
            return
        if _leaves_words_alone(self.md):
            rendering.inline = _but_plain
        self._say_below(root, rendering)
        self._say_words_of_toc(rendering)
        self._say_abbreviations(rendering)
        self._say_titles_of_references(rendering)
        if rendering.draft:
            _insert_draft_line(root, rendering, rendering.draft)

    def _say_below(self, element: Element, rendering: Rendering) -> None:
        """Says every raw text below `element`, and builds the tables, in the page's order."""
        if element.tag in ("pre", "code", "script", "style"):
            _show_blocks_as_code(element, rendering)
            return
        children = list(element)  # before any is added: a phrase is not said again
        if _has_words(element.text):
            self._say_in_place(element, None, str(element.text), rendering)
        for child in children:
            if number := child.get(_BLOCK):
                _replace_by_tables(element, child, rendering.blocks[int(number)], rendering)
            else:
                self._say_below(child, rendering)
            if _has_words(child.tail):
                self._say_in_place(element, child, str(child.tail), rendering)

    def _say_in_place(
        self, parent: Element, child: Element | None, raw: str, rendering: Rendering
    ) -> None:
        body, attributes = _split_attributes(raw, str(parent.tag))
        kind = _KINDS.get(str(parent.tag), "paragraph")
        if "admonition-title" in parent.get("class", ""):
            kind = "title of a box"
        where = f"Page {rendering.page}, {kind}"
        if kind != "heading" and rendering.heading:
            where += f' under "{rendering.heading}"'
        text = Text(msgid=_unwrapped(body), span=rendering.span(body), comment=where)
        if kind == "heading":
            rendering.heading, rendering.level = text.msgid, int(parent.tag[1])
        phrase = rendering.say(text)
        if phrase.lang == rendering.locale.id and not phrase.note:
            said = phrase.text + attributes if attributes else rendering.inline(phrase.text)
            if child is None:
                parent.text = said
            else:
                child.tail = said
            return
        span = Element("span")
        mark(span, phrase, rendering)
        span.text, span.tail = rendering.inline(phrase.text), attributes
        if child is None:
            parent.text = ""
            parent.insert(0, span)
        else:
            child.tail = ""
            parent.insert(list(parent).index(child) + 1, span)

    def _say_words_of_toc(self, rendering: Rendering) -> None:
        if "toc" not in self.md.treeprocessors:
            return
        toc: Any = self.md.treeprocessors["toc"]
        for name, is_shown in (("permalink_title", toc.use_permalinks), ("title", toc.title)):
            if is_shown and getattr(toc, name):
                setattr(toc, name, rendering.say(toc_text(name, getattr(toc, name))).text)

    def _say_titles_of_references(self, rendering: Rendering) -> None:
        for name, (target, title) in list(self.md.references.items()):
            if not is_safe(target):
                rendering.problems.append(
                    Problem(
                        code="unsafe-markup",
                        span=rendering.span(target),
                        message=f'The reference "{name}" leads to "{target}", which can run or '
                        "load something.",
                        hint="Lead to a page, or to an http, https, mailto or tel address.",
                    )
                )
                self.md.references[name] = target, title = "#", title
            if _has_words(title):
                comment = f'Title of the link "{name}", shown by the mouse pointer'
                text = Text(msgid=title, span=rendering.span(title), comment=comment)
                self.md.references[name] = (target, rendering.say(text).text)

    def _say_abbreviations(self, rendering: Rendering) -> None:
        if "abbr" not in self.md.treeprocessors:
            return
        processor: Any = self.md.treeprocessors["abbr"]
        for short, long in list(processor.abbrs.items()):
            comment = f'Long form of the abbreviation "{short}"'
            text = Text(msgid=long, span=rendering.span(long), comment=comment)
            processor.abbrs[short] = rendering.say(text).text


def toc_text(name: str, value: str) -> Text:
    """The text of an option of Python-Markdown's table of contents, which readers see."""
    kinds = {
        "permalink_title": "Title of the link behind each heading",
        "title": "Title of the table of contents",
    }
    context = f"markdown/toc/{name}"
    return Text(msgid=value, span=Span("mkdocs.yml"), context=context, comment=kinds[name])


_KINDS = {f"h{level}": "heading" for level in range(1, 7)} | {
    "li": "item of a list",
    "td": "cell of a table",
    "th": "header of a table",
    "dt": "term",
    "dd": "definition",
    "summary": "title of a box",
    "figcaption": "caption",
}

_PLACEHOLDER = re.compile("\x02[^\x03]*\x03")
# As Python-Markdown's attr_list finds them: behind a heading or cell, or below any other block.
_ATTRIBUTES_BEHIND = re.compile(r"[ ]+\{:?[ ]*[^}\n ][^}\n]*\}[ ]*$")
_ATTRIBUTES_BELOW = re.compile(r"\n[ ]*\{:?[ ]*[^}\n ][^}\n]*\}[ ]*$")


def _show_blocks_as_code(element: Element, rendering: Rendering) -> None:
    """Gives indented code back the blocks that it shows."""
    for part in element.iter():
        if part.text and block_syntax.MARKER.search(part.text):
            text = block_syntax.MARKER.sub(
                lambda found: rendering.raw_blocks[int(found[1])].source, part.text
            )
            part.text = AtomicString(text)


def _replace_by_tables(parent: Element, place: Element, block: Block, rendering: Rendering) -> None:
    position = list(parent).index(place)
    parent.remove(place)
    level = min(rendering.level + 1, 6)
    for table in tables_of(block, rendering.notice, rendering.say):
        if table.heading:
            heading = Element(f"h{level}")
            put(heading, table.heading, rendering)
            parent.insert(position, heading)
            position += 1
        parent.insert(position, table_element(table, rendering))
        position += 1


def _has_words(text: str | None) -> bool:
    if not text or isinstance(text, AtomicString):
        return False
    return any(character.isalnum() for character in _PLACEHOLDER.sub("", text))


_BACKLINK = re.compile(f"(?:{re.escape(NBSP_PLACEHOLDER)}|{re.escape(FN_BACKLINK_TEXT)})+$")


def _split_attributes(raw: str, tag: str) -> tuple[str, str]:
    """A text, and the attribute list (`{#id .class}`) behind it: that is not translated."""
    is_line = re.fullmatch("h[1-6]|dt|td|th", tag) is not None
    found = _BACKLINK.search(raw)
    found = found or (_ATTRIBUTES_BEHIND if is_line else _ATTRIBUTES_BELOW).search(raw)
    return (raw[: found.start()], found[0]) if found else (raw, "")


def _unwrapped(text: str) -> str:
    """The text on one line, but for the breaks that Markdown shows (two spaces at a line's end)."""
    return re.sub(r"(?<!  )\n[ \t]*", " ", text.strip())


def _insert_draft_line(root: Element, rendering: Rendering, draft: Text) -> None:
    attributes = {"class": "notice-draft", "role": "note", "data-search-exclude": "true"}
    line = Element("p", attributes)
    phrase = rendering.say(draft)
    put(line, phrase, rendering)
    target = posixpath.relpath(
        rendering.page, posixpath.dirname(f"{rendering.locale.id}/{rendering.page}")
    )
    link = Element("a", {"href": target, "hreflang": rendering.source.id})
    link.set("lang", rendering.source.id)
    link.set("dir", rendering.source.direction)
    link.text = AtomicString(rendering.source.name)
    if len(line):
        line[-1].tail = " "
    else:
        line.text = f"{line.text} "
    line.append(link)
    position = next((n for n, child in enumerate(root, start=1) if child.tag == "h1"), 0)
    root.insert(position, line)


class _Anchors(Treeprocessor):
    """Gives the headings of a translated page the ids of the source page's."""

    def __init__(self, md: Markdown, extension: NoticeExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        rendering = self.extension.rendering
        if rendering is None or rendering.anchors is None:
            return
        for heading, anchor in zip(_headings(root), rendering.anchors, strict=True):
            heading.set("id", anchor)


class _FoundAnchors(Treeprocessor):
    """Notes the ids that the table of contents gave to the headings."""

    def __init__(self, md: Markdown, extension: NoticeExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        if self.extension.rendering is not None:
            headings = [(heading.get("id", ""), heading) for heading in _headings(root)]
            self.extension.rendering.found_anchors = [anchor for anchor, _ in headings]
            self.extension.rendering.foreign_headings = {
                anchor: lang for anchor, heading in headings if (lang := _foreign(heading))
            }


def _foreign(heading: Element) -> str | None:
    """The language of a heading that is in another than its page's."""
    mark = next(iter(heading), None)
    is_marked = mark is not None and UNTRANSLATED in mark.get("class", "")
    return mark.get("lang") if mark is not None and is_marked else None


_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))


def _headings(root: Element) -> list[Element]:
    return [element for element in root.iter() if element.tag in _HEADINGS]


class _PlainTitles(Treeprocessor):
    """Takes angle brackets out of titles, which Material's tooltips show as HTML."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if title := element.get("title"):
                element.set("title", without_tags(_without_entities(title)))


def _without_entities(text: str) -> str:
    """The text with what entities stand for, however often they are nested."""
    plain = unescape(text)
    return text if plain == text else _without_entities(plain)


class _AssetLinks(Treeprocessor):
    """Leads links to files that exist once, such as images, out of the locale's folder."""

    def __init__(self, md: Markdown, extension: NoticeExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        rendering = self.extension.rendering
        if rendering is None or rendering.locale.id == rendering.source.id:
            return
        here = posixpath.dirname(rendering.page)
        for element in root.iter():
            for name in ("href", "src"):
                address = element.get(name)
                url = _relative(address) if address else None
                if url is None:
                    continue
                target = posixpath.normpath(posixpath.join(here, url.path))
                if target not in rendering.pages and not target.startswith(".."):
                    start = posixpath.join(rendering.locale.id, here)
                    moved = posixpath.relpath(target, start)
                    element.set(name, url._replace(path=moved).geturl())


def _relative(address: str) -> SplitResult | None:
    """The address in its parts, if it leads from the page's folder to a file."""
    try:
        url = urlsplit(address)
    except ValueError:  # `http://[`, for one, is no address
        return None
    is_other = url.scheme or url.netloc or not url.path or url.path.startswith("/")
    # Python-Markdown spells the addresses of e-mail in entities, and keeps those as placeholders.
    return None if is_other or _PLACEHOLDER.search(address) else url
