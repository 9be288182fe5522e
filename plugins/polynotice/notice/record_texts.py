"""What a record says in each of its fields, with the context and place of each text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from polynotice.core.model import DataCategory, DataGroup, Section, Text, Value
from polynotice.files.yaml_source import Document, Place
from polynotice.notice.record_schema import DataCategoryForm, DataGroupForm, PurposeForm


def values_of(
    form: PurposeForm, fields: Iterable[str], document: Document, place: Place, name: str
) -> Iterator[tuple[str, Value]]:
    """The fields of a record that have something to say, and what.

    The record stands at that place of the document; `name` is what a translator knows it by.
    """
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


def group_of(form: DataGroupForm, document: Document, place: Place) -> DataGroup:
    """The group of kinds of data at that place of the document."""
    name = Text(
        msgid=form.name,
        context=f"groups/{form.id}/name",
        span=document.span((*place, "name")),
        comment="Name of a group of kinds of personal data",
    )
    return DataGroup(id=form.id, name=name, span=document.span((*place, "id")))


def category_of(form: DataCategoryForm, document: Document, place: Place) -> DataCategory:
    """The kind of data at that place of the document."""
    name = Text(
        msgid=form.name,
        context=f"data/{form.id}/name",
        span=document.span((*place, "name")),
        comment="Name of a kind of personal data",
    )
    description = None
    if form.description:
        description = Text(
            msgid=form.description,
            context=f"data/{form.id}/description",
            span=document.span((*place, "description")),
            comment=f'Describes the kind of personal data "{form.name}"',
        )
    return DataCategory(
        id=form.id,
        name=name,
        description=description,
        special=form.special,
        group=form.group,
        span=document.span((*place, "id")),
    )


def with_users(category: DataCategory, sections: Iterable[Section]) -> DataCategory:
    """The category, with the purposes that use it named to its translator."""
    users = [
        purpose.title.msgid if purpose.title else purpose.id
        for section in sections
        for purpose in section.purposes
        if category.id in purpose.data
    ]
    comment = f"{category.name.comment}, used for: {'; '.join(users)}"
    return replace(category, name=replace(category.name, comment=comment)) if users else category
