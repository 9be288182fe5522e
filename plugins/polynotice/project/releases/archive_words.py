"""The tool's words on the pages of the archive, of which each page of a site shows some, too.

No catalogue is asked for them: what a release says must not change with those of today. They stand
in `archive_words.json`: by a name, in each language. Where the tool has none in a language, they
are English, and marked as that.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from polynotice.core.locales import Locale, nearest


@cache
def _words() -> dict[str, dict[str, str]]:
    text = files(__package__).joinpath("archive_words.json").read_text(encoding="utf-8")
    by_name: dict[str, dict[str, str]] = json.loads(text)
    return {
        language: {name: words[language] for name, words in by_name.items()}
        for language in by_name["versions"]
    }


def languages() -> frozenset[str]:
    """The BCP 47 ids of the languages that the tool has the words in."""
    return frozenset(_words())


def archive_words(locale: Locale) -> tuple[str, Mapping[str, str]]:
    """The language that the tool has the words in, for that locale, and the words."""
    language = nearest(locale.id, _words()) or "en"
    return language, _words()[language]
