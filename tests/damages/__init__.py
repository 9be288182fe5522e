"""Ways to damage a built notice, each of which the proof must find."""

from tests.damages import cells, files, hiding, rows, tables, words
from tests.damages.page import DAMAGES, Draw, Finding, parsed, replace, written

__all__ = [
    "DAMAGES", "Draw", "Finding", "cells", "files", "hiding", "parsed", "replace", "rows",
    "tables", "words", "written",
]  # fmt: skip
