"""The words of a translation."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from polynotice.checks.concern import sought_by
from polynotice.checks.identifiers import is_identifier, names_a_part
from polynotice.checks.look import Look
from polynotice.checks.pair import Finding, Pair
from polynotice.checks.quoting import both
from polynotice.checks.written import as_read, words_only
from polynotice.core.conventions import Conventions
from polynotice.core.problems import Severity

# Words that many languages share with English, and forms that none translates.
_SHARED = {
    "cookie", "cookies", "e-mail", "email", "fax", "gdpr", "iban", "id", "internet", "name", "ok",
    "online", "phishing", "pixel", "pr", "public", "relations", "server", "sms", "start", "status",
    "tel", "web", "wi-fi",
}  # fmt: skip
_COGNATES = {
    "de": {"information", "navigation", "religion", "service", "services", "version"},
    "fr": {
        "communication", "communications", "contact", "contacts", "description", "documents",
        "exceptions", "introduction", "investigation", "message", "messages", "navigation",
        "notifications", "publication", "questions", "religion", "service", "services",
        "transmission", "version",
    },
    "it": {"privacy"},
    "nl": {"contact", "content", "gender", "privacy", "service", "services"},
    "ro": {"accept", "contact", "important"},
}  # fmt: skip
"""Words that a language writes as English does, letter for letter."""

# Words of notices that make no name of what they stand in: "Customer ID" is none.
_COMMON = {
    "about", "account", "address", "analysis", "bag", "care", "claims", "company", "contact",
    "content", "customer", "data", "date", "delivery", "details", "device", "help", "here",
    "history", "home", "identification", "information", "learn", "legal", "list", "location",
    "messages", "more", "news", "notice", "number", "opt", "order", "orders", "password",
    "payment", "personal", "phone", "photo", "policy", "privacy", "profile", "purchase", "purpose",
    "recordings", "relations", "rights", "security", "service", "services", "shopping", "site",
    "support", "team", "terms", "us", "user", "username", "video", "visit", "website",
}  # fmt: skip
_FORM = re.compile(
    r"[A-Z0-9][A-Z0-9._/-]*|[\d\W_]+|[A-Z][\w.-]*(?:\s+[A-Z][\w.&-]*)+|[A-Z]\w*(?:-[A-Z]\w*)+"
    r"|[“\"«„][A-Z][\w.&-]*(?:\s+[A-Z][\w.&-]*)*[”\"»“]"
    # A register's number, such as "DE 165 893 430".
    r"|(?=\D*\d)(?:[A-Z]{1,4}|[\d./-]+)(?:\s+(?:[A-Z]{1,4}|[\d./-]+))*"
)
_PRODUCT = re.compile(
    r"(?:(?:Apple|Google|Microsoft|Mozilla|Adobe|Samsung)\s+)?"
    r"(?:Acrobat|Android|Bluetooth|Chrome|Debian|Edge|Fedora|Firefox|Internet Explorer|Java|Linux|"
    r"Office|Opera|Outlook|Python|Safari|Thunderbird|Ubuntu|Windows(?: Server)?|Analytics"
    r"|[a-z]{1,3}[A-Z]\w*)\s+v?\d[\d.]*(?:\s?[A-Z]{2,5})?"
)
"""A program with its version: "Windows 11", "iOS 17", "Windows 10 LTSC"."""

_NAME_WITH_VERSION = re.compile(
    r"[A-Z][\w.-]*(?:\s+[A-Z][\w.&-]*)+\s+v?(?!(?:19|20)\d\d$)\d+(?:\.\d+)*"
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ONE_LINK = re.compile(r"\[([^\[\]]+)\]\((https?://[^\s)]+)\)")


def _may_repeat(look: Look) -> Iterator[int]:
    begins, sources = look.sources.each(_beginning), look.sources.each(_plain)
    for place, (begin, text) in enumerate(zip(begins, look.texts, strict=True)):
        first = text[:1]
        is_other = begin and first.isalnum() and begin not in (first, first.casefold()[:1])
        if not is_other and _plain(text) == sources[place]:
            yield place


@sought_by(_may_repeat)
def identical(pair: Pair) -> Iterator[Finding]:
    """A translation that repeats its source was most likely forgotten."""
    is_variety = pair.lang.split("-")[0] == pair.source_conventions.lang.split("-")[0]
    if is_variety or _plain(pair.translation) != _plain(pair.source):
        return
    text = html.unescape(words_only(pair.source))
    words = [
        word
        for token in text.split()
        if not _is_for_machines(token)
        for word in _WORD.findall(token)
    ]
    shared = _SHARED | _COGNATES.get(pair.lang.split("-")[0], set())
    if all(word.lower() in shared for word in words):
        return
    read = html.unescape(as_read(pair.source)).strip()
    is_name = _is_name(read, pair.source) and not _has_common(words)
    if is_name or _PRODUCT.fullmatch(read.rstrip(".")) or is_identifier(read, _COMMON):
        return
    pieces = [piece.strip() for piece in _LISTED.split(text.rstrip(" ."))]
    if all(map(_is_code, pieces)) and not (_has_common(words) or names_a_part(read)):
        return
    many = len(words) > 2 and not (len(pieces) > 1 and _may_be_names(pieces, words))
    yield Finding(
        code="identical-to-source",
        severity=Severity.ERROR if many else Severity.WARNING,
        message=f"The translation repeats the source {both(pair)}.",
        hint="Translate it; if the words really are the same, write `# polynotice: ignore "
        "identical-to-source` above the entry.",
    )


def _beginning(text: str, _: Conventions) -> str:
    """The letter or digit with which a text begins, in small; nothing if it is another sign."""
    first = text.lstrip()[:1]
    return first.casefold()[:1] if first.isalnum() else ""


def _plain(text: str, _: Conventions | None = None) -> str:
    """The text without regard to case, space and a sign at its end."""
    return " ".join(text.casefold().split()).rstrip(" .。:!?")


_LISTED = re.compile(r"[,;·|\n]")
_CODE = re.compile(
    r"[A-Z0-9][A-Z0-9._/:-]*(?:\s+(?:[A-Z]{1,6}|v?\d[\d./:-]*))*(?:\s+Type\s+[IVX]+)?"
)
"""An acronym, a standard or the like: "PHPSESSID", "DIN EN ISO 9001:2015", "SOC 2 Type II"."""


def _is_code(piece: str) -> bool:
    is_name = " " not in piece and _is_for_machines(piece)
    return is_name or _CODE.fullmatch(piece) is not None


def _may_be_names(pieces: list[str], words: list[str]) -> bool:
    """Whether a list may be one of names: "Google Analytics, Matomo, iOS"."""
    is_each = all(piece and (_is_for_machines(piece) or piece[0].isupper()) for piece in pieces)
    return is_each and not _has_common(words) and all(len(piece.split()) <= 3 for piece in pieces)


def _is_for_machines(token: str) -> bool:
    """Whether that is a name for machines: client_id, sessionId, terms_en.html.

    >>> [_is_for_machines(token) for token in ("client_id.", "shopId", "my.html", "data.", "e.g.")]
    [True, True, True, False, False]
    >>> [_is_for_machines(token) for token in ("_ga,", "_emphasis_", "__strong__.")]
    [True, False, False]
    """
    whole = token.strip(_AROUND)
    name = whole.strip("*_")
    parts = name.split(".")
    has_dots = len(parts) > 1 and all(len(part) > 1 for part in parts)
    is_private = whole.startswith("_") and not whole.endswith("_")
    return "_" in name or is_private or has_dots or _CAMEL.match(name) is not None


_AROUND = ".,;:()\"'“”„«»"
_CAMEL = re.compile(r"[a-z]+[A-Z]")


def _has_common(words: list[str]) -> bool:
    return any(part in _COMMON for word in words for part in word.lower().split("-"))


def _is_name(read: str, source: str) -> bool:
    """Whether a text reads as a name, or is a link to another site that has its name."""
    if _FORM.fullmatch(read):
        return True
    if _NAME_WITH_VERSION.fullmatch(read):
        return not names_a_part(read)
    link = _ONE_LINK.fullmatch(source.strip())
    if not link:
        return False
    words, address = _WORD.findall(link[1]), link[2].lower()
    of_the_site = [word for word in words if len(word) > 3 and word[:4].lower() in address]
    others = [word for word in words if word not in of_the_site and word.islower()]
    return bool(of_the_site) and not others
