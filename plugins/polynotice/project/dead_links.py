"""Links of pages and records that lead to nothing on the site."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from polynotice.checks.completeness import record_of
from polynotice.checks.length import is_too_long
from polynotice.core.model import Span, Text
from polynotice.core.problem_codes import CODES
from polynotice.core.problems import Problem, Severity
from polynotice.core.translation import Message
from polynotice.html.elements import Element
from polynotice.html.inline import is_footnote
from polynotice.pages.links import LinkTargets, path_from
from polynotice.pages.page_context import SourcePage
from polynotice.project.message_markdown import MessageMarkdown


@dataclass(frozen=True, kw_only=True)
class DeadLinks:
    """Looks for what the links of the source lead to; translations lead where it does."""

    targets: LinkTargets
    pages: dict[str, SourcePage]
    """By their paths below `docs/`."""
    markdown: MessageMarkdown
    anchors_of: Callable[[str], Collection[str]]
    """What a link can lead to within a page."""

    def problems(self, messages: Iterable[Message]) -> Iterator[Problem]:
        """One warning for each address of a message that leads to nothing, as in MkDocs."""
        for message in messages:
            text = message.text
            said_on = self.markdown.said_on.get(text.key, ())
            if not said_on or not _may_have_links(text.msgid) or is_too_long(text.msgid):
                continue
            elements = self.markdown.become_of(text)(text.msgid).elements
            for address in dict.fromkeys(filter(None, map(_address, elements))):
                mistakes = (self._wrong(address, page) for page in said_on)
                if wrong := next(filter(None, mistakes), None):
                    yield Problem(
                        code=DEAD_LINK,
                        severity=Severity.WARNING,
                        span=self._place(text, address),
                        record=record_of(text.context),
                        message=f'The link to "{address}" leads to nothing: {wrong[0]}',
                        hint=wrong[1],
                    )

    def _wrong(self, address: str, page: str) -> tuple[str, str] | None:
        """What is wrong with an address on a page, and what to do; `None` if nothing is."""
        targets = self.targets
        link = targets.find(address, page)
        if link is None:
            is_path = address.startswith("/") and targets.is_from_docs
            if is_path:
                return self._missing(unquote(urlsplit(address).path).lstrip("/"), page)
            return self._without_part(address[1:], page) if address.startswith("#") else None
        if link.is_page:
            return self._without_part(link.url.fragment, link.file)
        return None if link.file in targets.files else self._missing(link.file, page)

    def _missing(self, file: str, page: str) -> tuple[str, str] | None:
        targets = self.targets
        is_known = targets.has_all_files or file.endswith(".md")
        if "not_found" in targets.ignored or not is_known:
            return None
        near = difflib.get_close_matches(file, [*targets.pages, *targets.files], n=1, cutoff=0.75)
        hint = f'Did you mean "{path_from(page, near[0])}"?' if near else _CORRECT
        return f'the site has no "{file}".', hint

    def _without_part(self, name: str, page: str) -> tuple[str, str] | None:
        """What is wrong with the name of a part; scripts and themes have their own (`__search`)."""
        if not name or name.startswith(("__", ":~:")) or "anchors" in self.targets.ignored:
            return None
        known = self.anchors_of(page)
        if name in known or unquote(name) in known:
            return None
        near = difflib.get_close_matches(name, sorted(known), n=1)
        hint = f'Did you mean "#{near[0]}"?' if near else _CORRECT
        return f'"{page}" has no part with the id "{name}".', hint

    def _place(self, text: Text, address: str) -> Span:
        """The line of the address, which need not be the first of its text."""
        for page in self.pages.values():
            if page.path == text.span.path:
                lines = page.body.split("\n")
                spans = (page.span(number) for number, line in enumerate(lines) if address in line)
                return next((one for one in spans if one.line >= text.span.line), text.span)
        return text.span


DEAD_LINK = CODES["dead-link"].name
_CORRECT = "Correct the link, or take it out."


def _may_have_links(text: str) -> bool:
    return "[" in text or "<" in text


def _address(element: Element) -> str:
    attributes = dict(element.attributes)
    if element.tag == "img":
        return attributes.get("src", "")
    return "" if element.tag != "a" or is_footnote(element) else attributes.get("href", "")
