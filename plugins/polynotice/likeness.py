"""How alike two texts are."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz


def likeness(text: str, others: Sequence[str]) -> list[float]:
    """For each of `others`, from 0 (nothing in common with `text`) to 1 (the same)."""
    return [fuzz.ratio(text, other) / 100 for other in others]
