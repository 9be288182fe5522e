"""The form of `notice_data/**/*.yml`, and what is said of a file that has another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    create_model,
)
from pydantic_core import ErrorDetails

from polynotice.problems import Problem, did_you_mean
from polynotice.yaml_source import Document, Place

ID_PATTERN = r"^[a-z0-9][a-z0-9-]*$"


def _tidy(text: str) -> str:
    tidy = re.sub(r"[ \t\r\n]+", " ", text.strip(" \t\r\n"))
    if not any(character.isalnum() for character in tidy):
        raise ValueError("empty")
    return tidy


def _shape(value: object) -> str:
    return "list" if isinstance(value, list) else "text"


Id = Annotated[str, Field(pattern=ID_PATTERN)]
Words = Annotated[str, Field(min_length=1), AfterValidator(_tidy)]
WordsOrList = Annotated[
    Annotated[Words, Tag("text")]
    | Annotated[Annotated[list[Words], Field(min_length=1)], Tag("list")],
    Discriminator(_shape),
]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, defer_build=True)


class PurposeForm(_Form):
    """A purpose, and the personal data that is processed for it."""

    id: Id = Field(
        description="Unique in the whole notice; never translated, never reused: links to the row "
        "lead to it."
    )
    title: Words | None = Field(
        None, description="A few words: heading, table of contents, search."
    )
    purpose: Words = Field(description="What the personal data is processed for. Inline Markdown.")
    personal_data: WordsOrList | None = Field(
        None,
        description="Which personal data that is: a text, or a list of texts. Inline Markdown.",
    )
    data: list[Id] = Field(
        [],
        description="Ids of data categories. Their names fill the cell where personal_data is left "
        "out.",
    )
    legal_basis: WordsOrList | None = Field(None, description="GDPR Art. 6(1), 9(2).")
    legitimate_interest: WordsOrList | None = Field(None, description="GDPR Art. 13(1)(d).")
    recipients: WordsOrList | None = Field(None, description="GDPR Art. 13(1)(e).")
    source: WordsOrList | None = Field(None, description="GDPR Art. 14(2)(f).")
    transfers: WordsOrList | None = Field(None, description="GDPR Art. 13(1)(f).")
    retention: WordsOrList | None = Field(None, description="GDPR Art. 13(2)(a).")
    data_subjects: WordsOrList | None = Field(None, description="GDPR Art. 30(1)(c).")


class DataCategoryForm(_Form):
    """A kind of personal data that purposes name."""

    id: Id = Field(description="What `data` in a purpose refers to.")
    name: Words
    description: Words | None = None
    special: bool = Field(
        False, description="Whether it is a special category of personal data (GDPR Art. 9(1))."
    )


class RecordsForm(_Form):
    """A file of records: the purposes of one section, or data categories."""

    section: Id | None = Field(
        None, description="Id of the section; the file's name without its ending if left out."
    )
    title: Words | None = Field(None, description="Title of the section.")
    purposes: list[PurposeForm] | None = None
    data_categories: list[DataCategoryForm] | None = None


class FileForm(RecordsForm):
    """A file whose records are still to be looked at, one by one: a broken one spoils no other."""

    purposes: list[Any] | None = None
    data_categories: list[Any] | None = None


def purpose_form(extra_columns: Iterable[str]) -> type[PurposeForm]:
    """The form of a purpose in a project that has columns of its own."""
    extra: dict[str, Any] = dict.fromkeys(extra_columns, (WordsOrList | None, None))
    return create_model("PurposeForm", __base__=PurposeForm, **extra) if extra else PurposeForm


def json_schema(extra_columns: Iterable[str] = ()) -> dict[str, Any]:
    """The JSON Schema of a file of records, for completion and checking in editors."""
    purposes: Any = (list[purpose_form(extra_columns)] | None, None)  # type: ignore[misc]
    model = create_model("RecordsForm", __base__=RecordsForm, purposes=purposes)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **model.model_json_schema(mode="validation"),
    }


_KIND: dict[str, str] = {
    "string_type": "a text",
    "list_type": "a list",
    "bool_type": "true or false",
    "model_type": "a mapping of keys and values",
    "dict_type": "a mapping of keys and values",
}


def problem_of(
    detail: ErrorDetails, document: Document, base: Place, form: type[BaseModel]
) -> Problem:
    """What pydantic found wrong with the value at `base`, in the user's words."""
    place = _place((*base, *detail["loc"]), document.data)
    span = document.span(place)
    name = _name_of(place)
    record = _record_at(place, document.data)
    kind = detail["type"]
    code, message, hint = "wrong-type", f"`{name}`: {detail['msg']}.", "Correct the value."
    if kind == "extra_forbidden":
        code, message = "unknown-field", f'There is no field "{name}".'
        hint = did_you_mean(name, form.model_fields)
    elif kind == "missing":
        code, message = "missing-field", f"The required field `{detail['loc'][-1]}` is missing."
        hint = f"Add `{detail['loc'][-1]}:`."
    elif kind == "string_pattern_mismatch":
        code, message = "bad-id", f'"{detail["input"]}" cannot be an id.'
        hint = "Use a-z, 0-9 and hyphens, and start with a letter or digit."
    elif kind in ("value_error", "string_too_short", "too_short"):
        code, message = "empty-text", f"`{name}` has no words in it."
        hint = "Write them, or remove the key."
    elif kind in _KIND:
        wanted = "a text or a list of texts" if "text" in detail["loc"] else _KIND[kind]
        found = _describe(detail["input"])
        message = f"`{name}` takes {wanted}, but the value is {found}."
        hint = f"Give it {wanted}."
        if kind == "string_type" and not isinstance(detail["input"], dict | list | None):
            hint = 'Put it in quotation marks: "…".'
    return Problem(code=code, span=span, message=message, hint=hint, record=record)


def _name_of(place: Place) -> str:
    if not place:
        return "the file"
    if isinstance(place[-1], int):
        return f"item {place[-1] + 1} of {place[-2]}"
    return place[-1]


def _place(loc: tuple[int | str, ...], data: Any) -> Place:
    """The place in the document that pydantic means: its own names for branches left out."""
    place: list[str | int] = []
    for step in loc:
        is_key = isinstance(data, dict) and step in data
        if is_key or (isinstance(data, list) and isinstance(step, int) and step < len(data)):
            data = data[step]
            place.append(step)
    return tuple(place)


def _record_at(place: Place, data: object) -> str | None:
    if len(place) < 2 or not isinstance(data, dict):
        return None
    records = data[place[0]]
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
