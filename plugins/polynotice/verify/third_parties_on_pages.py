"""What the pages of a built site ask other hosts for, whatever put it there.

`mkdocs.yml` says what is loaded by options that are known. A plugin, a template or a word in
`extra` may load more, and one that was to fetch a file beforehand may have failed to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from polynotice.core.model import Span
from polynotice.core.problems import Problem, Severity
from polynotice.files import text_files
from polynotice.html.style_sheets import away_in_css
from polynotice.verify.content_security import asked_by_page

_LOADING = re.compile(
    rb"""<(?:audio|body|embed|feimage|i?frame|ima?ge?|input|link|object|s(?:cript|ource)|track|use
    |video)\b
    (?:[^>"']|"[^"]*"|'[^']*')*>""",
    re.IGNORECASE | re.VERBOSE,
)
"""The elements of a page that may ask for something: the same ones on nearly every page."""
_STYLE = re.compile(rb"<style\b.*?</style", re.IGNORECASE | re.DOTALL)

_STYLED = re.compile(rb"""\sstyle\s*=[^<>]*(?:url|image-set)\(""", re.IGNORECASE)
"""An element with a style that may ask for something; most pages have none."""

_RARE = (b"ping=", b"mermaid", b'data-md-component="source"')
_ADDRESS = re.compile(rb"[/\\]{2}|&")
_IN_SHEET = re.compile(
    rb"""(?:url\(|@import\b|image-set\(|src\()\s*(?:url\()?\s*["']?\s*(?:https?:)?[/\\]{2}""",
    re.IGNORECASE,
)
_HINT = "Look for what puts it there: a plugin, a template, or a word in `extra`."


def third_parties_on_pages(
    site_dir: Path, site_url: str | None, known: Sequence[Problem] = ()
) -> list[Problem]:
    """A warning for each address that pages or style sheets ask another host for.

    It is given once, for the first file that has it, and not for a host that one of the `known`
    warnings names already. Files that cannot be read are the proof's.
    """
    own = urlsplit(site_url or "").netloc
    told = " ".join(problem.message for problem in known if problem.code == "third-party")
    found: dict[str, Problem] = {}
    seen: set[bytes] = set()
    for path in sorted(site_dir.rglob("*")):
        read = _READERS.get(path.suffix.lower())
        data = _bytes(path) if read else None
        if read is None or data is None:
            continue
        for what, address in read(data, seen):
            host = urlsplit(address.strip().replace("\\", "/")).netloc
            if not host or (host != own and host not in told):
                line = data.partition(address.encode())[0].count(b"\n") + 1
                span = Span(path.relative_to(site_dir).as_posix(), line)
                found.setdefault(address, _warning(span, what))
    return list(found.values())


def _warning(span: Span, what: str) -> Problem:
    return Problem(
        code="third-party", severity=Severity.WARNING, span=span, message=what, hint=_HINT
    )


def _in_page(html: bytes, seen: set[bytes]) -> Iterator[tuple[str, str]]:
    """What a page asks for, and where; nothing, if all that may ask was on an earlier page."""
    pieces = {*_LOADING.findall(html), *_STYLE.findall(html)} - seen
    seen |= pieces
    asking = b"".join(filter(_ADDRESS.search, pieces))
    is_rare = any(sign in html for sign in _RARE) or _STYLED.search(html)
    if is_rare or any(asked_by_page(asking.decode(errors="replace"))):
        # Read as a whole: such a piece may stand in a comment, or in words.
        yield from asked_by_page(html.decode(errors="replace"))


def _in_sheet(css: bytes, _: set[bytes]) -> Iterator[tuple[str, str]]:
    """What a style sheet asks for."""
    if _IN_SHEET.search(css):
        for url, _line in away_in_css(css.decode(errors="replace")):
            yield f"The style sheet asks {url}.", url


_READERS = {".html": _in_page, ".htm": _in_page, ".css": _in_sheet}


def _bytes(path: Path) -> bytes | None:
    try:
        return text_files.read_bytes(path)
    except (FileNotFoundError, text_files.UnreadableFileError):
        return None
