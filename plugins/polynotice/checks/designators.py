"""Designators: laws, registers, versions, telephone numbers. The same digits are the same."""

from __future__ import annotations

import re

_SIGNS = r"[\s.,/:()'’\u2010-\u2015-]"
_TOKEN = re.compile(
    r"(?<![\d.,])\+?\d+(?:(?:[.,/-]|[ \u00a0\u202f]?[(-][ ]?|\)[ -]?|[ \u00a0])\d+)+"
)
_NAMED = re.compile(
    r"(?:(?<!\w)(?:No|Nos|Nr|Nº|N°|nº|n°|№|SR|RS|CC|Art|Article|Law|Act|Lei|Loi|Ley|Legge|Clause|"
    r"clause|Regulation|v|version|Version)\.?|[§#])\s*$"
)
_RANGE = re.compile(r"\d+(?:[.,]\d{1,2})?(?:[-/]\d+[.,]\d{1,2})+|\d+[.,]\d{1,2}(?:[-/]\d+)+")
_GROUPED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f,.'’]\d{2,3})*(?:[.,]\d{1,2})?")
_IN_PAIRS = re.compile(r"\d{2,3}(?:[ \u00a0\u202f]\d\d){2,}")
"""No language groups a quantity so; telephone numbers are."""

_POSTAL = re.compile(r"\d{3}[ \u00a0\u202f]\d\d")
"""Nor so: codes of post offices in Czechia, Greece, Slovakia and Sweden, also without a space."""

_RUN = re.compile(r"(?<![\d.,])\+?\d{5,40}(?![\d]|[.,]\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ZERO_FIRST = re.compile(r"0\d")
_LONGEST = 40
_LONG = 7
"""A number of as many digits with signs between them is no quantity, unless these group it."""

_OF_POST_OFFICES = 5
_OF_REGISTERS = 5
"""As many digits with a slash between them, or with a zero before them, are no quantity."""


def without_designators(source: str, translation: str) -> tuple[str, str]:
    """Both texts without the designators of the source that the translation has digit for digit.

    >>> without_designators("Law No. 13.709/2018 of 2018", "Lei nº 13.709/2018 de 2018")
    ('Law No.   of 2018', 'Lei nº   de 2018')
    """
    for match in reversed(list(_TOKEN.finditer(source))):
        token = match[0]
        if _is_designator(token, source[: match.start()]):
            same = _same_digits(token).search(translation)
            if same:
                source = f"{source[: match.start()]} {source[match.end() :]}"
                translation = f"{translation[: same.start()]} {translation[same.end() :]}"
    return _without_runs(source, translation)


def _without_runs(source: str, translation: str) -> tuple[str, str]:
    """Both without the digits that the source writes as one and the translation in groups."""
    for match in reversed(list(_RUN.finditer(source))):
        same = _in_groups(match[0]).search(translation)
        if same is None or _is_quantity(same[0]):
            continue
        source = f"{source[: match.start()]} {source[match.end() :]}"
        translation = f"{translation[: same.start()]} {translation[same.end() :]}"
    return source, translation


def _in_groups(run: str) -> re.Pattern[str]:
    if len(run) >= _least(run):
        return _same_digits(run)
    is_postal = len(run) == _OF_POST_OFFICES
    return re.compile(
        rf"(?<![\d.,]){run[:3]}[ \u00a0\u202f]{run[3:]}(?!\d)" if is_postal else "(?!)"
    )


def _is_quantity(written: str) -> bool:
    is_grouped = _GROUPED.fullmatch(written) and re.search(r"[.,'’]", written)
    return bool(is_grouped) and not _ZERO_FIRST.match(written)


def _least(token: str) -> int:
    """How many digits, with signs between them, are no quantity."""
    return _OF_REGISTERS if "/" in token or _ZERO_FIRST.match(token) else _LONG


def _is_designator(token: str, before: str) -> bool:
    if len(token) > _LONGEST or _RANGE.fullmatch(token):
        return False
    if _NAMED.search(before):
        return True
    if _GROUPED.fullmatch(token) and not re.search(r"[ \u00a0\u202f]", token):
        return False
    parts = re.findall(r"\d+", token)
    if all(map(_YEAR.fullmatch, parts)):
        return False
    is_signed = token.startswith("+") or re.search(r"\d[/-]\d", token)
    if is_signed or _ZERO_FIRST.match(token):
        # A slash is no sign of a quantity, but of a fraction.
        return len(parts) > 2 or sum(map(len, parts)) >= _least(token)
    if _GROUPED.fullmatch(token):
        return any(form.fullmatch(token) for form in (_IN_PAIRS, _POSTAL))
    return len(parts) > 2 or sum(map(len, parts)) >= _LONG


def _same_digits(token: str) -> re.Pattern[str]:
    """Finds the same digits in the same order, whatever signs stand between them."""
    is_abroad = token.startswith("+")
    # What stands in "+44 (0)20" for whoever calls from within the country.
    parts = re.findall(r"\d+", re.sub(r"\(0\)", " ", token) if is_abroad else token)
    size = sum(map(len, parts))
    many = len(parts) > 2 or size >= _least(token) or _POSTAL.fullmatch(token) is not None
    trunk = r"(?:\s?\(0\)\s?)?" if is_abroad else ""
    between = rf"{_SIGNS}{{0,3}}{trunk}"
    # Of two short parts, a sign must keep them apart: "1.2" is not "12".
    digits = between.join("".join(parts)) if many else rf"{_SIGNS}{{1,3}}".join(parts)
    end = r"(?!\d|[.,/-]\d)"
    if size < _LONG:
        return re.compile(rf"(?<!\d)\+?{digits}{end}")
    country = r"\+\d{1,3}[\s.()-]{0,3}(?:\(0\)\s?)?"
    any_way = [rf"(?:{country}|\+|00)?{digits}"]
    if _ZERO_FIRST.match(token):
        # Whoever calls from another country leaves the first zero out.
        any_way.append(rf"\+\d{{1,3}}{between}{digits.removeprefix('0' + between)}")
    return re.compile(rf"(?<!\d)(?:{'|'.join(any_way)}){end}")
