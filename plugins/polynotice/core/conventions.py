"""How a language writes what the checks of translations look at: months and numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from babel import Locale as BabelLocale

from polynotice.core.locales import Locale


def small(text: str) -> str:
    """The text in small letters, one for each: "İ" is "i", as it is to a regular expression.

    >>> small("İyun 2024"), small("Août"), small("\u017feptember")
    ('iyun 2024', 'août', 'september')
    """
    return text.translate(_ONE_FOR_ONE).lower()


_ONE_FOR_ONE = str.maketrans("\u0130\u017f", "is")


@dataclass(frozen=True, kw_only=True)
class Conventions:
    """How a language writes what checks look at. Comes from the CLDR."""

    lang: str
    """BCP 47 id."""
    months: Mapping[str, int] = field(default_factory=dict, compare=False)
    """Names of months, in lower case and every grammatical form known, with their numbers."""
    decimal: str = field(default="", compare=False)
    """The sign before tenths: `.` or `,`; empty if that is not known."""
    group: str = field(default="", compare=False)
    """The sign between thousands."""
    counts_to_24: bool = field(default=False, compare=False)
    """Whether its clock goes to twenty-four."""


@cache
def conventions(locale: Locale) -> Conventions:
    """How the locale's language writes what checks look at."""
    if locale.is_pseudo:
        return Conventions(lang=locale.id)
    cldr = BabelLocale.parse(locale.id, sep="-")
    months = {
        small(name): number
        for forms in cldr.months.values()
        for width in ("wide", "abbreviated")
        for number, name in forms.get(width, {}).items()
        if not name.strip(".").isdigit()
    }
    signs = cldr.number_symbols.get("latn", {})
    decimal, group = signs.get("decimal", ""), signs.get("group", "")
    return Conventions(
        lang=locale.id,
        months=months,
        decimal=decimal,
        group=group,
        counts_to_24="H" in cldr.time_formats["short"].pattern,
    )
