"""The values that flow through Polynotice: what was written, and what is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

import msgspec

Key = tuple[str | None, str]
"""What a catalogue finds a translation by: `(context, msgid)`."""


@dataclass(frozen=True, order=True)
class Span:
    """A place in a file that a person edits."""

    path: str
    """Relative to the project's folder, with forward slashes."""
    line: int = 1
    """From 1."""


@dataclass(frozen=True, kw_only=True)
class Text:
    """What a person wrote, in the source language."""

    msgid: str
    """Inline Markdown."""
    span: Span
    context: str | None = None
    """The message's context in a catalogue; `None` for page prose."""
    comment: str = ""
    """Where the text stands and what it is, for a translator."""

    @property
    def key(self) -> Key:
        """What a catalogue finds the text's translation by."""
        return (self.context, self.msgid)


TEMPLATE_CONTEXT = "site/template"
"""The context of what a notice's own templates have translated."""

HTML_CONTEXTS = frozenset(
    {
        TEMPLATE_CONTEXT,
        "site/copyright",
        "site/extra.consent.description",
        "site/extra.analytics.feedback.ratings.note",
    }
)
"""The contexts of the texts that are HTML, because themes print them so."""


class State(StrEnum):
    """How a phrase came about."""

    SOURCE = "source"
    TRANSLATED = "translated"
    FUZZY = "fuzzy"
    MISSING = "missing"

    @property
    def is_final(self) -> bool:
        """Whether a reader of the phrase's locale may be shown it as the notice's own words."""
        return self in (State.SOURCE, State.TRANSLATED)


class Phrase(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a reader sees: a text in one language, and how sure that is.

    A build makes sixty thousand: as a struct, at a tenth of the cost.
    """

    text: str
    """Inline Markdown."""
    lang: str
    """BCP 47 id of the language that `text` is in."""
    state: State
    note: str = ""
    """What a preview says to a translator about it."""


@dataclass(frozen=True, kw_only=True)
class DataGroup:
    """Kinds of personal data that belong together, such as contact data."""

    id: str
    name: Text
    span: Span


@dataclass(frozen=True, kw_only=True)
class DataCategory:
    """A kind of personal data that purposes name."""

    id: str
    name: Text
    description: Text | None = None
    special: bool = False
    """Whether it is one of the special categories of GDPR Art. 9(1)."""
    group: str | None = None
    """Id of the group that it belongs to."""
    span: Span


@dataclass(frozen=True, kw_only=True)
class Value:
    """What a record says in one field: a text, or a list of texts."""

    texts: tuple[Text, ...]
    is_list: bool = False


@dataclass(frozen=True, kw_only=True)
class Purpose:
    """A record: for what purpose which personal data is processed."""

    id: str
    title: Text | None = None
    fields: Mapping[str, Value]
    """`purpose`, `personal_data` and any optional columns, by field name."""
    data: tuple[str, ...] = ()
    """Ids of data categories."""
    formerly: tuple[str, ...] = ()
    """The ids that it had in earlier releases."""
    effective: date | None = None
    """The day from which on it applies, if that is not the day of its release."""
    legal_basis_ids: tuple[str, ...] = ()
    """Of the tool's vocabulary, such as `gdpr-6-1-a`."""
    span: Span


@dataclass(frozen=True, kw_only=True)
class Section:
    """Purposes that stand together."""

    id: str
    title: Text | None = None
    purposes: tuple[Purpose, ...]
    span: Span


@dataclass(frozen=True, kw_only=True)
class Notice:
    """Every record of a project, in order, with the words that the tables around them need."""

    sections: tuple[Section, ...] = ()
    categories: tuple[DataCategory, ...] = ()
    groups: tuple[DataGroup, ...] = ()
    """Of the categories; none where they are one list."""
    words: Mapping[str, Text] = field(default_factory=dict)
    """The plugin's own words in the source language: `WORDS`, as the project has set them."""
    broken: frozenset[str] = frozenset()
    """Ids of records with a mistake, which are left out; to name them is no second mistake."""
    has_unread: bool = False
    """Whether there are records that could not be read at all, so that nobody knows their ids."""
    as_of: date | None = None
    """The day for which it is shown; without one, nobody knows what applies already."""
    has_tags: bool = True
    """Whether kinds of data are links beside a text of a purpose's own."""

    def applies_later(self, purpose: Purpose) -> bool:
        """Whether what is shown has to say from when on the record applies."""
        day = purpose.effective
        return day is not None and (self.as_of is None or self.as_of < day)

    def may_have(self, record_id: str) -> bool:
        """Whether a record that is not here may be there all the same, once it can be read."""
        return self.has_unread or record_id in self.broken

    @cached_property
    def purposes(self) -> tuple[Purpose, ...]:
        """Every purpose, in the order of the notice."""
        return tuple(purpose for section in self.sections for purpose in section.purposes)

    def section(self, section_id: str) -> Section | None:
        """The section of that id, if there is one."""
        return next((s for s in self.sections if s.id == section_id), None)

    def purpose(self, purpose_id: str) -> Purpose | None:
        """The purpose of that id, if there is one."""
        return next((p for p in self.purposes if p.id == purpose_id), None)

    def category(self, category_id: str) -> DataCategory | None:
        """The data category of that id, if there is one."""
        return next((c for c in self.categories if c.id == category_id), None)
