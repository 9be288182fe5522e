"""Spans of time in another unit, or in a language's own idiom: "two weeks" and "14 Tage"."""

from __future__ import annotations

import re
from collections.abc import Iterator

ENGLISH = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "twenty-four": 24,
    "forty-eight": 48, "seventy-two": 72,
}  # fmt: skip
_SPAN = re.compile(
    rf"(?<![\w.,-])(?<!half )(?<!quarter of )(\d{{1,3}}|{'|'.join(ENGLISH)})[ \u00a0-]"
    r"(minute|hour|day|week|month|year)s?(?![\w]| and a half)|\b(fortnight)",
    re.IGNORECASE,
)
_OTHERS = {
    "minute": ((60, False),),
    "hour": ((60, True), (24, False)),
    "day": ((24, True), (7, False)),
    "week": ((7, True),),
    "month": ((12, False),),
    "year": ((12, True),),
}
"""How many of another unit a unit is, or how many of it one of the other is."""

_IDIOMS = {("week", 2): ({"ca", "el", "es", "fr", "it", "pt"}, 15), ("week", 1): ({"de", "fr"}, 8)}
"""Spans that count the first day with the last: "quinze jours", "acht Tage"."""

_ONE = {
    ("month", 12): re.compile(
        r"(?<!\w)(?:\w*jahr|ann?[ée]e?|an|anul|año|anno|ano|any|jaar|år|rok|lato|év|vuo[ds]|aasta|gad|"
        r"met[uų]?|год|рік|рок|годин|godin|let|έτο|χρόν|yıl|sene|سنة|عام|שנה)|年|년|해",
        re.IGNORECASE,
    ),
    ("day", 7): re.compile(
        r"(?<!\w)(?:woche|semaine|semana|settiman|setman|week|uke|uge|veck|tydzie|tygodni|týden|týdn|"
        r"týžd|hét|het[ei]|viik|nädal|savait|nedēļ|недел|тиж|седмиц|tjed|ned[ej]|teden|tedn|εβδομ|"
        r"hafta|săptăm|أسبوع|שבוע)|周|週|星期|주",
        re.IGNORECASE,
    ),
    ("hour", 24): re.compile(
        r"(?<!\w)(?:tag|jour|d[ií]a|giorn|dag|dzie|dob|den|dn[eíu]|deň|nap|päiv|ööpäev|päev|dien|par|"
        r"дн|ден|доб|dan|ημέρ|gün|zi|يوم|יום)|天|日|일|하루",
        re.IGNORECASE,
    ),
}
"""Words of which there is one where the source has so many of a lower unit."""

_ONE_AND_A_HALF = re.compile(
    r"eineinhalb|anderthalb|anderhal(?:f|ve)|półtor|půldruh|poldruh|másfél|полтор|полутор|півтор|"
    r"puolitoista|poolteist|pusantr|pusotr|halvanden|halvannen|(?<!\w)et demi|y medi[oa](?!\w)|"
    r"e mezz[oa](?!\w)|e mei[oa](?!\w)|i pół(?!\w)|a půl(?!\w)|и половина|și jumătate|και μισ|"
    r"och (?:ett )?halvt|og (?:et )?halvt|年半|个半月|個半月|ونصف|וחצי|buçuk",
    re.IGNORECASE,
)


def in_other_units(source: str, lang: str) -> Iterator[tuple[str, str, bool]]:
    """Each span of time in an English source, and as how many of another unit it may be said.

    With whether the source has it in words.

    >>> list(in_other_units("within two weeks", "de")), list(in_other_units("for 24 hours", "de"))
    ([('2', '14', True)], [('24', '1440', False), ('24', '1', False)])
    """
    for match in _SPAN.finditer(source):
        unit = "week" if match[3] else match[2].lower()
        written = "two" if match[3] else match[1].lower()
        in_words = written in ENGLISH
        number = ENGLISH[written] if in_words else int(written)
        for factor, is_more in _OTHERS[unit]:
            if is_more:
                yield str(number), str(number * factor), in_words
            elif number and number % factor == 0:
                yield str(number), str(number // factor), in_words
        languages, idiom = _IDIOMS.get((unit, number), (set(), 0))
        if lang.split("-")[0] in languages:
            yield str(number), str(idiom), in_words


def is_one(number: str, source: str, translation: str) -> bool:
    """Whether the source's span of so many is one of a higher unit: "12 months", "ein Jahr"."""
    return any(
        str(many) == number
        and re.search(rf"(?<![\w.,]){many}[ \u00a0-]{unit}", source)
        and word.search(translation)
        for (unit, many), word in _ONE.items()
    )


def is_one_and_a_half(number: str, translation: str) -> bool:
    """Whether the translation says 1.5, or as many months or minutes, as its language does."""
    return number in ("1.5", "18", "90") and _ONE_AND_A_HALF.search(translation) is not None
