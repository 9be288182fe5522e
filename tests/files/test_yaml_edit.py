"""One more item or option in a YAML file."""

from __future__ import annotations

import pytest
import yaml

from polynotice.files.yaml_edit import NotEditableError, with_item, with_option
from tests.draws import for_each

ITEM = "fr: {publish: false}"
VALUE = {"fr": {"publish": False}}


def edited(text: str, *place: str | int) -> str:
    """The text with the item, whose line is looked at as well."""
    found = with_item(text, place or ("a", "list"), ITEM, VALUE)
    assert ITEM in found.text.splitlines()[found.line - 1]
    return found.text


BLOCK = [
    ("a:\n  list:\n    - en\n    - de+\n", "\n    - {}"),
    ("a:\n  list:\n  - en\n  - de+\nb: 1\n", "\n  - {}"),
    ("a:\n  list: # 1\n    - en # one\n    # 2\n    - de # 3+\n    # after\nb: 1\n", "\n    - {}"),
    ("a:\n  list:\n\n    - en\n\n    - de+\n\n\nb: 1\n", "\n    - {}"),
    ("a:\n  list:\n    - 'en'\n    - \"de\" # \"x\"+\n", "\n    - {}"),
    ("a:\n  list:\n    -   en\n    -   de+\n", "\n    - {}"),
    ("a:\n  list:\n    - en\n    - mt: {publish: false} # {+\n", "\n    - {}"),
    ("a:\n  list:\n    - en\n    - mt:\n        publish: false # draft+\n  b: 1\n", "\n    - {}"),
    ("a:\n  list:\n    - en\n    - de:+\n", "\n    - {}"),
    ("a:\n  list:\n    - en+", "\n    - {}"),
    ("a:\n  list:\n    - - en+\n", "\n    - {}"),
    ("a:\r\n  list:\r\n    - en\r\n    - de+\r\nb: 1\r\n", "\r\n    - {}"),
    ("a:\r\n  list:\r\n    - en+", "\r\n    - {}"),
    ("\ufeffa:\n  list:\n    - en+\n", "\n    - {}"),
    ("a:\n  list: &unused\n    - en+\n", "\n    - {}"),
    ("x: &x [en]\ny: *x\na:\n  list:\n    - en+\n", "\n    - {}"),
    ("---\na:\n  list:\n    - en+\n...\n", "\n    - {}"),
    ("x: !ENV [A, b]\na:\n  list:\n    - en+\n", "\n    - {}"),
    ("x: ü 𝒳 العربية\na:\n  list:\n    - en # ü𝒳+\n", "\n    - {}"),
    ("{a: {list: [en+]}}", ", {}"),
]  # fmt: skip

BRACKETS = [
    ("a:\n  list: [en, de+]\n", ", {}"),
    ("a:\n  list: [en, de+]", ", {}"),
    ("a:\n  list: [ en, de+ ] # all, of them\n", ", {}"),
    ("a:\n  list: [en, de,+]\n", " {},"),
    ("a:\n  list: [en, de ,+ ]\n", " {},"),
    ("a:\n  list: ['en', \"de\"+]\n", ", {}"),
    ("a:\n  list: [en, mt: {publish: false}+]\n", ", {}"),
    ("a:\n  list: [en, {mt: {publish: false}}+]\n", ", {}"),
    ("a:\n  list: [en,\n         de+]\nb: 1\n", ", {}"),
    ("a:\n  list: [\n    en, de+\n  ]\nb: 1\n", ", {}"),
    ("a:\n  list: [\n    en,\n    de,+\n  ]\n", "\n    {},"),
    ("a:\n  list: [\n    en, # one\n    # or, two\n    de, # 3+\n    # after\n  ]\n", "\n    {},"),
    ("a:\r\n  list: [\r\n    en,\r\n    de, # two+\r\n  ]\r\n", "\r\n    {},"),
    ("a: {list: [en, de+], b: 1}\n", ", {}"),
    ("\ufeffa: {list: [en+]}\r\n", ", {}"),
]  # fmt: skip


@for_each(("form", "added"), [*BLOCK, *BRACKETS])
def test_the_item_is_added_in_the_style_of_the_list_and_no_other_byte_changes(
    form: str, added: str
) -> None:
    assert edited(form.replace("+", "")) == form.replace("+", added.format(ITEM))


def test_where_the_last_item_has_a_line_without_a_comma_it_gets_one() -> None:
    text = "a:\n  list: [\n    en,\n    de # two\n  ]\n"
    added = "a:\n  list: [\n    en,\n    de, # two\n    fr: {publish: false}\n  ]\n"
    assert edited(text) == added


def test_a_list_within_lists_is_found_by_its_place() -> None:
    text = "a:\n  - search\n  - b: {list: [x]}\n  - c:\n      list: [en]\n"
    assert edited(text, "a", 2, "c", "list") == text.replace("[en]", "[en, fr: {publish: false}]")


@for_each(
    "text",
    [
        "",
        "- a\n",
        "a: 1\n",
        "a:\n  lists: [en]\n",
        "a:\n  list: en\n",
        "a:\n  list:\n",
        "a:\n  list: []\n",
        "a:\n  list: {en: 1}\n",
        "a:\n  list: !ENV [LOCALES, en]\n",
        "a:\n  list: !!set [en]\n",
        "x: &x [en]\na:\n  list: *x\n",
        "a:\n  list: &x [en]\nb: *x\n",
        "a: &x\n  list: [en]\nb: *x\n",
        "a: &x\n  list: [en]\nb:\n  <<: *x\n",
        "x: &x {list: [en]}\na: *x\n",
        "x: &x {list: [en]}\na:\n  <<: *x\n",
        "a:\n  list:\n    - en\n    - &x de\n    - |\n      mt\n",
        "a:\n  ? list\n  : - en\n",
        "a:\n  list: [en]\na:\n  list: [de]\n",
        "a:\n  list: [en]\n--- \nb: 1\n",
        "a:\n  list: [en\n",
        "a: \x01\n",
    ],
)
def test_a_list_that_comes_from_or_serves_elsewhere_or_is_none_is_left_to_a_person(
    text: str,
) -> None:
    with pytest.raises(NotEditableError):
        with_item(text, ("a", "list"), ITEM, VALUE)


@pytest.mark.parametrize(
    ("item", "value"), [("fr", "de"), ("fr, de", "fr"), ("fr #", "fr"), ("[", 1)]
)
def test_an_item_that_would_not_be_read_as_its_value_is_not_added(item: str, value: object) -> None:
    with pytest.raises(NotEditableError):
        with_item("a:\n  list: [en]\n", ("a", "list"), item, value)


@for_each(("form", "added"), [*BLOCK, *BRACKETS])
def test_what_is_written_is_what_yaml_reads(form: str, added: str) -> None:
    if "!ENV" in form:
        return
    before = yaml.safe_load(form.replace("+", ""))
    before["a"]["list"].append(VALUE)
    assert yaml.safe_load(edited(form.replace("+", ""))) == before


OPTIONS = [
    ("a:\n  b:\n    x: 1+\n", "\n    {}"),
    ("a:\n  b:\n    x: 1 # one+\n    # after\n", "\n    {}"),
    ("a:\n  b:\n    x:\n      - 1\n      - y: {}+\nc: 1\n".replace("{}", "{{}}"), "\n    {}"),
    ("a:\n  b:+\nc: 1\n", "\n    {}"),
    ("a:\n  b: # none yet+\n", "\n    {}"),
    ("a:\n  b: {+}\n", "{}"),
    ("a:\n  b: {x: 1+}\n", ", {}"),
    ("a:\n  b: {x: [1, 2],+ }\n", " {},"),
    ("a: {b: {x: 1+}}", ", {}"),
]  # fmt: skip


@for_each(("form", "added"), OPTIONS)
def test_an_option_is_added_in_the_style_of_the_others(form: str, added: str) -> None:
    form = form.replace("{{}}", "{}")
    found = with_option(form.replace("+", ""), ("a", "b"), "list", "[en]", ["en"])
    assert found.text == form.replace("+", added.format("list: [en]"))
    assert "list: [en]" in found.text.splitlines()[found.line - 1]


@for_each(
    "text",
    [
        "a:\n  b: 1\n",
        "a:\n  b: null\n",
        "a:\n  b: ~\n",
        "a:\n  b: |\n    x\n",
        "a:\n  b: [x]\n",
        "a:\n  b: &x {}\nc: *x\n",
        "a:\n  b: &x\n    y: 1\nc: *x\n",
        "a:\n  b: !ENV [X, {}]\n",
        "a:\n  b: { # none\n  }\n",
        "a:\n  b:\n    list: [de]\n",
        "a:\n  b:\n    x: |\n      text\n",
        "a: 1\n",
    ],
)
def test_an_option_that_cannot_be_added_safely_is_left_to_a_person(text: str) -> None:
    with pytest.raises(NotEditableError):
        with_option(text, ("a", "b"), "list", "[en]", ["en"])


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("a:\n  - b\n  - c\n", "a:\n  - b:\n      list: [en]\n  - c\n"),
        ("a:\n- b # x\n", "a:\n- b: # x\n    list: [en]\n"),
        ("a: [b, c]\n", "a: [b: {list: [en]}, c]\n"),
    ],
)
def test_a_name_in_a_list_gets_its_first_option(text: str, new: str) -> None:
    assert with_option(text, ("a", 0), "list", "[en]", ["en"]).text == new
