"""What texts of an edition have found their messages, and which have not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from polynotice.core.model import Text
from polynotice.project.importing.alignment import marks_of
from polynotice.project.importing.document import Left
from polynotice.project.importing.planned import Way


@dataclass(frozen=True, kw_only=True)
class Match:
    """A text of the edition and the message that it translates."""

    text: Text
    words: str
    """The translation, as inline Markdown."""
    doubt: str = ""
    """Why a person has to look at it; empty where structure proves it."""
    ways: tuple[Way, ...] = ()
    """The texts of the document that it is made of."""


@dataclass(kw_only=True)
class Pairing:
    """What of an edition has found its message, and what has not."""

    matches: list[Match] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    same: list[Way] = field(default_factory=list)
    """Signs without words, which the pages have in every language."""


def match_of(text: Text, words: str, doubt: str, ways: tuple[Way, ...]) -> Match:
    """The words for the text, with what of both makes it doubtful that they are its translation."""
    differences = marks_of(text.msgid).differences(marks_of(words))
    return Match(
        text=text, words=words, doubt="; ".join(filter(None, [doubt, *differences])), ways=ways
    )


def leave(ways: Iterable[Way], why: str, pairing: Pairing) -> None:
    """Lists texts of the document that are no translation of any."""
    for way in ways:
        pairing.left.append(Left(path=way.path, place=way.place, text=way.text, why=why))
