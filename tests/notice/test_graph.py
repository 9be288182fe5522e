"""The notice as data: `notice.jsonld` read back as a graph, its shapes, `notice.json`'s schema."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pyshacl import validate
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS

from polynotice.notice.graph_shapes import shapes
from polynotice.notice.graph_terms import CONTEXT, MEANINGS
from polynotice.notice.notice_form import notice_schema
from polynotice.notice.notice_json import as_written
from polynotice.verify.manifest import MANIFEST
from polynotice.verify.site_comparison import GRAPH
from polynotice.verify.site_verifier import Verifier
from tests.projects import (
    CONFIG,
    build_site,
    edit,
    load,
    polynotice,
    replace_in,
    translate,
    write_project,
)

# rdflib 7.6 uses in its own reader of JSON-LD what it advises others against.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

DPV = Namespace("https://w3id.org/dpv#")
SCHEMA = Namespace("https://schema.org/")
HOME = "https://notice.example/"

COLUMNS = [*MEANINGS, "more"]
LOCALES = ["en", "de", "zh-Hans"]
FILES = {
    "mkdocs.yml": CONFIG.replace(
        "locales: [en, de]",
        f"locales: [{', '.join(LOCALES)}]\n      columns: [{', '.join(COLUMNS)}]\n"
        "      extra_columns: {more: More}",
    ),
    "notice_data/care.yml": """\
        section: care
        title: Care
        purposes:
          - id: calls
            title: Calls
            purpose: Calls are [recorded](https://calls.example/) & *kept*.
            personal_data: [Recordings of calls., Your name.]
            data: [recordings, email-address]
            legal_basis: Consent.
            legitimate_interest: Quality.
            recipients: [Banks., Courts.]
            source: You.
            transfers: None.
            retention: A year.
            data_subjects: [Customers, Neighbours]
            more: More.
          - id: chat
            purpose: Chats are monitored.
            data: [illness]
        """,
    "notice_data/data.yml": """\
        data_categories:
          - {id: recordings, name: Recordings}
          - {id: email-address, name: Address for messages}
          - {id: illness, name: Illness, special: true}
        """,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_project(tmp_path_factory.mktemp("graph"), FILES)
    translate(folder, *LOCALES[1:])
    return folder


@pytest.fixture(scope="module")
def verifier(folder: Path) -> Verifier:
    return Verifier(load(folder))


def graph_of(text: str) -> Graph:
    """The graph, as it is served from the root of a site."""
    return Graph().parse(data=text, format="json-ld", publicID=f"{HOME}{GRAPH}")


def rows_in(graph: Graph) -> dict[str, list[tuple[str, list[tuple[str, str]]]]]:
    """The rows in each of the notice's languages, read from nothing but the graph."""

    def in_order(nodes: Any) -> list[Any]:
        return sorted(nodes, key=lambda node: int(graph.value(node, SCHEMA.position)))

    def texts(node: Any, locale: str) -> list[str]:
        found = graph.objects(node, DCTERMS.description)
        return [str(each) for each in found if each.language.lower() == locale.lower()]

    notice = URIRef(HOME)
    return {
        str(locale): [
            (
                str(graph.value(row, DCTERMS.identifier)),
                [
                    (str(graph.value(cell, DCTERMS.identifier)), text)
                    for cell in in_order(graph.objects(row, DCTERMS.hasPart))
                    for text in texts(cell, str(locale))
                ],
            )
            for row in in_order(graph.objects(notice, DPV.hasProcess))
        ]
        for locale in graph.objects(notice, DCTERMS.language)
    }


def rows_of(notice: Any) -> list[tuple[str, list[tuple[str, str]]]]:
    """The rows that a `notice.json` has, without those texts that are in another language."""
    return [
        (
            record["id"],
            [
                (name, field["text"])
                for name, field in record["fields"].items()
                if field["state"] in ("source", "translated")
            ],
        )
        for record in notice["records"]
    ]


def is_valid(graph: Graph, *, allow_warnings: bool = False) -> tuple[bool, str]:
    """Whether the graph is what the shapes say, and what is wrong with it."""
    shacl = Graph().parse(data=shapes(), format="turtle")
    found, _, text = validate(graph, shacl_graph=shacl, allow_warnings=allow_warnings)
    return bool(found), str(text)


def test_the_graph_gives_every_row_of_every_locale_with_every_text_in_order(
    verifier: Verifier,
) -> None:
    wanted = {one.id: one.notice for one in verifier.wanted}
    found = rows_in(graph_of(verifier.graph))
    assert found == {locale: rows_of(notice) for locale, notice in wanted.items()}
    assert sorted(found) == sorted(LOCALES)
    calls = dict(found["de"])["calls"]
    assert [name for name, _ in calls] == COLUMNS
    assert dict(calls)["personal_data"] == "DE: Recordings of calls.\nDE: Your name."


def test_the_graph_is_what_its_shapes_say(verifier: Verifier) -> None:
    found, text = is_valid(graph_of(verifier.graph))
    assert found, text


def without_row(graph: Graph) -> None:
    graph.remove((None, DPV.hasProcess, URIRef(f"{HOME}{GRAPH}#calls")))
    graph.remove((URIRef(f"{HOME}{GRAPH}#calls"), None, None))


def without_cell(graph: Graph) -> None:
    graph.remove((None, DCTERMS.hasPart, URIRef(f"{HOME}{GRAPH}#calls.purpose")))


def without_text(graph: Graph) -> None:
    cell = URIRef(f"{HOME}{GRAPH}#calls.more")
    graph.remove((cell, DCTERMS.description, Literal("DE: More.", lang="de")))


def with_two_texts(graph: Graph) -> None:
    cell = URIRef(f"{HOME}{GRAPH}#calls.more")
    graph.add((cell, DCTERMS.description, Literal("Mehr.", lang="de")))


def with_other_language(graph: Graph) -> None:
    cell = URIRef(f"{HOME}{GRAPH}#calls.more")
    graph.add((cell, DCTERMS.description, Literal("Mer.", lang="sv")))


def with_invented_basis(graph: Graph) -> None:
    basis = URIRef("https://w3id.org/dpv/legal/eu/gdpr#A6-1-g")
    graph.add((URIRef(f"{HOME}{GRAPH}#calls"), DPV.hasLegalBasis, basis))


def with_known_basis(graph: Graph) -> None:
    basis = URIRef("https://w3id.org/dpv/legal/eu/gdpr#A6-1-f")
    graph.add((URIRef(f"{HOME}{GRAPH}#calls"), DPV.hasLegalBasis, basis))


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (without_row, "The records of the notice are not numbered"),
        (without_cell, "The cells of the record are not numbered"),
        (without_text, "has no words in one of the notice's languages"),
        (with_two_texts, "UniqueLang"),
        (with_other_language, "a language that is not one of the notice's"),
        (with_invented_basis, "hasLegalBasis"),
        (with_known_basis, None),
    ],
)
def test_a_graph_that_lacks_something_or_says_what_nobody_knows_is_not(
    verifier: Verifier, damage: Callable[[Graph], None], message: str | None
) -> None:
    graph = graph_of(verifier.graph)
    damage(graph)
    found, text = is_valid(graph)
    assert (found, message is None or message in text) == (message is None, True), text


def test_what_is_not_translated_is_left_out_and_only_a_warning(tmp_path: Path) -> None:
    files = {"mkdocs.yml": CONFIG.replace("[en, de]", "[en, de]\n      untranslated: fallback")}
    translate(write_project(tmp_path, files), "de")
    edit(
        tmp_path,
        "de",
        lambda entry: "" if entry.msgid in ("Messages.", "Chat") else entry.msgstr[0],
    )
    graph = graph_of(Verifier(load(tmp_path)).graph)
    chat = URIRef(f"{HOME}{GRAPH}#chat")
    assert {text.language for text in graph.objects(chat, DCTERMS.title)} == {"en"}
    assert dict(rows_in(graph)["de"])["chat"] == [("purpose", "DE: Chats are monitored.")]
    assert not is_valid(graph)[0]
    assert is_valid(graph, allow_warnings=True)[0]


def test_kinds_of_data_and_people_are_called_as_dpv_calls_them(verifier: Verifier) -> None:
    graph = graph_of(verifier.graph)
    base = f"{HOME}{GRAPH}#"
    pd = Namespace("https://w3id.org/dpv/pd#")
    types = {
        str(node).removeprefix(base): set(graph.objects(node, RDF.type))
        for row in ("calls", "chat")
        for node in graph.objects(URIRef(base + row), DPV.hasPersonalData)
    }
    assert types["data-email-address"] == {DPV.PersonalData, pd.EmailAddress}
    assert types["data-recordings"] == {DPV.PersonalData}  # near miss: DPV has no such kind
    assert types["data-illness"] == {DPV.SpecialCategoryPersonalData}
    people = set(graph.objects(URIRef(f"{base}calls"), DPV.hasDataSubject))
    assert people == {URIRef(f"{base}calls.data_subjects"), DPV.Customer}
    # What the record does not state is no recipient.
    assert not list(graph.objects(URIRef(f"{base}chat"), DPV.hasRecipient))


def test_the_graph_is_the_same_each_time_and_asks_for_nothing(
    folder: Path, verifier: Verifier
) -> None:
    assert Verifier(load(folder)).graph == verifier.graph
    assert json.loads(verifier.graph)["@context"] == CONTEXT
    assert not re.search(r'"@(import|base|context)": "', verifier.graph)


# In the site


@pytest.fixture(scope="module")
def site(folder: Path) -> Path:
    return build_site(folder)


def test_a_build_writes_it_and_the_proof_reads_it(
    folder: Path, site: Path, verifier: Verifier
) -> None:
    assert (site / GRAPH).read_text(encoding="utf-8") == verifier.graph
    assert polynotice(folder, "verify", str(site)).exit_code == 0
    manifest = str(site / MANIFEST)
    assert polynotice(folder, "verify", "--manifest", manifest, str(site)).exit_code == 0


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("DE: More.", "Mehr.", "row-text"),
        ('"position": 2', '"position": 3', "row-text"),
        ("pd:EmailAddress", "pd:Name", "row-text"),
        ('"identifier": "chat"', '"identifier": "chats"', "row-missing"),
        ("{", "", "row-missing"),
    ],
)
def test_a_graph_that_was_changed_afterwards_is_found(
    folder: Path, site: Path, old: str, new: str, code: str
) -> None:
    text = (site / GRAPH).read_text(encoding="utf-8")
    try:
        replace_in(site / GRAPH, old, new)
        found = json.loads(polynotice(folder, "verify", "--json", str(site)).stdout)["problems"]
        manifest = ["--manifest", str(site / MANIFEST), str(site)]
        by_manifest = json.loads(polynotice(folder, "verify", "--json", *manifest).stdout)
    finally:
        (site / GRAPH).write_text(text, encoding="utf-8", newline="\n")
    assert code in {problem["code"] for problem in found}
    assert {problem["path"] for problem in found} == {GRAPH}
    assert [problem["path"] for problem in by_manifest["problems"]] == [GRAPH]


def test_a_graph_that_is_not_there_is_found(folder: Path, site: Path) -> None:
    text = (site / GRAPH).read_text(encoding="utf-8")
    (site / GRAPH).unlink()
    try:
        found = json.loads(polynotice(folder, "verify", "--json", str(site)).stdout)["problems"]
    finally:
        (site / GRAPH).write_text(text, encoding="utf-8", newline="\n")
    assert [(one["code"], one["path"]) for one in found] == [("row-missing", GRAPH)]


# notice.json


def test_notice_json_is_what_its_schema_says(site: Path) -> None:
    for locale in ("", *LOCALES[1:]):
        data = json.loads((site / locale / "notice.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator(notice_schema()).validate(data)
        assert data["format"] == 1


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2},
        {"direction": "up"},
        {"records": [{"id": "calls"}]},
        {"more": ""},
    ],
)
def test_what_is_no_notice_json_is_none_to_its_schema(
    verifier: Verifier, change: dict[str, Any]
) -> None:
    data = as_written(verifier.wanted[0].notice)
    schema = jsonschema.Draft202012Validator(notice_schema())
    assert schema.is_valid(data)
    assert not schema.is_valid({**data, **change})
    assert not schema.is_valid({name: one for name, one in data.items() if name != "format"})


def test_the_command_prints_the_schema_and_the_shapes(tmp_path: Path) -> None:
    assert json.loads(polynotice(tmp_path, "schema", "--notice").stdout) == notice_schema()
    assert polynotice(tmp_path, "schema", "--shapes").stdout == shapes()
