"""The tables of a notice: one list of rows, one function that builds them, for every locale."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

import msgspec
from msgspec import structs

from polynotice.core.locales import find_locale
from polynotice.core.model import DataCategory, Notice, Phrase, Purpose, Section, State, Text
from polynotice.core.translation import Say
from polynotice.notice.values import named_by, value_of


class Item(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One text in a cell."""

    phrase: Phrase
    record: str | None = None
    """Id of the purpose whose row the text links to, if it is a link."""
    category: str | None = None
    """Id of the data category whose row the text links to, where a page has such rows."""
    special: Phrase | None = None
    """What the data category is besides, if it is a special one: shown behind its name."""
    effective: Phrase | None = None
    """From when on the purpose applies, if later: shown behind its text."""

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """All that the text says."""
        if self.special is None and self.effective is None:
            return (self.phrase,)
        return tuple(filter(None, (self.phrase, self.special, self.effective)))


BESIDES = " – "
"""Stands between the name of a data category and what it is besides."""


class Cell(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One cell of a row: a single item, or a list of them. Never empty."""

    field: str
    items: tuple[Item, ...]
    is_list: bool = False
    tags: tuple[DataCategory, ...] = ()
    """The data categories that a text of its own does not name one by one: links beside it."""


class Row(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One row: what a purpose is and what it uses, or what a data category is used for."""

    id: str
    """Of the purpose or the data category."""
    cells: tuple[Cell, ...]
    formerly: tuple[str, ...] = ()
    """The ids that the purpose had before."""


class Column(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A column, by the name of its field."""

    field: str
    header: Phrase


class Table(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Rows of cells, in the order of the columns."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    heading: Phrase | None = None
    """Stands above the table."""
    label: Phrase | None = None
    """Names a table that has no heading of its own, for those who do not see it."""


def purpose_tables(
    notice: Notice,
    purposes: Sequence[Purpose],
    columns: Sequence[str],
    say: Say,
    *,
    together: bool = False,
    section: Section | None = None,
) -> list[Table]:
    """The purpose-versus-personal-data tables.

    One table per purpose under the purpose's title, or with `together` one table of all `purposes`,
    named after their `section` where they have one in common.
    """
    if together:
        name = section.title if section and section.title else notice.words["tables"]
        return [
            Table(
                label=say(name),
                columns=_header(notice, columns, say),
                rows=tuple(purpose_row(notice, purpose, columns, say) for purpose in purposes),
            )
        ]
    tables: list[Table] = []
    for purpose in purposes:
        heading = say(purpose.title) if purpose.title else None
        label = None if purpose.title else say(notice.words["tables"])
        # The same for all of them; behind the first heading, as messages come in a page's order.
        header = tables[0].columns if tables else _header(notice, columns, say)
        row = purpose_row(notice, purpose, columns, say)
        tables.append(Table(heading=heading, label=label, columns=header, rows=(row,)))
    return tables


def data_index(notice: Notice, say: Say) -> list[Table]:
    """The reverse: each data category, and the purposes that use it.

    One table per group under the group's name, where there are groups, or one of all categories.
    """
    if not notice.groups:
        label = say(notice.words["data_index"])
        return [_index_table(notice, notice.categories, say, label=label)]
    return [
        _index_table(notice, of_group, say, heading=say(name))
        for _, name, of_group in grouped_categories(notice)
    ]


OTHER = "other-data"
"""Stands for the id of a group where the categories are that belong to none."""


def grouped_categories(notice: Notice) -> list[tuple[str, Text, tuple[DataCategory, ...]]]:
    """The id, the name and the categories of each group that has any; those of none come last."""
    groups = [(group.id, group.name) for group in notice.groups]
    grouped = [
        (name, text, tuple(one for one in notice.categories if one.group == name))
        for name, text in groups
    ]
    rest = tuple(one for one in notice.categories if one.group is None)
    return [one for one in (*grouped, (OTHER, notice.words["other_data"], rest)) if one[2]]


def _index_table(
    notice: Notice,
    categories: Sequence[DataCategory],
    say: Say,
    *,
    heading: Phrase | None = None,
    label: Phrase | None = None,
) -> Table:
    rows = []
    for category in categories:
        users = [purpose for purpose in notice.purposes if category.id in purpose.data]
        about = [Item(phrase=say(category.name))]
        if category.description:
            about.append(Item(phrase=say(category.description)))
        if category.special:
            about.append(Item(phrase=say(notice.words["special_category"])))
        used_for = [
            Item(phrase=say(name_of(user)), record=user.id, effective=_later(notice, user, say))
            for user in users
        ]
        used_for = used_for or [Item(phrase=say(notice.words["not_used"]))]
        cells = (
            Cell(field="data_category", items=tuple(about), is_list=len(about) > 1),
            Cell(field="used_for", items=tuple(used_for), is_list=True),
        )
        rows.append(Row(id=category.id, cells=cells))
    return Table(
        heading=heading,
        label=label,
        columns=_header(notice, ("data_category", "used_for"), say),
        rows=tuple(rows),
    )


def least_reliable(cell: Cell) -> Phrase:
    """The cell's least reliable phrase: the first of them, where several are."""
    phrases = [phrase for item in cell.items for phrase in item.phrases]
    return max(phrases, key=_how_unsure) if len(phrases) > 1 else phrases[0]


_LESS_AND_LESS_SURE = (State.TRANSLATED, State.SOURCE, State.FUZZY, State.MISSING)


def _how_unsure(phrase: Phrase) -> int:
    return _LESS_AND_LESS_SURE.index(phrase.state)


def _header(notice: Notice, columns: Sequence[str], say: Say) -> tuple[Column, ...]:
    return tuple(Column(field=name, header=say(notice.words[name])) for name in columns)


def purpose_row(notice: Notice, purpose: Purpose, columns: Sequence[str], say: Say) -> Row:
    """The row of a purpose, as it stands in every table with those columns."""
    cells = []
    said_in = "purpose" if "purpose" in columns else columns[0]
    for name in columns:
        value = value_of(notice, purpose, name)
        named = named_by(notice, purpose) if name == "personal_data" else ()
        is_named = value.texts == tuple(category.name for category in named)
        items = [
            _item(notice, text, category, say)
            for text, category in zip_longest(value.texts, named if is_named else ())
        ]
        if name == said_in and (later := _later(notice, purpose, say)) is not None:
            items[0] = structs.replace(items[0], effective=later)
        tags = named if notice.has_tags and not is_named else ()
        cells.append(Cell(field=name, items=tuple(items), is_list=value.is_list, tags=tags))
    return Row(id=purpose.id, cells=tuple(cells), formerly=purpose.formerly)


def _later(notice: Notice, purpose: Purpose, say: Say) -> Phrase | None:
    """From when on it applies, with the day as the phrase's language writes it; if that is later.

    It is a part of what the cell says, so that no reader, program or proof has the row without it.
    """
    if purpose.effective is None or not notice.applies_later(purpose):
        return None
    phrase = say(notice.words["effective"])
    day = find_locale(phrase.lang).written_date(purpose.effective)
    return structs.replace(phrase, text=phrase.text.replace("%(date)s", day))


def _item(notice: Notice, text: Text, category: DataCategory | None, say: Say) -> Item:
    """A text of a cell, or the name of the data category that it is, marked if it is special."""
    phrase = say(text)
    if category is None:
        return Item(phrase=phrase)
    special = say(notice.words["special_category"]) if category.special else None
    return Item(phrase=phrase, category=category.id, special=special)


def name_of(purpose: Purpose) -> Text:
    """What a purpose is called elsewhere: its title, or what it says."""
    return purpose.title or purpose.fields["purpose"].texts[0]
