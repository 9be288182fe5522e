"""The marks of lists on web pages: what stands in front of an item, and Word's own lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborNode

from polynotice.project.importing.document import Line

_WORD_LEVEL = re.compile(r"mso-list\s*:\s*l\d+\s+level([1-9])")
_WORD_MARK = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_NUMBER = re.compile(r"\s*[-+]?\d{1,6}\s*")


def labels_of(node: LexborNode, *, in_cell: bool) -> Sequence[str]:
    """What a browser shows in front of the items of a list, if not bullets.

    A page of the notice can count 1, 2, 3, so that only other numbers and letters are words there;
    in a cell all are.
    """
    items = [child for child in node.iter() if child.tag == "li"]
    if node.tag != "ol" or not items:
        return ()
    step = -1 if "reversed" in node.attributes else 1
    number = _number(node, "start", len(items) if step < 0 else 1)
    numbers = []
    for item in items:
        number = _number(item, "value", number)
        numbers.append(number)
        number += step
    kind = (node.attributes.get("type") or "1").strip()
    if kind not in ("a", "A", "i", "I"):
        is_plain = numbers == list(range(1, len(items) + 1))
        return () if is_plain and not in_cell else [f"{n}." for n in numbers]
    return [f"{counted(n, kind)}." for n in numbers]


def _number(node: LexborNode, name: str, otherwise: int) -> int:
    value = node.attributes.get(name) or ""
    return int(value) if _NUMBER.fullmatch(value) else otherwise


def counted(number: int, kind: str) -> str:
    """A number as lists count it: `1`, `a`, `A`, `i` or `I`."""
    if kind == "1":
        return str(number)
    if not 0 < number < 4000:
        return str(number)
    text = _roman(number) if kind in "iI" else _letters(number)
    return text.upper() if kind.isupper() else text


def _letters(number: int) -> str:
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("a") + rest) + text
    return text


def _roman(number: int) -> str:
    text = ""
    for value, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    ):
        count, number = divmod(number, value)
        text += sign * count
    return text


def is_word_mark(node: LexborNode) -> bool:
    """Whether an element is the mark that Word has written in front of an item."""
    return _WORD_MARK.search(node.attributes.get("style") or "") is not None


def word_item(node: LexborNode) -> tuple[Line, str] | None:
    """What a paragraph of Word is that is an item, and what begins it; `None` if it is none.

    Word saves lists as paragraphs with a mark in front. A bullet's makes an item of a list; numbers
    and letters stay, for Word goes on counting behind other paragraphs.
    """
    match = _WORD_LEVEL.search(node.attributes.get("style") or "")
    mark = " ".join("".join(_marks(node)).split())
    if match is None or not mark:
        return None
    if len(mark) == 1:
        return Line(runs=(), place="", is_item=True, depth=int(match[1]) - 1), ""
    return Line(runs=(), place="", depth=int(match[1]) - 1), mark


def _marks(node: LexborNode) -> Iterator[str]:
    for span in node.css("span"):
        if is_word_mark(span):
            yield span.text()
            return
