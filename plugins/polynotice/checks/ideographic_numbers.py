"""Numbers that Chinese, Japanese and Korean spell out: "二十四", "第三", "다섯"."""

from __future__ import annotations

import re
from collections.abc import Iterator

IDEOGRAPHIC = ("ja", "yue", "zh")
"""Languages that write numbers in ideographs alone."""

_DIGITS = {sign: value for value, signs in enumerate(
    ("〇零", "一壹", "二两兩贰貳", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
) for sign in signs}  # fmt: skip
_POWERS = {"十": 10, "拾": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "億": 10**8, "亿": 10**8}
_RUN = re.compile(rf"[{''.join([*_DIGITS, *_POWERS, *_MYRIADS])}]{{1,16}}")
_KUN = {
    "ひとつ": 1,
    "ふたつ": 2,
    "みっつ": 3,
    "半年": 6,
    "半天": 12,
    "半日": 12,
    "半月": 15,
    "半个月": 15,
    "半個月": 15,
    "半": 30,
    "双方": 2,
    "両": 2,
    "雙": 2,
    "双": 2,
    "正午": 12,
    "中午": 12,
    "午夜": 0,
    "真夜中": 0,
}


def ideographs(text: str) -> list[frozenset[int]]:
    """The numbers of a Chinese or Japanese text that stand in ideographs."""
    numbers = [frozenset({ideographic(match[0])}) for match in _RUN.finditer(text)]
    for word, value in _KUN.items():
        if word in text:
            numbers.append(frozenset({value}))
            text = text.replace(word, " ")
    return numbers


def ideographic(run: str) -> int:
    """The value of a number in ideographs.

    >>> ideographic("二十四"), ideographic("三百五"), ideographic("二〇二五")
    (24, 305, 2025)
    """
    if len(run) > 1 and all(sign in _DIGITS for sign in run):
        return int("".join(str(_DIGITS[sign]) for sign in run))
    total = section = digit = 0
    for sign in run:
        if sign in _MYRIADS:
            total += (section + digit or 1) * _MYRIADS[sign]
            section = digit = 0
        elif sign in _POWERS:
            section += (digit or 1) * _POWERS[sign]
            digit = 0
        else:
            digit = _DIGITS[sign]
    return total + section + digit


_SINO = str.maketrans("일이삼사오육칠팔구십백천만", "一二三四五六七八九十百千万")
_SINO_RUN = re.compile(
    r"(?<![가-힣])(?:제|매)?\s?([일이삼사오육칠팔구십백천만]{1,12})\s?"
    r"(?=개월|년|주|일|회|차|단계|자|분|시간|명|퍼센트|배|호|조|항|달러|유로|원)"
)
_NATIVE = {
    1: "하나 한 첫", 2: "둘 두", 3: "셋 세", 4: "넷 네", 5: "다섯", 6: "여섯", 7: "일곱", 8: "여덟",
    9: "아홉", 10: "열", 20: "스물 스무", 30: "서른", 40: "마흔", 50: "쉰", 60: "예순", 90: "아흔",
}  # fmt: skip
_NATIVE_VALUES = {word: value for value, words in _NATIVE.items() for word in words.split()}
_NATIVE_RUN = re.compile(
    rf"(?<![가-힣])(열|스물|서른|마흔|쉰|예순|아흔)?({'|'.join(_NATIVE_VALUES)})?"
    r"(?=\s?(?:가지|개|번|달|명|분|시간|주|해|곳|종류|대|쪽|차례|살|배|사람|단계)|\s)"
)


def hangul(text: str) -> list[frozenset[int]]:
    """The numbers of a Korean text that stand in words, of its own or of Chinese."""
    said = [frozenset({value}) for word, value in _SAID.items() if word in text]
    return [*ideographs(text), *_sino(text), *_native(text), *said]


_SAID = {"이중": 2, "양방향": 2, "삼중": 3, "정오": 12, "자정": 0}


def _sino(text: str) -> Iterator[frozenset[int]]:
    for match in _SINO_RUN.finditer(text):
        yield frozenset({ideographic(match[1].translate(_SINO))})


def _native(text: str) -> Iterator[frozenset[int]]:
    for match in _NATIVE_RUN.finditer(text):
        value = sum(_NATIVE_VALUES[word] for word in match.groups() if word)
        if value:
            yield frozenset({value})
