"""What a style sheet keeps from the reader."""

from __future__ import annotations

from pathlib import Path
from random import Random

import material
import pytest

from polynotice.html.css_shortening import shortened
from polynotice.html.hiding_declarations import suspicious
from polynotice.html.hiding_rules import HidingRule, _hiding_rules, hides, read_style_sheet
from polynotice.html.style_sheets import parse_sheet
from polynotice.verify.built_site import BuiltSite
from tests.damages import hiding
from tests.draws import for_each


@for_each("declarations", hiding.HIDING_STYLES)
def test_a_style_that_hides_is_known(declarations: str) -> None:
    assert hides(declarations)
    assert hides(f"color: red; {declarations} !important; --x: y")


@for_each("declarations", hiding.NEAR_MISSES)
def test_a_style_that_hides_nothing_is_let_pass(declarations: str) -> None:
    assert not hides(declarations)


@for_each(
    ("css", "selectors"),
    [
        ("tr{display:none}", ["tr"]),
        ("tr , td.x { color: red; DISPLAY : None }", ["tr", "td.x"]),
        ("@media print { tr { display: none } }", ["tr"]),
        ("@supports (x: y) { @layer z { tr { display: none } } }", ["tr"]),
        ("@container x (width > 1px) { @media screen { tr { display: none } } }", ["tr"]),
        ("@not-yet-known x { tr { display: none } }", ["tr"]),
        ("table { color: red; tr { display: none } }", ["table tr"]),
        ("table, main { & > tr { display: none } }", ["table > tr", "main > tr"]),
        ("table { &.x { > tr { display: none } } }", ["table.x > tr"]),
        ("table { .dark & { display: none } }", [".dark *"]),
        ("table { @media print { display: none } }", ["table"]),
        ("table { tr { color: red } visibility: hidden }", ["table"]),
        ("/* { */ tr { display: none } /* } */", ["tr"]),
        ("t/**/d, tr/* , */.x /**/ td { display: /* x */ none }", ["tr.x td"]),
        ("[title='}'] { color: red } tr { display: none }", ["tr"]),
        ("a { content: '\\'}' } tr { display: none }", ["tr"]),
        ("a { background: url( x'{ ) } tr { display: none }", ["tr"]),
        ("a { content: 'x\n } tr { display: none }", ["tr"]),
        ("a { content: 'x\n; } tr { display: none }", ["tr"]),
        ("foo 'a;\n a { b: c } tr { display: none }", ["tr"]),
        ("a { b: (}) } tr { display: none }", ["tr"]),
        ("foo; a { b: c } tr { display: none }", ["tr"]),
        ("tr:hover, td:not(:target) { opacity: 0 }", ["tr", "td"]),
        ("table > :hover, :is(td:focus) { opacity: 0 }", ["table > *", "*"]),
        (":is(td, th):nth-child(2) { opacity: 0 }", [":is(td, th):nth-child(2)"]),
        ("t\\72 , .\\6e otice-table { display: none }", ["tr", ".notice-table"]),
        ("html|tr, *|td { display: none }", ["tr", "td"]),
        ("tr::first-line { color: transparent }", ["tr"]),
        ("tr { color: red } td { opacity: 1 }", []),
        ("tr::before, td:after { display: none }", []),
        ("@keyframes tr { from { opacity: 0 } 50% { opacity: 0 } to { opacity: 1 } }", []),
        ("@keyframes x { to { opacity: 0 } } tr { animation: x 0s forwards }", ["tr"]),
        ("@keyframes x { from { opacity: 0 } } tr { animation: x 0s forwards }", []),
        ("@keyframes x { to { opacity: 0 } } tr { animation: y 0s forwards }", []),
        ("@font-face { font-size: 1 } } } {", []),
        ("@page { margin: -99em } @font-face { display: none }", []),
        ("a { --x: { display: none } }", []),
        ("tr { display: none", ["tr"]),
        ("<!-- tr { display: none } -->", ["tr"]),
        ("@media print { tr { display: none", ["tr"]),
        ("tr { color: red; d\\69splay: none; }", ["tr"]),
        ("tr { height: 0 } tr { overflow: hidden }", []),
    ],
)
def test_the_rules_that_hide_are_told_by_their_selectors(css: str, selectors: list[str]) -> None:
    assert [rule.selector for rule in rules_of(css)] == selectors


def rules_of(css: str) -> tuple[HidingRule, ...]:
    return read_style_sheet(css).rules


def test_a_rule_tells_what_its_element_must_have() -> None:
    css = "main .a > TR.b#c[data-x='d e']:nth-child(2) {display:none} * {opacity:0}"
    first, second = rules_of(css)
    assert (first.names, first.is_read_out) == ({"tr", ".b", "#c", "[data-x]"}, False)
    assert (second.names, second.is_read_out) == (set(), True)


def test_a_nested_rule_that_names_its_parent_tells_what_that_must_have() -> None:
    (rule,) = rules_of("main table.x { .dark &:hover { display: none } }")
    assert (rule.selector, rule.names) == (".dark *", {"table", ".x"})


def test_imports_are_told() -> None:
    css = "@import 'a.css'; @import url(b.css) print;\n@IMPORT url(\"c.css\"); tr {color: red}"
    assert read_style_sheet(css).imports == ("a.css", "b.css", "c.css")
    assert read_style_sheet("@\\69mport 'd.css'; @media x {a{b:c}}").imports == ("d.css",)
    assert read_style_sheet("/* @import 'a.css'; */ a{content:'@import url(b)'}").imports == ()


@pytest.mark.parametrize("depth", [3, 5000])
def test_a_sheet_that_is_nested_too_deeply_hides_everything_or_nothing_at_all(depth: int) -> None:
    css = f"tr:is{'(' * depth}{{display:none}} td{{left:calc{'(' * depth}-9999px"
    assert {rule.selector for rule in rules_of(css)} <= {"*", "tr", "td"}
    assert rules_of("a{" * depth + "display:none")
    assert hides(f"left:calc{'(' * depth}-9999px")


@pytest.mark.parametrize(
    "number", ["9" * 5000, "-" + "9" * 5000, "1e999", "-1e999", "0." + "0" * 5000]
)
@pytest.mark.parametrize("name", ["left", "opacity", "rotate: x", "font", "transform: matrix(1,"])
def test_no_number_is_too_much(name: str, number: str) -> None:
    assert hides(f"{name}:{number}px") in (True, False)
    assert hides(f"{name} {number}deg);transform: rotateX({number}rad)") in (True, False)


PIECES = (
    "{", "}", "(", ")", "[", "]", '"', "'", "\\", "/*", "*/", ";", ":", ",", "url(", "a", "tr",
    "display:none", "opacity:0", "color:red", "@media x", "@import 'x'", "--x:", "&", ".b", " ",
    "<!--", "-->", "left:-9em", "height:0", "overflow:hidden", "!", "animation:a", "@keyframes a",
    "to", ":hover", "::before", "e\u0301url(", "\x00", "\ud7ff", "_{}", "a{b:c}", "\n",
    "tr{display:none}",
)  # fmt: skip


@for_each("seed", range(20))
def test_what_a_glance_leaves_out_hides_nothing(seed: int) -> None:
    """The rules of a shortened sheet are those of the whole, however broken it is."""
    rng = Random(seed)  # noqa: S311
    for _ in range(300):
        css = "".join(rng.choices(PIECES, k=rng.randint(1, 40)))
        whole = list(_hiding_rules(parse_sheet(css)))
        short = list(_hiding_rules(parse_sheet(shortened(css, suspicious))))
        assert short == whole, css


@for_each("declarations", hiding.HIDING_STYLES)
def test_no_glance_takes_a_style_that_hides_for_a_harmless_one(declarations: str) -> None:
    left = shortened(f"a{{b:c}}tr{{color:red;{declarations};--x:y}}p{{q:r}}", suspicious)
    assert len(list(_hiding_rules(parse_sheet(left)))) == 1


def test_the_sheet_of_a_theme_hides_the_same_after_a_glance() -> None:
    (path,) = Path(material.__file__).parent.glob("templates/assets/stylesheets/main.*.min.css")
    css = path.read_text(encoding="utf-8")
    short = shortened(css, suspicious)
    assert len(short) < len(css) / 5
    assert list(_hiding_rules(parse_sheet(short))) == list(_hiding_rules(parse_sheet(css)))


def test_sheets_that_import_each_other_are_read_once_each_and_none_outside_the_site(
    tmp_path: Path,
) -> None:
    site = tmp_path / "site"
    (site / "css").mkdir(parents=True)
    (site / "css/a.css").write_text("@import 'b.css'; tr {display:none}")
    (site / "css/b.css").write_text("@import 'a.css'; @import '../../c.css'; td {display:none}")
    (tmp_path / "c.css").write_text("th {display:none}")
    links = ("../css/a.css", "https://other.example/a.css", "missing.css", "../../c.css")
    rules = BuiltSite(folder=site).hiding_rules("/de/index.html", links)
    assert {rule.selector for rule in rules} == {"tr", "td"}
