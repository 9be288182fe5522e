"""The `:::` blocks of pages: what they place, and how a mistake in one is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from polynotice.core.translation import source
from polynotice.notice.blocks import Block, DataIndexBlock, PurposesBlock, tables_of
from tests.projects import (
    CONFIG,
    RECORDS,
    build_site,
    load,
    page,
    polynotice,
    problems_of,
    text_of,
    write_project,
)

ENGLISH = CONFIG.replace("[en, de]", "[en]")

UNPLACED = [
    "notice_data/care.yml:4: error unplaced-record",
    "notice_data/care.yml:9: error unplaced-record",
]
"""What is wrong, too, when a broken block leaves the purposes without a place."""


def write(folder: Path, body: str, **files: str) -> Path:
    """A notice whose home page has the heading in line 1, and `body` from line 3."""
    return write_project(
        folder, {"mkdocs.yml": ENGLISH, "docs/index.md": f"# Notice\n\n{body}\n", **files}
    )


def bad(folder: Path, body: str) -> list[str]:
    """What is wrong with the blocks of the page, each as `line: severity code`."""
    found = problems_of(write(folder, body))
    return [one.removeprefix("docs/index.md:") for one in found if one.startswith("docs/index.md:")]


def messages(folder: Path, body: str) -> list[str]:
    """What is wrong with the blocks of the page, in full."""
    lines = polynotice(write(folder, body), "check").stdout.splitlines()
    return [line.removeprefix("docs/index.md:") for line in lines if line.startswith("docs/")]


def blocks(folder: Path, body: str, **files: str) -> list[Block]:
    """The blocks of a page, in which no mistake may be."""
    found = load(write(folder, body, **files))
    assert [str(one) for one in found.problems if one.severity == "error"] == []
    return list(found.blocks.get("index.md", ()))


def one_block(folder: Path, body: str) -> PurposesBlock:
    """The one block of the page, which places purposes."""
    (block,) = blocks(folder, body)
    assert isinstance(block, PurposesBlock)
    return block


def placed(block: Block) -> list[str]:
    """The ids of the purposes that a block places."""
    assert isinstance(block, PurposesBlock)
    return [purpose.id for purpose in block.purposes]


def prose(folder: Path, body: str) -> list[str]:
    """The texts of the page that a reader sees, but for those of records, and its heading."""
    found = load(write(folder, body))
    words = [
        message.text for message in found.messages if message.text.span.path.startswith("docs")
    ]
    return [text.msgid for text in words if text.msgid != "Notice"]


# What a block places


def test_a_block_without_options_places_every_purpose(tmp_path: Path) -> None:
    block = one_block(tmp_path, "::: purposes")
    assert placed(block) == ["calls", "chat"]
    assert (block.columns, block.section, block.together) == (
        ("purpose", "personal_data"),
        None,
        False,
    )


OTHER_SECTION = """\
section: mail
title: Mail
purposes:
  - {id: letters, purpose: Letters are read., personal_data: Letters.}
"""


def test_a_block_places_the_purposes_of_a_section(tmp_path: Path) -> None:
    body = "::: purposes\n    section: mail\n\n::: purposes\n    section: care"
    found = blocks(tmp_path, body, **{"notice_data/mail.yml": OTHER_SECTION})
    assert [placed(block) for block in found] == [["letters"], ["calls", "chat"]]


@pytest.mark.parametrize(
    "options", ["    records: [chat, calls]", "    records:\n      - chat\n      - calls"]
)
def test_a_block_places_records_in_its_own_order(tmp_path: Path, options: str) -> None:
    assert placed(one_block(tmp_path, f"::: purposes\n{options}")) == ["chat", "calls"]


def test_a_block_has_columns_of_its_own(tmp_path: Path) -> None:
    block = one_block(tmp_path, "::: purposes\n    columns: [personal_data, purpose, retention]")
    assert block.columns == ("personal_data", "purpose", "retention")


def test_a_block_can_show_an_extra_column(tmp_path: Path) -> None:
    config = ENGLISH.replace("locales: [en]", "extra_columns: {more: More}")
    body = "::: purposes\n    columns: [purpose, personal_data, more]"
    (block,) = blocks(tmp_path, body, **{"mkdocs.yml": config})
    assert isinstance(block, PurposesBlock)
    assert block.columns == ("purpose", "personal_data", "more")


@pytest.mark.parametrize(
    ("layout", "tables"),
    [("", [1, 1]), ("    layout: separate", [1, 1]), ("    layout: together", [2])],
)
def test_the_layout_says_how_many_tables_there_are(
    tmp_path: Path, layout: str, tables: list[int]
) -> None:
    project = load(write(tmp_path, f"::: purposes\n{layout}"))
    (block,) = project.blocks["index.md"]
    found = tables_of(block, project.notice, source("en"))
    assert [len(table.rows) for table in found] == tables


def test_tables_stand_separately_under_headings_or_together_under_none(tmp_path: Path) -> None:
    together = "# Together\n\n::: purposes\n    section: care\n    layout: together\n"
    site = build_site(write(tmp_path, "## Part\n\n::: purposes", **{"docs/b.md": together}))
    separate, one = page(site, "index.html"), page(site, "b/index.html")
    assert [heading.id for heading in separate.css("article h3")] == ["calls_1", "chat_1"]
    assert [text_of(node).removesuffix("¶") for node in separate.css("article h3")] == [
        "Calls",
        "Chat",
    ]
    assert [[row.id for row in table.css("tbody tr")] for table in separate.css("table")] == [
        ["calls"],
        ["chat"],
    ]
    (table,) = one.css("table.notice-table")
    assert [row.id for row in table.css("tbody tr")] == ["calls", "chat"]
    assert table.attributes["aria-label"] == "Care"
    assert one.css("article h2, article h3") == []


def test_an_index_of_data_can_be_placed(tmp_path: Path) -> None:
    found = blocks(tmp_path, "::: data-index\n\n::: purposes")
    assert [type(block) for block in found] == [DataIndexBlock, PurposesBlock]


def test_several_blocks_stand_on_one_page_in_order(tmp_path: Path) -> None:
    body = (
        "::: purposes\n    records: [chat]\n\nBetween.\n\n::: data-index\n"
        "\n::: purposes\n    records: [calls]\n    layout: together"
    )
    first, second, third = blocks(tmp_path, body)
    assert (placed(first), type(second), placed(third)) == (["chat"], DataIndexBlock, ["calls"])
    assert prose(tmp_path, body) == ["Between."]


def test_blocks_need_no_blank_line_between_them(tmp_path: Path) -> None:
    body = "::: purposes\n    records: [chat]\n::: purposes\n    records: [calls]\n::: data-index"
    first, second, third = blocks(tmp_path, body)
    assert (placed(first), placed(second), type(third)) == (["chat"], ["calls"], DataIndexBlock)


# Where a block may stand, and what is none


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Text.\n::: purposes", ["Text."]),
        ("Text.\n::: purposes\n    section: care", ["Text."]),
        ("::: purposes\nText.", ["Text."]),
        ("Before.\n::: purposes\n    section: care\nAfter.", ["Before.", "After."]),
        ("Before.\n\n::: purposes\n\nAfter.", ["Before.", "After."]),
        ("## Part\n::: purposes", ["Part"]),
        ("- Item\n\n    ::: purposes", ["Item"]),
        ('!!! note "Mind"\n\n    ::: purposes\n        section: care', ["Mind"]),
        ("   ::: purposes  ", []),
        (":::purposes", []),
        (":::\tpurposes", []),
    ],
)
def test_a_block_may_stand_right_beside_other_text(
    tmp_path: Path, body: str, text: list[str]
) -> None:
    assert placed(one_block(tmp_path, body)) == ["calls", "chat"]
    assert prose(tmp_path, body) == text


@pytest.mark.parametrize(
    "options",
    [
        "    layout: together\n    section: care",
        "    layout: together\n\n    section: care",
        "\n    layout: together\n    section: care",
        "\n    layout: together\n\n    section: care",
        "    layout: together\n    \n    section: care",
        "    layout: together # one table\n    # of this section:\n    section: care",
        "\tlayout: together\n\tsection: care",
        "  layout: together\n  section: care",
        "        layout: together\n        section: care",
        "\n\n    layout: together\n\n\n    section: care",
    ],
)
def test_options_may_have_blank_lines_and_remarks(tmp_path: Path, options: str) -> None:
    block = one_block(tmp_path, f"::: purposes\n{options}\n\nAfter.")
    assert (block.together, block.section) == (True, "care")
    assert prose(tmp_path, f"::: purposes\n{options}\n\nAfter.") == ["After."]


FENCED = [
    "```\n::: zzz\n```",
    "~~~\n::: zzz\n~~~",
    "``` text\n::: zzz\n    layout: x\n```",
    "````\n```\n::: zzz\n```\n````",
    "```\n::: zzz\n\n:: purposes\n\n:::: purposes\n```",
    "Text.\n\n    ::: zzz\n    :: purposes",
    "- Item\n\n        ::: zzz",
    "`::: zzz`",
    "Three colons, ::: zzz, start a block.",
    "<!-- ::: zzz -->",
    "<!--\n::: zzz\n-->",
]


@pytest.mark.parametrize("body", FENCED)
def test_a_block_in_code_or_a_remark_is_left_alone(tmp_path: Path, body: str) -> None:
    assert placed(one_block(tmp_path, f"{body}\n\n::: purposes")) == ["calls", "chat"]


def test_a_block_in_fenced_code_is_shown_as_it_is(tmp_path: Path) -> None:
    body = "```\n::: purposes\n    section: care\n```\n\n::: purposes"
    site = build_site(write(tmp_path, body))
    (code,) = page(site, "index.html").css("pre code")
    assert code.text() == "::: purposes\n    section: care\n"


# Mistakes


MISTAKES = [
    # names
    (
        "::: purposs",
        '3: error bad-block: There is no block "::: purposs". Did you mean "purposes"?',
    ),
    (
        "::: data_index",
        '3: error bad-block: There is no block "::: data_index". Did you mean "data-index"?',
    ),
    (
        "::: Purposes",
        '3: error bad-block: There is no block "::: Purposes". Did you mean "purposes"?',
    ),
    (
        "::: zzz",
        "3: error bad-block: "
        'There is no block "::: zzz". Use one of: purposes, data-index, matrix.',
    ),
    (
        ":::",
        '3: error bad-block: There is no block "::: ". Use one of: purposes, data-index, matrix.',
    ),
    (
        "::: purposes section=care",
        "3: error bad-block: Nothing may stand behind the name of a block, "
        'but "section=care" does. Write `::: name`, and its options indented below.',
    ),
    (
        "::: purposes :::",
        '3: error bad-block: Nothing may stand behind the name of a block, but ":::" does. '
        "Write `::: name`, and its options indented below.",
    ),
    # colons
    (
        ":: purposes",
        '3: error bad-block: A block starts with three colons, not "::". '
        "Write `::: name`, and its options indented below.",
    ),
    (
        ":::: purposes",
        '3: error bad-block: A block starts with three colons, not "::::". '
        "Write `::: name`, and its options indented below.",
    ),
    (
        "::::: data-index",
        '3: error bad-block: A block starts with three colons, not ":::::". '
        "Write `::: name`, and its options indented below.",
    ),
    (
        "Text.\n:: purposes",
        '4: error bad-block: A block starts with three colons, not "::". '
        "Write `::: name`, and its options indented below.",
    ),
    # options
    (
        "::: purposes\n    secton: care",
        '4: error bad-block: "::: purposes" has no option "secton". Did you mean "section"?',
    ),
    (
        "::: purposes\n    layout: together\n    colums: [purpose]",
        '5: error bad-block: "::: purposes" has no option "colums". Did you mean "columns"?',
    ),
    (
        "::: purposes\n    layout: together\n\n    colums: [purpose]",
        '6: error bad-block: "::: purposes" has no option "colums". Did you mean "columns"?',
    ),
    (
        "Text.\n\n::: purposes\n    zzz: x",
        '6: error bad-block: "::: purposes" has no option "zzz". '
        "Use one of: section, records, layout, columns.",
    ),
    (
        "::: data-index\n    columns: [purpose]",
        '4: error bad-block: "::: data-index" has no option "columns". '
        "Remove it: this block takes none.",
    ),
    (
        "::: purposes\n    section: care\n    section: care",
        '5: error repeated-field: The key "section" stands here a second time. '
        "Keep one of the two.",
    ),
    (
        "::: purposes\n    section",
        '4: error bad-block: The options of "::: purposes" are no mapping. '
        "Write each as `option: value`, indented.",
    ),
    (
        "::: purposes\n    - section: care",
        '4: error bad-block: The options of "::: purposes" are no mapping. '
        "Write each as `option: value`, indented.",
    ),
    (
        "::: purposes\n    layout: together\n    section: a: b",
        "5: error bad-block: This is not valid YAML: mapping values are not allowed in this "
        "context. "
        "Check the indentation, and put a text with ': ' or ' #' in it in quotation marks.",
    ),
    # section, records
    (
        "::: purposes\n    section: car",
        '4: error unknown-reference: There is no section "car". Did you mean "care"?',
    ),
    (
        "::: purposes\n    layout: together\n    section: zzz",
        '5: error unknown-reference: There is no section "zzz". Use one of: care.',
    ),
    (
        "::: purposes\n    records: [calls, chta]",
        '4: error unknown-reference: There is no purpose "chta". Did you mean "chat"?',
    ),
    (
        "::: purposes\n    records:\n      - calls\n      - chta",
        '6: error unknown-reference: There is no purpose "chta". Did you mean "chat"?',
    ),
    (
        "::: purposes\n    records: [calls, calls]",
        '4: error bad-block: "calls" stands twice in `records`. Remove one.',
    ),
    (
        "::: purposes\n    records: calls",
        "4: error bad-block: `records` takes a list. Write `records: [calls]`.",
    ),
    (
        "::: purposes\n    records: []",
        "4: error bad-block: `records` takes a list. Write `records: [calls]`.",
    ),
    (
        "::: purposes\n    records:",
        "4: error bad-block: `records` takes a list. Write `records: [calls]`.",
    ),
    (
        "::: purposes\n    section: care\n    records: [calls]",
        "5: error bad-block: The block names a section and records. Keep one of the two.",
    ),
    # layout, columns
    (
        "::: purposes\n    layout: separat",
        "4: error bad-block: `layout` cannot be 'separat'. Did you mean \"separate\"?",
    ),
    (
        "::: purposes\n    layout: no",
        "4: error bad-block: `layout` cannot be False. Use one of: separate, together.",
    ),
    (
        "::: purposes\n    columns: [purpose, retenton]",
        '4: error unknown-reference: There is no field "retenton". Did you mean "retention"?',
    ),
    (
        "::: purposes\n    columns:\n      - purpose\n      - purpose",
        '6: error bad-block: "purpose" stands twice in `columns`. Remove one.',
    ),
    (
        "::: purposes\n    columns: purpose",
        "4: error bad-block: `columns` takes a list. Write `columns: [purpose]`.",
    ),
    (
        "::: purposes\n    columns: []",
        "4: error bad-block: `columns` takes a list. Write `columns: [purpose]`.",
    ),
]


@pytest.mark.parametrize(("body", "expected"), MISTAKES, ids=lambda value: value.split(": ")[-1])
def test_a_mistake_in_a_block_is_reported_with_its_line_and_fix(
    tmp_path: Path, body: str, expected: str
) -> None:
    assert messages(tmp_path, body) == [expected]
    severity_and_code = ": ".join(expected.split(": ")[:2])
    # A record that the block means is not accused of having no place; another one is.
    unplaced = UNPLACED[1:] if "[calls, calls]" in body else []
    unplaced = UNPLACED if "data" in body.split("\n")[0] else unplaced
    assert problems_of(tmp_path) == [f"docs/index.md:{severity_and_code}", *unplaced]


@pytest.mark.parametrize(("body", "expected"), MISTAKES, ids=lambda value: value.split(": ")[-1])
def test_a_block_with_a_mistake_is_never_prose(tmp_path: Path, body: str, expected: str) -> None:
    assert expected
    assert [text for text in prose(tmp_path, body) if text != "Text."] == []


@pytest.mark.parametrize("name", ["data_category", "tables", "title", "id", "5", "no"])
def test_what_is_no_field_is_no_column_of_a_block(tmp_path: Path, name: str) -> None:
    body = f"::: purposes\n    columns:\n      - purpose\n      - {name}"
    assert bad(tmp_path, body) == ["6: error unknown-reference"]


@pytest.mark.parametrize("value", ["[care]", "5", "no", "", "Care"])
def test_what_is_no_section_is_not_placed(tmp_path: Path, value: str) -> None:
    assert bad(tmp_path, f"::: purposes\n    section: {value}") == ["4: error unknown-reference"]


def test_several_mistakes_in_blocks_are_all_reported(tmp_path: Path) -> None:
    body = (
        "::: purposes\n    secton: care\n    layout: apart\n    columns: [a, purpose, b]\n\n::: zzz"
    )
    assert bad(tmp_path, body) == [
        "4: error bad-block",
        "5: error bad-block",
        "6: error unknown-reference",
        "6: error unknown-reference",
        "8: error bad-block",
    ]


def test_a_mistake_is_counted_from_the_top_of_its_file(tmp_path: Path) -> None:
    front = "---\ntitle: Home\n---\n# Notice\n\n::: purposes\n    secton: care\n"
    write(tmp_path, "", **{"docs/index.md": front})
    assert problems_of(tmp_path)[0] == "docs/index.md:7: error bad-block"


def test_a_mistake_on_another_page_is_reported_there(tmp_path: Path) -> None:
    write(tmp_path, "::: purposes", **{"docs/sub/b.md": "# B\n\n::: purposes\n    section: car\n"})
    assert problems_of(tmp_path) == ["docs/sub/b.md:4: error unknown-reference"]


def test_a_page_with_carriage_returns_has_the_right_lines(tmp_path: Path) -> None:
    write(tmp_path, "")
    text = "# Notice\r\n\r\n::: purposes\r\n    layout: together\r\n    secton: care\r\n"
    (tmp_path / "docs/index.md").write_bytes(text.encode())
    assert problems_of(tmp_path)[0] == "docs/index.md:5: error bad-block"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("::: purposes\n    records: [chat]\n\n::: purposes\n    secton: x", "7: error bad-block"),
        ("::: data-index\n\n::: data-index\n    x: y", "6: error bad-block"),
        ("::: purposes\n    section: care\n\nText.\n\n:::", "8: error bad-block"),
        ("```\n::: zzz\n```\n\n::: zzz", "7: error bad-block"),
        ("As in `::: zzz`.\n\n::: zzz", "5: error bad-block"),
    ],
)
def test_the_mistake_is_that_of_the_later_of_two_like_blocks(
    tmp_path: Path, body: str, expected: str
) -> None:
    assert bad(tmp_path, body) == [expected]


def test_two_blocks_with_the_same_mistake_are_two_mistakes(tmp_path: Path) -> None:
    body = "::: purposes\n    section: x\n\n::: purposes\n    section: x"
    assert bad(tmp_path, body) == ["4: error unknown-reference", "7: error unknown-reference"]


def test_a_mistake_behind_a_first_blank_line_has_its_line(tmp_path: Path) -> None:
    assert bad(tmp_path, "::: purposes\n\n    secton: care") == ["5: error bad-block"]


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("::: purposes\nsection: care", 3),
        ("::: purposes\nsection: care\nlayout: together", 3),
        ("::: purposes\n    section: care\n  layout: together", 5),
        ("::: purposes\n\n\n    secton: care", 6),
        ("::purposes\n\n::: purposes", 3),
        ("::data-index\n\n::: purposes", 3),
        (":: data-index:\n\n::: purposes", 3),
    ],
)
def test_a_near_miss_of_a_block_is_a_problem_and_never_prose(
    tmp_path: Path, body: str, line: int
) -> None:
    assert [one.split(":")[0] for one in bad(tmp_path, body)] == [str(line)]
    assert prose(tmp_path, body) == []


def test_records_that_are_no_list_are_a_problem_in_a_notice_without_purposes(
    tmp_path: Path,
) -> None:
    write(
        tmp_path,
        "::: purposes\n    records: calls",
        **{"notice_data/care.yml": "purposes: []\n"},
    )
    assert "docs/index.md:4: error bad-block" in problems_of(tmp_path)


# Records that no block shows


def test_a_purpose_that_no_page_places_is_reported_in_full(tmp_path: Path) -> None:
    write(tmp_path, "::: purposes\n    records: [chat]")
    result = polynotice(tmp_path, "check")
    assert (result.exit_code, result.stdout) == (
        1,
        'notice_data/care.yml:4: error unplaced-record: No page places the purpose "calls". '
        "Add it to a `::: purposes` block, or remove the record.\n",
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Text.", UNPLACED),
        ("::: data-index", UNPLACED),
        ("```\n::: purposes\n```", UNPLACED),
        ("    ::: purposes", UNPLACED),
        ("::: purposes\n    records: [calls]", UNPLACED[1:]),
        ("::: purposes\n    section: care", []),
        ("::: purposes\n    records: [calls]\n\n::: purposes\n    records: [chat]", []),
        ("::: purposes\n\n::: purposes\n    layout: together", []),
    ],
)
def test_every_purpose_has_a_place(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert problems_of(write(tmp_path, body)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("::: purposes\n    section: care\n    layot: together", []),
        ("::: purposes\n    records: [calls]\n    layot: together", UNPLACED[1:]),
        ("::: data-index\n    section: care", UNPLACED),
        ("::: data-indx", UNPLACED),
        ("::: purposes\n    columns: [purpose, x]\n\n::: purposes\n    columns: [purpose]", []),
    ],
)
def test_a_mistake_in_a_block_excuses_the_records_that_it_may_mean(
    tmp_path: Path, body: str, expected: list[str]
) -> None:
    found = [one for one in problems_of(write(tmp_path, body)) if "/index.md" not in one]
    assert found == expected


def test_a_page_that_cannot_be_read_accuses_no_record(tmp_path: Path) -> None:
    write(tmp_path, "::: purposes")
    (tmp_path / "docs/index.md").write_bytes(b"# Notice\n\n::: purposes\n\xff\n")
    assert problems_of(tmp_path) == ["docs/index.md:4: error unreadable-page"]


def test_a_purpose_has_its_place_on_any_page(tmp_path: Path) -> None:
    body = "::: purposes\n    records: [calls]"
    other = "# Chat\n\n::: purposes\n    records: [chat]\n"
    assert problems_of(write(tmp_path, body, **{"docs/a/chat.md": other})) == []
    assert load(tmp_path).placed_on == {"calls": "index.md", "chat": "a/chat.md"}


RETENTION = RECORDS.replace(
    "    data: [messages]\n", "    data: [messages]\n    retention: A year.\n"
)
HIDDEN = ["notice_data/care.yml:14: warning unplaced-field"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("::: purposes", HIDDEN),
        ("::: purposes\n    columns: [purpose, personal_data, legal_basis]", HIDDEN),
        ("::: purposes\n    columns: [purpose, personal_data, retention]", []),
        ("::: purposes\n\n::: purposes\n    columns: [retention]\n    records: [chat]", []),
        ("::: purposes\n\n::: purposes\n    columns: [retention]\n    records: [calls]", HIDDEN),
    ],
)
def test_a_field_that_no_table_shows_is_a_warning(
    tmp_path: Path, body: str, expected: list[str]
) -> None:
    assert problems_of(write(tmp_path, body, **{"notice_data/care.yml": RETENTION})) == expected


def test_a_field_that_no_table_shows_is_told_in_full(tmp_path: Path) -> None:
    write(tmp_path, "::: purposes", **{"notice_data/care.yml": RETENTION})
    result = polynotice(tmp_path, "check")
    assert (result.exit_code, result.stdout) == (
        0,
        "notice_data/care.yml:14: warning unplaced-field: No table shows the field retention of "
        '"chat". Add retention to the `columns` of its block or of the notice.\n',
    )


def test_the_columns_of_the_notice_count_as_shown(tmp_path: Path) -> None:
    columns = "locales: [en]\n      columns: [purpose, personal_data, retention]"
    config = ENGLISH.replace("locales: [en]", columns)
    files = {"mkdocs.yml": config, "notice_data/care.yml": RETENTION}
    assert problems_of(write(tmp_path, "::: purposes", **files)) == []
    hidden = "::: purposes\n    columns: [purpose, personal_data]"
    assert problems_of(write(tmp_path, hidden, **files)) == HIDDEN


def test_the_text_of_a_field_in_a_list_is_named_by_its_first_line(tmp_path: Path) -> None:
    records = RETENTION.replace("retention: A year.", "retention:\n      - A year.\n      - Two.")
    write(tmp_path, "::: purposes", **{"notice_data/care.yml": records})
    assert problems_of(tmp_path) == ["notice_data/care.yml:15: warning unplaced-field"]


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        (RECORDS, []),
        (
            RECORDS.replace("    data: [messages]\n", ""),
            ["notice_data/data.yml:3: warning unused-category"],
        ),
        (RECORDS.replace("[messages]", "[recordings, messages]"), []),
    ],
)
def test_a_data_category_that_no_purpose_uses_is_a_warning(
    tmp_path: Path, records: str, expected: list[str]
) -> None:
    assert (
        problems_of(write(tmp_path, "::: purposes", **{"notice_data/care.yml": records}))
        == expected
    )


def test_a_data_category_that_no_purpose_uses_is_told_in_full(tmp_path: Path) -> None:
    categories = "data_categories:\n  - id: age\n    name: Age\n"
    write(tmp_path, "::: purposes", **{"notice_data/more.yml": categories})
    result = polynotice(tmp_path, "check")
    assert (result.exit_code, result.stdout) == (
        0,
        'notice_data/more.yml:2: warning unused-category: No purpose uses the data category "age". '
        "Add it to the `data` of a purpose, or remove it.\n",
    )
