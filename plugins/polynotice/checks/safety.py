"""What no text of a notice may bring: markup that can do more than show words.

These findings cannot be waived: whoever writes a translation may not be whom the publisher trusts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from polynotice.checks.elements import changed, harmful, has_list
from polynotice.checks.invisible import hidden_characters, invisible
from polynotice.checks.links import links
from polynotice.checks.markup import markup
from polynotice.checks.pair import Become, Finding, Pair
from polynotice.checks.written import tags, targets
from polynotice.html.addresses import is_own, is_safe, leaves
from polynotice.html.elements import Element
from polynotice.html.plain_text import can_become_elements

MAX_CHARACTERS = 10_000
MAX_SIGNS = 400
"""Of one text. Markdown's time grows with the square of what opens and never closes."""

_SIGNS = re.compile(r"[\[`{<*_!\\]")
_MARKUP = re.compile(r"[\[<{]|://|www\.")
_HANDLER = re.compile(
    r"\{[^{}]*?\b(?:on\w+|style|srcdoc|srcset|formaction|action|ping|hidden|popover|href|src)\b"
    r"[^{}]*\}",
    re.IGNORECASE,
)
_ATTRIBUTES = re.compile(r"\{:?\s*(?:[#.]|[\w-]+=)[^{}]*\}|\{:[^{}]*\}")


def unsafe(text: str, *, may_have_attributes: bool = True) -> Iterator[Finding]:
    """Links that run or load something, handlers of events, and HTML.

    `may_have_attributes` is whether the text may have attribute lists: prose may, records may not.
    """
    if too_long := _too_long(text):
        yield too_long
        return
    if not _MARKUP.search(text):
        return
    for target in targets(text):
        yield from _unsafe_target(target)
    for handler in _HANDLER.finditer(text):
        yield _final(f'The attributes "{handler[0]}" can run or hide something.', "Remove them.")
    if not may_have_attributes and (found := _ATTRIBUTES.search(text)):
        message = f'The text has the attributes "{found[0]}", which tables do not take.'
        yield _final(message, "Remove them.")
    for tag in dict.fromkeys(tags(text)):
        yield Finding(
            code="raw-html",
            message=f'The text has the HTML "{tag}", which is shown as it is written.',
            hint="Write Markdown instead: **bold**, *emphasis*, [words](page.md).",
        )


def _too_long(text: str) -> Finding | None:
    signs = len(_SIGNS.findall(text)) if len(text) > MAX_SIGNS else 0
    if len(text) <= MAX_CHARACTERS and signs <= MAX_SIGNS:
        return None
    return Finding(
        code="too-long",
        message=f"The text has {len(text):,} characters, {signs:,} of them signs of Markdown.",
        hint=f"Divide it: {MAX_CHARACTERS:,} and {MAX_SIGNS} are the limits.",
        can_be_waived=False,
    )


def _unsafe_target(target: str) -> Iterator[Finding]:
    plain = target.removeprefix("!")
    if plain.startswith("["):
        return  # a reference: where it leads is the page's affair
    if not is_safe(plain):
        hint = "Lead to a page of the notice, or to an http, https, mailto or tel address."
        yield _final(f'The link to "{target}" can run or load something.', hint)
    elif target.startswith("!") and not is_own(plain):
        message = f'The image "{plain}" is loaded from another site, which then knows of the visit.'
        yield _final(message, "Keep a copy of it in docs/, and show that.")


def _final(message: str, hint: str) -> Finding:
    return Finding(code="unsafe-markup", message=message, hint=hint, can_be_waived=False)


def in_source(
    text: str, lang: str, become: Become, *, may_have_attributes: bool, depth: int
) -> Iterator[Finding]:
    """All that is unsafe in a text of the source, in the language `lang`.

    `depth` is how many folders deep the site's deepest page is.
    """
    found = list(unsafe(text, may_have_attributes=may_have_attributes))
    yield from found
    yield from invisible(text, lang, "text")
    if any(map(_is_final, found)) or not can_become_elements(text):
        return
    for target in targets(text):
        if leaves(target.removeprefix("!"), depth):
            yield _final(f'"{target}" leads out of the site.', "Lead to a page or file of docs/.")
    yield from _harm(become(text).everywhere, may_have_attributes=may_have_attributes)


def _harm(elements: Sequence[Element], *, may_have_attributes: bool) -> Iterator[Finding]:
    yield from harmful(elements)
    if not may_have_attributes:
        for element in filter(has_list, elements):
            message = f"A piece in curly brackets becomes the attributes of {element}."
            yield _final(message, "Use other brackets: tables take no attributes.")
            return


def in_translation(pair: Pair, *, may_have_attributes: bool) -> Iterator[Finding]:
    """All that is unsafe in a translation, but for what the checks of every translation find."""
    found = unsafe(pair.translation, may_have_attributes=may_have_attributes)
    told = list(filter(_is_final, found))
    yield from told
    if told or not can_become_elements(pair.translation):
        return
    there = pair.in_translation.everywhere
    harm = list(_harm(there, may_have_attributes=may_have_attributes))
    yield from harm or changed(pair.in_source.everywhere, there, pair.link_map)


def must_not_be_shown(pair: Pair, *, may_have_attributes: bool) -> bool:
    """Whether not even a preview may show the translation."""
    found = chain(
        in_translation(pair, may_have_attributes=may_have_attributes),
        hidden_characters(pair),
        links(pair),
        markup(pair),
    )
    return any(map(_is_final, found))


def _is_final(finding: Finding) -> bool:
    return not finding.can_be_waived
