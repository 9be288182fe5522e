"""Damages to whole pages, and to `notice.json`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from lxml.etree import SubElement

from tests.damages.page import Draw, Finding, damage, remove, written


@damage
def reader_sent_away(draw: Draw) -> Finding | None:
    attributes = {"http-equiv": "Refresh", "content": "0; url=https://other.example/"}
    SubElement(draw.doc.find("head"), "meta", attributes)
    return draw.found()


@damage
def encoding_of_a_page_changed(draw: Draw) -> Finding | None:
    meta = draw.doc.xpath("//meta[@charset]")[0]
    if draw.rng.random() < 0.5:
        remove(meta)
    else:
        meta.set("charset", draw.rng.choice(["iso-8859-1", "utf-16", "shift_jis"]))
    return draw.found()


@damage
def page_removed(draw: Draw) -> Finding | None:
    draw.changes[draw.path] = None
    return draw.found()


@damage
def page_of_another_locale(draw: Draw) -> Finding | None:
    draw.changes[draw.path] = written(draw.same_page_elsewhere())
    return draw.found()


@damage
def another_page_in_its_place(draw: Draw) -> Finding | None:
    _, doc = draw.another_page()
    draw.changes[draw.path] = written(doc)
    return draw.found()


@damage
def pages_exchanged(draw: Draw) -> Finding | None:
    path, doc = draw.another_page()
    draw.changes |= {draw.path: written(doc), path: written(draw.doc)}
    return draw.rng.choice([draw.found(), Finding(path)])


@damage
def page_cut_short(draw: Draw) -> Finding | None:
    html = draw.pages[draw.path]
    end = html.rindex("</td>", 0, html.rindex("</table>"))
    draw.changes[draw.path] = html[: draw.rng.randrange(end)]
    return draw.found()


@damage
def page_written_in_another_encoding(draw: Draw) -> Finding | None:
    html = draw.pages[draw.path]
    garbled = html.encode().decode(
        draw.rng.choice(["latin-1", "cp437", "cp1250", "mac-roman"]), "replace"
    )
    draw.changes[draw.path] = garbled
    # Read in a wrong encoding, English differs in a sign or two, or not at all.
    words = "".join("".join(cell.itertext()) for cell in draw.cells())
    return draw.found() if not words.isascii() else None


def _data(draw: Draw) -> tuple[str, Any]:
    one = draw.locales[draw.locale]
    return f"{one.root}notice.json", json.loads(json.dumps(one.notice))


@damage
def value_of_the_data_changed(draw: Draw) -> Finding | None:
    path, data = _data(draw)
    record = draw.rng.choice(data["records"])
    name, cell = draw.rng.choice(list(record["fields"].items()))
    values: list[tuple[dict[str, Any], str, Finding]] = [
        *((data, key, Finding(path, None, key)) for key in data if key != "records"),
        *(
            (record, key, Finding(path, record["id"] if key != "id" else None, key))
            for key in record
            if key != "fields"
        ),
        *((cell, key, Finding(path, record["id"], f"{name}.{key}")) for key in cell),
    ]
    holder, key, found = draw.rng.choice(values)
    change: Sequence[Any] = ["", None, 1, "x", f"{holder[key]} ", f"{holder[key]}"[1:], [], {}]
    holder[key] = draw.rng.choice(change)
    draw.changes[path] = json.dumps(data, ensure_ascii=False)
    return found


@damage
def part_of_the_data_removed(draw: Draw) -> Finding | None:
    path, data = _data(draw)
    record = draw.rng.choice(data["records"])
    cell = draw.rng.choice(list(record["fields"].values()))
    holder = draw.rng.choice([data, record, record["fields"], cell])
    del holder[draw.rng.choice(list(holder))]
    draw.changes[path] = json.dumps(data)
    return Finding(path)


@damage
def something_added_to_the_data(draw: Draw) -> Finding | None:
    path, data = _data(draw)
    record = draw.rng.choice(data["records"])
    holder = draw.rng.choice([data, record, record["fields"], record["fields"]["purpose"]])
    holder["more"] = draw.rng.choice(["x", None, 0, {}, []])
    draw.changes[path] = json.dumps(data)
    return Finding(path)


@damage
def records_of_the_data_changed(draw: Draw) -> Finding | None:
    path, data = _data(draw)
    records = data["records"]
    first, second = draw.rng.sample(range(len(records)), 2)
    found = records[first]["id"]
    match draw.rng.randrange(4):
        case 0:
            del records[first]
        case 1:
            records.insert(second, records[first])
        case 2:
            records[first], records[second] = records[second], records[first]
            found = None
        case _:
            records[first]["fields"], records[second]["fields"] = (
                records[second]["fields"],
                records[first]["fields"],
            )
    draw.changes[path] = json.dumps(data)
    return Finding(path, found)


@damage
def data_of_another_locale(draw: Draw) -> Finding | None:
    path, _ = _data(draw)
    other = draw.rng.choice([one for one in draw.locales.values() if one.id != draw.locale])
    draw.changes[path] = json.dumps(other.notice)
    return Finding(path)


@damage
def data_unreadable(draw: Draw) -> Finding | None:
    path, data = _data(draw)
    text = json.dumps(data)
    cut = text[: draw.rng.randrange(len(text))]
    draw.changes[path] = draw.rng.choice([None, cut, f"{text}}}", "[]", "null", "1", "[" * 50_000])
    return Finding(path)
