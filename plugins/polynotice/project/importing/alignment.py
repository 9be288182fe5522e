"""Two editions of one text beside each other: what corresponds to what, by structure alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Marks:
    """What of a text is the same in every language, or nearly so."""

    numbers: Counter[str]
    links: Counter[str]
    length: int

    def differences(self, other: Marks) -> list[str]:
        """What tells that two texts are not each other's translation, or might not be."""
        differences = []
        if self.numbers != other.numbers:
            differences.append("their numbers differ")
        if self.links != other.links:
            differences.append("their links differ")
        short, long = sorted((self.length + 12, other.length + 12))
        if long > 3 * short:
            differences.append("one is far longer than the other")
        return differences


def marks_of(text: str) -> Marks:
    """The marks of an inline text in Markdown."""
    links = re.findall(r"\]\(([^()\s]+)\)", text)
    words = re.sub(r"\]\([^()\s]+\)", "]", text)
    return Marks(
        numbers=Counter(_number(each) for each in re.findall(r"\d+", words)),
        links=Counter(links),
        length=_length(words),
    )


_IDEOGRAPHS = re.compile(r"[\u3400-\u9fff]")
_SYLLABLES = re.compile(r"[\u3040-\u30ff\uac00-\ud7af]")


def _length(words: str) -> int:
    """The length of a text in letters: an ideograph stands for three, a syllable's sign for two."""
    return len(words) + 2 * len(_IDEOGRAPHS.findall(words)) + len(_SYLLABLES.findall(words))


def _number(digits: str) -> str:
    """A number in the digits of any script, of any length."""
    return "".join(str(int(digit)) for digit in digits).lstrip("0") or "0"


GAP = -0.6


def align(ours: Sequence[Marks], theirs: Sequence[Marks]) -> list[tuple[int | None, int | None]]:
    """Pairs of indexes in order; `None` beside what has no counterpart.

    The pairs whose numbers, links and lengths agree best, by dynamic programming.
    """
    best = [[0.0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for i in range(len(ours), -1, -1):
        for j in range(len(theirs), -1, -1):
            choices = []
            if i < len(ours) and j < len(theirs):
                choices.append(best[i + 1][j + 1] + _agreement(ours[i], theirs[j]))
            if i < len(ours):
                choices.append(best[i + 1][j] + GAP)
            if j < len(theirs):
                choices.append(best[i][j + 1] + GAP)
            best[i][j] = max(choices, default=0.0)
    pairs: list[tuple[int | None, int | None]] = []
    i = j = 0
    while i < len(ours) or j < len(theirs):
        both = i < len(ours) and j < len(theirs)
        if both and best[i][j] == best[i + 1][j + 1] + _agreement(ours[i], theirs[j]):
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif i < len(ours) and best[i][j] == best[i + 1][j] + GAP:
            pairs.append((i, None))
            i += 1
        else:
            pairs.append((None, j))
            j += 1
    return pairs


def _agreement(one: Marks, other: Marks) -> float:
    score = 0.0
    for mine, theirs in ((one.numbers, other.numbers), (one.links, other.links)):
        if mine or theirs:
            score += 2.0 if mine == theirs else -1.0
    short, long = sorted((one.length + 12, other.length + 12))
    return score + 1.5 * short / long - 0.5
