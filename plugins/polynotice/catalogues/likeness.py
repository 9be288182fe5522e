"""How alike two texts are."""

from __future__ import annotations

from collections.abc import Sequence


def likeness(text: str, others: Sequence[str]) -> list[float]:
    """For each of `others`, from 0 (nothing in common with `text`) to 1 (the same)."""
    from rapidfuzz import fuzz  # here, for only an update needs it: a build starts sooner

    return [fuzz.ratio(text, other) / 100 for other in others]
