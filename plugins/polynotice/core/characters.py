r"""What kinds of signs a text has: looked for once, and asked by whatever looks for one of them.

Most texts of a notice are plain prose. Whoever looks for an expression that no text can have
without a certain sign declares that sign as a `kind`, and asks `kinds_in` first:

    _DIGIT = kind(r"\d")
    if kinds_in(text) & _DIGIT: ...

All kinds are looked for with one expression, made of those that were declared.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    for known in (_kinds_of, _kinds_of_all, _of_any_kind, _with_signs, kinds_in):
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


def kinds_in_each(texts: Sequence[str], characters: str | None = None) -> list[int]:
    """What `kinds_in` says of each text, sooner there for many: their signs are found at once.

    `characters` are all that the texts have, where that is known.
    """
    joined = _BETWEEN.join(texts)
    if joined.count(_BETWEEN) != len(texts) - 1:
        return list(map(kinds_in, texts))
    there = set(joined) if characters is None else set(characters)
    known = "".join(sorted(_of_any_kind(False).findall("".join(there))))
    signs = "".join(_any_of(known + _BETWEEN).findall(joined)).split(_BETWEEN)
    found = list(map(_kinds_of_all, signs))
    for piece, bit, _ in _with_signs():
        if there.issuperset(piece) and piece in joined:
            found = [
                kinds | bit if piece in text else kinds
                for text, kinds in zip(texts, found, strict=True)
            ]
    return found


_BETWEEN = "\0"


@lru_cache(maxsize=256)
def _any_of(characters: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(characters)}]")


@lru_cache(maxsize=4096)
def _kinds_of_all(characters: str) -> int:
    found = 0
    for character in set(characters):
        found |= _kinds_of(character)
    return found


@lru_cache(maxsize=4096)
def _kinds_of(character: str) -> int:
    return sum(bit for bit, each in _classes.items() if each and re.match(f"[{each}]", character))


@cache
def _with_signs() -> tuple[tuple[str, int, int], ...]:
    """The pieces with their kinds, and the kinds that a text with that piece is of by its signs."""
    return tuple((piece, bit, _kinds_of_all(piece)) for piece, bit in _pieces)


@cache
def _of_any_kind(is_ascii: bool) -> re.Pattern[str]:
    """Finds characters of any kind; in an ASCII text three times as fast."""
    if is_ascii:
        known = "".join(re.escape(one) for one in _ASCII if _kinds_of(one))
        return re.compile(f"[{known}]")
    return re.compile(f"[{''.join(_classes.values())}]")
