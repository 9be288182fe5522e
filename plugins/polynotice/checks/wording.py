"""The words of a translation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polynotice.checks.identifiers import is_identifier
from polynotice.checks.pair import Finding, Pair
from polynotice.checks.quoting import both
from polynotice.checks.written import words_only
from polynotice.core.problems import Severity

# Words that many languages share with English, and forms that none translates.
_SHARED = {
    "cookie", "cookies", "e-mail", "email", "fax", "gdpr", "iban", "id", "internet", "name",
    "online", "pixel", "pr", "public", "relations", "server", "sms", "start", "status", "tel",
    "web", "wi-fi",
}  # fmt: skip
# Words of notices that make no name of what they stand in: "Customer ID" is none.
_COMMON = {
    "account", "address", "analysis", "bag", "care", "claims", "company", "contact", "content",
    "customer", "data", "date", "delivery", "details", "device", "history", "identification",
    "information", "list", "location", "messages", "news", "notice", "number", "order", "orders",
    "password", "payment", "personal", "phone", "photo", "policy", "privacy", "profile",
    "purchase", "purpose", "recordings", "relations", "security", "service", "services", "shopping",
    "site", "team", "user", "username", "video", "visit",
}  # fmt: skip
_FORM = re.compile(r"[A-Z0-9][A-Z0-9._/-]*|[\d\W_]+|[A-Z][\w.-]*(?:\s+[A-Z][\w.&-]*)+")


def identical(pair: Pair) -> Iterator[Finding]:
    """A translation that repeats its source was most likely forgotten."""
    is_variety = pair.lang.split("-")[0] == pair.source_conventions.lang.split("-")[0]
    if _plain(pair.translation) != _plain(pair.source) or is_variety:
        return
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", words_only(pair.source))
    if all(word.lower() in _SHARED for word in words):
        return
    said = words_only(pair.source).strip()
    is_form = _FORM.fullmatch(said) and not any(word.lower() in _COMMON for word in words)
    if is_form or is_identifier(said, _COMMON):
        return
    many = len(words) > 2
    yield Finding(
        code="identical-to-source",
        severity=Severity.ERROR if many else Severity.WARNING,
        message=f"The translation repeats the source {both(pair)}.",
        hint="Translate it; if the words really are the same, write `# polynotice: ignore "
        "identical-to-source` above the entry.",
    )


def _plain(text: str) -> str:
    """The text without regard to case, space and a sign at its end."""
    return " ".join(text.casefold().split()).rstrip(" .。:!?")
