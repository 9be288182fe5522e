"""What waits for a translator, where it stands and since when."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from polynotice.catalogues.merge import template_entry
from polynotice.catalogues.po_format import PoFile, dump
from polynotice.catalogues.po_reader import parse
from polynotice.catalogues.untranslated import BEFORE_HISTORY, since, waiting
from polynotice.core.model import Key, Phrase, Span, State, Text
from polynotice.core.translation import Message, look_up
from polynotice.files.git_history import Version
from polynotice.project.project import translations

PATH = "locales/de/LC_MESSAGES/notice.po"

CATALOGUE = """\
msgid ""
msgstr "Language: de\\n"

msgid "Done."
msgstr "Getan."

#, fuzzy
#| msgctxt "c"
#| msgid "Calls are taped."
msgctxt "c"
msgid "Calls are recorded."
msgstr "Anrufe werden mitgeschnitten."

#, fuzzy
msgid "Nobody has confirmed it."
msgstr "Niemand."

#| msgid "Left behind."
msgid "Nothing yet."
msgstr ""

#~ msgid "Gone."
#~ msgstr "Weg."
"""

KEYS: list[Key] = [
    (None, "Done."),
    ("c", "Calls are recorded."),
    (None, "Nobody has confirmed it."),
    (None, "Nothing yet."),
    (None, "Gone."),
    ("d", "Done."),
]


def message(key: Key, path: str = "docs/index.md") -> Message:
    text = Text(msgid=key[1], context=key[0], span=Span(path))
    return Message(text=text, comments=("Somewhere",), paths=(path,))


def found(catalogue: str) -> list[tuple[str, str, int, bool, str | None]]:
    po = parse(catalogue)
    say = look_up(translations(po, {}), lang="de", source_lang="en")
    return [
        (one.message.text.msgid, one.state, one.span.line, one.is_listed, one.previous)
        for one in waiting([message(key) for key in KEYS], say, po, PATH)
    ]


def test_all_that_is_fuzzy_or_missing_waits_with_its_place_and_its_previous_source() -> None:
    assert found(CATALOGUE) == [
        ("Calls are recorded.", "fuzzy", 11, True, "Calls are taped."),
        ("Nobody has confirmed it.", "fuzzy", 15, True, None),
        ("Nothing yet.", "missing", 19, True, None),
        ("Gone.", "missing", 1, False, None),
        ("Done.", "missing", 1, False, None),
    ]


def test_what_another_locale_says_in_its_place_does_not_wait() -> None:
    def say(text: Text) -> Phrase:
        return Phrase(text="from fr", lang="fr", state=State.TRANSLATED)

    assert list(waiting([message(key) for key in KEYS], say, parse(CATALOGUE), PATH)) == []


def test_without_a_catalogue_everything_waits() -> None:
    say = look_up({}, lang="de", source_lang="en")
    waits = list(waiting([message(key) for key in KEYS], say, None, PATH))
    assert [one.message.text.key for one in waits] == KEYS
    assert {(one.span, one.is_listed) for one in waits} == {(Span(PATH, 1), False)}


# Since when


A, B = (None, "Text A"), ("purposes/b/purpose", 'Text "B"\nin two lines')


def template(*keys: Key, path: str = "docs/index.md") -> str:
    """The template that asks for those messages, found in that file."""
    header = template_entry(message((None, "")))
    entries = tuple(template_entry(message(key, path)) for key in keys)
    return dump(PoFile(header=header, entries=entries))


def history(*texts: str, is_whole: bool = True) -> list[Version]:
    """Those versions, the earliest given first, as of one month each."""
    versions = [
        Version(date=f"2026-{n:02}-01", text=text, is_first=is_whole and n == 1)
        for n, text in enumerate(texts, start=1)
    ]
    return versions[::-1]


@pytest.mark.parametrize(
    ("versions", "dates"),
    [
        (history(template(A, B)), {A: "2026-01-01", B: "2026-01-01"}),
        (history(template(A), template(A, B)), {A: "2026-01-01", B: "2026-02-01"}),
        (history(template(A, B), template(B, A)), {A: "2026-01-01", B: "2026-01-01"}),
        (history(template(A, B), template(B), template(A, B)), {A: "2026-03-01", B: "2026-01-01"}),
        (history(template(A, B), template(B)), {B: "2026-01-01"}),
        (history(template(A), ""), {}),
        (history(template(A), "", template(A)), {A: "2026-03-01"}),
        ([], {}),
    ],
    ids=["first", "later", "moved", "back", "not committed", "deleted", "made again", "no history"],
)
def test_a_message_waits_since_its_present_source_came(
    versions: list[Version], dates: dict[Key, str]
) -> None:
    assert since([message(A), message(B)], versions) == dates


def test_the_same_words_in_another_context_are_another_message() -> None:
    other = ("purposes/c/purpose", B[1])
    assert since([message(other)], history(template(B), template(B, other))) == {
        other: "2026-02-01"
    }


def test_a_message_that_is_found_in_another_file_has_not_changed() -> None:
    versions = history(template(A, path="docs/old.md"), template(A, path="docs/new.md"))
    assert since([message(A)], versions) == {A: "2026-01-01"}


def test_a_history_that_is_cut_off_tells_no_date_before_the_cut() -> None:
    versions = history(template(A), template(A, B), is_whole=False)
    assert since([message(A), message(B)], versions) == {A: BEFORE_HISTORY, B: "2026-02-01"}
    assert min(BEFORE_HISTORY, "0001-01-01") == BEFORE_HISTORY


def test_no_more_history_is_read_than_the_answer_takes() -> None:
    def versions() -> Iterator[Version]:
        yield from history(template(A), template(A, B))
        raise AssertionError("read on")

    assert since([message(B)], versions()) == {B: "2026-02-01"}
    assert since([message(A)], versions()) == {A: "2026-01-01"}
    assert since([], versions()) == {}
