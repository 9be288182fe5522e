"""Kinds of personal data, proposed from what cells list."""

from __future__ import annotations

from polynotice.project.importing.document import Cell, Line
from polynotice.project.importing.kinds import propose
from polynotice.project.importing.planned import PlannedRecord
from polynotice.project.importing.runs import Run

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
