"""The matrix of purposes against groups of personal data as an element of a page."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from polynotice.notice.matrix import MARK, Matrix, MatrixRow
from polynotice.pages.conversion import Conversion
from polynotice.pages.marked_phrases import in_attribute, put, set_text, set_words
from polynotice.pages.table_elements import way_to_purpose


def matrix_element(matrix: Matrix, conversion: Conversion) -> Element:
    """The `table` element. Texts in it are inline Markdown still."""
    element = Element("table", {"class": "notice-matrix", "data-search-exclude": ""})
    set_text(element, "aria-label", matrix.label)
    head = SubElement(SubElement(element, "thead"), "tr")
    attributes = {"scope": "col"}
    put(SubElement(head, "th", attributes | {"data-field": "purpose"}), matrix.corner, conversion)
    for name, text in matrix.groups:
        put(SubElement(head, "th", attributes | {"data-group": name}), text, conversion)
    body = SubElement(element, "tbody")
    for row in matrix.rows:
        body.append(_row_element(row, matrix, conversion))
    return element


def _row_element(row: MatrixRow, matrix: Matrix, conversion: Conversion) -> Element:
    element = Element("tr", {"data-record": row.id})
    header = SubElement(element, "th", {"scope": "row", "data-field": "purpose"})
    way = way_to_purpose(row.id, conversion)
    put(SubElement(header, "a", href=way) if way else header, row.name, conversion)
    for name, text in matrix.groups:
        cell = SubElement(element, "td", {"data-group": name})
        set_text(cell, "data-label", text)
        if name not in row.groups:
            continue
        mark = SubElement(cell, "a", href=way) if way else cell
        if way:
            set_words(mark, "aria-label", f"{in_attribute(row.name)}: {in_attribute(text)}")
        mark.text = MARK
    return element
