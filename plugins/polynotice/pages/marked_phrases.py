"""A phrase in an element or an attribute: marked as untranslated, or as open in a preview."""

from __future__ import annotations

import re
from html import unescape
from xml.etree.ElementTree import Element, SubElement

from polynotice.core.locales import find_locale
from polynotice.core.model import Phrase
from polynotice.html.visible_text import squeezed
from polynotice.pages.conversion import Conversion
from polynotice.pages.element_names import UNTRANSLATED
from polynotice.pages.page_context import PageContext

_ENTITY = re.compile(r"&(?:#\d+|#x[\da-f]+|[\da-z]+);", re.IGNORECASE)


def in_attribute(phrase: Phrase) -> str:
    """The phrase's text as it is read in an attribute, where nothing but entities is Markdown."""
    return squeezed(_ENTITY.sub(lambda match: unescape(match[0]), phrase.text))


def set_text(element: Element, name: str, phrase: Phrase) -> None:
    """Sets an attribute to what the phrase says."""
    set_words(element, name, in_attribute(phrase))


def set_words(element: Element, name: str, words: str) -> None:
    """Sets an attribute to those words, in which Python-Markdown would read entities."""
    element.set(name, words.replace("&", "&amp;"))


def put(element: Element, phrase: Phrase, conversion: Conversion) -> None:
    """Puts a phrase into an empty element, marked where its language is not the page's."""
    if phrase.lang != conversion.context.locale.id or phrase.note:
        element = SubElement(element, "span")
        mark(element, phrase, conversion.context)
    element.text = conversion.inline(phrase.text)


def mark(element: Element, phrase: Phrase, context: PageContext) -> None:
    """Marks an element as in another language than its page's, and as open in a preview."""
    classes = []
    if phrase.lang != context.locale.id:
        classes.append(UNTRANSLATED)
        set_language(element, phrase.lang, context)
    if phrase.note:
        classes.append("notice-open")
        element.set("title", phrase.note)
    if classes:
        element.set("class", " ".join(classes))


def set_language(element: Element, lang: str, context: PageContext) -> None:
    """Says of an element in which language it is, and which way that is written."""
    element.set("lang", lang)
    direction = find_locale(lang).direction
    if direction != context.locale.direction:
        element.set("dir", direction)
