r"""What kinds of signs a text has: looked for once, and asked by whatever looks for one of them.

Most texts of a notice are plain prose. Whoever looks for an expression that no text can have
without a certain sign declares that sign as a `kind`, and asks `kinds_in` first:

    _DIGIT = kind(r"\d")
    if kinds_in(text) & _DIGIT: ...

All kinds are looked for with one expression, made of those that were declared.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

_ASCII = "".join(map(chr, range(128)))

_classes: dict[int, str] = {}
_pieces: list[tuple[str, int]] = []


def kind(characters: str, *pieces: str) -> int:
    """A new kind of text: one that has one of the characters, or one of the pieces.

    `characters` is what stands between the square brackets of a regular expression; `pieces` are
    quickly looked for if they have a character of any kind in them. A kind is one bit, so that `|`
    makes one of several.
    """
    bit = 1 << len(_classes)
    _classes[bit] = characters
    _pieces.extend((piece, bit) for piece in pieces)
    for known in (_kinds_of, _of_any_kind, _with_signs, kinds_in):
        known.cache_clear()
    return bit


@lru_cache(maxsize=8192)
def kinds_in(text: str) -> int:
    """The kinds that the text is of, together; 0 for plain prose."""
    found = 0
    for character in set(_of_any_kind(text.isascii()).findall(text)):
        found |= _kinds_of(character)
    for piece, bit, signs in _with_signs():
        if found & signs == signs and piece in text:
            found |= bit
    return found


@lru_cache(maxsize=4096)
def _kinds_of(character: str) -> int:
    return sum(bit for bit, each in _classes.items() if each and re.match(f"[{each}]", character))


@cache
def _with_signs() -> tuple[tuple[str, int, int], ...]:
    """The pieces with their kinds, and the kinds that a text with that piece is of by its signs."""
    return tuple((piece, bit, _of_all(piece)) for piece, bit in _pieces)


def _of_all(piece: str) -> int:
    kinds = 0
    for character in piece:
        kinds |= _kinds_of(character)
    return kinds


@cache
def _of_any_kind(is_ascii: bool) -> re.Pattern[str]:
    """Finds characters of any kind; in an ASCII text three times as fast."""
    if is_ascii:
        known = "".join(re.escape(one) for one in _ASCII if _kinds_of(one))
        return re.compile(f"[{known}]")
    return re.compile(f"[{''.join(_classes.values())}]")
