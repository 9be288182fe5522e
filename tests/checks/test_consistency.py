"""One source said in two ways, and two kinds of personal data with one name."""

from __future__ import annotations

from pathlib import Path

import pytest

from polynotice.checks.consistency import Translated, inconsistent, same_names
from polynotice.core.model import Span, Text
from tests.draws import for_each
from tests.projects import (
    CATEGORIES,
    CONFIG,
    RECORDS,
    catalogue,
    problems_of,
    replace_in,
    translate,
    write_project,
)

Row = tuple[str | None, str, str]
"""A message's context, its source and its translation."""


def translated(rows: tuple[Row, ...]) -> list[Translated]:
    """The rows as messages in lines 10, 20, 30 and so on of a catalogue."""
    return [
        Translated(
            text=Text(msgid=msgid, context=context, span=Span("docs/index.md")),
            translation=translation,
            line=10 * number,
        )
        for number, (context, msgid, translation) in enumerate(rows, 1)
    ]


CALLS = "purposes/calls/personal_data"
CHAT = "purposes/chat/personal_data"
CALLS_TITLE = "purposes/calls/title"
CHAT_TITLE = "purposes/chat/title"


@for_each(
    "rows",
    [
        ((CALLS, "Name.", "Nazwa."), (CHAT, "Name.", "Imię i nazwisko.")),
        ((CALLS, "Your name.", "Ihr Name."), (CHAT, "Your name.", "Ihre Bezeichnung.")),
        ((None, "Purpose", "目的"), ("columns/purpose", "Purpose", "用途")),
        ((CALLS_TITLE, "Contact", "الاتصال"), (CHAT_TITLE, "Contact", "التواصل")),
        (("sections/care/title", "Care", "Pflege"), (CALLS_TITLE, "Care", "Betreuung")),
        (("data/age/name", "Age", "Alter"), (CALLS, "Age", "Lebensalter")),
        (("data/age/name", "Age", "Alter"), ("data/age/name/x", "Age", "Lebensalter")),
        (("columns/purpose", "Purpose", "Zweck"), ("words/used_for", "Purpose", "Grund")),
    ],
)
def test_a_source_that_is_translated_in_two_ways_is_found(rows: tuple[Row, ...]) -> None:
    ((one, found),) = inconsistent(translated(rows))
    assert (one.line, found.code, found.severity) == (20, "inconsistent-translation", "warning")


@pytest.mark.parametrize(
    "rows",
    [
        ((CALLS, "Your name.", "Ihr Name."), (CHAT, "Your name.", "Ihr Name.")),
        # A header may be shorter than a heading, a title another word than a cell.
        ((CALLS_TITLE, "Calls", "Anrufe"), (CALLS, "Calls", "Anrufdaten")),
        ((CALLS_TITLE, "Purpose", "Der Zweck"), ("columns/purpose", "Purpose", "Zweck")),
        (("site/site_name", "Care", "Care"), (CALLS_TITLE, "Care", "Betreuung")),
        ((None, "Your data", "Ihre Daten"), (CALLS, "Your data", "ihre  Daten.")),
        ((CALLS, "Your name.", "氏名。"), (CHAT, "Your full name.", "お名前。")),
        ((CALLS, "Share", "Anteil"), (CHAT, "share", "teilen")),
    ],
)
def test_like_translations_and_other_roles_or_sources_are_fine(rows: tuple[Row, ...]) -> None:
    assert list(inconsistent(translated(rows))) == []


def test_each_translation_that_no_other_has_is_found_once() -> None:
    rows = (
        (CALLS, "Name.", "Name."),
        (CHAT, "Name.", "Bezeichnung."),
        ("purposes/post/personal_data", "Name.", "Bezeichnung."),
        ("purposes/visits/personal_data", "Name.", "Namen."),
    )
    assert [one.line for one, _ in inconsistent(translated(rows))] == [20, 40]


def test_two_ways_are_told_with_both_and_the_place_of_the_other() -> None:
    rows = ((CALLS, "Name.", "Nazwa."), (CHAT, "Name.", "Imię i nazwisko."))
    ((_, found),) = inconsistent(translated(rows))
    assert found.message == '"Name." is "Imię i nazwisko." here and "Nazwa." in line 10.'
    assert found.hint == 'Write one of the two in both places: "Nazwa.".'


def test_two_long_ways_are_told_by_where_they_differ() -> None:
    first = "Wir nehmen Anrufe bei der Kundenbetreuung auf, um sie auszubilden."
    second = "Wir nehmen Anrufe bei der Kundenbetreuung auf, um sie zu schulen."
    source = "We record calls to train our Customer Care team."
    ((_, found),) = inconsistent(translated(((CALLS, source, first), (CHAT, source, second))))
    assert found.message == (
        '"We record calls to train our Customer C…" is "…ng auf, um sie zu schulen." here and '
        '"…ng auf, um sie auszubilden." in line 10.'
    )
    assert found.hint == 'Write one of the two in both places: "…ng auf, um sie auszubilden.".'


@pytest.mark.parametrize(
    "rows",
    [
        (("data/a/name", "Billing address", "Adresse"), ("data/b/name", "Address", "Adresse")),
        (("data/a/name", "Job role", "Stanowisko"), ("data/b/name", "Job title", "stanowisko")),
        (("data/a/name", "Views", "閲覧"), ("data/b/name", "Browsing", "閲覧。")),
        (("data/a/name", "Calls", "مكالمات"), ("data/b/name", "Recordings", " مكالمات ")),
    ],
)
def test_two_kinds_of_data_with_one_name_are_reported(rows: tuple[Row, ...]) -> None:
    ((one, found),) = same_names(translated(rows))
    assert (one.line, found.code, found.severity) == (20, "same-translation", "warning")


@pytest.mark.parametrize(
    "rows",
    [
        (("data/a/name", "Billing address", "Rechnungsadresse"), ("data/b/name", "Address", "Ort")),
        # The source gives both one name: nothing that a translator could fix.
        (("data/a/name", "Address", "Adresse"), ("data/b/name", "address", "Adresse")),
        (("data/a/name", "Address", "住所"), ("data/b/description", "Where you live", "住所")),
        (("data/a/name", "Address", "Adres"), (CALLS, "Addresses", "Adres")),
        ((None, "Address", "Adres"), (None, "Addresses", "Adres")),
    ],
)
def test_other_texts_may_have_one_translation(rows: tuple[Row, ...]) -> None:
    assert list(same_names(translated(rows))) == []


def test_one_name_for_two_is_told_with_both_sources() -> None:
    rows = (("data/a/name", "Job role", "職位"), ("data/b/name", "Job title", "職位"))
    ((_, found),) = same_names(translated(rows))
    assert found.message == (
        '"Job title" is called "職位", as "Job role" is in line 10: '
        "a reader takes two kinds of personal data for one."
    )
    assert found.hint == (
        'Give each a name of its own, for what "Job title" is and "Job role" is not.'
    )


CATALOGUE = "locales/de/LC_MESSAGES/notice.po"
SAME = {"notice_data/care.yml": RECORDS.replace("Messages.", "Recordings of calls.")}


def remark(folder: Path, context: str, code: str) -> None:
    """Waives a code in the entry of that context."""
    path = folder / CATALOGUE
    text = path.read_text(encoding="utf-8")
    line = f'msgctxt "{context}"'
    assert line in text
    path.write_text(text.replace(line, f"# polynotice: ignore {code}\n{line}"), encoding="utf-8")


def line_of(folder: Path, context: str) -> int:
    """The line of the message of that context."""
    return next(one.line for one in catalogue(folder, "de").entries if one.msgctxt == context)


@pytest.fixture
def two_ways(tmp_path: Path) -> Path:
    """A notice whose German says one source in two ways."""
    write_project(tmp_path, SAME)
    translate(tmp_path, "de")
    path = tmp_path / CATALOGUE
    head, _, tail = path.read_text(encoding="utf-8").rpartition("DE: Recordings of calls.")
    path.write_text(f"{head}Mitschnitte von Anrufen.{tail}", encoding="utf-8")
    return tmp_path


def test_check_warns_of_two_ways_at_the_second(two_ways: Path) -> None:
    line = line_of(two_ways, CHAT)
    assert problems_of(two_ways) == [f"{CATALOGUE}:{line}: warning inconsistent-translation"]


@pytest.mark.parametrize("context", [CALLS, CHAT])
def test_a_remark_at_either_of_the_two_waives_it(two_ways: Path, context: str) -> None:
    remark(two_ways, context, "inconsistent-translation")
    assert problems_of(two_ways) == []


def test_a_remark_of_another_code_waives_nothing(two_ways: Path) -> None:
    remark(two_ways, CHAT, "same-translation")
    found = sorted(line.split()[-1] for line in problems_of(two_ways))
    assert found == ["bad-remark", "inconsistent-translation"]


def test_a_remark_that_waives_nothing_any_more_is_reported(two_ways: Path) -> None:
    remark(two_ways, CHAT, "inconsistent-translation")
    assert problems_of(two_ways) == []
    replace_in(two_ways / CATALOGUE, "Mitschnitte von Anrufen.", "DE: Recordings of calls.")
    assert [line.split()[-1] for line in problems_of(two_ways)] == ["bad-remark"]


def test_an_outdated_translation_is_compared_with_nothing(two_ways: Path) -> None:
    path = two_ways / CATALOGUE
    text = path.read_text(encoding="utf-8")
    text = text.replace(f'msgctxt "{CHAT}"', f'#, fuzzy\nmsgctxt "{CHAT}"')
    path.write_text(text, encoding="utf-8")
    assert [line.split()[-1] for line in problems_of(two_ways)] == ["fuzzy-translation"]


@pytest.mark.parametrize("waived", ["", "data/recordings/name", "data/messages/name"])
def test_check_reports_one_name_for_two_unless_it_is_waived(tmp_path: Path, waived: str) -> None:
    write_project(tmp_path, {"notice_data/data.yml": CATEGORIES})
    translate(tmp_path, "de", **{"Recordings": "Daten", "Chat messages": "Daten"})
    if waived:
        remark(tmp_path, waived, "same-translation")
    line = line_of(tmp_path, "data/messages/name")
    found = [] if waived else [f"{CATALOGUE}:{line}: warning same-translation"]
    assert problems_of(tmp_path) == found


@pytest.mark.parametrize(
    ("names", "are_twins"),
    [
        (("Contact data", "Contact information"), True),
        (("Payment details", "Payment data"), True),
        (("E-mail address", "Email addresses"), True),
        (("Phone number", "Telephone number"), True),
        (("Order history", "Browsing history"), False),
        (("Email address", "Delivery address"), False),
        (("Data", "Information"), False),
        (("Identification data", "Location data"), False),
    ],
)
def test_names_of_the_source_that_are_hard_to_tell_apart_are_reported_once(
    tmp_path: Path, names: tuple[str, str], are_twins: bool
) -> None:
    categories = CATEGORIES.replace("Recordings", names[0]).replace("Chat messages", names[1])
    config = CONFIG.replace("[en, de]", "[en, de, fr]")
    write_project(tmp_path, {"notice_data/data.yml": categories, "mkdocs.yml": config})
    translate(tmp_path, "de")
    translate(tmp_path, "fr")
    expected = ["notice_data/data.yml:3: warning same-translation"] if are_twins else []
    assert problems_of(tmp_path) == expected
