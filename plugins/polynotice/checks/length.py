"""How long a text may be: none of a notice is refused for that, and some would take for ever."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polynotice.checks.pair import Finding

MAX_CHARACTERS = 10_000
MAX_SIGNS = 400
"""Of one text. Markdown's time grows with the square of what opens and never closes."""

_SIGNS = re.compile(r"[\[`{<*_!\\]")


def is_too_long(text: str) -> bool:
    """Whether a text is refused for its length: what it would become may take minutes to find."""
    return too_long(text) is not None


def too_long(text: str) -> Finding | None:
    """What is wrong with the length of a text, if it is too long."""
    signs = len(_SIGNS.findall(text)) if len(text) > MAX_SIGNS else 0
    if len(text) <= MAX_CHARACTERS and signs <= MAX_SIGNS:
        return None
    from polynotice.checks.pair import Finding  # here: nearly all texts are in order

    return Finding(
        code="too-long",
        message=f"The text has {len(text):,} characters, {signs:,} of them signs of Markdown.",
        hint=f"Divide it: {MAX_CHARACTERS:,} and {MAX_SIGNS} are the limits.",
        can_be_waived=False,
    )
