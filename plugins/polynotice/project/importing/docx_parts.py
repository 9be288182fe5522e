"""What the styles, lists and notes of a Word file say of its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import parse_xml

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = ("0", "false", "off", "none")


def is_on(element: Any, name: str) -> bool:
    """Whether a property such as `b` is set within an element of properties."""
    child = element.find(f"{W}{name}") if element is not None else None
    return child is not None and (child.get(f"{W}val") or "1").lower() not in _OFF


def value(element: Any, *path: str) -> str | None:
    """The value of a property, by the names that lead to it."""
    for name in path:
        element = element.find(f"{W}{name}") if element is not None else None
    return None if element is None else element.get(f"{W}val")


class Styles:
    """Styles of paragraphs and texts, with those that they are based on."""

    def __init__(self, document: WordDocument) -> None:
        elements = document.styles.element.findall(f"{W}style")
        self._styles: Mapping[str, Any] = {each.get(f"{W}styleId"): each for each in elements}
        self._bullets = dict(_bullets(document))

    def _lineage(self, style_id: str | None) -> Iterator[Any]:
        seen = set()
        while style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            style = self._styles[style_id or ""]
            yield style
            style_id = value(style, "basedOn")

    def level_of(self, properties: Any) -> int | None:
        """The level of a heading, 0 for a title; `None` for other paragraphs."""
        level = value(properties, "outlineLvl")
        for style in self._lineage(value(properties, "pStyle")):
            name = (value(style, "name") or "").lower()
            if name == "title":
                return 0
            if name.startswith("heading ") and name[8:].isdigit():
                return int(name[8:])
            level = level or value(style, "pPr", "outlineLvl")
        return int(level) + 1 if level and level.isdigit() and int(level) < 9 else None

    def list_of(self, properties: Any) -> tuple[str, int] | None:
        """The number of an item's list, and its depth there; `None` for what is no item."""
        number = value(properties, "numPr", "numId")
        depth = value(properties, "numPr", "ilvl")
        for style in self._lineage(value(properties, "pStyle")):
            number = number or value(style, "pPr", "numPr", "numId")
            depth = depth or value(style, "pPr", "numPr", "ilvl")
        if not number or number == "0":
            return None
        return number, int(depth) if depth and depth.isdigit() and len(depth) == 1 else 0

    def has_bullet(self, number: str, at: int) -> bool:
        """Whether the items of that list and depth have bullets, not numbers."""
        return (number, at) in self._bullets

    def is_hidden(self, properties: Any) -> bool:
        """Whether a text is hidden, by itself or its style."""
        return self._has(properties, "vanish")

    def is_struck_out(self, properties: Any) -> bool:
        """Whether a line goes through a text, or two."""
        return self._has(properties, "strike") or self._has(properties, "dstrike")

    def _has(self, properties: Any, name: str) -> bool:
        if properties is None:
            return False
        if properties.find(f"{W}{name}") is not None:
            return is_on(properties, name)
        lineage = self._lineage(value(properties, "rStyle"))
        return any(is_on(style.find(f"{W}rPr"), name) for style in lineage)


def _bullets(document: WordDocument) -> Iterator[tuple[tuple[str, int], bool]]:
    """Each number and level of a list that has bullets."""
    part = part_of(document, "numbering")
    if part is None:
        return
    abstract = {each.get(f"{W}abstractNumId"): each for each in part.findall(f"{W}abstractNum")}
    for number in part.findall(f"{W}num"):
        definition = abstract.get(value(number, "abstractNumId"))
        for level in definition.findall(f"{W}lvl") if definition is not None else ():
            if value(level, "numFmt") in ("bullet", "none"):
                at = level.get(f"{W}ilvl") or "0"
                yield (number.get(f"{W}numId"), int(at)), True


def part_of(document: WordDocument, kind: str) -> Any:
    """The first part of that kind, such as `footnotes`; `None` if there is none."""
    return next(iter(parts_of(document, kind)), None)


def parts_of(document: WordDocument, kind: str) -> list[Any]:
    """The parts of that kind, such as `header`."""
    names = []
    for relation in document.part.rels.values():
        if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
            part = relation.target_part
            element = getattr(part, "element", None)
            names.append(element if element is not None else parse_xml(part.blob))
    return names
