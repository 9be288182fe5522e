"""Times of day: by twelve hours and a half of the day, or by twenty-four."""

from __future__ import annotations

import re

from polynotice.checks.dates import Value

_SPACE = "[ \u00a0\u202f]?"
MAY_BE_TIME = re.compile(
    r"\d[:hH]|\d[ \u00a0\u202f]?h|[ap]\.?[ \u00a0\u202f]?m\b|[午上下오時时點点시]", re.IGNORECASE
)
_HOUR = r"(?<![\d.,:])(?P<hour>\d{1,2})"
_MERIDIEM = rf"(?P<half>[ap])\.?{_SPACE}m\b\.?"
# The first hour of "2 to 5 p.m." is of the same half.
_FIRST_OF_TWO = re.compile(
    rf"{_HOUR}(?:[:.](?P<minute>\d\d))?(?={_SPACE}(?:to|until|till|and|a|à|al|bis|[-\u2013])"
    rf"{_SPACE}\d{{1,2}}(?:[:.]\d\d)?{_SPACE}{_MERIDIEM})",
    re.IGNORECASE,
)
_TWELVE = re.compile(rf"{_HOUR}(?:[:.](?P<minute>\d\d))?{_SPACE}{_MERIDIEM}", re.IGNORECASE)
_CJK = re.compile(
    r"(?P<half>午前|上午|오전|午後|下午|오후)\s?(?P<hour>\d{1,2})\s?"
    r"(?:(?:[:時时点點]|시)\s?(?P<minute>\d\d|半|반)?\s?[分분]?)"
)
_DAY_LONG = re.compile(rf"{_HOUR}(?::|{_SPACE}h{_SPACE})(?P<minute>\d\d)(?![\d:])", re.IGNORECASE)
_OF_CJK = re.compile(r"(?<!\d)(?P<hour>\d{1,2})\s?[時时点點시]\s?(?P<minute>\d\d|半|반)\s?[分분]?")
_HALVES = {"a": 0, "午前": 0, "上午": 0, "오전": 0}


def without_times(text: str) -> tuple[str, list[Value]]:
    """The text without its times, and those: the full hour may also be said as a number.

    >>> sorted(without_times("until 5 p.m.")[1][0][1]), sorted(without_times("9h30")[1][0][1])
    (['17', '17:00'], ['9.3', '9:30'])
    """
    times: list[Value] = []
    if not MAY_BE_TIME.search(text):
        return text, times

    def note(match: re.Match[str]) -> str:
        meanings = _meanings(match)
        if not meanings:
            return match[0]
        times.append((match[0].strip(), meanings))
        return " "

    for pattern in (_FIRST_OF_TWO, _TWELVE, _CJK, _OF_CJK, _DAY_LONG):
        text = pattern.sub(note, text)
    return text, times


def _meanings(match: re.Match[str]) -> frozenset[str]:
    groups = match.groupdict()
    hour, half = int(groups["hour"]), groups.get("half")
    minute = "30" if groups["minute"] in ("半", "반") else groups["minute"] or "00"
    if hour > 24 or int(minute) > 59 or (half and hour > 12 and match.re is not _CJK):
        return frozenset()
    if match.re is _FIRST_OF_TWO:
        # "11 to 2 p.m." begins in the morning.
        return _said(hour, minute) | (_said(hour + 12, minute) if hour < 12 else frozenset())
    if half and hour <= 12:
        hour = hour % 12 + 12 * _HALVES.get(half.lower(), 1)
    return _said(hour, minute)


def _said(hour: int, minute: str) -> frozenset[str]:
    if minute != "00":
        return frozenset({f"{hour % 24}:{minute}", f"{hour}.{minute}".rstrip("0")})
    numbers = {"0", "24"} if hour in (0, 24) else {str(hour)}
    return frozenset({f"{hour % 24}:00", *numbers})


def by_twelve(time: Value) -> frozenset[str]:
    """A time by twelve hours as numbers alone, where a language says the half in other words.

    >>> sorted(by_twelve(("5 p.m.", frozenset({"17:00", "17"}))))
    ['5', '5:00']
    >>> by_twelve(("17:00", frozenset({"17"})))
    frozenset()
    """
    match = _TWELVE.fullmatch(time[0])
    return _said(int(match["hour"]), match["minute"] or "00") if match else frozenset()


def is_afternoon(time: Value) -> bool:
    """Whether that is a time by twelve hours which a clock of twenty-four has as another."""
    match = _TWELVE.fullmatch(time[0])
    return match is not None and match["half"].lower() == "p" and int(match["hour"]) != _NOON


_NOON = 12

_SECOND_HALF = re.compile(
    r"\bp\.?\s?m\b|nachmittag|abend|nachts|middag|avond|après-midi|soir|tarde?\b|tarda|vespre|"
    r"noche|noite|nit\b|pomeriggio|(?<!\w)sera|notte|popołudni|po południu|wieczor|wieczór|odpoled|"
    r"večer|večier|popoludn|délután|\beste|вечер|вечор|пополудн|полудня|\bдня\b|следобед|вечерт|"
    r"iltapäiv|illal|\bilta|\bip\b|õhtu|pärastlõun|vakar|pēcpusd|popiet|eftermiddag|ettermiddag|"
    r"kväll|\baften|kveld|după-amiaz|după amiaz|seara|poslije|popodne|poslijepodne|navečer|uveče|"
    r"popoldn|zvečer|μ\.?\s?μ|απόγευμα|απογευμα|βράδυ|öğleden|akşam|下午|午後|晚|傍晚|夜|夕|"
    r"오후|저녁|밤|chiều|tối|sore|malam|petang|مساء|عصر|بعد الظهر|ערב|אחר הצהריים|אחה|शाम|"
    r"दोपहर",
    re.IGNORECASE,
)


def says_second_half(text: str) -> bool:
    """Whether the text says in words that an hour is after noon: "5 Uhr nachmittags"."""
    return _SECOND_HALF.search(text) is not None
