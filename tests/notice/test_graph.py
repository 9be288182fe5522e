"""The notice as data: `notice.jsonld` read back as a graph, its shapes, `notice.json`'s schema."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from rdflib import RDF, XSD, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS

from polynotice.catalogues.vocabularies import (
    kinds_of_data,
    legal_bases,
    people,
    recipients,
    rights,
)
from polynotice.core.model import Notice, Purpose, Section, Span
from polynotice.notice.graph import GraphLocale, graph_text
from polynotice.notice.graph_shapes import shapes
from polynotice.notice.graph_terms import CONTEXT, KINDS, MEANINGS
from polynotice.notice.notice_form import notice_schema
from polynotice.notice.notice_json import as_written
from polynotice.verify.manifest import MANIFEST
from polynotice.verify.site_comparison import GRAPH
from polynotice.verify.site_verifier import Verifier
from tests.graphs import (
    DPV,
    GDPR,
    HOME,
    NODES,
    READS_GRAPHS,
    graph_of,
    is_valid,
    rows_in,
    rows_of,
)
from tests.projects import (
    CONFIG,
    ROOT,
    build_site,
    edit,
    load,
    polynotice,
    replace_in,
    translate,
    write_project,
)

pytestmark = pytest.mark.filterwarnings(READS_GRAPHS)

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
            legal_basis_ids: [gdpr-6-1-a, gdpr-49-1-a]
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
    assert is_valid(graph_of(verifier.graph)) == (True, [])


SMALL = """\
section: care
purposes:
  - {id: calls, purpose: Calls., personal_data: Names.}
  - {id: chat, purpose: Chat., personal_data: Words.}
  - {id: post, purpose: Post., personal_data: Letters.}
"""
MARCH = URIRef(f"{HOME}releases/2026-03-01/")
# What no shape allows, as triples to be removed and to be added, with what the shapes say.
WITHOUT = (
    (URIRef(HOME), DPV.hasProcess, NODES.post),
    (NODES["calls.purpose"], DCTERMS.description, Literal("DE: Calls.", lang="de")),
    (NODES.post, DCTERMS.hasPart, NODES["post.personal_data"]),
)
WITH = (
    (NODES["calls.purpose"], DCTERMS.description, Literal("Samtal.", lang="sv")),
    (NODES["calls.personal_data"], DCTERMS.description, Literal("Namen.", lang="de")),
    (NODES.post, DPV.hasLegalBasis, GDPR["A6-1-g"]),
    (MARCH, DCTERMS.issued, Literal("2026-03-02", datatype=XSD.date)),
)
FOUND = (
    (HOME, "The records of the notice are not all there"),
    ("#post", "Less than 1 values"),
    ("#calls", "A cell of the record has no words in one of the notice's languages."),
    ("#post", "The cells of the record are not all there"),
    ("#calls.purpose", "The cell has words in a language that is not one of the notice's."),
    ("#calls.personal_data", "More than one String shares the same Language"),
    ("#post", "A6-1-g"),
    ("releases/2026-03-01/", "More than 1 values"),
)


def test_a_graph_that_lacks_something_or_says_what_nobody_knows_is_not(tmp_path: Path) -> None:
    translate(write_project(tmp_path, {"notice_data/care.yml": SMALL}), "de")
    assert polynotice(tmp_path, "release", "2026-03-01").exit_code == 0
    graph = graph_of(Verifier(load(tmp_path)).graph)
    graph.add((NODES.post, DPV.hasLegalBasis, GDPR["A6-1-f"]))  # near miss: there is such a basis
    assert is_valid(graph) == (True, [])
    for triple in WITHOUT:
        assert triple in graph
        graph.remove(triple)
    for triple in WITH:
        graph.add(triple)
    found, results = is_valid(graph)
    assert not found
    for node, message in FOUND:
        assert any(node in result and message in result for result in results), message


def test_what_is_not_translated_is_left_out_and_only_a_warning(tmp_path: Path) -> None:
    files = {"mkdocs.yml": CONFIG.replace("[en, de]", "[en, de]\n      untranslated: fallback")}
    translate(write_project(tmp_path, files), "de")
    missing = ("Messages.", "Chat")
    edit(tmp_path, "de", lambda entry: "" if entry.msgid in missing else entry.msgstr[0])
    graph = graph_of(Verifier(load(tmp_path)).graph)
    assert {text.language for text in graph.objects(NODES.chat, DCTERMS.title)} == {"en"}
    assert dict(rows_in(graph)["de"])["chat"] == [("purpose", "DE: Chats are monitored.")]
    found, results = is_valid(graph)
    assert not found
    assert ["sh:Warning" in result for result in results] == [True]


def test_legal_bases_kinds_of_data_and_people_are_called_as_dpv_calls_them(
    verifier: Verifier,
) -> None:
    graph = graph_of(verifier.graph)
    pd = Namespace("https://w3id.org/dpv/pd#")
    types = {
        str(node).removeprefix(NODES): set(graph.objects(node, RDF.type))
        for row in ("calls", "chat")
        for node in graph.objects(NODES[row], DPV.hasPersonalData)
    }
    assert types["data-email-address"] == {DPV.PersonalData, pd.EmailAddress}
    assert types["data-recordings"] == {DPV.PersonalData}  # near miss: DPV has no such kind
    assert types["data-illness"] == {DPV.SpecialCategoryPersonalData}
    people = set(graph.objects(NODES.calls, DPV.hasDataSubject))
    assert people == {NODES["calls.data_subjects"], DPV.Customer}
    bases = set(graph.objects(NODES.calls, DPV.hasLegalBasis))
    named = {basis for basis in bases if basis in GDPR}
    assert named == {GDPR["A6-1-a"], GDPR["A49-1-a"]}
    assert NODES["calls.legal_basis"] in bases
    # What the record does not state is no recipient.
    assert not list(graph.objects(NODES.chat, DPV.hasRecipient))


def test_releases_are_versions_of_the_notice_and_a_law_says_of_what_kind_it_is() -> None:
    purpose = Purpose(id="calls", fields={}, span=Span("a.yml"))
    notice = Notice(sections=(Section(id="care", purposes=(purpose,), span=Span("a.yml")),))
    record = {"id": "calls", "section": "care", "page": "", "fields": {}}
    said = {"locale": "en", "source_locale": "en", "records": [record]}
    locales = [GraphLocale(notice=said, names={"./": "Notice"})]
    versions = [("2026-03-01", "2026-03-01"), ("2026-05-01", "2026-06-01")]
    graph = graph_of(graph_text(notice, locales, laws=["gdpr-13", "own"], versions=versions))
    home, march, may = URIRef(HOME), MARCH, URIRef(f"{HOME}releases/2026-05-01/")
    kinds = {DPV.PrivacyNotice, GDPR.DirectDataCollectionNotice}
    assert set(graph.objects(home, RDF.type)) == kinds
    assert set(graph.subjects(DCTERMS.isVersionOf, home)) == {march, may}
    assert graph.value(may, DCTERMS.replaces) == march
    assert graph.value(march, DCTERMS.replaces) is None
    assert graph.value(may, DCTERMS.valid) == Literal("2026-06-01", datatype=XSD.date)


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
        # A copy that was downloaded by its links has no such file: all else can be compared.
        by_manifest = polynotice(folder, "verify", "--manifest", str(site / MANIFEST), str(site))
    finally:
        (site / GRAPH).write_text(text, encoding="utf-8", newline="\n")
    assert [(one["code"], one["path"]) for one in found] == [("row-missing", GRAPH)]
    assert by_manifest.exit_code == 0
    assert by_manifest.stdout.startswith(f"{GRAPH}:1: warning row-missing: ")


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


# The manual


def test_the_examples_of_the_manual_print_the_rows(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(site.parent)
    text = (ROOT / "manual" / "reference" / "data.md").read_text(encoding="utf-8")
    printed = []
    for example in re.findall(r"```python\n(.*?)```", text, re.DOTALL):
        exec(compile(example, "data.md", "exec"), {})  # noqa: S102
        printed.append(capsys.readouterr().out)
    assert printed == [
        "#calls DE: Recordings of calls.\nDE: Your name.\n"
        "#chat DE: Illness – DE: Special category of personal data (Article 9 GDPR)\n",
        "calls DE: Calls are recorded & kept.\nchat DE: Chats are monitored.\n",
    ]


def test_every_term_is_one_of_dpv() -> None:
    known: set[str] = set()
    prefix = ""
    for line in (Path(__file__).parent / "dpv-2.3.txt").read_text(encoding="utf-8").split("\n"):
        if line.startswith("  "):
            known |= {f"{prefix}:{name}" for name in line.split()}
        prefix = line.rstrip(":") if line.endswith(":") else prefix
    vocabularies = (legal_bases, kinds_of_data, people, recipients, rights)
    terms = {term.dpv for each in vocabularies for term in each().values() if term.dpv}
    terms |= {each["@id"] for each in CONTEXT.values() if isinstance(each, dict)}
    for meaning in MEANINGS.values():
        terms |= {f"dpv:{meaning.property}", meaning.type}
        if meaning.by_way_of:
            terms |= {meaning.by_way_of[0], f"dpv:{meaning.by_way_of[1]}"}
    terms |= {*KINDS.values(), "dpv:SpecialCategoryPersonalData", "dpv:PersonalData"}
    of_dpv = {term for term in terms if term.partition(":")[0] in ("dpv", "pd", "eu-gdpr")}
    assert len(of_dpv) > 100
    assert of_dpv - known == set()


def test_the_manual_has_every_column_as_the_graph_has_it() -> None:
    text = (ROOT / "manual" / "reference" / "data.md").read_text(encoding="utf-8")
    for column, meaning in MEANINGS.items():
        row = next(line for line in text.split("\n") if line.startswith(f"| `{column}` |"))
        terms = [f"dpv:{meaning.property}", meaning.type]
        if meaning.by_way_of:
            terms[1:1] = [meaning.by_way_of[0], f"dpv:{meaning.by_way_of[1]}"]
        assert re.findall(r"`(dpv:\w+)`", row) == terms
