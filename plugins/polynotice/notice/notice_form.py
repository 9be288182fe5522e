"""The form of `notice.json`, and of what a manifest has of it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

Hex = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
LocaleId = Annotated[str, Meta(pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*\Z")]
_PART = r"(?!\.\.?(/|\Z))[^/\\\x00-\x1f]+"
# Below the site's folder, and nowhere else.
PagePath = Annotated[str, Meta(pattern=rf"^{_PART}(/{_PART})*\Z")]
Direction = Literal["ltr", "rtl"]


class Form(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """An object with these names and no others."""


class FieldForm(Form, frozen=True):
    """What a record says in one field."""

    text: str
    lang: str
    state: Literal["source", "translated", "fuzzy", "missing"]


class RecordForm(Form, frozen=True):
    """A record, as one locale reads it."""

    id: str
    section: str
    page: str
    fields: dict[str, FieldForm]
    sha256: Hex
    legal_basis_ids: list[str] = []
    """Only where the record names any; no digest of what readers see has them."""


class NoticeForm(Form, frozen=True):
    """What the notice says in one locale."""

    locale: LocaleId
    source_locale: LocaleId
    direction: Direction
    site_name: str
    records: list[RecordForm]


class NoticeFileForm(NoticeForm, frozen=True):
    """A `notice.json`: what a record says in each locale, and the version of the form."""

    format: Literal[1]


def notice_schema() -> dict[str, Any]:
    """The JSON Schema of a `notice.json`."""
    return schema_of(NoticeFileForm)


def schema_of(form: Any) -> dict[str, Any]:
    """The JSON Schema of a form."""
    # What ends a text in Python's expressions is another sign there.
    text = msgspec.json.encode(msgspec.json.schema(form)).replace(rb"\\Z", b"$")
    schema: dict[str, Any] = msgspec.json.decode(text)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
