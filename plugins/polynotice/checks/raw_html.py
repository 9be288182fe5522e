"""HTML in a translation: Markdown shows it as it is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from polynotice.checks.concern import only_where
from polynotice.checks.pair import MARKUP, Finding, Pair
from polynotice.checks.quoting import both
from polynotice.checks.written import TAG


@only_where(either=MARKUP)
def raw_html(pair: Pair) -> Iterator[Finding]:
    """A translation brings no HTML of its own."""
    there = tags(pair.in_translation.prose, pair.translation)
    own = list(there - tags(pair.in_source.prose, pair.source))
    if own:
        yield Finding(
            code="raw-html",
            message=f"The translation has the HTML {quoted(own)}, the source does not "
            f"{both(pair, in_translation=own[0])}.",
            hint="Remove it; Markdown such as **bold** may stand where the source has it.",
        )


def quoted(pieces: Sequence[str]) -> str:
    """Tags in quotation marks: of many, as in a table, the first ones and how many more.

    >>> quoted(["<b>", "</b>"]), quoted(["<table>", "<tr>", "<td>", "</td>"])
    ('"<b>", "</b>"', '"<table>", "<tr>" and 2 more tags')
    """
    first = ", ".join(f'"{tag}"' for tag in pieces[:_QUOTED])
    more = len(pieces) - _QUOTED
    return f"{first} and {more} more tag{'s' if more > 1 else ''}" if more > 0 else first


_QUOTED = 2


def tags(prose: str, text: str) -> Counter[str]:
    """The tags that a reader would see in the prose that the text becomes.

    A bracket that is written `&lt;` is meant to be seen. In titles, Markdown's result has other
    brackets (`html.plain_text.without_tags`).
    """
    seen = prose.replace("\u2039", "<").replace("\u203a", ">")
    return Counter(tag[0] for tag in TAG.finditer(seen) if tag[0][:3].rstrip(">") in text)
