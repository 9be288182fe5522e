"""Lengths, angles and numbers of style sheets, as near as a static page lets one know them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from polynotice.html.style_sheets import Node, is_of, significant

_UNITS = {
    "px": 1.0, "in": 96.0, "cm": 37.8, "mm": 3.78, "q": 0.945, "pt": 1.333, "ex": 8.0, "ch": 8.0,
    "rex": 8.0, "rch": 8.0, "deg": 1.0, "grad": 0.9, "rad": 57.29578, "turn": 360.0,
}  # fmt: skip
"""CSS Values and Units Level 4, 6 and 7. Each other unit is a letter's height, or of the screen."""
_LETTER = 16.0
_OF_SCREEN = ("vw", "vh", "vi", "vb", "vmin", "vmax", "cqw", "cqh", "cqi", "cqb", "cqmin", "cqmax")


def amount(token: Node, *, share: float) -> float | None:
    """A length in pixels, an angle in degrees, or a number.

    `share` is one per cent of what it is a share of, a screen included. `None` if it is no amount,
    or known only to a browser (`var()`, `auto`).
    """
    match token.type:
        case "number":
            return float(token.value)
        case "percentage":
            return float(token.value) * share
        case "dimension":
            unit = token.lower_unit
            is_share = unit.endswith(_OF_SCREEN)
            return float(token.value) * (share if is_share else _UNITS.get(unit, _LETTER))
        case "function":
            return _calculated(token.lower_name, token.arguments, share)
        case "() block":
            return _sum(token.content, share)
    return None


def parts(tokens: Iterable[Node], separator: str) -> list[list[Node]]:
    """The tokens between separators, without white space."""
    groups: list[list[Node]] = [[]]
    for token in significant(tokens):
        if is_of(token, "literal", separator):
            groups.append([])
        else:
            groups[-1].append(token)
    return groups


def _calculated(name: str, arguments: Sequence[Node], share: float) -> float | None:
    values = [_sum(part, share) for part in parts(arguments, ",")]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return None
    match name, known:
        case "calc" | "-webkit-calc" | "-moz-calc", [value]:
            return value
        case "min", [_, *_]:
            return min(known)
        case "max", [_, *_]:
            return max(known)
        case "clamp", [least, value, most]:
            return max(least, min(value, most))
    return None


def _sum(tokens: Iterable[Node], share: float) -> float | None:
    """A sum of products, the only order of which is that `*` and `/` come first."""
    total, product, sign = 0.0, 0.0, "+"
    for token in significant(tokens):
        if token.type == "literal":
            sign = token.value
            continue
        value = amount(token, share=share)
        if value is None or (sign == "/" and value == 0):
            return None
        if sign == "*":
            product *= value
        elif sign == "/":
            product /= value
        else:
            total, product = total + product, -value if sign == "-" else value
    return total + product
