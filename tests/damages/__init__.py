"""Ways to damage a built notice, each of which must be found."""

from tests.damages import cells, files, hiding, rows, tables, words
from tests.damages.page import DAMAGES, Draw, Finding, parsed, replace, written

__all__ = [
    "DAMAGES", "Draw", "Finding", "cells", "files", "hiding", "parsed", "replace", "rows",
    "tables", "words", "written",
]  # fmt: skip
