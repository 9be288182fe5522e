"""Ids of all elements: those of a translated page are those of its source page."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.pages.conversion import Conversion

Ids = Sequence[tuple[str, str]]
"""The tag and the id of each element that has one, in order."""

_FOOTNOTE = re.compile(r"fn(?:ref\d*)?[:-]")
_WITHIN_TEXTS = frozenset(
    {"a", "abbr", "code", "del", "em", "img", "ins", "kbd", "mark", "span", "strong", "sub", "sup"}
)
_REFERENCES = ("for", "aria-controls", "aria-describedby", "aria-labelledby")


class KeepIds(Treeprocessor):
    """Gives the elements of a translated page the ids of the source page's.

    An extension may have made them of words that were translated (content tabs). Whatever is not
    the same after that is reported, so that no extension goes unnoticed.
    """

    def __init__(self, md: Markdown, conversion: Conversion) -> None:
        super().__init__(md)
        self._conversion = conversion

    def run(self, root: Element) -> None:
        """Changes ids of a translated page, and what refers to them; notes those of any page."""
        conversion = self._conversion
        wanted = conversion.context.ids
        if wanted is not None:
            elements = [
                element for element in root.iter() if element.get("id") and _is_block(element)
            ]
            must = [(tag, name) for tag, name in wanted if _is_of_block(tag, name)]
            if [str(element.tag) for element in elements] == [tag for tag, _ in must]:
                _take_over(root, elements, must)
            else:
                names = [str(element.get("id")) for element in elements]
                conversion.problems.append(_differs(names, [name for _, name in must], conversion))
        conversion.ids = tuple(
            (str(element.tag), name) for element in root.iter() if (name := element.get("id"))
        )


def _is_block(element: Element) -> bool:
    return _is_of_block(str(element.tag), element.get("id", ""))


def _is_of_block(tag: str, name: str) -> bool:
    """Whether the order of such ids is the page's own: a translation may order those in texts."""
    return tag not in _WITHIN_TEXTS and not _FOOTNOTE.match(name)


def _take_over(root: Element, elements: Sequence[Element], wanted: Ids) -> None:
    renamed: dict[str, str] = {}
    for element, (_, name) in zip(elements, wanted, strict=True):
        if element.get("id") != name:
            renamed[element.get("id", "")] = name
            element.set("id", name)
    if renamed:
        _rename(root, renamed, {name for _, name in wanted})


def _rename(root: Element, renamed: Mapping[str, str], known: set[str]) -> None:
    """Lets what refers to the old ids refer to the new ones."""
    # Whoever wrote a link named an id of the source.
    links = {f"#{old}": f"#{new}" for old, new in renamed.items() if old not in known}
    for element in root.iter():
        for name in _REFERENCES:
            if (value := element.get(name)) in renamed:
                element.set(name, renamed[str(value)])
        if (value := element.get("href")) in links:
            element.set("href", links[str(value)])


def _differs(found: Sequence[str], wanted: Sequence[str], conversion: Conversion) -> Problem:
    lost = _listed([name for name in wanted if name not in found])
    added = _listed([name for name in found if name not in wanted])
    what = " and ".join(
        [*([f"lacks {lost}"] if lost else []), *([f"has {added} besides"] if added else [])]
    )
    return Problem(
        code="id-mismatch",
        span=Span(conversion.page.path),
        locale=conversion.context.locale.id,
        message="The translation has other ids than its source page: it "
        f"{what or 'has them at other elements'}.",
        hint="Look for a plugin that changes the page in one language alone.",
    )


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
