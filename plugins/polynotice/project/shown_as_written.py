"""Messages with signs of which only the text of a page is made something."""

from __future__ import annotations

from collections.abc import Iterable

from polynotice.checks import page_syntax
from polynotice.checks.completeness import record_of
from polynotice.checks.length import is_too_long
from polynotice.core.problems import Problem
from polynotice.core.translation import Message
from polynotice.project.project import Site


def shown_as_written(site: Site, messages: Iterable[Message]) -> Iterable[Problem]:
    """What messages have that is only made something of in the text of a page."""
    others = {text.key for page in site.pages for text in page.words.values()}
    others |= {text.key for text in site.words}
    # What is too long to be read is an error already.
    for message in (one for one in messages if not is_too_long(one.text.msgid)):
        text = message.text
        is_of_page = text.context is None and text.key not in others
        for finding in page_syntax.in_source(text, site.page_syntaxes, is_of_page=is_of_page):
            yield Problem(
                code=finding.code,
                severity=finding.severity,
                span=text.span,
                record=record_of(text.context),
                message=finding.message,
                hint=finding.hint,
            )
