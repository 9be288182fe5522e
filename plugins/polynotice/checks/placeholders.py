"""Placeholders: filled by a program, by their names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from polynotice.checks.concern import only_where
from polynotice.checks.pair import MARKUP, Finding, Pair
from polynotice.checks.pieces import Kind, compare

_PLACEHOLDER = re.compile(
    r"\{\{[^{}]+\}\}|\{[A-Za-z_]\w*\}|%\([A-Za-z_]\w*\)[sd]|%[sd](?![A-Za-z])|\$\{\w+\}"
)
_KIND = Kind(code="placeholder-mismatch", noun="placeholder")


@only_where(either=MARKUP)
def placeholders(pair: Pair) -> Iterator[Finding]:
    """Placeholders stay what they are, wherever they stand."""
    there = Counter(_PLACEHOLDER.findall(pair.in_translation.prose))
    must = Counter(_PLACEHOLDER.findall(pair.in_source.prose))
    # "%s" may be prose, as in "100 %som": the source decides whether it is a placeholder.
    there = Counter({name: n for name, n in there.items() if len(name) > 2 or name in must})
    yield from compare(_KIND, pair, there=there, must=must)
