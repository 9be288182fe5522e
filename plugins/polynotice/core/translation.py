"""From what was written to what is read: the ways a `Text` becomes a `Phrase`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from msgspec import structs

from polynotice.core.model import Key, Phrase, State, Text

Say = Callable[[Text], Phrase]
"""The only way from a `Text` to a `Phrase`. Rendering, extraction and tests each pass their own."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Translation:
    """What one catalogue has for one message."""

    text: str
    """Empty if nothing was translated yet."""
    fuzzy: bool = False
    """Whether it belongs to an earlier wording of the message, or awaits a person's word."""

    @property
    def state(self) -> State:
        """Whether a reader may be shown it."""
        if not self.text.strip():
            return State.MISSING
        return State.FUZZY if self.fuzzy else State.TRANSLATED


def source(lang: str) -> Say:
    """Says every text as it was written, in the source language `lang`."""

    def say(text: Text) -> Phrase:
        return Phrase(text=text.msgid, lang=lang, state=State.SOURCE)

    return say


def look_up(
    translations: Mapping[Key, Translation],
    *,
    lang: str,
    source_lang: str,
    parent: Say | None = None,
) -> Say:
    """Says every text in `lang`; where there is no valid translation, as written and marked so.

    `parent` is how the language speaks without its region (`fr` for `fr-CA`): where that has a
    valid translation, it stands in, and counts as translated.
    """

    def say(text: Text) -> Phrase:
        translation = translations.get(text.key)
        state = translation.state if translation else State.MISSING
        if translation is not None and state is State.TRANSLATED:
            return Phrase(text=translation.text, lang=lang, state=state)
        inherited = parent(text) if parent else None
        if inherited and inherited.state is State.TRANSLATED:
            return inherited
        return Phrase(text=text.msgid, lang=source_lang, state=state)

    return say


def annotated(say: Say, notes: Mapping[Key, str]) -> Say:
    """Says as `say` does, with what a preview has to say about a text beside it."""

    def with_note(text: Text) -> Phrase:
        phrase = say(text)
        note = notes.get(text.key)
        return structs.replace(phrase, note=note) if note else phrase

    return with_note


WITHHELD = "\u26a0"
"""Stands for a text that may not be shown: a warning sign."""


def guarded(say: Say, may_be_shown: Callable[[Text, Phrase], bool]) -> Say:
    """Says as `say` does, but for what may not be shown."""

    def said(text: Text) -> Phrase:
        phrase = say(text)
        return phrase if may_be_shown(text, phrase) else structs.replace(phrase, text=WITHHELD)

    return said


def once(say: Say) -> Say:
    """Says as `say` does, which it asks once for each message."""
    said: dict[Key, Phrase] = {}

    def say_again(text: Text) -> Phrase:
        if text.key not in said:
            said[text.key] = say(text)
        return said[text.key]

    return say_again


WORDLESS = "\u00b7"
"""Stands for every text that a catalogue does translate, where a page is made with no words."""


class Recorder:
    """Passes every text on to another `Say`, and keeps what it was asked for."""

    def __init__(self, say: Say) -> None:
        self._say = say
        self._said: dict[Key, Text] = {}
        self._notes: dict[Key, dict[str, None]] = {}
        self._paths: dict[Key, dict[str, None]] = {}

    def __call__(self, text: Text) -> Phrase:
        """Says the text, and notes where it stands."""
        self._said.setdefault(text.key, text)
        self._notes.setdefault(text.key, {})[text.comment] = None
        self._paths.setdefault(text.key, {})[text.span.path] = None
        return self._say(text)

    @property
    def messages(self) -> list[Message]:
        """One message per key, in the order first asked for."""
        return [
            Message(
                text=text,
                comments=tuple(note for note in self._notes[key] if note),
                paths=tuple(self._paths[key]),
            )
            for key, text in self._said.items()
        ]


@dataclass(frozen=True, kw_only=True)
class Message:
    """A text that a translator is asked for once, however often it is read."""

    text: Text
    comments: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    """The files in which the text was written."""
