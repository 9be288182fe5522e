"""What a record says in a column: what it says itself, or what stands for that."""

from __future__ import annotations

from polynotice.core.model import DataCategory, Notice, Purpose, Value


def value_of(notice: Notice, purpose: Purpose, field: str) -> Value:
    """What the cell of `purpose` in the column `field` says.

    The names of the data categories stand in for `personal_data` where the record leaves it out;
    any other field that it leaves out is said not to be stated.
    """
    if field in purpose.fields:
        return purpose.fields[field]
    if field == "personal_data":
        names = tuple(category.name for category in named_by(notice, purpose))
        if names:
            return Value(texts=names, is_list=True)
    return Value(texts=(notice.words["not_stated"],))


def named_by(notice: Notice, purpose: Purpose) -> tuple[DataCategory, ...]:
    """The data categories that the record names by id, in its order."""
    categories = (notice.category(category_id) for category_id in purpose.data)
    return tuple(category for category in categories if category)
