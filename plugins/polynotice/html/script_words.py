"""The words that a script shows its reader, as far as the script itself says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polynotice.html.script_flow import Script
from polynotice.html.script_structure import Range
from polynotice.html.script_tokens import Kind, Token

_SET = frozenset(
    {"alt", "ariaDescription", "ariaLabel", "innerText", "placeholder", "textContent", "title"}
)
_HTML = frozenset({"innerHTML", "outerHTML"})
_CALLS = {"alert": 0, "confirm": 0, "createTextNode": 0, "insertAdjacentText": 1, "prompt": 0}
_ATTRIBUTES = frozenset({"alt", "aria-description", "aria-label", "placeholder", "title"})
_NAMES = frozenset({*_SET, *_HTML, *_CALLS, "setAttribute"})
_KNOWS_LANGUAGES = re.compile(r"\blang\b|\blanguages?\b|\blocales?\b", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


def words_of_script(text: str) -> Iterator[tuple[str, int]]:
    """The words that a script shows, each with its position in it.

    Nothing of a script that asks for the page's language: it has its own way to translate.
    """
    if not any(name in text for name in _NAMES) or _KNOWS_LANGUAGES.search(text):
        return
    script = Script(text)
    seen = set()
    for token in _shown(script):
        words = " ".join(_TAG.sub(" ", token.value).split())
        if token not in seen and any(character.isalpha() for character in words):
            seen.add(token)
            yield words, token.position


def _shown(script: Script) -> Iterator[Token]:
    for number, token in enumerate(script.tokens):
        if token.value not in _NAMES:
            continue
        if token.kind is Kind.NAME and script.at(number + 1).is_sign("("):
            yield from _in_call(script, number)
        elif script.at(number - 1).is_sign(".") and script.at(number + 1).is_sign("=", "+="):
            value = (number + 2, script.end_of_expression(number + 2))
            yield from _texts(script, value) if token.value in (*_SET, *_HTML) else ()


def _in_call(script: Script, number: int) -> Iterator[Token]:
    name, arguments = script.at(number).value, script.arguments(number + 1)
    index = _CALLS.get(name)
    if name == "setAttribute" and arguments:
        is_read = {each.value for each in script.texts(arguments[0])} & _ATTRIBUTES
        index = 1 if is_read else None
    if index is not None and index < len(arguments):
        yield from _texts(script, arguments[index])


def _texts(script: Script, value: Range) -> Iterator[Token]:
    """The text that an expression begins with, or that stands in it beside others."""
    yield from script.beginnings(value)
    start, end = value
    for number in range(start + 1, end):
        if script.at(number).kind is Kind.TEXT and script.at(number - 1).is_sign("+"):
            yield script.at(number)
