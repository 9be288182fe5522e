"""Links, images, footnotes and addresses: a translation leads where its source leads.

What leads where is Markdown's to say, with the definitions of the page: a link may be written out
(`[words](page.md)`), refer to a definition (`[words][name]`, `[name][]`, `[name]`), or be a bare
address between angle brackets.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from polynotice.checks.concern import only_where
from polynotice.checks.pair import MARKUP, Finding, Pair
from polynotice.checks.pieces import Kind, compare
from polynotice.checks.quoting import both
from polynotice.checks.written import BARE_ADDRESS, piece_with, translated
from polynotice.html.elements import Element
from polynotice.html.inline import Inline, is_footnote
from polynotice.html.plain_text import OMITTED

# Where a link leads is the publisher's word, whatever a translator remarks. A footnote is on the
# page, and has words of its own to translate.
_LINK = Kind(code="link-mismatch", noun="link to", is_publishers=True)
_FOOTNOTE = Kind(code="link-mismatch", noun="footnote")
_ADDRESS = Kind(code="link-mismatch", noun="address", is_publishers=True)


def targets(inline: Inline) -> Counter[str]:
    """Every place that a link of the text leads to, or that an image is loaded from (`!…`)."""
    return Counter(filter(None, map(target_of, inline.elements)))


def target_of(element: Element) -> str:
    """Where the element leads; nothing, if it is no link and no image."""
    attributes = dict(element.attributes)
    if element.tag == "img":
        return f"!{attributes.get('src', '')}"
    return "" if element.tag != "a" or is_footnote(element) else attributes.get("href", "")


def footnotes(inline: Inline) -> Counter[str]:
    """Every footnote that the text refers to, as it does so."""
    return Counter(_footnote(element) for element in inline.elements if is_footnote(element))


# A number is there where the pages of a site may not share the names of their footnotes.
_BEFORE_NAME = re.compile(r"#fn[:-](?:\d+-)?")


def _footnote(element: Element) -> str:
    return f"[^{_BEFORE_NAME.sub('', dict(element.attributes).get('href', ''), count=1)}]"


def addresses(inline: Inline) -> Counter[str]:
    """Every address in the text that is no link, but read as it is."""
    return Counter(match[0].rstrip(".,;:!?") for match in BARE_ADDRESS.finditer(inline.prose))


@only_where(either=MARKUP)
def links(pair: Pair) -> Iterator[Finding]:
    """Links may stand in another order, but lead to the same places."""
    if pair.is_plain:
        return
    source, translation = pair.in_source, pair.in_translation
    there, must = targets(translation), targets(source)
    yield from _redirected(pair, there, must)
    yield from compare(
        replace(
            _LINK, example=lambda target: translated(_piece(pair, pair.source, target), target)
        ),
        pair,
        there=there,
        must=must,
        written=lambda text, target: _written(pair, text, target),
    )
    yield from compare(_FOOTNOTE, pair, there=footnotes(translation), must=footnotes(source))
    there, must = addresses(translation), addresses(source)
    yield from _redirected(pair, there, must)
    yield from compare(_ADDRESS, pair, there=there, must=must)
    yield from _wordless(pair)


def _written(pair: Pair, text: str, target: str) -> str:
    """What is to be seen in the text of a link that leads there: its target, or all of it."""
    bare = target.removeprefix("!")
    return bare if not bare or bare in text else _piece(pair, text, target)


def _piece(pair: Pair, text: str, target: str) -> str:
    """How the text writes the link that leads there, as Markdown understands it."""
    return piece_with(text, lambda piece: targets(pair.become(piece)) == Counter([target]))


def _redirected(pair: Pair, there: Counter[str], must: Counter[str]) -> Iterator[Finding]:
    """Each link to where the source leads, although the locale has another place for it."""
    if (link_map := pair.link_map) is None:
        return
    for redirection in link_map.apply(there, must):
        source, target = redirection.source, redirection.target
        yield Finding(
            code="link-mismatch",
            message=f'The translation has "{source}", as the source; in this language that is '
            f'"{target}" {both(pair, source, source)}.',
            hint=f'Write "{target}", as {link_map.path}:{redirection.line} says.',
        )


def _wordless(pair: Pair) -> Iterator[Finding]:
    """Each link or image that has words in the source, and none in the translation."""
    known = targets(pair.in_source)
    for target in _without_words(pair.in_translation) - _without_words(pair.in_source):
        if target in known:
            written = _written(pair, pair.source, target), _written(pair, pair.translation, target)
            example = translated(_piece(pair, pair.source, target), target)
            yield Finding(
                code="link-mismatch",
                message=f'The link to "{target}" has no words {both(pair, *written)}.',
                hint=f"Put the words between its brackets: {example}.",
            )


_WORD = re.compile(rf"[^\W_]|{OMITTED}")


def _without_words(inline: Inline) -> Counter[str]:
    """Where the links of a text lead that a reader sees nothing of."""
    silent = (element for element in inline.elements if not _WORD.search(element.words))
    return Counter(filter(None, map(target_of, silent)))
