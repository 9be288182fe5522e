"""What is said of records that have another form than `record_schema` gives them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec
from msgspec import inspect

from polynotice.core.problems import Problem, did_you_mean
from polynotice.files.yaml_source import Document, Place
from polynotice.notice.as_of import day_of
from polynotice.notice.record_schema import Form, FormType, field_names


@dataclass(frozen=True, kw_only=True)
class Mistake:
    """A value that a form does not take."""

    place: Place
    """From the value that should have had the form."""
    kind: str
    """`unknown` or `missing` key, `empty`, no `id`, or what is taken there: `a text`, …"""
    value: object = None


def read_form(form: type[FormType], value: object) -> tuple[FormType | None, list[Mistake]]:
    """The value as that form, the white space of its texts tidied; or all that is wrong with it.

    msgspec, left alone, would report the first mistake only.
    """
    mistakes = list(_mistakes(value, _description(form), ()))
    return (None, mistakes) if mistakes else (msgspec.convert(_tidy(value), form), [])


@cache
def _description(form: type[Form]) -> inspect.Type:
    return inspect.type_info(form)


def _tidy(value: object) -> object:
    if isinstance(value, dict):
        return {key: _tidy(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_tidy(inner) for inner in value]
    return re.sub(r"[ \t\r\n]+", " ", value).strip(" ") if isinstance(value, str) else value


_TAKES: dict[type[inspect.Type], tuple[type, str]] = {
    inspect.StructType: (dict, "a mapping of keys and values"),
    inspect.ListType: (list, "a list"),
    inspect.StrType: (str, "a text"),
    inspect.BoolType: (bool, "true or false"),
    inspect.AnyType: (object, "anything"),
    inspect.DateType: (datetime.date, "a day such as 2027-03-01"),
    inspect.NoneType: (type(None), "nothing"),
}


def _mistakes(value: Any, wanted: inspect.Type, place: Place) -> Iterator[Mistake]:
    if isinstance(wanted, inspect.Metadata):
        wanted = wanted.type
    branches = wanted.types if isinstance(wanted, inspect.UnionType) else (wanted,)
    fitting = [one for one in branches if _fits(value, one)]
    if not fitting:
        takes = [_TAKES[type(one)][1] for one in branches if type(one) is not inspect.NoneType]
        kind = takes[0] if len(takes) == 1 else "a text or a list of texts"
        yield Mistake(place=place, kind=kind, value=value)
    elif value is None and type(fitting[0]) is inspect.NoneType:
        # The form may be without the key, but a key without a value is forgotten words.
        yield Mistake(place=place, kind="empty")
    elif isinstance(fitting[0], inspect.StructType):
        yield from _mistakes_in_mapping(value, fitting[0], place)
    elif isinstance(fitting[0], inspect.ListType):
        yield from _mistakes_in_list(value, fitting[0], place)
    elif isinstance(fitting[0], inspect.StrType):
        yield from _mistakes_in_text(value, fitting[0], place)


def _fits(value: object, wanted: inspect.Type) -> bool:
    if isinstance(wanted, inspect.DateType):
        return day_of(value) is not None
    return isinstance(value, _TAKES[type(wanted)][0])


def _mistakes_in_mapping(
    value: dict[str, Any], wanted: inspect.StructType, place: Place
) -> Iterator[Mistake]:
    fields = {field.name: field for field in wanted.fields}
    for key, inner in value.items():
        if key in fields:
            yield from _mistakes(inner, fields[key].type, (*place, key))
        else:
            yield Mistake(place=(*place, key), kind="unknown")
    for name, field in fields.items():
        if field.required and name not in value:
            yield Mistake(place=(*place, name), kind="missing")


def _mistakes_in_list(
    value: list[Any], wanted: inspect.ListType, place: Place
) -> Iterator[Mistake]:
    if wanted.min_length and not value:
        yield Mistake(place=place, kind="empty")
    for index, item in enumerate(value):
        yield from _mistakes(item, wanted.item_type, (*place, index))


def _mistakes_in_text(value: str, wanted: inspect.StrType, place: Place) -> Iterator[Mistake]:
    if wanted.pattern and not re.fullmatch(wanted.pattern, value):
        yield Mistake(place=place, kind="id", value=value)
    elif wanted.min_length and not any(character.isalnum() for character in value):
        yield Mistake(place=place, kind="empty")


def problem_of(mistake: Mistake, document: Document, base: Place, form: type[Form]) -> Problem:
    """The mistake in the value at `base`, in the user's words."""
    place = (*base, *mistake.place)
    name = _name_of(place)
    kind = mistake.kind
    if kind == "unknown":
        code, message = "unknown-field", f'There is no field "{name}".'
        hint = did_you_mean(name, field_names(form))
    elif kind == "missing":
        code, message = "missing-field", f"The required field `{name}` is missing."
        hint = f"Add `{name}:`."
    elif kind == "id":
        code, message = "bad-id", f'"{mistake.value}" cannot be an id.'
        hint = "Use a-z, 0-9 and hyphens, and start with a letter or digit."
    elif kind == "empty":
        code, message = "empty-text", f"`{name}` has no words in it."
        hint = "Write them, or remove the key."
    else:
        described = _describe(mistake.value)
        code, message = "wrong-type", f"`{name}` takes {kind}, but the value is {described}."
        hint = f"Give it {kind}."
        if kind.startswith("a text") and not isinstance(mistake.value, dict | list | None):
            hint = 'Put it in quotation marks: "…".'
    return Problem(
        code=code,
        span=document.span(place),
        message=message,
        hint=hint,
        record=_record_at(place, document.data),
    )


def _name_of(place: Place) -> str:
    if not place:
        return "the file"
    if isinstance(place[-1], int):
        return f"item {place[-1] + 1} of {place[-2]}"
    return place[-1]


def _record_at(place: Place, data: object) -> str | None:
    if len(place) < 2 or not isinstance(data, dict):
        return None
    records = data.get(place[0])
    record = records[place[1]] if isinstance(records, list) and isinstance(place[1], int) else None
    record_id = record.get("id") if isinstance(record, dict) else None
    return record_id if isinstance(record_id, str) else None


def _describe(value: object) -> str:
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return f"{str(value).lower()} (YAML reads yes, no, on and off as true or false)"
    if isinstance(value, int | float):
        return f"the number {value}"
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return f"the text {value!r}" if isinstance(value, str) else f"the date {value}"
