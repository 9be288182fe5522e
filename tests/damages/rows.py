"""Damages to rows."""

from __future__ import annotations

import copy

from lxml.etree import SubElement

from tests.damages.page import Draw, Finding, damage, insert, remove, replace, swap, written


@damage
def row_removed(draw: Draw) -> Finding | None:
    row = draw.row()
    found = draw.found(row)
    remove(row)
    return found


@damage
def row_without_cells(draw: Draw) -> Finding | None:
    row = draw.row()
    for cell in list(row):
        remove(cell)
    return draw.found(row)


@damage
def row_without_words(draw: Draw) -> Finding | None:
    row = draw.row()
    for cell in row.xpath("td"):
        emptied = cell.makeelement("td", dict(cell.attrib))
        replace(cell, emptied)
    return draw.found(row)


@damage
def row_duplicated(draw: Draw) -> Finding | None:
    row = draw.row()
    new = insert(row, draw.row(), draw.rng.randint(0, 1))
    if draw.rng.random() < 0.5:
        new.attrib.pop("id", None)
    return draw.found(row)


@damage
def rows_exchanged(draw: Draw) -> Finding | None:
    if len(draw.rows()) < 2:
        return None
    swap(*draw.rng.sample(draw.rows(), 2))
    return draw.found()


@damage
def row_moved_to_another_page(draw: Draw) -> Finding | None:
    row = draw.row()
    path, doc = draw.another_page()
    insert(row, doc.xpath("//table[starts-with(@class,'notice-')]/tbody/tr")[0])
    draw.changes[path] = written(doc)
    found = draw.found(row)
    remove(row)
    return draw.rng.choice([found, Finding(path, found.record)])


@damage
def row_of_another_page_added(draw: Draw) -> Finding | None:
    _, doc = draw.another_page()
    row = draw.rng.choice(doc.xpath("//tr[@data-record or @data-category]"))
    insert(row, draw.row())
    return Finding(draw.path, row.get("data-record") or row.get("data-category"))


@damage
def row_in_the_words_of_another_locale(draw: Draw) -> Finding | None:
    row = draw.row()
    others = draw.same_page_elsewhere().xpath("//tr[@data-record or @data-category]")
    found = draw.found(row)
    replace(row, others[draw.rows().index(row)])
    return found


@damage
def row_outside_its_table(draw: Draw) -> Finding | None:
    row = draw.row()
    found = draw.found(row)
    table = next(row.iterancestors("table"))
    outer = table.makeelement("table", {"class": "plain"})
    SubElement(outer, "tbody").append(copy.deepcopy(row))
    outer.tail = "\n"
    table.addnext(outer)
    remove(row)
    return found


@damage
def row_of_no_record_added(draw: Draw) -> Finding | None:
    row = insert(draw.row(), draw.row(), draw.rng.randint(0, 1))
    for name in ("data-record", "data-category", "id"):
        row.attrib.pop(name, None)
    if draw.rng.random() < 0.5:
        for cell in row:
            cell.tag = "th"
    return draw.found()


@damage
def record_of_a_row_changed(draw: Draw) -> Finding | None:
    row = draw.row()
    found = draw.found(row)
    name = "data-record" if row.get("data-record") else "data-category"
    other = draw.rng.choice([one.get(name) for one in draw.rows()] + ["other", "", None])
    row.attrib.pop(name)
    if other is not None:
        row.set(name, other)
    return found


@damage
def id_of_a_row_changed(draw: Draw) -> Finding | None:
    row = draw.row()
    row.set("id", draw.rng.choice([*filter(None, (one.get("id") for one in draw.rows())), "x", ""]))
    return draw.found(row)


@damage
def id_of_a_row_removed(draw: Draw) -> Finding | None:
    row = draw.row()
    if row.attrib.pop("id", None) is None:  # further down on the page with the whole notice
        return None
    return draw.found(row)


@damage
def id_of_a_row_given_to_another_element(draw: Draw) -> Finding | None:
    row = draw.row()
    if row.get("id") is None:
        return None
    other = draw.rng.choice(draw.doc.xpath("//article//*[not(@id)] | //header//*[not(@id)]"))
    if other.tag == "tr":
        return None
    other.set("id", row.get("id"))
    return draw.found(row)
