"""Style sheets, as far as they keep something from the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class HidingRule:
    """A rule that hides what it applies to."""

    selector: str
    """As a static page can be asked: without states such as `:hover`, as if each were given."""
    names: frozenset[str]
    """Tags, `.class`es, `#id`s and `[attribute]`s that an element must have for it to apply."""
    is_read_out: bool
    """Whether screen readers are still given what no eye sees."""


def hides(declarations: str) -> bool:
    """Whether a `style` keeps an element from the reader."""
    return any(_hiding(_COMMENT.sub("", declarations)))


def hiding_rules(css: str) -> Iterator[HidingRule]:
    """The rules of a style sheet that hide something, whatever the medium."""
    preludes = [""]
    css = _STRING.sub(_without_structure, css)
    for words, mark in _BLOCK.findall(f"{css}}}"):  # browsers close what is left open
        declarations, _, prelude = words.rpartition(";") if mark == "{" else (words, "", "")
        if declarations:
            yield from _rules(preludes[-1], declarations)
        if mark == "{":
            preludes.append(prelude)
        elif len(preludes) > 1:
            preludes.pop()


def imports(css: str) -> list[str]:
    """The addresses of the style sheets that one brings along."""
    return [first or second for first, second in _IMPORT.findall(css)]


_ZERO = r"[-+]?(?:0+(?:\.0*)?|\.0+)(?![.\d])"
_FAR = r".*-\d{3}"
# By property, the values that take an element away.
_GONE = {
    "display": re.compile("none", re.IGNORECASE),
    "visibility": re.compile("hidden|collapse", re.IGNORECASE),
    "content-visibility": re.compile("hidden", re.IGNORECASE),
}
# Those that leave it to screen readers alone.
_UNSEEN = {
    **dict.fromkeys(("opacity", "font-size", "scale"), re.compile(_ZERO)),
    **dict.fromkeys(
        (
            "left", "top", "right", "bottom", "text-indent", "translate",
            "margin", "margin-left", "margin-top", "margin-right", "margin-bottom",
            "margin-inline", "margin-inline-start", "margin-inline-end", "margin-block",
            "margin-block-start", "margin-block-end",
            "inset", "inset-inline", "inset-inline-start", "inset-inline-end", "inset-block",
            "inset-block-start", "inset-block-end",
        ),
        re.compile(_FAR),
    ),
    **dict.fromkeys(
        ("color", "-webkit-text-fill-color"), re.compile("transparent", re.IGNORECASE)
    ),
    **dict.fromkeys(("clip", "clip-path"), re.compile(r"\w+\(")),
    "font": re.compile(rf"(?:.*[\s/])?{_ZERO}(?:px|r?em|%)?[\s/]"),
    "transform": re.compile(rf".*(?:scale\w*\(\s*{_ZERO}|translate\w*\({_FAR})", re.IGNORECASE),
    "filter": re.compile(rf".*opacity\(\s*{_ZERO}", re.IGNORECASE),
}  # fmt: skip
# Those that do so together.
_SIZES = frozenset(
    {
        "block-size", "height", "inline-size", "max-block-size", "max-height", "max-inline-size",
        "max-width", "width",
    }
)  # fmt: skip
_NO_SIZE = re.compile(_ZERO)
_OVERFLOW = frozenset({"overflow", "overflow-block", "overflow-inline", "overflow-x", "overflow-y"})
_CUT = re.compile("hidden|clip", re.IGNORECASE)
_STRING = re.compile(r"/\*.*?\*/|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'", re.DOTALL)
_STRUCTURE = re.compile(r"[{};]")
_BLOCK = re.compile(r"([^{}]*)([{}])")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_IMPORT = re.compile(r"@import\s+(?:url\(\s*)?(?:[\"']([^\"']+)[\"']|([^\s\"';)]+))", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
# What cannot be told of an element before a reader does something, or has a medium for it.
_STATE = (
    r":(?:hover|focus(?:-visible|-within)?|active|visited|link|any-link|target(?:-within)?|checked"
    r"|disabled|enabled|lang\([^()]*\)|dir\([^()]*\))(?![\w-])"
)
_NOT_IN_STATE = re.compile(rf":not\([^()]*{_STATE}[^()]*\)", re.IGNORECASE)
_IN_STATE = re.compile(_STATE, re.IGNORECASE)
_PSEUDO_ELEMENT = re.compile(r"::|:(?:before|after|first-letter|first-line)(?![\w-])")
_PARENTHESES = re.compile(r"\([^()]*\)")
_LAST = re.compile(r"(?:\[[^\]]*\]|[^\s>+~\[])*$")
_COMMA = re.compile(r",(?![^(]*\))")


def _without_structure(found: re.Match[str]) -> str:
    """A string without what would be taken for the structure of rules; a comment is nothing."""
    return "" if found[0].startswith("/*") else _STRUCTURE.sub("_", found[0])


def _unescaped(css: str) -> str:
    if "\\" not in css:
        return css
    return _ESCAPE.sub(lambda found: chr(min(int(found[1], 16), 0xFFFF)), css)


def _hiding(declarations: str) -> tuple[bool, bool]:
    """Whether they take an element away, and whether they leave it to screen readers alone."""
    is_gone = is_unseen = is_flat = is_cut = False
    for declaration in _unescaped(declarations).split(";"):
        name, _, value = declaration.partition(":")
        name = name.strip().lower()
        if name in _GONE:
            is_gone = is_gone or bool(_GONE[name].match(value.strip()))
        elif name in _UNSEEN:
            is_unseen = is_unseen or bool(_UNSEEN[name].match(value.strip()))
        elif name in _SIZES:
            is_flat = is_flat or bool(_NO_SIZE.match(value.strip()))
        elif name in _OVERFLOW:
            is_cut = is_cut or bool(_CUT.match(value.strip()))
    return is_gone, is_unseen or (is_flat and is_cut)


def _rules(prelude: str, declarations: str) -> Iterator[HidingRule]:
    is_gone, is_unseen = _hiding(declarations)
    if not is_gone and not is_unseen:
        return
    for selector in _COMMA.split(prelude):
        if _PSEUDO_ELEMENT.search(selector) or re.match(
            r"\s*(?:@|(?:from|to)\s*$|[\d.]+%)", selector
        ):
            continue
        static = _IN_STATE.sub("", _NOT_IN_STATE.sub("", selector)).replace("&", "").strip()
        static = static.lstrip(">+~ ") or "*"
        yield HidingRule(selector=static, names=_names(static), is_read_out=not is_gone)


def _names(selector: str) -> frozenset[str]:
    """What the element itself must have; nothing is said of those around it."""
    if "\\" in selector:
        return frozenset()
    outside = selector
    while (shorter := _PARENTHESES.sub("", outside)) != outside:
        outside = shorter
    last = _LAST.search(outside)
    words = last[0] if last else ""
    tags = re.findall(r"[.#]?[\w-]+", re.sub(r"\[[^\]]*\]|:[\w-]+", " ", words))
    attributes = re.findall(r"\[\s*([\w-]+)", words)
    return frozenset(
        [name if name[0] in ".#" else name.lower() for name in tags]
        + [f"[{name.lower()}]" for name in attributes]
    )
