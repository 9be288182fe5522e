"""The files of records: what they may say, and how a mistake in them is told."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import jsonschema
import pytest
import yaml

from polynotice.core.model import Notice, Purpose
from polynotice.core.problems import Problem
from polynotice.notice import record_schema, records
from polynotice.notice.values import value_of
from tests.projects import CONFIG, FILES, ROOT, polynotice, problems_of, replace_in, write_project

ENGLISH = CONFIG.replace("[en, de]", "[en]")

CALLS = """\
purposes:
  - id: calls
    purpose: Calls are recorded.
    personal_data: Recordings.
"""


def read(
    folder: Path, files: Mapping[str, str | bytes], **extra_columns: str
) -> tuple[Notice, list[Problem]]:
    """The notice of those files below `notice_data/`."""
    data = folder / "notice_data"
    data.mkdir(exist_ok=True)
    for name, content in files.items():
        path = data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return records.read_records(data, folder, extra_columns=extra_columns)


def brief(problems: list[Problem]) -> list[str]:
    """Each problem as `path:line: severity code`, without the folder of the records."""
    return [
        f"{one.span.path.removeprefix('notice_data/')}:{one.span.line}: {one.severity} {one.code}"
        for one in problems
    ]


def problems_in(folder: Path, text: str | bytes, **extra_columns: str) -> list[str]:
    """What is wrong with a file of records, `a.yml`, that has no other beside it."""
    return brief(read(folder, {"a.yml": text}, **extra_columns)[1])


def good(folder: Path, text: str | bytes, **extra_columns: str) -> Notice:
    """The notice of one file of records that has no mistake in it."""
    notice, problems = read(folder, {"a.yml": text}, **extra_columns)
    assert list(map(str, problems)) == []
    return notice


def only(notice: Notice) -> Purpose:
    """The one purpose of the notice."""
    (purpose,) = notice.purposes
    return purpose


def msgids(notice: Notice, field: str) -> list[str]:
    """What the cell of the one purpose says in that column."""
    return [text.msgid for text in value_of(notice, only(notice), field).texts]


# The form of a record


def test_a_record_is_read_with_the_line_of_each_text(tmp_path: Path) -> None:
    notice = good(
        tmp_path,
        """\
section: care
title: Customer care
purposes:
  - id: calls
    title: Calls
    purpose: Calls are *recorded*.
    personal_data:
      - Recordings
      - Names
    retention: A year.
""",
    )
    (section,) = notice.sections
    purpose = only(notice)
    assert section.title is not None
    assert purpose.title is not None
    assert (section.id, section.title.msgid, section.title.span.line) == (
        "care",
        "Customer care",
        2,
    )
    assert (purpose.id, purpose.span.line) == ("calls", 4)
    assert (purpose.title.msgid, purpose.title.span.line) == ("Calls", 5)
    assert {
        name: [(text.msgid, text.span.line, text.context) for text in value.texts]
        for name, value in purpose.fields.items()
    } == {
        "purpose": [("Calls are *recorded*.", 6, "purposes/calls/purpose")],
        "personal_data": [
            ("Recordings", 8, "purposes/calls/personal_data"),
            ("Names", 9, "purposes/calls/personal_data"),
        ],
        "retention": [("A year.", 10, "purposes/calls/retention")],
    }
    assert [value.is_list for value in purpose.fields.values()] == [False, True, False]


@pytest.mark.parametrize(
    "field",
    [
        "legal_basis",
        "legitimate_interest",
        "recipients",
        "source",
        "transfers",
        "retention",
        "data_subjects",
    ],
)
@pytest.mark.parametrize(("value", "texts"), [("One.", ["One."]), ("[One, Two]", ["One", "Two"])])
def test_every_optional_column_takes_a_text_or_a_list(
    tmp_path: Path, field: str, value: str, texts: list[str]
) -> None:
    assert msgids(good(tmp_path, f"{CALLS}    {field}: {value}\n"), field) == texts


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Two  words", "Two words"),
        (">-\n      Two\n      words", "Two words"),
        ("|\n      Two\n      words", "Two words"),
        ("'  Two words '", "Two words"),
        ("'Two\u00a0words'", "Two\u00a0words"),  # a no-break space is the author's
        ("'5'", "5"),
        ("'no'", "no"),
        ("2026-02-30", "2026-02-30"),  # there is no such day: YAML leaves it a text
        ("電話", "電話"),
    ],
)
def test_a_text_is_kept_but_for_its_line_breaks(tmp_path: Path, value: str, expected: str) -> None:
    text = f"purposes:\n  - id: a\n    purpose: {value}\n    personal_data: Names.\n"
    assert msgids(good(tmp_path, text), "purpose") == [expected]


def test_a_data_category_is_read_with_its_lines(tmp_path: Path) -> None:
    text = "data_categories:\n  - id: health\n    name: Health\n    special: true\n"
    (category,) = good(
        tmp_path, f"{text}    description: Reports.\n  - {{id: a, name: A}}\n"
    ).categories[:1]
    assert category.description is not None
    assert (category.id, category.name.msgid, category.special) == ("health", "Health", True)
    assert (category.span.line, category.name.span.line, category.description.span.line) == (
        2,
        3,
        5,
    )


# personal_data and data


DATA = "data_categories:\n  - {id: name, name: Name}\n  - {id: email, name: Email address}\n"
ONLY_DATA = "purposes:\n  - id: calls\n    purpose: Why.\n    data: [email, name]\n"


def test_personal_data_left_out_is_filled_by_the_names_of_the_data(tmp_path: Path) -> None:
    notice = good(tmp_path, DATA + ONLY_DATA)
    value = value_of(notice, only(notice), "personal_data")
    assert value.is_list
    assert [text.msgid for text in value.texts] == ["Email address", "Name"]
    assert [text.context for text in value.texts] == ["data/email/name", "data/name/name"]


def test_personal_data_that_is_there_is_not_touched_by_the_data(tmp_path: Path) -> None:
    notice = good(tmp_path, f"{DATA}{ONLY_DATA}    personal_data: Both.\n")
    assert msgids(notice, "personal_data") == ["Both."]
    assert only(notice).data == ("email", "name")


@pytest.mark.parametrize("data", ["", "    data: []\n"])
def test_a_purpose_without_personal_data_and_data_is_refused(tmp_path: Path, data: str) -> None:
    _, problems = read(tmp_path, {"a.yml": f"purposes:\n  - id: a\n    purpose: Why.\n{data}"})
    assert list(map(str, problems)) == [
        'notice_data/a.yml:2: error missing-field: The purpose "a" names no personal data. '
        "Add `personal_data:` or `data:`."
    ]


@pytest.mark.parametrize(
    ("data", "line", "hint"),
    [
        ("[nam]", 7, 'Did you mean "name"?'),
        ("\n      - name\n      - emial", 9, 'Did you mean "email"?'),
        ("[zzz]", 7, "Use one of: name, email."),
    ],
)
def test_an_unknown_data_category_is_reported_where_it_stands(
    tmp_path: Path, data: str, line: int, hint: str
) -> None:
    text = f"{DATA}purposes:\n  - id: calls\n    purpose: Why.\n    data: {data}\n"
    _, (problem,) = read(tmp_path, {"a.yml": text})
    assert brief([problem]) == [f"a.yml:{line}: error unknown-reference"]
    assert problem.hint == hint
    assert problem.record == "calls"


def test_an_unknown_data_category_is_told_in_full(tmp_path: Path) -> None:
    _, problems = read(tmp_path, {"a.yml": f"{CALLS}    data: [nam]\n", "d.yml": DATA})
    assert list(map(str, problems)) == [
        'notice_data/a.yml:5: error unknown-reference: No file defines the data category "nam" of '
        '"calls". Did you mean "name"?'
    ]


def test_a_data_category_may_stand_in_a_later_file(tmp_path: Path) -> None:
    notice, problems = read(tmp_path, {"a.yml": ONLY_DATA, "z/z.yml": DATA})
    assert problems == []
    assert [category.id for category in notice.categories] == ["name", "email"]


def test_a_data_category_named_twice_by_a_purpose_is_reported(tmp_path: Path) -> None:
    text = f"{DATA}{CALLS}    data:\n      - name\n      - email\n      - name\n"
    assert problems_in(tmp_path, text) == ["a.yml:11: error duplicate-id"]


def test_a_mistake_in_a_data_category_is_told(tmp_path: Path) -> None:
    text = "data_categories:\n  - {id: a, name: A, descripton: x}\n"
    assert problems_in(tmp_path, text) == ["a.yml:2: error unknown-field"]


def test_a_category_with_a_mistake_is_defined_all_the_same(tmp_path: Path) -> None:
    categories = "data_categories:\n  - {id: name, name: Name, descripton: x}\n"
    text = f"{categories}{CALLS}    data: [name]\n"
    assert problems_in(tmp_path, text) == ["a.yml:2: error unknown-field"]


# Keys


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("titel: Calls", 'Did you mean "title"?'),
        ("retentoin: A year.", 'Did you mean "retention"?'),
        ("personal-data: Names.", 'Did you mean "personal_data"?'),
        ("Purpose: Why.", 'Did you mean "purpose"?'),
    ],
)
def test_an_unknown_key_of_a_purpose_is_told_with_the_nearest(
    tmp_path: Path, line: str, hint: str
) -> None:
    name = line.split(":")[0]
    _, problems = read(tmp_path, {"a.yml": f"{CALLS}    {line}\n"})
    assert list(map(str, problems)) == [
        f'notice_data/a.yml:5: error unknown-field: There is no field "{name}". {hint}'
    ]
    assert problems[0].record == "calls"


@pytest.mark.parametrize("key", ["di", "ID", "Id", "idd"])
def test_a_misspelt_id_is_one_mistake(tmp_path: Path, key: str) -> None:
    _, problems = read(tmp_path, {"a.yml": CALLS.replace("id:", f"{key}:")})
    assert list(map(str, problems)) == [
        f'notice_data/a.yml:2: error unknown-field: There is no field "{key}". Did you mean "id"?'
    ]


def test_an_unknown_key_that_is_not_near_leaves_the_missing_one_to_be_told(tmp_path: Path) -> None:
    text = CALLS.replace("id:", "do:")
    assert problems_in(tmp_path, text) == [
        "a.yml:2: error unknown-field",
        "a.yml:2: error missing-field",
    ]


@pytest.mark.parametrize("key", ["zzz", "no", "1", "2026-01-01", "'<<'"])
def test_an_unknown_key_that_is_near_nothing_is_told_with_all_there_are(
    tmp_path: Path, key: str
) -> None:
    _, (problem,) = read(tmp_path, {"a.yml": f"{CALLS}    {key}: x\n"})
    assert brief([problem]) == ["a.yml:5: error unknown-field"]
    assert problem.hint.startswith("Use one of: id, title, purpose, personal_data, data, ")


def test_an_unknown_key_of_a_file_is_told_and_its_records_are_read(tmp_path: Path) -> None:
    notice, problems = read(tmp_path, {"a.yml": f"titel: Care\n{CALLS}"})
    assert list(map(str, problems)) == [
        'notice_data/a.yml:1: error unknown-field: There is no field "titel". Did you mean "title"?'
    ]
    assert only(notice).id == "calls"


def test_a_mistake_in_one_key_of_a_file_leaves_the_others(tmp_path: Path) -> None:
    notice, _ = read(tmp_path, {"a.yml": f"sektion: x\nsection: care\ntitle: Care\n{CALLS}"})
    assert [section.id for section in notice.sections] == ["care"]
    assert notice.sections[0].title is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{CALLS}    purpose: Again.\n", ["a.yml:5"]),
        (f"{CALLS}    id: again\n", ["a.yml:5"]),
        (f"{CALLS}purposes: []\n", ["a.yml:5"]),
        (f"title: A\ntitle: B\n{CALLS}", ["a.yml:2"]),
        ("data_categories:\n  - {id: a, name: A, name: B}\n", ["a.yml:2"]),
    ],
)
def test_a_repeated_key_is_reported_and_its_first_value_kept(
    tmp_path: Path, text: str, expected: list[str]
) -> None:
    notice, problems = read(tmp_path, {"a.yml": text})
    assert brief(problems) == [f"{place}: error repeated-field" for place in expected]
    if notice.categories:
        assert [category.name.msgid for category in notice.categories] == ["A"]
    else:
        assert msgids(notice, "purpose") == ["Calls are recorded."]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("purposes:\n  - id: a\n    personal_data: Names.\n", ["purpose"]),
        ("purposes:\n  - purpose: Why.\n    personal_data: Names.\n", ["id"]),
        ("purposes:\n  - title: T\n    personal_data: Names.\n", ["id", "purpose"]),
        ("data_categories:\n  - id: a\n", ["name"]),
        ("data_categories:\n  - name: A\n", ["id"]),
    ],
)
def test_a_missing_field_is_reported_at_its_record(
    tmp_path: Path, text: str, names: list[str]
) -> None:
    _, problems = read(tmp_path, {"a.yml": text})
    assert list(map(str, problems)) == [
        f"notice_data/a.yml:2: error missing-field: The required field `{name}` is missing. "
        f"Add `{name}:`."
        for name in names
    ]


def test_a_file_without_records_is_reported(tmp_path: Path) -> None:
    _, problems = read(tmp_path, {"a.yml": "title: Care\n"})
    assert list(map(str, problems)) == [
        "notice_data/a.yml:1: error missing-field: The file has neither `purposes` nor "
        "`data_categories`. Add one of them, or remove the file."
    ]


# Values


WRONG_VALUES = {
    "no": "false (YAML reads yes, no, on and off as true or false)",
    "on": "true (YAML reads yes, no, on and off as true or false)",
    "2026-01-31": "the date 2026-01-31",
    "5": "the number 5",
    "12:30": "the number 750",
    "~": "empty",
    "": "empty",
    "[Names]": "a list",
    "{Names: x}": "a mapping",
}


@pytest.mark.parametrize(("value", "described"), WRONG_VALUES.items())
@pytest.mark.parametrize(
    "form",
    [
        "purposes:\n  - id: a\n    personal_data: Names.\n    purpose: {}\n",
        "data_categories:\n  - id: a\n    # Named below.\n    name: {}\n",
    ],
)
def test_what_is_no_text_is_refused_where_a_text_is_due(
    tmp_path: Path, form: str, value: str, described: str
) -> None:
    name = form.split()[-2].rstrip(":")
    _, (problem,) = read(tmp_path, {"a.yml": form.replace("{}", value)})
    assert brief([problem]) == ["a.yml:4: error wrong-type"]
    assert problem.message == f"`{name}` takes a text, but the value is {described}."
    quoted = 'Put it in quotation marks: "…".'
    assert problem.hint == ("Give it a text." if described[:2] in ("em", "a ") else quoted)
    assert problem.record == "a"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", "no"),
        ("title", "2026-01-31"),
        ("title", "[Care]"),
        ("section", "5"),
        ("section", "[care]"),
        ("section", "{a: b}"),
    ],
)
def test_what_is_no_text_is_refused_at_the_top_of_a_file(
    tmp_path: Path, key: str, value: str
) -> None:
    notice, problems = read(tmp_path, {"a.yml": f"{key}: {value}\n{CALLS}"})
    assert brief(problems) == ["a.yml:1: error wrong-type"]
    assert only(notice).id == "calls"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("5", ["a.yml:5: error wrong-type"]),
        ("{a: b}", ["a.yml:5: error wrong-type"]),
        ("\n      - Names\n      - no", ["a.yml:7: error wrong-type"]),
        (
            "\n      - 2026-01-31\n      - 5",
            ["a.yml:6: error wrong-type", "a.yml:7: error wrong-type"],
        ),
        ("\n      - [Names]", ["a.yml:6: error wrong-type"]),
        ("\n      - Names: x", ["a.yml:6: error wrong-type"]),
        ("\n      -", ["a.yml:6: error wrong-type"]),
        ("''", ["a.yml:5: error empty-text"]),
        ("[]", ["a.yml:5: error empty-text"]),
        ("\n      - Names\n      - ''", ["a.yml:7: error empty-text"]),
        ("[Names]", []),
        ("\n      - 'no'\n      - '5'", []),
    ],
)
def test_a_column_takes_a_text_or_a_list_of_texts_and_nothing_else(
    tmp_path: Path, value: str, expected: list[str]
) -> None:
    assert problems_in(tmp_path, f"{CALLS}    recipients: {value}\n") == expected


def test_a_wrong_column_is_told_in_full(tmp_path: Path) -> None:
    _, problems = read(tmp_path, {"a.yml": f"{CALLS}    retention: no\n"})
    assert list(map(str, problems)) == [
        "notice_data/a.yml:5: error wrong-type: `retention` takes a text or a list of texts, but "
        "the value is false (YAML reads yes, no, on and off as true or false). "
        'Put it in quotation marks: "…".'
    ]


def test_a_mistake_in_a_list_names_the_item(tmp_path: Path) -> None:
    _, problems = read(tmp_path, {"a.yml": f"{CALLS}    retention: [A year, no]\n"})
    assert list(map(str, problems)) == [
        "notice_data/a.yml:5: error wrong-type: `item 2 of retention` takes a text, but the value "
        "is false (YAML reads yes, no, on and off as true or false). "
        'Put it in quotation marks: "…".'
    ]


@pytest.mark.parametrize(
    ("text", "line", "name"),
    [
        (f"{CALLS}    retention:\n", 5, "retention"),
        (f"{CALLS}    title: ~\n", 5, "title"),
        (f"{DATA}{ONLY_DATA}    personal_data:\n", 8, "personal_data"),
        (f"section:\n{CALLS}", 1, "section"),
    ],
)
def test_an_optional_field_without_a_value_is_reported(
    tmp_path: Path, text: str, line: int, name: str
) -> None:
    _, problems = read(tmp_path, {"a.yml": text})
    assert list(map(str, problems)) == [
        f"notice_data/a.yml:{line}: error empty-text: `{name}` has no words in it. "
        "Write them, or remove the key."
    ]


@pytest.mark.parametrize("value", ["''", "'**'", "'\u200b'", "'…'"])
@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("{calls}    title: {value}\n", "title"),
        ("{calls}    legal_basis: {value}\n", "legal_basis"),
        (
            "data_categories:\n  - {{id: a, name: A}}\n"
            "  - id: b\n    name: B\n    description: {value}\n",
            "description",
        ),
    ],
)
def test_a_text_without_words_is_refused(tmp_path: Path, form: str, name: str, value: str) -> None:
    _, problems = read(tmp_path, {"a.yml": form.format(calls=CALLS, value=value)})
    assert list(map(str, problems)) == [
        f"notice_data/a.yml:5: error empty-text: `{name}` has no words in it. "
        "Write them, or remove the key."
    ]


@pytest.mark.parametrize("value", ["'5'", "x", "'*x*'", "é", "٥"])
def test_one_letter_or_digit_is_a_text(tmp_path: Path, value: str) -> None:
    good(tmp_path, f"{CALLS}    title: {value}\n")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("true", []),
        ("no", []),  # what YAML means by it is what is asked for here
        ("'yes'", ["a.yml:2: error wrong-type"]),
        ("1", ["a.yml:2: error wrong-type"]),
        ("~", ["a.yml:2: error wrong-type"]),
    ],
)
def test_special_takes_true_or_false(tmp_path: Path, value: str, expected: list[str]) -> None:
    text = f"data_categories:\n  - {{id: a, name: A, special: {value}}}\n"
    assert problems_in(tmp_path, text) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("[name]", []),
        ("name", ["a.yml:8: error wrong-type"]),
        ("{name: x}", ["a.yml:8: error wrong-type"]),
        ("~", ["a.yml:8: error wrong-type"]),
        ("[5]", ["a.yml:8: error wrong-type"]),
        ("[no]", ["a.yml:8: error wrong-type"]),
        ("\n      - name\n      - Name", ["a.yml:10: error bad-id"]),
    ],
)
def test_data_takes_a_list_of_ids(tmp_path: Path, value: str, expected: list[str]) -> None:
    assert problems_in(tmp_path, f"{DATA}{CALLS}    data: {value}\n") == expected


@pytest.mark.parametrize("kind", ["purposes", "data_categories"])
@pytest.mark.parametrize("value", ["calls", "~"])
def test_a_record_is_a_mapping(tmp_path: Path, kind: str, value: str) -> None:
    assert problems_in(tmp_path, f"{kind}:\n  - {value}\n") == ["a.yml:2: error wrong-type"]


@pytest.mark.parametrize("value", ["calls", "{id: calls}"])
@pytest.mark.parametrize("kind", ["purposes", "data_categories"])
def test_records_are_a_list(tmp_path: Path, kind: str, value: str) -> None:
    assert problems_in(tmp_path, f"{kind}: {value}\n") == ["a.yml:1: error wrong-type"]


# Ids


@pytest.mark.parametrize("form", ["purposes", "data_categories"])
@pytest.mark.parametrize(
    ("new_id", "code"),
    [
        ("calls-2", None),
        ("2-calls", None),
        ("Calls", "bad-id"),
        ("-calls", "bad-id"),
        ("our_calls", "bad-id"),
        ("appels-reçus", "bad-id"),
        ("٣", "bad-id"),
        ("a.b", "bad-id"),
        ('"calls\\n"', "bad-id"),
        ("''", "bad-id"),
        ("5", "wrong-type"),
        ("no", "wrong-type"),
        ("~", "wrong-type"),
    ],
)
def test_an_id_is_made_of_small_letters_digits_and_hyphens(
    tmp_path: Path, form: str, new_id: str, code: str | None
) -> None:
    rest = "purpose: Why.\n    personal_data: Names." if form == "purposes" else "name: Calls"
    found = problems_in(tmp_path, f"{form}:\n  - id: {new_id}\n    {rest}\n")
    assert found == ([f"a.yml:2: error {code}"] if code else [])


def test_a_bad_id_is_told_in_full(tmp_path: Path) -> None:
    _, problems = read(tmp_path, {"a.yml": CALLS.replace("id: calls", "id: Our_Calls")})
    assert list(map(str, problems)) == [
        'notice_data/a.yml:2: error bad-id: "Our_Calls" cannot be an id. '
        "Use a-z, 0-9 and hyphens, and start with a letter or digit."
    ]


def test_an_id_repeated_in_one_file_is_told_with_the_place_of_the_first(tmp_path: Path) -> None:
    again = CALLS.replace("purposes:\n", "").replace("Calls are", "Chats are")
    notice, problems = read(tmp_path, {"a.yml": CALLS + again})
    assert list(map(str, problems)) == [
        'notice_data/a.yml:5: error duplicate-id: The id "calls" is taken by the record in '
        "notice_data/a.yml:2. Give this record an id of its own."
    ]
    assert problems[0].record == "calls"
    assert msgids(notice, "purpose") == ["Calls are recorded."]


def test_an_id_repeated_across_files_is_told_with_the_place_of_the_first(tmp_path: Path) -> None:
    _, problems = read(tmp_path, {"sub/b.yml": CALLS, "a.yml": f"title: Care\n{CALLS}"})
    assert list(map(str, problems)) == [
        'notice_data/sub/b.yml:2: error duplicate-id: The id "calls" is taken by the record in '
        "notice_data/a.yml:3. Give this record an id of its own."
    ]


def test_the_id_of_a_data_category_repeated_is_told(tmp_path: Path) -> None:
    _, problems = read(tmp_path, {"d.yml": DATA, "e.yml": DATA.replace("id: email", "id: mail")})
    assert list(map(str, problems)) == [
        'notice_data/e.yml:2: error duplicate-id: The id "name" is taken by the record in '
        "notice_data/d.yml:2. Give this record an id of its own."
    ]


def test_a_purpose_and_a_data_category_may_have_the_same_id(tmp_path: Path) -> None:
    good(tmp_path, f"{CALLS}data_categories:\n  - {{id: calls, name: Calls}}\n")


# Sections and files


def test_a_section_without_an_id_has_its_files_stem(tmp_path: Path) -> None:
    notice, problems = read(tmp_path, {"customer-care.yml": CALLS})
    assert problems == []
    assert [section.id for section in notice.sections] == ["customer-care"]


@pytest.mark.parametrize("name", ["Customer Care.yml", "customer_care.yml", "a.b.yml"])
def test_a_stem_that_can_be_no_id_needs_a_section(tmp_path: Path, name: str) -> None:
    stem = name.removesuffix(".yml")
    _, problems = read(tmp_path, {name: CALLS})
    assert list(map(str, problems)) == [
        f'notice_data/{name}:1: error bad-id: "{stem}" cannot be the id of a section. '
        "Give the file a `section:` of a-z, 0-9 and hyphens."
    ]
    _, problems = read(tmp_path, {name: f"section: care\n{CALLS}"})
    assert problems == []


def test_the_stem_of_a_file_of_data_categories_can_be_anything(tmp_path: Path) -> None:
    _, problems = read(tmp_path, {"Our Data.yml": DATA})
    assert problems == []


@pytest.mark.parametrize("section", ["Care", "''", "our_care"])
def test_a_bad_id_of_a_section_is_reported(tmp_path: Path, section: str) -> None:
    assert problems_in(tmp_path, f"section: {section}\n{CALLS}") == ["a.yml:1: error bad-id"]


def test_two_files_of_one_section_are_joined_in_the_order_of_their_paths(tmp_path: Path) -> None:
    chats = CALLS.replace("id: calls", "id: chats")
    notice, problems = read(
        tmp_path, {"care.yml": f"title: Care\n{CALLS}", "b.yml": f"section: care\n{chats}"}
    )
    assert problems == []
    (section,) = notice.sections
    assert section.title is not None
    assert (section.id, section.title.msgid) == ("care", "Care")
    assert [purpose.id for purpose in section.purposes] == ["chats", "calls"]


def test_two_titles_of_one_section_are_reported(tmp_path: Path) -> None:
    chats = CALLS.replace("id: calls", "id: chats")
    first, second = f"title: Care\n{CALLS}", f"section: a\ntitle: Cure\n{chats}"
    _, problems = read(tmp_path, {"a.yml": first, "b.yml": second})
    assert list(map(str, problems)) == [
        'notice_data/b.yml:2: error duplicate-id: The section "a" has another title in '
        "notice_data/a.yml. Use one title, or another section id."
    ]
    _, problems = read(tmp_path, {"b.yml": second.replace("Cure", "Care")})
    assert problems == []


def test_files_in_subfolders_are_read(tmp_path: Path) -> None:
    files = {
        name: CALLS.replace("id: calls", f"id: calls-{number}")
        for number, name in enumerate(["a.yml", "a/c.yml", "a/b/d.yml", "z.yml"])
    }
    notice, problems = read(tmp_path, files)
    assert problems == []
    assert {purpose.id: purpose.span.path for purpose in notice.purposes} == {
        "calls-0": "notice_data/a.yml",
        "calls-1": "notice_data/a/c.yml",
        "calls-2": "notice_data/a/b/d.yml",
        "calls-3": "notice_data/z.yml",
    }


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    _, problems = read(tmp_path, {"a.yml": CALLS, "records.schema.json": "{}", "notes.md": "["})
    assert problems == []


def test_a_notice_without_a_file_of_records_is_reported(tmp_path: Path) -> None:
    _, problems = read(tmp_path, {"notes.md": "None yet."})
    assert list(map(str, problems)) == [
        "notice_data:1: error unreadable-records: There is no file of records (*.yml) in this "
        "folder. Add one."
    ]


def test_a_file_may_hold_purposes_and_data_categories(tmp_path: Path) -> None:
    notice = good(tmp_path, DATA + ONLY_DATA)
    assert (len(notice.purposes), len(notice.categories)) == (1, 2)


# Files that are no good YAML


@pytest.mark.parametrize("text", ["", "# Later.\n", "calls\n", "- id: calls\n", "5\n"])
def test_a_file_that_is_no_mapping_is_reported(tmp_path: Path, text: str) -> None:
    _, problems = read(tmp_path, {"a.yml": text})
    assert list(map(str, problems)) == [
        "notice_data/a.yml:1: error unreadable-records: The file holds no records. "
        "Start it with `purposes:` or `data_categories:`."
    ]


@pytest.mark.parametrize(
    "content",
    ["title: Café\n".encode("latin-1") + CALLS.encode(), CALLS.encode("utf-16")],
    ids=["latin-1", "utf-16"],
)
def test_a_file_that_is_not_utf8_is_reported_and_no_other_is_lost(
    tmp_path: Path, content: bytes
) -> None:
    notice, problems = read(tmp_path, {"a.yml": content, "b.yml": CALLS})
    assert list(map(str, problems)) == [
        "notice_data/a.yml:1: error unreadable-records: The file cannot be read: it is not UTF-8. "
        "Save it as UTF-8 text."
    ]
    assert only(notice).id == "calls"


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + CALLS.encode(),
        CALLS.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + CALLS.replace("\n", "\r\n").encode(),
        CALLS.rstrip("\n").encode(),
    ],
    ids=["byte order mark", "CRLF", "both", "no last line break"],
)
def test_files_of_other_editors_are_read_with_the_right_lines(
    tmp_path: Path, content: bytes
) -> None:
    assert only(good(tmp_path, content)).fields["personal_data"].texts[0].span.line == 4
    assert problems_in(tmp_path, content.replace(b"personal_data", b"personal_dta")) == [
        "a.yml:4: error unknown-field"
    ]


def test_a_folded_text_of_a_file_with_crlf_has_no_carriage_return(tmp_path: Path) -> None:
    text = CALLS.replace("Recordings.", ">-\n      Recordings\n      of calls.")
    notice = good(tmp_path, text.replace("\n", "\r\n"))
    assert msgids(notice, "personal_data") == ["Recordings of calls."]


def test_a_nul_is_reported_with_its_line(tmp_path: Path) -> None:
    text = CALLS.replace("Recordings.", "Record\0ings.")
    assert problems_in(tmp_path, text) == ["a.yml:4: error unreadable-records"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{CALLS}    retention: A year: or two.\n", 5),
        (f"{CALLS}   retention: A year.\n", 5),
        (f"{CALLS}\tretention: A year.\n", 5),
    ],
)
def test_a_syntax_error_is_reported_with_its_line_and_no_other_file_is_lost(
    tmp_path: Path, text: str, line: int
) -> None:
    notice, problems = read(tmp_path, {"a.yml": text, "b.yml": CALLS})
    assert brief(problems) == [f"a.yml:{line}: error unreadable-records"]
    assert only(notice).span.path == "notice_data/b.yml"


def test_an_alias_is_refused_and_a_bomb_of_them_does_not_go_off(tmp_path: Path) -> None:
    bomb = "title: &a Care\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    found = problems_in(tmp_path, bomb + CALLS)
    assert found == [
        *(f"a.yml:{line}: error unreadable-records" for line in range(2, 10) for _ in range(9)),
        *(f"a.yml:{line}: error unknown-field" for line in range(2, 10)),
    ]


def test_a_file_that_nests_too_deep_is_refused(tmp_path: Path) -> None:
    text = f"{CALLS}    retention: {'[' * 500}{']' * 500}\n"
    assert [one.split(": ")[1] for one in problems_in(tmp_path, text)] == [
        "error unreadable-records"
    ]


# Several mistakes, and the whole of it from outside


def test_several_mistakes_in_one_file_are_all_reported_at_once(tmp_path: Path) -> None:
    write_project(
        tmp_path,
        {
            "mkdocs.yml": ENGLISH,
            "notice_data/care.yml": """\
titel: Care
purposes:
  - id: calls
    purpose: no
    personal_data: ''
    retentoin: A year.
    retentoin: Two.
  - id: Chat
    purpose: Chats are monitored.
    personal_data: [Messages, 5]
  - id: mails
    purpose: Mails are kept.
    data: [messages, recordngs, recordings]
  - id: mails
    purpose: Mails are kept.
    data: [messages]
  - purpose: Why.
""",
        },
    )
    assert problems_of(tmp_path) == [
        "notice_data/care.yml:1: error unknown-field",
        "notice_data/care.yml:4: error wrong-type",
        "notice_data/care.yml:5: error empty-text",
        "notice_data/care.yml:6: error unknown-field",
        "notice_data/care.yml:7: error repeated-field",
        "notice_data/care.yml:8: error bad-id",
        "notice_data/care.yml:10: error wrong-type",
        "notice_data/care.yml:13: error unknown-reference",
        "notice_data/care.yml:14: error duplicate-id",
        "notice_data/care.yml:17: error missing-field",
    ]


def test_one_broken_record_spoils_no_other(tmp_path: Path) -> None:
    broken = "  - id: chats\n    purpose: no\n    personal_data: Messages.\n"
    last = CALLS.replace("purposes:\n", "").replace("id: calls", "id: mails")
    notice, _ = read(tmp_path, {"a.yml": CALLS + broken + last})
    assert [purpose.id for purpose in notice.purposes] == ["calls", "mails"]


def test_a_good_notice_has_no_problem(tmp_path: Path) -> None:
    write_project(tmp_path, {"mkdocs.yml": ENGLISH})
    assert problems_of(tmp_path) == []


def test_a_problem_is_printed_with_its_place_its_code_and_its_fix(tmp_path: Path) -> None:
    write_project(tmp_path, {"mkdocs.yml": ENGLISH})
    replace_in(tmp_path / "notice_data/care.yml", "title: Care\n", "titel: Care\n")
    result = polynotice(tmp_path, "check")
    assert result.exit_code == 1
    assert result.stdout == (
        'notice_data/care.yml:2: error unknown-field: There is no field "titel". '
        'Did you mean "title"?\n'
    )


# Fields of your own


def test_an_extra_column_takes_a_text_or_a_list_with_its_lines(tmp_path: Path) -> None:
    text = f"{CALLS}    more:\n      - Here.\n      - There.\n"
    notice = good(tmp_path, text, more="More")
    value = only(notice).fields["more"]
    assert [(one.msgid, one.span.line) for one in value.texts] == [("Here.", 6), ("There.", 7)]
    assert problems_in(tmp_path, text) == ["a.yml:5: error unknown-field"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("more: x", None),
        ("more: no", "wrong-type"),
        ("more: ''", "empty-text"),
        ("mroe: x", "unknown-field"),
    ],
)
def test_an_extra_column_is_held_to_the_same_rules(
    tmp_path: Path, line: str, code: str | None
) -> None:
    _, problems = read(tmp_path, {"a.yml": f"{CALLS}    {line}\n"}, more="More")
    assert brief(problems) == ([f"a.yml:5: error {code}"] if code else [])
    if code == "unknown-field":
        assert problems[0].hint == 'Did you mean "more"?'


@pytest.mark.parametrize("category_field", ["more", "purpose"])
def test_a_data_category_has_no_columns(tmp_path: Path, category_field: str) -> None:
    text = f"data_categories:\n  - id: a\n    name: A\n    {category_field}: x\n"
    assert problems_in(tmp_path, text, more="More") == ["a.yml:4: error unknown-field"]


@pytest.mark.parametrize("name", ["more_information", "class", "x2", "model_release"])
def test_an_extra_column_can_have_any_name_that_is_free(tmp_path: Path, name: str) -> None:
    notice = good(tmp_path, f"{CALLS}    {name}: Here.\n", **{name: "More"})
    assert msgids(notice, name) == ["Here."]


@pytest.mark.parametrize("name", ["_more", "größe", "data", "retention"])
def test_an_extra_column_that_would_mean_something_else_is_refused(
    tmp_path: Path, name: str
) -> None:
    config = ENGLISH.replace("locales: [en]", f"extra_columns: {{{name}: More}}")
    write_project(tmp_path, {**FILES, "mkdocs.yml": config})
    line = config[: config.index("extra_columns")].count("\n") + 1
    assert problems_of(tmp_path) == [f"mkdocs.yml:{line}: error bad-setting"]


# The JSON Schema


def test_the_schema_in_the_repository_is_what_the_command_prints() -> None:
    committed = (ROOT / "notice_data" / "records.schema.json").read_text(encoding="utf-8")
    result = polynotice(ROOT, "schema")
    assert result.exit_code == 0
    assert result.stdout == committed


OWN_FILES = sorted((ROOT / "notice_data").rglob("*.yml"))


def test_the_repository_has_files_of_records() -> None:
    assert len(OWN_FILES) > 1


@pytest.mark.parametrize("path", OWN_FILES, ids=lambda path: path.name)
def test_every_file_of_records_in_the_repository_names_its_schema(path: Path) -> None:
    with path.open(encoding="utf-8") as file:
        assert file.readline() == "# yaml-language-server: $schema=records.schema.json\n"


def test_the_schema_knows_every_key_and_refuses_others() -> None:
    schema = record_schema.json_schema()
    purpose = schema["$defs"]["PurposeForm"]
    category = schema["$defs"]["DataCategoryForm"]
    lists = {"purposes", "data_categories", "groups"}
    assert set(schema["properties"]) == {"section", "title", *lists}
    assert {"id", "title", "purpose", "personal_data", "data", "retention"} < set(
        purpose["properties"]
    )
    assert (purpose["required"], category["required"]) == (["id", "purpose"], ["id", "name"])
    assert [form["additionalProperties"] for form in (schema, purpose, category)] == [False] * 3
    assert purpose["properties"]["id"]["pattern"] == "^[a-z0-9][a-z0-9-]*$"


@pytest.mark.parametrize(
    "path", sorted((ROOT / "notice_data").rglob("*.yml")), ids=lambda path: str(path.name)
)
def test_the_schema_takes_the_records_of_the_repository(path: Path) -> None:
    jsonschema.validate(
        yaml.safe_load(path.read_text(encoding="utf-8")), record_schema.json_schema()
    )


@pytest.mark.parametrize(
    "text",
    [
        "title:",
        "purposes: [{id: a}]",
        "purposes: [{id: a, purpose: Calls., retention: []}]",
        "purposes: [{id: a, purpose: Calls., retention: }]",
        "purposes: [{id: A, purpose: Calls.}]",
        "purposes: [{id: a, purpose: Calls., data: name}]",
        "data_categories: [{id: a, name: no}]",
        "data_categories: [{id: a, name: A, special: maybe}]",
        "purpose: []",
    ],
)
def test_the_schema_refuses_what_check_refuses(tmp_path: Path, text: str) -> None:
    assert problems_in(tmp_path, text) != []
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.safe_load(text), record_schema.json_schema())


def test_the_schema_has_the_columns_of_the_project(tmp_path: Path) -> None:
    config = ENGLISH.replace("locales: [en]", "extra_columns: {more: More}")
    write_project(tmp_path, {**FILES, "mkdocs.yml": config})
    schema = json.loads(polynotice(tmp_path, "schema").stdout)
    properties = schema["$defs"]["PurposeForm"]["properties"]
    assert properties["more"]["anyOf"][:-1] == properties["retention"]["anyOf"][:-1]
    assert "more" not in record_schema.json_schema()["$defs"]["PurposeForm"]["properties"]
