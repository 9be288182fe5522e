"""Kinds of personal data, proposed from what cells list."""

from __future__ import annotations

from pathlib import Path

import pytest

from polynotice.project.importing.document import Cell, Line
from polynotice.project.importing.kinds import propose
from polynotice.project.importing.planned import PlannedRecord
from polynotice.project.importing.runs import Run
from polynotice.project.importing.written import kinds_file
from tests.project.importing.documents import bring, write

VOCABULARY = {"email-address": "Email address", "order-history": "Order history"}


def record(name: str, text: str) -> PlannedRecord:
    cell = Cell(lines=(Line(runs=(Run(text=text),), place="line 1"),), place="line 1")
    return PlannedRecord(id=name, title=name, fields={"personal_data": cell})


def test_what_the_vocabulary_has_is_surely_a_kind_with_its_id_and_name() -> None:
    only = record("news", "E-mail addresses, shoe size")
    assert propose([only], {}, VOCABULARY) == {
        "email-address": "Email address",
        "shoe-size": "Shoe size",
    }
    assert only.data == (("email-address", ""), ("shoe-size", "only this purpose names it"))


SPECIAL = {
    "health-data": "Data concerning health",
    "racial-or-ethnic-origin": "Racial or ethnic origin",
    "criminal-convictions": "Criminal convictions and offences",
}


def test_a_term_is_not_parted_at_its_own_and_or_or() -> None:
    text = "Name, health data and racial or ethnic origin and criminal convictions and offences"
    only = record("care", text)
    assert propose([only], {}, {**VOCABULARY, **SPECIAL}) == {"name": "Name", **SPECIAL}
    other = record("other", "Shape or colour")
    assert list(propose([other], {}, SPECIAL)) == ["shape", "colour"]


def test_special_categories_that_the_vocabulary_knows_are_marked_as_such() -> None:
    """Another way to write one is the same: "Health data" is data concerning health."""
    both = record("care", "Health data, Data concerning health, Shoe size")
    found = propose([both], {}, SPECIAL)
    assert found == {"health-data": "Data concerning health", "shoe-size": "Shoe size"}
    assert [kind for kind, _ in both.data] == ["health-data", "shoe-size"]
    assert kinds_file(found).split("\n")[3:] == [
        "  - id: health-data",
        "    name: Data concerning health",
        "    special: true",
        "  - id: shoe-size",
        "    name: Shoe size",
        "",
    ]


def test_without_a_vocabulary_names_are_those_of_the_cells() -> None:
    assert propose([record("news", "E-mail addresses")]) == {"e-mail-addresses": "E-mail addresses"}


def test_a_kind_that_the_project_has_keeps_its_id() -> None:
    only = record("news", "Email address")
    assert propose([only], {"mail": "Email address"}, VOCABULARY) == {}
    assert only.data == (("mail", ""),)


def test_an_id_of_the_vocabulary_that_is_taken_gets_a_number() -> None:
    only = record("news", "Order history")
    assert propose([only], {"order-history": "Past orders"}, VOCABULARY) == {
        "order-history-2": "Order history"
    }


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("en", "Name and address", ["name", "address"]),
        ("nl", "Naam en adres", ["naam", "adres"]),
        ("fr", "Nom et données en ligne", ["nom", "donnees-en-ligne"]),
        ("pt-BR", "Nome e morada", ["nome", "morada"]),
        ("es", "Nombre y dirección e", ["nombre", "direccion-e"]),
        ("en", "Vitamin E levels o and i in use", ["vitamin-e-levels-o", "i-in-use"]),
        ("ja", "Name and address", ["name-and-address"]),
    ],
)
def test_a_list_is_parted_at_the_words_of_its_own_language_alone(
    language: str, text: str, parts: list[str]
) -> None:
    assert list(propose([record("x", text)], language=language)) == parts


def test_a_notice_is_parted_in_the_language_that_it_is_brought_in_as(tmp_path: Path) -> None:
    text = "Finalité\tDonnées\nLivrer\tNom et données en ligne\n"
    bring(tmp_path / "new", write(tmp_path, "n.txt", text), "--locale", "fr")
    kinds = (tmp_path / "new/notice_data/data-categories.yml").read_text("utf-8")
    assert [line for line in kinds.split("\n") if "id:" in line] == [
        "  - id: nom",
        "  - id: donnees-en-ligne",
    ]
