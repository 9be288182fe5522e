"""Headings of an imported notice that name what the law asks for."""

from __future__ import annotations

import pytest

from polynotice.notice.requirement_lists import element_ids
from polynotice.project.importing.heading_words import HEADING_WORDS, elements_of
from polynotice.project.importing.planned import Plan, PlannedHeading, PlannedPage
from polynotice.project.importing.written import page_file


@pytest.mark.parametrize(
    ("heading", "element"),
    [
        ("3.2 Who we share your data with", "recipients"),
        ("Right to object", "objection"),
        ("Legal basis for processing", "legal-basis"),
        ("How long we keep your data", "retention"),
        ("IV. Dauer der Speicherung", "retention"),
        ("Recht auf Löschung", "erasure"),
        ("Unser Datenschutzbeauftragter", "dpo"),
        ("Durée de conservation des données", "retention"),
        ("Le droit à l’effacement", "erasure"),
        ("Responsable du traitement :", "controller"),
    ],
)
def test_a_heading_that_names_an_element_is_known(heading: str, element: str) -> None:
    assert elements_of(heading) == (element,)


@pytest.mark.parametrize(
    "heading",
    ["Your rights", "Access control", "Withdrawal from the contract", "Objections we have heard",
     "Transfers of money", "Löschwasser", "Droit applicable", ""],
)  # fmt: skip
def test_a_heading_that_says_something_else_is_not(heading: str) -> None:
    assert elements_of(heading) == ()


def test_every_element_that_headings_name_is_one_of_the_law() -> None:
    assert set(HEADING_WORDS) <= set(element_ids())


def test_an_imported_page_marks_such_headings_and_no_others() -> None:
    headings = [
        PlannedHeading(level=1, text="Privacy", plain="Privacy"),
        PlannedHeading(level=2, text="*Right of access*", plain="Right of access"),
    ]
    page = PlannedPage(uri="index.md", title="Privacy", blocks=[*headings])
    assert page_file(page, Plan(title="Privacy")) == (
        "# Privacy\n\n## *Right of access*\n<!-- states: access -->\n"
    )
