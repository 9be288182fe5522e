"""What a notice still has to fill in, before anybody else may read it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from polynotice.checks.completeness import record_of
from polynotice.core.problems import Problem
from polynotice.core.translation import Message
from polynotice.notice.found_marks import Kind, Mark

_WHOLE = re.compile(r"[\[({<*_]*(?:TODO|TO DO|FIXME|TB[ACD]|X{3,}|\?{2,}|…|\.{3})[\])}>*_.:!]*")
_HEADED = re.compile(r"[\[({<]?(?:TODO|FIXME|TBD)(?:\s*[:–—-]\s|\])")
_AT_END = re.compile(r"[:：]\s+[\[({<*_]*(?:TODO|FIXME|TB[ACD]|X{3,}|\?{2,})[\])}>*_.]*$")
_IN_BRACKETS = re.compile(
    r"[\[<](?:TODO|FIXME|TBD|(?:fill in|insert)\b[^\])>]*)[\]>](?![(\[])", re.IGNORECASE
)


def stands_for_words(text: str) -> str:
    """The piece of a text that stands for words that are to come; empty if none does.

    >>> stands_for_words("Write to [insert address]."), stands_for_words("Our address: TODO")
    ('[insert address]', 'TODO')
    >>> stands_for_words("A to-do list is kept.")
    ''
    """
    text = text.strip()
    match = _WHOLE.fullmatch(text) or _HEADED.match(text) or _IN_BRACKETS.search(text)
    match = match or _AT_END.search(text)
    return match[0].strip(" :：") if match else ""


def placeholders(messages: Iterable[Message], marks: Iterable[Mark]) -> Iterator[Problem]:
    """One problem for each place that is to be filled in: a text, or a comment that asks for it."""
    for message in messages:
        text = message.text
        if piece := stands_for_words(text.msgid):
            yield Problem(
                code="placeholder",
                span=text.span,
                record=record_of(text.context),
                message=f'"{piece}" stands for words that are to come.',
                hint="Write them in its place.",
            )
    for mark in marks:
        if mark.kind is Kind.FILL_IN:
            yield Problem(
                code="placeholder",
                span=mark.span,
                message=_is_open(mark.said),
                hint="Write it below, then remove the comment.",
            )


def _is_open(said: str) -> str:
    return f"Here is still to be filled in: {_short(said)}" if said else "Here is a text to come."


def _short(text: str) -> str:
    text = text if len(text) <= 120 else f"{text[:119].rstrip()}…"
    return text if text.endswith((".", "…", "?", "!")) else f"{text}."
