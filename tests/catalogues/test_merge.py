"""Updating catalogues keeps every word of a translator, and offers it where it belongs."""

from __future__ import annotations

import difflib
import json
import os
import resource
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from polynotice.catalogues.likeness import likeness
from polynotice.catalogues.merge import ENOUGH, merge, template_entry
from polynotice.catalogues.po_format import Entry, PoFile
from polynotice.catalogues.po_reader import parse
from polynotice.core.model import Span, Text
from polynotice.core.translation import Message
from polynotice.project.update import update_catalogues
from tests.conftest import copy_of_repository
from tests.draws import one_in
from tests.processes import run_copy, talking
from tests.projects import (
    CONFIG,
    INDEX,
    RECORDS,
    catalogue,
    load,
    polynotice,
    replace_in,
    translate,
    write_project,
)

HEADER = Entry(msgid="", msgstr=("Language: de\n",), remarks=("By Ada.",))

DE = "locales/de/LC_MESSAGES/notice.po"
FR = "locales/fr/LC_MESSAGES/notice.po"
POT = "locales/notice.pot"
CARE = "notice_data/care.yml"


def old(*entries: Entry) -> PoFile:
    """A catalogue of those entries."""
    return PoFile(header=HEADER, entries=entries)


def said(msgid: str, msgstr: str, context: str | None = None, **more: object) -> Entry:
    """A translated entry."""
    return replace(Entry(msgid=msgid, msgstr=(msgstr,), msgctxt=context), **more)


def asked(msgid: str, context: str | None = None) -> Entry:
    """An entry of the template."""
    return Entry(msgid=msgid, msgctxt=context)


def merged(before: PoFile, *template: Entry) -> tuple[Entry, ...]:
    """The entries after merging; merging again must change nothing."""
    after = merge(before, template, likeness)
    assert merge(after, template, likeness) == after
    assert after.header == before.header
    return after.entries


def outdated(entry: Entry, msgid: str) -> Entry:
    """The entry with a new source, whose translation awaits a person's word."""
    previous = tuple(
        (name, text)
        for name, text in (("msgctxt", entry.msgctxt), ("msgid", entry.msgid))
        if text is not None
    )
    return replace(entry, msgid=msgid, previous=previous).with_fuzzy(True)


def test_the_template_asks_for_each_text_with_what_a_translator_should_know() -> None:
    text = Text(msgid="a", span=Span("a.yml", 3), context="c", comment="unused")
    message = Message(text=text, comments=("one", "two"), paths=("a.yml", "b.md"))
    assert template_entry(message) == Entry(
        msgid="a", msgctxt="c", notes=("one", "two"), references=("a.yml", "b.md")
    )


def test_a_message_that_stays_keeps_everything_but_where_it_stands() -> None:
    entry = said(
        "a",
        "b",
        remarks=("Checked.", "polynotice: ignore raw-html"),
        flags=("fuzzy", "no-wrap"),
        previous=(("msgid", "z"),),
        notes=("old note",),
        references=("old.md",),
    )
    wanted = replace(asked("a"), notes=("new note",), references=("new.md",))
    assert merged(old(entry), wanted) == (
        replace(entry, notes=("new note",), references=("new.md",)),
    )


def test_the_order_is_that_of_the_template_and_then_what_is_obsolete() -> None:
    before = old(said("a", "A"), said("q", "Q", obsolete=True), said("b", "B"), said("xyz", "X"))
    after = merged(before, asked("b"), asked("new"), asked("a"))
    assert [(entry.msgid, entry.obsolete) for entry in after] == [
        ("b", False),
        ("new", False),
        ("a", False),
        ("q", True),
        ("xyz", True),
    ]


def test_a_new_message_is_missing() -> None:
    assert merged(old(), asked("a"), asked("b", "c")) == (asked("a"), asked("b", "c"))


def test_a_reworded_record_keeps_its_old_translation_as_fuzzy_with_the_previous_source() -> None:
    entry = said("Calls are recorded.", "Anrufe!", "purposes/calls/purpose", remarks=("Checked.",))
    wanted = asked("Something else entirely", "purposes/calls/purpose")
    assert merged(old(entry), wanted) == (outdated(entry, "Something else entirely"),)


def test_a_record_reworded_twice_keeps_the_source_that_its_translation_is_of() -> None:
    first = said("one", "eins", "c", flags=("no-wrap",))
    (second,) = merged(old(first), asked("two", "c"))
    (third,) = merged(old(second), asked("three", "c"))
    assert third == outdated(first, "three")
    assert third.previous == (("msgctxt", "c"), ("msgid", "one"))
    assert third.flags == ("fuzzy", "no-wrap")


def test_a_previous_source_left_behind_by_a_translator_gives_way_to_the_latest() -> None:
    confirmed = said("two", "zwei", "c", previous=(("msgctxt", "c"), ("msgid", "one")))
    assert merged(old(confirmed), asked("three", "c")) == (outdated(confirmed, "three"),)


def test_a_fuzzy_translation_without_previous_source_gets_the_source_it_stood_at() -> None:
    (entry,) = merged(old(said("one", "eins", "c", flags=("fuzzy",))), asked("two", "c"))
    assert entry.previous == (("msgctxt", "c"), ("msgid", "one"))
    assert entry.flags == ("fuzzy",)


def test_a_reworded_record_that_was_not_translated_is_simply_missing() -> None:
    assert merged(old(said("one", "", "c")), asked("one more", "c")) == (asked("one more", "c"),)


def test_a_translation_never_goes_to_another_record_however_alike_its_text() -> None:
    entry = said("Calls are recorded.", "Anrufe!", "purposes/calls/purpose")
    wanted = asked("Calls are recorded!", "purposes/chat/purpose")
    assert merged(old(entry), wanted) == (wanted, replace(entry, obsolete=True))


def test_records_that_swap_texts_keep_their_own_translations_as_fuzzy() -> None:
    one, two = said("one", "eins", "a"), said("two", "zwei", "b")
    assert merged(old(one, two), asked("two", "a"), asked("one", "b")) == (
        outdated(one, "two"),
        outdated(two, "one"),
    )


def test_a_records_translation_never_goes_to_prose_nor_back() -> None:
    record, prose = said("Calls are recorded.", "Anrufe!", "c"), said("Chat is kept.", "Chat!")
    wanted = asked("Calls are recorded!"), asked("Chat is kept!", "c2")
    assert merged(old(record, prose), *wanted) == (
        *wanted,
        replace(record, obsolete=True),
        replace(prose, obsolete=True),
    )


def test_items_of_one_records_list_are_matched_by_likeness() -> None:
    name, phone = said("your name", "Name", "c"), said("your phone number", "Telefon", "c")
    after = merged(old(name, phone), asked("your telephone number", "c"), asked("full name", "c"))
    assert after == (outdated(phone, "your telephone number"), outdated(name, "full name"))


def test_prose_that_is_alike_is_taken_for_its_new_wording() -> None:
    entry = said("We keep your data for a year.", "Ein Jahr.", remarks=("Checked.",))
    wanted = "We keep your data for two years."
    assert merged(old(entry), asked(wanted)) == (outdated(entry, wanted),)


def test_prose_that_is_not_alike_is_missing_and_the_old_one_obsolete() -> None:
    entry = said("We keep your data for a year.", "Ein Jahr.", notes=("n",), references=("r",))
    wanted = asked("Ask us to delete it.")
    assert merged(old(entry), wanted) == (
        wanted,
        replace(entry, obsolete=True, notes=(), references=()),
    )


@pytest.mark.parametrize(("score", "is_taken"), [(ENOUGH, True), (ENOUGH - 0.001, False)])
def test_prose_must_be_alike_enough(score: float, is_taken: bool) -> None:
    before = old(said("one", "eins"))
    after = merge(before, [asked("two")], lambda text, others: [score for _ in others])
    assert bool(after.entries[0].msgstr[0]) is is_taken


def test_prose_is_matched_nearest_first_and_each_translation_once() -> None:
    year = said("We keep it for one year.", "Ein Jahr.")
    two, three = asked("We keep it for one whole year."), asked("We keep it for one year!")
    assert merged(old(year), two, three) == (two, outdated(year, three.msgid))


def test_crossed_prose_is_matched_by_likeness_not_by_order() -> None:
    name = said("Your name is kept for a year.", "Name.")
    mail = said("Your address is kept for a week.", "Adresse.")
    after = merged(
        old(name, mail),
        asked("Your address is kept for two weeks."),
        asked("Your name is kept for two years."),
    )
    assert after == (
        outdated(mail, "Your address is kept for two weeks."),
        outdated(name, "Your name is kept for two years."),
    )


def test_equally_near_prose_is_matched_in_its_order() -> None:
    one, two = said("Line 1", "Zeile 1"), said("Line 2", "Zeile 2")
    assert merged(old(one, two), asked("Line 3"), asked("Line 4")) == (
        outdated(one, "Line 3"),
        outdated(two, "Line 4"),
    )


def test_of_equally_near_prose_that_in_the_same_place_is_taken() -> None:
    before = old(said("one", "eins"), said("two", "zwei"))
    template = [asked("new"), asked("all alike")]
    after = merge(before, template, lambda text, others: [float(text != "new") for _ in others])
    assert [entry.msgstr[0] for entry in after.entries] == ["", "zwei", "eins"]


def test_prose_that_stays_is_not_taken_for_the_old_wording_of_other_prose() -> None:
    entry = said("We keep it for a year.", "Ein Jahr.")
    new = asked("We keep it for a year!")
    assert merged(old(entry), asked(entry.msgid), new) == (entry, new)


@pytest.mark.parametrize("where", [None, "c"])
def test_a_text_that_reappears_revives_its_obsolete_entry(where: str | None) -> None:
    entry = said(
        "a text", "ein Text", where, remarks=("Checked.",), flags=("no-wrap",), obsolete=True
    )
    other = said("a text!", "noch ein Text", where)
    wanted = replace(asked("a text", where), notes=("n",), references=("r",))
    assert merged(old(other, entry), wanted) == (
        replace(entry, obsolete=False, notes=("n",), references=("r",)),
        replace(other, obsolete=True),
    )


def test_a_text_that_reappears_takes_no_other_translation_away() -> None:
    back, other = said("a text", "ein Text", obsolete=True), said("a text!", "noch ein Text")
    assert merged(old(other, back), asked("a text"), asked("a text?")) == (
        replace(back, obsolete=False),
        outdated(other, "a text?"),
    )


def test_a_fuzzy_translation_comes_back_fuzzy() -> None:
    entry = said("a", "b", flags=("fuzzy",), previous=(("msgid", "z"),))
    (gone,) = merged(old(entry))
    assert gone == replace(entry, obsolete=True)
    assert merged(old(gone), asked("a")) == (entry,)


def test_the_same_sentence_translated_elsewhere_is_offered_as_fuzzy() -> None:
    entry = said("Name.", "Der Name.", "purposes/calls/personal_data", remarks=("Checked.",))
    wanted = replace(asked("Name.", "purposes/chat/personal_data"), notes=("n",))
    offer = replace(
        wanted,
        msgstr=("Der Name.",),
        flags=("fuzzy",),
        previous=(("msgctxt", "purposes/calls/personal_data"), ("msgid", "Name.")),
    )
    assert merged(old(entry), asked("Name.", entry.msgctxt), wanted) == (entry, offer)


@pytest.mark.parametrize(
    "entry", [said("Name.", "Der Name.", "c", flags=("fuzzy",)), said("Name.", "", "c")]
)
def test_a_sentence_that_no_person_has_confirmed_is_not_offered_elsewhere(entry: Entry) -> None:
    wanted = asked("Name.", "d")
    assert merged(old(entry), asked("Name.", "c"), wanted) == (entry, wanted)


def test_a_record_under_a_new_id_is_offered_the_translation_of_the_old_one() -> None:
    entry = said("Name.", "Der Name.", "purposes/calls/personal_data")
    offer, gone = merged(old(entry), asked("Name.", "purposes/phone-calls/personal_data"))
    assert (offer.msgstr, offer.is_fuzzy) == (("Der Name.",), True)
    assert gone == replace(entry, obsolete=True)


FIELD = "purposes/calls/purpose"


def test_a_record_that_comes_back_reworded_is_offered_what_its_field_said() -> None:
    away = said("Calls are recorded.", "Anrufe.", FIELD, remarks=("Checked.",), obsolete=True)
    far = said("Something else altogether.", "Etwas.", FIELD, obsolete=True)
    assert merged(old(far, away), asked("Calls are taped.", FIELD)) == (
        outdated(replace(away, obsolete=False), "Calls are taped."),
        far,
        away,
    )


@pytest.mark.parametrize(
    ("where", "context", "text"),
    [
        (FIELD, "purposes/chat/purpose", "Calls are taped."),
        (FIELD, None, "Calls are taped."),
        (None, None, "Calls are taped."),
        (FIELD, FIELD, "Postal addresses"),
    ],
    ids=["another record", "prose", "prose to prose", "another text"],
)
def test_what_is_obsolete_is_offered_to_its_own_field_alone_and_only_if_alike(
    where: str | None, context: str | None, text: str
) -> None:
    away = said("Calls are recorded.", "Anrufe.", where, obsolete=True)
    assert merged(old(away), asked(text, context)) == (asked(text, context), away)


def test_a_field_that_was_reworded_takes_its_last_translation_before_an_obsolete_one() -> None:
    last = said("Calls are kept.", "Anrufe bleiben.", FIELD)
    away = said("Calls are taped!", "Anrufe!", FIELD, obsolete=True)
    wording = "Calls are taped."
    assert merged(old(last, away), asked(wording, FIELD)) == (outdated(last, wording), away)


def test_a_sentence_that_only_an_obsolete_entry_has_translated_is_offered_as_fuzzy() -> None:
    away = said("Name.", "Der Name.", "purposes/calls/personal_data", obsolete=True)
    offer, kept = merged(old(away), asked("Name.", "purposes/phone-calls/personal_data"))
    assert (offer.msgstr, offer.is_fuzzy, kept) == (("Der Name.",), True, away)
    doubtful = away.with_fuzzy(True)
    missing, _ = merged(old(doubtful), asked("Name.", "purposes/phone-calls/personal_data"))
    assert missing.msgstr == ("",)


@pytest.mark.parametrize(
    ("entry", "is_kept"),
    [
        (said("a", "b"), True),
        (said("a", "", remarks=("How to say this?",)), True),
        (said("a", ""), False),
        (said("a", "", notes=("from the source",), references=("a.md",)), False),
    ],
)
def test_what_is_dropped_stays_if_a_person_wrote_something_in_it(
    entry: Entry, is_kept: bool
) -> None:
    kept = replace(entry, obsolete=True, notes=(), references=())
    assert merged(old(entry)) == ((kept,) if is_kept else ())
    assert merged(old(replace(entry, obsolete=True))) == ((kept,) if is_kept else ())


def test_plural_forms_survive() -> None:
    entry = Entry(msgid="a file", msgid_plural="%d files", msgstr=("Datei", "Dateien"))
    (kept,) = merged(old(entry), replace(asked("a file"), msgid_plural="%d files"))
    assert kept == entry
    assert merged(old(entry)) == (replace(entry, obsolete=True),)


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    [
        ("", "", 1, 1),
        ("a", "a", 1, 1),
        ("a", "b", 0, 0),
        ("a", "", 0, 0),
        ("We keep it for a year.", "We keep it for two years.", 0.8, 0.99),
        ("We keep it for a year.", "Your rights", 0, 0.5),
    ],
)
def test_likeness_goes_from_0_for_nothing_in_common_to_1_for_the_same(
    one: str, other: str, low: float, high: float
) -> None:
    (score,) = likeness(one, [other])
    assert low <= score <= high
    assert likeness(other, [one]) == [score]


def test_likeness_is_told_for_each_text_in_order() -> None:
    assert likeness("abcd", []) == []
    assert likeness("abcd", ["abcd", "wxyz", "abcd"]) == [1, 0, 1]


# `polynotice update`


@pytest.fixture
def german(tmp_path: Path) -> Path:
    """A small notice whose German is complete and whose template is up to date."""
    project = write_project(tmp_path)
    translate(project, "de")
    return project


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A small notice that is complete in German and French."""
    project = write_project(
        tmp_path, {"mkdocs.yml": CONFIG.replace("locales: [en, de]", "locales: [en, de, fr]")}
    )
    for name in ("de", "fr"):
        assert polynotice(project, "add-locale", name).exit_code == 0
    for name in ("de", "fr"):
        translate(project, name)
    return project


def catalogues(project: Path) -> dict[str, bytes]:
    """The template and every catalogue, with their bytes."""
    return {
        str(path.relative_to(project)): path.read_bytes()
        for path in sorted((project / "locales").rglob("*.po*"))
    }


def difference(before: bytes, after: bytes) -> list[str]:
    """The lines that went and came."""
    old_lines, new_lines = (data.decode().split("\n") for data in (before, after))
    lines = list(difflib.unified_diff(old_lines, new_lines, n=0, lineterm=""))
    return [line for line in lines[2:] if not line.startswith("@@")]


def test_updating_again_changes_no_byte(two: Path) -> None:
    replace_in(two / CARE, "Calls are recorded.", "Calls are taped.")
    replace_in(two / "docs/index.md", "What we do with your data.", "All we do with your data.")
    assert polynotice(two, "update").output == f"changed: {POT}\nchanged: {DE}\nchanged: {FR}\n"
    once = catalogues(two)
    second = polynotice(two, "update")
    assert (second.exit_code, second.output) == (0, "")
    assert catalogues(two) == once


def test_one_changed_word_in_a_record_changes_its_entry_alone(german: Path) -> None:
    before = catalogues(german)
    replace_in(german / CARE, "Calls are recorded.", "Calls are taped.")
    assert polynotice(german, "update").exit_code == 0
    after = catalogues(german)
    assert difference(before[DE], after[DE]) == [
        "+#, fuzzy",
        '+#| msgctxt "purposes/calls/purpose"',
        '+#| msgid "Calls are recorded."',
        '-msgid "Calls are recorded."',
        '+msgid "Calls are taped."',
    ]
    assert difference(before[POT], after[POT]) == [
        '-msgid "Calls are recorded."',
        '+msgid "Calls are taped."',
    ]


def test_one_changed_word_in_prose_changes_its_entry_alone(german: Path) -> None:
    before = catalogues(german)[DE]
    replace_in(german / "docs/index.md", "What we do", "All we do")
    assert polynotice(german, "update").exit_code == 0
    assert difference(before, catalogues(german)[DE]) == [
        '-msgid "What we do with your data."',
        "+#, fuzzy",
        '+#| msgid "What we do with your data."',
        '+msgid "All we do with your data."',
    ]


def test_the_own_notice_is_up_to_date_and_one_word_changes_one_entry_of_each_locale(
    tmp_path: Path,
) -> None:
    project = copy_of_repository(tmp_path)
    done = polynotice(project, "update", "--check")
    assert (done.exit_code, done.output) == (0, "")
    before = catalogues(project)
    replace_in(
        project / "notice_data/2-orders.yml", "data: Name and email", "data: Title and email"
    )
    done = polynotice(project, "update")
    after = catalogues(project)
    assert done.exit_code == 0
    assert sorted(done.output.split()[1::2]) == sorted(before)
    for name in before.keys() - {POT}:
        assert difference(before[name], after[name]) == [
            "+#, fuzzy",
            '+#| msgctxt "purposes/order-messages/personal_data"',
            '+#| msgid "Name and email address."',
            '-msgid "Name and email address."',
            '+msgid "Title and email address."',
        ]


def test_a_word_changed_and_changed_back_loses_no_translation(german: Path) -> None:
    replace_in(german / CARE, "Calls are recorded.", "Calls are taped.")
    polynotice(german, "update")
    replace_in(german / CARE, "Calls are taped.", "Calls are recorded.")
    polynotice(german, "update")
    found = {entry.key: entry for entry in catalogue(german, "de").entries}
    entry = found["purposes/calls/purpose", "Calls are recorded."]
    assert entry.msgstr == ("DE: Calls are recorded.",)
    assert entry.previous == (
        ("msgctxt", "purposes/calls/purpose"),
        ("msgid", "Calls are recorded."),
    )


@pytest.mark.parametrize(
    "before",
    [
        said("A.", "Muss man ansehen.", FIELD, flags=("fuzzy",)),
        said("A.", "Angeboten.", FIELD, flags=("fuzzy",), previous=(("msgid", "A."),)),
    ],
    ids=["marked by a person", "offered"],
)
def test_what_awaits_a_persons_word_still_does_when_a_wording_comes_back(before: Entry) -> None:
    """The file cannot tell an untouched old translation from one that was drafted or doubted."""
    (away,) = merged(old(before), asked("B.", FIELD))
    (back,) = merged(old(away), asked("A.", FIELD))
    assert (back.msgstr, back.is_fuzzy) == (before.msgstr, True)


def test_a_removed_record_is_kept_and_comes_back_as_it_was(german: Path) -> None:
    before = catalogues(german)
    shorter, chat = RECORDS.split("  - id: chat\n")
    write_project(german, {CARE: shorter})
    polynotice(german, "update")
    gone = [entry for entry in catalogue(german, "de").entries if entry.obsolete]
    assert [entry.msgctxt for entry in gone] == [
        "purposes/chat/title",
        "purposes/chat/purpose",
        "purposes/chat/personal_data",
    ]
    assert [entry.msgstr[0] for entry in gone] == [
        "DE: Chat",
        "DE: Chats are monitored.",
        "DE: Messages.",
    ]
    write_project(german, {CARE: f"{shorter}  - id: chat\n{chat}"})
    polynotice(german, "update")
    assert catalogues(german) == before


def test_a_sentence_of_a_new_record_that_is_translated_elsewhere_is_offered(german: Path) -> None:
    new = "  - id: email\n    purpose: Mail is read.\n    personal_data: Messages.\n"
    write_project(german, {CARE: f"{RECORDS}{new}"})
    polynotice(german, "update")
    found = {entry.key: entry for entry in catalogue(german, "de").entries}
    offered = found["purposes/email/personal_data", "Messages."]
    assert (offered.msgstr, offered.flags) == (("DE: Messages.",), ("fuzzy",))
    assert offered.previous == (
        ("msgctxt", "purposes/chat/personal_data"),
        ("msgid", "Messages."),
    )
    assert found["purposes/email/purpose", "Mail is read."].msgstr == ("",)
    assert not found["purposes/chat/personal_data", "Messages."].is_fuzzy


def test_what_a_translator_adds_to_a_catalogue_survives_every_update(german: Path) -> None:
    path = german / DE
    replace_in(path, "# German translation", "# By Ada and Bo.\n#\n# German translation")
    replace_in(path, "Last-Translator: ", "Last-Translator: Ada <ada@example.org>")
    replace_in(path, "X-Polynotice-Status: draft\\n", "X-Polynotice-Status: approved\\n")
    replace_in(path, 'approved\\n"\n', 'approved\\n"\n"X-Own: 1\\n"\n')
    replace_in(
        path,
        '#. Record "Calls", field purpose\n#: notice_data/care.yml\n',
        "# polynotice: ignore number-mismatch\n"
        '#. Record "Calls", field purpose\n#: notice_data/care.yml\n#, no-wrap, no-c-format\n',
    )
    with path.open("a", encoding="utf-8") as file:
        file.write('\n# Keep.\n#~| msgid "Older"\n#~ msgid "Old"\n#~ msgstr "Alt"\n')
    before = path.read_text(encoding="utf-8")
    assert polynotice(german, "update").output == ""
    assert path.read_text(encoding="utf-8") == before
    replace_in(german / CARE, "Calls are recorded.", "Calls are taped.")
    polynotice(german, "update")
    after = path.read_text(encoding="utf-8")
    assert difference(before.encode(), after.encode()) == [
        "-#, no-wrap, no-c-format",
        "+#, fuzzy, no-wrap, no-c-format",
        '+#| msgctxt "purposes/calls/purpose"',
        '+#| msgid "Calls are recorded."',
        '-msgid "Calls are recorded."',
        '+msgid "Calls are taped."',
    ]
    assert parse(after).header == parse(before).header


def test_what_stands_before_an_unused_entry_stays_as_msgcat_leaves_it(german: Path) -> None:
    path = german / DE
    with path.open("a", encoding="utf-8") as file:
        file.write('\n# Keep.\n#. note\n#: a.md:3\n#, fuzzy\n#~ msgid "Old"\n#~ msgstr "Alt"\n')
    before = path.read_text(encoding="utf-8")
    assert polynotice(german, "update").output == ""
    for mark in ("# Keep", "#. note", "#: a", "#, f"):
        replace_in(path, mark, f"#~ {mark}")
    assert polynotice(german, "update").output == f"changed: {DE}\n"
    assert path.read_text(encoding="utf-8") == before


def test_what_the_source_said_of_an_entry_goes_when_it_is_used_no_more(german: Path) -> None:
    path = german / DE
    replace_in(
        path, '#. Record "Calls", field purpose\n', '# Mine.\n#. Record "Calls", field purpose\n'
    )
    replace_in(
        german / CARE, "Calls are recorded.", "Wholly other words about nothing of the kind."
    )
    replace_in(german / CARE, "- id: calls", "- id: telephony")
    polynotice(german, "update")
    (entry,) = [
        one
        for one in parse(path.read_text(encoding="utf-8")).entries
        if one.obsolete and one.msgid == "Calls are recorded."
    ]
    assert (entry.remarks, entry.notes, entry.references) == (("Mine.",), (), ())


def test_another_domain_of_the_file_survives_every_update(german: Path) -> None:
    path = german / DE
    other = '\ndomain "shop"\n\n# Ada\nmsgid "Calls are recorded."\nmsgstr "Wir nehmen auf."\n'
    with path.open("a", encoding="utf-8") as file:
        file.write(other)
    assert polynotice(german, "update").output == ""
    replace_in(german / CARE, "Calls are recorded.", "Calls are taped.")
    polynotice(german, "update")
    assert path.read_text(encoding="utf-8").endswith(other)


@pytest.mark.parametrize(
    "change", [lambda data: b"\xef\xbb\xbf" + data, lambda data: data.replace(b"\n", b"\r\n", 9)]
)
def test_a_catalogue_from_another_editor_is_put_in_order_without_loss(
    german: Path, change: object
) -> None:
    assert callable(change)
    before = (german / DE).read_bytes()
    (german / DE).write_bytes(change(before))
    assert polynotice(german, "update").output == f"changed: {DE}\n"
    assert (german / DE).read_bytes() == before


REPORT = (
    f"{DE}:38: error unreadable-catalogue: This is not a valid catalogue: a text without its "
    "closing quotation mark, or with one too many. "
    "Fix that line; the file is left as it is.\n"
)


def test_a_malformed_catalogue_is_reported_and_left_while_others_are_updated(two: Path) -> None:
    replace_in(two / DE, '"DE: Calls"', '"DE: Calls')
    broken = (two / DE).read_bytes()
    replace_in(two / CARE, "Calls are recorded.", "Calls are taped.")
    done = polynotice(two, "update")
    assert (done.exit_code, done.stdout) == (1, f"changed: {POT}\nchanged: {FR}\n{REPORT}")
    assert (two / DE).read_bytes() == broken
    assert b'msgid "Calls are taped."' in (two / FR).read_bytes()


def test_a_malformed_catalogue_is_mended_and_then_updated(two: Path) -> None:
    replace_in(two / DE, '"DE: Calls"', '"DE: Calls')
    replace_in(two / CARE, "Calls are recorded.", "Calls are taped.")
    assert polynotice(two, "update").exit_code == 1
    replace_in(two / DE, '"DE: Calls', '"DE: Calls"')
    done = polynotice(two, "update")
    assert (done.exit_code, done.output) == (0, f"changed: {DE}\n")
    assert "DE: Calls are recorded." in {e.msgstr[0] for e in catalogue(two, "de").entries}


def test_an_absent_catalogue_is_reported_and_not_made_up(two: Path) -> None:
    (two / DE).unlink()
    done = polynotice(two, "update")
    assert (done.exit_code, done.stdout) == (
        1,
        f"{DE}:1: error unreadable-catalogue: There is no such catalogue. "
        "Run `polynotice add-locale de`.\n",
    )
    assert not (two / DE).exists()


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        (CARE, "Calls are recorded.", "'Calls"),
        (CARE, "personal_data: Messages.", "personal: Messages."),
        ("docs/index.md", "::: purposes\n", "::: purpose\n"),
    ],
)
def test_a_source_that_cannot_be_read_retires_no_translation(
    german: Path, name: str, before: str, after: str
) -> None:
    replace_in(german / name, before, after)
    untouched = catalogues(german)
    done = polynotice(german, "update")
    assert done.exit_code == 1
    assert "Nothing was changed." in done.stderr
    assert catalogues(german) == untouched


def test_check_tells_what_would_change_and_writes_nothing(two: Path) -> None:
    before = catalogues(two)
    done = polynotice(two, "update", "--check")
    assert (done.exit_code, done.output) == (0, "")
    replace_in(two / CARE, "Calls are recorded.", "Calls are taped.")
    done = polynotice(two, "update", "--check")
    assert (done.exit_code, done.output) == (
        1,
        f"would change: {POT}\nwould change: {DE}\nwould change: {FR}\n",
    )
    assert catalogues(two) == before


@pytest.mark.parametrize("name", [POT, DE], ids=["template", "catalogue"])
def test_check_sees_a_file_that_differs_in_its_form_alone(german: Path, name: str) -> None:
    with (german / name).open("ab") as file:
        file.write(b"\n")
    done = polynotice(german, "update", "--check")
    assert (done.exit_code, done.output) == (1, f"would change: {name}\n")


def test_check_sees_a_template_that_is_not_there(german: Path) -> None:
    (german / POT).unlink()
    done = polynotice(german, "update", "--check")
    assert (done.exit_code, done.output) == (1, f"would change: {POT}\n")
    assert not (german / POT).exists()


def test_check_fails_for_a_malformed_catalogue_although_nothing_would_change(two: Path) -> None:
    replace_in(two / DE, '"DE: Calls"', '"DE: Calls')
    before = catalogues(two)
    done = polynotice(two, "update", "--check")
    assert (done.exit_code, done.stdout) == (1, REPORT)
    assert catalogues(two) == before


def test_update_of_one_locale_leaves_the_others(two: Path) -> None:
    before = catalogues(two)
    replace_in(two / CARE, "Calls are recorded.", "Calls are taped.")
    done = polynotice(two, "update", "fr")
    assert (done.exit_code, done.output) == (0, f"changed: {POT}\nchanged: {FR}\n")
    assert (two / DE).read_bytes() == before[DE]


def test_update_of_a_locale_that_is_not_the_projects_is_wrong_usage(german: Path) -> None:
    done = polynotice(german, "update", "xx")
    assert done.exit_code == 2
    assert "xx is not among the locales: de." in done.stderr


@pytest.mark.parametrize(("options", "status"), [((), 0), (("--check",), 1)])
def test_json_tells_what_changed_with_the_same_exit_status(
    german: Path, options: tuple[str, ...], status: int
) -> None:
    replace_in(german / CARE, "Calls are recorded.", "Calls are taped.")
    done = polynotice(german, "update", "--json", *options)
    assert json.loads(done.stdout) == {"changed": [POT, DE], "problems": []}
    assert done.exit_code == status


def test_two_paragraphs_that_change_places_change_no_translation(german: Path) -> None:
    write_project(german, {"docs/index.md": f"{INDEX}\nFirst thing.\n\nSecond thing.\n"})
    translate(german, "de")
    before = sorted(catalogue(german, "de").entries, key=lambda entry: str(entry.key))
    write_project(german, {"docs/index.md": f"{INDEX}\nSecond thing.\n\nFirst thing.\n"})
    polynotice(german, "update")
    assert sorted(catalogue(german, "de").entries, key=lambda entry: str(entry.key)) == before


@pytest.mark.parametrize("killed_in", [POT, DE])
def test_an_update_killed_in_the_middle_of_a_file_leaves_that_file_as_it_was(
    two: Path, killed_in: str
) -> None:
    before = catalogues(two)
    assert len(before[POT]) + 100 < len(before[DE])
    replace_in(two / CARE, "Calls are recorded.", "Calls are taped.")
    limit = 1000 if killed_in == POT else len(before[POT]) + 100

    def update() -> None:
        loaded = load(two)
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        update_catalogues(loaded)

    done = run_copy(update)
    assert done.returncode == -signal.SIGXFSZ, done.stderr
    after = {name: data for name, data in catalogues(two).items() if name in before}
    assert [name for name in before if after[name] != before[name]] == (
        [] if killed_in == POT else [POT]
    )
    assert polynotice(two, "update").exit_code == 0
    assert b"Calls are taped." in (two / DE).read_bytes()
    assert polynotice(two, "update", "--check").exit_code == 0


VERBS = ("recorded", "taped")


@one_in(2, "updates", [4, 1])
def test_every_catalogue_can_be_read_whenever_an_update_is_killed(two: Path, updates: int) -> None:
    wordings = ["Calls are recorded.", "Calls are taped."]

    def update_without_end() -> None:
        while True:
            replace_in(two / CARE, *wordings)
            os.write(1, f"{polynotice(two, 'update').exit_code}\n".encode())
            wordings.reverse()

    with talking(update_without_end) as (updater, said):
        for _ in range(updates):
            assert said.readline() == "0\n"
        updater.kill()
    for name in (POT, DE, FR):
        texts = {entry.key for entry in parse((two / name).read_text(encoding="utf-8")).entries}
        assert len(texts & {("purposes/calls/purpose", f"Calls are {v}.") for v in VERBS}) == 1
    translated = {entry.msgstr[0] for entry in catalogue(two, "de").entries}
    assert "DE: Calls are recorded." in translated
