"""What Babel knows of locales, in the forms that Polynotice needs."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property

from babel import Locale as BabelLocale
from babel.core import UnknownLocaleError, get_global
from babel.dates import format_date

PSEUDO = {"en-XA": "ltr", "ar-XB": "rtl"}
"""The pseudo-locales of the Unicode CLDR, for previews and tests, with their directions."""


_FROM_RIGHT_TO_LEFT = frozenset(
    {
        "Adlm", "Arab", "Aran", "Gara", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc",
        "Thaa", "Yezi",
    }
)  # fmt: skip
"""The scripts of living languages that the CLDR marks so (`common/properties/scriptMetadata.txt`).

Babel says it of a locale, too, but loads all of its data for that."""


class UnknownLocaleIdError(ValueError):
    """Raised for an id that is not a locale."""


@dataclass(frozen=True, kw_only=True)
class Locale:
    """One locale of a notice. Made by `find_locale`.

    What is said of it is looked up once it is wanted: a locale's data take 15 ms to load.
    """

    id: str
    """BCP 47, as in URLs and HTML: `zh-Hans`."""

    @cached_property
    def name(self) -> str:
        """In its own language: `Deutsch`."""
        if self.is_pseudo:
            return f"[{self.id}]"
        name = self._data.get_display_name() or self.id
        return name[:1].upper() + name[1:]

    @cached_property
    def english_name(self) -> str:
        """In English: `German`."""
        if self.is_pseudo:
            return f"Pseudo-locale {self.id}"
        return self._data.english_name or self.id

    @cached_property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return PSEUDO.get(self.id) or (
            "rtl" if _subtags(self.id).script in _FROM_RIGHT_TO_LEFT else "ltr"
        )

    def written_date(self, day: date) -> str:
        """A day as the locale writes it: `28. November 2026`."""
        return str(format_date(day, "long", "en" if self.is_pseudo else self._data))

    @property
    def _data(self) -> BabelLocale:
        return BabelLocale.parse(self.id, sep="-")

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


def known_as(locale_id: object) -> str | None:
    """The id that the CLDR has for a language by another one.

    >>> known_as("sh"), known_as("xx")
    ('sr-Latn', None)
    """
    alias = get_global("language_aliases").get(str(locale_id))
    return str(alias).replace("_", "-") if alias else None


@cache
def find_locale(locale_id: str) -> Locale:
    """The locale of a BCP 47 id (`zh-Hans`), written as BCP 47 writes it.

    Raises `UnknownLocaleIdError` if the id is malformed or no language of the CLDR has it.
    """
    if locale_id in PSEUDO:
        return Locale(id=locale_id)
    canonical = _in_usual_case(locale_id)
    if not _FORM.fullmatch(canonical) or canonical.startswith(("und", "root")):
        raise UnknownLocaleIdError(locale_id)
    try:
        BabelLocale.parse(canonical, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise UnknownLocaleIdError(locale_id) from error
    return Locale(id=canonical)


def nearest(locale_id: str, available: Collection[str]) -> str | None:
    """Which of `available` (language files of a theme, say) serves the locale best, if one does.

    Each parent of the locale is tried, as the CLDR has them (UTS #35, part 1, "Parent Locales"):
    `es-MX` goes to `es-419`, then to `es`. A locale is served by no other script than its own,
    which for most ids is the likely one (UTS #35, part 1, "Likely Subtags"): `zh-HK` goes to
    `zh-Hant`, never to `zh`. Old and wider codes are the same as those that took their place
    (`tl` is `fil`, `no` is `nb`, `sh` is `sr-Latn`).

    >>> nearest("de-AT", {"de", "en"}), nearest("zh-HK", {"zh", "zh-Hant"})
    ('de', 'zh-Hant')
    >>> nearest("mt", {"de", "en"}) is None
    True
    """
    if locale_id in available:
        return locale_id
    # Of two ids of one locale (`zh-Hant` and `zh-TW` are not), the first by name.
    known = {_subtags(one): one for one in sorted(available, reverse=True)}
    return next((known[one] for one in _lineage(_subtags(locale_id)) if one in known), None)


def are_one(locale_id: str, other_id: str) -> bool:
    """Whether two ids are of one locale: by an old code, or a script that the other leaves out.

    >>> are_one("iw", "he"), are_one("zh", "zh-Hans"), are_one("zh", "zh-Hant")
    (True, True, False)
    """
    return _subtags(locale_id) == _subtags(other_id)


@dataclass(frozen=True)
class _Subtags:
    """What an id says, with the script that it leaves to be understood."""

    language: str
    script: str
    territory: str = ""
    variants: tuple[str, ...] = ()


_ALIASES = {**get_global("language_aliases"), "no": "nb"}
"""By old and wider codes. The CLDR had the last one, too, until it made `no` the parent of `nb`."""


@cache
def _subtags(locale_id: str) -> _Subtags:
    language, *others = locale_id.replace("_", "-").split("-")
    language, _, script = _ALIASES.get(language, language).partition("_")
    territory = ""
    variants = []
    for subtag in others:
        if len(subtag) == 4 and subtag.isalpha():
            script = subtag
        elif len(subtag) == 2 or (len(subtag) == 3 and subtag.isdigit()):
            territory = subtag
        else:
            variants.append(subtag)
    return _Subtags(
        language, script or _likely_script(language, territory), territory, tuple(variants)
    )


def _likely_script(language: str, territory: str) -> str:
    likely = get_global("likely_subtags")
    tag = likely.get(f"{language}_{territory}") or likely.get(language) or ""
    return next((part for part in tag.split("_")[1:] if len(part) == 4), "")


def _lineage(subtags: _Subtags) -> Iterator[_Subtags]:
    """The locale, and those that its words are taken from, the nearest first."""
    yield subtags
    if subtags.variants:
        yield from _lineage(replace(subtags, variants=()))
        return
    while subtags.territory:
        language, script, territory = subtags.language, subtags.script, subtags.territory
        parents = get_global("parent_exceptions")
        parent = parents.get(f"{language}_{script}_{territory}") or parents.get(
            f"{language}_{territory}"
        )
        above = _subtags(parent) if parent else replace(subtags, territory="")
        if above.script != subtags.script:
            return
        yield above
        subtags = above


def without_territory(locale_id: str) -> str:
    """The language and script of an id in either form: `zh-Hans` of `zh_CN`, `pt-Latn` of `pt-BR`.

    Raises `UnknownLocaleIdError` if it is none.
    """
    subtags = _subtags(find_locale(locale_id.replace("_", "-")).id)
    return f"{subtags.language}-{subtags.script}" if subtags.script else subtags.language


def contradicts(locale: Locale, language: str) -> bool:
    """Whether what a file says of its language, in whichever form, is not that of the locale.

    Who says less does not contradict: `de` and `de_AT` go together, `de_DE` and `de_AT` do not.
    Nor does who says it with an old or wider code: `cmn` is `zh`, `no` goes with `nb` and `nn`.

    >>> said = ("zh", "zh_CN", "zh_TW", "cmn", "ja", "Hans")
    >>> [contradicts(find_locale("zh-Hans"), one) for one in said]
    [False, False, True, False, True, True]
    >>> contradicts(find_locale("nb"), "nor"), contradicts(find_locale("he"), "he_IL.UTF-8")
    (False, False)
    """
    # As the locales of C are written: language[_territory][.codeset][@modifier].
    plain, _, modifier = language.partition("@")
    plain = plain.partition(".")[0]
    if not _SAID.fullmatch(plain):
        return True
    own, said = _subtags(locale.id), _subtags(plain)
    is_norwegian = plain in ("no", "nor")
    if own.language != said.language and not is_norwegian:
        return True
    if is_norwegian:
        return own.language not in ("nb", "nn")
    says_script = said.territory or plain.lower() in _ALIASES or len(plain.split("_")) > 1
    script = _MODIFIERS.get(modifier) or (said.script if says_script else own.script)
    is_elsewhere = bool(own.territory and said.territory and own.territory != said.territory)
    return script != own.script or (is_elsewhere and not modifier)


_SAID = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|\d{3}))?(?:[-_]\w{4,8})*")
_MODIFIERS = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab", "devanagari": "Deva"}
"""What gettext had before there were scripts: `sr@latin`."""
