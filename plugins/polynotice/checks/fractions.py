"""Fractions and halves: "one and a half years" and "18 Monate", "2/3" and "Zweidrittelmehrheit"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polynotice.checks.number_difference import Difference, of
from polynotice.checks.number_values import readable
from polynotice.checks.units_of_time import ENGLISH

_UNIT = r"(?P<unit>minute|hour|day|month|year)s?"
_NUMBER = rf"(?P<number>\d{{1,2}}|{'|'.join(ENGLISH)})"
_OF_LOWER = {"minute": 60, "hour": 60, "day": 24, "month": 30, "year": 12}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "eighth": 8, "tenth": 10}

_AND_A_HALF = (
    re.compile(rf"\b{_NUMBER}[ -]and[ -](?:a|one)[ -]half(?:[ -]{_UNIT})?\b", re.IGNORECASE),
    re.compile(rf"\b{_NUMBER}[ -]{_UNIT} and (?:a|one) half\b", re.IGNORECASE),
)
_HALF = re.compile(
    r"\b(?<!and )(?<!and a )(?<!and one )(?<!and-)(?<!and-a-)"
    rf"(?:half (?:an? |of an? |of one )|(?:an? |one )?half[ -]){_UNIT}\b",
    re.IGNORECASE,
)
_PART = "|".join(_PARTS)
_FRACTION = re.compile(
    rf"\b(?:(?:an?|one)[ -](?P<part>{_PART})(?= of\b)|one-(?P<hyphened>{_PART})\b"
    rf"|(?P<many>two|three|four|seven|nine)[ -](?P<parts>{_PART})s\b)"
    r"(?: of (?:an? |one )(?P<unit>hour|day|year)\b)?",
    re.IGNORECASE,
)
_EVERY_OTHER = re.compile(
    r"\b(?:every|each) (?:other|second) (?:\w+ )?(?:minute|hour|day|week|month|year|time)\b",
    re.IGNORECASE,
)
_ROUND = re.compile(
    rf"\b(?P<number>half an?|{'|'.join(ENGLISH)}) (?P<round>dozen|decade|centur(?=y|ies))",
    re.IGNORECASE,
)
_ROUNDS = {"dozen": 12, "decade": 10, "centur": 100}

Numbers = tuple[str, ...]


def _in_digits(source: str) -> Iterator[tuple[str, list[Numbers]]]:
    """Each amount with a half or fraction in English words, and in which digits it may be said.

    With the digits that the source has in it, if any.

    >>> list(_in_digits("for one and a half years")), list(_in_digits("every other day"))
    ([('', [('1.5',), ('18',)])], [('', [('2',), ('1', '2')])])
    """
    for pattern in _AND_A_HALF:
        for match in pattern.finditer(source):
            yield _and_a_half(match)
    for match in _HALF.finditer(source):
        lower = _OF_LOWER[match["unit"].lower()]
        yield "", [(str(lower // 2),), ("0.5",), ("1", "2")]
    for match in _FRACTION.finditer(source):
        yield "", _of_fraction(match)
    for _ in _EVERY_OTHER.finditer(source):
        yield "", [("2",), ("1", "2")]
    for match in _ROUND.finditer(source):
        many, written = _ROUNDS[match["round"].lower()], match["number"].lower()
        amount = many // 2 if written.startswith("half") else many * ENGLISH[written]
        yield "", [(str(amount),)]


def _and_a_half(match: re.Match[str]) -> tuple[str, list[Numbers]]:
    written = match["number"].lower()
    number = int(written) if written.isdigit() else ENGLISH[written]
    ways: list[Numbers] = [(f"{number}.5",)]
    if match["unit"]:
        lower = _OF_LOWER[match["unit"].lower()]
        ways.append((str(number * lower + lower // 2),))
    return (written if written.isdigit() else ""), ways


def _of_fraction(match: re.Match[str]) -> list[Numbers]:
    count = ENGLISH[(match["many"] or "one").lower()]
    part = (match["part"] or match["hyphened"] or match["parts"]).lower()
    whole = _PARTS[part]
    ways: list[Numbers] = []
    if match["unit"]:
        ways.append((str(_OF_LOWER[match["unit"].lower()] * count // whole),))
    ways.append((str(count), str(whole)))
    if 100 * count % whole == 0:
        share = 100 * count // whole
        ways += [(str(share),), (f"0.{share:02}".rstrip("0"),)]
    return ways


_HALVES = (
    r"hälfte|halb|helft|half|halve|halv|moitié|demi|mitad|medi[oa]|meitat|metà|mezz|metade|mei[oa]|"
    r"połow|pół|polovin|půl|пол|половин|jumăt|fele|fél|puol|pool|pus[eėę]|μισ|yarı|نصف|חצי|半|절반"
)
_THIRDS = (
    r"drittel|derde|tiers|terci|tercer|terç|terz|treim|trzeci|třetin|tretin|treć|tretjin|трет|"
    r"harmad|kolmas|kolmanne|kolmandik|trečd|trešd|tredje|τρ[ίι]τ|ثلث|שליש|तिहाई"
)
_QUARTERS = (
    r"viertel|kwart|quart|cuart|sfert|pătrim|czwart|ćwier|čtvrtin|štvrtin|četvrt|četrtin|четвърт|"
    r"четверт|чверт|negyed|neljäs|neljännes|neljandik|veerand|ketvirt|ceturt|fjärdedel|fjerdedel|"
    r"τ[έε]ταρτ|ربع|أرباع|ارباع|רבע|चौथाई"
)
_TWO = (
    r"zwei|twee|deux|dos|dues|due|dois|duas|dou[ăa]|dw\w+|dv\w+|дв\w+|két|kaks\w*|kahde\w*|kahe|"
    r"div\w+|två|to|δ[ύυ]ο|دو|שני|दो"
)
_THREE = (
    r"drei|drie|trois|tres|tre|três|trei|trzy|trzech|tř\w+|tri|tr[oe]h|troch|trij\w+|три|тр[ёе]х|"
    r"трьох|három|kolm\w*|trys|trīs|τρ[ίι]α|τρι[ώω]ν|ثلاثة|سه|שלוש\w*|तीन"
)
_BETWEEN = r"[ \u00a0-]?"
_TWO_THIRDS = re.compile(
    rf"(?<!\w)(?:{_TWO}){_BETWEEN}(?:{_THIRDS})|üçte iki|ثلثا|ثلثي|三分[之の]二|삼분의 이"
    r"|hai phần ba|dua pertiga",
    re.IGNORECASE,
)
_THREE_QUARTERS = re.compile(
    rf"(?<!\w)(?:{_THREE}){_BETWEEN}(?:{_QUARTERS})|dörtte üç|四分[之の]三|사분의 삼"
    r"|ba phần tư|tiga perempat",
    re.IGNORECASE,
)
_ONE_THIRD = re.compile(
    rf"{_THIRDS}|üçte bir|三分[之の]一|삼분의 일|một phần ba|sepertiga", re.IGNORECASE
)
_ONE_QUARTER = re.compile(
    rf"{_QUARTERS}|dörtte bir|çeyrek|四分[之の]一|사분의 일|một phần tư|seperempat", re.IGNORECASE
)
_ONE_HALF = re.compile(rf"(?<!\w)(?:{_HALVES})|二分[之の]一|một nửa|setengah", re.IGNORECASE)
_HALF_YEAR = re.compile(
    r"halb\w* jahr|halbjahr|half ?jaar|halfjaar|semestr|medio año|mezz'?o? anno|meio ano|mig any|"
    r"jumătate de an|pół ?rok|půl ?ro[kč]|pololet|pol ?rok|pola godin|polugod|pol leta|"
    r"половин годин|пол ?года|полугод|пів ?року|піврі|fél ?év|puoli vuotta|puolen vuoden|"
    r"pool ?aasta|pusmet|pusgad|halvår|halvt år|"
    r"εξ[άα]μην|μισ[όο] χρόν|yarım yıl|半年|반년|nửa năm|setengah tahun|"
    r"نصف (?:سنة|عام)|חצי שנה",
    re.IGNORECASE,
)
_IN_WORDS: tuple[tuple[re.Pattern[str], Numbers, re.Pattern[str], re.Pattern[str] | None], ...] = (
    (re.compile(r"(?<![\d/])2/3(?![\d/])"), ("2", "3"), _TWO_THIRDS, None),
    (re.compile(r"(?<![\d/])3/4(?![\d/])"), ("3", "4"), _THREE_QUARTERS, None),
    (re.compile(r"(?<![\d/])1/3(?![\d/])"), ("1", "3"), _ONE_THIRD, _TWO_THIRDS),
    (re.compile(r"(?<![\d/])1/4(?![\d/])"), ("1", "4"), _ONE_QUARTER, _THREE_QUARTERS),
    (re.compile(r"(?<![\d/])1/2(?![\d/])"), ("1", "2"), _ONE_HALF, None),
    (re.compile(r"(?<![\d.,])75\s?(?:%|per)"), ("75",), _THREE_QUARTERS, None),
    (re.compile(r"(?<![\d.,])25\s?(?:%|per)"), ("25",), _ONE_QUARTER, _THREE_QUARTERS),
    (re.compile(r"(?<![\d.,])6[ \u00a0-]months?"), ("6",), _HALF_YEAR, None),
)
"""How an English source writes an amount, its numbers, its words, and those of another amount."""


def fractions(difference: Difference) -> None:
    """Takes a fraction that one text has in words and the other in digits, each once."""
    pair = difference.pair
    if pair.source_conventions.lang.split("-")[0] != "en":
        return
    source, translation = readable(pair.source), readable(pair.translation)
    if difference.extra and difference.in_source:
        for _ in range(sum(len(form.findall(source)) for form in _AND_A_HALF)):
            # Half a year is six months, and half an hour thirty minutes; not those of "and a half".
            difference.in_source[:] = _without_half(difference.in_source)
    for written, ways in _in_digits(source) if difference.extra else ():
        if (
            any(_take(difference.extra, way) for way in sorted(ways, key=len, reverse=True))
            and written
        ):
            _take(difference.lacking, (written,))
    for pattern, numbers, words, others in _IN_WORDS if difference.lacking else ():
        if (
            pattern.search(source)
            and words.search(translation)
            and not (others and others.search(translation))
        ):
            _take(difference.lacking, numbers)


def _take(values: list[tuple[str, frozenset[str]]], numbers: Numbers) -> bool:
    """Takes those numbers out of the values, if all are among them."""
    there = [of(values, number) for number in numbers]
    taken = [one for one in there if one is not None]
    if len(taken) < len(numbers):
        return False
    for one in taken:
        values.remove(one)
    return True


def _without_half(words: list[frozenset[str]]) -> list[frozenset[str]]:
    """The words without the first that is "half"."""
    half = next((word for word in words if {"6", "50"} <= word), None)
    return [word for n, word in enumerate(words) if half is None or n != words.index(half)]
