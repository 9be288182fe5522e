"""The numbers of a text in digits, and what each can mean."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from polynotice.checks.dates import Value, without_dates
from polynotice.checks.eras import with_common_years
from polynotice.checks.times import without_times
from polynotice.checks.written import words_only
from polynotice.core.characters import kind
from polynotice.core.conventions import Conventions

_SPACES = " \u00a0\u202f\u2009"
NUMBER = re.compile(rf"\d(?:[\d.,'’٫٬]|[{_SPACES}](?=\d{{3}}(?!\d)))*(?<=\d)|\d")
_AS_ASCII = str.maketrans("\u2010\u2011\u2012\u2013\u2212\uff0c\uff0e\uff1a", "-----,.:")
_MYRIAD = re.compile(r"(?<![\d,])(\d[\d,]*)(?:\.(\d+))?\s?([万萬만億亿억])")
_ZEROS = {"万": 4, "萬": 4, "만": 4, "億": 8, "亿": 8, "억": 8}


DIGIT = kind(r"\d")
"""A text that has a number in digits, of any script."""


def _multiplied(match: re.Match[str]) -> str:
    """2000万 is 20,000,000."""
    decimals = match[2] or ""
    zeros = "0" * (_ZEROS[match[3]] - len(decimals))
    return match[1].replace(",", "") + decimals + zeros


# Each source is compared with its translation in every locale.
@lru_cache(maxsize=8192)
def numbers_in(text: str, conventions: Conventions) -> tuple[Value, ...]:
    """Every date, time and number of a text, as its language writes them."""
    plain, dates = without_dates(readable(text), conventions)
    plain, times = without_times(plain)
    decimal = conventions.decimal
    language = conventions.lang.split("-")[0]
    numbers = [
        (match[0], _with_magnitude(_values(match[0], decimal), plain[match.end() :][:20], language))
        for match in NUMBER.finditer(plain)
    ]
    return (*dates, *times, *numbers)


_MAGNITUDES = tuple(
    (zeros, re.compile(rf"[ \u00a0\u202f]?(?:{words})", re.IGNORECASE))
    for zeros, words in (
        (9, r"mil(?:les?)? mill?(?:ones|iones|hões)|milliard|miljard|miliard|mld|mrd|bn|млрд|"
            r"миллиард|мільярд|милиард|δισ|milyar|مليار|מיליארד"),
        (6, r"(?:mill?ion|milj[oõ]n|milhõe|milione?|miljoen|milló|millone|mio|mln|mlj|млн|миллион|"
            r"мільйон|милион|εκατ|milyon|مليون|ملايين|מיליון)"),
        (7, r"करोड़|crore"),
        (5, r"लाख|lakh"),
        (3, r"thousand|k(?!\w)|tausend|tsd|tys|тыс|тис|хил|χιλι|mille(?!\w)|mil(?!\w)|tusen|"
            r"duizend|tuhat|tuhande|tisíc|tisuć|tisoč|ezer|bin(?!\w)|ألف|אלף"),
    )
)  # fmt: skip
_BILLION = re.compile(r"[ \u00a0\u202f]?(?:billion|bilh)", re.IGNORECASE)
_MAGNITUDE = "|".join(each.pattern for _, each in (*_MAGNITUDES, (9, _BILLION)))
WITH_MAGNITUDE = re.compile(
    rf"\d(?=[ \u00a0\u202f]?[^\W\d_])(?:s(?![^\W_])|{_MAGNITUDE})",
    re.IGNORECASE,
)
"""A number that may be more than its digits say, for the word behind it."""

_SHORT_SCALE = ("en", "pt")
"""Languages in which a billion is a thousand millions."""


def _with_magnitude(values: frozenset[str], behind: str, language: str) -> frozenset[str]:
    """The values of a number, and what they are with the word behind it: "1.5 million"."""
    if not (behind[:1].isalpha() or behind[1:2].isalpha()):
        return values
    if language in _SHORT_SCALE and _BILLION.match(behind):
        zeros = 9
    else:
        zeros = next((zeros for zeros, words in _MAGNITUDES if words.match(behind)), 0)
    if behind[:1] == "s" and not behind[1:2].isalnum():
        # "The 1990s" are the nineties.
        return values | {value[2:] for value in values if re.fullmatch(r"(?:19|20)\d0", value)}
    return values | {_times_ten(value, zeros) for value in values} if zeros else values


def _times_ten(value: str, zeros: int) -> str:
    whole, _, tenths = value.partition(".")
    return _plain(whole + tenths.ljust(zeros, "0")) if len(tenths) <= zeros else value


@lru_cache(maxsize=8192)
def readable(text: str) -> str:
    """The text's words with every number in ASCII digits, as numbers are looked for."""
    plain = html.unescape(words_only(text))
    if plain.isascii():
        return plain
    plain = _with_ascii_digits(plain).translate(_AS_ASCII)
    return _MYRIAD.sub(_multiplied, with_common_years(plain))


def changed_by_reading(characters: Iterable[str]) -> list[str]:
    """Those of the characters for which `readable` may have others, in a text without markup."""
    return [
        each
        for each in characters
        if each in _CHANGED or ord(each) in _AS_ASCII or (each.isdecimal() and not each.isascii())
    ]


_CHANGED = frozenset("&年년月월") | _ZEROS.keys()
"""What begins an entity, counts myriads or makes a year or month."""

_OTHER_DIGIT = re.compile(r"(?![0-9])\d")


def _with_ascii_digits(text: str) -> str:
    return _OTHER_DIGIT.sub(lambda match: str(unicodedata.digit(match[0])), text)


def _values(written: str, decimal: str) -> frozenset[str]:
    """Every value that a number can mean, in a language with that sign before tenths.

    1.000.000 is a million and 4.2 four and a fifth in every language. 1,000 is a thousand in one
    language and one in another; both are given where its sign is not known.

    >>> sorted(_values("1,000", ".")), sorted(_values("1,000", ",")), sorted(_values("1,000", ""))
    (['1000'], ['1'], ['1', '1000'])
    """
    parts = re.split(r"[^\d]+", written)
    separators = set(re.findall(r"[^\d]", written))
    if len(parts) == 1:
        # A zero before so many digits is part of an identifier.
        is_padded = len(written) > _LONGEST_PADDED and written[0] == "0"
        return frozenset({written if is_padded and written.strip("0") else _plain(written)})
    meanings = set()
    # The last group has three digits; those before it three, or two where lakhs are counted.
    grouped = len(parts[-1]) == 3 and all(len(part) in (2, 3) for part in parts[1:-1])
    grouped = grouped and 1 <= len(parts[0]) <= 3 and parts[0] != "0" and len(separators) == 1
    is_pair = len(parts) == 2
    has_tenths = is_pair and decimal in separators
    if grouped and not has_tenths:
        meanings.add(_plain("".join(parts)))
    if is_pair and (has_tenths or not grouped or not decimal):
        meanings.add(_with_tenths(parts[0], parts[1]))
    if len(separators) == 2:
        meanings.add(_with_tenths("".join(parts[:-1]), parts[-1]))
    return frozenset(meanings) or frozenset({" ".join(parts)})


_LONGEST_PADDED = 5
"""A number of more digits is not filled up with zeros."""


def _plain(digits: str) -> str:
    return digits.lstrip("0") or "0"


def _with_tenths(whole: str, tenths: str) -> str:
    """The value without zeros at its end: 500.00 is 500."""
    return f"{_plain(whole)}.{tenths.rstrip('0')}".rstrip(".")
