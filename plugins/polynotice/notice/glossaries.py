"""Glossaries on disk: `locales/<locale>/glossary.yml`.

```yaml
personal data:
  use: [personenbezogene Daten, personenbezogener Daten]
email address:
  use: E-Mail-Adresse
  avoid: [Mailadresse, Emailadresse]
```
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from polynotice.catalogues.po_files import FOLDER
from polynotice.core.locales import Locale
from polynotice.core.problems import Problem, did_you_mean
from polynotice.files.yaml_source import Document, Place
from polynotice.notice import locale_files

if TYPE_CHECKING:
    from polynotice.checks.terms import Glossary, Term

KEYS = ("use", "avoid")


def path_of(locale: Locale) -> str:
    """Where the locale's glossary is, relative to the project's folder, if there is one."""
    return f"{FOLDER}/{locale.folder}/glossary.yml"


def read_glossary(root: Path, locale: Locale) -> tuple[Glossary | None, list[Problem]]:
    """The locale's glossary with every term that can be understood, and what is wrong with it.

    `None` if there is none, or if it cannot be read at all.
    """
    name = path_of(locale)
    document, problems = locale_files.read_locale_file(
        root, name, locale, code="bad-glossary", what="glossary"
    )
    if document is None:
        return None, problems
    from polynotice.checks.terms import Glossary  # here: most locales have no glossary

    reader = _GlossaryReader(document, locale)
    terms = tuple(reader.terms())
    return Glossary(path=name, terms=terms), [*problems, *reader.problems]


class _GlossaryReader:
    def __init__(self, document: Document, locale: Locale) -> None:
        self.document = document
        self.locale = locale
        self.problems: list[Problem] = []

    def add(self, place: Place, message: str, hint: str) -> None:
        self.problems.append(
            Problem(
                code="bad-glossary",
                span=self.document.span(place),
                message=message,
                hint=hint,
                locale=self.locale.id,
            )
        )

    def terms(self) -> Iterator[Term]:
        data = self.document.data
        if data is not None and not isinstance(data, dict):
            message = "The glossary is no mapping of terms."
            self.add((), message, f"Write each term of the source as {_EXAMPLE}.")
            return
        for source in data or {}:
            if term := self._term(str(source)):
                yield term

    def _term(self, source: str) -> Term | None:
        from polynotice.checks.terms import Term

        rules = self.document.at((source,))
        before = len(self.problems)
        if not isinstance(rules, dict) or not rules:
            message = f'The term "{source}" has neither `use` nor `avoid`.'
            self.add((source,), message, f"Write it as {_EXAMPLE}.")
            return None
        for key in rules:
            if key not in KEYS:
                message = f'A term has no "{key}" ("{source}").'
                self.add((source, key), message, did_you_mean(str(key), KEYS))
        if not source.strip(" *"):
            self.add((source,), "A term has no word in it.", "Write the term of the source.")
        words = {key: self._words(source, key, rules.get(key)) for key in KEYS}
        for word in words["use"]:
            if word in words["avoid"]:
                message = f'"{word}" is both wanted and forbidden for "{source}".'
                self.add((source, "avoid"), message, "Take it out of one of the two.")
        if len(self.problems) > before:
            return None
        line = self.document.span((source,)).line
        return Term(source=source, use=words["use"], avoid=words["avoid"], line=line)

    def _words(self, source: str, key: str, value: object) -> tuple[str, ...]:
        if value is None and key not in self.document.children((source,)):
            return ()
        words = value if isinstance(value, list) else [value]
        if not words:
            self.add((source, key), f'`{key}` of "{source}" is empty.', "Remove it or fill it.")
        for word in words:
            if not isinstance(word, str) or not word.strip(" *"):
                message = f'`{key}` of "{source}" has {word!r}, which is no word.'
                self.add((source, key), message, f'Write words: `{key}: ["…", "…"]`.')
        return tuple(" ".join(word.split()) for word in words if isinstance(word, str))


_EXAMPLE = '`email address: {use: ["…"], avoid: ["…"]}`'
