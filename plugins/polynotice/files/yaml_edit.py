"""One more item in a list of a YAML file, whose every other byte stays as it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from polynotice.files import yaml_source
from polynotice.files.yaml_source import Place


class NotEditableError(Exception):
    """Raised for a list that cannot be added to without a risk to what stands around it."""


@dataclass(frozen=True, kw_only=True)
class Edited:
    """A text with one more item in it, and the line of the item."""

    text: str
    line: int


def with_item(text: str, place: Place, item: str, value: object) -> Edited:
    """The YAML document with `item` at the end of the list at `place`, in the list's own style.

    `value` is what the item is as data; that this, and nothing else, has come to the document is
    proved by reading it again. Raises `NotEditableError` where there is no such list, where it
    comes from elsewhere or serves elsewhere (anchors, tags), or is written in an unusual way.
    """
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        raise NotEditableError from None
    node = _list_at(root, place)
    own = _PROPERTIES.match(text, node.start_mark.index)
    if own and text[own.end()] == "[":
        edited, at = _in_brackets(text, node, item)
    else:
        edited, at = _on_a_line(text, node, item)
    _prove(text, edited, place, value)
    return Edited(text=edited, line=len(_END_OF_LINE.findall(edited[:at])) + 1)


_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")
_END_OF_LINE = re.compile("\r\n|\r|\n")
_REST_OF_LINE = re.compile("[^\r\n]*")
_UNTIL_COMMA = re.compile(r"(?:\s|#[^\r\n]*)*,")


def _list_at(root: Any, place: Place) -> Any:
    """The list, if it and all around it stand where they are used, and are used there alone."""
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
    is_plain = isinstance(node, yaml.SequenceNode) and node.tag == "tag:yaml.org,2002:seq"
    if not is_plain or not node.value:
        raise NotEditableError
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
    found = _REST_OF_LINE.match(text, index)
    return found.end() if found else index


def _line_break(text: str, index: int) -> str:
    """How the line ends that ends at `index`; as the first one does, if it is the last."""
    found = _END_OF_LINE.match(text, index) or _END_OF_LINE.search(text)
    return found[0] if found else "\n"


def _on_a_line(text: str, node: Any, item: str) -> tuple[str, int]:
    """The item on a line of its own, behind the last one's, and where it begins."""
    start = node.value[-1].start_mark.index
    before = re.fullmatch(r"( *)-[ ]+", text[_line_start(text, start) : start])
    if before is None:
        raise NotEditableError
    end = _end_of_line(text, _end_of(text, node.value[-1]))
    added = f"{_line_break(text, end)}{before[1]}- {item}"
    return f"{text[:end]}{added}{text[end:]}", end + len(added) - 1


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


def _prove(before: str, after: str, place: Place, value: object) -> None:
    """Raises `NotEditableError` unless the item is all that has come to the document."""
    was, wrong_before = _read(before)
    now, wrong_after = _read(after)
    if was is None or now is None or len(wrong_before) != len(wrong_after):
        raise NotEditableError
    listed = was.at(place)
    if isinstance(listed, list):
        listed.append(value)
    if was.data != now.data:
        raise NotEditableError


def _read(text: str) -> Any:
    return yaml_source.load_yaml(text.removeprefix("\ufeff"), "", code="", foreign_tags=True)
