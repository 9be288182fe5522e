"""The form of `notice_data/**/*.yml`, and its JSON Schema."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, TypeVar, cast

import msgspec
from msgspec import Meta

from polynotice.catalogues.vocabularies import legal_bases

ID_PATTERN = r"^[a-z0-9][a-z0-9-]*$"

Id = Annotated[str, Meta(pattern=ID_PATTERN)]
Words = Annotated[str, Meta(min_length=1)]
WordsOrList = Words | Annotated[list[Words], Meta(min_length=1)]


class Form(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A mapping with these keys and no others."""


class PurposeForm(Form, frozen=True, kw_only=True):
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
    formerly: Annotated[
        list[Id],
        Meta(
            description="Ids that it had in earlier releases: links to them still lead to the row."
        ),
    ] = []
    effective: Annotated[
        datetime.date | None,
        Meta(description="The day from which on it applies: until then the row says so."),
    ] = None
    legal_basis: Annotated[WordsOrList | None, Meta(description="GDPR Art. 6(1), 9(2).")] = None
    legal_basis_ids: Annotated[
        list[Id],
        Meta(
            description="Ids of the vocabulary's legal bases. Their texts fill the cell where "
            "legal_basis is left out."
        ),
    ] = []
    legitimate_interest: Annotated[WordsOrList | None, Meta(description="GDPR Art. 13(1)(d).")] = (
        None
    )
    recipients: Annotated[WordsOrList | None, Meta(description="GDPR Art. 13(1)(e).")] = None
    source: Annotated[WordsOrList | None, Meta(description="GDPR Art. 14(2)(f).")] = None
    transfers: Annotated[WordsOrList | None, Meta(description="GDPR Art. 13(1)(f).")] = None
    retention: Annotated[WordsOrList | None, Meta(description="GDPR Art. 13(2)(a).")] = None
    data_subjects: Annotated[WordsOrList | None, Meta(description="GDPR Art. 30(1)(c).")] = None


class DataGroupForm(Form, frozen=True, kw_only=True):
    """Kinds of personal data that belong together."""

    id: Annotated[Id, Meta(description="What `group` in a data category refers to.")]
    name: Words


class DataCategoryForm(Form, frozen=True, kw_only=True):
    """A kind of personal data that purposes name."""

    id: Annotated[Id, Meta(description="What `data` in a purpose refers to.")]
    name: Words
    description: Words | None = None
    special: Annotated[
        bool,
        Meta(description="Whether it is a special category of personal data (GDPR Art. 9(1))."),
    ] = False
    group: Annotated[Id | None, Meta(description="Id of the group that it belongs to.")] = None


class FileForm(Form, frozen=True, kw_only=True):
    """The top of a file; its records are looked at one by one, so a broken one spoils no other."""

    section: Annotated[
        Id | None,
        Meta(description="Id of the section; the file's name without its ending if left out."),
    ] = None
    title: Annotated[Words | None, Meta(description="Title of the section.")] = None
    purposes: list[Any] | None = None
    groups: Annotated[
        list[Any] | None, Meta(description="Groups of data categories, in the order of readers.")
    ] = None
    data_categories: list[Any] | None = None


FormType = TypeVar("FormType", bound=Form)


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


def field_names(form: type[Form]) -> tuple[str, ...]:
    """The keys that the form knows."""
    return form.__struct_fields__


def json_schema(extra_columns: Iterable[str] = ()) -> dict[str, Any]:
    """The JSON Schema of a file of records, for completion and checking in editors."""
    records: dict[str, Any] = {
        "purposes": purpose_form(extra_columns),
        "groups": DataGroupForm,
        "data_categories": DataCategoryForm,
    }
    form = _with_fields(FileForm, {name: list[kind] for name, kind in records.items()})  # type: ignore[valid-type]
    schema = _without_null(msgspec.json.schema(form))
    purpose = schema["$defs"][PurposeForm.__name__]["properties"]
    purpose["legal_basis_ids"]["items"] = {"enum": list(legal_bases())}
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
    kept = {
        key: _without_null(inner)
        for key, inner in schema.items()
        if (key, inner) != ("default", None)
    }
    (only, *others) = kept.get("anyOf", [None, None])
    return kept if others else {**{k: v for k, v in kept.items() if k != "anyOf"}, **only}
