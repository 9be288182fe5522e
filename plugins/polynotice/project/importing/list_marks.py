"""What begins the items of lists that were written as text: bullets, numbers, letters."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby, takewhile

MARK = re.compile(r"^\s*(?:[-*•·▪◦‣–]|(?P<number>\d{1,2})[.)]|(?P<letter>[a-z])\))\s+(?=\S)")


def marks_of_items(lines: Sequence[str]) -> Mapping[int, re.Match[str]]:
    """The marks of items, by the indexes of their lines.

    A number or letter is one only where it counts on from 1 or a, in lines one behind the other:
    "25. May" and "e.g. your name" are words. Behind such a list no other one begins, for a page
    would count the two as one.
    """
    matches: dict[int, re.Match[str]] = {}
    marks = [(index, MARK.match(line)) for index, line in enumerate(lines) if line.strip()]
    for kind, group in groupby(marks, key=lambda each: each[1].lastgroup if each[1] else ""):
        alike = [(index, mark) for index, mark in group if mark]
        if kind:
            counted = takewhile(lambda each: _count(each[1][1]) == each[0], enumerate(alike, 1))
            alike = [each for _, each in counted]
            alike = alike if len(alike) > 1 else []
        matches.update(alike)
    return matches


def _count(mark: re.Match[str]) -> int:
    return int(mark["number"]) if mark["number"] else ord(mark["letter"]) - ord("a") + 1


def label_of(mark: re.Match[str]) -> str:
    """What counts an item; nothing for a bullet."""
    return mark[0].strip() if mark.lastgroup else ""


def indent_of(line: str) -> int:
    """How far a line stands in."""
    return len(line) - len(line.lstrip())
