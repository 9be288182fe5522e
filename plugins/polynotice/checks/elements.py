"""What a text has become in HTML: no element of it may run, load or hide anything.

This reads what the site's own Markdown made of it, with whatever extensions, as a browser would;
`checks.safety` says of a whole text what is wrong with it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from polynotice.checks.link_map import LinkMap
from polynotice.checks.pair import Finding
from polynotice.html.addresses import is_own, is_safe
from polynotice.html.elements import Element
from polynotice.html.inline import is_footnote

_NEVER = {
    "animate", "animatemotion", "animatetransform", "applet", "base", "fencedframe",
    "foreignobject", "frame", "frameset", "marquee", "meta", "noembed", "noframes", "noscript",
    "plaintext", "portal", "set", "xmp",
}  # fmt: skip
"""What runs something, swallows what follows, or changes the page around it."""

_PUBLISHERS = {
    "button", "dialog", "embed", "form", "iframe", "link", "object", "script", "style", "template",
    "textarea",
}  # fmt: skip
"""What a page may have as HTML of the publisher's, if it is the site's own, and no text becomes."""

_DATA = {"application/json", "application/ld+json"}
_ADDRESS = {"href", "xlink:href"}
_LOADED = {"src", "poster", "background", "data", "action"}
_FORBIDDEN = {"srcdoc", "formaction", "ping", "http-equiv", "hidden", "popover", "is"}
_HANDLER = re.compile("on[a-z]+")
_LOADING_STYLE = re.compile(
    r"\\|@import|expression|behaviou?r|binding|(?:url|src|image|set)\s*\(", re.IGNORECASE
)
_HIDING_STYLE = re.compile(
    r"display|visib|opacity|position|clip|content|font|transform|mask|filter|indent|z-index"
    r"|pointer|overflow|margin|height|transparent|[@(]",
    re.IGNORECASE,
)
_SOURCES = re.compile(r"(?:^|,)\s*([^\s,]\S*)")
"""The addresses of a `srcset`."""


def harmful(elements: Sequence[Element], *, is_publishers: bool = False) -> Iterator[Finding]:
    """One finding for each element that can run or load something, or hide what is in it.

    `is_publishers` is whether they are the HTML of a page, and none that a text has become: whoever
    writes pages may have a form or a frame of the site's own.
    """
    for element in dict.fromkeys(elements):
        why = _harm(element)
        if not why and not is_publishers:
            why = _harm_in_text(element)
        if why:
            yield Finding(
                code="unsafe-markup",
                message=f"There is {_short(str(element))}, which {why}.",
                hint="Remove it: a notice is words, and links to pages or to http, https, mailto "
                "or tel addresses. Scripts and styles belong in files of the theme.",
                can_be_waived=False,
            )


def _harm(element: Element) -> str:
    if element.tag in _NEVER:
        return "can run something or break the page"
    attributes = dict(element.attributes)
    if element.tag == "script" and attributes.get("type", "").lower() not in _DATA:
        return "is a script"
    if element.tag == "style" and _LOADING_STYLE.search(element.text):
        return "can load something"
    return next(filter(None, (_harm_of(element.tag, *one) for one in element.attributes)), "")


def _harm_of(tag: str, name: str, value: str) -> str:
    # All handlers of events are named in letters: `{onset_date}` is none, whatever Markdown makes.
    if _HANDLER.fullmatch(name) or name in _FORBIDDEN:
        return f"can run, load or hide something ({name})"
    if name == "style" and (_LOADING_STYLE.search(value) or _HIDING_STYLE.search(value)):
        return "can load or hide something (style)"
    if name in _ADDRESS and not (is_safe if tag == "a" else is_own)(value):
        return f"leads where it may not ({name})"
    if name in _LOADED and not is_own(value):
        return f"loads or sends something elsewhere ({name})"
    if name == "srcset" and not all(map(is_own, _SOURCES.findall(value))):
        return f"loads something from elsewhere ({name})"
    return ""


def _harm_in_text(element: Element) -> str:
    if element.tag in _PUBLISHERS:
        return "no text may become"
    if (element.tag, *_EMPTY & set(element.attributes)) in (
        ("a", ("href", "")),
        ("img", ("src", "")),
    ):
        return "leads nowhere"
    # Extensions may give styles to what they make, but to no words or links.
    has_style = element.tag in _SIMPLE and "style" in dict(element.attributes)
    return "can hide something (style)" if has_style else ""


# As an attribute list leaves it that names the attribute alone.
_EMPTY = {("href", ""), ("src", "")}
_WORDS = {"dt", "p", "em", "strong"}
_SIMPLE = {"a", "img", *_WORDS}
_USUAL = {"href", "src", "title", "alt"}


def has_list(element: Element, *, is_written: bool) -> bool:
    """Whether an attribute list has given the element attributes that Markdown itself does not.

    `is_written` is whether the text has what looks like such a list: extensions may give classes
    to links and images without one.
    """
    if element.tag not in _SIMPLE:
        return False
    usual = set() if element.tag in _WORDS else _USUAL if is_written else {*_USUAL, "class"}
    return not {name for name, _ in element.attributes} <= usual


_TRANSLATED = {"title", "alt", "lang", "dir", "hreflang"}
"""The attributes that a translation may have otherwise than its source."""


def changed(
    source: Sequence[Element], translation: Sequence[Element], link_map: LinkMap | None
) -> Iterator[Finding]:
    """One finding for each link, image or attribute of a translation that its source has not.

    `link_map` names the addresses that stand for others in the translation's locale.
    """
    there, must = _marks(translation), _marks(source)
    for redirection in link_map.redirections if link_map else ():
        for before, after in redirection.leads:
            for tag, name, value in [mark for mark in must if mark[2] == before]:
                must[tag, name, after] += must[tag, name, value]
    for tag, name, value in there - must:
        yield Finding(
            code="link-mismatch" if name in _ADDRESS | _LOADED else "markup-mismatch",
            message=f'The translation becomes <{tag} {name}="{_short(value)}">, '
            "the source does not.",
            hint="Write it as the source does.",
            can_be_waived=False,
        )


def _marks(elements: Sequence[Element]) -> Counter[tuple[str, str, str]]:
    return Counter(
        (element.tag, name, value)
        for element in elements
        # Footnotes are counted by their names: their numbers may differ from text to text.
        if not is_footnote(element)
        for name, value in element.attributes
        if name not in _TRANSLATED and not (element.tag == "sup" and value.startswith("fnref"))
    )


def _short(text: str) -> str:
    return text if len(text) <= 100 else f"{text[:99]}…"
