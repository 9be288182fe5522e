"""What no text of a notice may bring: markup that can do more than show words.

These findings cannot be waived: whoever writes a translation may not be whom the publisher trusts.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from polynotice.checks.elements import changed, harmful, has_list
from polynotice.checks.invisible import hidden_characters, invisible
from polynotice.checks.length import MAX_SIGNS, too_long
from polynotice.checks.links import links, target_of, targets
from polynotice.checks.look import Look
from polynotice.checks.markup import markup
from polynotice.checks.pair import Become, Finding, Pair
from polynotice.checks.raw_html import quoted, tags
from polynotice.checks.written import attribute_list
from polynotice.html.addresses import is_own, is_safe, leaves
from polynotice.html.inline import Inline, is_footnote
from polynotice.html.plain_text import OF_ELEMENTS, can_become_elements


def can_be_unsafe(text: str) -> bool:
    """Whether `unsafe` may find something: not in a short text that becomes no elements."""
    return len(text) > MAX_SIGNS or can_become_elements(text)


def may_be_unsafe(look: Look) -> Iterator[int]:
    """The places of the translations in which `in_translation` may find something."""
    for place, (kinds, text) in enumerate(zip(look.kinds, look.texts, strict=True)):
        if kinds & OF_ELEMENTS and can_become_elements(text):
            yield place


def unsafe(text: str, become: Become, *, may_have_attributes: bool = True) -> Iterator[Finding]:
    """All that can run, load or hide something in what the text becomes, and HTML in its words.

    `may_have_attributes` is whether the text may have attribute lists: prose may, records may not.
    """
    if finding := too_long(text):
        yield finding
        return
    if not can_become_elements(text):
        return
    inline = become(text)
    said = set()
    for target in targets(inline):
        for finding in _unsafe_target(target):
            said.add(target)
            yield finding
    # What is said of a link says more than what is said of the element that it has become.
    yield from harmful([one for one in inline.everywhere if target_of(one) not in said])
    if not may_have_attributes:
        yield from _attributes(text, inline)
    if shown := list(tags(inline.prose, text)):
        yield Finding(
            code="raw-html",
            message=f"The text has the HTML {quoted(shown)}, which is shown as it is written.",
            hint="Write Markdown instead: **bold**, *emphasis*, [words](page.md).",
        )


def _attributes(text: str, inline: Inline) -> Iterator[Finding]:
    piece = attribute_list(text)
    for element in inline.everywhere:
        if has_list(element, is_written=bool(piece)) and not is_footnote(element):
            what = f'"{piece}" becomes' if piece else "A piece in curly brackets becomes"
            message = f"{what} the attributes of {element}, and tables take none."
            yield _final(message, "Remove it, or use other brackets.")
            return


def _unsafe_target(target: str) -> Iterator[Finding]:
    plain = target.removeprefix("!")
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
    findings = list(unsafe(text, become, may_have_attributes=may_have_attributes))
    yield from findings
    yield from invisible(text, lang, "text")
    if any(map(_is_final, findings)) or not can_become_elements(text):
        return
    for target in targets(become(text)):
        if leaves(target.removeprefix("!"), depth):
            yield _final(f'"{target}" leads out of the site.', "Lead to a page or file of docs/.")


def in_translation(pair: Pair, *, may_have_attributes: bool) -> Iterator[Finding]:
    """All that is unsafe in a translation, but for what the checks of every translation find."""
    if not can_be_unsafe(pair.translation):
        return
    findings = unsafe(pair.translation, pair.become, may_have_attributes=may_have_attributes)
    final = list(filter(_is_final, findings))
    yield from final
    if not final and can_become_elements(pair.translation):
        source, there = pair.in_source.everywhere, pair.in_translation.everywhere
        yield from changed(source, there, pair.link_map)


def must_not_be_shown(pair: Pair, *, may_have_attributes: bool) -> bool:
    """Whether not even a preview may show the translation."""
    findings = [
        in_translation(pair, may_have_attributes=may_have_attributes),
        hidden_characters(pair),
    ]
    if can_become_elements(pair.source) or can_become_elements(pair.translation):
        findings += [links(pair), markup(pair)]
    return any(map(_is_final, chain.from_iterable(findings)))


def _is_final(finding: Finding) -> bool:
    return not finding.can_be_waived
