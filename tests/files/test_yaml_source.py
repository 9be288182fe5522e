"""YAML that knows its lines, and what it refuses to read in silence."""

from __future__ import annotations

from itertools import pairwise

import pytest

from polynotice.files import yaml_source
from polynotice.files.yaml_source import Document
from tests.draws import for_each


def load(text: str, **options: bool | int) -> tuple[Document | None, list[str]]:
    document, problems = yaml_source.load_yaml(text, "a.yml", code="unreadable-records", **options)  # type: ignore[arg-type]
    return document, [str(problem) for problem in problems]


def brief(problems: list[str]) -> list[str]:
    """Each problem as `path:line: severity code`."""
    return [": ".join(problem.split(": ")[:2]) for problem in problems]


def read(text: str) -> Document:
    document, problems = load(text)
    assert problems == []
    assert document is not None
    return document


UNREADABLE = "error unreadable-records"


@pytest.mark.parametrize("text", ["", "# Nothing but a remark.\n", "---\n"])
def test_an_empty_document_holds_nothing_and_is_no_mistake(text: str) -> None:
    assert read(text).data is None


def test_every_key_and_item_has_its_line() -> None:
    document = read("a: x\nb:\n  - y\n\n  - c: z\n")
    lines = {place: document.span(place).line for place in [("a",), ("b",), ("b", 0), ("b", 1)]}
    assert lines == {("a",): 1, ("b",): 2, ("b", 0): 3, ("b", 1): 5}
    assert document.span(("b", 1, "c")).line == 5
    assert document.span(("b", 1, "c")).path == "a.yml"


def test_the_line_of_a_place_that_does_not_exist_is_that_of_the_nearest_around_it() -> None:
    document = read("a: x\nb:\n  c: y\n")
    assert document.span(("b", "d", 7)).line == 2
    assert document.span(("e",)).line == 1


def test_the_value_at_a_place_is_found() -> None:
    document = read("a: [{b: x}]\n")
    assert document.at(("a", 0, "b")) == "x"
    assert document.at(()) == {"a": [{"b": "x"}]}
    with pytest.raises(KeyError):
        document.at(("z",))
    with pytest.raises(IndexError):
        document.at(("a", 1))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_alike_for_every_line_ending(end: str) -> None:
    assert read(f"a: x{end}{end}b: y{end}").span(("b",)).line == 3


def test_lines_start_where_the_document_starts_in_its_file() -> None:
    document, problems = load("a: x\na: y\n", first_line=10)
    assert document is not None
    assert document.span(("a",)).line == 10
    assert brief(problems) == ["a.yml:11: error repeated-field"]


def test_a_repeated_key_is_reported_and_its_first_value_kept() -> None:
    document, problems = load("a: first\nb: x\na: second\n")
    assert document is not None
    assert document.data == {"a": "first", "b": "x"}
    assert document.span(("a",)).line == 1
    assert problems == [
        'a.yml:3: error repeated-field: The key "a" stands here a second time. Keep one of the two.'
    ]


def test_the_same_key_in_two_mappings_is_no_repetition() -> None:
    assert read("- {a: x}\n- {a: y}\n").data == [{"a": "x"}, {"a": "y"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: x\na: y\na: z\n", [2, 3]),
        ("a:\n  b: x\n  b: y\n", [3]),
        ("- a: x\n  a: y\n- b: x\n  b: y\n", [2, 4]),
        ("'a': x\na: y\n", [2]),
    ],
)
def test_every_repetition_of_a_key_is_reported_wherever_it_stands(
    text: str, expected: list[int]
) -> None:
    _, problems = load(text)
    assert brief(problems) == [f"a.yml:{line}: error repeated-field" for line in expected]


def test_keys_are_names_even_where_yaml_would_read_something_else() -> None:
    assert read("no: a\n1: b\n2026-01-01: c\n").data == {"no": "a", "1": "b", "2026-01-01": "c"}


@for_each(
    ("value", "expected"),
    [
        ("no", False),
        ("yes", True),
        ("on", True),
        ("5", 5),
        ("~", None),
        ("", None),
        ("'no'", "no"),
        ('"5"', "5"),
        ("!!str no", "no"),
        ("2026-02-30", "2026-02-30"),  # there is no such day: a text
    ],
)
def test_values_are_what_yaml_says_they_are(value: str, expected: object) -> None:
    found = read(f"a: {value}\n").data
    assert found == {"a": expected}
    assert type(found["a"]) is type(expected)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: b\n  c: d\n", 2),
        ("a: b: c\n", 1),
        ("a: x\nb:\n\tc: y\n", 3),
        ("a: [1, 2\nb: c\n", 2),
        ("a: x\n---\nb: y\n", 2),
        ("a: x\nb: *nowhere\n", 2),
        ("a: x\nb: !python y\n", 2),
    ],
)
def test_a_syntax_error_is_reported_with_its_line(text: str, line: int) -> None:
    document, problems = load(text)
    assert document is None
    assert brief(problems) == [f"a.yml:{line}: {UNREADABLE}"]


def test_a_list_with_a_tag_of_another_program_is_a_list_and_nothing_is_run() -> None:
    assert read("a: x\nb: !!python/object/apply:os.getcwd []\n").data == {"a": "x", "b": []}


def test_a_quotation_mark_that_nothing_closes_is_reported_where_it_stands() -> None:
    _, problems = load("a: x\nb: 'never closed\nc: y\nd: z\n")
    assert brief(problems) == [f"a.yml:2: {UNREADABLE}"]


def test_a_syntax_error_says_what_is_wrong_and_what_to_do() -> None:
    _, problems = load("a: b: c\n")
    assert problems == [
        "a.yml:1: error unreadable-records: This is not valid YAML: mapping values are not allowed "
        "in this context. Check the indentation, and put a text with ': ' or ' #' in it in "
        "quotation marks."
    ]


def test_values_of_other_programs_pass_as_text_where_they_may() -> None:
    document, problems = load("a: !ENV HOME\n", foreign_tags=True)
    assert document is not None
    assert (document.data, problems) == ({"a": "HOME"}, [])


@pytest.mark.parametrize(
    ("character", "name"), [("\0", "U+0000"), ("\x07", "U+0007"), ("\x1b", "U+001B")]
)
def test_a_character_that_yaml_forbids_is_reported_with_its_line(character: str, name: str) -> None:
    document, problems = load(f"a: x\nb: y{character}\n")
    assert document is None
    assert problems == [
        f"a.yml:2: error unreadable-records: The character {name} cannot stand in YAML. Remove it."
    ]


@pytest.mark.parametrize(
    "text", ["a: 'x\ty'\n", "a: x\u00a0y\n", "a: \U0001f600\n", "\ufeffa: x\n"]
)
def test_tabs_emoji_no_break_spaces_and_a_byte_order_mark_are_read(text: str) -> None:
    assert isinstance(read(text).data, dict)


@pytest.mark.parametrize("kind", ["bool", "timestamp", "int", "float"])
def test_a_value_that_does_not_fit_its_tag_is_a_text(kind: str) -> None:
    assert read(f"a: !!{kind} x\n").data == {"a": "x"}


def test_bytes_that_are_none_are_reported() -> None:
    document, problems = load("a: x\nb: !!binary x\n")
    assert document is None
    assert brief(problems) == [f"a.yml:2: {UNREADABLE}"]


def test_an_anchor_that_nothing_repeats_is_read() -> None:
    assert read("a: &anchor x\nb: y\n").data == {"a": "x", "b": "y"}


@pytest.mark.parametrize(
    ("text", "line", "data"),
    [
        ("a: &anchor x\nc: y\nb: *anchor\n", 3, {"a": "x", "c": "y", "b": None}),
        ("a: &a {b: c}\nd:\n  <<: *a\n", 3, {"a": {"b": "c"}, "d": {"<<": None}}),
        ("a: &a [*a]\n", 1, {"a": [None]}),
    ],
    ids=["plain", "merged", "endless"],
)
def test_an_alias_is_refused_where_it_stands(text: str, line: int, data: object) -> None:
    document, problems = load(text)
    assert document is not None
    assert document.data == data
    assert problems == [
        f"a.yml:{line}: {UNREADABLE}: An alias (*) repeats a part of the file. Write the text out."
    ]


def test_an_alias_bomb_does_not_go_off() -> None:
    names = "abcdefghijkl"
    text = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in pairwise(names)
    )
    document, problems = load(text)
    assert document is not None
    assert document.at(("l",)) == [None] * 9
    assert {problem.split(": ")[1] for problem in problems} == {UNREADABLE}
    assert len(problems) == 9 * (len(names) - 1)


@pytest.mark.parametrize("depth", [yaml_source.MAX_DEPTH + 20, 800])
def test_a_document_that_nests_too_deep_is_refused(depth: int) -> None:
    document, problems = load("[" * depth + "x" + "]" * depth)
    assert document is None
    assert problems == [
        "a.yml:1: error unreadable-records: The file nests deeper than 40 levels. Write it flatter."
    ]


def test_a_document_that_nests_as_deep_as_it_may_is_read() -> None:
    depth = yaml_source.MAX_DEPTH
    assert read("[" * depth + "x" + "]" * depth).data is not None


def test_a_file_that_is_too_large_is_refused() -> None:
    document, problems = load("#" * (yaml_source.MAX_CHARACTERS + 1))
    assert document is None
    assert brief(problems) == [f"a.yml:1: {UNREADABLE}"]
    assert read("#" * (yaml_source.MAX_CHARACTERS // 50)).data is None


@for_each(
    "text",
    [
        "[" * 1_000_000,
        "{a: " * 100_000,
        "[" * 100_000 + "]" * 100_000,
        "- " * 100_000 + "x",
        "? " * 100_000 + "x",
        "\n".join(f"{' ' * depth}a:" for depth in range(1000)),
        "a: '" + "]" * 100_000 + "'\nb: " + "[" * 100_000,
        "[ # ]\n" * 100_000,
    ],
)
def test_nesting_without_end_does_not_end_the_process(text: str) -> None:
    """LibYAML composes nodes by recursion in C, which has no `RecursionError`."""
    document, problems = load(text)
    assert document is None
    assert [problem.split(": ")[2] for problem in problems] == [
        "The file nests deeper than 40 levels. Write it flatter."
    ]


def test_many_lists_beside_each_other_are_fine() -> None:
    assert read("\n".join(f"a{number}: [b, {{c: d}}]" for number in range(2000))).data is not None


@pytest.mark.parametrize("number", ["1:" * 400_000 + "1", "0x" + "f" * 1_000_000, "9" * 1_000_000])
def test_a_number_of_many_digits_is_a_number_and_no_reason_to_count(number: str) -> None:
    assert read(f"a: {number}").data == {"a": float("inf")}
