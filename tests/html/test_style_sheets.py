"""What a style sheet asks other hosts for."""

from __future__ import annotations

from polynotice.html.style_sheets import away_in_css
from tests.draws import for_each


@for_each(
    ("css", "found"),
    [
        ("@import '//a.example/x.css';", [("//a.example/x.css", 1)]),
        ("@import url(https://a.example/x.css) print;", [("https://a.example/x.css", 1)]),
        ("@\\69mport 'https://a.example';", [("https://a.example", 1)]),
        ("a {\n b: url(\n //a.example)\n}", [("//a.example", 2)]),
        ("/*\n*/ a { b: u\\72l('//a.example') }", [("//a.example", 2)]),
        ("a { b: url(\\2f\\2f a.example) }", [("//a.example", 1)]),
        ("a { b: url('/\\\n/a.example') }", [("//a.example", 1)]),
        ("a { b: image-set('//a.example/b.png' 1x, '//b.example' 2x) }", [
            ("//a.example/b.png", 1), ("//b.example", 1),
        ]),
        ("@media x { @font-face { src: url(//a.example", [("//a.example", 1)]),
        ("a { b: url(c.png) } @import 'd.css';", []),
        ("/* url(//a.example) */ a { content: 'url(//a.example)' }", []),
        ("a { b: url(data:image/svg+xml,//x) } // x", []),
        ("@namespace svg url(http://www.w3.org/2000/svg);", []),
        ("a { content: '\\2014 ' }", []),
    ],
)  # fmt: skip
def test_other_hosts_that_a_sheet_asks_are_found_with_their_lines(
    css: str, found: list[tuple[str, int]]
) -> None:
    assert list(away_in_css(css)) == found
