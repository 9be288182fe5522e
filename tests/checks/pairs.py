"""What checks find in a pair of texts."""

from __future__ import annotations

from polynotice.checks.all_checks import ALL
from polynotice.checks.pair import Pair
from polynotice.core.conventions import conventions
from polynotice.core.locales import find_locale


def number_findings(lang: str, source: str, translation: str, source_lang: str = "en") -> list[str]:
    """How severe each finding is about numbers of a translation, from English or another."""
    pair = Pair(
        source=source,
        translation=translation,
        source_conventions=conventions(find_locale(source_lang)),
        conventions=conventions(find_locale(lang)),
    )
    found = (finding for check in ALL for finding in check(pair))
    return [str(one.severity) for one in found if one.code == "number-mismatch"]
