"""The plugin's options in `mkdocs.yml`, understood."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import cast

from polynotice.core.locales import Locale, UnknownLocaleIdError, are_one, find_locale, known_as
from polynotice.core.model import Text
from polynotice.core.problems import Problem, did_you_mean
from polynotice.files.yaml_source import Document, Place
from polynotice.notice import requirements
from polynotice.notice.as_of import AsOf, read_as_of
from polynotice.notice.columns import FIELDS
from polynotice.notice.locale_options import read_locale_options
from polynotice.notice.option_names import OPTIONS
from polynotice.notice.reader_options import ReaderOptions, read_reader
from polynotice.notice.record_schema import PurposeForm, field_names
from polynotice.notice.words import COMMENTS, UNTITLED, WORDS

DEFAULT_COLUMNS = ("purpose", "personal_data")

RESERVED = {*field_names(PurposeForm), *FIELDS, *WORDS}
"""What no field of a notice's own can be called."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The options of one notice."""

    source: Locale = field(default_factory=lambda: find_locale("en"))
    locales: tuple[Locale, ...] = ()
    """In the order of the language switcher, with the source locale."""
    drafts: frozenset[str] = frozenset()
    """Ids of the locales that are never in a published site."""
    may_lag: frozenset[str] = frozenset()
    """Ids of the locales that show their last release where they are not complete."""
    lagging: Mapping[str, str] = field(default_factory=dict)
    """The date of the release that each of them shows, by its id, where that is so."""
    columns: tuple[str, ...] = DEFAULT_COLUMNS
    extra_columns: Mapping[str, str] = field(default_factory=dict)
    allow_untranslated: bool = False
    words: Mapping[str, Text] = field(default_factory=dict)
    full_page: bool = False
    """Whether each locale has a page with all of the notice."""
    reader: ReaderOptions = field(default_factory=ReaderOptions)
    requirements: tuple[requirements.Asked, ...] = ()
    """What lists of what a law asks for the project names."""
    as_of: AsOf = None
    jobs: int | None = None
    """How many processes work side by side; `None` for as many as there are cores."""

    @property
    def translated(self) -> tuple[Locale, ...]:
        """Every locale but the source's."""
        return tuple(locale for locale in self.locales if locale.id != self.source.id)

    def is_published(self, locale: Locale) -> bool:
        """Whether `mkdocs build` makes its pages of the project."""
        is_kept_back = locale.id in self.drafts or locale.id in self.lagging
        return not is_kept_back and not locale.is_pseudo


WordsOf = Callable[[Locale], Mapping[str, str]]
"""Gives the tool's own words in the language of a locale, by their contexts, as far as known."""


def _no_words(_: Locale) -> Mapping[str, str]:
    return {}


def read_settings(
    options: Mapping[str, object],
    document: Document,
    place: Place,
    words_of: WordsOf = _no_words,
) -> tuple[Settings, list[Problem]]:
    """Understands the plugin's `options`.

    `document` is `mkdocs.yml` and `place` where the options stand in it; the lines of the problems
    come from there. What cannot be understood is reported and left at its default.
    """
    reader = _Reader(document, place, words_of)
    given = {name: value for name, value in options.items() if value is not None}
    return reader.read(given), reader.problems


class _Reader:
    def __init__(self, document: Document, place: Place, words_of: WordsOf) -> None:
        self.document = document
        self.words_of = words_of
        self.place = place
        self.problems: list[Problem] = []

    def add(self, place: Place, message: str, hint: str, code: str = "bad-setting") -> None:
        span = self.document.span((*self.place, *place))
        self.problems.append(Problem(code=code, span=span, message=message, hint=hint))

    def read(self, options: Mapping[str, object]) -> Settings:
        for name in map(str, options):
            if name not in OPTIONS:
                message = f'There is no option "{name}".'
                self.add((name,), message, did_you_mean(name, OPTIONS), "unknown-field")
        source = self._locale(options.get("source_locale", "en"), ("source_locale",))
        source = source or find_locale("en")
        locales, drafts, may_lag = self._locales(options.get("locales"), source)
        extra = self._texts(options.get("extra_columns"), "extra_columns")
        for name in [name for name in extra if name in RESERVED]:
            message = f'"{name}" has a meaning of its own in every notice.'
            hint = "Choose another name."
            if name in FIELDS:
                hint = f"Set its header under `words: {{{name}: …}}`, or choose another name."
            self.add(("extra_columns", name), message, hint)
            del extra[name]
        full_page = self._full_page(options.get("full_page", False))
        has_title = full_page and options["full_page"] != UNTITLED
        words = self._words(options.get("words"), source, extra, has_title=has_title)
        return Settings(
            source=source,
            locales=locales,
            drafts=drafts,
            may_lag=may_lag,
            columns=self._columns(options.get("columns"), (*FIELDS, *extra)),
            extra_columns=extra,
            allow_untranslated=self._allow_untranslated(options.get("untranslated", "error")),
            words=words,
            full_page=full_page,
            reader=read_reader(options.get("reader"), self.add),
            requirements=requirements.read_option(
                options.get("requirements"),
                self.add,
                lambda place: self.document.span((*self.place, *place)),
            ),
            as_of=read_as_of(options.get("as_of"), self.add),
            jobs=self._jobs(options.get("jobs")),
        )

    def _locale(self, value: object, place: Place) -> Locale | None:
        hint = f"Use a BCP 47 id, such as {known_as(value) or 'de, pt-BR or zh-Hans'}."
        if not isinstance(value, str):
            message = f"{value!r} is not a locale."
            if isinstance(value, bool):
                hint = 'YAML reads `no` as false: write "no" for Norwegian, or nb.'
            self.add(place, message, hint, "unknown-locale")
            return None
        try:
            locale = find_locale(value)
        except UnknownLocaleIdError:
            if "_" in value:
                hint = f'Write it as "{value.replace("_", "-")}".'
            self.add(place, f'There is no locale "{value}".', hint, "unknown-locale")
            return None
        if locale.id != value:
            message = f'The locale "{value}" is written "{locale.id}".'
            self.add(place, message, f'Write "{locale.id}".', "unknown-locale")
        return locale

    def _locales(
        self, value: object, source: Locale
    ) -> tuple[tuple[Locale, ...], frozenset[str], frozenset[str]]:
        """All of them, and the ids of those that are drafts, and that may lag behind."""
        if value is None:
            return (source,), frozenset(), frozenset()
        if not isinstance(value, list) or not value:
            message = "`locales` takes a list of locales."
            self.add(("locales",), message, "Write it as `locales: [en, de]`.")
            return (source,), frozenset(), frozenset()
        locales: list[Locale] = []
        drafts: set[str] = set()
        may_lag: set[str] = set()
        for index, item in enumerate(value):
            place: Place = ("locales", index)
            name, options = item, cast("object", {})
            if isinstance(item, dict) and len(item) == 1:
                ((name, options),) = item.items()
            one = self._locale(name, place)
            if one is None:
                continue
            if one in locales:
                self.add(place, f'The locale "{one.id}" stands here twice.', "Remove one.")
                continue
            same = next((other.id for other in locales if are_one(other.id, one.id)), None)
            if same is not None:
                message = f'"{same}" and "{one.id}" are one locale.'
                self.add(place, message, "Remove one of them, with its catalogue.")
                continue
            locales.append(one)
            given = read_locale_options(options, self.add, place, one.id)
            drafts |= set() if given.publish else {one.id}
            may_lag |= {one.id} if given.may_lag and given.publish else set()
        if source not in locales:
            message = f'The source locale "{source.id}" is not among `locales`.'
            self.add(
                ("locales",), message, f"Add {source.id}: its place is its place in the switcher."
            )
            locales.insert(0, source)
        if source.id in drafts:
            message = f'The source locale "{source.id}" cannot be a draft.'
            place = ("locales", locales.index(source), source.id)
            self.add(place, message, "Remove `publish: false` there.")
            drafts.discard(source.id)
        return tuple(locales), frozenset(drafts), frozenset(may_lag - {source.id})

    def _texts(self, value: object, option: str) -> dict[str, str]:
        if value is None:
            return {}
        if not isinstance(value, dict):
            message = f"`{option}` takes names with their texts."
            self.add((option,), message, "Write each as `name: Text`.")
            return {}
        texts: dict[str, str] = {}
        for key, text in value.items():
            name = str(key)
            if not isinstance(text, str) or not text.strip():
                self.add((option, name), f"`{name}` has no text.", f'Write `{name}: "…"`.')
            elif option == "extra_columns" and not re.fullmatch("[a-z][a-z0-9_]*", name):
                message = f'"{name}" cannot be the name of a field.'
                self.add((option, name), message, "Use a-z, digits and underscores.")
            else:
                texts[name] = text.strip()
        return texts

    def _words(
        self, value: object, source: Locale, extra: Mapping[str, str], *, has_title: bool
    ) -> dict[str, Text]:
        given = self._texts(value, "words")
        known = {**FIELDS, **WORDS}
        for name in given:
            if name not in known:
                message = f'The plugin has no word "{name}".'
                self.add(("words", name), message, did_you_mean(name, known), "unknown-field")
        if not has_title:  # then no catalogue is asked for its title
            del known["full"]
        given = {name: text for name, text in given.items() if name in known}
        known["draft"] = known["draft"].replace("{language}", source.english_name)
        if source.id.split("-")[0] != "en":
            # The line of a draft names English there.
            there = {**self.words_of(source), "words/draft": ""}
            contexts = {
                name: f"{'columns' if name in FIELDS else 'words'}/{name}" for name in known
            }
            theirs = {name: there[key] for name, key in contexts.items() if there.get(key)}
            missing = [name for name in known if name not in {*given, *theirs, "effective"}]
            known |= theirs
            if missing:
                message = f"The plugin's words are English, the notice is in {source.english_name}."
                self.add(("words",), message, f"Set `words:` for: {', '.join(missing)}.")
        texts = {}
        for name, text in {**known, **given, **extra}.items():
            option = "extra_columns" if name in extra else "words"
            is_column = name in extra or name in FIELDS
            texts[name] = Text(
                msgid=text,
                context=f"{'columns' if is_column else 'words'}/{name}",
                span=self.document.span((*self.place, option, name)),
                comment="Header of a column" if is_column else COMMENTS[name],
            )
        return texts

    def _columns(self, value: object, known: tuple[str, ...]) -> tuple[str, ...]:
        if value is None:
            return DEFAULT_COLUMNS
        if not isinstance(value, list) or not value:
            self.add(("columns",), "`columns` takes a list of fields.", "Write `[purpose, …]`.")
            return DEFAULT_COLUMNS
        for index, name in enumerate(value):
            if name not in known:
                message = f'There is no field "{name}" for a column.'
                hint = did_you_mean(str(name), known)
                self.add(("columns", index), message, hint, "unknown-field")
            elif name in value[:index]:
                self.add(("columns", index), f'The column "{name}" stands twice.', "Remove one.")
        columns = tuple(name for name in dict.fromkeys(map(str, value)) if name in known)
        return columns or DEFAULT_COLUMNS

    def _allow_untranslated(self, value: object) -> bool:
        if value not in ("error", "fallback"):
            message = f"`untranslated` cannot be {value!r}."
            self.add(("untranslated",), message, "Use `error` or `fallback`.")
        return value == "fallback"

    def _full_page(self, value: object) -> bool:
        if not isinstance(value, bool) and value != UNTITLED:
            message = f"`full_page` takes true or false, not {value!r}."
            self.add(("full_page",), message, "Write one of the two.")
        return value is True or value == UNTITLED

    def _jobs(self, value: object) -> int | None:
        if value is None or (isinstance(value, int) and value is not True and value >= 1):
            return value
        self.add(
            ("jobs",), f"`jobs` cannot be {value!r}.", "Write a number from 1, or leave it out."
        )
        return None
