"""Checks of catalogues."""

from __future__ import annotations

from collections.abc import Sequence

from polynotice.locales import Locale
from polynotice.po_format import PoFile
from polynotice.problems import Problem
from polynotice.translation import Message


def check(
    messages: Sequence[Message], po: PoFile, one: Locale, *, path: str, incomplete_is_error: bool
) -> list[Problem]:
    return []
