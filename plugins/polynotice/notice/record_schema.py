"""The form of `notice_data/**/*.yml`, and what is said of a file that has another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, TypeVar, cast

import msgspec
from msgspec import Meta, inspect

from polynotice.core.problems import Problem, did_you_mean
from polynotice.files.yaml_source import Document, Place

ID_PATTERN = r"^[a-z0-9][a-z0-9-]*$"

Id = Annotated[str, Meta(pattern=ID_PATTERN)]
Words = Annotated[str, Meta(min_length=1)]
WordsOrList = Words | Annotated[list[Words], Meta(min_length=1)]


class _Form(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A mapping with these keys and no others."""


class PurposeForm(_Form, frozen=True, kw_only=True):
    """A purpose, and the personal data that is processed for it."""

    id: Annotated[
        Id,
        Meta(
            description="Unique in the whole notice; never translated, never reused: links to the "
            "row lead to it."
        ),
    ]
    title: Annotated[
        Words | None, Meta(description="A few words: heading, table of contents, search.")
    ] = None
    purpose: Annotated[
        Words, Meta(description="What the personal data is processed for. Inline Markdown.")
    ]
    personal_data: Annotated[
        WordsOrList | None,
        Meta(
            description="Which personal data that is: a text, or a list of texts. Inline Markdown."
        ),
    ] = None
    data: Annotated[
        list[Id],
        Meta(
            description="Ids of data categories. Their names fill the cell where personal_data is "
            "left out."
        ),
    ] = []
    legal_basis: Annotated[WordsOrList | None, Meta(description="GDPR Art. 6(1), 9(2).")] = None
    legitimate_interest: Annotated[WordsOrList | None, Meta(description="GDPR Art. 13(1)(d).")] = (
        None
    )
    recipients: Annotated[WordsOrList | None, Meta(description="GDPR Art. 13(1)(e).")] = None
    source: Annotated[WordsOrList | None, Meta(description="GDPR Art. 14(2)(f).")] = None
    transfers: Annotated[WordsOrList | None, Meta(description="GDPR Art. 13(1)(f).")] = None
    retention: Annotated[WordsOrList | None, Meta(description="GDPR Art. 13(2)(a).")] = None
    data_subjects: Annotated[WordsOrList | None, Meta(description="GDPR Art. 30(1)(c).")] = None


class DataCategoryForm(_Form, frozen=True, kw_only=True):
    """A kind of personal data that purposes name."""

    id: Annotated[Id, Meta(description="What `data` in a purpose refers to.")]
    name: Words
    description: Words | None = None
    special: Annotated[
        bool,
        Meta(description="Whether it is a special category of personal data (GDPR Art. 9(1))."),
    ] = False


class FileForm(_Form, frozen=True, kw_only=True):
    """The top of a file; its records are looked at one by one, so a broken one spoils no other."""

    section: Annotated[
        Id | None,
        Meta(description="Id of the section; the file's name without its ending if left out."),
    ] = None
    title: Annotated[Words | None, Meta(description="Title of the section.")] = None
    purposes: list[Any] | None = None
    data_categories: list[Any] | None = None


FormType = TypeVar("FormType", bound=_Form)


def purpose_form(extra_columns: Iterable[str]) -> type[PurposeForm]:
    """The form of a purpose in a project that has columns of its own."""
    return _with_fields(PurposeForm, dict.fromkeys(extra_columns, WordsOrList))


def _with_fields(form: type[FormType], fields: Mapping[str, Any]) -> type[FormType]:
    """The form with these optional fields as well, or in the place of its own."""
    if not fields:
        return form
    return cast(
        "type[FormType]",
        msgspec.defstruct(
            form.__name__,
            [(name, kind | None, None) for name, kind in fields.items()],
            bases=(form,),
            namespace={"__doc__": form.__doc__},
            forbid_unknown_fields=True,
            frozen=True,
            kw_only=True,
        ),
    )


def field_names(form: type[_Form]) -> tuple[str, ...]:
    """The keys that the form knows."""
    return form.__struct_fields__


def json_schema(extra_columns: Iterable[str] = ()) -> dict[str, Any]:
    """The JSON Schema of a file of records, for completion and checking in editors."""
    records: dict[str, Any] = {
        "purposes": purpose_form(extra_columns),
        "data_categories": DataCategoryForm,
    }
    form = _with_fields(FileForm, {name: list[kind] for name, kind in records.items()})  # type: ignore[valid-type]
    schema = _without_null(msgspec.json.schema(form))
    # The root itself, rather than a reference to it, so that editors show what it says.
    top = schema["$defs"].pop(schema.pop("$ref").rpartition("/")[2])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **top,
        "title": "Records of a privacy notice",
        "description": "A file of records: the purposes of one section, or data categories.",
        **schema,
    }


def _without_null(schema: Any) -> Any:
    """The schema for which a key may be left out, but not be without a value."""
    if isinstance(schema, list):
        return [_without_null(inner) for inner in schema if inner != {"type": "null"}]
    if not isinstance(schema, dict):
        return schema
    found = {
        key: _without_null(inner)
        for key, inner in schema.items()
        if (key, inner) != ("default", None)
    }
    (only, *others) = found.get("anyOf", [None, None])
    return found if others else {**{k: v for k, v in found.items() if k != "anyOf"}, **only}


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

    msgspec, left alone, would tell the first mistake only.
    """
    mistakes = list(_mistakes(value, _description(form), ()))
    return (None, mistakes) if mistakes else (msgspec.convert(_tidy(value), form), [])


@cache
def _description(form: type[_Form]) -> inspect.Type:
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
    inspect.NoneType: (type(None), "nothing"),
}


def _mistakes(value: Any, wanted: inspect.Type, place: Place) -> Iterator[Mistake]:
    if isinstance(wanted, inspect.Metadata):
        wanted = wanted.type
    branches = wanted.types if isinstance(wanted, inspect.UnionType) else (wanted,)
    fitting = [one for one in branches if isinstance(value, _TAKES[type(one)][0])]
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


def problem_of(mistake: Mistake, document: Document, base: Place, form: type[_Form]) -> Problem:
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
        found = _describe(mistake.value)
        code, message = "wrong-type", f"`{name}` takes {kind}, but the value is {found}."
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
    found = record.get("id") if isinstance(record, dict) else None
    return found if isinstance(found, str) else None


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
