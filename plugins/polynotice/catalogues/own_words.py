"""The tool's own words as they come with it, in the languages that it has them in.

They are catalogues inside the package (`words/`), drafts as every translation is until a lawyer has
signed. A notice's catalogue starts with them, and its own translation wins from then on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from importlib import resources

from polynotice.catalogues.po_format import Entry
from polynotice.core.locales import Locale, nearest

SOURCE = "en"
"""The language that the words are translated from."""


def own_words(locale: Locale) -> Mapping[str, str]:
    """The tool's words in that locale's language and script, by their contexts; none if unknown.

    >>> from polynotice.core.locales import find_locale
    >>> own_words(find_locale("de-AT"))["columns/purpose"], own_words(find_locale("eo"))
    ('Zweck', {})
    """
    return _words_of(locale.id)


def known_languages() -> frozenset[str]:
    """The BCP 47 ids of the languages that the words are translated into."""
    return _available()


def with_own_words(entries: Iterable[Entry], locale: Locale, source: Locale) -> tuple[Entry, ...]:
    """The entries of a catalogue, the tool's words translated where nobody has done so yet.

    A word that the project has worded in another way is the project's, and is left alone.
    """
    theirs, ours = own_words(locale), own_words(source)

    def is_retired(entry: Entry) -> bool:
        """Whether it is a word that nobody has written, and that nobody asks for any more."""
        own = theirs.get(entry.msgctxt or "")
        return entry.obsolete and entry.msgstr == (own,) and not entry.remarks

    def filled(entry: Entry) -> Entry:
        context = entry.msgctxt or ""
        is_open = entry.msgstr == ("",) and entry.msgid == ours.get(context)
        return replace(entry, msgstr=(theirs[context],)) if is_open and context in theirs else entry

    return tuple(filled(entry) for entry in entries if not is_retired(entry))


@cache
def _words_of(locale: str) -> Mapping[str, str]:
    """Those of the locale with that id: every page asks for each locale's, to offer it."""
    if nearest(locale, (SOURCE,)):
        return _english()
    name = nearest(locale, _available())
    return {} if name is None else _read(name)


@cache
def _available() -> frozenset[str]:
    """The BCP 47 ids of the languages that the words are in."""
    names = (file.name for file in _folder().iterdir() if file.name.endswith(".po"))
    return frozenset(name.removesuffix(".po").replace("_", "-") for name in names)


@cache
def _english() -> Mapping[str, str]:
    words = _parsed("words.pot")
    return {context: entry.msgid for context, entry in words.items()}


@cache
def _read(name: str) -> Mapping[str, str]:
    entries = _parsed(f"{name.replace('-', '_')}.po").items()
    return {context: entry.msgstr[0] for context, entry in entries if entry.is_translated}


def _parsed(name: str) -> Mapping[str, Entry]:
    from polynotice.catalogues import po_reader  # here: not every build asks for a word

    text = (_folder() / name).read_text(encoding="utf-8")
    entries = po_reader.parse(text).entries
    return {entry.msgctxt: entry for entry in entries if entry.msgctxt is not None}


def _folder() -> resources.abc.Traversable:
    return resources.files("polynotice") / "words"
