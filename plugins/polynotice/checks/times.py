"""Times of day: by twelve hours and a half of the day, or by twenty-four."""

from __future__ import annotations

import re

from polynotice.checks.dates import Value

_SPACE = "[ \u00a0\u202f]?"
_MAY_BE_ONE = re.compile(
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
    if not _MAY_BE_ONE.search(text):
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
    found = match.groupdict()
    hour, half = int(found["hour"]), found.get("half")
    minute = "30" if found["minute"] in ("半", "반") else found["minute"] or "00"
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


def by_twelve(time: Value) -> str:
    """The full hour of a time by twelve hours, whose half a language may say in other words.

    >>> by_twelve(("5 p.m.", frozenset({"17:00", "17"}))), by_twelve(("17:00", frozenset({"17"})))
    ('5', '')
    """
    match = _TWELVE.fullmatch(time[0])
    return match["hour"] if match and match["minute"] in (None, "00") else ""
