"""What a script asks of other hosts, as far as the script itself says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from polynotice.html.script_flow import Script
from polynotice.html.script_structure import Range
from polynotice.html.script_tokens import Kind, Token

_ADDRESS = re.compile(r"\s*(?:(?:https?|wss?):[/\\]{2}[\w[]|[/\\]{2}[\w-]+(?:\.[\w-]+)+)", re.I)
_MAY_ASK = re.compile(
    r"""(?:["'`=(]|\\x22|\\x27)\s*(?:(?:https?|wss?):)?(?:\\?/){2}\w""", re.IGNORECASE
)

_CALLS = {
    "addModule": 0, "ajax": 0, "Audio": 0, "axios": 0, "EventSource": 0, "fetch": 0, "FontFace": 1,
    "getJSON": 0, "getScript": 0, "import": 0, "insertRule": 0, "open": 1, "sendBeacon": 0,
    "SharedWorker": 0, "WebSocket": 0, "Worker": 0,
}  # fmt: skip
"""What asks for an address when it is called, and which of its arguments that is."""
_CALLS_OF = {
    ("$", "jQuery", "axios", "ky", "superagent"): frozenset({"delete", "get", "post", "put"}),
}
_SET = frozenset({"poster", "src", "srcset"})
"""The attributes that an element asks for, when they are set."""
_STYLES = frozenset({"background", "backgroundImage", "cssText", "insertRule", "textContent"})
_HTML_SET = frozenset({"innerHTML", "outerHTML", "srcdoc"})
_HTML_CALLS = frozenset(
    {"$", "after", "append", "before", "html", "insertAdjacentHTML", "jQuery", "prepend"}
    | {"createContextualFragment", "write", "writeln"}
)
_ASKING = (
    frozenset({*_CALLS, "importScripts", "setAttribute", "href"}).union(*_CALLS_OF.values())
    | _SET | _STYLES | _HTML_SET | _HTML_CALLS
)  # fmt: skip
"""The names of whatever may ask for something."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a script asks for, and where that stands in it."""

    text: str
    """An address, or the beginning of one; or HTML or a style sheet, in which one may be."""
    position: int


def asked_by_script(text: str) -> Iterator[Asked]:
    """The addresses of other hosts that a script asks for by itself.

    HTML and styles that it puts into the page are among them as they are written.
    """
    if not _MAY_ASK.search(text):
        return
    script = Script(text)
    seen = set()
    for token in _asked(script):
        if token not in seen:
            seen.add(token)
            yield Asked(text=token.value.strip(), position=token.position)


def is_address(text: str) -> bool:
    """Whether a text begins with the address of a host.

    >>> is_address("https://a.example/b"), is_address("//a.example/"), is_address("wss://a/b")
    (True, True, True)
    >>> is_address("//"), is_address("a//b.c"), is_address("http:")
    (False, False, False)
    """
    return bool(_ADDRESS.match(text)) and not re.search(r"\s", text.strip())


def _asked(script: Script) -> Iterator[Token]:
    links = _links(script)
    for number, token in enumerate(script.tokens):
        if token.kind is Kind.TEXT and _is_imported(script, number):
            yield from _addresses([token])
        if token.value not in _ASKING:
            continue
        if token.kind is Kind.NAME and script.at(number + 1).is_sign("("):
            yield from _in_call(script, number)
        elif _is_set(script, number):
            yield from _in_setting(script, number, _behind_sign(script, number), links)


def _addresses(texts: Iterator[Token] | list[Token]) -> Iterator[Token]:
    return (each for each in texts if is_address(each.value))


def _is_imported(script: Script, number: int) -> bool:
    """Whether the text is what `import` or `export … from` names."""
    return script.at(number - 1).is_name("import", "from")


def _in_call(script: Script, number: int) -> Iterator[Token]:
    name, arguments = script.at(number).value, script.arguments(number + 1)
    index = _CALLS.get(name)
    owner = script.at(number - 2).value if script.at(number - 1).is_sign(".") else ""
    if any(owner in owners and name in names for owners, names in _CALLS_OF.items()):
        index = 0
    if name == "importScripts":
        for argument in arguments:
            yield from _addresses(script.beginnings(argument))
    elif name == "setAttribute" and len(arguments) > 1:
        if {each.value for each in script.texts(arguments[0])} & _SET:
            yield from _addresses(script.beginnings(arguments[1]))
    elif name in _HTML_CALLS:
        for argument in arguments:
            yield from _html(script, argument)
    if index is not None and index < len(arguments):
        yield from _addresses(script.beginnings(arguments[index]))
        for value in script.value_of(("url", "baseURL"), arguments[index][0]):
            yield from _addresses(script.beginnings(value))
        yield from _styles(script, arguments[index])


def _is_set(script: Script, number: int) -> bool:
    """Whether a member is set there: `a.src = …`, `a["src"] = …`, `{src: …}`."""
    token, before, following = (script.at(number + step) for step in (0, -1, 1))
    if token.kind is Kind.NAME and before.is_sign("."):
        return following.is_sign("=", "+=")
    if token.kind is Kind.TEXT and before.is_sign("["):
        return following.is_sign("]") and script.at(number + 2).is_sign("=")
    return before.is_sign("{", ",") and following.is_sign(":")


def _behind_sign(script: Script, number: int) -> int:
    return number + (3 if script.at(number + 1).is_sign("]") else 2)


def _in_setting(script: Script, number: int, start: int, links: set[str]) -> Iterator[Token]:
    name, value = script.at(number).value, (start, script.end_of_expression(start))
    if name in _SET or (name == "href" and script.at(number - 2).value in links):
        yield from _addresses(script.beginnings(value))
    elif name in _HTML_SET:
        yield from _html(script, value)
    elif name in _STYLES:
        yield from _styles(script, value)


def _links(script: Script) -> set[str]:
    """The names of what is made as `<link>`: what it leads to is asked for."""
    return {
        script.at(number - step).value
        for number, token in enumerate(script.tokens)
        if token.is_name("createElement") and script.at(number + 2).value == "link"
        for step in range(2, 5)
        if script.at(number - step + 1).is_sign("=")
    }


def _html(script: Script, expression: Range) -> Iterator[Token]:
    """The HTML that stands there, as one text: a tag may be put together of several."""
    pieces = list(script.texts(expression))
    whole = "".join(piece.value for piece in pieces)
    if "<" in whole and "//" in whole:
        yield Token(Kind.TEXT, whole, pieces[0].position)


def _styles(script: Script, expression: Range) -> Iterator[Token]:
    for piece in script.texts(expression):
        if ("url(" in piece.value or "@import" in piece.value) and "//" in piece.value:
            yield piece
