"""What a column is of, by what stands in its cells: personal data, legal bases, periods."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from unicodedata import normalize

from polynotice.catalogues.vocabularies import all_names_of_kinds
from polynotice.notice.named_bases import bases_in
from polynotice.project.importing.content_words import (
    BASES,
    DATA_FIRST,
    DATA_LAST,
    FIRMS,
    SHORT_NAMES,
    UNITS,
)
from polynotice.project.importing.document import Cell

MOST_CELLS = 60
"""The number of cells of a column that are looked at: what is not clear by then is not clear."""

_PARTS = re.compile(r"[,;:、،，；：•·\n()（）\[\]/|+&]|\s[-–—]\s|\.\s")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LAW = re.compile(
    r"(?:§|\bart|\bčl|\bcl|\bст|\bчл|\bmadde|\bczł|第)\W{0,3}\d|\b6\W{0,2}1\W{0,2}[a-f]\b"
)
_DATE = re.compile(
    r"[vV]?\.? ?\d{1,4}(?:[./-]\d{1,4}){1,2}\.?|(?:\d{1,2}\.? )?\w+\.? (?:\d{1,2}, )?(?:19|20)\d\d"
)
_LONGEST_NAME = 4
_LONGEST_PART = 6
"""How many words names of data have at most, and parts of a cell that have one."""


def kinds_in(cell: Cell) -> frozenset[str]:
    """The kinds of personal data that the cell names, in any language.

    A part of it, between commas and the like, names one where half of its words do.
    """
    parts = (part for line in cell.lines for part in _PARTS.split(line.text) if part.strip())
    return frozenset(kind for part in parts for kind in _kinds_of_part(part))


def share_of_data(cells: Sequence[Cell]) -> float:
    """Which share of the cells names kinds of personal data."""
    return _share(cells, lambda cell: bool(kinds_in(cell)))


def count_of_kinds(cells: Sequence[Cell]) -> int:
    """How many different kinds of personal data the cells name."""
    return len({kind for cell in cells[:MOST_CELLS] for kind in kinds_in(cell)})


def share_of_bases(cells: Sequence[Cell]) -> float:
    """Which share of the cells names a legal basis or a law."""
    return _share(cells, lambda cell: _names_basis(cell.text))


def share_of_periods(cells: Sequence[Cell]) -> float:
    """Which share of the cells says how long: a number and a unit of time."""
    return _share(cells, lambda cell: _period().search(bare(cell.text)) is not None)


def share_of_dates(cells: Sequence[Cell]) -> float:
    """Which share of the cells is a date, or the number of a version, and nothing else."""
    return _share(cells, lambda cell: _DATE.fullmatch(cell.text.strip()) is not None)


def share_of_firms(cells: Sequence[Cell]) -> float:
    """Which share of the cells names companies."""
    return _share(cells, lambda cell: not FIRMS.isdisjoint(_words(cell.text)))


def share_of_texts(cells: Sequence[Cell], words: int) -> float:
    """Which share of the cells has so many words; two signs are one where none parts words."""
    return _share(cells, lambda cell: _length(cell.text) >= words)


def _share(cells: Sequence[Cell], says: Callable[[Cell], bool]) -> float:
    some = cells[:MOST_CELLS]
    return sum(1 for cell in some if says(cell)) / max(len(some), 1)


def _length(text: str) -> int:
    return len(_UNSPACED.sub(" ", text).split()) + len(_UNSPACED.findall(text)) // 2


def _words(text: str) -> list[str]:
    text = bare(text).replace("e-mail", "email").replace("e-post", "epost")
    return re.findall(r"[^\W_]+", text)


def _kinds_of_part(part: str) -> frozenset[str]:
    return _named_in(part) or (frozenset({bare(part)}) if _says_data(part) else frozenset())


def _says_data(part: str) -> bool:
    """Whether it is a name of data that the vocabulary has not: "booking data", "datos de pago"."""
    words = part.casefold().split()
    if not 0 < len(words) <= _LONGEST_NAME:
        return False
    is_more = len(words) > 1 or words[0] not in DATA_LAST
    return (is_more and words[-1].endswith(DATA_LAST)) or (
        words[0] in DATA_FIRST and len(words) > 1
    )


def _named_in(part: str) -> frozenset[str]:
    if _UNSPACED.search(part):
        text = bare(part)
        found = [name for name in _unspaced() if name in text]
        return frozenset(found if sum(map(len, found)) * 2 >= len(text.strip()) else ())
    words = [_stem(word) for word in _words(part)]
    if not 0 < len(words) <= _LONGEST_PART:
        return frozenset()
    if name := _in_any_order().get(frozenset(words)):
        return frozenset({name})
    kinds: set[str] = set()
    covered: set[int] = set()
    for length in range(len(words), 0, -1):
        for first in range(len(words) - length + 1):
            name = _spaced().get(tuple(words[first : first + length]))
            is_short = length == 1 and len(words[first]) < 4 and len(words) > 1
            if name and not is_short and covered.isdisjoint(range(first, first + length)):
                kinds.add(name)
                covered |= set(range(first, first + length))
    return frozenset(kinds if len(covered) * 2 >= len(words) else ())


def _stem(word: str) -> str:
    """A word without what inflects it in most languages: "adresa" and "Adressen" are one."""
    once = re.sub(r"(.)\1", r"\1", word)
    return re.sub(r"(?<=..)(?:[aeiouyаеиоуыюяіαειου]|s|en|em|ų|ς)$", "", once)


@cache
def _spaced() -> Mapping[tuple[str, ...], str]:
    """The names of kinds of personal data by the stems of their words."""
    named = {**all_names_of_kinds(), **{name: name for name in SHORT_NAMES}}
    return {
        tuple(_stem(word) for word in _words(name)): kind
        for name, kind in named.items()
        if not _UNSPACED.search(name)
    }


@cache
def _in_any_order() -> Mapping[frozenset[str], str]:
    return {frozenset(words): kind for words, kind in _spaced().items() if len(words) > 1}


@cache
def _unspaced() -> tuple[str, ...]:
    names = {*all_names_of_kinds(), *SHORT_NAMES}
    return tuple(sorted(bare(name) for name in names if _UNSPACED.search(name) and len(name) > 1))


def _names_basis(text: str) -> bool:
    return bool(bases_in(text) or _LAW.search(text.casefold()) or _basis().search(bare(text)))


@cache
def _basis() -> re.Pattern[str]:
    return _any_of(r"(?<!\w)", BASES)


@cache
def _period() -> re.Pattern[str]:
    return _any_of(r"\d\W{0,3}(?:\w{1,9}\s)?", UNITS)


def _any_of(before: str, beginnings: Sequence[str]) -> re.Pattern[str]:
    """One of the beginnings of words, or parts of them in scripts that do not part words."""
    inner = [re.escape(bare(one)) for one in beginnings if ord(one[0]) >= 0x590]
    outer = [re.escape(bare(one)) for one in beginnings if ord(one[0]) < 0x590]
    inside = "" if before.startswith("(?<!") else before
    return re.compile(f"{before}(?:{'|'.join(outer)})|{inside}(?:{'|'.join(inner)})")


@cache
def bare(text: str) -> str:
    """The text in small letters without accents, which capitals often lack."""
    apart = normalize("NFD", text.casefold())
    return normalize("NFC", re.sub("[\u0300-\u036f]", "", apart))
