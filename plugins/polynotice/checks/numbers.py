"""Numbers, percentages, references to articles and dates: the same in every language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from polynotice.checks.markup import words_only
from polynotice.checks.pair import Conventions, Finding, Pair

_SPACES = " \u00a0\u202f\u2009"
_NUMBER = re.compile(rf"\d(?:[\d.,'’٫٬]|[{_SPACES}](?=\d{{3}}(?!\d)))*(?<=\d)|\d")
_DASHES = str.maketrans("\u2010\u2011\u2012\u2013\u2212", "-----")


def numbers(pair: Pair) -> Iterator[Finding]:
    """Each number of the source is in the translation, as its language writes it, and no other."""
    must = _numbers(pair.source, pair.source_conventions)
    there = _numbers(pair.translation, pair.conventions)
    lacking = _without(must, there)
    extra = _without(there, must)
    _reconcile_references(pair.source, lacking, extra)
    if not lacking and not extra:
        return
    if lacking:
        yield Finding(
            code="number-mismatch",
            message=f'The translation lacks "{_quoted(lacking)}" of the source.',
            hint=f'It has "{_quoted(extra)}" instead.' if extra else "Put it in, in digits.",
        )
    else:
        yield Finding(
            code="number-mismatch",
            message=f'The translation has "{_quoted(extra)}", the source does not.',
            hint="Write the number in words if the source does, or remove it.",
        )


def _reconcile_references(source: str, lacking: list[str], extra: list[str]) -> None:
    """Takes "4.1" for "4(1)", as Swedish and Danish cite the paragraph of an article."""
    for written in list(extra):
        article, _, paragraph = written.partition(".")
        if f"{article}({paragraph})" in source and {article, paragraph} <= set(lacking):
            extra.remove(written)
            lacking.remove(article)
            lacking.remove(paragraph)


Value = tuple[str, frozenset[str]]
"""A number as it is written, and every value that this can mean."""


def _numbers(text: str, conventions: Conventions) -> list[Value]:
    plain = _with_ascii_digits(words_only(text)).translate(_DASHES)
    plain, dates = _without_dates(plain, conventions)
    found = [(match[0], _values(match[0])) for match in _NUMBER.finditer(plain)]
    return [*dates, *found]


def _with_ascii_digits(text: str) -> str:
    return "".join(
        str(unicodedata.digit(character)) if unicodedata.category(character) == "Nd" else character
        for character in text
    )


def _values(written: str) -> frozenset[str]:
    """1,000 is a thousand or one; 1.000.000 only a million; 4.2 only four and a fifth.

    Where a form has two meanings both are given, for whoever writes it in another language means
    one of them.
    """
    parts = re.split(r"[^\d]+", written)
    separators = set(re.findall(r"[^\d]", written))
    if len(parts) == 1:
        return frozenset({_plain(written)})
    meanings = set()
    grouped = all(len(part) == 3 for part in parts[1:]) and 1 <= len(parts[0]) <= 3
    if grouped and len(separators) == 1:
        meanings.add(_plain("".join(parts)))
    if len(parts) == 2:
        meanings.add(f"{_plain(parts[0])}.{parts[1].rstrip('0') or '0'}")
    if len(separators) == 2:
        meanings.add(f"{_plain(''.join(parts[:-1]))}.{parts[-1].rstrip('0') or '0'}")
    return frozenset(meanings) or frozenset({" ".join(parts)})


def _plain(digits: str) -> str:
    return digits.lstrip("0") or "0"


def _without_dates(text: str, conventions: Conventions) -> tuple[str, list[Value]]:
    """The text without its dates, and those as year-month-day."""
    dates: list[Value] = []

    def note(year: str, month: int, day: str, written: str) -> str:
        dates.append((written, frozenset({f"{int(year)}-{month}-{int(day)}"})))
        return " "

    def numeric(match: re.Match[str]) -> str:
        return note(match["year"], int(match["month"]), match["day"], match[0])

    def ambiguous(match: re.Match[str]) -> str:
        first, second, year = (int(match[n]) for n in (1, 3, 4))
        meanings = {
            f"{year}-{m}-{d}" for m, d in ((first, second), (second, first)) if 1 <= m <= 12
        }
        if not meanings:
            return match[0]
        dates.append((match[0], frozenset(meanings)))
        return " "

    def named(match: re.Match[str]) -> str:
        month = conventions.months.get(match["month"].lower())
        return note(match["year"], month, match["day"], match[0]) if month else match[0]

    text = _ISO_DATE.sub(numeric, text)
    text = _NUMERIC_DATE.sub(ambiguous, text)
    if conventions.months:
        names = "|".join(sorted(map(re.escape, conventions.months), key=len, reverse=True))
        day, year = r"(?P<day>\d{1,2})", r"(?P<year>\d{4})"
        joint = r"(?:\.|er|st|nd|rd|th|º|ª)?[\s,]*(?:de[l]?\s+)?"
        patterns = (
            rf"(?<!\d){day}{joint}(?P<month>{names})[\s,]*(?:de[l]?\s+)?{year}(?!\d)",
            rf"(?<!\w)(?P<month>{names})\s+{day}(?:st|nd|rd|th)?,?\s+{year}(?!\d)",
        )
        for pattern in patterns:
            text = re.sub(pattern, named, text, flags=re.IGNORECASE)
    return text, dates


_ISO_DATE = re.compile(
    r"(?<!\d)(?P<year>\d{4})\s*[-年년]\s*(?P<month>\d{1,2})\s*[-月월]\s*(?P<day>\d{1,2})(?:日|일|(?!\d))"
)
_NUMERIC_DATE = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")


def _without(some: list[Value], others: list[Value]) -> list[str]:
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
