"""Vocabularies that come with the tool: what notices of many organisations name alike.

Legal bases, kinds of personal data, people, recipients and rights stand in `vocabularies/*.yml`, in
English, and are translated in `vocabularies/locales/`: drafts, as every translation is until a
lawyer has signed. A notice's catalogues start with them, and its own translation wins from then on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from polynotice.catalogues.po_format import Entry
from polynotice.core.locales import Locale, nearest
from polynotice.files.yaml_source import load_yaml

SOURCE = "en"
"""The language that the vocabularies are written in."""

TEMPLATE = "vocabularies.pot"


@dataclass(frozen=True, kw_only=True)
class Term:
    """One thing that a vocabulary names."""

    id: str
    """Unique in its vocabulary."""
    name: str
    """In English: what a cell of a notice says."""
    sentence: str = ""
    """What a right is, said to the reader; of no other term."""
    article: str = ""
    """Of the GDPR, without the word, such as `6(1)(a)`; of legal bases and rights."""
    dpv: str = ""
    """The term of the W3C Data Privacy Vocabulary, with its prefix, where one says the same."""
    group: str = ""
    """Id of the group of a kind of personal data."""
    special: bool = False
    """Whether a kind of personal data is one of the special categories of GDPR Art. 9(1)."""
    note: str = ""
    """What translators are told of it."""


@cache
def legal_bases() -> Mapping[str, Term]:
    """Articles 6(1), 9(2) and 49(1) GDPR, by id, such as `gdpr-6-1-a`.

    >>> legal_bases()["gdpr-6-1-a"].name
    'Consent of the data subject (Article 6(1)(a) GDPR)'
    """
    return _read("legal-bases", "legal_bases")


@cache
def kinds_of_data() -> Mapping[str, Term]:
    """Kinds of personal data, by id."""
    return _read("personal-data", "personal_data")


@cache
def groups_of_data() -> Mapping[str, Term]:
    """Groups of kinds of personal data, by id, in the order of readers."""
    return _read("personal-data", "groups")


@cache
def people() -> Mapping[str, Term]:
    """People whose data is processed, by id."""
    return _read("people", "people")


@cache
def recipients() -> Mapping[str, Term]:
    """Who receives personal data, by id."""
    return _read("recipients", "recipients")


@cache
def rights() -> Mapping[str, Term]:
    """What a person may ask for, by id."""
    return _read("rights", "rights")


@cache
def template() -> tuple[Entry, ...]:
    """Every message of the vocabularies, as translators get it."""
    return tuple(_messages())


@cache
def translations(locale: Locale) -> Mapping[str, Entry]:
    """What the vocabularies have in that locale's language and script, by context; or nothing.

    An entry that is fuzzy is a draft that nobody has compared with the official text.
    """
    if nearest(locale.id, (SOURCE,)):
        return {str(entry.msgctxt): _in_english(entry) for entry in template()}
    name = nearest(locale.id, _languages())
    return {} if name is None else _translated(name)


def names_of_kinds(locale: Locale) -> Mapping[str, str]:
    """The names of the kinds of personal data in that locale's language by id, but for drafts."""
    words = translations(locale)
    entries = ((name, words.get(f"personal-data/{name}")) for name in kinds_of_data())
    return {name: entry.msgstr[0] for name, entry in entries if entry and not entry.is_fuzzy}


@cache
def all_names_of_kinds() -> Mapping[str, str]:
    """The ids of the kinds of personal data by their names in every language, drafts included."""
    names = {term.name: term.id for term in kinds_of_data().values()}
    for language in sorted(_languages()):
        words = _translated(language)
        for kind in kinds_of_data():
            if entry := words.get(f"personal-data/{kind}"):
                names.setdefault(entry.msgstr[0], kind)
    return names


def context_of_legal_basis(name: str) -> str:
    """What a catalogue finds the text of a legal basis by, in a notice as in the vocabularies."""
    return f"legal-bases/{name}"


def _messages() -> Iterator[Entry]:
    for term in legal_bases().values():
        about = f"Legal basis, Article {term.article} GDPR, in the words of the official text"
        yield _entry(context_of_legal_basis(term.id), term.name, about, term)
    for term in groups_of_data().values():
        yield _entry(f"groups/{term.id}", term.name, "Group of kinds of personal data", term)
    for term in kinds_of_data().values():
        group = groups_of_data()[term.group].name
        about = f'Kind of personal data, in the group "{group}"'
        yield _entry(f"personal-data/{term.id}", term.name, about, term)
    for term in people().values():
        yield _entry(f"people/{term.id}", term.name, "People whose data is processed", term)
    for term in recipients().values():
        yield _entry(f"recipients/{term.id}", term.name, "Who receives personal data", term)
    for term in rights().values():
        about = f"Right of the data subject, Article {term.article} GDPR"
        yield _entry(f"rights/{term.id}/name", term.name, about, term)
        yield _entry(f"rights/{term.id}/text", term.sentence, f"{about}, said to the reader", term)


def _entry(context: str, text: str, about: str, term: Term) -> Entry:
    return Entry(msgctxt=context, msgid=text, notes=(about, *([term.note] if term.note else [])))


def _in_english(entry: Entry) -> Entry:
    return Entry(msgctxt=entry.msgctxt, msgid=entry.msgid, msgstr=(entry.msgid,))


@cache
def _languages() -> frozenset[str]:
    """The BCP 47 ids of the languages that there is a catalogue in."""
    names = (file.name for file in (_folder() / "locales").iterdir())
    return frozenset(
        name.removesuffix(".po").replace("_", "-") for name in names if name.endswith(".po")
    )


@cache
def _translated(name: str) -> Mapping[str, Entry]:
    from polynotice.catalogues import po_reader  # here: not every build asks for a word

    file = _folder() / "locales" / f"{name.replace('-', '_')}.po"
    entries = po_reader.parse(file.read_text(encoding="utf-8")).entries
    return {str(entry.msgctxt): entry for entry in entries if entry.is_translated}


def _read(name: str, key: str) -> Mapping[str, Term]:
    text = (_folder() / f"{name}.yml").read_text(encoding="utf-8")
    document, problems = load_yaml(text, name, code="unreadable-records")
    if document is None or problems:
        raise ValueError(f"{name}.yml of the package is damaged: {problems}")
    listed: Sequence[Mapping[str, Any]] = document.children(())[key]
    return {str(one["id"]): _term(one) for one in listed}


def _term(item: Mapping[str, Any]) -> Term:
    """A term as it stands in its file; a legal basis has a text, a right a name and a text."""
    return Term(
        id=item["id"],
        name=item.get("name") or item["text"],
        sentence=item["text"] if "name" in item and "text" in item else "",
        article=item.get("article") or " and ".join(item.get("articles", ())),
        dpv=item.get("dpv", ""),
        group=item.get("group", ""),
        special=item.get("special", False),
        note=item.get("note", ""),
    )


def _folder() -> resources.abc.Traversable:
    return resources.files("polynotice") / "vocabularies"
