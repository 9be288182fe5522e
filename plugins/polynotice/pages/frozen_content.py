"""What a page says, without HTML: as a release keeps it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from polynotice.notice.release_form import (
    ADDRESS,
    ATTRIBUTE,
    BLOCKS,
    TAG,
    Element,
    Node,
    NoticeTable,
    Row,
)
from polynotice.notice.release_text import is_block
from polynotice.pages.element_names import FORMER
from polynotice.pages.links import LinkTargets

Described = Callable[[str], Row]
"""Gives a record's row, without cells, by its id."""

_OF_LOOKS = frozenset(("data-label", "data-search-exclude"))
"""Attributes that say nothing, or again what stands elsewhere."""
_SPACE = re.compile(r"[ \t\n\r\f]+")


def frozen_content(
    html: str, page: str, root: str, targets: LinkTargets, described: Described
) -> tuple[Node, ...]:
    """The pieces of a page, from the HTML that its Markdown becomes before links are resolved.

    `page` is its path below `docs/`, `root` the folder of its locale, such as `de/`.
    """
    body = LexborHTMLParser(f"<body>{html}").body
    reader = _Reader(page, root, targets, described)
    return () if body is None else tuple(_tidied(list(reader.below(body)), in_block=True))


class _Reader:
    def __init__(self, page: str, root: str, targets: LinkTargets, described: Described) -> None:
        self._page = page
        self._root = root
        self._targets = targets
        self._described = described

    def below(self, node: LexborNode, *, as_it_is: bool = False) -> Iterator[Node]:
        """What is in an element; in one that keeps its white space, `as_it_is`."""
        child = node.first_child
        while child is not None:
            if child.tag == "-text":
                text = child.text_content or ""
                yield text if as_it_is else _SPACE.sub(" ", text)
            elif not (child.tag or "-").startswith("-") and not self._is_left_out(child):
                yield self._piece(child, as_it_is=as_it_is)
            child = child.next

    def _is_left_out(self, node: LexborNode) -> bool:
        # A link of a heading to itself is the theme's; former ids are said of the row.
        classes = (node.attributes.get("class") or "").split()
        return not re.match(TAG, node.tag or "") or "headerlink" in classes or FORMER in classes

    def _piece(self, node: LexborNode, *, as_it_is: bool) -> Node:
        is_notice = "notice-table" in (node.attributes.get("class") or "").split()
        if node.tag == "table" and is_notice and node.css_first("tr[data-record]"):
            return self._table(node)
        tag = node.tag or ""
        is_kept = as_it_is or tag == "pre"
        content = list(self.below(node, as_it_is=is_kept))
        attributes = dict(self._attributes(node))
        return Element(
            tag,
            {name: attributes[name] for name in sorted(attributes)},
            tuple(content if is_kept else _tidied(content, in_block=tag in BLOCKS)),
        )

    def _attributes(self, node: LexborNode) -> Iterator[tuple[str, str]]:
        for name, given in node.attributes.items():
            value = given or ""
            if name in ("href", "src"):
                yield from self._address(name, value)
            elif name not in _OF_LOOKS and re.match(ATTRIBUTE, name):
                yield name, value

    def _address(self, name: str, value: str) -> Iterator[tuple[str, str]]:
        """Where an address leads: to a page or file of the notice, or where it says."""
        file, at = self._file(value)
        if file is None:
            if re.match(ADDRESS, value, re.IGNORECASE):
                yield name, value
            return
        yield ("page" if file in self._targets.pages else "file"), file
        if at:
            yield "at", at

    def _file(self, value: str) -> tuple[str | None, str]:
        """The path below `docs/` that an address names, and the id there."""
        try:
            url = urlsplit(value)
        except ValueError:
            return None, ""
        at = unquote(url.fragment)
        if url.scheme or url.netloc or url.query:
            return None, ""
        if not url.path:
            return (self._page if at else None), at
        if not url.path.startswith("/"):
            here = posixpath.dirname(self._root + self._page)
            path = posixpath.normpath(posixpath.join(here, unquote(url.path)))
            for file in (path.removeprefix(self._root), path):
                if file in self._targets.pages or file in self._targets.files:
                    return file, at
        target = self._targets.find(value, self._page)
        is_there = target and (
            target.file in self._targets.pages or target.file in self._targets.files
        )
        return (target.file if target and is_there else None), at

    def _table(self, node: LexborNode) -> NoticeTable:
        headers = {
            field: self._cell(each)
            for each in node.css("thead th")
            if (field := each.attributes.get("data-field"))
        }
        rows = []
        for each in node.css("tbody > tr"):
            row = self._described(each.attributes.get("data-record") or "")
            cells = {
                field: self._cell(cell)
                for cell in each.css("td")
                if (field := cell.attributes.get("data-field"))
            }
            rows.append(
                Row(
                    id=row.id,
                    section=row.section,
                    title=row.title,
                    formerly=row.formerly,
                    cells=cells,
                )
            )
        label = node.attributes.get("aria-label")
        return NoticeTable(label=label, headers=headers, rows=tuple(rows))

    def _cell(self, node: LexborNode) -> tuple[str | Element, ...]:
        pieces = _tidied(list(self.below(node)), in_block=True)
        return tuple(piece for piece in pieces if not isinstance(piece, NoticeTable))


def _tidied(pieces: list[Node], *, in_block: bool) -> Iterable[Node]:
    """The pieces without white space that no reader sees."""
    has_blocks = any(is_block(piece) for piece in pieces)
    for number, piece in enumerate(pieces):
        if not isinstance(piece, str):
            yield piece
            continue
        before = pieces[number - 1] if number else None
        after = pieces[number + 1] if number + 1 < len(pieces) else None
        text = piece
        if (before is None and in_block) or is_block(before) or _is_break(before):
            text = text.lstrip(" ")
        if (after is None and in_block) or is_block(after) or _is_break(after):
            text = text.rstrip(" ")
        if text and not (has_blocks and not text.strip(" ")):
            yield text


def _is_break(piece: Node | None) -> bool:
    return isinstance(piece, Element) and piece.tag == "br"
