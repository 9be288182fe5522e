"""The words of a translation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polynotice.checks.markup import words_only
from polynotice.checks.pair import Finding, Pair
from polynotice.problems import Severity

# Words that many languages share with English, and forms that none translates.
_SHARED = {
    "cookie", "cookies", "e-mail", "email", "gdpr", "id", "internet", "name", "online", "pixel",
    "pr", "public", "relations", "server", "sms", "start", "status", "web", "wi-fi",
}  # fmt: skip
_FORM = re.compile(r"[A-Z0-9][A-Z0-9._/-]*|[\d\W_]+|[A-Z][\w.-]*(?:\s+[A-Z][\w.&-]*)+")


def identical(pair: Pair) -> Iterator[Finding]:
    """A translation that repeats its source was most likely forgotten."""
    is_variety = pair.lang.split("-")[0] == pair.source_conventions.lang.split("-")[0]
    if pair.translation != pair.source or is_variety:
        return
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", words_only(pair.source))
    if all(word.lower() in _SHARED for word in words):
        return
    if _FORM.fullmatch(words_only(pair.source).strip()):
        return
    many = len(words) > 2
    yield Finding(
        code="identical-to-source",
        severity=Severity.ERROR if many else Severity.WARNING,
        message=f'The translation repeats the source: "{_short(pair.source)}".',
        hint="Translate it; if the words really are the same, write `# polynotice: ignore "
        "identical-to-source` above the entry.",
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
