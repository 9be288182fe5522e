"""`polynotice import --locale`: an edition finds its messages, or is listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from polynotice.catalogues.po_format import Entry, PoFile
from polynotice.project.importing.alignment import align, marks_of
from polynotice.project.importing.document import lines_of
from polynotice.project.importing.into_catalogue import account_of, filled
from polynotice.project.importing.matches import Pairing
from polynotice.project.importing.plan import Taken, plan_of
from polynotice.project.importing.readers import read_document
from tests.project.importing.documents import bring, write
from tests.projects import catalogue, edit, load

ENGLISH = """\
Our notice

We are a shop since 1999. See [here].

Orders

Purpose	Personal data	How long it is kept
To deliver what you order.	Name, address	2 years
To bill you.	Name, amount	10 years

You may object at any time.

Marketing

Purpose	Personal data	How long it is kept
To send a newsletter.	Email address	until you object
To ask you.	Name	1 year
"""

GERMAN = """\
Unsere Erklärung

Wir sind ein Laden seit 1999. Siehe [hier].

Bestellungen

Zweck der Verarbeitung	Personenbezogene Daten	Speicherdauer
Um zu liefern, was Sie bestellen.	Name, Adresse	2 Jahre
Um Ihnen eine Rechnung zu stellen.	Name, Betrag	11 Jahre

Sie können jederzeit widersprechen.

Werbung

Zweck der Verarbeitung	Personenbezogene Daten	Speicherdauer
Um einen Newsletter zu senden.	E-Mail-Adresse	bis Sie widersprechen
Um Sie zu befragen.	Name	1 Jahr
"""


def test_what_was_neither_paired_nor_left_is_left(folder: Path) -> None:
    """Whatever the pairing forgets: here it has forgotten all."""
    document = read_document(GERMAN.encode(), "de.txt")
    plan = plan_of([document], {}, Taken(), "")
    places = {line.place for block in document.blocks for line in lines_of(block)}
    empty = PoFile(header=Entry(msgid=""))
    found = account_of(plan, filled(empty, [], {}), Pairing(), load(folder), empty)
    assert found.taken == 0
    assert {each.place for each in found.left} == places


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project that was brought in."""
    assert bring(tmp_path / "new", write(tmp_path, "en.txt", ENGLISH))[0] == 0
    return tmp_path / "new"


def entries(folder: Path) -> dict[tuple[str | None, str], Entry]:
    return {entry.key: entry for entry in catalogue(folder, "de").entries}


def said(folder: Path) -> dict[str, str]:
    return {entry.msgid: entry.msgstr[0] for entry in catalogue(folder, "de").entries}


def test_each_text_goes_to_the_message_of_its_place(folder: Path, tmp_path: Path) -> None:
    file = write(tmp_path, "de.txt", GERMAN.replace("11 Jahre", "10 Jahre"))
    status, found = bring(folder, file, "--locale", "de")
    assert (status, found["left"], found["rows"]) == (0, [], 4)
    words = said(folder)
    assert words["To bill you."] == "Um Ihnen eine Rechnung zu stellen."
    assert words["You may object at any time."] == "Sie können jederzeit widersprechen."
    assert words["Purpose"] == "Zweck der Verarbeitung"
    assert words["Orders"] == "Bestellungen"
    fuzzy = {entry.msgctxt for entry in entries(folder).values() if entry.is_fuzzy}
    assert all((context or "").endswith(("/title", "/name")) for context in fuzzy)
    again, second = bring(folder, file, "--locale", "de")
    assert (again, second["left"], second["messages"]["translated"]) == (0, [], 0)


def test_what_structure_does_not_prove_is_fuzzy_with_its_reason(
    folder: Path, tmp_path: Path
) -> None:
    status, found = bring(folder, write(tmp_path, "de.txt", GERMAN), "--locale", "de")
    assert (status, found["left"]) == (0, [])
    entry = next(entry for entry in entries(folder).values() if entry.msgid == "10 years")
    assert entry.msgstr == ("11 Jahre",)
    assert (entry.is_fuzzy, entry.remarks) == (True, ("import: their numbers differ",))


PROSE = """\
# Our notice

## Orders

{one}

### {two}

- {three}

{four}

### Rows

| Purpose | Personal data |
| --- | --- |
| To deliver. | Name, address |
"""


def test_what_is_one_word_in_another_language_is_paired_by_its_places(tmp_path: Path) -> None:
    """Two of our texts, "Purposes" and "Aims", are one of the edition's."""
    ours = PROSE.format(one="Our aims", two="Purposes", three="Aims", four="We are a shop.")
    theirs = PROSE.format(one="Ziele", two="Zwecke", three="Zwecke", four="Wir sind ein Laden.")
    assert bring(tmp_path / "new", write(tmp_path, "en.md", ours))[0] == 0
    german = write(tmp_path, "de.md", theirs)
    assert bring(tmp_path / "new", german, "--locale", "de")[1]["left"] == []
    words = said(tmp_path / "new")
    assert (words["Purposes"], words["Aims"]) == ("Zwecke", "Zwecke")
    assert words["We are a shop."] == "Wir sind ein Laden."
    assert not entries(tmp_path / "new")[(None, "We are a shop.")].is_fuzzy


def test_as_many_texts_in_another_order_prove_nothing(tmp_path: Path) -> None:
    """One text is there twice, and another one came in: headings would be paired with items."""
    ours = PROSE.format(one="Our aims", two="Purposes", three="Aims", four="We are a shop.")
    theirs = PROSE.format(one="Zwecke", two="Zwecke", three="Ziele", four="Wir sind ein Laden.")
    theirs = theirs.replace("### Rows", "Ganz neu.\n\n### Rows")
    assert bring(tmp_path / "new", write(tmp_path, "en.md", ours))[0] == 0
    bring(tmp_path / "new", write(tmp_path, "de.md", theirs), "--locale", "de")
    found = entries(tmp_path / "new")
    sure = [entry.msgid for entry in found.values() if entry.msgstr[0] and not entry.is_fuzzy]
    assert not {"Our aims", "Purposes", "Aims", "We are a shop."} & set(sure)


def test_a_row_that_the_edition_lacks_is_named(folder: Path, tmp_path: Path) -> None:
    lines = [line for line in GERMAN.splitlines() if "Rechnung" not in line]
    file = write(tmp_path, "de.txt", "\n".join(lines))
    status, found = bring(folder, file, "--locale", "de")
    assert status == 1
    assert [left["why"] for left in found["left"]] == [
        "the edition has no row for the purpose bill"
    ]
    assert said(folder)["To deliver what you order."] == "Um zu liefern, was Sie bestellen."
    assert said(folder)["To send a newsletter."] == "Um einen Newsletter zu senden."
    assert all(entry.is_fuzzy for entry in entries(folder).values() if "Um " in entry.msgstr[0])


def test_no_sentence_of_the_edition_is_lost(folder: Path, tmp_path: Path) -> None:
    more = GERMAN.replace("Sie können", "Neuer Absatz.\n\nSie können").replace(
        "Um Sie zu", "Um 24 Pakete zu prüfen.\tGewicht\t3 Tage\nUm Sie zu"
    )
    _, found = bring(folder, write(tmp_path, "de.txt", more), "--locale", "de")
    there = "\n".join([*said(folder).values(), *(left["text"] for left in found["left"])])
    for text in (text for line in more.splitlines() for text in line.split("\t") if text):
        assert text.replace("[hier]", "\\[hier\\]") in there, text


def test_what_a_translator_has_written_stays(folder: Path, tmp_path: Path) -> None:
    file = write(tmp_path, "de.txt", GERMAN)
    bring(folder, file, "--locale", "de")
    edit(
        folder, "de", lambda entry: "Anders." if entry.msgid == "To bill you." else entry.msgstr[0]
    )
    status, found = bring(folder, file, "--locale", "de")
    assert said(folder)["To bill you."] == "Anders."
    assert (status, [left["text"] for left in found["left"]]) == (
        1,
        ["Um Ihnen eine Rechnung zu stellen."],
    )


def test_a_trial_leaves_the_project_as_it_is(folder: Path, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    file = write(tmp_path, "de.txt", GERMAN)
    status, found = bring(folder, file, "--locale", "de", "--dry-run")
    assert (status, found["left"]) == (0, [])
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_texts_of_the_same_numbers_are_each_others() -> None:
    ours = [marks_of(text) for text in ("2 years", "[a](x://y) here", "30 days", "ask us")]
    theirs = [marks_of(text) for text in ("2 Jahre", "30 Tage", "fragen")]
    assert align(ours, theirs) == [(0, 0), (1, None), (2, 1), (3, 2)]


def test_a_column_of_the_notices_own_is_paired_whatever_its_header_says(tmp_path: Path) -> None:
    english = "Purpose\tPersonal data\tShoe size\nTo ship.\tName\tLarge ones.\n"
    german = "Zweck\tPersonenbezogene Daten\tSchuhgröße\nVersenden.\tName\tNur große.\n"
    assert bring(tmp_path / "new", write(tmp_path, "en.txt", english))[0] == 0
    status, found = bring(tmp_path / "new", write(tmp_path, "de.txt", german), "--locale", "de")
    assert (status, found["left"]) == (0, [])
    assert said(tmp_path / "new")["Large ones."] == "Nur große."
    assert not entries(tmp_path / "new")["purposes/ship/shoe_size", "Large ones."].is_fuzzy
