"""What a record says in each of its fields, with the context and place of each text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from polynotice.core.model import Text, Value
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
