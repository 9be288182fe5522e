"""HTML in a translation: Markdown shows it as it is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from polynotice.checks.pair import Finding, Pair
from polynotice.checks.quoting import both
from polynotice.checks.written import TAG


def raw_html(pair: Pair) -> Iterator[Finding]:
    """A translation brings no HTML of its own."""
    if pair.is_plain:
        return
    there = tags(pair.in_translation.prose, pair.translation)
    for tag in there - tags(pair.in_source.prose, pair.source):
        yield Finding(
            code="raw-html",
            message=f'The translation has the HTML "{tag}", the source does not '
            f"{both(pair, in_translation=tag)}.",
            hint="Remove it; Markdown such as **bold** may stand where the source has it.",
        )


def tags(prose: str, text: str) -> Counter[str]:
    """The tags that a reader would see in the prose that the text becomes.

    A bracket that is written `&lt;` is meant to be seen. In titles, Markdown's result has other
    brackets (`html.plain_text.without_tags`).
    """
    seen = prose.replace("\u2039", "<").replace("\u203a", ">")
    return Counter(tag[0] for tag in TAG.finditer(seen) if tag[0][:3].rstrip(">") in text)
