"""Damages to what a cell says, and to the language that it says it in."""

from __future__ import annotations

from random import Random

from lxml.etree import SubElement

from tests.damages.page import Draw, Finding, damage, in_cell, wrap


@in_cell
def word_removed(rng: Random, text: str) -> str | None:
    words = text.split(" ")
    if len(words) < 2:
        return None
    del words[rng.randrange(len(words))]
    return " ".join(words)


@in_cell
def word_doubled(rng: Random, text: str) -> str | None:
    words = text.split(" ")
    place = rng.randrange(len(words))
    return " ".join([*words[:place], words[place], *words[place:]])


@in_cell
def words_exchanged(rng: Random, text: str) -> str | None:
    words = text.split(" ")
    if len(words) < 2:
        return None
    first, second = rng.sample(range(len(words)), 2)
    words[first], words[second] = words[second], words[first]
    return " ".join(words)


@in_cell
def word_changed(rng: Random, text: str) -> str | None:
    words = text.split(" ")
    words[rng.randrange(len(words))] = rng.choice(
        ["data", "Daten", "données", "数据", "بيانات", "x"]
    )
    return " ".join(words)


_NEGATIONS = (
    "not", "never", "nicht", "kein", "ne", "pas", "no", "non", "niet", "geen", "nie", "inte",
    "لا", "لن", "不", "没有", "않", "안", "ない", "ません",
)  # fmt: skip


@in_cell
def negation_added(rng: Random, text: str) -> str | None:
    place = rng.choice([n for n, one in enumerate(text) if one == " "] or [len(text)])
    return f"{text[:place]} {rng.choice(_NEGATIONS)}{text[place:]}"


@in_cell
def negation_removed(rng: Random, text: str) -> str | None:
    there = [
        word for word in _NEGATIONS if f" {word} " in text or (word in text and ord(word[0]) > 999)
    ]
    return text.replace(rng.choice(there), "", 1) if there else None


@in_cell
def character_removed(rng: Random, text: str) -> str | None:
    place = rng.randrange(len(text))
    return text[:place] + text[place + 1 :] if not text[place].isspace() else None


@in_cell
def character_changed(rng: Random, text: str) -> str | None:
    place = rng.randrange(len(text))
    if text[place].isspace():
        return None
    return text[:place] + rng.choice("aeinrst0157.,-éüłż中のم") + text[place + 1 :]


@in_cell
def characters_exchanged(rng: Random, text: str) -> str | None:
    if len(text) < 2:
        return None
    place = rng.randrange(len(text) - 1)
    one, other = text[place : place + 2]
    return (
        None if one.isspace() or other.isspace() else text[:place] + other + one + text[place + 2 :]
    )


_ALIKE = dict(
    zip(
        "aceopxyiAOEBHKMTPCXSJIl0-,. '",
        "асеорхуіАОЕВНКМТРСХЅЈІӏО‐،․\u00a0’",
        strict=True,
    )
)


@in_cell
def character_replaced_by_one_that_looks_alike(rng: Random, text: str) -> str | None:
    places = [n for n, one in enumerate(text.strip()) if one in _ALIKE]
    if not places:
        return None
    text = text.strip()
    place = rng.choice(places)
    return text[:place] + _ALIKE[text[place]] + text[place + 1 :]


@in_cell
def digit_changed(rng: Random, text: str) -> str | None:
    places = [n for n, one in enumerate(text) if one.isdigit()]
    if not places:
        return f"{text} {rng.randrange(10)}"
    place = rng.choice(places)
    return text[:place] + rng.choice("0123456789٣") + text[place + 1 :]


@in_cell
def invisible_character_added(rng: Random, text: str) -> str | None:
    place = rng.randrange(1, len(text) + 1)
    mark = rng.choice(
        "\u200b\u200c\u200d\u2060\u00ad\u200e\u200f\u202e\u202d\u2066\u2069\ufeff\u180e\u034f"
    )
    return text[:place] + mark + text[place:]


@in_cell
def letter_in_other_case(rng: Random, text: str) -> str | None:
    places = [n for n, one in enumerate(text) if one.swapcase() != one]
    if not places:
        return None
    place = rng.choice(places)
    return text[:place] + text[place].swapcase() + text[place + 1 :]


@in_cell
def punctuation_removed(rng: Random, text: str) -> str | None:
    places = [n for n, one in enumerate(text) if one in ".,;:()-–、。，；：·؛،"]
    if not places:
        return None
    place = rng.choice(places)
    return text[:place] + text[place + 1 :]


@in_cell
def word_split(rng: Random, text: str) -> str | None:
    places = [
        n
        for n in range(1, len(text))
        if not text[n - 1 : n + 1].count(" ") and text[n - 1 : n + 1].strip()
    ]
    if not places:
        return None
    place = rng.choice(places)
    return f"{text[:place]} {text[place:]}"


@in_cell
def words_joined(rng: Random, text: str) -> str | None:
    stripped = text.strip()
    places = [n for n, one in enumerate(stripped) if one == " "]
    if not places:
        return None
    place = rng.choice(places)
    return stripped[:place] + stripped[place + 1 :]


@in_cell
def text_cut_short(rng: Random, text: str) -> str | None:
    return text[: rng.randrange(len(text))] or None


@in_cell
def text_doubled(rng: Random, text: str) -> str | None:
    return f"{text} {text}"


@damage
def words_struck_out(draw: Draw) -> Finding | None:
    cell = draw.cell()
    wrap(cell, draw.rng.choice(["del", "s", "strike", "bdo", "sup", "q", "button", "dialog"]))
    return draw.found(cell)


@damage
def thing_added_to_a_cell(draw: Draw) -> Finding | None:
    cell = draw.cell()
    tag = draw.rng.choice(["img", "svg", "iframe", "input", "video", "object", "embed", "br", "hr"])
    SubElement(cell, tag)
    return draw.found(cell)


@damage
def language_of_a_page_changed(draw: Draw) -> Finding | None:
    if draw.rng.random() < 0.3:
        del draw.doc.attrib["lang"]
    else:
        draw.doc.set("lang", draw.rng.choice([*draw.locales, "", "xx", "en-GB"]))
    return draw.found()


@damage
def direction_of_a_page_changed(draw: Draw) -> Finding | None:
    top = draw.rng.choice([draw.doc, draw.doc.find("body")])
    is_root = top is draw.doc
    if draw.rng.random() < 0.3 and is_root:
        del top.attrib["dir"]
    else:
        other = "rtl" if top.get("dir", "ltr") == "ltr" else "ltr"
        top.set("dir", draw.rng.choice([other, "auto"]))
    return draw.found()


@damage
def language_of_a_part_changed(draw: Draw) -> Finding | None:
    cell = draw.cell()
    part = draw.rng.choice([cell, *list(cell.iterancestors())[:-1], *list(cell.iter())[1:]])
    if not isinstance(part.tag, str) or part.tag == "ul":
        return None
    part.set(
        "lang", draw.rng.choice([locale for locale in draw.locales if locale != draw.locale] + [""])
    )
    return draw.found(cell)


@damage
def direction_of_a_part_changed(draw: Draw) -> Finding | None:
    cell = draw.cell()
    part = draw.rng.choice([cell, *list(cell.iterancestors())[:-1], *list(cell.iter())[1:]])
    if part.tag == "ul" or part.tag == "body":
        return None
    own = draw.locales[draw.locale].direction
    part.set("dir", draw.rng.choice(["rtl" if own == "ltr" else "ltr", "auto"]))
    return draw.found(cell)


@damage
def word_in_another_language(draw: Draw) -> Finding | None:
    cell = draw.cell()
    wrap(
        cell,
        "span",
        lang=draw.rng.choice([locale for locale in draw.locales if locale != draw.locale]),
    )
    return draw.found(cell)
