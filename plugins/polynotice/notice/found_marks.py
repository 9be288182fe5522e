"""A mark of what the law asks for, as it was found on a page; `marks` says how it is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from polynotice.core.model import Span, Text


class Kind(StrEnum):
    """What a mark says, as it is written."""

    STATES = "states"
    NOT_APPLICABLE = "not applicable"
    FILL_IN = "fill in"


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A mark on a page, with what it holds for."""

    kind: Kind
    said: str
    span: Span
    texts: tuple[Text, ...] = ()
    """What the page says there, headings included."""
    is_empty: bool = False
    """Whether there is nothing but headings."""
    open_at: tuple[Span, ...] = ()
    """Where something there is still to be filled in."""
