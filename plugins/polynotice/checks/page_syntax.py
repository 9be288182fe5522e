"""What is only made something of in the text of a page, and shown as it is everywhere else.

A macro, an include, a box or a block of code in a record, a title or a translation never becomes
what it stands for: readers would see its signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polynotice.checks.code import without_code
from polynotice.checks.quoting import head
from polynotice.core.model import Text
from polynotice.core.problems import Severity

if TYPE_CHECKING:
    from polynotice.checks.pair import Finding, Pair

_CODE = "page-syntax"


@dataclass(frozen=True, kw_only=True)
class PageSyntax:
    """How a page asks a plugin or an extension of Markdown to put something into it."""

    pattern: str
    """A regular expression of what is written."""
    by: str
    """Who is asked: `the plugin macros`."""
    is_late: bool = False
    """Whether that is done while building: then no catalogue knows what the page comes to say."""
    is_certain: bool = True
    """Whether that is known of it: a hook may make anything of a page, or nothing."""


_IN_BACKQUOTES = r"(?:^|\s)`{3,}\s*[\w{.][^`\s]*\s[^`]*"
_OF_MARKDOWN = (
    (("!!!", "???"), r"(?:^|\s)(?:!!!|\?\?\?\+?)[ \t]+[\w\"'].*$", "a box"),
    (("~~~",), r"(?:^|\s)~{3,}[ \t]*[\w{.].*$", "a block of code"),
    ((":::",), r"(?:^|\s):::[ \t]*\w.*$", "a block"),
    (("#",), r"^#{1,6}[ \t]+\S.*$", "a heading"),
    (("[TOC]",), r"^[ \t]*\[TOC\][ \t]*$", "a table of contents"),
)
"""What is a block of its own in the Markdown of pages, with signs of which it has one: to look for
these costs a tenth. The lines of a record are one by now."""
_OF_RECORDS = ("purposes/", "data/", "sections/", "columns/", "words/")


def in_source(
    text: Text, syntaxes: Sequence[PageSyntax], *, is_of_page: bool = False
) -> Iterator[Finding]:
    """What readers would see as it is written; `is_of_page` is for what a page's Markdown says."""
    is_of_record = (text.context or "").startswith(_OF_RECORDS)
    msgid = without_code(text.msgid)
    hint = "Write what it stands for"
    if is_of_page:
        late = [one for one in syntaxes if one.is_late]
        for piece, one in _first(late, msgid):
            message = f'"{head(piece)}" is filled in while building, by {one.by}: no catalogue '
            yield _finding(message + "is asked for what it stands for.", f"{hint} into the page.")
        return
    hint = f"{hint}; in backquotes, readers see it as code." if is_of_record else f"{hint}."
    for piece, one in _first(syntaxes, msgid):
        if one.is_certain:
            message = f'"{head(piece)}" is shown as it is written: {one.by} fills in pages alone.'
            yield _finding(message, hint)
        else:
            message = f"whatever {one.by} may put in its place on pages."
            message = f'"{head(piece)}" is shown as it is written, {message}'
            yield _finding(message, hint, Severity.WARNING)
    if is_of_record:
        blocks = [
            (piece, what)
            for signs, pattern, what in _OF_MARKDOWN
            if any(sign in msgid for sign in signs)
            for piece in _all(pattern, msgid)
        ]
        if "```" in text.msgid:
            blocks += [(piece, "a block of code") for piece in _all(_IN_BACKQUOTES, text.msgid)]
        for piece, what in blocks[:1]:
            yield _finding(
                f'"{head(piece)}" is {what} on a page; here, its signs are words like others.',
                "Leave the signs out, or write it into a page, beside the table.",
            )


def in_translation(pair: Pair, syntaxes: Sequence[PageSyntax]) -> Iterator[Finding]:
    """What of it a translation has more than its source."""
    if not syntaxes or pair.is_plain:
        return
    there, source = without_code(pair.translation), without_code(pair.source)
    for one in syntaxes:
        pieces = list(_all(one.pattern, there)) if one.is_certain else []
        known = list(_all(one.pattern, source)) if pieces else []
        if len(pieces) > len(known):
            piece = next((each for each in pieces if each not in known), pieces[0])
            yield _finding(
                f'The translation has "{head(piece)}", which is shown as it is written: {one.by} '
                "fills in pages, and no translations.",
                "Write the words that the source has there.",
            )


def _first(syntaxes: Sequence[PageSyntax], text: str) -> Iterator[tuple[str, PageSyntax]]:
    """The first piece of the text that is written so: whoever corrects it sees the others."""
    matches = [(match, one) for one in syntaxes if (match := re.search(one.pattern, text))]
    if matches:
        match, one = min(matches, key=lambda each: each[0].start())
        yield match[0].strip(), one


def _all(pattern: str, text: str) -> Iterator[str]:
    return (match[0].strip() for match in re.finditer(pattern, text))


def _finding(message: str, hint: str, severity: Severity = Severity.ERROR) -> Finding:
    from polynotice.checks.pair import Finding  # here: nearly all texts are in order

    return Finding(code=_CODE, message=message, hint=hint, severity=severity, can_be_waived=False)
