"""Selectors of style rules, as a page can be asked that nobody is using."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from polynotice.html.style_sheets import Node, all_within, is_of, significant, written
from polynotice.html.visible_text import EMPTY

_STATES = frozenset(
    {
        "active", "any-link", "autofill", "checked", "current", "default", "dir", "disabled",
        "enabled", "focus", "focus-visible", "focus-within", "fullscreen", "future", "hover",
        "in-range", "indeterminate", "invalid", "lang", "link", "local-link", "modal", "open",
        "optional", "out-of-range", "past", "placeholder-shown", "popover-open", "read-only",
        "read-write", "required", "target", "target-within", "user-invalid", "user-valid", "valid",
        "visited",
    }
)  # fmt: skip
"""Pseudo-classes that no file decides: they depend on the reader, the browser or a moment."""
_PARTLY = frozenset({"first-letter", "first-line"})
"""Pseudo-elements of the words themselves."""
_OTHERS = frozenset({"after", "before"})
"""Those that were written with one colon once, and are made of no words of the page."""
_EVERY = frozenset({"host", "host-context", "scope"})
"""Pseudo-classes for an element that depends on where the rule stands."""
_MOST_PARENTS = 64


@dataclass(frozen=True, kw_only=True)
class Selector:
    """What a rule applies to, as if each state were given."""

    text: str
    names: frozenset[str] = frozenset()
    """Tags, `.class`es, `#id`s and `[attribute]`s that the element itself must have; `:empty`."""


ALL = Selector(text="*")


def read_selectors(prelude: Iterable[Node], parents: Sequence[Selector] = ()) -> list[Selector]:
    """The selectors of a rule; `parents` are those of the rule that it stands in.

    What applies to pseudo-elements that hold no words of the page is left out.
    """
    alternatives: list[list[Node]] = [[]]
    for token in prelude:
        if is_of(token, "literal", ","):
            alternatives.append([])
        else:
            alternatives[-1].append(token)
    selectors = [
        selector
        for tokens in alternatives
        for parent in parents or (None,)
        if (selector := _read(tokens, parent)) is not None
    ]
    return selectors if len(selectors) <= _MOST_PARENTS else [ALL]


def _read(tokens: Sequence[Node], parent: Selector | None) -> Selector | None:
    marked = _compounds(tokens)
    read = [_read_compound(inner) for _, inner in marked]
    compounds = [(mark, one) for (mark, _), one in zip(marked, read, strict=True) if one]
    if not marked or len(compounds) < len(marked):
        return None
    text, names = "", frozenset[str]()
    is_below_parent = parent is not None and (
        compounds[0][0] != "" or not any(is_of(each, "literal", "&") for each in all_within(tokens))
    )
    if is_below_parent or compounds[0][0]:
        text = (parent or ALL).text
    for mark, compound in compounds:
        own, names = compound.text, compound.names
        if compound.is_parent and parent is not None:
            names |= parent.names
            # Elsewhere than at the start, a parent of several parts cannot be written out.
            if not text and own[:1] in ("", "*", ".", "#", "[", ":"):
                own = parent.text + own.removeprefix("*")
        between = f" {mark} " if mark.strip() else " "
        text += (between if text else "") + (own or "*")
    return Selector(text=text, names=names)


@dataclass(frozen=True, kw_only=True)
class _Compound:
    """The part of a selector that speaks of one element."""

    text: str
    names: frozenset[str]
    is_parent: bool
    """Whether that element is what the rule around applies to (`&`)."""


def _compounds(tokens: Iterable[Node]) -> list[tuple[str, list[Node]]]:
    """The parts of a selector, each with the combinator before it."""
    compounds: list[tuple[str, list[Node]]] = [("", [])]
    for token in tokens:
        if token.type == "comment":
            continue
        if token.type == "whitespace":
            if compounds[-1][1]:
                compounds.append((" ", []))
        elif is_of(token, "literal", ">", "+", "~", "||"):
            if not compounds[-1][1]:
                compounds.pop()
            compounds.append((token.value, []))
        else:
            compounds[-1][1].append(token)
    return compounds if compounds[-1][1] or compounds[-1][0] not in ("", " ") else compounds[:-1]


def _read_compound(tokens: Sequence[Node]) -> _Compound | None:
    """One part; `None` if it speaks of no element, or no browser would understand it."""
    pieces: list[str] = []
    names: set[str] = set()
    is_parent = False
    left = iter(_without_namespace(tokens))
    for token in left:
        match token.type, getattr(token, "value", ""):
            case "ident", _ if not pieces:
                names.add(token.lower_value)
            case "hash", _:
                names.add(f"#{token.value}")
            case "[] block", _:
                names.update(_attribute(token))
            case "literal", ".":
                token = next(left, None)
                if token is None or token.type != "ident":
                    return None
                names.add(f".{token.value}")
                pieces.append(".")
            case "literal", ":":
                pseudo = _read_pseudo(left)
                if pseudo is None:
                    return None
                pieces.append(pseudo)
                names |= {pseudo} & {EMPTY}
                continue
            case "literal", "&":
                is_parent = True
                continue
            case "literal", "*":
                pass
            case _:
                return None
        pieces.append(written([token]))
    return _Compound(text="".join(pieces), names=frozenset(names), is_parent=is_parent)


def _without_namespace(tokens: Sequence[Node]) -> Sequence[Node]:
    bars = [place for place, token in enumerate(tokens) if is_of(token, "literal", "|")]
    return tokens[bars[-1] + 1 :] if bars else tokens


def _attribute(block: Node) -> list[str]:
    """The name in `[name="value"]`, without a namespace; with the value, if that is an id."""
    match significant(block.content):
        case [name, equals, value] if name.type == "ident" and name.lower_value == "id":
            is_known = is_of(equals, "literal", "=") and value.type in ("ident", "string")
            return ["[id]", *([f"#{value.value}"] if is_known else [])]
        case [_, bar, name, *_] if is_of(bar, "literal", "|") and name.type == "ident":
            return [f"[{name.lower_value}]"]
        case [name, *_] if name.type == "ident":
            return [f"[{name.lower_value}]"]
    return []


def _read_pseudo(left: Iterator[Node]) -> str | None:
    """What stands behind a colon, if it can be judged by a file; `None` if it is no element's."""
    token = next(left, None)
    is_element = token is not None and is_of(token, "literal", ":")
    if is_element:
        token = next(left, None)
    if token is None or token.type not in ("ident", "function"):
        return None
    name = token.lower_value if token.type == "ident" else token.lower_name
    if is_element or name in _PARTLY | _OTHERS:
        return "" if name in _PARTLY else None
    is_known = name not in _STATES | _EVERY and not (
        token.type == "function" and _is_beyond(token.arguments)
    )
    return f":{written([token])}" if is_known else ""


def _is_beyond(arguments: Sequence[Node]) -> bool:
    """Whether no file is enough to judge them, or the parser of pages does not understand them."""
    return any(
        token.type == "function"
        or is_of(token, "literal", "&")
        or (token.type == "ident" and token.lower_value in _STATES | _EVERY)
        for token in all_within(arguments)
    )
