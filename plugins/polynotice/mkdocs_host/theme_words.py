"""The theme's own words in each locale: its file of words, single words, how it cuts for search."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

from jinja2 import Environment

from polynotice.core.locales import Locale, find_locale, nearest
from polynotice.core.model import Span, Text
from polynotice.core.problems import Problem, Severity
from polynotice.core.pseudo_locales import pseudo
from polynotice.files.yaml_source import Document
from polynotice.mkdocs_host import themes
from polynotice.mkdocs_host.host import MkDocsConfig, Theme
from polynotice.mkdocs_host.theme_catalogues import ThemeCatalogues
from polynotice.notice.settings import Settings


class ThemeWords:
    """What a theme says by itself; each word is looked up once for all pages of a locale."""

    def __init__(self, theme: Theme, source: Locale) -> None:
        self.env: Environment
        """The theme's templates, once MkDocs has them. Only `language` does without."""
        self._theme = theme
        self._source = source
        self._english = find_locale("en")
        self._words: dict[str, dict[str, str]] = {}

    def language(self, locale: Locale) -> str:
        """The theme's language file that serves the locale; English if none does."""
        languages = self._languages
        return nearest(locale.id, languages) or nearest(self._source.id, languages) or "en"

    @cached_property
    def _languages(self) -> set[str]:
        return themes.languages_of(self._theme)

    def word(self, locale: Locale, key: str) -> str:
        """One of the theme's words, as the locale has it."""
        words = self._words.setdefault(
            locale.id, {"language": locale.id, "direction": locale.direction}
        )
        if key not in words:
            word = self._of(locale)(key) or self._of(self._english)(key) or key
            if locale.is_pseudo and not key.startswith("search.config"):
                word = pseudo(locale.id)(Text(msgid=word, span=Span("theme"))).text
            words[key] = word
        return words[key]

    def _of(self, locale: Locale) -> Callable[[str], str]:
        name = f"partials/languages/{self.language(locale)}.html"
        module: Any = self.env.get_template(name).module
        return lambda key: str(module.t(key))

    def search_languages(self, locales: Iterable[Locale]) -> set[str]:
        """The languages in which the theme's search cuts the words of those locales."""
        options = (self.search_options(locale) for locale in locales)
        return {name for each in options for name in each.get("lang", ())}

    def search_options(self, locale: Locale) -> dict[str, Any]:
        """How the theme wants the locale's words cut and stemmed for search."""
        if not themes.says_its_words(self._theme):
            return {}
        words = self._of(locale)
        lang, pipeline, separator = (
            words(f"search.config.{name}") for name in ("lang", "pipeline", "separator")
        )
        # A language that Lunr has no stemmer for names none, and goes by its whole words.
        options: dict[str, Any] = {"lang": re.split(r"\s*,\s*", lang) if lang else ["en"]}
        if pipeline:
            options["pipeline"] = re.findall(r"\w+", pipeline)
        if separator:
            options["separator"] = separator
        return options


def unserved(config: MkDocsConfig, document: Document, settings: Settings) -> Iterator[Problem]:
    """The locales in which a theme's own words are in English, which no catalogue translates."""
    theme = config.theme
    if theme.name is None:
        return  # all its templates are the project's own
    files, catalogues = themes.languages_of(theme), ThemeCatalogues(theme.dirs)
    for locale in settings.locales:
        if locale.is_pseudo or catalogues.serve(locale) or nearest(locale.id, files):
            continue
        if not files and not catalogues.exist:
            hint = "Take a theme that is translated, such as material."
        elif files:
            hint = f"Write them in partials/languages/{locale.id}.html of a `custom_dir`."
        else:
            hint = f"Write them in locales/{locale.folder}/LC_MESSAGES of a `custom_dir`."
        yield Problem(
            code="untranslatable-text",
            severity=Severity.WARNING,
            span=document.span(("theme", "name")),
            locale=locale.id,
            message=f"The theme {theme.name} has no words in {locale.english_name}: its own are "
            "in English.",
            hint=hint,
        )
