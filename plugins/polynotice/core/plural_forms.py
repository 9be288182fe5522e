"""The `Plural-Forms` of a locale's catalogues, by the CLDR's rules."""

from __future__ import annotations

import gettext
from functools import cache

from babel import Locale as BabelLocale
from babel.plural import PluralRule, to_gettext

from polynotice.core.locales import Locale


@cache  # it takes 30 ms, and depends on the locale alone
def plural_forms(locale: Locale) -> str:
    """The `Plural-Forms` header of the locale's catalogues, by the CLDR's rules for cardinals.

    Of the CLDR's categories, a form stands for each that a whole number below a million can have:
    gettext counts nothing else, and no tool of translators offers a form for millions alone.
    """
    # Here, for only a new catalogue needs it: a build starts sooner.
    from babel.messages.plurals import PLURALS

    cldr = BabelLocale.parse(locale.id, sep="-")
    rule = cldr.plural_form
    used = {rule(number) for number in range(1000)}
    *named, _ = [tag for tag in _CATEGORIES if tag in used]
    header = to_gettext(PluralRule({tag: rule.rules[tag] for tag in named}))
    # Babel's table says the same in plainer ways, if of the wrong languages: Hungarian, Turkish,
    # Arabic and others have another's rule there.
    plain = (f"nplurals={number}; plural={rule};" for number, rule in PLURALS.values())
    return next((one for one in plain if _count_alike(one, header)), f"{header.rstrip(';')};")


_CATEGORIES = ("zero", "one", "two", "few", "many", "other")


def _count_alike(header: str, other: str) -> bool:
    """Whether two `Plural-Forms` give the same form for each number."""

    def forms(text: str) -> list[int]:
        form = gettext.c2py(text.partition("plural=")[2].rstrip("; "))
        return [form(number) for number in range(1000)]

    return forms(header) == forms(other)
