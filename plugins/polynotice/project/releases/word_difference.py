"""What was put into a text and taken out of it, word by word, in any script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A stretch of the old text, of the new one, or of both."""

    kind: Literal["same", "removed", "added"]
    text: str


def word_difference(old: str, new: str) -> tuple[Piece, ...]:
    """The stretches of two texts, in order.

    All but the `added` are the old text, all but the `removed` the new one.

    >>> [(one.kind, one.text) for one in word_difference("Kept for a year.", "Kept for a day.")]
    [('same', 'Kept for a '), ('removed', 'year'), ('added', 'day'), ('same', '.')]
    """
    before, after = words_of(old), words_of(new)
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    changes = [
        (kind == "equal", "".join(before[a:b]), "".join(after[c:d])) for kind, a, b, c, d in steps
    ]
    return tuple(_pieces(changes))


def _pieces(steps: list[tuple[bool, str, str]]) -> Iterator[Piece]:
    """Changes as one where nothing but a space is between them."""
    removed = added = ""
    for number, (is_same, left, right) in enumerate(steps):
        is_between = 0 < number < len(steps) - 1
        if is_same and not (is_between and not left.strip()):
            yield from _change(removed, added)
            yield Piece(kind="same", text=left)
            removed = added = ""
        else:
            removed, added = removed + left, added + right
    yield from _change(removed, added)


def _change(removed: str, added: str) -> Iterator[Piece]:
    if removed:
        yield Piece(kind="removed", text=removed)
    if added:
        yield Piece(kind="added", text=added)


def words_of(text: str) -> list[str]:
    """The words, signs and spaces of a text; together they are the text.

    Scripts that are written without spaces are taken sign by sign, each with its marks.

    >>> words_of("1.000 Anrufe, 通話を")
    ['1.000', ' ', 'Anrufe', ',', ' ', '通', '話', 'を']
    """
    return _WORD.findall(text)


_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0903\u093a-\u094f\u0962\u0963\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc"
    "\u0ec8-\u0ecd\u102b-\u103e\u1056-\u1059\u17b4-\u17d3\u200c\u200d\u3099\u309a\ufe00-\ufe0f"
)
"""What belongs to the sign before it."""
_SINGLE = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
"""The signs of Thai, Lao, Burmese, Khmer, Chinese and Japanese."""
_WORD = re.compile(
    rf"\d+(?:[.,:/\u00a0\u202f]\d+)*"
    rf"|[{_SINGLE}][{_MARKS}]*"
    rf"|(?:(?![{_SINGLE}])[\w{_MARKS}])+(?:['’\-](?:(?![{_SINGLE}])[\w{_MARKS}])+)*"
    rf"|\s+|.",
    re.DOTALL,
)
