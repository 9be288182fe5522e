"""Values of style that keep an element from the reader, or its words from being read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from math import cos, hypot, isfinite, radians

from polynotice.html.css_amounts import amount, parts
from polynotice.html.style_sheets import Node, is_of, significant

Test = Callable[[Sequence[Node]], bool]
"""Whether a value, without white space, does what the property can do."""

_FAINT = 0.1
"""Less of an element than this nobody reads: of its opacity, or of its scale."""
_SPECK = 4.0
"""Letters smaller than so many pixels are specks."""
LINE = 16.0
"""A box lower or narrower than so many pixels has no room for a line."""
_BEFORE, _BEHIND = -100.0, 1000.0
"""So many pixels take an element off the screen. Readers scroll on, but not back."""
_SCREEN = 90.0
"""So many per cent of a screen do so, too."""
_BLUR = 3.0
"""Letters whose edges are so many pixels wide are clouds."""


def is_word(*words: str) -> Test:
    """One of these words, among others."""
    return lambda value: any(is_of(token, "ident", *words) for token in value)


def is_other_word(*words: str) -> Test:
    """A word that is none of these, nor one that every property has."""
    usual = (*words, "inherit", "initial", "revert", "revert-layer", "unset")
    return lambda value: any(
        token.type in ("ident", "number") and str(token.value).lower() not in usual
        for token in value
    )


def is_shape(value: Sequence[Node]) -> bool:
    """An image or shape in place of the element, or of what is seen of it."""
    return any(
        token.type == "url" or (token.type == "function" and token.lower_name not in _ANYTHING)
        for token in value
    )


_ANYTHING = frozenset({"attr", "calc", "counter", "counters", "env", "var"})
"""Functions that say nothing of an image."""


def is_below(limit: float, *, share: float) -> Test:
    """An amount so small, among others; `share` is one per cent of what it is a share of."""

    def does(value: Sequence[Node]) -> bool:
        sizes = [amount(token, share=share) for token in value]
        return any(size is not None and size < limit for size in sizes)

    return does


is_faint = is_below(_FAINT, share=0.01)
is_speck = is_below(_SPECK, share=0.16)


def _is_near_zero(token: Node) -> bool:
    size = amount(token, share=0.01)
    return size is not None and abs(size) < _FAINT


def is_far(value: Sequence[Node]) -> bool:
    """A length that leads off the screen, among others."""
    for token in value:
        before = amount(token, share=_BEFORE / -_SCREEN)
        behind = amount(token, share=_BEHIND / _SCREEN)
        if before is not None and behind is not None and (before <= _BEFORE or behind >= _BEHIND):
            return True
    return False


def is_pressed(value: Sequence[Node]) -> bool:
    """Letters that lie on one another, or are a screen apart."""
    return is_below(-0.3 * LINE, share=0.16)(value) or is_far(value)


def is_low_line(value: Sequence[Node]) -> bool:
    """The height of a line; a number is that many letters high."""
    token = value[0] if value else None
    if token is None or token.type != "number":
        return is_speck(value)
    return bool(token.value * LINE < _SPECK)


def is_font_of_specks(value: Sequence[Node]) -> bool:
    """The shorthand `font`: its size is its first length, or else its zero."""
    before = parts(value, "/")[0]
    lengths = [token for token in before if token.type in ("dimension", "percentage", "function")]
    zeros = [token for token in before if token.type == "number" and token.value == 0]
    return is_speck((lengths or zeros)[:1])


def is_clear(value: Sequence[Node]) -> bool:
    """A colour that everything shines through (CSS Color Levels 4 and 5)."""
    return bool(value) and _is_clear_colour(value[0])


def _is_clear_colour(token: Node) -> bool:
    if token.type == "ident":
        return is_of(token, "ident", "transparent")
    if token.type == "hash":
        return _CLEAR_HASH.fullmatch(token.value) is not None
    if token.type != "function" or token.lower_name in ("color-mix", "env", "var"):
        return False
    arguments = parts(token.arguments, ",")
    if token.lower_name == "light-dark":
        return any(is_clear(argument) for argument in arguments)
    _, *alphas = parts(token.arguments, "/")
    alpha = alphas[-1] if alphas else arguments[3] if len(arguments) == 4 else []
    return is_word("none")(alpha) or is_faint(alpha)


_CLEAR_HASH = re.compile(r"[\da-f]{3}[01]|[\da-f]{6}[01][\da-f]", re.IGNORECASE)


def is_clipped(value: Sequence[Node]) -> bool:
    """A part of the box: words are cut off."""
    for token in value:
        name = token.lower_name if token.type == "function" else ""
        arguments = significant(token.arguments) if name else []
        if name == "inset":
            sizes = [amount(each, share=LINE / 2) for each in arguments]
            if any(size is not None and size > 2 for size in sizes):
                return True
        elif name == "rect":
            if any(
                not is_of(each, "ident", "auto") and each.type != "literal" for each in arguments
            ):
                return True
        elif is_shape([token]):
            return True
    return False


def is_transformed(value: Sequence[Node]) -> bool:
    """Turned until its edge is seen, made tiny, or moved off the screen."""
    return any(
        _TRANSFORMS[token.lower_name](
            [each for part in parts(token.arguments, ",") for each in part]
        )
        for token in value
        if token.type == "function" and token.lower_name in _TRANSFORMS
    )


def is_scaled_away(value: Sequence[Node]) -> bool:
    """A factor that leaves next to nothing of the width or the height."""
    return any(_is_near_zero(token) for token in value[:2])


def _is_edge(value: Sequence[Node]) -> bool:
    """An angle at which a sheet of paper is a line, or seen from behind."""
    return any(_cosine(amount(token, share=1)) < _FAINT for token in value)


def is_turned(value: Sequence[Node]) -> bool:
    """About another axis than the reader's line of sight: `x 90deg`, `1 0 0 90deg`."""
    axis = value[:-1]
    is_tilted = is_word("x", "y")(value) or any(
        token.type == "number" and token.value for token in axis[:2]
    )
    return is_tilted and _is_edge([token for token in value if token.type == "dimension"])


def _is_skewed(value: Sequence[Node]) -> bool:
    return any(abs(_cosine(amount(token, share=1))) < _FAINT for token in value)


def _cosine(angle: float | None) -> float:
    """That of degrees; an angle that is not known turns nothing."""
    return cos(radians(angle)) if angle is not None and isfinite(angle) else 1.0


def _is_matrix_away(value: Sequence[Node]) -> bool:
    """The six numbers of a matrix in the plane, or those of one in space."""
    places = {6: range(6), 16: (0, 1, 4, 5, 12, 13)}.get(len(value))
    if places is None:
        return False
    six = [value[place] for place in places]
    a, b, c, d = [amount(token, share=1) or 0.0 for token in six[:4]]
    is_line = abs(a * d - b * c) < _FAINT**2
    return is_line or hypot(a, b) < _FAINT or hypot(c, d) < _FAINT or is_far(six[4:])


_TRANSFORMS: dict[str, Test] = {
    **dict.fromkeys(("scale", "scalex", "scaley", "scale3d"), is_scaled_away),
    **dict.fromkeys(("translate", "translatex", "translatey", "translate3d"), is_far),
    **dict.fromkeys(("rotatex", "rotatey"), _is_edge),
    "rotate3d": is_turned,
    **dict.fromkeys(("skew", "skewx", "skewy"), _is_skewed),
    **dict.fromkeys(("matrix", "matrix3d"), _is_matrix_away),
}


def is_filtered(value: Sequence[Node]) -> bool:
    """Made faint, even, dark or blurred; or changed by a file that nobody reads here."""
    return any(
        token.type == "url" or (token.type == "function" and _is_filter(token)) for token in value
    )


def _is_filter(function: Node) -> bool:
    value = significant(function.arguments)
    match function.lower_name:
        case "brightness" | "contrast" | "opacity":
            return is_faint(value)
        case "blur":
            return any((amount(token, share=1) or 0) >= _BLUR for token in value)
        case "url":
            return True
    return False
