"""Declarations of style that keep an element from the reader: what each property can do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from polynotice.html.hiding_values import (
    LINE,
    Test,
    is_below,
    is_clear,
    is_clipped,
    is_faint,
    is_far,
    is_filtered,
    is_font_of_specks,
    is_low_line,
    is_other_word,
    is_pressed,
    is_scaled_away,
    is_shape,
    is_speck,
    is_transformed,
    is_turned,
    is_word,
)
from polynotice.html.style_sheets import Node, significant


@dataclass(frozen=True, kw_only=True)
class Hiding:
    """What declarations do to what they apply to."""

    is_gone: bool = False
    """Whether they take it away for everyone."""
    is_unseen: bool = False
    """Whether they leave it to screen readers alone."""

    def __bool__(self) -> bool:
        return self.is_gone or self.is_unseen

    def __or__(self, other: Hiding) -> Hiding:
        return Hiding(
            is_gone=self.is_gone or other.is_gone, is_unseen=self.is_unseen or other.is_unseen
        )


def hiding(nodes: Iterable[Node]) -> Hiding:
    """What the declarations among those nodes do together."""
    done: set[str] = set()
    for node in nodes:
        if node.type == "declaration":
            value = significant(node.value)
            for kind, does, _ in _PROPERTIES.get(plain_name(node.lower_name), ()):
                if kind not in done and does(value):
                    done.add(kind)
    return Hiding(
        is_gone="gone" in done,
        is_unseen="unseen" in done or {"flat", "cut"} <= done,
    )


def suspicious(declarations: Iterable[str]) -> list[str]:
    """Those declarations that could hide something, judged by their text alone.

    There is neither an escape nor a comment in them. What is left out hides nothing, together
    with the others or alone.
    """
    kept: list[str] = []
    kinds: set[str] = set()
    for declaration in declarations:
        name, _, value = declaration.partition(":")
        for kind, _, sign in _properties(name):
            if sign.search(value):
                kinds.add(kind)
                if kept[-1:] != [declaration]:
                    kept.append(declaration)
    return kept if kinds - {"flat"} and kinds - {"cut"} else []


@lru_cache(maxsize=1024)
def _properties(name: str) -> Sequence[tuple[str, Test, re.Pattern[str]]]:
    return _PROPERTIES.get(plain_name(name.strip().lower()), ())


def plain_name(name: str) -> str:
    """A property's name, in lower case, without the prefix of a browser."""
    return _PREFIX.sub("", name) if name.startswith("-") else name


_PREFIX = re.compile(r"-(?:webkit|moz|ms|o|apple|khtml)-")


_SIDES = (
    "", "-top", "-right", "-bottom", "-left", "-inline", "-inline-start", "-inline-end", "-block",
    "-block-start", "-block-end",
)  # fmt: skip
_MOVING = (
    "top", "right", "bottom", "left", "text-indent", "translate", "word-spacing", "vertical-align",
    *(f"{each}{side}" for each in ("margin", "inset", "padding") for side in _SIDES),
)  # fmt: skip
_SIZES = (
    "height", "width", "block-size", "inline-size", "max-height", "max-width", "max-block-size",
    "max-inline-size",
)  # fmt: skip
_OVERFLOWS = ("overflow", "overflow-block", "overflow-inline", "overflow-x", "overflow-y")
_MASKS = ("mask", "mask-image", "mask-border", "mask-border-source", "mask-box-image")

_ANY = r"\S"
_WITH_FUNCTION = r"\((?<!var\()"
_NEAR_ZERO = r"[-0(%]|e-"
_LONG = (
    r"\(|\de\+?\d|-(?!(?:[0-5]?(?:\.\d+)?r?em|\d?\dpx)(?![\w-]))[\d.]"
    r"|(?<![\d.])\d\d(?!\d?(?:\.\d+)?px(?![\w-]))"
)
_PRESSED = rf"{_LONG}|-(?!0*\.[0-2]\d*r?em(?![\w-]))[\d.]"
_SMALL = (
    r"^(?!\s*(?:(?:0?\.[3-9]\d*|[1-9]\d*(?:\.\d+)?)(?:r?em)?|[3-9]\d%|\d{3}%)\s*(?:!|$)).*[\d(]"
)
_NARROW = r"^(?!\s*(?:[1-9]\d*(?:\.\d+)?r?em|[2-9]\d(?:%|px)|[1-9]\d\d(?:%|px))\s*(?:!|$)).*[\d(]"
_COLOUR = r"transparent|#(?:[\da-f]{4}|[\da-f]{8})(?![\da-f])|\((?<!var\()"
_TRANSFORM = rf"matrix|skew|rotate[xy3]|scale\w*\([^)]*(?:[0%(]|e-)|translate\w*\([^)]*?(?:{_LONG})"
_FILTER = "blur|brightness|contrast|opacity|url"

_TABLE: tuple[tuple[str, tuple[str, ...], Test, str], ...] = (
    ("gone", ("display",), is_word("none"), "none"),
    ("gone", ("visibility",), is_word("hidden", "collapse"), "hidden|collapse"),
    ("gone", ("content-visibility",), is_word("hidden"), "hidden"),
    ("unseen", ("opacity", "zoom", "font-size-adjust"), is_faint, _NEAR_ZERO),
    ("unseen", ("scale",), is_scaled_away, _NEAR_ZERO),
    ("unseen", ("font-size",), is_speck, _SMALL),
    ("unseen", ("font",), is_font_of_specks, _ANY),
    ("unseen", _MOVING, is_far, _LONG),
    ("unseen", ("letter-spacing",), is_pressed, _PRESSED),
    ("unseen", ("color", "text-fill-color"), is_clear, _COLOUR),
    ("unseen", ("text-security",), is_other_word("none"), _ANY),
    ("unseen", ("line-clamp",), is_other_word("none"), _ANY),
    ("unseen", ("unicode-bidi",), is_word("bidi-override", "isolate-override"), "override"),
    ("unseen", ("clip", "clip-path"), is_clipped, _WITH_FUNCTION),
    ("unseen", (*_MASKS, "content", "offset", "offset-path"), is_shape, _WITH_FUNCTION),
    ("unseen", ("transform",), is_transformed, _TRANSFORM),
    ("unseen", ("rotate",), is_turned, _ANY),
    ("unseen", ("filter",), is_filtered, _FILTER),
    ("flat", _SIZES, is_below(LINE, share=8), _NARROW),
    ("flat", ("line-height",), is_low_line, _SMALL),
    ("flat", ("contain",), is_word("size", "strict"), "size|strict"),
    ("moved", ("animation", "animation-name"), lambda _: False, r"^(?!\s*none\s*$)"),
    ("cut", _OVERFLOWS, is_word("auto", "clip", "hidden", "scroll"), _ANY),
    ("cut", ("contain",), is_word("content", "paint", "strict"), _ANY),
)
"""What properties can do: the kind, their names, the test of a value, and a sign in its text.

A value without the sign does not pass the test. What is flat and cut is unseen; where an animation
moves it, its rule does not say.
"""

_PROPERTIES: dict[str, list[tuple[str, Test, re.Pattern[str]]]] = {}
for _kind, _names, _test, _sign in _TABLE:
    for _each in _names:
        _PROPERTIES.setdefault(_each, []).append(
            (_kind, _test, re.compile(_sign, re.IGNORECASE | re.DOTALL))
        )
