"""The notice as linked data: `notice.jsonld`, one graph with every published locale.

Each line holds a node, so that git and people can compare two of them. Addresses count from the
root of the site, as it is served: a notice may be moved as a whole. The notice is `./`, the address
of its home page, and stays that in every version: `dct:isVersionOf` has something to lead to.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from polynotice.core.model import Notice, Purpose, State, Text
from polynotice.notice.graph_terms import (
    CONTEXT,
    KINDS,
    MEANINGS,
    VOCABULARY,
    bases_of,
    people_in,
    types_of,
)
from polynotice.notice.notice_json import Difference, differences

NOTICE = "./"
"""The node of the notice as a whole."""

_FINAL = frozenset(str(state) for state in State if state.is_final)


@dataclass(frozen=True, kw_only=True)
class GraphLocale:
    """What the graph has of one locale."""

    notice: Mapping[str, Any]
    """What its `notice.json` says."""
    names: Mapping[str, str]
    """What readers see of each of `named`, where that is translated."""


def named(notice: Notice, site_name: Text) -> dict[str, Text]:
    """The texts besides cells that name a node of the graph, by the node."""
    names = {NOTICE: site_name}
    names |= {_section(one.id): one.title for one in notice.sections if one.title}
    names |= {_category(one.id): one.name for one in notice.categories}
    names |= {_record(one.id): one.title for one in notice.purposes if one.title}
    return names


def graph_text(
    notice: Notice,
    locales: Sequence[GraphLocale],
    *,
    laws: Iterable[str] = (),
    versions: Iterable[tuple[str, str]] = (),
) -> str:
    """The text of `notice.jsonld`, for the locales that are published; one is the source's.

    `laws` are the ids of the lists of what the notice has to state, `versions` the days on which
    each release was issued and took effect, in order.
    """
    kinds = ["dpv:PrivacyNotice", *(KINDS[law] for law in laws if law in KINDS)]
    # Put together once: with forty languages, each copy of it has twenty million characters.
    lines = [_line(node) for node in chain(_nodes(notice, locales, kinds), _versions(versions))]
    lines[0] = f'{{"@context": {_line(CONTEXT)},\n"@graph": [\n{lines[0]}'
    lines[-1] += "\n]}\n"
    return ",\n".join(lines)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _versions(versions: Iterable[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    """A node for each release, at its address in the archive."""
    replaced: dict[str, str] = {}
    for date, effective in versions:
        node = f"releases/{date}/"
        yield {
            "id": node,
            "type": "dpv:Notice",
            "isVersionOf": NOTICE,
            "issued": date,
            "valid": effective,
            **replaced,
        }
        replaced = {"replaces": node}


def _nodes(
    notice: Notice, locales: Sequence[GraphLocale], kinds: Sequence[str]
) -> Iterator[dict[str, Any]]:
    source = next(one for one in locales if one.notice["locale"] == one.notice["source_locale"])
    records = source.notice["records"]
    purposes = {one.id: one for one in notice.purposes}
    placed = [purposes[record["id"]] for record in records]
    yield {
        "id": NOTICE,
        "type": kinds,
        "conformsTo": VOCABULARY,
        "language": [one.notice["locale"] for one in locales],
        **_title(NOTICE, locales),
        "count": len(placed),
        "hasProcess": [_record(one.id) for one in placed],
    }
    used = {name for purpose in placed for name in purpose.data}
    for category in notice.categories:
        if category.id in used:
            node = _category(category.id)
            head = {"id": node, "type": types_of(category), "identifier": category.id}
            yield {**head, **_title(node, locales)}
    for section in dict.fromkeys(record["section"] for record in records):
        node = _section(section)
        yield {"id": node, "identifier": section, **_title(node, locales)}
    said = [{each["id"]: each for each in one.notice["records"]} for one in locales]
    for position, (record, purpose) in enumerate(zip(records, placed, strict=True), 1):
        texts = {
            locale.notice["locale"]: of_locale[purpose.id]["fields"]
            for locale, of_locale in zip(locales, said, strict=True)
        }
        node = _record(purpose.id)
        yield {
            "id": node,
            "type": "dpv:PersonalDataProcess",
            "identifier": purpose.id,
            "position": position,
            **_title(node, locales),
            "section": _section(record["section"]),
            "page": f"{record['page'] or NOTICE}#{purpose.id}",
            **_links(purpose, record["fields"]),
            "count": len(record["fields"]),
            "cells": [
                _cell(purpose, field, number, texts)
                for number, field in enumerate(record["fields"], 1)
            ],
        }


def _cell(
    purpose: Purpose, field: str, position: int, texts: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    """What a record says in one column, in each locale that has it as its own words."""
    cell: dict[str, Any] = {"id": _cell_id(purpose, field)}
    if _states(purpose, field) and field in MEANINGS:
        cell["type"] = MEANINGS[field].type
    in_locales = {locale: fields[field] for locale, fields in texts.items()}
    text = {name: one["text"] for name, one in in_locales.items() if one["state"] in _FINAL}
    return {**cell, "identifier": field, "position": position, "text": text}


def _links(purpose: Purpose, fields: Iterable[str]) -> dict[str, list[Any]]:
    """What a record has, by DPV's properties: its cells, and what it names by id."""
    links: dict[str, list[Any]] = {}
    for field in fields:
        if field in MEANINGS and _states(purpose, field):
            meaning, target = MEANINGS[field], _cell_id(purpose, field)
            if meaning.by_way_of is None:
                links.setdefault(meaning.property, []).append(target)
            else:
                kind, leads = meaning.by_way_of
                between = {"id": f"{target}.of", "type": kind, leads: [target]}
                links.setdefault(meaning.property, []).append(between)
    if bases := bases_of(purpose.legal_basis_ids):
        links.setdefault("hasLegalBasis", []).extend(bases)
    if purpose.data:
        links.setdefault("hasPersonalData", []).extend(map(_category, purpose.data))
    if people := _people(purpose):
        links.setdefault("hasDataSubject", []).extend(people)
    return links


def _people(purpose: Purpose) -> list[str]:
    value = purpose.fields.get("data_subjects")
    return list(dict.fromkeys(filter(None, map(people_in, value.texts)))) if value else []


def _states(purpose: Purpose, field: str) -> bool:
    """Whether the record says something in that column; else the cell says that it does not."""
    return field in purpose.fields or (field == "personal_data" and bool(purpose.data))


def _title(node: str, locales: Iterable[GraphLocale]) -> dict[str, dict[str, str]]:
    titles = {one.notice["locale"]: one.names[node] for one in locales if node in one.names}
    return {"title": titles} if titles else {}


# A record's id has no full stop: no node is called like another's.
def _record(name: str) -> str:
    return f"#{name}"


def _category(name: str) -> str:
    return f"#data-{name}"  # no record is called so, where there is such a category


def _section(name: str) -> str:
    return f"#section.{name}"


def _cell_id(purpose: Purpose, field: str) -> str:
    return f"#{purpose.id}.{field}"


def graph_differences(found: object, wanted: Mapping[str, Any]) -> list[Difference]:
    """Every way in which what a `notice.jsonld` says differs from what it must say."""
    if found == wanted:
        return []
    return differences(_as_notice(found), _as_notice(wanted)) or [
        Difference(code="row-text", message="The file says more than the notice does.")
    ]


def _as_notice(document: object) -> dict[str, Any]:
    """The document in the form of a `notice.json`: the nodes that are no record's are its head."""
    data = document if isinstance(document, dict) else {}
    graph = data.get("@graph")
    nodes = [one for one in graph if isinstance(one, dict)] if isinstance(graph, list) else []
    records = [one for one in nodes if one.get("type") == "dpv:PersonalDataProcess"]
    others = {str(one.get("id")): one for one in nodes if one not in records}
    head = {name: value for name, value in data.items() if name != "@graph"}
    return {**head, **others, "records": [_flat(one) for one in records]}


def _flat(record: Mapping[str, Any]) -> dict[str, Any]:
    """A record with its cells by their names, so that a difference says where it is."""
    cells = record.get("cells")
    listed = [one for one in cells if isinstance(one, dict)] if isinstance(cells, list) else []
    by_name = {str(one.get("identifier")): one for one in listed}
    is_whole = isinstance(cells, list) and len(by_name) == len(cells)
    head = {**record, "node": record.get("id"), "id": str(record.get("identifier"))}
    return {**head, "cells": by_name} if is_whole else head
