"""Texts with their emphasis and links, as readers of documents find them, and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby


@dataclass(frozen=True, kw_only=True)
class Run:
    """A piece of a text that looks the same from its beginning to its end."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    is_code: bool = False
    link: str = ""
    """The address that it leads to."""


_BRACES_AT_END = re.compile(r"\{(?=[^{}]*\}\s*$)")
"""There they hold attributes of the paragraph, heading or cell."""
_ENDS_MARKUP = ("*", "_", "`", ")", "]")
_SPACE = re.compile(r"[ \t\r\n\f\v]+")


def plain(runs: Iterable[Run]) -> str:
    """What a reader sees: white space that lays out is one space, no-break spaces stay within."""
    return _SPACE.sub(" ", "".join(run.text for run in runs)).strip(" \u00a0")


def markdown(runs: Iterable[Run]) -> str:
    r"""The text as inline Markdown, of which Markdown makes the same text.

    >>> markdown([Run(text="Your "), Run(text="name ", is_bold=True), Run(text="(*)")])
    'Your **name** (\\*)'
    """
    pieces: list[str] = []
    for run in _joined(runs):
        piece = _written(run)
        if piece.startswith("{") and pieces and pieces[-1][-1:] in _ENDS_MARKUP:
            piece = f"&#123;{piece[1:]}"  # in braces behind it stand attributes of emphasis
        pieces.append(piece)
    text = _SPACE.sub(" ", "".join(pieces)).strip(" \u00a0")
    return _BRACES_AT_END.sub("&#123;", text)


def without_emphasis_of_all(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs without a look that all of them have: that of a heading or of a whole cell."""
    with_words = [run for run in runs if run.text.strip()]
    bold = bool(with_words) and all(run.is_bold for run in with_words)
    italic = bool(with_words) and all(run.is_italic for run in with_words)
    return tuple(
        replace(run, is_bold=run.is_bold and not bold, is_italic=run.is_italic and not italic)
        for run in runs
    )


def _joined(runs: Iterable[Run]) -> Iterable[Run]:
    """Neighbours of one look as one, with their emphasis around words alone."""
    for _, alike in groupby(runs, key=lambda run: replace(run, text="")):
        same = list(alike)
        yield replace(same[0], text="".join(run.text for run in same))


def _written(run: Run) -> str:
    text = run.text
    inner = text.strip(" \t\r\n")
    if not inner:
        return text
    before = text[: len(text) - len(text.lstrip(" \t\r\n"))]
    after = text[len(text.rstrip(" \t\r\n")) :]
    marks = "*" * (2 * run.is_bold + run.is_italic)
    words = f"`{inner}`" if run.is_code and "`" not in inner else escaped(inner)
    words = f"{marks}{words}{marks}"
    if run.link:
        words = f"[{words}]({_address(run.link)})"
    return f"{before}{words}{after}"


def _address(link: str) -> str:
    return re.sub(r"[\s()<>\"\\]", lambda sign: f"%{ord(sign[0]):02X}", link)


_SIGNS = re.compile(r"[\\`*\[\]]|(?<!\w)_|_(?!\w)")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_TAG = re.compile(r"<(?=[\w/!?])")
_ATTRIBUTES = re.compile(r"\{(?=:)|:(?=:{2})")


def escaped(text: str) -> str:
    r"""Words as Markdown that means nothing but these words.

    >>> escaped("item(s) [1] *new* a_b <b> &lt; 1 < 2")
    'item(s) \\[1\\] \\*new\\* a_b &lt;b> &amp;lt; 1 < 2'
    """
    text = _SIGNS.sub(lambda sign: f"\\{sign[0]}", text)
    text = _ENTITY.sub("&amp;", text)
    text = _ATTRIBUTES.sub(lambda sign: f"&#{ord(sign[0])};", text)
    return _TAG.sub("&lt;", text)


_BEGINS_BLOCK = re.compile(r"^(#+|[>+=-]|\d+(?=[.)](?: |$))|[:!~|])")


def paragraph(text: str) -> str:
    r"""Inline Markdown as a paragraph: nothing at its beginning makes a list or heading of it.

    >>> paragraph("1. January"), paragraph("- no"), paragraph(": so")
    ('1\\. January', '\\- no', '&#58; so')
    """
    match = _BEGINS_BLOCK.match(text)
    if match is None:
        return text
    start = match[0]
    if start.isdigit():
        return f"{start}\\{text[len(start) :]}"
    if start in ":~|=":
        return f"&#{ord(start)};{text[1:]}"
    return f"\\{text}"
