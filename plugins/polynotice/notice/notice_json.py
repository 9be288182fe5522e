"""The form of `notice.json`, and how one differs from another; `notice_data` says what it has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

FORMAT = 1
"""Of `notice.json`: the version of its form."""


def as_written(notice: Mapping[str, Any]) -> dict[str, Any]:
    """What a `notice.json` is, for what it says in one locale: the format is none of the words."""
    return {"format": FORMAT, **notice}


def without_format(document: object) -> object:
    """What a document says, if it is of the format, or from before there was one."""
    if isinstance(document, dict) and document.get("format", _NOTHING) == FORMAT:
        return {name: value for name, value in document.items() if name != "format"}
    return document


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One way in which a `notice.json` differs from what it must be."""

    code: str
    """That of the problem it is."""
    message: str
    record: str | None = None


def differences(found: object, wanted: Mapping[str, Any]) -> list[Difference]:
    """Every way in which what a `notice.json` says differs from what it must say."""
    if found == wanted:
        return []
    data = found if isinstance(found, dict) else {}
    records = data.get("records")
    there = [one for one in records if isinstance(one, dict)] if isinstance(records, list) else []
    ids = [str(one.get("id")) for one in there]
    by_id = dict(zip(ids, there, strict=True))
    all_found = list(_heads(data, wanted))
    for record in wanted["records"]:
        name = record["id"]
        if name in by_id:
            all_found += _fields(by_id[name], record)
        else:
            message = f'The record "{name}" is missing.'
            all_found.append(Difference(code="row-missing", message=message, record=name))
    expected = [record["id"] for record in wanted["records"]]
    for name in (Counter(ids) - Counter(expected)).elements():
        message = f'The record "{name}" is too many.'
        all_found.append(Difference(code="row-extra", message=message, record=name))
    if ids != expected and Counter(ids) == Counter(expected):
        message = f"The records are in the order {', '.join(ids)}, not {', '.join(expected)}."
        all_found.append(Difference(code="row-order", message=message))
    return all_found or [
        Difference(code="row-text", message="The file says more than the notice does.")
    ]


def _heads(data: Mapping[str, Any], wanted: Mapping[str, Any]) -> Iterator[Difference]:
    for name in dict.fromkeys([*wanted, *data]):
        expected, found = wanted.get(name, _NOTHING), data.get(name, _NOTHING)
        if name != "records" and found != expected:
            message = f'In {name}, expected "{expected}", found "{found}".'
            yield Difference(code="row-text", message=message)


class _Nothing:
    """What stands where a file has no value: not even `null`."""

    def __str__(self) -> str:
        return "nothing"


_NOTHING = _Nothing()


def _fields(there: Mapping[str, Any], record: Mapping[str, Any]) -> Iterator[Difference]:
    found, expected = _flat(there), _flat(record)
    for name in dict.fromkeys([*expected, *found]):
        must, said = expected.get(name, _NOTHING), found.get(name, _NOTHING)
        if said != must:
            values = f'expected "{must}", found "{said}"'
            message = f'In {name} of "{record["id"]}", {values}.'
            yield Difference(code="row-text", message=message, record=record["id"])


def _flat(value: Mapping[str, Any], place: str = "") -> dict[str, Any]:
    """Single values by where they stand, such as `fields.purpose.text`."""
    flat: dict[str, Any] = {}
    for name, one in value.items():
        inner = f"{place}.{name}".lstrip(".")
        flat |= _flat(one, inner) if one and isinstance(one, dict) else {inner: one}
    return flat
