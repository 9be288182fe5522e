"""The lists of what a law asks for."""

from __future__ import annotations

from pathlib import Path

from polynotice.core.model import Span
from polynotice.notice.columns import FIELDS
from polynotice.notice.requirement_lists import read_lists
from polynotice.notice.requirements import LISTS, Asked, Requirement

OURS = """\
id: ours
title: Ours
elements:
  - {id: officer, article: "1", wanted: who the officer is}
  - {id: kept, article: "2", wanted: how long, fields: [retention]}
"""


def read(tmp_path: Path, text: str) -> tuple[tuple[Requirement, ...], list[str]]:
    (tmp_path / "ours.yml").write_text(text, encoding="utf-8")
    asked = Asked(name="ours.yml", span=Span("mkdocs.yml", 7))
    lists, problems = read_lists([asked], tmp_path, FIELDS)
    return lists, [str(problem) for problem in problems]


def test_the_lists_of_the_tool_have_nothing_wrong_with_them(tmp_path: Path) -> None:
    asked = [Asked(name=name, span=Span("mkdocs.yml")) for name in LISTS]
    lists, problems = read_lists(asked, tmp_path, [*FIELDS, "sold_or_shared"])
    assert problems == []
    assert tuple(each.id for each in lists) == LISTS
    assert [len(each.elements) for each in lists] == [20, 21, 7]
    gdpr_13, gdpr_14, _ = ({one.id for one in each.elements} for each in lists)
    assert gdpr_13 - gdpr_14 == {"obligation-to-provide"}
    assert gdpr_14 - gdpr_13 == {"categories", "source"}


def test_an_element_is_asked_for_where_the_regulation_asks_for_it() -> None:
    """Written down from Regulation (EU) 2016/679, and not from the lists."""
    asked = {
        "controller": ("13(1)(a)", "14(1)(a)"),
        "representative": ("13(1)(a)", "14(1)(a)"),
        "dpo": ("13(1)(b)", "14(1)(b)"),
        "purposes": ("13(1)(c)", "14(1)(c)"),
        "legal-basis": ("13(1)(c)", "14(1)(c)"),
        "legitimate-interests": ("13(1)(d)", "14(2)(b)"),
        "categories": (None, "14(1)(d)"),
        "recipients": ("13(1)(e)", "14(1)(e)"),
        "transfers": ("13(1)(f)", "14(1)(f)"),
        "retention": ("13(2)(a)", "14(2)(a)"),
        "access": ("13(2)(b)", "14(2)(c)"),
        "rectification": ("13(2)(b)", "14(2)(c)"),
        "erasure": ("13(2)(b)", "14(2)(c)"),
        "restriction": ("13(2)(b)", "14(2)(c)"),
        "objection": ("13(2)(b)", "14(2)(c)"),
        "portability": ("13(2)(b)", "14(2)(c)"),
        "withdrawal": ("13(2)(c)", "14(2)(d)"),
        "complaint": ("13(2)(d)", "14(2)(e)"),
        "source": (None, "14(2)(f)"),
        "obligation-to-provide": ("13(2)(e)", None),
        "automated-decisions": ("13(2)(f)", "14(2)(g)"),
        "further-processing": ("13(3)", "14(4)"),
    }
    names = [Asked(name=name, span=Span("mkdocs.yml")) for name in ("gdpr-13", "gdpr-14")]
    lists, _ = read_lists(names, Path(), FIELDS)
    for number, found in enumerate(lists):
        wanted = {name: places[number] for name, places in asked.items() if places[number]}
        assert {each.id: each.article for each in found.elements} == wanted


def test_a_list_of_the_projects_own_is_read_with_its_fields(tmp_path: Path) -> None:
    (found,), problems = read(tmp_path, OURS)
    assert problems == []
    assert [(each.id, each.fields) for each in found.elements] == [
        ("officer", ()),
        ("kept", ("retention",)),
    ]


def test_mistakes_in_a_list_have_their_line_and_what_to_do(tmp_path: Path) -> None:
    text = OURS.replace("retention", "retension").replace("title: Ours", "titel: Ours")
    lists, problems = read(tmp_path, text)
    assert lists == (), "nobody knows what it would have asked for"
    assert problems == [
        'ours.yml:2: error bad-requirements: There is no key "titel". Did you mean "title"?',
        'ours.yml:5: error bad-requirements: There is no field "retension". '
        'Did you mean "retention"?',
        'ours.yml:1: error bad-requirements: `title` is not there. Write `title: "…"`.',
    ]


def test_whatever_a_list_has_in_the_wrong_place_is_a_mistake_with_its_line(tmp_path: Path) -> None:
    one = '{id: officer, article: "1", wanted: who the officer is}'
    for text, line in [
        ("", 1),
        ("hello", 1),
        ("- id: ours", 1),
        ("id: [", 1),
        (OURS.replace("title: Ours", 'title: " "'), 2),
        (OURS.replace("title: Ours", "title: [Ours]"), 2),
        (OURS.replace("id: ours", "id: 1"), 1),
        (OURS.replace("id: ours", "id: Our List"), 1),
        (OURS.replace("id: ours", "id: ours\nid: other"), 2),
        ("id: ours\ntitle: Ours\nelements:\n", 3),
        ("id: ours\ntitle: Ours\nelements: officer\n", 3),
        ("id: ours\ntitle: Ours\nelements: [officer, null, 1]\n", 3),
        (OURS.replace(one, one.replace("}", ", when: 3}")), 4),
        (OURS.replace(one, one.replace("}", ", basis: gdpr-6-1-a}")), 4),
        (OURS.replace(one, one.replace("}", ", basis: [gdpr-6-1]}")), 4),
        (OURS.replace(one, one.replace("}", ", basis_decides: no-one}")), 4),
        (OURS.replace(one, one.replace("}", ", 3: 4}")), 4),
        (OURS.replace(one, one.replace("article", "artikel")), 4),
        (OURS.replace("[retention]", "retention"), 5),
        (OURS.replace("[retention]", "[[retention]]"), 5),
        (OURS.replace("id: kept", "id: officer"), 5),
    ]:
        lists, problems = read(tmp_path, text)
        assert lists == (), text
        assert problems, text
        assert {each.partition(" ")[0] for each in problems} == {f"ours.yml:{line}:"}, text


def test_a_list_of_the_projects_own_does_not_pass_for_one_of_the_tool(tmp_path: Path) -> None:
    lists, problems = read(tmp_path, OURS.replace("id: ours", "id: gdpr-13"))
    assert lists == ()
    assert problems == [
        'ours.yml:1: error bad-requirements: A list of the tool has the id "gdpr-13". '
        "Choose another."
    ]


def test_a_list_that_is_not_there_is_reported_where_it_is_named(tmp_path: Path) -> None:
    asked = Asked(name="none.yml", span=Span("mkdocs.yml", 7))
    _, (problem,) = read_lists([asked], tmp_path, FIELDS)
    assert str(problem).startswith("mkdocs.yml:7: error bad-requirements: ")
