"""What can be wrong, and how it is said."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from polynotice.core.model import Span


class Severity(StrEnum):
    """How much a problem matters: an error stops a publishing build, a warning is reported."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One mistake of an author, translator or site, with its place and what to do."""

    code: str
    """One of `problem_codes.CODES`."""
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
    return _UNPRINTABLE.sub(lambda match: repr(match[0])[1:-1], text)


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
    >>> did_you_mean("di", ["id", "data"]), did_you_mean("ID", ["id", "data"])
    ('Did you mean "id"?', 'Did you mean "id"?')
    """
    options = list(known)
    import difflib  # here: nearly all is spelled as it should be

    near = difflib.get_close_matches(word, options, n=1) or _of_same_letters(word, options)
    if near:
        return f'Did you mean "{near[0]}"?'
    return f"Use one of: {', '.join(options)}." if options else "There is none to choose from yet."


def _of_same_letters(word: str, options: list[str]) -> list[str]:
    """Those with the same letters in another order or case: in a short word, few are the same."""
    letters = sorted(word.lower())
    return [one for one in options if sorted(one.lower()) == letters]
