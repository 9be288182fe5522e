"""One more item or option in a YAML file, whose every other byte stays as it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from polynotice.files import yaml_source
from polynotice.files.yaml_source import Place


class NotEditableError(Exception):
    """Raised for a list that cannot be added to without a risk to what stands around it."""


@dataclass(frozen=True, kw_only=True)
class Edited:
    """A text with one more item or option in it, and the line of that."""

    text: str
    line: int


def with_item(text: str, place: Place, item: str, value: object) -> Edited:
    """The YAML document with `item` at the end of the list at `place`, in the list's own style.

    `value` is what the item is as data; that this, and nothing else, has come to the document is
    proved by reading it again. Raises `NotEditableError` where there is no such list, where it
    comes from elsewhere or serves elsewhere (anchors, tags), or is written in an unusual way.
    """
    node = _node_at(_composed(text), place)
    is_plain = isinstance(node, yaml.SequenceNode) and node.tag == "tag:yaml.org,2002:seq"
    if not is_plain or not node.value:
        raise NotEditableError
    own = _PROPERTIES.match(text, node.start_mark.index)
    if own and text[own.end()] == "[":
        edited, at = _in_brackets(text, node, item)
    else:
        edited, at = _on_a_line(text, node, item)
    _prove(text, edited, place, lambda listed: [*listed, value])
    return _edited(edited, at)


def with_option(text: str, place: Place, name: str, written: str, value: object) -> Edited:
    """The YAML document with the option `name`, `written` in one line, for what is at `place`.

    There may be options, none yet (`plugin:`), or a name alone in a list (`- plugin`), which then
    gets a colon. `value` is what is written as data. Raises `NotEditableError` as `with_item` does.
    """
    node = _node_at(_composed(text), place)
    option = f"{name}: {written}"
    start = node.start_mark.index
    if isinstance(node, yaml.MappingNode) and node.value and text[start] != "{":
        key = node.value[0][0].start_mark.index
        indent = text[_line_start(text, key) : key]
        edited, at = _below(text, _end_of(text, node), indent, option)
    elif isinstance(node, yaml.MappingNode) and text[start] == "{":
        edited, at = _in_braces(text, node, option)
    elif isinstance(node, yaml.ScalarNode) and (not node.value or isinstance(place[-1], int)):
        edited, at = _behind_name(text, node, option)
    else:
        raise NotEditableError
    _prove(text, edited, place, lambda there: _and_option(there, name, value))
    return _edited(edited, at)


def _and_option(there: Any, name: str, value: object) -> object:
    """What stands where an option has come to: `there` are options, none yet, or a name alone."""
    if isinstance(there, str) and there:
        return {there: {name: value}}
    return {**(there or {}), name: value}


def _edited(text: str, at: int) -> Edited:
    return Edited(text=text, line=len(_END_OF_LINE.findall(text[:at])) + 1)


def _composed(text: str) -> Any:
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        raise NotEditableError from None


_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")
_NAME_ALONE = re.compile(r"""( *(?:- +)?)(?:[\w-]+|'[\w-]+'|"[\w-]+"):?""")
_END_OF_LINE = re.compile("\r\n|\r|\n")
_REST_OF_LINE = re.compile("[^\r\n]*")
_UNTIL_COMMA = re.compile(r"(?:\s|#[^\r\n]*)*,")


def _node_at(root: Any, place: Place) -> Any:
    """The node, if it and all around it stand where they are used, and are used there alone."""
    uses = Counter(id(node) for node in _nodes(root, set()))
    node = root
    for step in place:
        children = dict(_children(node))
        if step not in children:
            raise NotEditableError
        start, child = children[step]
        # An alias stands for something further up.
        if child.start_mark.index < start or uses[id(child)] > 1:
            raise NotEditableError
        node = child
    return node


def _children(node: Any) -> Iterator[tuple[str | int, tuple[int, Any]]]:
    """The steps to what is in a node, with the index from which on it can stand."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield str(key.value), (key.end_mark.index, value)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield index, (node.start_mark.index, value)


def _nodes(node: Any, seen: set[int]) -> Iterator[Any]:
    """Every node, as often as something refers to it."""
    yield node
    if id(node) not in seen:
        seen.add(id(node))
        for _, (_, child) in _children(node):
            yield from _nodes(child, seen)


def _end_of(text: str, node: Any) -> int:
    """Where the last character of the node's own text has been."""
    if isinstance(node, yaml.ScalarNode):
        if node.style in ("|", ">"):
            raise NotEditableError  # they end with whatever empty lines follow
        return int(node.end_mark.index)
    if text[node.start_mark.index] in "[{":
        return int(node.end_mark.index)
    if not node.value:
        raise NotEditableError
    last = node.value[-1]
    return _end_of(text, last[1] if isinstance(last, tuple) else last)


def _line_start(text: str, index: int) -> int:
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1


def _end_of_line(text: str, index: int) -> int:
    match = _REST_OF_LINE.match(text, index)
    return match.end() if match else index


def _line_break(text: str, index: int) -> str:
    """How the line ends that ends at `index`; as the first one does, if it is the last."""
    match = _END_OF_LINE.match(text, index) or _END_OF_LINE.search(text)
    return match[0] if match else "\n"


def _on_a_line(text: str, node: Any, item: str) -> tuple[str, int]:
    """The item on a line of its own, behind the last one's, and where it begins."""
    start = node.value[-1].start_mark.index
    before = re.fullmatch(r"( *)-[ ]+", text[_line_start(text, start) : start])
    if before is None:
        raise NotEditableError
    return _below(text, _end_of(text, node.value[-1]), before[1], f"- {item}")


def _below(text: str, end: int, indent: str, added: str) -> tuple[str, int]:
    """What is added on a line of its own below the one that `end` is on, and where it begins."""
    if indent.strip(" "):
        raise NotEditableError
    end = _end_of_line(text, end)
    line = f"{_line_break(text, end)}{indent}{added}"
    return f"{text[:end]}{line}{text[end:]}", end + len(line) - 1


def _in_braces(text: str, node: Any, option: str) -> tuple[str, int]:
    """The option behind the last one in the braces, and where it begins."""
    closing = node.end_mark.index - 1
    if not node.value:
        start = node.start_mark.index + 1
        if text[start:closing].strip():
            raise NotEditableError  # a comment
        return f"{text[:start]}{option}{text[closing:]}", start
    end = _end_of(text, node.value[-1][1])
    comma = _UNTIL_COMMA.match(text, end, closing)
    where = comma.end() if comma else end
    added = f" {option}," if comma else f", {option}"
    return f"{text[:where]}{added}{text[where:]}", where + len(added) - 1


def _behind_name(text: str, node: Any, option: str) -> tuple[str, int]:
    """The option for what has none yet: a name in a list, or one with a colon and no value."""
    end = node.end_mark.index
    colon = ":" if node.value else ""
    line = text[_line_start(text, end) : end]
    before = _NAME_ALONE.fullmatch(line)
    if node.value and before is None and not node.style:
        return f"{text[:end]}: {{{option}}}{text[end:]}", end  # in brackets
    if before is None or (not node.value and text[end - 1] != ":"):
        raise NotEditableError
    rest = _REST_OF_LINE.match(text, end)
    if rest and rest[0].strip() and not rest[0].lstrip().startswith("#"):
        raise NotEditableError
    # As far in as a mapping below a name in a list, or below a key, is usually written.
    indent = " " * (len(before[1]) + 2)
    return _below(f"{text[:end]}{colon}{text[end:]}", end + len(colon), indent, option)


def _in_brackets(text: str, node: Any, item: str) -> tuple[str, int]:
    """The item behind the last one: on a line of its own if that is, and where it begins."""
    last = node.value[-1]
    start, end, closing = last.start_mark.index, _end_of(text, last), node.end_mark.index - 1
    comma = _UNTIL_COMMA.match(text, end, closing)
    indent = text[_line_start(text, start) : start]
    end_of_line = _end_of_line(text, comma.end() if comma else end)
    if indent.strip() or end_of_line > closing:
        where = comma.end() if comma else end
        added = f" {item}," if comma else f", {item}"
        return f"{text[:where]}{added}{text[where:]}", where + len(added) - 1
    new_line = f"{_line_break(text, end_of_line)}{indent}{item}{',' if comma else ''}"
    first = text[:end_of_line] if comma else f"{text[:end]},{text[end:end_of_line]}"
    edited = f"{first}{new_line}{text[end_of_line:]}"
    return edited, len(first) + len(new_line) - 1


def _prove(before: str, after: str, place: Place, change: Callable[[Any], object]) -> None:
    """Raises `NotEditableError` unless what `change` makes of the value is all that has changed."""
    was, wrong_before = _read(before)
    now, wrong_after = _read(after)
    if was is None or now is None or len(wrong_before) != len(wrong_after):
        raise NotEditableError
    holder = was.at(place[:-1])
    holder[place[-1]] = change(holder[place[-1]])
    if was.data != now.data:
        raise NotEditableError


def _read(text: str) -> Any:
    return yaml_source.load_yaml(text.removeprefix("\ufeff"), "", code="", foreign_tags=True)
