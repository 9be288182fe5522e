"""Damages to tables, and to what names them and their columns."""

from __future__ import annotations

import copy
from typing import Any

from tests.damages.page import Draw, Finding, damage, insert, remove, replace, swap


@damage
def table_removed(draw: Draw) -> Finding | None:
    remove(draw.rng.choice(draw.tables()))
    return draw.found()


@damage
def table_cut_in_half(draw: Draw) -> Finding | None:
    table = draw.rng.choice(draw.tables())
    rows = table.xpath("tbody/tr")
    lost = rows[len(rows) // 2 :]
    found = draw.found(draw.rng.choice(lost))
    for row in lost:
        remove(row)
    return found


@damage
def tables_exchanged(draw: Draw) -> Finding | None:
    if len(draw.tables()) < 2:
        return None
    swap(*draw.rng.sample(draw.tables(), 2))
    return draw.found()


@damage
def table_duplicated(draw: Draw) -> Finding | None:
    table = draw.rng.choice(draw.tables())
    insert(table, table, draw.rng.randint(0, 1))
    return draw.found()


@damage
def table_without_its_class(draw: Draw) -> Finding | None:
    table = draw.rng.choice(draw.tables())
    table.set("class", draw.rng.choice(["", "notice", "notice-tables"]))
    return draw.found(table.xpath("tbody/tr")[0])


@damage
def table_in_the_words_of_another_locale(draw: Draw) -> Finding | None:
    number = draw.rng.randrange(len(draw.tables()))
    table = draw.tables()[number]
    found = draw.found(table.xpath("tbody/tr")[0])
    replace(
        table, draw.same_page_elsewhere().xpath("//table[starts-with(@class,'notice-')]")[number]
    )
    return found


@damage
def table_of_another_page(draw: Draw) -> Finding | None:
    _, doc = draw.another_page()
    replace(draw.rng.choice(draw.tables()), doc.xpath("//table[starts-with(@class,'notice-')]")[0])
    return draw.found()


@damage
def caption_or_footer_added(draw: Draw) -> Finding | None:
    table = draw.rng.choice(draw.tables())
    tag = draw.rng.choice(["caption", "tfoot"])
    new = table.makeelement(tag)
    if tag == "caption":
        new.text = "We sell your data."
    else:
        new.append(copy.deepcopy(draw.row()))
    table.insert(0, new)
    return draw.found()


@damage
def label_of_a_table_changed(draw: Draw) -> Finding | None:
    table = draw.rng.choice(draw.tables())
    if table.get("aria-label"):
        table.attrib.pop("aria-label")
    else:
        table.set("aria-label", "x")
    return draw.found()


@damage
def role_of_a_part_changed(draw: Draw) -> Finding | None:
    parts = "descendant-or-self::*[self::table or self::tbody or self::tr or self::th or self::td]"
    part = draw.rng.choice(draw.rng.choice(draw.tables()).xpath(parts))
    part.set("role", draw.rng.choice(["presentation", "none", "img"]))
    return draw.found()


@damage
def title_above_a_table_changed(draw: Draw) -> Finding | None:
    title = _title(draw)
    if title is None:
        return None
    change = draw.rng.choice(
        [lambda text: f"{text}x", lambda text: text[1:], lambda text: text.upper()]
    )
    title.text = change(title.text)
    return draw.found()


@damage
def title_above_a_table_removed(draw: Draw) -> Finding | None:
    title = _title(draw)
    if title is None:
        return None
    remove(title)
    return draw.found()


_TITLES = "(//h2 | //h3 | //h4)[following-sibling::*[1][self::table]]"
"""On the page with the whole notice, they are one level lower than on their own pages."""


@damage
def titles_above_tables_exchanged(draw: Draw) -> Finding | None:
    titles = draw.doc.xpath(_TITLES)
    if len(titles) < 2:
        return None
    swap(*draw.rng.sample(titles, 2))
    return draw.found()


def _title(draw: Draw) -> Any:
    titles = draw.doc.xpath(_TITLES)
    return draw.rng.choice(titles) if titles else None


def _header(draw: Draw) -> Any:
    return draw.rng.choice(draw.doc.xpath("//table[starts-with(@class,'notice-')]/thead/tr/th"))


@damage
def header_removed(draw: Draw) -> Finding | None:
    remove(
        draw.rng.choice(
            [_header(draw), _header(draw).getparent(), _header(draw).getparent().getparent()]
        )
    )
    return draw.found()


@damage
def header_reworded(draw: Draw) -> Finding | None:
    header = _header(draw)
    header.text = draw.rng.choice(["", "x", header.text + ".", header.text[:-1]])
    return draw.found()


@damage
def header_duplicated(draw: Draw) -> Finding | None:
    part = draw.rng.choice([_header(draw), _header(draw).getparent()])
    insert(part, part)
    return draw.found()


@damage
def headers_exchanged(draw: Draw) -> Finding | None:
    first, second = _header(draw).getparent().xpath("th")[:2]
    if draw.rng.random() < 0.5:
        first.text, second.text = second.text, first.text
    else:
        swap(first, second)
    return draw.found()


@damage
def header_of_another_locale(draw: Draw) -> Finding | None:
    headers = draw.doc.xpath("//table[starts-with(@class,'notice-')]/thead/tr/th")
    others = draw.same_page_elsewhere().xpath("//table[starts-with(@class,'notice-')]/thead/tr/th")
    number = draw.rng.randrange(len(headers))
    replace(headers[number], others[number])
    return draw.found()


@damage
def field_of_a_header_changed(draw: Draw) -> Finding | None:
    header = _header(draw)
    header.set(*draw.rng.choice([("data-field", "x"), ("scope", "row"), ("colspan", "2")]))
    return draw.found()
