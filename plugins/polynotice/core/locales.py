"""What Babel knows of locales, in the forms that Polynotice needs."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from babel import Locale as BabelLocale
from babel.core import UnknownLocaleError

PSEUDO = {"en-XA": "ltr", "ar-XB": "rtl"}
"""The pseudo-locales of the Unicode CLDR, for previews and tests, with their directions."""


class UnknownLocaleIdError(ValueError):
    """Raised for an id that is not a locale."""


@dataclass(frozen=True, kw_only=True)
class Locale:
    """One locale of a notice."""

    id: str
    """BCP 47, as in URLs and HTML: `zh-Hans`."""
    name: str
    """In its own language: `Deutsch`."""
    english_name: str
    direction: str
    """`ltr` or `rtl`."""

    @property
    def folder(self) -> str:
        """The gettext form, as in folder names: `zh_Hans`."""
        return self.id.replace("-", "_")

    @property
    def is_pseudo(self) -> bool:
        """Whether nobody speaks it."""
        return self.id in PSEUDO


_FORM = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-([a-z]{5,8}|\d[a-z0-9]{3}))*")


def _in_usual_case(locale_id: str) -> str:
    """The id as RFC 5646, section 2.1.1, recommends: `zh-hans` is `zh-Hans`, `pt-br` is `pt-BR`."""
    language, *others = locale_id.split("-")
    usual = {2: str.upper, 4: str.title}
    return "-".join([language.lower(), *(usual.get(len(one), str.lower)(one) for one in others)])


@cache
def find_locale(locale_id: str) -> Locale:
    """The locale of a BCP 47 id (`zh-Hans`), written as BCP 47 writes it.

    Raises `UnknownLocaleIdError` if the id is malformed or no language of the CLDR has it.
    """
    if locale_id in PSEUDO:
        return Locale(
            id=locale_id,
            name=f"[{locale_id}]",
            english_name=f"Pseudo-locale {locale_id}",
            direction=PSEUDO[locale_id],
        )
    canonical = _in_usual_case(locale_id)
    if not _FORM.fullmatch(canonical) or canonical.startswith(("und", "root")):
        raise UnknownLocaleIdError(locale_id)
    try:
        found = BabelLocale.parse(canonical, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise UnknownLocaleIdError(locale_id) from error
    name = found.get_display_name() or locale_id
    return Locale(
        id=canonical,
        name=name[:1].upper() + name[1:],
        english_name=found.english_name or locale_id,
        direction=found.text_direction,
    )


def nearest(locale_id: str, available: Collection[str]) -> str | None:
    """Which of `available` (language files of a theme, say) serves the locale best, if one does.

    Each is tried with fewer subtags, as in BCP 47's look-up (RFC 4647, section 3.4).
    A language is not served by its other script: `zh-Hant` does not stand in for `zh-Hans`.

    >>> nearest("de-AT", {"de", "en"})
    'de'
    >>> nearest("mt", {"de", "en"}) is None
    True
    """
    subtags = locale_id.split("-")
    while subtags:
        if "-".join(subtags) in available:
            return "-".join(subtags)
        subtags.pop()
    return None


def contradicts(locale: Locale, language: str) -> bool:
    """Whether what a file says of its language, in whichever form, is not that of the locale.

    Who says less does not contradict: `de` and `de_AT` go together, `de_DE` and `de_AT` do not.

    >>> [contradicts(locale("zh-Hans"), said) for said in ("zh", "zh_CN", "zh_TW", "ja", "Hans")]
    [False, False, True, True, True]
    """
    plain, _, variant = language.partition("@")
    try:
        said = BabelLocale.parse(plain.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return True
    own = BabelLocale.parse(locale.id, sep="-")
    pairs: list[tuple[str | None, str | None]] = [(own.language, said.language)]
    if not variant:  # `sr@latin`: what gettext had before there were scripts
        pairs += [(own.script, said.script), (own.territory, said.territory)]
    return any(ours and theirs and ours != theirs for ours, theirs in pairs)
