"""A page of a built notice that is to be damaged.

A damage changes a parsed page in place and gives the finding that it must lead to; `None` says
that the page has nothing for it. Pages are parsed by lxml, so that neither the damage nor the
judgement whether it changed anything depends on the parser of what is tested.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from lxml import html as lxml_html

from polynotice.verify.manifest import WantedLocale


@dataclass(frozen=True)
class Finding:
    """What must be reported: which page, and which record and field of it."""

    path: str
    record: str | None = None
    field: str | None = None


@dataclass
class Draw:
    """One page of a built site, to be damaged, and the others."""

    rng: Random
    pages: dict[str, str]
    """The HTML of every page."""
    locales: dict[str, WantedLocale]
    locale: str
    path: str
    doc: Any
    changes: dict[str, str | None] = field(default_factory=dict)
    """Files besides the page; `None` is one that is removed."""

    def tables(self) -> list[Any]:
        return list(self.doc.xpath("//table[starts-with(@class,'notice-')]"))

    def rows(self) -> list[Any]:
        return list(self.doc.xpath("//tr[@data-record or @data-category]"))

    def row(self) -> Any:
        return self.rng.choice(self.rows())

    def cells(self) -> list[Any]:
        return list(self.doc.xpath("//tr[@data-record or @data-category]/td[normalize-space()]"))

    def cell(self) -> Any:
        return self.rng.choice(self.cells())

    def found(self, element: Any = None) -> Finding:
        """The finding for a row or cell, or for the page."""
        if element is None:
            return Finding(self.path)
        row = element if element.tag == "tr" else element.getparent()
        record = row.get("data-record") or row.get("data-category")
        return Finding(self.path, record, element.get("data-field"))

    def same_page_elsewhere(self) -> Any:
        """The page in another locale."""
        other = self.rng.choice([one for one in self.locales.values() if one.id != self.locale])
        number = list(self.locales[self.locale].pages).index(self.path)
        return parsed(self.pages[list(other.pages)[number]])

    def another_page(self) -> tuple[str, Any]:
        """Another page of the locale that has tables."""
        pages = self.locales[self.locale].pages
        path = self.rng.choice([one for one in pages if pages[one] and one != self.path])
        return path, parsed(self.pages[path])


Damage = Callable[[Draw], Finding | None]
DAMAGES: dict[str, Damage] = {}


def damage(function: Damage) -> Damage:
    DAMAGES[function.__name__] = function
    return function


def parsed(html: str) -> Any:
    return lxml_html.document_fromstring(html)


def written(doc: Any) -> str:
    return str(lxml_html.tostring(doc, encoding="unicode", doctype="<!doctype html>"))


def remove(element: Any) -> None:
    """Takes an element out of its page, but not the text behind it."""
    element.drop_tree()


def insert(element: Any, where: Any, offset: int = 0) -> Any:
    """Puts a copy of an element before another, or `offset` places behind that."""
    new = copy.deepcopy(element)
    new.tail = "\n"
    parent = where.getparent()
    parent.insert(parent.index(where) + offset, new)
    return new


def replace(old: Any, new: Any) -> None:
    new = copy.deepcopy(new)
    new.tail = old.tail
    old.getparent().replace(old, new)


def swap(first: Any, second: Any) -> None:
    one, other = copy.deepcopy(first), copy.deepcopy(second)
    replace(first, other)
    replace(second, one)


def texts_in(element: Any) -> list[tuple[Any, str]]:
    """Every piece of text in an element: whose `text` or `tail` it is."""
    pieces = []
    for node in element.iter():
        if node.text and node.text.strip() and isinstance(node.tag, str):
            pieces.append((node, "text"))
        if node is not element and node.tail and node.tail.strip():
            pieces.append((node, "tail"))
    return pieces


def rewrite(draw: Draw, element: Any, change: Callable[[str], str | None]) -> bool:
    """Changes one piece of text in an element."""
    pieces = texts_in(element)
    draw.rng.shuffle(pieces)
    for node, name in pieces:
        new = change(getattr(node, name))
        if new is not None:
            setattr(node, name, new)
            return True
    return False


def in_cell(change: Callable[[Random, str], str | None]) -> Damage:
    """A damage to the words of one cell."""

    def changed(draw: Draw) -> Finding | None:
        cell = draw.cell()
        did = rewrite(draw, cell, lambda text: change(draw.rng, text))
        return draw.found(cell) if did else None

    changed.__name__ = change.__name__
    return damage(changed)


def wrap(cell: Any, tag: str, **attributes: str) -> None:
    """Puts what a cell holds into an element."""
    inner = cell.makeelement(tag, attributes)
    inner.text, cell.text = cell.text, None
    for child in list(cell):
        inner.append(child)
    cell.append(inner)
