"""Style sheets without what is seen at a glance to hide nothing.

The tokenizer takes a quarter of a second for the style sheet of a theme, nine tenths of which are
plain rules that only colour and space. What is not plain is left as it is: strings, comments and
addresses are passed over as units, and one escape outside of them leaves the whole sheet alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

_TEXT = r"[^{}()\[\]\"'\\/;]++"
_SLASH = r"/(?!\*)"
_STRING = r"(?:\"[^\"\\\n\r\f]*+\"|'[^'\\\n\r\f]*+')"
# Atomic groups, `(?>(?:…)*)`: possessive repeats of a group, `(?:…)*+`, match wrongly in Python
# below 3.11.5 (CPython's gh-106052), which Debian 12 has.
_IN_BRACKETS = rf"\[(?>(?:{_TEXT}|{_STRING})*)\]"
# A string is alone in its brackets: `url(` takes quotes elsewhere for letters.
_IN_PARENTHESES = (
    rf"\((?:\s*+{_STRING}\s*+\)"
    rf"|(?>(?:{_TEXT}|{_SLASH}|{_IN_BRACKETS}|\((?>(?:{_TEXT}|{_SLASH})*)\))*)\))"
)
_PRELUDE = rf"(?!\s*+(?:--|@))(?>(?:{_TEXT}|{_IN_PARENTHESES}|{_IN_BRACKETS})*)"
_BODY = rf"(?>(?:{_TEXT}|;|{_SLASH}|{_IN_PARENTHESES}|{_STRING})*)"
_PIECE = re.compile(
    r"(?P<unit>/\*.*?(?:\*/|\Z)|\"(?>(?:[^\"\\\n\r\f]|\\.)*)\"|'(?>(?:[^'\\\n\r\f]|\\.)*)'"
    r"|(?<![\w\x80-\U0010ffff-])[uU][rR][lL]\(\s*+(?![\"'])(?>(?:[^)\\]|\\.)*)\))"
    rf"|(?:\A|(?<=[{{}};]))(?P<prelude>{_PRELUDE}){{(?P<body>{_BODY})}}"
    r"|[\"'\\]",
    re.DOTALL,
)
_DECLARATION = re.compile(rf"(?>(?:[^;\"']++|{_STRING})+)")
_IS_PSEUDO_ELEMENT = re.compile(r".*(?::after|:before|::-[\w-]+)\s*", re.DOTALL)
_NOTHING = "_{}"
"""A rule that applies to nothing, where others stood: what was broken before it stays apart."""


def shortened(css: str, needed: Callable[[Iterable[str]], Sequence[str]]) -> str:
    """The sheet with only those declarations of its plain rules that `needed` gives back."""
    pieces: list[str] = []
    end = 0
    for match in _PIECE.finditer(css):
        prelude, body = match["prelude"], match["body"]
        if body is None:
            if match["unit"] is None:
                return css  # an escape, or a string that never ends
            continue
        rule = _NOTHING
        if not all(map(_IS_PSEUDO_ELEMENT.fullmatch, prelude.split(","))):
            left = needed(
                _DECLARATION.findall(body) if '"' in body or "'" in body else body.split(";")
            )
            if left:
                rule = f"{prelude}{{{';'.join(left)}}}"
        between = css[end : match.start()]
        if between or rule != _NOTHING or pieces[-1:] != [_NOTHING]:
            pieces += [between, rule]
        end = match.end()
    return "".join([*pieces, css[end:]])
