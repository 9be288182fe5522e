"""Marks that Markdown puts into a text for itself: no author has written them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown.extensions.footnotes import FN_BACKLINK_TEXT, NBSP_PLACEHOLDER
from markdown.util import AtomicString

_MARK = re.compile("\x02[^\x03]*\x03")
"""Between the control characters STX and ETX: what stands for something that is kept elsewhere."""
_BETWEEN = re.compile("((?:\\s*\x02[^\x03]*\x03)+\\s*)")
_BACKLINK = re.compile(f"(?:{re.escape(NBSP_PLACEHOLDER)}|{re.escape(FN_BACKLINK_TEXT)})+$")
# As Python-Markdown's attr_list finds them: behind a heading or cell, or below any other block.
_ATTRIBUTES_BEHIND = re.compile(r"[ ]+\{:?[ ]*[^}\n ][^}\n]*\}[ ]*$")
_ATTRIBUTES_BELOW = re.compile(r"\n[ ]*\{:?[ ]*[^}\n ][^}\n]*\}[ ]*$")


def has_marks(text: str) -> bool:
    """Whether Markdown has put a mark into the text."""
    return _MARK.search(text) is not None


def has_words(text: str | None) -> bool:
    """Whether there is something to read in the text that Markdown has still to look at."""
    if not text or isinstance(text, AtomicString):
        return False
    return any(character.isalnum() for character in _MARK.sub("", text))


def split_at_marks(text: str) -> list[str]:
    r"""The pieces of a text, in order: words, and the marks between them with the space around.

    >>> split_at_marks("\x02box\x03 open task")
    ['\x02box\x03 ', 'open task']
    """
    return [piece for piece in _BETWEEN.split(text) if piece]


def is_within_a_line(pieces: Sequence[str]) -> bool:
    """Whether marks stand amid the words of one line."""
    return any(has_marks(piece) and "\n" not in piece for piece in pieces[1:-1])


def split_attributes(raw: str, tag: str) -> tuple[str, str]:
    """A text, and the attribute list (`{#id .class}`) behind it: that is not translated."""
    is_line = re.fullmatch("h[1-6]|dt|td|th", tag) is not None
    match = _BACKLINK.search(raw)
    match = match or (_ATTRIBUTES_BEHIND if is_line else _ATTRIBUTES_BELOW).search(raw)
    return (raw[: match.start()], match[0]) if match else (raw, "")
