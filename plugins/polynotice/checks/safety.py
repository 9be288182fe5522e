"""What no text of a notice may bring: markup that can do more than show words.

These findings cannot be waived: whoever writes a translation may not be whom the publisher trusts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polynotice.checks.markup import tags, targets
from polynotice.checks.pair import Finding

_MARKUP = re.compile(r"[\[<{]")
_SCHEME = re.compile(r"^[\s\x00-\x20]*([a-z][a-z0-9+.\s-]*):", re.IGNORECASE)
_SAFE_SCHEMES = {"http", "https", "mailto", "tel"}
_HANDLER = re.compile(r"\{[^}]*\b(on\w+|style|srcdoc|formaction)\s*=[^}]*\}", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"\{:?\s*(?:[#.]|[\w-]+=)[^}]*\}")


def unsafe(text: str, *, may_have_attributes: bool = True) -> Iterator[Finding]:
    """Links that run or load something, handlers of events, and HTML.

    `may_have_attributes` is whether the text may have attribute lists: prose may, records may not.
    """
    if not _MARKUP.search(text):
        return
    for target in targets(text):
        plain = re.sub(r"[\s\x00-\x1f]", "", target.lstrip("!"))
        scheme = _SCHEME.match(plain)
        if (scheme and scheme[1].lower() not in _SAFE_SCHEMES) or plain.startswith(("//", "\\")):
            yield Finding(
                code="unsafe-markup",
                message=f'The link to "{target}" can run or load something.',
                hint="Lead to a page of the notice, or to an http, https, mailto or tel address.",
            )
    for handler in _HANDLER.finditer(text):
        yield Finding(
            code="unsafe-markup",
            message=f'The attributes "{handler[0]}" can run or hide something.',
            hint="Remove them.",
        )
    if not may_have_attributes and (found := _ATTRIBUTES.search(text)):
        yield Finding(
            code="unsafe-markup",
            message=f'The text has the attributes "{found[0]}", which tables do not take.',
            hint="Remove them.",
        )
    for tag in dict.fromkeys(tags(text)):
        yield Finding(
            code="raw-html",
            message=f'The text has the HTML "{tag}", which is shown as it is written.',
            hint="Write Markdown instead: **bold**, *emphasis*, [words](page.md).",
        )
