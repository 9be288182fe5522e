"""What is made of a page for the search is what Material's own parser makes of all of it."""

from __future__ import annotations

import random

from material.plugins.search.plugin import Parser

from polynotice.mkdocs_host.search_entries import without_frames
from tests.draws import draws, for_each

TEXTS = ("Calls", "of &amp; by\nus", "ش", "30 days")
WORDS = (
    " ",
    "\n",
    "",
    "<code>x\n</code>",
    "<p>One</p>",
    "<br>",
    "<em>\n</em>",
    "<pre>a\n\nb</pre>",
)
WORDS += ("<ul>\n<li>One</li>\n</ul>", '<a href="#x">to</a>', *TEXTS)
RARE = ("<table><tr><td>inner</td></tr></table>", '<h3 id="deep">Deep</h3>', "<!-- remark -->")
RARE += ('<span data-search-exclude="">out</span>', "<script>let x</script>", '<td title="a > b">')


def sections(html: str) -> list[tuple[object, ...]]:
    """What Material's search makes of a page."""
    parser = Parser()
    parser.feed(html)
    parser.close()
    return [
        (one.el.tag, one.id, "".join(one.title).strip(), "".join(one.text).strip())
        for one in parser.data
        if not one.is_excluded()
    ]


def table(numbers: random.Random) -> str:
    """A table as the notice has them, with whatever in its cells."""
    space = ("", "\n", "\n", "\n")

    def cell(tag: str) -> str:
        words = numbers.choice((TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, WORDS, RARE))
        count = 1 if words is TEXTS else numbers.randrange(3)
        text = "".join(numbers.choices(words, k=count))
        return f'<{tag} data-label="A &lt; b" role="cell">{text}</{tag}>'

    def row(tag: str) -> str:
        inner = "".join(numbers.choice(space) + cell(tag) for _ in range(2))
        return f'<tr role="row">{inner}{numbers.choice(space)}</tr>'

    head = f"<thead>{numbers.choice(space)}{row('th')}{numbers.choice(space)}</thead>"
    rows = "".join(numbers.choice(space) + row("td") for _ in range(numbers.randrange(1, 4)))
    return f'<table class="notice-table" role="table">{head}<tbody>{rows}</tbody></table>'


@draws(100, thoroughly=500, of=5000)
def test_a_page_without_the_frames_of_its_tables_is_the_same_to_the_search(draws: range) -> None:
    shorter = 0
    for seed in draws:
        numbers = random.Random(seed)  # noqa: S311
        pieces = [
            table(numbers),
            '<h2 id="a">A<a class="headerlink" href="#a">#</a></h2>',
            "<p>b</p>",
        ]
        html = "\n".join(numbers.choices(pieces, k=4))
        assert sections(without_frames(html)) == sections(html), seed
        shorter += len(without_frames(html)) < len(html)
    assert shorter > len(draws) / 9


@for_each("inside", RARE)
def test_a_table_that_the_search_treats_in_another_way_stays_as_it_is(inside: str) -> None:
    html = f'<table class="notice-table"><tr><td>{inside}</td></tr></table>'
    assert sections(without_frames(html)) == sections(html)
