"""Tables with nothing in their cells but words: written as HTML at once, not by way of a tree.

Every step of Python-Markdown walks through all elements of a page, of which nearly all are a
table's; in cells of plain words none of them has anything to do. What comes out is the same
(`tests/pages/test_plain_tables.py`). Rows stay in the tree, for their ids are the page's affair.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.postprocessors import Postprocessor
from markdown.util import ETX, STX, AtomicString

from polynotice.core.locales import Locale
from polynotice.core.model import Phrase
from polynotice.html.plain_text import is_plain
from polynotice.notice.matrix import Matrix
from polynotice.notice.tables import Cell, Row, Table
from polynotice.pages.conversion import Conversion
from polynotice.pages.isolation import has_runs
from polynotice.pages.marked_phrases import in_attribute
from polynotice.pages.page_context import PageContext
from polynotice.pages.table_elements import is_purpose, row_id


def plain_table(table: Table | Matrix, conversion: Conversion) -> Element | None:
    """What stands for the table in the tree; `None` if there is more in it than words."""
    if isinstance(table, Matrix) or not conversion.context.reader.row_links:
        return None
    locale = conversion.context.locale
    headers = {column.field: column.header for column in table.columns}
    if any(row.formerly for row in table.rows):
        return None
    if table.label or not all(_is_plain(phrase, locale) for phrase in headers.values()):
        return None
    if not all(
        _is_plain_cell(cell, conversion.context) for row in table.rows for cell in row.cells
    ):
        return None
    element = Element("table")
    element.text = AtomicString(f"{STX}notice:{len(conversion.plain_tables)}{ETX}")
    rows = []
    for row in table.rows:
        name = row_id(row, conversion)
        SubElement(element, "tr", {"id": name} if name else {})
        rows.append(_row(row, headers, name))
    conversion.plain_tables.append(_FRAME.format(head=_head(table), rows="".join(rows)))
    return element


class WritePlainTables(Postprocessor):
    """Puts the tables where something stands for them."""

    def __init__(self, md: Markdown, conversion: Conversion) -> None:
        super().__init__(md)
        self._conversion = conversion

    def run(self, text: str) -> str:
        """The page with its tables."""
        tables = self._conversion.plain_tables
        if not tables:
            return text
        return _STANDING.sub(lambda match: f"<table{match[1]}{tables[int(match[2])]}", text)


def is_plain_table(element: Element) -> bool:
    """Whether the element stands for a table in the tree."""
    return (element.text or "").startswith(f"{STX}notice:")


_STANDING = re.compile(
    rf"<table((?: [a-z-]+=\"[^\"]*\")?)>{STX}notice:(\d+){ETX}.*?</table>", re.DOTALL
)

# As Python-Markdown writes elements: attributes in the order of their names, each block on a line.
_FRAME = """\
 class="notice-table">
<thead>
<tr>
{head}</tr>
</thead>
<tbody>
{rows}</tbody>
</table>"""


def _head(table: Table) -> str:
    return "".join(
        f'<th data-field="{each.field}" scope="col">{each.header.text}</th>\n'
        for each in table.columns
    )


def _row(row: Row, headers: Mapping[str, Phrase], name: str | None) -> str:
    kind = "data-record" if is_purpose(row) else "data-category"
    shown = f' id="{name}"' if name else ""
    cells = "".join(
        f'<td data-field="{each.field}" data-label="{in_attribute(headers[each.field])}">'
        f"{each.items[0].phrase.text}</td>\n"
        for each in row.cells
    )
    return f'<tr {kind}="{row.id}"{shown}>\n{cells}</tr>\n'


def _is_plain_cell(cell: Cell, context: PageContext) -> bool:
    item = cell.items[0]
    if (
        cell.is_list
        or item.effective
        or item.record is not None
        or (cell.tags and context.indexed_on)
    ):
        return False
    return _is_plain(item.phrase, context.locale)


def _is_plain(phrase: Phrase, locale: Locale) -> bool:
    if phrase.lang != locale.id or phrase.note or not is_plain(phrase.text):
        return False
    return locale.direction == "ltr" or not has_runs(phrase.text)
