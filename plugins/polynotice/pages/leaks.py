"""Words in the HTML of a page that came by no message, element by element."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

NOT_PROSE = "pre, code, script, style, math, svg"
_ATTRIBUTES = ("alt", "title", "aria-label", "placeholder")
_BUTTONS = ("submit", "button")


@dataclass(frozen=True, kw_only=True)
class Leak:
    """An element with words and no message in it, or words that stand beside a message."""

    words: tuple[str, ...]
    """Piece by piece; at least one."""
    tag: str = ""
    """Of the element."""
    depth: int = 1
    """How many elements of that tag are open where the first words stand, this one among them."""


def leaks(html: str, message: str) -> list[Leak]:
    """Every leak in `html`, in its order, where each message reads `message`."""
    body = LexborHTMLParser(html).body
    if body is None:
        return []
    for node in body.css(NOT_PROSE):
        node.decompose()
    words_left: list[Leak] = []
    pending = list(body.iter(include_text=True))[::-1]
    while pending:
        node = pending.pop()
        is_whole = node.tag != "-text" and message not in node.text()
        if is_whole:
            pieces = list(_pieces(node))
            if pieces:
                words = tuple(piece for _, piece in pieces)
                depth = _depth(pieces[0][0], node)
                words_left.append(Leak(words=words, tag=str(node.tag), depth=depth))
        else:
            words_left += [Leak(words=(piece,)) for piece in _own(node)]
            pending += list(node.iter(include_text=True))[::-1]
    return words_left


def _depth(node: LexborNode, outermost: LexborNode) -> int:
    depth = 0
    here: LexborNode | None = node
    while here is not None and here.mem_id != outermost.mem_id:
        depth += here.tag == outermost.tag
        here = here.parent
    return depth + 1


def _pieces(node: LexborNode) -> Iterator[tuple[LexborNode, str]]:
    for each in node.traverse(include_text=True):
        for piece in _own(each):
            yield each, piece


def _own(node: LexborNode) -> Iterator[str]:
    """The words of a text, or in the attributes of an element."""
    if node.tag == "-text":
        pieces: Sequence[str | None] = (node.text_content or "").split("\n")
    else:
        attributes = node.attributes
        is_button = node.tag == "input" and attributes.get("type") in _BUTTONS
        names = (*_ATTRIBUTES, "value") if is_button else _ATTRIBUTES
        pieces = [attributes.get(name) for name in names]
    for piece in pieces:
        if piece and any(character.isalpha() for character in piece):
            yield piece.strip()


def opening_line(lines: Sequence[str], number: int, words: str, leak: Leak) -> int:
    """The line in which the element begins whose words stand in the line of that number.

    That line itself where the element is not to be seen in the lines before.
    """
    closed, wanted = 0, leak.depth
    end = max(lines[number].find(words), 0) if lines else 0
    sign = re.compile(rf"<(/?){re.escape(leak.tag)}(?![\w-])", re.IGNORECASE)
    for here in range(number, -1, -1):
        line = lines[here][:end] if here == number else lines[here]
        for match in reversed(list(sign.finditer(line))):
            if match[1]:
                closed += 1
            elif closed:
                closed -= 1
            else:
                wanted -= 1
            if wanted == 0:
                return here
    return number
