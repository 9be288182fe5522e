"""Damages to cells, and to what they link to."""

from __future__ import annotations

import copy
from typing import Any

from tests.damages.page import Draw, Finding, damage, insert, remove, replace, swap, wrap


@damage
def cell_removed(draw: Draw) -> Finding | None:
    cell = draw.cell()
    found = draw.found(cell)
    remove(cell)
    return found


@damage
def cell_emptied(draw: Draw) -> Finding | None:
    cell = draw.cell()
    emptied = cell.makeelement("td", dict(cell.attrib))
    found = draw.found(cell)
    replace(cell, emptied)
    return found


@damage
def cell_duplicated(draw: Draw) -> Finding | None:
    cell = draw.cell()
    insert(cell, cell, draw.rng.randint(0, 1))
    return draw.found(cell)


@damage
def cells_of_a_row_exchanged(draw: Draw) -> Finding | None:
    row = draw.row()
    first, second = row.xpath("td")[:2]
    swap(first, second)
    return draw.found(row)


@damage
def words_of_two_cells_of_a_row_exchanged(draw: Draw) -> Finding | None:
    row = draw.row()
    first, second = row.xpath("td")[:2]
    found = draw.found(first)
    names = [dict(cell.attrib) for cell in (first, second)]
    swap(first, second)
    for cell, attributes in zip(row.xpath("td"), names, strict=False):
        cell.attrib.clear()
        cell.attrib.update(attributes)
    return found


@damage
def cells_of_two_rows_exchanged(draw: Draw) -> Finding | None:
    cell = draw.cell()
    others = [
        one
        for one in draw.cells()
        if one.get("data-field") == cell.get("data-field") and one is not cell
    ]
    if not others:
        return None
    found = draw.found(cell)
    swap(cell, draw.rng.choice(others))
    return found


@damage
def cell_in_the_words_of_another_locale(draw: Draw) -> Finding | None:
    cell = draw.cell()
    others = draw.same_page_elsewhere().xpath("//tr[@data-record or @data-category]/td")
    found = draw.found(cell)
    replace(cell, others[draw.cells().index(cell)])
    return found


@damage
def field_of_a_cell_changed(draw: Draw) -> Finding | None:
    cell = draw.cell()
    found = draw.found(cell)
    cell.set("data-field", draw.rng.choice(["purpose", "personal_data", "used_for", "x", ""]))
    return found


@damage
def column_name_beside_a_cell_changed(draw: Draw) -> Finding | None:
    cell = draw.cell()
    cell.set("data-label", draw.rng.choice(["", "x", cell.get("data-label") + "s"]))
    return draw.found(cell)


@damage
def cell_moved_to_another_row(draw: Draw) -> Finding | None:
    cell = draw.cell()
    found = draw.found(cell)
    others = [row for row in draw.rows() if row is not cell.getparent()]
    if not others:
        return None
    draw.rng.choice(others).append(copy.deepcopy(cell))
    remove(cell)
    return found


@damage
def cell_that_spans_others(draw: Draw) -> Finding | None:
    cell = draw.cell()
    cell.set(draw.rng.choice(["rowspan", "colspan"]), "2")
    return draw.found(cell)


@damage
def item_of_a_list_removed(draw: Draw) -> Finding | None:
    item = _item(draw)
    if item is None:
        return None
    found = draw.found(next(item.iterancestors("td")))
    remove(item)
    return found


@damage
def item_of_a_list_duplicated(draw: Draw) -> Finding | None:
    item = _item(draw)
    if item is None:
        return None
    insert(item, item)
    return draw.found(next(item.iterancestors("td")))


@damage
def items_of_a_list_exchanged(draw: Draw) -> Finding | None:
    item = _item(draw)
    if item is None or len(item.getparent()) < 2:
        return None
    found = draw.found(next(item.iterancestors("td")))
    swap(*draw.rng.sample(list(item.getparent()), 2))
    return found


@damage
def items_of_a_list_joined(draw: Draw) -> Finding | None:
    item = _item(draw)
    following = item.getnext() if item is not None else None
    if following is None:
        return None
    between = f" {following.text or ''}"
    if len(item):
        item[-1].tail = f"{item[-1].tail or ''}{between}"
    else:
        item.text = f"{item.text or ''}{between}"
    for child in list(following):
        item.append(child)
    found = draw.found(next(item.iterancestors("td")))
    remove(following)
    return found


def _item(draw: Draw) -> Any:
    items = draw.doc.xpath("//table[starts-with(@class,'notice-')]//td//li")
    return draw.rng.choice(items) if items else None


def _link(draw: Draw) -> Any:
    links = draw.doc.xpath("//table[starts-with(@class,'notice-')]//td//a")
    return draw.rng.choice(links) if links else None


@damage
def target_of_a_link_changed(draw: Draw) -> Finding | None:
    link = _link(draw)
    if link is None:
        return None
    href = link.get("href")
    page, _, record = href.partition("#")
    targets = [
        page,
        f"#{record}",
        f"{href}x",
        f"https://other.example/{href}",
        f"//{record}.example/",
    ]
    targets += ["javascript:alert(1)", "", f"../{href}", f"{page}?x#{record}"]
    targets += [other.get("href") for other in draw.doc.xpath("//td//a")]
    link.set("href", draw.rng.choice(targets))
    return Finding(draw.path, draw.found(next(link.iterancestors("tr"))).record)


@damage
def link_taken_from_its_words(draw: Draw) -> Finding | None:
    link = _link(draw)
    if link is None:
        return None
    found = draw.found(next(link.iterancestors("tr")))
    link.drop_tag()
    return found


@damage
def link_added_to_words(draw: Draw) -> Finding | None:
    cell = draw.cell()
    wrap(cell, "a", href=draw.rng.choice(["https://other.example/", "#x", ""]))
    return draw.found(cell.getparent())


@damage
def targets_of_two_links_exchanged(draw: Draw) -> Finding | None:
    links = draw.doc.xpath("//table[starts-with(@class,'notice-')]//td//a")
    if len(links) < 2:
        return None
    first, second = draw.rng.sample(links, 2)
    one, other = first.get("href"), second.get("href")
    first.set("href", other)
    second.set("href", one)
    return draw.found(next(first.iterancestors("tr")))


@damage
def base_of_all_links_changed(draw: Draw) -> Finding | None:
    base = draw.doc.makeelement(
        "base", {"href": draw.rng.choice(["https://other.example/", "/x/y/z/"])}
    )
    draw.doc.find("head").insert(0, base)
    return draw.found() if _link(draw) is not None else None
