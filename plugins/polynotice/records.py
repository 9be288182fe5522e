"""The records of a notice: the form of `notice_data/**/*.yml`, and how it becomes a `Notice`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    ValidationError,
    create_model,
)
from pydantic_core import ErrorDetails

from polynotice import yaml_source
from polynotice.model import FIELDS, DataCategory, Notice, Purpose, Section, Span, Text, Value
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
    model_config = ConfigDict(extra="forbid", strict=True, use_attribute_docstrings=True)


class PurposeForm(_Form):
    """A purpose, and the personal data that is processed for it."""

    id: Id
    """Unique in the whole notice; never translated, never reused: links to the row lead to it."""
    title: Words | None = None
    """A few words: heading, table of contents, search."""
    purpose: Words
    """What the personal data is processed for. Inline Markdown."""
    personal_data: WordsOrList | None = None
    """Which personal data that is: a text, or a list of texts. Inline Markdown."""
    data: list[Id] = []
    """Ids of data categories. Their names fill the cell where personal_data is left out."""
    legal_basis: WordsOrList | None = None
    """GDPR Art. 6(1), 9(2)."""
    legitimate_interest: WordsOrList | None = None
    """GDPR Art. 13(1)(d)."""
    recipients: WordsOrList | None = None
    """GDPR Art. 13(1)(e)."""
    source: WordsOrList | None = None
    """GDPR Art. 14(2)(f)."""
    transfers: WordsOrList | None = None
    """GDPR Art. 13(1)(f)."""
    retention: WordsOrList | None = None
    """GDPR Art. 13(2)(a)."""
    data_subjects: WordsOrList | None = None
    """GDPR Art. 30(1)(c)."""


class DataCategoryForm(_Form):
    """A kind of personal data that purposes name."""

    id: Id
    """What `data` in a purpose refers to."""
    name: Words
    description: Words | None = None
    special: bool = False
    """Whether it is a special category of personal data (GDPR Art. 9(1))."""


class RecordsForm(_Form):
    """A file of records: the purposes of one section, or data categories."""

    section: Id | None = None
    """Id of the section; the file's name without its ending if left out."""
    title: Words | None = None
    """Title of the section."""
    purposes: list[PurposeForm] | None = None
    data_categories: list[DataCategoryForm] | None = None


class _FileForm(RecordsForm):
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


def read(
    folder: Path, root: Path, *, extra_columns: Mapping[str, str]
) -> tuple[Notice, list[Problem]]:
    """Reads every file of records below `folder`, in the order of their paths.

    Gives the notice, without its words, of all records that can be understood, and everything that
    is wrong with them, with paths relative to `root`.
    """
    reader = _NoticeReader(tuple(extra_columns))
    for path in sorted(folder.rglob("*.yml")):
        reader.read_file(path, path.relative_to(root).as_posix())
    if not reader.files:
        name = folder.relative_to(root).as_posix()
        message = "There is no file of records (*.yml) in this folder."
        reader.add("unreadable-records", Span(name), message, "Add one.")
    reader.check_references()
    return reader.notice(), reader.problems


FormType = TypeVar("FormType", bound=_Form)


class _NoticeReader:
    def __init__(self, extra_columns: tuple[str, ...]) -> None:
        self.purpose_form = purpose_form(extra_columns)
        self.fields = (*FIELDS, *extra_columns)
        self.sections: dict[str, Section] = {}
        self.categories: dict[str, DataCategory] = {}
        self.purposes: dict[str, Purpose] = {}
        self.references: list[tuple[str, str, Span]] = []
        self.problems: list[Problem] = []
        self.files = 0

    def add(
        self, code: str, span: Span, message: str, hint: str, record: str | None = None
    ) -> None:
        self.problems.append(
            Problem(code=code, span=span, message=message, hint=hint, record=record)
        )

    def read_file(self, path: Path, name: str) -> None:
        self.files += 1
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            reason = "is not UTF-8" if isinstance(error, UnicodeDecodeError) else error.strerror
            message = f"The file cannot be read: {reason}."
            self.add("unreadable-records", Span(name), message, "Save it as UTF-8 text.")
            return
        document, problems = yaml_source.load(text, name, code="unreadable-records")
        self.problems += problems
        if document is None:
            return
        if not isinstance(document.data, dict):
            message = "The file holds no records."
            hint = "Start it with `purposes:` or `data_categories:`."
            self.add("unreadable-records", Span(name), message, hint)
            return
        # A mistake at the top of the file hides none in its records.
        lists: dict[str, Any] = {k: v for k, v in document.data.items() if isinstance(v, list)}
        form = self._valid(_FileForm, document, ()) or _FileForm.model_construct(**lists)
        if form.purposes is None and form.data_categories is None:
            message = "The file has neither `purposes` nor `data_categories`."
            self.add("missing-field", Span(name), message, "Add one of them, or remove the file.")
        if form.purposes is not None:
            self._add_purposes(form, document, path.stem)
        self._add_categories(form, document)

    def _valid(self, form: type[FormType], document: Document, place: Place) -> FormType | None:
        """The value at `place` as that form; `None`, and its problems noted, if it is none."""
        try:
            return form.model_validate(document.at(place))
        except ValidationError as error:
            known = list(form.model_fields)
            self.problems += [_problem(e, document, place, known) for e in error.errors()]
            return None

    def _add_purposes(self, form: _FileForm, document: Document, stem: str) -> None:
        section_id = form.section or stem
        span = document.span(("section",))
        if not re.fullmatch(ID_PATTERN, section_id):
            hint = "Give the file a `section:` of a-z, 0-9 and hyphens."
            self.add("bad-id", span, f'"{section_id}" cannot be the id of a section.', hint)
        title = None
        if form.title:
            title = Text(
                msgid=form.title,
                context=f"sections/{section_id}/title",
                span=document.span(("title",)),
                comment="Title of a section",
            )
        purposes = list(self._purposes(len(form.purposes or ()), document))
        earlier = self.sections.get(section_id)
        if earlier and earlier.title and title and earlier.title.msgid != title.msgid:
            message = f'The section "{section_id}" has another title in {earlier.title.span.path}.'
            self.add("duplicate-id", title.span, message, "Use one title, or another section id.")
        self.sections[section_id] = Section(
            id=section_id,
            title=(earlier and earlier.title) or title,
            purposes=(*(earlier.purposes if earlier else ()), *purposes),
            span=earlier.span if earlier else span,
        )

    def _purposes(self, count: int, document: Document) -> Iterator[Purpose]:
        for index in range(count):
            place: Place = ("purposes", index)
            form = self._valid(self.purpose_form, document, place)
            if form is None:
                continue
            span = document.span((*place, "id"))
            if self._is_taken(form.id, self.purposes, span):
                continue
            name = form.title or form.id
            fields = dict(_values(form, self.fields, document, place, name))
            title = None
            if form.title:
                title = Text(
                    msgid=form.title,
                    context=f"purposes/{form.id}/title",
                    span=document.span((*place, "title")),
                    comment=f"Title of the purpose {form.id}: heading of its table",
                )
            if form.personal_data is None and not form.data:
                message = f'The purpose "{form.id}" names no personal data.'
                hint = "Add `personal_data:` or `data:`."
                self.add("missing-field", span, message, hint, form.id)
                continue
            for position, category in enumerate(form.data):
                where = document.span((*place, "data", position))
                if category in form.data[:position]:
                    message = f'"{category}" stands twice in the data of "{form.id}".'
                    self.add("duplicate-id", where, message, "Remove one.", form.id)
                self.references.append((form.id, category, where))
            purpose = Purpose(
                id=form.id, title=title, fields=fields, data=tuple(form.data), span=span
            )
            self.purposes[form.id] = purpose
            yield purpose

    def _add_categories(self, form: _FileForm, document: Document) -> None:
        for index in range(len(form.data_categories or ())):
            place: Place = ("data_categories", index)
            category = self._valid(DataCategoryForm, document, place)
            if category is None:
                continue
            span = document.span((*place, "id"))
            if self._is_taken(category.id, self.categories, span):
                continue
            name = Text(
                msgid=category.name,
                context=f"data/{category.id}/name",
                span=document.span((*place, "name")),
                comment="Name of a kind of personal data",
            )
            description = None
            if category.description:
                description = Text(
                    msgid=category.description,
                    context=f"data/{category.id}/description",
                    span=document.span((*place, "description")),
                    comment=f'Describes the kind of personal data "{category.name}"',
                )
            self.categories[category.id] = DataCategory(
                id=category.id,
                name=name,
                description=description,
                special=category.special,
                span=span,
            )

    def _is_taken(
        self, new_id: str, known: Mapping[str, Purpose | DataCategory], span: Span
    ) -> bool:
        if new_id not in known:
            return False
        first = known[new_id].span
        message = f'The id "{new_id}" is taken by the record in {first.path}:{first.line}.'
        self.add("duplicate-id", span, message, "Give this record an id of its own.", new_id)
        return True

    def check_references(self) -> None:
        for purpose, category, span in self.references:
            if category not in self.categories:
                message = f'No file defines the data category "{category}" of "{purpose}".'
                hint = did_you_mean(category, self.categories)
                self.add("unknown-reference", span, message, hint, purpose)

    def notice(self) -> Notice:
        sections = tuple(self.sections.values())
        categories = tuple(_with_users(one, sections) for one in self.categories.values())
        return Notice(sections=sections, categories=categories)


def _with_users(category: DataCategory, sections: Iterable[Section]) -> DataCategory:
    """The category, with the purposes that use it named to its translator."""
    users = [
        purpose.title.msgid if purpose.title else purpose.id
        for section in sections
        for purpose in section.purposes
        if category.id in purpose.data
    ]
    if not users:
        return category
    comment = f"{category.name.comment}, used for: {'; '.join(users)}"
    return replace(category, name=replace(category.name, comment=comment))


def _values(
    form: PurposeForm, fields: Iterable[str], document: Document, place: Place, name: str
) -> Iterator[tuple[str, Value]]:
    for field in fields:
        value: str | list[str] | None = getattr(form, field, None)
        if value is None:
            continue
        texts = [value] if isinstance(value, str) else value
        yield (
            field,
            Value(
                is_list=not isinstance(value, str),
                texts=tuple(
                    Text(
                        msgid=text,
                        context=f"purposes/{form.id}/{field}",
                        span=document.span(
                            (*place, field) if isinstance(value, str) else (*place, field, index)
                        ),
                        comment=f'Record "{name}", field {field}',
                    )
                    for index, text in enumerate(texts)
                ),
            ),
        )


_KIND: dict[str, str] = {
    "string_type": "a text",
    "list_type": "a list",
    "bool_type": "true or false",
    "model_type": "a mapping of keys and values",
    "dict_type": "a mapping of keys and values",
}


def _problem(
    detail: ErrorDetails, document: Document, base: Place, known: Iterable[str]
) -> Problem:
    place = _place((*base, *detail["loc"]), document.data)
    span = document.span(place)
    name = str(place[-1]) if place else "the file"
    record = _record_at(place, document.data)
    kind = detail["type"]
    code, message, hint = "wrong-type", f"`{name}`: {detail['msg']}.", "Correct the value."
    if kind == "extra_forbidden":
        code, message = "unknown-field", f'There is no field "{name}".'
        hint = did_you_mean(name, known)
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
        hint = (
            f'Put it in quotation marks: {name}: "…".'
            if kind == "string_type" and not isinstance(detail["input"], dict | list | None)
            else f"Give it {wanted}."
        )
    return Problem(code=code, span=span, message=message, hint=hint, record=record)


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


def with_words(notice: Notice, words: Mapping[str, Text]) -> Notice:
    """The notice with the plugin's own words in the source language."""
    return replace(notice, words=dict(words))
