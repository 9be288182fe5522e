"""Code within a text, as Markdown has it: between backquotes."""

from __future__ import annotations

import re

CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)")


def without_code(text: str) -> str:
    """The text with each piece of code replaced by a space."""
    return CODE.sub(" ", text) if "`" in text else text
