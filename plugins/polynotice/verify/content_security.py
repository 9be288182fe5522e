"""The strictest Content-Security-Policy that a built site works under, whatever its theme."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.files import text_files
from polynotice.html.addresses import leads_away
from polynotice.html.style_sheets import away_in_css
from polynotice.verify.web_assembly import sources_for_web_assembly

_FIXED = (
    "img-src 'self' data:",  # themes have their icons in style sheets
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",  # the search index, the sitemap
    "worker-src 'self'",  # the search
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
)

_IMAGE = ("href", "xlink:href")
_LOADING = {
    "audio": ("src",), "body": ("background",), "feimage": _IMAGE, "image": _IMAGE,
    "img": ("src", "srcset"), "input": ("src",), "script": ("src", *_IMAGE),
    "source": ("src", "srcset"), "track": ("src",), "use": _IMAGE, "video": ("src", "poster"),
}  # fmt: skip
"""The attributes whose address a browser asks for by itself."""
_LOADING_LINKS = {
    "apple-touch-icon", "dns-prefetch", "icon", "manifest", "mask-icon", "modulepreload",
    "preconnect", "prefetch", "preload", "prerender", "stylesheet",
}  # fmt: skip
"""The kinds of `<link>` whose address a browser asks for, or whose host it connects to."""
_FRAMES = {"embed", "fencedframe", "frame", "iframe", "object"}
_LINKS = {"action", "data", "formaction", "href", "src", "xlink:href"}

_SCRIPT_TYPES = {"", "importmap", "module", "speculationrules"}
_SCRIPT_MIME = re.compile(r"(?:text|application)/(?:x-)?(?:java|ecma|live|j)script[\d.]*")
"""What a browser takes for JavaScript (MIME Sniffing, 4.6)."""

_SCRIPT_URL = re.compile(r"javascript:(.*)", re.IGNORECASE | re.DOTALL)
_INERT = re.compile(r"(?:void\s*\(?\s*0\s*\)?)?;?")
"""A script that does nothing lacks nothing if it may not run; Material has one such link."""
_IN_MAP = re.compile(r':\s*("[^"]*")')
_IN_SRCSET = re.compile(r"(?:^|,)\s*([^\s,]+)")

_KEEP = "Keep the file in docs/, and name it from there."


@dataclass(frozen=True, kw_only=True)
class Policy:
    """What the pages of a site need. Its text is the value of the header."""

    scripts: frozenset[str]
    """The hashes of the scripts that stand in pages, and what else scripts need to be allowed."""
    styles: frozenset[str]
    """The hashes of the style sheets that stand in pages."""

    def __str__(self) -> str:
        scripts = " ".join(("script-src 'self'", *sorted(self.scripts)))
        styles = " ".join(("style-src 'self'", *sorted(self.styles)))
        return "; ".join(("default-src 'none'", scripts, styles, *_FIXED))


@dataclass(frozen=True, kw_only=True)
class _Finding:
    """Something that the policy blocks."""

    what: str
    hint: str
    sign: str
    """A piece of it as it stands in the file, by which its line is found."""
    code: str = "content-policy"


def read_policy(site_dir: Path) -> tuple[Policy, list[Problem]]:
    """The policy of a built site, and what in it no strict policy lets pass.

    A finding that repeats in other files is reported once, with their number.
    """
    scripts = sources_for_web_assembly(site_dir)
    styles: set[str] = set()
    found: dict[_Finding, dict[str, int]] = {}
    problems = [_unreadable(*each, site_dir) for each in text_files.unreadable_folders(site_dir)]
    pages = _files(site_dir, ".html", ".htm")
    for path in (*pages, *_files(site_dir, ".css")):
        name = path.relative_to(site_dir).as_posix()
        try:
            text = text_files.read_text(path)
        except text_files.UnreadableFileError as error:
            problems.append(_unreadable(path, error.reason, site_dir, error.hint, error.line))
            continue
        findings = _in_css(text)
        if path.suffix.lower() != ".css":
            nodes = LexborHTMLParser(text).css("*")
            scripts |= {_hash(node.text()) for node in nodes if _runs(node)}
            styles |= {_hash(node.text()) for node in nodes if node.tag == "style"}
            findings = (finding for node in nodes for finding in _in_element(node))
        for finding in findings:
            found.setdefault(finding, {}).setdefault(name, _line(text, finding.sign))
    problems += [_problem(finding, lines) for finding, lines in found.items()]
    if not pages:
        problems.append(_no_page(site_dir))
    return Policy(scripts=frozenset(scripts), styles=frozenset(styles)), problems


def asked_by_page(html: str) -> Iterator[tuple[str, str]]:
    """What a page asks other hosts for by itself: in words, and the address."""
    for node in LexborHTMLParser(html).css("*"):
        for finding in _in_element(node):
            if finding.code == "third-party":
                yield finding.what, finding.sign
        yield from _within(node)


def scripts_of_page(html: str) -> Iterator[str]:
    """The scripts that stand in a page: elements, attributes, and what a map says is imported."""
    for node in LexborHTMLParser(html).css("*"):
        if _runs(node):
            is_map = node.attributes.get("type") == "importmap"
            yield _IN_MAP.sub(r"import \1;", node.text()) if is_map else node.text()
        for name, value in node.attributes.items():
            if value and re.fullmatch("on[a-z]+", name):
                yield value


def _within(node: LexborNode) -> Iterator[tuple[str, str]]:
    """What an element asks for that a policy blocks wherever it comes from."""
    tag, attributes = node.tag or "", node.attributes
    name = "data" if tag == "object" else "src"
    url = attributes.get(name) or ""
    if tag in _FRAMES and leads_away(url):
        yield f"{_shown(tag, name, url)} asks another host.", url
    for asked, _ in away_in_css(f"x {{ {attributes.get('style') or ''} }}"):
        yield f"A style of <{tag}> asks {asked}.", asked


def _unreadable(
    path: Path, reason: str, site_dir: Path, hint: str = "Check its permissions.", line: int = 1
) -> Problem:
    return Problem(
        code="content-policy",
        span=Span(path.relative_to(site_dir).as_posix(), line),
        message=f"It cannot be read: {reason}.",
        hint=hint,
    )


def _files(site_dir: Path, *endings: str) -> list[Path]:
    paths = (Path(folder, name) for folder, _, names in os.walk(site_dir) for name in names)
    return sorted(path for path in paths if path.suffix.lower() in endings)


def _line(text: str, sign: str) -> int:
    before, sign_there, _ = text.partition(sign)
    return before.count("\n") + 1 if sign_there else 1


def _problem(finding: _Finding, lines: Mapping[str, int]) -> Problem:
    (name, line), *others = lines.items()
    also = f" The same is in {len(others)} more." if others else ""
    return Problem(
        code=finding.code, span=Span(name, line), message=finding.what + also, hint=finding.hint
    )


def _no_page(site_dir: Path) -> Problem:
    return Problem(
        code="content-policy",
        span=Span(site_dir.as_posix()),
        message="There is no page in this folder.",
        hint="Name the folder of a built site.",
    )


def _hash(text: str) -> str:
    r"""How a policy names a script or style sheet by its text (CSP Level 3, 2.3.1).

    The text is the parser's, as a browser's is: its line ends are `\n`, whatever the file's.
    """
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _runs(node: LexborNode) -> bool:
    """Whether the element's text is run: a script, no data, and without an address beside it."""
    if node.tag != "script":
        return False
    kind = (node.attributes.get("type") or "").strip().lower()
    is_script = kind in _SCRIPT_TYPES or bool(_SCRIPT_MIME.fullmatch(kind))
    return is_script and "src" not in node.attributes


def _in_element(node: LexborNode) -> Iterator[_Finding]:
    """What the policy blocks of an element, without those within it."""
    tag = node.tag or ""
    attributes = {name: value or "" for name, value in node.attributes.items()}
    for name, value in attributes.items():
        shown = _shown(tag, name, value)
        if name == "style":
            yield _Finding(what=f"{shown} has a style.", hint=_instead_of_style(tag), sign=value)
        elif re.fullmatch("on[a-z]+", name):
            hint = "Let a file of extra_javascript listen to the event."
            yield _Finding(what=f"{shown} has a script.", hint=hint, sign=value)
        elif name in _LINKS and _is_script(value):
            hint = "Let it lead to a page."
            yield _Finding(what=f"{shown} leads to a script.", hint=hint, sign=value)
    yield from _of_kind(tag, attributes)
    for name, url in _loaded(tag, attributes):
        yield from _of_address(tag, name, url)
    if tag == "style":
        yield from _in_css(node.text())


def _shown(tag: str, name: str, value: str) -> str:
    short = value if len(value) <= 60 else f"{value[:60]}…"
    return f'<{tag} {name}="{short}">'


def _instead_of_style(tag: str) -> str:
    if tag in ("td", "th"):
        # The style is Python-Markdown's way to align a column; Material knows the older one, too.
        return "Set `tables: {use_align_attribute: true}` under `markdown_extensions`."
    return "Give it a class, and style that in a file of extra_css."


def _is_script(url: str) -> bool:
    # As browsers read addresses (URL, 4.4): without spaces around and line ends within.
    match = _SCRIPT_URL.match(re.sub(r"[\t\n\r]", "", url).lstrip("".join(map(chr, range(33)))))
    return match is not None and not _INERT.fullmatch(match[1].strip())


def _of_kind(tag: str, attributes: Mapping[str, str]) -> Iterator[_Finding]:
    """What is blocked wherever it leads."""
    if tag in _FRAMES:
        hint = "Write its words into the page, or link to it."
        yield _Finding(what=f"<{tag}> shows another page in this one.", hint=hint, sign=f"<{tag}")
    if tag == "base" and "href" in attributes:
        what = f"{_shown(tag, 'href', attributes['href'])} changes where links lead."
        yield _Finding(what=what, hint="Remove it.", sign="<base")
    for name in ("action", "formaction"):
        if name in attributes:
            what = f"{_shown(tag, name, attributes[name])} sends what a reader writes."
            yield _Finding(what=what, hint="Link to a page that has the form.", sign=f"{name}=")
    if "mermaid" in (attributes.get("class") or "").split():
        what = "Diagrams of Mermaid are drawn by a script from unpkg.com, with styles within."
        hint = "Show the diagram as an image."
        yield _Finding(code="third-party", what=what, hint=hint, sign="mermaid")


def _loaded(tag: str, attributes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What a browser asks for by itself: the attribute, and the address in it."""
    names = _LOADING.get(tag, ())
    if tag == "link" and _LOADING_LINKS & set(attributes.get("rel", "").lower().split()):
        names = ("href",)
    for name in names:
        value = attributes.get(name, "")
        for url in _IN_SRCSET.findall(value) if name == "srcset" else [value]:
            yield name, url
    for url in attributes.get("ping", "").split():
        yield "ping", url
    if tag == "a" and attributes.get("data-md-component") == "source":
        yield from _asked_by_material(attributes.get("href", ""))


def _asked_by_material(repository: str) -> Iterator[tuple[str, str]]:
    """Material asks those two for the stars of the repository that a page links to."""
    if re.match(r"https?://[^/]*(github\.com|gitlab)", repository, re.IGNORECASE):
        yield "href", repository


def _of_address(tag: str, name: str, url: str) -> Iterator[_Finding]:
    """What is blocked because of where it comes from."""
    shown = _shown(tag, name, url)
    if leads_away(url):
        what = f"{shown} asks another host."
        yield _Finding(code="third-party", what=what, hint=_KEEP, sign=url)
    elif tag == "script" and re.match(r"\s*(?:data|blob):", url, re.IGNORECASE):
        yield _Finding(what=f"{shown} has a file in an attribute.", hint=_KEEP, sign=url)


def _in_css(text: str) -> Iterator[_Finding]:
    for url, _ in away_in_css(text):
        what = f"The style sheet asks {url}."
        yield _Finding(code="third-party", what=what, hint=_KEEP, sign=url)
