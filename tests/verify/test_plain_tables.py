"""A table that is read in the text of a page has in it what a parser finds there."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from polynotice.verify.built_page import PageReader
from polynotice.verify.built_site import BuiltSite
from polynotice.verify.page_content import FoundPage
from polynotice.verify.plain_tables import take_plain_tables
from polynotice.verify.prose_content import PageProse
from tests.draws import draws, for_each

TABLE = """\
<table aria-labelledby="calls" class="notice-table">
<thead>
<tr>
<th data-field="purpose" scope="col">Purpose</th>
<th data-field="personal_data" scope="col">Personal data</th>
</tr>
</thead>
<tbody>
<tr data-record="calls" id="calls-row">
<td data-field="purpose" data-label="Purpose">Calls  are recorded.</td>
<td data-field="personal_data" data-label="Personal data">Recordings of calls.</td>
</tr>
<tr data-record="chat">
<td data-field="purpose" data-label="Purpose">Chats.</td>
<td data-field="personal_data" data-label="Personal data">\u00a0Messages\u00a0</td>
</tr>
</tbody>
</table>
"""

HEAD = '<html lang="de" dir="ltr"><head><meta charset="utf-8"><title>Notice</title>'

AROUND = (
    "<div hidden>", "</div>", '<p lang="en">', "<b>", "</b>", "<!--", "-->", "<textarea>", "<a>",
    "</textarea>", "<script>", "</script>", "<template>", "</template>", "<select>", "</select>",
    '<p title="', '">', "<svg>", "</svg>", "<math><mi>", "<table><tr><td>", "</td></tr></table>",
    "<table>", "</table>", '<section dir="rtl" lang="ar">', "</section>", "<details>", "<nav>",
    "</nav>", '<h2 id="calls">Calls</h2>', "<h3></h3>", "Words.", "<noscript>", "<plaintext>",
    '<div class="md-nav--primary">', "<style>td:empty { display: none }</style>", "<ul><li>",
    "<style>[id=calls-row] { display: none }</style>", "<style>#calls { display: none }</style>",
    "<style>tr + tr { visibility: hidden }</style>", '<tr data-record="stray">', "<caption>",
    "<style>thead, .x { display: none }</style>", '<p class="x" id="chat">', "<article>", "<title>",
    "<form>", "<button>", "</body>", "<frameset>", "<col>", "<tbody>", "</tr>", "&amp;", "\x00",
)  # fmt: skip
"""What may stand before and behind a table, whole or broken."""


def read(html: str, site: BuiltSite, *, is_at_once: bool) -> tuple[FoundPage, PageProse]:
    """What there is on a page."""
    reader = PageReader(html.encode(), "/de/index.html", site, is_at_once=is_at_once)
    return reader.read(), reader.prose()


def damaged(html: str, numbers: random.Random) -> str:
    """A page with pieces left out, or put somewhere else in it."""
    for _ in range(numbers.choice((0, 0, 0, 1, 2))):
        at = numbers.randrange(len(html))
        piece = numbers.choice(("", "", *AROUND, "<", ">", '"', "&", "\r", "\n"))
        html = html[:at] + piece + html[at + numbers.choice((0, 1, 3)) :]
    return html


def pages(seed: int) -> Iterator[str]:
    """Pages with tables amid whatever there may be."""
    numbers = random.Random(seed)  # noqa: S311
    for _ in range(100):
        around = numbers.choices(AROUND, k=numbers.randrange(5))
        pieces = [*around, *[TABLE] * numbers.randrange(1, 4)]
        numbers.shuffle(pieces)
        yield damaged(f"{HEAD}</head><body>{''.join(pieces)}</body></html>", numbers)


@draws(20, thoroughly=60, of=400)
def test_a_table_is_read_as_a_parser_reads_it_whatever_is_around_it(
    draws: range, tmp_path: Path
) -> None:
    site, taken = BuiltSite(folder=tmp_path), 0
    for seed in draws:
        for html in pages(seed):
            found = read(html, site, is_at_once=True)
            assert found == read(html, site, is_at_once=False), html
            taken += bool(take_plain_tables(html)[1] and found[0].tables)
    assert taken > len(draws) * 50


def test_every_page_of_our_notice_is_read_as_a_parser_reads_it(own_site: Path) -> None:
    site = BuiltSite(folder=own_site)
    names = sorted(path.relative_to(own_site).as_posix() for path in own_site.rglob("*.html"))
    for name in names:
        html = (own_site / name).read_text(encoding="utf-8")
        assert read(html, site, is_at_once=True) == read(html, site, is_at_once=False), name
    assert names


def test_a_table_of_words_is_taken_out_but_for_its_tag() -> None:
    left, (table,) = take_plain_tables(f"<p>A</p>{TABLE}")
    assert (
        left
        == '<p>A</p><table data-taken="0" aria-labelledby="calls" class="notice-table"></table>\n'
    )
    assert [*table.ids] == ["calls-row"]
    rows = table.found_rows("de", "ltr")
    assert [(row.record, row.anchor) for row in rows] == [("calls", "calls-row"), ("chat", None)]
    assert rows[0].cells[0][1].texts == ("Calls are recorded.",)


@for_each(
    ("old", "new"),
    [
        ("Chats.", "<b>Chats</b>."),
        ("Chats.", "&nbsp;"),
        ("Chats.", "\u00a0"),
        ("Chats.", ""),
        ("Chats.", "Chats\nand more."),
        ('<tr data-record="chat">', '<tr data-record="chat" hidden>'),
        ('<tr data-record="chat">', '<tr data-record="">'),
        ('scope="col">Purpose', 'scope="row">Purpose'),
        ("</tbody>", "</tbody><tfoot></tfoot>"),
        ('class="notice-table"', 'class="notice-table" data-taken="0"'),
    ],
)
def test_what_has_more_in_it_than_words_stays_where_it_stands(old: str, new: str) -> None:
    html = TABLE.replace(old, new)
    assert take_plain_tables(html) == (html, [])
