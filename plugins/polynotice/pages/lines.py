"""Lines of texts that Python-Markdown has read, which keeps none."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property


class Lines:
    """Finds the line of a page's body in which a text stands.

    Each text is searched for from where the last one was found.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._cursor = 0

    def line_of(self, text: str) -> int:
        """The line, from 0, that has the first line of `text` in it, or most of its beginning."""
        wanted = text.strip().split("\n", 1)[0].split()
        order: list[int] = [*range(self._cursor, len(self._lines)), *range(self._cursor)]
        while wanted:
            # Tabs and comments come out of Markdown otherwise than they were written.
            beginning = " ".join(wanted)
            for number in order:
                if beginning in self._squeezed[number]:
                    self._cursor = number
                    return number
            wanted = wanted[: len(wanted) // 2]
        return self._cursor

    @cached_property
    def _squeezed(self) -> list[str]:
        return [" ".join(line.split()) for line in self._lines]
