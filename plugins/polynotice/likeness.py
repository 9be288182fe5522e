"""How alike two texts are."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process


def likeness(text: str, others: Sequence[str]) -> list[float]:
    """For each of `others`, from 0 (nothing in common with `text`) to 1 (the same)."""
    return [
        float(score) for score in process.cdist([text], list(others), scorer=fuzz.ratio)[0] / 100
    ]
