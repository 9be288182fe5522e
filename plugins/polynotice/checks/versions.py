"""Versions and numbers of clauses: their dot is no sign before tenths, in any language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polynotice.checks.concern import only_where, sought_by
from polynotice.checks.look import Look
from polynotice.checks.number_values import DIGIT, readable
from polynotice.checks.pair import Finding, Pair
from polynotice.checks.quoting import both

_VERSION = re.compile(
    r"(?<![\w.])(?P<name>[A-Za-z]{1,20}\.?|§)[ \u00a0-]?(?P<number>\d{1,4}\.\d{1,4})"
    r"(?!\d|\.\d|[ \u00a0]?%|\s(?:million|billion|thousand)\b)"
)
_NAMED = {
    "android", "annex", "art.", "article", "articles", "bluetooth", "chapter", "clause", "clauses",
    "firefox", "paragraph", "paragraphs", "section", "sections", "v", "version", "versions", "web",
    "windows", "§",
}  # fmt: skip
_CURRENCIES = frozenset(
    {
        "AED", "ARS", "AUD", "BGN", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EGP",
        "EUR", "GBP", "HKD", "HRK", "HUF", "IDR", "ILS", "INR", "ISK", "JPY", "KRW", "MAD", "MXN",
        "MYR", "NOK", "NZD", "PEN", "PHP", "PLN", "RMB", "RON", "RSD", "RUB", "SAR", "SEK", "SGD",
        "THB", "TRY", "TWD", "UAH", "US", "USD", "VND", "ZAR",
    }
)  # fmt: skip
"""What a quantity stands behind that looks like a name."""

_COMMA = re.compile(r"\d[,\uff0c]\d")


def _may_have_comma(look: Look) -> Iterator[int]:
    if look.conventions.decimal == ",":
        yield from (place for place in look.of_kinds(DIGIT) if _COMMA.search(look.texts[place]))


@only_where(translation=DIGIT)
@sought_by(_may_have_comma)
def versions(pair: Pair) -> Iterator[Finding]:
    """A version or clause is no quantity: "TLS 1.3" is not "TLS 1,3" in any language."""
    if pair.conventions.decimal != ",":
        return
    source, translation = readable(pair.source), readable(pair.translation)
    for match in _VERSION.finditer(source):
        number = match["number"]
        with_comma = number.replace(".", ",")
        if (
            _is_name(match["name"])
            and _has(with_comma, translation)
            and not _has(number, translation)
        ):
            yield Finding(
                code="number-mismatch",
                message=f'The translation has "{with_comma}" for "{match[0]}", which is no '
                f"quantity {both(pair, match[0], with_comma)}.",
                hint=f'Write it as the source does: "{number}".',
            )


def _is_name(word: str) -> bool:
    """Whether a version or clause stands behind the word: "TLS", "OAuth", "Section"; not "EUR"."""
    if word.lower() in _NAMED:
        return True
    return len(word) > 1 and any(map(str.isupper, word[1:])) and word not in _CURRENCIES


def _has(number: str, text: str) -> bool:
    return re.search(rf"(?<![\d.,]){re.escape(number)}(?!\d|[.,]\d)", text) is not None
