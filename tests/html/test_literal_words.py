"""Words that stand in HTML are found with their lines, and what is no word is not."""

from __future__ import annotations

from polynotice.html.literal_words import FILLED_IN, literal_words
from tests.draws import for_each


@for_each(
    ("html", "found"),
    [
        ("<p>Our shop</p>", [(1, "Our shop")]),
        ("<p>\n\n  Our\n  shop &amp; more</p>", [(3, "Our shop & more")]),
        (f"<p>{FILLED_IN}\nby {FILLED_IN} Ltd", [(2, "by … Ltd")]),
        ('<a\n title="Our shop" href="x">1</a>', [(1, "Our shop")]),
        ('<input type="submit" value="Send">', [(1, "Send")]),
        ('<meta name="description" content="Our shop">', [(1, "Our shop")]),
        ("<p>Nothing is closed", [(1, "Nothing is closed")]),
        ("<br><p>After a void element", [(1, "After a void element")]),
        # Two branches of a template open, one closes.
        ("<b lang='de'><b lang='fr'>Wort</b></b></b><i>Word</i>", [(1, "Word")]),
        ("<html lang='en'><title>Shop</title>", [(1, "Shop")]),
        ("<code>x</code><p translate='yes'>Word", [(1, "Word")]),
    ],
)
def test_words_are_found(html: str, found: list[tuple[int, str]]) -> None:
    assert list(literal_words(html)) == found


@for_each(
    "html",
    [
        f"<p>{FILLED_IN} &copy; 2024 – {FILLED_IN}</p>",
        "<script>let words = 'of a script'</script><style>a { b: c }</style>",
        "<code>polynotice check</code> <kbd>n</kbd> <svg><title>A shape</title></svg>",
        "<p translate='no' title='ACME'>ACME <b>Ltd</b></p>",
        "<p lang='en'>In <b>English</b></p>",
        "<img src='a.png' alt=''><a href='page.html' class='wide' data-x='words'>1</a>",
        "<!-- a remark -->",
        '<input type="text" value="x1"><meta name="viewport" content="width=device-width">',
    ],
)
def test_what_is_no_word_or_says_its_language_is_not(html: str) -> None:
    assert list(literal_words(html)) == []
