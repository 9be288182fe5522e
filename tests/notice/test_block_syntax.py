"""Where the `:::` blocks of a page are, told from its lines alone."""

from __future__ import annotations

import pytest

from polynotice.notice.block_syntax import RawBlock, find_blocks, marker
from tests.draws import for_each


def blocks(text: str) -> list[RawBlock]:
    """The blocks of a page."""
    return find_blocks(text.split("\n"))[1]


def one(text: str) -> RawBlock:
    """The one block of a page."""
    (block,) = blocks(text)
    return block


def left(text: str) -> list[str]:
    """What is left of a page: its lines without the blank ones, markers among them."""
    return [line for line in find_blocks(text.split("\n"))[0] if line.strip()]


def test_a_block_is_its_name_its_options_and_their_lines() -> None:
    assert one("Text.\n\n::: purposes\n    section: care\n    layout: together\n\nAfter.") == (
        RawBlock(
            name="purposes",
            line=2,
            options="    section: care\n    layout: together\n",
            options_line=3,
            source="::: purposes\n    section: care\n    layout: together\n",
        )
    )


def test_each_block_leaves_a_marker_of_its_own_where_it_stood() -> None:
    text = "Before.\n::: purposes\n    section: a\nBetween.\n  ::: data-index\nAfter."
    assert left(text) == ["Before.", marker(0), "Between.", f"  {marker(1)}", "After."]
    assert [(block.name, block.line) for block in blocks(text)] == [
        ("purposes", 1),
        ("data-index", 4),
    ]


def test_a_marker_is_a_paragraph_of_its_own() -> None:
    assert find_blocks(["Text.", "::: purposes", "Text."])[0] == [
        "Text.",
        "",
        marker(0),
        "",
        "Text.",
    ]


@pytest.mark.parametrize(
    "code",
    [
        "```\n::: purposes\n```",
        "~~~ text\n::: purposes\n~~~",
        "````\n```\n::: purposes\n````",
        "```\n~~~\n::: purposes\n```",
        "``` text\n::: purposes\n    ```",
        "- Item\n\n    ```\n    ::: purposes\n    ```",
        "```\nnever closed\n::: purposes",
    ],
)
def test_a_block_in_a_fence_is_none(code: str) -> None:
    assert blocks(code) == []
    assert find_blocks(code.split("\n"))[0] == code.split("\n")


@pytest.mark.parametrize(
    "text",
    [
        "```\ncode\n```\n::: purposes",
        "````\n```\n````\n::: purposes",
        "```\n``` text\n```\n::: purposes",  # a closing fence has no words behind it
        "Three ```ticks``` in a line.\n::: purposes",
        "```ticks``` at its start.\n::: purposes",
        "<!-- ``` -->\n::: purposes",
        "<!--\n```\n-->\n::: purposes",
    ],
)
def test_behind_a_fence_a_block_is_one_again(text: str) -> None:
    assert one(text).line == text.count("\n")


@pytest.mark.parametrize(
    "remark",
    ["<!--\n::: purposes\n-->", "Text <!-- a remark\n::: purposes\nends here -->", "<!--\n::: zzz"],
)
def test_a_block_in_a_remark_is_none(remark: str) -> None:
    assert blocks(remark) == []


def test_a_remark_ends_where_it_says_so() -> None:
    assert one("<!-- short -->\n<!--\nlong\n-->\n::: purposes").line == 4
    assert one("```\n<!--\n```\n::: purposes").line == 3


@pytest.mark.parametrize("indent", ["", "  ", "    ", "        "])
def test_an_indented_block_is_found_with_its_indentation(indent: str) -> None:
    """Whether it is code, a list's or a box's is known only when the page is converted."""
    text = f"{indent}::: purposes\n{indent}    section: care\n{indent}Text."
    block = one(text)
    assert block.options == f"{indent}    section: care"
    assert block.source == f"{indent}::: purposes\n{indent}    section: care"
    assert left(text) == [f"{indent}{marker(0)}", f"{indent}Text."]


@pytest.mark.parametrize(
    ("text", "options", "line"),
    [
        ("::: purposes\n    section: a", "    section: a", 1),
        ("::: purposes\n\n    section: a", "    section: a", 2),
        ("::: purposes\n\n\n\n    section: a", "    section: a", 4),
        ("::: purposes\n  section: a\n\n\n  layout: b", "  section: a\n\n\n  layout: b", 1),
        ("::: purposes\n    - a", "    - a", 1),
    ],
)
def test_options_may_stand_behind_blank_lines(text: str, options: str, line: int) -> None:
    block = one(text)
    assert (block.options, block.options_line, block.mistake) == (options, line, "")


@pytest.mark.parametrize(
    "text", ["::: purposes\n\n    code", "::: purposes\n\nText.", "::: purposes\nText."]
)
def test_what_is_no_option_is_left_to_the_page(text: str) -> None:
    assert (one(text).options, one(text).mistake) == ("", "")
    assert left(text)[1:] == [text.split("\n")[-1]]


@for_each(
    ("text", "name", "mistake"),
    [
        (":: purposes", "purposes", 'A block starts with three colons, not "::".'),
        ("::purposs", "purposs", 'A block starts with three colons, not "::".'),
        (":::: zzz", "zzz", 'A block starts with three colons, not "::::".'),
        ("::: purposs", "purposs", ""),
        ("::: data-index:", "data-index", ""),
        (":::", "", ""),
        (
            "::: purposes a",
            "purposes",
            'Nothing may stand behind the name of a block, but "a" does.',
        ),
        (
            "::: purposes\nsection: a\nlayout: b",
            "purposes",
            'The option "section: a" below the block is not indented.',
        ),
    ],
)
def test_a_typo_is_a_block_with_a_mistake(text: str, name: str, mistake: str) -> None:
    block = one(text)
    assert (block.name, block.line, block.mistake) == (name, 0, mistake)
    assert left(text) == [marker(0)]


@pytest.mark.parametrize(
    "line", [":: other", "::", "std::vector", ": definition", "`::: purposes`", "a ::: purposes"]
)
def test_other_colons_are_prose(line: str) -> None:
    assert blocks(line) == []
    assert left(line) == [line]
