"""What a check is given, and what it gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from polynotice.core.characters import kind, kinds_in
from polynotice.core.conventions import Conventions
from polynotice.core.model import Text
from polynotice.core.problems import Severity
from polynotice.html.inline import Inline

if TYPE_CHECKING:
    from polynotice.checks.link_map import LinkMap
    from polynotice.checks.terms import Glossary

MARKUP = kind(r"\[\]<>`*_{}@%$\\", "://", "www.")
"""A text that has one of the signs of which markup, links or placeholders are made."""


Become = Callable[[str], Inline]
"""What an inline Markdown text becomes on a page, with the site's own Markdown."""


BecomeOf = Callable[[Text], Become]
"""What the texts of a message become: which names are links depends on the pages that say it."""


def as_written(text: str) -> Inline:
    """Stands for a Markdown that makes no element of any text."""
    return Inline(prose=text)


def all_as_written(_: Text) -> Become:
    """Stands for such a Markdown of every message."""
    return as_written


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A message's source and its translation, both inline Markdown."""

    source: str
    translation: str
    source_conventions: Conventions
    conventions: Conventions
    glossary: Glossary | None = None
    """The terms of the translation's locale, if it has any."""
    link_map: LinkMap | None = None
    """Where links lead in that locale, if not all lead where the source's do."""
    become: Become = as_written
    """What either text becomes on the pages where the message stands."""

    @cached_property
    def in_source(self) -> Inline:
        """What the source becomes."""
        return self.become(self.source)

    @cached_property
    def in_translation(self) -> Inline:
        """What the translation becomes."""
        return self.become(self.translation)

    @property
    def is_plain(self) -> bool:
        """Whether neither text has a character of which markup, links or placeholders are made."""
        return not (kinds_in(self.source) | kinds_in(self.translation)) & MARKUP

    @property
    def lang(self) -> str:
        """The translation's language."""
        return self.conventions.lang


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One mistake in a translation."""

    code: str
    """One of `polynotice.core.problem_codes.CODES`."""
    message: str
    """Quotes the offending piece of both texts."""
    hint: str
    """An example of how to fix it."""
    severity: Severity = Severity.ERROR
    can_be_waived: bool = True
    """Whether a remark may waive it, if its code is one that can be; a change of a link never."""
