"""What the scripts of a built site ask other hosts for, whoever has written them.

What a script puts together while it runs, or is told by a server, nobody can read in it; a policy
stops it (`polynotice csp`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_ON_CONDITION = (
    # For the stars of a repository that a page links to, for diagrams, and in browsers of before
    # 2020: the first two are judged on pages.
    (re.compile(r"bundle\.[0-9a-f]+\.min\.js"), "https://api.github.com/"),
    (re.compile(r"bundle\.[0-9a-f]+\.min\.js"), "https://unpkg.com/mermaid@"),
    (re.compile(r"bundle\.[0-9a-f]+\.min\.js"), "https://unpkg.com/resize-observer-polyfill"),
    # For films, which nobody can show without a frame or an element that is judged itself.
    (re.compile(r"glightbox(\.min)?\.js"), "https://cdn.plyr.io/"),
)
"""What known scripts ask for only where a page has something that is judged there."""
_SAID_IN = {
    "wordcut.js": (
        "//nbsp",
        "http://narwhaljs.org",
        "http://docs.python.org/library/functions.html#range",
        "http://en.wikipedia.org/wiki/Fisher",
        "http://wiki.ecmascript.org/doku.php?id=harmony:egal",
        "https://developer.mozilla.org/docs/Web/JavaScript/",
    ),
}
"""What known scripts say in comments, or of texts: the one here comes with every site of Material,
is its largest script by far, and need not be read for these alone."""
_NAMESPACES = re.compile(r"https?://(?:www\.)?w3\.org/")
_WRITTEN = re.compile(
    r"""(?:["'`=(]|\\x22|\\x27)\s*((?:(?:https?|wss?):)?(?:\\?/){2}\w[^"'`\s)]*)""", re.IGNORECASE
)


def may_ask(script: str, name: str) -> bool:
    """Whether a script has any address that it may ask for; `name` is that of its file."""
    return any(
        not _NAMESPACES.match(address)
        and not _is_conditional(address, name)
        and not address.startswith(_SAID_IN.get(name, ()))
        for address in (
            address_written.replace("\\/", "/") for address_written in _WRITTEN.findall(script)
        )
    )


def asked_in_script(script: str, name: str) -> Iterator[tuple[str, str]]:
    """What a script asks other hosts for: in words, and the address."""
    from polynotice.html.script_requests import asked_by_script, is_address  # here: few may ask
    from polynotice.html.style_sheets import away_in_css
    from polynotice.verify.content_security import asked_by_page

    for asked in asked_by_script(script):
        if is_address(asked.text):
            if not _is_conditional(asked.text, name):
                yield f"The script asks {asked.text}.", asked.text
        elif "<" in asked.text:
            for what, address in asked_by_page(asked.text):
                yield f"The script writes: {what}", address
        else:
            for address, _ in away_in_css(asked.text):
                yield f"The script writes a style that asks {address}.", address


def _is_conditional(address: str, name: str) -> bool:
    return any(file.fullmatch(name) and address.startswith(start) for file, start in _ON_CONDITION)
