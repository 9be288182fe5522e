"""What can be wrong, and how it is said."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from polynotice.core.model import Span


class Severity(StrEnum):
    """How much a problem matters: an error stops a publishing build, a warning is reported."""

    ERROR = "error"
    WARNING = "warning"


CODES: dict[str, str] = {
    # mkdocs.yml
    "bad-setting": "mkdocs.yml cannot be read, or an option in it has a value that it cannot have",
    "unknown-locale": "a locale that no table of locales knows, or that the project does not list",
    "locale-conflict": "a page or folder in docs/ stands where the pages of a locale go",
    "third-party": "something for which a reader's browser asks another host",
    # records
    "unreadable-records": "a file of records is not readable YAML",
    "unknown-field": "a key that no record, block or option has",
    "repeated-field": "a key that stands twice in one mapping",
    "missing-field": "a required key is absent",
    "wrong-type": "a value of another type than the key takes",
    "empty-text": "a text without a word in it",
    "bad-id": "an id that is not made of a-z, 0-9 and hyphens",
    "duplicate-id": "an id that another record of the notice has already",
    "unknown-reference": "an id that nothing defines",
    "unplaced-record": "a purpose that no page places",
    "unplaced-field": "a field of a record that no table shows",
    "unused-category": "a data category that no purpose uses",
    # pages
    "unreadable-page": "a page, or a folder of pages, that cannot be read",
    "bad-block": "a ':::' block that cannot be understood",
    "unknown-page": "something in the navigation that is no page of the site",
    "untranslatable-text": "words on a page that no catalogue can translate",
    # catalogues
    "unreadable-catalogue": "a catalogue that is not there or not valid PO",
    "header-mismatch": "a catalogue that is not what its header says, or not the locale's",
    "unwritable-catalogue": "a catalogue that the disk does not take",
    "missing-translation": "a message without a translation",
    "fuzzy-translation": "a translation of an earlier wording, or one that nobody has confirmed",
    "identical-to-source": "a translation that repeats its source",
    "number-mismatch": "a translation whose numbers are not those of its source",
    "link-mismatch": "a translation whose links are not those of its source",
    "placeholder-mismatch": "a translation whose placeholders are not those of its source",
    "markup-mismatch": "a translation whose Markdown markup is not that of its source",
    "raw-html": "HTML where only Markdown may stand",
    "unsafe-markup": "markup that can run, load or hide something; it cannot be waived",
    "too-long": "a text of more than 10,000 characters, or 400 signs of Markdown",
    "hidden-character": "an invisible character that can hide or reorder text",
    "outer-space": "a translation that begins or ends with a space",
    "end-punctuation": "a translation that ends otherwise than its source, or with signs that are "
    "not its language's",
    "doubled-word": "a translation with the same word twice running",
    "length": "a translation much shorter or longer than its language needs",
    "missing-sentence": "a translation with fewer sentences than its source",
    "inconsistent-translation": "a source that is translated in two ways",
    "same-translation": "two data categories with the same name",
    "glossary": "a translation without a term that the locale's glossary requires, or with one "
    "that it forbids",
    "bad-remark": "a remark or header field for Polynotice that it cannot understand",
    "bad-glossary": "a glossary that cannot be understood",
    "bad-link-map": "a link map that cannot be understood, or has a link that the notice has not",
    # any build
    "build-failed": "MkDocs, another plugin or a template stopped with an error",
    # built site
    "locale-missing": "a page, or all pages, of a published locale are not in the site",
    "row-missing": "a row that is not where it belongs",
    "row-extra": "a row that should not be there, or is there twice",
    "row-order": "rows that stand in another order than the records",
    "row-text": "a cell or header with another text, language or visibility than it must have",
    "bad-manifest": "a manifest that is not there, that was changed, or that is another notice's",
    "content-policy": "something in a built page that no strict Content-Security-Policy lets pass",
}
"""Every problem code, with what it means."""


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One mistake of an author, translator or site, with its place and its mend."""

    code: str
    """One of `CODES`."""
    span: Span
    message: str
    """What is wrong: a sentence that quotes the offending piece."""
    hint: str
    """What to do: a sentence."""
    severity: Severity = Severity.ERROR
    locale: str | None = None
    """BCP 47 id of the locale concerned, if one is."""
    record: str | None = None
    """Id of the record concerned, if one is."""

    def __str__(self) -> str:
        where = f"{self.span.path}:{self.span.line}"
        return printable(f"{where}: {self.severity} {self.code}: {self.message} {self.hint}")

    def as_json(self) -> dict[str, str | int | None]:
        """The problem as the command line's `--json` prints it."""
        return {
            "code": self.code,
            "severity": str(self.severity),
            "path": self.span.path,
            "line": self.span.line,
            "locale": self.locale,
            "record": self.record,
            "message": self.message,
            "hint": self.hint,
        }


_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    r"""The text on one line, with escapes for what would end it, steer a terminal or not print.

    >>> printable("a\tb\x1b[2J")
    'a\\tb\\x1b[2J'
    """
    return _UNPRINTABLE.sub(lambda found: repr(found[0])[1:-1], text)


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those of `problems` that stop a publishing build."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """`problems` without repetitions, by file and line."""
    unique = dict.fromkeys(problems)
    return sorted(unique, key=lambda p: (p.span.path, p.span.line, p.code, p.message))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest of `known`, or all of them where none is near.

    >>> did_you_mean("purpos", ["purpose", "data"])
    'Did you mean "purpose"?'
    >>> did_you_mean("x", ["purpose", "data"])
    'Use one of: purpose, data.'
    """
    options = list(known)
    near = difflib.get_close_matches(word, options, n=1)
    if near:
        return f'Did you mean "{near[0]}"?'
    return f"Use one of: {', '.join(options)}." if options else "There is none to choose from yet."
