"""What a style sheet keeps from the reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from polynotice.html.hiding_rules import hides, hiding_rules, imports
from polynotice.verify.built_site import BuiltSite
from tests.damages import hiding

SEEN = (
    "", "display:block", "opacity:0.5", "opacity:.05", "opacity:1", "font-size:0.7rem",
    "margin: 0.6em 0 2em", "line-height:0", "min-height:0", "height:0", "overflow:hidden",
    "border-radius:0", "font: 0.9rem/1 serif", "left:-10px", "color:red", "visibility:visible",
    "background-color:transparent", "border-color:transparent", "transform:scale(0.9)",
    "font:10px/0.5 serif", "scale:0.5", "--display:none", "content:'display:none'",
    "clip-path:none", "width:1px;height:1px;overflow:hidden", "x", ";;:",
)  # fmt: skip


@pytest.mark.parametrize("declarations", hiding.HIDING_STYLES)
def test_a_style_that_hides_is_known(declarations: str) -> None:
    assert hides(declarations)
    assert hides(f"color: red; {declarations} !important; --x: y")


@pytest.mark.parametrize("declarations", SEEN)
def test_a_style_that_hides_nothing_is_let_pass(declarations: str) -> None:
    assert not hides(declarations)


@pytest.mark.parametrize(
    ("css", "selectors"),
    [
        ("tr{display:none}", ["tr"]),
        ("tr , td.x { color: red; DISPLAY : None }", ["tr", "td.x"]),
        ("@media print { tr { display: none } }", ["tr"]),
        ("@supports (x: y) { @layer z { tr { display: none } } }", ["tr"]),
        ("table { color: red; tr { display: none } }", ["tr"]),
        ("table { & > tr { display: none } }", ["tr"]),
        ("table { tr { color: red } visibility: hidden }", ["table"]),
        ("/* { */ tr { display: none } /* } */", ["tr"]),
        ("[title='}'] { color: red } tr { display: none }", ["tr"]),
        ("tr:hover, td:not(:target) { opacity: 0 }", ["tr", "td"]),
        (":is(td, th):nth-child(2) { opacity: 0 }", [":is(td, th):nth-child(2)"]),
        ("tr { color: red } td { opacity: 1 }", []),
        ("tr::before, td:after { display: none }", []),
        ("@keyframes tr { from { opacity: 0 } 50% { opacity: 0 } to { opacity: 1 } }", []),
        ("@font-face { font-size: 1 } } } {", []),
        ("tr { display: none", ["tr"]),
    ],
)
def test_the_rules_that_hide_are_told_by_their_selectors(css: str, selectors: list[str]) -> None:
    assert [rule.selector for rule in hiding_rules(css)] == selectors


def test_a_rule_tells_what_its_element_must_have() -> None:
    css = "main .a > tr.b#c[data-x='d e']:nth-child(2) {display:none} * {opacity:0}"
    first, second = hiding_rules(css)
    assert (first.names, first.is_read_out) == ({"tr", ".b", "#c", "[data-x]"}, False)
    assert (second.names, second.is_read_out) == (set(), True)


def test_imports_are_told() -> None:
    css = "@import 'a.css'; @import url(b.css) print;\n@IMPORT url(\"c.css\"); tr {color: red}"
    assert imports(css) == ["a.css", "b.css", "c.css"]


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
