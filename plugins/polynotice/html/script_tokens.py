"""JavaScript as tokens: names, texts and signs, without comments and regular expressions.

No more is understood of it than what leads from a text to where it is used. A script that is not
JavaScript gives tokens all the same, of which nobody can say what they mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a token is."""

    NAME = "name"
    TEXT = "text"
    SIGN = "sign"
    OTHER = "other"
    """A number or a regular expression."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a script."""

    kind: Kind
    value: str
    """Of a text, what it says: without quotation marks, its escapes undone."""
    position: int

    def is_sign(self, *signs: str) -> bool:
        """Whether it is one of the signs."""
        return self.kind is Kind.SIGN and self.value in signs

    def is_name(self, *names: str) -> bool:
        """Whether it is one of the names."""
        return self.kind is Kind.NAME and self.value in names


_NEXT = re.compile(
    r"""(?P<skip>\s+|//[^\n]*|/\*.*?\*/|<!--[^\n]*)
    |(?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    |(?P<name>[A-Za-z_$\u0080-\uffff][\w$]*)
    |(?P<number>\.?\d[\w.]*)
    |(?P<sign>=>|\?\?=?|&&=?|\|\|=?|===?|!==?|\?\.(?!\d)|\.\.\.|\+\+|--|[-+*%&|^<>=!]=?|/=?|.)""",
    re.VERBOSE | re.DOTALL,
)
_REGEX = re.compile(r"/(?![*/])(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
_BEFORE_REGEX = frozenset(
    {"return", "typeof", "case", "in", "of", "delete", "void", "throw", "else", "do", "yield"}
)
_CHUNK = re.compile(r"(?:[^`\\$]|\\.|\$(?!\{))*", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]{1,6})\}|(.))", re.S)
_PLAIN = {"n": "\n", "r": "\r", "t": "\t", "\n": "", "0": "\0", "b": "\b", "f": "\f", "v": "\v"}


def tokens(script: str) -> list[Token]:
    r"""The tokens of a script.

    A template is a sum of its pieces, so that nobody else has to know of them.

    >>> [token.value for token in tokens("go(`https:\\/\\/${a}/b`) // to b")]
    ['go', '(', 'https://', '+', '(', 'a', ')', '+', '/b', ')']
    """
    made: list[Token] = []
    braces: list[str] = []
    """Those that are open; `${` where a template goes on behind it."""
    position = 0
    while position < len(script):
        if script[position] == "`":
            position = _template(script, position + 1, position, made, braces)
            continue
        regex = _REGEX.match(script, position) if _may_be_regex(script, position, made) else None
        if regex:
            made.append(Token(Kind.OTHER, "", position))
            position = regex.end()
            continue
        match = _NEXT.match(script, position)
        if match is None:
            break
        at, position = position, match.end()
        value = match[0]
        if value == "}" and braces and braces.pop() == "${":
            made += (Token(Kind.SIGN, ")", at), Token(Kind.SIGN, "+", at))
            position = _template(script, position, at, made, braces)
        elif match["text"]:
            made.append(Token(Kind.TEXT, unescaped(value[1:-1]), at))
        elif match["name"]:
            made.append(Token(Kind.NAME, value, at))
        elif match["number"]:
            made.append(Token(Kind.OTHER, value, at))
        elif match["sign"]:
            if value == "{":
                braces.append("{")
            made.append(Token(Kind.SIGN, value, at))
    return made


def unescaped(text: str) -> str:
    r"""What a text says.

    >>> unescaped(r"https:\/\/a.example\u002fb")
    'https://a.example/b'
    """
    return _ESCAPE.sub(_said, text) if "\\" in text else text


def _said(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    if code:
        number = int(code, 16)
        return chr(number) if number < 0x110000 else ""
    return _PLAIN.get(match[4], match[4])


def _template(script: str, position: int, start: int, made: list[Token], braces: list[str]) -> int:
    """Reads a piece of a template, and gives where its next piece or the script goes on."""
    chunk = _CHUNK.match(script, position)
    end = chunk.end() if chunk else position
    text = unescaped(script[position:end])
    is_last = not script.startswith("${", end)
    if text or is_last:
        made.append(Token(Kind.TEXT, text, start))
    if is_last:
        return end + 1
    if text:
        made.append(Token(Kind.SIGN, "+", end))
    made.append(Token(Kind.SIGN, "(", end))
    braces.append("${")
    return end + 2


def _may_be_regex(script: str, position: int, before: list[Token]) -> bool:
    """Whether a slash begins a regular expression, and does not divide."""
    if script[position] != "/":
        return False
    if not before:
        return True
    last = before[-1]
    if last.kind is Kind.NAME:
        return last.value in _BEFORE_REGEX
    return last.kind is Kind.SIGN and last.value not in (")", "]", "++", "--")


def ends_of_brackets(read: list[Token]) -> dict[int, int]:
    """For each bracket that opens, by its number among the tokens, the one that closes it."""
    return dict(_pairs(read))


def _pairs(read: list[Token]) -> Iterator[tuple[int, int]]:
    opened: list[int] = []
    for number, token in enumerate(read):
        if token.is_sign("(", "[", "{"):
            opened.append(number)
        elif token.is_sign(")", "]", "}") and opened:
            yield opened.pop(), number
