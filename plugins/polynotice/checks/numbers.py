"""Numbers, percentages, references to articles and dates: the same in every language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from polynotice.checks.pair import Finding, Pair
from polynotice.checks.quoting import both
from polynotice.checks.written import words_only
from polynotice.core.conventions import Conventions

_SPACES = " \u00a0\u202f\u2009"
_NUMBER = re.compile(rf"\d(?:[\d.,'’٫٬]|[{_SPACES}](?=\d{{3}}(?!\d)))*(?<=\d)|\d")
_AS_ASCII = str.maketrans("\u2010\u2011\u2012\u2013\u2212\uff0c\uff0e", "-----,.")
_MYRIAD = re.compile(r"(?<![\d,])(\d[\d,]*)(?:\.(\d+))?\s?([万萬만億亿억])")
_ZEROS = {"万": 4, "萬": 4, "만": 4, "億": 8, "亿": 8, "억": 8}


def _multiplied(match: re.Match[str]) -> str:
    """2000万 is 20,000,000."""
    decimals = match[2] or ""
    zeros = "0" * (_ZEROS[match[3]] - len(decimals))
    return match[1].replace(",", "") + decimals + zeros


_DIGIT = re.compile(r"\d")


def numbers(pair: Pair) -> Iterator[Finding]:
    """Each number of the source is in the translation, as its language writes it, and no other."""
    if not _DIGIT.search(pair.source) and not _DIGIT.search(pair.translation):
        return
    must = _numbers(pair.source, pair.source_conventions)
    there = _numbers(pair.translation, pair.conventions)
    lacking = _without(must, there)
    extra = _without(there, must)
    _reconcile(pair.source, lacking, extra)
    if not lacking and not extra:
        return
    if lacking:
        yield Finding(
            code="number-mismatch",
            message=f'The translation lacks "{_quoted(lacking)}" of the source '
            f"{both(pair, lacking[0], extra[0] if extra else '')}.",
            hint=_instead(lacking, extra, pair) if extra else "Put it in, in digits.",
        )
    else:
        yield Finding(
            code="number-mismatch",
            message=f'The translation has "{_quoted(extra)}", the source does not '
            f"{both(pair, in_translation=extra[0])}.",
            hint="Write the number in words if the source does, or remove it.",
        )


def _instead(lacking: list[str], extra: list[str], pair: Pair) -> str:
    hint = f'It has "{_quoted(extra)}" instead.'
    for there, must in zip(extra, lacking, strict=False):
        # The same digits and signs say something else in this language: "1,000" in German.
        if there == must:
            signs = {pair.source_conventions.group: pair.conventions.group}
            signs[pair.source_conventions.decimal] = pair.conventions.decimal
            own = "".join(signs.get(sign, sign) for sign in must)
            hint += f' In this language that is another number; write "{own}".'
    return hint


def _reconcile(source: str, lacking: list[str], extra: list[str]) -> None:
    """Takes "4.1" for "4(1)", as Swedish cites an article's paragraph, and "9.30" for "9:30"."""
    for written in list(extra):
        first, _, second = written.partition(".")
        is_there = f"{first}({second})" in source or f"{first}:{second}" in source
        if is_there and {first, second} <= set(lacking):
            extra.remove(written)
            lacking.remove(first)
            lacking.remove(second)


Value = tuple[str, frozenset[str]]
"""A number as it is written, and every value that this can mean."""


# Each source is compared with its translation in every locale.
@lru_cache(maxsize=8192)
def _numbers(text: str, conventions: Conventions) -> tuple[Value, ...]:
    plain = _with_ascii_digits(words_only(text)).translate(_AS_ASCII)
    plain = _MYRIAD.sub(_multiplied, plain)
    plain, dates = _without_dates(plain, conventions)
    decimal = conventions.decimal
    found = [(match[0], _values(match[0], decimal)) for match in _NUMBER.finditer(plain)]
    return (*dates, *found)


_OTHER_DIGIT = re.compile(r"(?![0-9])\d")


def _with_ascii_digits(text: str) -> str:
    return _OTHER_DIGIT.sub(lambda match: str(unicodedata.digit(match[0])), text)


def _values(written: str, decimal: str) -> frozenset[str]:
    """Every value that a number can mean, in a language with that sign before tenths.

    1.000.000 is a million and 4.2 four and a fifth in every language. 1,000 is a thousand in one
    language and one in another; both are given where its sign is not known.

    >>> sorted(_values("1,000", ".")), sorted(_values("1,000", ",")), sorted(_values("1,000", ""))
    (['1000'], ['1.0'], ['1.0', '1000'])
    """
    parts = re.split(r"[^\d]+", written)
    separators = set(re.findall(r"[^\d]", written))
    if len(parts) == 1:
        return frozenset({_plain(written)})
    meanings = set()
    # The last group has three digits; those before it three, or two where lakhs are counted.
    grouped = len(parts[-1]) == 3 and all(len(part) in (2, 3) for part in parts[1:-1])
    grouped = grouped and 1 <= len(parts[0]) <= 3 and parts[0] != "0" and len(separators) == 1
    is_pair = len(parts) == 2
    has_tenths = is_pair and decimal in separators
    if grouped and not has_tenths:
        meanings.add(_plain("".join(parts)))
    if is_pair and (has_tenths or not grouped or not decimal):
        meanings.add(f"{_plain(parts[0])}.{parts[1].rstrip('0') or '0'}")
    if len(separators) == 2:
        meanings.add(f"{_plain(''.join(parts[:-1]))}.{parts[-1].rstrip('0') or '0'}")
    return frozenset(meanings) or frozenset({" ".join(parts)})


def _plain(digits: str) -> str:
    return digits.lstrip("0") or "0"


def _without_dates(text: str, conventions: Conventions) -> tuple[str, list[Value]]:
    """The text without its dates, and those as year-month-day."""
    dates: list[Value] = []
    if not _YEAR.search(text):
        return text, dates

    def note(match: re.Match[str]) -> str:
        meanings = set(_meanings(match, conventions))
        if not meanings:
            return match[0]
        dates.append((match[0].strip(), frozenset(meanings)))
        return " "

    for pattern in (_YEAR_FIRST, _YEAR_LAST, *_named_dates(conventions)):
        text = pattern.sub(note, text)
    return text, dates


_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<year>\d{4})\s?[-./年년]\s?(?P<month>\d{1,2})\s?[-./月월]\s?(?P<day>\d{1,2})(?!\d)[日일.]?"
)
_YEAR_LAST = re.compile(
    r"(?<!\d)(?P<first>\d{1,2})(?P<sign>[./-])\s?(?P<second>\d{1,2})(?P=sign)\s?(?P<year>\d{4})(?!\d)"
)


def _named_dates(conventions: Conventions) -> list[re.Pattern[str]]:
    """17 December 2025, December 17, 2025 and 2025. december 17., with what may stand between."""
    return _patterns_of(tuple(conventions.months)) if conventions.months else []


@cache
def _patterns_of(months: tuple[str, ...]) -> list[re.Pattern[str]]:
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    month = rf"(?<!\w)(?:ngày\s+)?(?:ב|ta[’']\s?)?(?P<month>{names})"
    day, year = r"(?P<day>\d{1,2})(?!\d)", r"(?P<year>\d{4})(?!\d)"
    ending = r"(?:\.|er|st|nd|rd|th|º|ª|)"
    link = r"[\s,]*(?:(?:de|del|năm|ta[’']|г\.)\s+)?"
    forms = (
        rf"(?<!\d)(?:ngày\s+)?{day}{ending}{link}{month}{link}{year}",
        rf"{month}\s+{day}{ending},?\s+{year}",
        rf"(?<!\d){year}\.?\s*(?:m\.\s*)?{month}\s+{day}(?:\.|\s+d\.)?",
    )
    return [re.compile(form, re.IGNORECASE) for form in forms]


def _meanings(match: re.Match[str], conventions: Conventions) -> Iterator[str]:
    """Each date that a matched text can mean, as year-month-day."""
    found = match.groupdict()
    year = int(found["year"])
    if "first" in found:
        first, second = int(found["first"]), int(found["second"])
        # English writes both 5/1 and 1/5 for the first of May; other languages day before month.
        orders = [(second, first)]
        if conventions.lang.split("-")[0] == "en":
            orders.append((first, second))
        pairs = orders
    elif found["month"].isdigit():
        pairs = [(int(found["month"]), int(found["day"]))]
    else:
        pairs = [(conventions.months.get(found["month"].lower(), 0), int(found["day"]))]
    for month, day in pairs:
        if 1 <= month <= 12 and 1 <= day <= 31:
            yield f"{year}-{month}-{day}"


def _without(some: tuple[Value, ...], others: tuple[Value, ...]) -> list[str]:
    """Those of `some`, as written, for which `others` has no number of the same value left."""
    left = [values for _, values in others]
    lacking = []
    for written, values in some:
        partner = next((other for other in left if other & values), None)
        if partner is None:
            lacking.append(written)
        else:
            left.remove(partner)
    return lacking


def _quoted(numbers_found: list[str]) -> str:
    return '", "'.join(numbers_found)
