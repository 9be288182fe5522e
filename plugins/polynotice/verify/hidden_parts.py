"""What keeps parts of a page from its reader: elements, attributes, styles and style sheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from selectolax.lexbor import LexborHTMLParser, LexborNode

from polynotice.html.hiding_rules import HidingRule, hides
from polynotice.html.visible_text import Attributes, names_in, spoken


class Sheets(Protocol):
    """Knows what style sheets hide."""

    def hiding_rules(self, page: str, links: Iterable[str]) -> Iterable[HidingRule]:
        """Those of the style sheets that a page with that address links to."""

    def rules_of(self, css: str, address: str) -> Iterable[HidingRule]:
        """Those of the style sheet `css`, which stands at that address."""


class Part(Protocol):
    """A part of the notice on a page."""

    hidden: str
    """What keeps it from the reader, if anything does."""
    is_header: bool


@dataclass(slots=True, eq=False)
class Place:
    """An element around tables: what it hands down to them."""

    lang: str = ""
    direction: str = "ltr"
    hidden: str = ""
    parts: list[Part] = field(default_factory=list)
    """What is lost with the element."""
    around: Place | None = None
    """The element around it."""


class HiddenParts:
    """The elements of one page that the notice's parts are lost with."""

    def __init__(self, usual_names: Iterable[str]) -> None:
        # By the elements' places in memory: what stands around tables and headings, and what is
        # lost with those elements and with tables and rows, and with cells and whatever is in them.
        self._around: dict[int, Place] = {}
        self._lost: dict[int, list[Part]] = {}
        self._cells: set[int] = set()
        self._names = set(usual_names)
        """What style sheets may call the elements around and in the tables."""

    def __contains__(self, node: LexborNode) -> bool:
        return node.mem_id in self._lost

    def place_of(self, node: LexborNode | None) -> Place:
        """What an element, and those around it, hand down."""
        chain: list[LexborNode] = []
        while node is not None and node.is_element_node and node.mem_id not in self._around:
            chain.append(node)
            node = node.parent
        place = self._around.get(node.mem_id, Place()) if node is not None else Place()
        for element in reversed(chain):
            tag, attributes = element.tag or "", element.attributes
            self._names.add(tag)
            self._names |= names_in(attributes)
            lang, direction = spoken(attributes, place.lang, place.direction)
            hidden = place.hidden or why_hidden(tag, attributes)
            place = Place(lang, direction, hidden, around=place)
            self._around[element.mem_id] = place
            self._lost[element.mem_id] = place.parts
        return place

    def add_below(self, node: LexborNode, part: Part) -> Place:
        """Notes that a part is lost with whatever is around `node`; gives what that hands down."""
        place = self.place_of(node.parent)
        up: Place | None = place
        while up is not None:
            up.parts.append(part)
            up = up.around
        return place

    def add(self, node: LexborNode, attributes: Attributes | None, parts: list[Part]) -> None:
        """Notes the parts that are lost with an element of a table, and its unusual attributes."""
        self._lost[node.mem_id] = parts
        if attributes is not None:
            self._names |= names_in(attributes)

    def add_cell(self, node: LexborNode, names: Iterable[str]) -> None:
        """Notes that a cell is lost with whatever is in it, which has those names."""
        self._cells.add(node.mem_id)
        self._names.update(names)

    def add_names(self, names: Iterable[str]) -> None:
        """Notes what style sheets may call elements that are not looked at."""
        self._names.update(names)

    def may_be_hidden(self, rules: Iterable[HidingRule]) -> bool:
        """Whether one of those rules may hide anything: it names nothing that is not there."""
        return any(map(self._may_hide, rules))

    def _may_hide(self, rule: HidingRule) -> bool:
        return rule.names <= self._names and not (rule.is_read_out and "thead" in rule.names)

    def hide(self, tree: LexborHTMLParser, rules: Iterable[HidingRule]) -> None:
        """Says of each part what those rules hide of it."""
        for rule in rules:
            if not self._may_hide(rule):
                continue
            for node in tree.css(rule.selector):
                for part in self._lost_with(node):
                    # On a phone the headers are read out, and seen beside each cell.
                    if not (rule.is_read_out and part.is_header):
                        part.hidden = part.hidden or f"the style of {rule.selector}"

    def _lost_with(self, node: LexborNode) -> Sequence[Part]:
        up: LexborNode | None = node
        while up is not None and up.mem_id not in self._lost:
            up = up.parent
        if up is None or (up.mem_id != node.mem_id and up.mem_id not in self._cells):
            return ()
        return self._lost[up.mem_id]


def rules_for(
    tree: LexborHTMLParser, html: bytes, address: str, sheets: Sheets
) -> Iterator[HidingRule]:
    """What the style sheets of a page hide; `html` is its text in lower case."""
    links = tree.head.css("link") if tree.head else []
    # A word that a page rarely has is looked for in its text first: that costs next to nothing.
    if len(links) != html.count(b"<link"):
        links = tree.css("link")
    attributes = [link.attributes for link in links]
    yield from sheets.hiding_rules(
        address,
        [
            each.get("href") or ""
            for each in attributes
            if "stylesheet" in (each.get("rel") or "").lower().split()
        ],
    )
    for style in tree.css("style") if b"<style" in html else ():
        yield from sheets.rules_of(style.text(), address)


_UNSHOWN = frozenset(
    {
        "audio", "canvas", "datalist", "head", "iframe", "math", "noscript", "object", "svg",
        "template", "video",
    }
)  # fmt: skip


def why_hidden(tag: str, attributes: Attributes) -> str:
    """What in an element keeps it from the reader, if anything does."""
    if tag in _UNSHOWN or (tag in ("details", "dialog") and "open" not in attributes):
        return f"<{tag}>"
    for name in ("hidden", "inert", "popover"):
        if name in attributes:
            return name
    if attributes.get("aria-hidden") == "true":
        return 'aria-hidden="true"'
    style = attributes.get("style") or ""
    return f'style="{style}"' if hides(style) else ""
