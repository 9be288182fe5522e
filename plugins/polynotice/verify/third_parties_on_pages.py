"""What the pages of a built site ask other hosts for, whatever put it there.

`mkdocs.yml` says what is loaded by options that are known. A plugin, a template or a word in
`extra` may load more, and one that was to fetch a file beforehand may have failed to.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from polynotice.core.memory import Drawer, Memory, digest_of, key_of
from polynotice.core.model import Span
from polynotice.core.problems import Problem, Severity
from polynotice.files import text_files
from polynotice.files.preview_site import files_below

_LOADING = re.compile(
    rb"""<(?:audio|body|embed|feimage|i?frame|ima?ge?|input|link|object|s(?:cript|ource)|track|use
    |video)\b
    (?:[^>"']|"[^"]*"|'[^']*')*>""",
    re.IGNORECASE | re.VERBOSE,
)
"""The elements of a page that may ask for something: the same ones on nearly every page."""
_STYLE = re.compile(rb"<style\b.*?</style", re.IGNORECASE | re.DOTALL)

_STYLE_BEGINS = re.compile(rb"\sstyle\s*=")
_IN_STYLE = (b"url(", b"image-set(")
"""What a style that may ask for something has; most pages have none of them in any."""

_SCRIPT = re.compile(rb"<script\b[^>]*>.*?</script", re.IGNORECASE | re.DOTALL)
"""A script in the page; most are the same on nearly every page."""
_HANDLER = re.compile(rb"""<[a-z][^<>]*\son[a-z]+\s*=[^<>]*[/\\]{2}""")
"""An element with a script in an attribute that may ask for something."""
_BEGINS = re.compile(rb"on[a-z]+\s*=")
"""What such an attribute begins with: letters that stand in every page, as in `content=`."""

_RARE = (b"ping=", b"mermaid", b'data-md-component="source"')
_ADDRESS = re.compile(rb"[/\\]{2}|&")
_ADDRESS_IN_SCRIPT = re.compile(rb"\\?/\\?/")
_IN_SHEET = re.compile(
    rb"""(?:url\(|@import\b|image-set\(|src\()\s*(?:url\()?\s*["']?\s*(?:https?:)?[/\\]{2}""",
    re.IGNORECASE,
)
_HINT = "Look for what puts it there: a plugin, a template, or a word in `extra`."


def third_parties_on_pages(
    site_dir: Path,
    site_url: str | None,
    known: Sequence[Problem] = (),
    memory: Memory | None = None,
    pages: Collection[str] | None = None,
    digests: Mapping[str, bytes] = MappingProxyType({}),
) -> list[Problem]:
    """A warning for each address that pages, scripts or style sheets ask another host for.

    It is given once, for the first file that has it, and not for a host that one of the `known`
    warnings names already. Files that cannot be read are the proof's. `pages` are the names of
    those that are looked at; without them, all. Those whose digests are known, by their names, are
    read only if they may ask for something.
    """
    memory = memory or Memory()
    drawer = memory.drawer("third parties in files", list[tuple[str, str]])
    quiet = _quiet_in(memory)

    def in_page(text: str) -> list[tuple[str, str]]:
        return drawer.recall(key_of("", text), lambda: _in_script(text))

    def in_file(data: bytes, name: str) -> list[tuple[str, str]]:
        """What a script or a style sheet asks for; `name` is that of its file."""

        def asked() -> list[tuple[str, str]]:
            is_sheet = name.lower().endswith(_SHEET)
            text = data.decode(errors="replace")
            return list(_in_sheet(data)) if is_sheet else _in_script(text, name)

        return drawer.recall(key_of(name, digest_of(data)), asked)

    def may_be_loud(page: str) -> bool:
        is_known = page in digests and quiet.get(digests[page]) is True
        return not is_known and (pages is None or page in pages)

    own = urlsplit(site_url or "").netloc
    told = " ".join(problem.message for problem in known if problem.code == "third-party")
    problems: dict[str, Problem] = {}
    seen = _Seen()
    for name in sorted(files_below(site_dir), key=lambda each: each.split("/")):
        kind = posixpath.splitext(name)[1].lower()
        is_of_interest = kind in _KINDS and (kind not in _PAGES or may_be_loud(name))
        data = _bytes(site_dir / name) if is_of_interest else None
        if data is None:
            continue
        if kind == _SHEET or kind in _SCRIPTS:
            asked: Iterable[tuple[str, str]] = in_file(data, posixpath.basename(name))
        else:
            asked = _in_any_page(data, seen, in_page, quiet)
        for what, address in asked:
            host = urlsplit(address.strip().replace("\\", "/")).netloc
            if not host or (host != own and host not in told):
                line = _line_of(address, data)
                problems.setdefault(address, _warning(Span(name, line), what))
    return list(problems.values())


def quiet_pages(site_dir: Path, names: Iterable[str]) -> list[bytes]:
    """The digests of the pages with those names that ask nobody for anything."""
    quiet, seen = Drawer[bool](), _Seen()
    for name in names:
        data = _bytes(site_dir / name) if name.lower().endswith(_PAGES) else None
        if data is not None:
            _in_any_page(data, seen, _in_script, quiet)
    return [*quiet.used]


def note_quiet(memory: Memory, pages: Iterable[bytes]) -> None:
    """Notes the digests of pages that ask nobody, so that they need not be read."""
    quiet = _quiet_in(memory)
    for page in pages:
        quiet.put(page, value=True)


def _quiet_in(memory: Memory) -> Drawer[bool]:
    return memory.drawer("pages that ask nobody", bool)


def _in_script(text: str, name: str = "") -> list[tuple[str, str]]:
    """What a script asks for; `name` is that of its file."""
    from polynotice.verify.third_parties_in_scripts import asked_in_script, may_ask

    return list(asked_in_script(text, name)) if may_ask(text, name) else []


def _line_of(address: str, data: bytes) -> int:
    """The line of an address, whose slashes a script may have escaped."""
    before, sign_there, _ = data.replace(b"\\/", b"/").partition(address.encode())
    return before.count(b"\n") + 1 if sign_there else 1


def _warning(span: Span, what: str) -> Problem:
    return Problem(
        code="third-party", severity=Severity.WARNING, span=span, message=what, hint=_HINT
    )


@dataclass(kw_only=True)
class _Seen:
    """What earlier pages have shown."""

    pieces: set[bytes] = field(default_factory=set)
    """What asks for nothing, or has been reported."""
    is_all_harmless: bool = True
    """Whether nothing of it has been reported."""


def _in_any_page(
    html: bytes, seen: _Seen, in_script: _InScript, quiet: Drawer[bool]
) -> list[tuple[str, str]]:
    """What a page asks for, but for what an earlier page has shown.

    A page is remembered if it asks for nothing by itself, so that it is quiet in whatever site.
    """
    key = digest_of(html)
    if quiet.get(key):
        return []
    asked = list(_in_page(html, seen.pieces, in_script))
    seen.is_all_harmless = seen.is_all_harmless and not asked
    if seen.is_all_harmless:
        quiet.put(key, value=True)
    return asked


def _in_page(html: bytes, seen: set[bytes], in_script: _InScript) -> Iterator[tuple[str, str]]:
    """What a page asks for, and where, but for the pieces that are known."""
    from polynotice.verify.content_security import asked_by_page, scripts_of_page  # here: few are

    pieces = {*_LOADING.findall(html), *_STYLE.findall(html)} - seen
    scripts = {piece for piece in _SCRIPT.findall(html) if _ADDRESS_IN_SCRIPT.search(piece)} - seen
    asking = b"".join(filter(_ADDRESS.search, pieces))
    lowered = html.lower()
    is_rare = any(sign in html for sign in _RARE) or _may_style(lowered)
    may = any(asked_by_page(asking.decode(errors="replace")))
    # Read as a whole: such a piece may stand in a comment, or in words, and then asks on no page
    # but the next one.
    asked = [*asked_by_page(html.decode(errors="replace"))] if is_rare or may else []
    yield from asked
    if asked or not may:
        seen |= pieces
    if scripts or _has_handler(lowered):
        live = set(scripts_of_page(html.decode(errors="replace")))
        for script in sorted(live):
            yield from in_script(script)
        seen |= {piece for piece in scripts if _text_of(piece) in live}


def _may_style(lowered: bytes) -> bool:
    """Whether the style of an element may ask for something, in a page in lower case."""
    for sign in _IN_STYLE:
        place = lowered.find(sign)
        while place >= 0:
            start = 1 + max(lowered.rfind(bracket, 0, place) for bracket in (b"<", b">"))
            if _STYLE_BEGINS.search(lowered, start, place):
                return True
            place = lowered.find(sign, place + 1)
    return False


def _has_handler(lowered: bytes) -> bool:
    """Whether an attribute has a script that may ask for something, in a page in lower case."""
    begun = (lowered[each.start() - 1 : each.start()] for each in _BEGINS.finditer(lowered))
    return any(map(bytes.isspace, begun)) and _HANDLER.search(lowered) is not None


def _text_of(script: bytes) -> str:
    """What stands between the tags of a script."""
    return script.partition(b">")[2].rpartition(b"</")[0].decode(errors="replace")


def _in_sheet(css: bytes) -> Iterator[tuple[str, str]]:
    """What a style sheet asks for."""
    if _IN_SHEET.search(css):
        from polynotice.html.style_sheets import away_in_css

        for url, _line in away_in_css(css.decode(errors="replace")):
            yield f"The style sheet asks {url}.", url


_SCRIPTS = (".js", ".mjs")
_PAGES = (".html", ".htm")
_SHEET = ".css"
_KINDS = (*_PAGES, _SHEET, *_SCRIPTS)
_InScript = Callable[[str], Iterable[tuple[str, str]]]
"""What a script asks for: in words, and the address."""


def _bytes(path: Path) -> bytes | None:
    try:
        return text_files.read_bytes(path)
    except (FileNotFoundError, text_files.UnreadableFileError):
        return None
