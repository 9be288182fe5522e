"""Abbreviations that the page explains: a translation loses no explanation of the source."""

from __future__ import annotations

from collections.abc import Iterator

from polynotice.checks.concern import sought_by
from polynotice.checks.look import Look
from polynotice.checks.pair import Finding, Pair
from polynotice.checks.quoting import both
from polynotice.core.problems import Severity
from polynotice.html.inline import Inline


def _may_explain(look: Look) -> Iterator[int]:
    return iter(look.sources.with_elements)


@sought_by(_may_explain)
def abbreviations(pair: Pair) -> Iterator[Finding]:
    """A translation has each abbreviation of its source, or others that the page explains.

    A warning: a language may write the long form instead, or have a short form of its own.
    """
    source = _explained(pair.in_source)
    if not source:
        return
    translation = _explained(pair.in_translation)
    lost = [short for short in source if short not in translation]
    for short in lost[: max(0, len(source) - len(translation))]:
        yield Finding(
            code="markup-mismatch",
            severity=Severity.WARNING,
            message=f'The translation lacks the abbreviation "{short}", whose long form the page '
            f"shows {both(pair, short)}.",
            hint=f'Write "{short}", or the long form in its place.',
        )


def _explained(inline: Inline) -> tuple[str, ...]:
    """The abbreviations of a text that show their long form, in order, each once."""
    if not inline.elements:
        return ()
    words = (element.words for element in inline.elements if element.tag == "abbr")
    return tuple(dict.fromkeys(words))
