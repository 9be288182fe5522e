"""What a record says in each of its fields, with the context and place of each text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from polynotice.core.model import DataCategory, Section, Text, Value
from polynotice.files.yaml_source import Document, Place
from polynotice.notice.record_schema import PurposeForm


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
