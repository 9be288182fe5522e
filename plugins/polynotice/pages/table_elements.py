"""The tables of a page as elements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from polynotice.core.model import DataCategory, Notice, Phrase
from polynotice.core.translation import Say
from polynotice.notice.tables import BESIDES, Cell, Item, Row, Table
from polynotice.pages.conversion import Conversion
from polynotice.pages.element_names import FORMER, INDEX_ID, UNTRANSLATED
from polynotice.pages.links import path_from
from polynotice.pages.marked_phrases import (
    in_attribute,
    put,
    set_language,
    set_text,
    set_words,
)


def table_element(table: Table, conversion: Conversion) -> Element:
    """The `table` element. Texts in it are inline Markdown still."""
    element = Element("table", {"class": "notice-table"})
    if not conversion.context.reader.row_links:
        element.set("data-row-links", "false")
    if table.label:
        set_text(element, "aria-label", table.label)
    head = SubElement(SubElement(element, "thead"), "tr")
    for column in table.columns:
        attributes = {"scope": "col", "data-field": column.field}
        put(SubElement(head, "th", attributes), column.header, conversion)
    body = SubElement(element, "tbody")
    headers = {column.field: column.header for column in table.columns}
    for row in table.rows:
        body.append(_row_element(row, headers, conversion))
    return element


def anchor_of(row: Row) -> str:
    """The id of a row where it is first placed on a page."""
    return row.id if is_purpose(row) else INDEX_ID + row.id


def is_purpose(row: Row) -> bool:
    """Whether it is a purpose's row, and not a data category's."""
    return row.cells[0].field != "data_category"


def row_id(row: Row, conversion: Conversion) -> str | None:
    """The id of the row's element: its anchor, where that is first placed on the page."""
    anchor = anchor_of(row)
    if anchor in conversion.row_ids:
        return None
    conversion.row_ids.add(anchor)
    return anchor


def _row_element(row: Row, headers: Mapping[str, Phrase], conversion: Conversion) -> Element:
    element = Element("tr")
    name = row_id(row, conversion)
    if name:
        element.set("id", name)
    element.set("data-record" if is_purpose(row) else "data-category", row.id)
    for cell in row.cells:
        filled = SubElement(element, "td", {"data-field": cell.field})
        set_text(filled, "data-label", headers[cell.field])
        _fill_cell(filled, cell, conversion)
        _add_tags(filled, cell, conversion)
    if name:
        _lead_here(element[0], row.formerly, conversion)
    return element


def _lead_here(cell: Element, former_ids: Sequence[str], conversion: Conversion) -> None:
    """Gives a cell the ids that its row had before, ahead of its text."""
    text, last = cell.text, None
    for place, name in enumerate(former_ids):
        last = Element("span", {"class": FORMER, "id": name})
        conversion.row_ids.add(name)
        cell.insert(place, last)
    if last is not None:
        cell.text, last.tail = None, text


def _add_tags(element: Element, cell: Cell, conversion: Conversion) -> None:
    """Links to the kinds of data that the cell's own text does not name one by one.

    Their words stand in attributes, for the text of the cell is the notice's, word for word. The
    style sheet shows them; where the script runs, it makes them text, to be found and copied.
    """
    context = conversion.context
    if not cell.tags or not context.indexed_on:
        return
    element = SubElement(element, "span", {"class": "notice-tags"})
    for category in cell.tags:
        words = tag_words(category, context.notice, context.say)
        classes = ["notice-tag", *(["notice-special"] if words.title else [])]
        tag = SubElement(element, "a", href=_way_to_category(category.id, conversion))
        set_words(tag, "data-name", words.name)
        set_words(tag, "aria-label", words.label)
        if words.title:
            set_words(tag, "title", words.title)
        if words.lang != context.locale.id:
            classes.append(UNTRANSLATED)
            set_language(tag, words.lang, context)
        tag.set("class", " ".join(classes))


@dataclass(frozen=True, kw_only=True)
class TagWords:
    """The words of a link to a kind of data."""

    name: str
    label: str
    """What is seen and read out: the name, and what the kind is besides."""
    title: str
    """What a special category is called; empty for any other."""
    lang: str


def tag_words(category: DataCategory, notice: Notice, say: Say) -> TagWords:
    """What a link to a kind of data says."""
    phrase = say(category.name)
    name = in_attribute(phrase)
    title = in_attribute(say(notice.words["special_category"])) if category.special else ""
    label = f"{name}{BESIDES}{title}" if title else name
    return TagWords(name=name, label=label, title=title, lang=phrase.lang)


def _fill_cell(element: Element, cell: Cell, conversion: Conversion) -> None:
    if not cell.is_list:
        _put_item(element, cell.items[0], conversion)
        return
    items = SubElement(element, "ul")
    for item in cell.items:
        _put_item(SubElement(items, "li"), item, conversion)


def _put_item(element: Element, item: Item, conversion: Conversion) -> None:
    place = element
    if item.record and (way := way_to_purpose(item.record, conversion)):
        element = SubElement(element, "a", href=way)
    elif item.category and conversion.context.indexed_on:
        element = SubElement(element, "a", href=_way_to_category(item.category, conversion))
    elif item.special or item.effective:
        element = SubElement(element, "span")
    put(element, item.phrase, conversion)
    beside = (("notice-special", item.special), ("notice-effective", item.effective))
    for name, phrase in beside:
        if phrase:
            element.tail = BESIDES
            element = SubElement(place, "strong", {"class": name})
            put(element, phrase, conversion)


def way_to_purpose(purpose: str, conversion: Conversion) -> str | None:
    """The address of the purpose's row, for MkDocs to resolve; `None` if no page places it."""
    page = conversion.context.placed_on.get(purpose)
    return None if page is None else f"{path_from(conversion.page.uri, page)}#{purpose}"


def _way_to_category(category: str, conversion: Conversion) -> str:
    page = conversion.context.indexed_on or ""
    return f"{path_from(conversion.page.uri, page)}#{INDEX_ID}{category}"
