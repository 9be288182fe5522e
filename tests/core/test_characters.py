"""The kinds of signs that a text has."""

from __future__ import annotations

import random
import re

from polynotice.core.characters import kind, kinds_in
from tests.draws import for_each

CLASSES = {"digit": r"\d", "brackets": r"\[\]", "hidden": r"\u200b-\u200f", "colon": ":"}
KINDS = {name: kind(characters) for name, characters in CLASSES.items()}
ADDRESS = kind("", "://")
PIECE = kind(r"\\", "XX")


def kinds_of(text: str) -> set[str]:
    """The names of the kinds that the text is of."""
    kinds = kinds_in(text)
    return {name for name, one in KINDS.items() if kinds & one}


@for_each(
    ("text", "expected"),
    [
        ("Plain prose, and no more.", set()),
        ("Über uns – „hier“", set()),
        ("30 days", {"digit"}),
        ("٣٠ يوما", {"digit"}),
        ("三十", set()),
        ("[words]: 3", {"digit", "brackets", "colon"}),
        ("jeder\u200bzeit", {"hidden"}),
    ],
)
def test_a_text_is_of_the_kinds_whose_signs_it_has(text: str, expected: set[str]) -> None:
    assert kinds_of(text) == expected


@for_each(
    ("text", "is_of_it"),
    [("https://shop.example", True), ("https:/shop", False), ("https", False), ("é://", True)],
)
def test_a_piece_makes_a_kind_by_itself(text: str, is_of_it: bool) -> None:
    assert (kinds_in(text) & ADDRESS != 0) is is_of_it


@for_each(
    ("text", "is_of_it"),
    [("XX", True), ("X X", False), ("a\\b", True), ("aXXb", True), ("", False)],
)
def test_a_kind_may_have_characters_and_pieces(text: str, is_of_it: bool) -> None:
    assert (kinds_in(text) & PIECE != 0) is is_of_it


def test_a_kind_that_is_declared_later_is_seen_in_texts_that_were_looked_at_before() -> None:
    text = "a\N{SECTION SIGN}b"
    before = kinds_in(text)
    section = kind("\N{SECTION SIGN}")
    assert not before & section
    assert kinds_in(text) == before | section


def test_what_is_seen_at_once_is_what_each_expression_sees() -> None:
    chance = random.Random(10)  # noqa: S311
    signs = [*map(chr, range(32, 127)), *"٣३３²Ⅳ\u200b\u200e\n\x00é字א“", "\U0001f600", "\ud800"]
    for _ in range(2000):
        text = "".join(chance.choices([*signs, " ", "a"], k=chance.randrange(12)))
        expected = {name for name, each in CLASSES.items() if re.search(f"[{each}]", text)}
        assert kinds_of(text) == expected, text
