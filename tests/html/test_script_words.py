"""The words that a script shows, and those that it does not."""

from __future__ import annotations

from polynotice.html.script_words import words_of_script
from tests.draws import for_each

SHOWN = {
    "a text": "e.textContent = 'Our shop'",
    "an alert": "alert('Our shop')",
    "a question": 'if (confirm("Our shop")) go()',
    "a text node": "e.append(document.createTextNode(`Our shop`))",
    "a tooltip": "e.title = open ? 'Our shop' : ''",
    "an attribute": "e.setAttribute('aria-label', 'Our shop')",
    "HTML": "e.innerHTML = '<b class=\"wide\">Our shop</b>'",
    "a name": "const words = 'Our shop'; e.innerText = words",
    "a sum": "e.textContent = number + ' Our shop'",
    "a function": "function say(text) { e.textContent = text } say('Our shop')",
}
NOT_SHOWN = {
    "a message for developers": "console.log('Our shop'); throw new Error('Our shop')",
    "a class": "e.className = 'Our shop'; e.setAttribute('class', 'Our shop')",
    "a comparison": "if (e.textContent === 'Our shop') go()",
    "a text that nobody shows": "const words = 'Our shop'; e.textContent = ''",
    "a number": "e.textContent = '2 / 3'",
    "a comment": "// e.textContent = 'Our shop'",
    "words of several languages": "e.textContent = {de: 'Laden', en: 'Our shop'}"
    "[document.documentElement.lang]",
    "a text of the page": "e.textContent = e.dataset.words",
}


@for_each("name", SHOWN)
def test_words_that_a_script_shows_are_found(name: str) -> None:
    assert [words for words, _ in words_of_script(SHOWN[name])] == ["Our shop"]


@for_each("name", NOT_SHOWN)
def test_what_no_reader_sees_or_is_said_in_each_language_is_not(name: str) -> None:
    assert list(words_of_script(NOT_SHOWN[name])) == []
