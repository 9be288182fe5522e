"""YAML as data that knows its lines, and refuses what would be misread in silence."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from polynotice.core.model import Span
from polynotice.core.problems import Problem

Place = tuple[str | int, ...]
"""Where a value stands in a document: keys and indexes, from the outermost."""

# LibYAML reads an order of magnitude faster, and is in every wheel of PyYAML.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_CHARACTERS = 2_000_000
MAX_DEPTH = 40


@dataclass(frozen=True, kw_only=True)
class Document:
    """A document's data, and the line of everything in it."""

    path: str
    data: object
    lines: Mapping[Place, int]

    def at(self, place: Place) -> object:
        """The value at `place`. Raises `KeyError` or `IndexError` if there is none."""
        value: Any = self.data
        for step in place:
            value = value[step]
        return value

    def children(self, place: Place) -> dict[str, Any]:
        """The mapping at `place`; an empty one if something else is there."""
        value = self.at(place)
        return value if isinstance(value, dict) else {}

    def span(self, place: Place) -> Span:
        """Where the key or value at `place` stands, or the nearest thing around it that does."""
        while place and place not in self.lines:
            place = place[:-1]
        return Span(self.path, self.lines.get(place, 1))


def load_yaml(
    text: str, path: str, *, code: str, first_line: int = 1, foreign_tags: bool = False
) -> tuple[Document | None, list[Problem]]:
    """Reads one YAML document.

    Gives the document, or `None` where it cannot be read at all, and what is wrong with it.
    Not readable is reported under `code`. A repeated key is reported and its first value kept.
    `foreign_tags` lets values with tags of other programs (`!ENV`) pass as their plain text.
    """
    reader = _Reader(path, code=code, first_line=first_line, foreign_tags=foreign_tags)
    if len(text) > MAX_CHARACTERS:
        problem = reader.problem(0, "The file is too large.", "Split it: 2 MB is the limit.")
        return None, [problem]
    loader = None
    try:
        deep = _too_deep(text)
        if deep is not None:
            message = f"The file nests deeper than {MAX_DEPTH} levels."
            return None, [reader.problem(deep, message, "Write it flatter.")]
        loader = _Loader(text)
        node = loader.get_single_node()
        if node is None:
            return Document(path=path, data=None, lines={(): first_line}), []
        data = reader.read(loader, node, ())
    except yaml.MarkedYAMLError as error:
        is_open = (error.context or "").startswith("while scanning a quoted")
        mark = error.context_mark if is_open else error.problem_mark or error.context_mark
        what = " ".join(part for part in (error.context, error.problem) if part)
        message = f"This is not valid YAML: {what}."
        # What the end of a file lacks, it lacks on the last line that has something.
        line = min(mark.line if mark else 0, max(len(text.rstrip().splitlines()) - 1, 0))
        if (error.context or "").startswith("expected a single document"):
            message = "A second YAML document begins here, and a file holds one."
            return None, [reader.problem(line, message, _SECOND_HINT)]
        return None, [reader.problem(line, message, _SYNTAX_HINT)]
    except yaml.reader.ReaderError as error:
        # LibYAML counts bytes up to the character, PyYAML counts characters.
        line = text.count("\n", 0, max(text.find(chr(error.character)), 0))
        message = f"The character U+{error.character:04X} cannot stand in YAML."
        return None, [reader.problem(line, message, "Remove it.")]
    except RecursionError:
        message = f"The file nests deeper than {MAX_DEPTH} levels."
        return None, [reader.problem(0, message, "Write it flatter.")]
    finally:
        if loader is not None:
            loader.dispose()
    if reader.repeats:
        reader.problems += [
            reader.problem(line, "An alias (*) repeats a part of the file.", "Write the text out.")
            for line in _lines_of_aliases(text)
        ]
    return Document(path=path, data=data, lines=reader.lines), reader.problems


# Each level takes a bracket, or at least one of these signs at the start of a line.
_INDENTED = re.compile(r"^(?: |[-?:][ \t]){200}", re.MULTILINE)
_MANY = 1000


def _too_deep(text: str) -> int | None:
    """The line, from 0, in which the nesting is deeper than `MAX_DEPTH`, if it may be far deeper.

    LibYAML reads nodes by recursion and so would end the whole process, without an exception.
    Its events come one by one.
    """
    if text.count("[") + text.count("{") < _MANY and not _INDENTED.search(text):
        return None
    depth = 0
    event: Any
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            return int(event.start_mark.line)
    return None


def _lines_of_aliases(text: str) -> list[int]:
    tokens = yaml.scan(text, Loader=_Loader)
    return [token.start_mark.line for token in tokens if isinstance(token, yaml.AliasToken)]


_SYNTAX_HINT = "Check the indentation, and put a text with ': ' or ' #' in it in quotation marks."


_SECOND_HINT = "Remove the line `---`, or move what follows to a file of its own."


_LONGEST_NUMBER = 1000


class _Reader:
    def __init__(self, path: str, *, code: str, first_line: int, foreign_tags: bool) -> None:
        self.path = path
        self.code = code
        self.first_line = first_line
        self.foreign_tags = foreign_tags
        self.lines: dict[Place, int] = {}
        self.problems: list[Problem] = []
        self.repeats = False
        self._seen: set[int] = set()

    def problem(self, line: int, message: str, hint: str, code: str | None = None) -> Problem:
        span = Span(self.path, line + self.first_line)
        return Problem(code=code or self.code, span=span, message=message, hint=hint)

    def read(self, loader: Any, node: yaml.Node, place: Place) -> object:
        line = node.start_mark.line
        self.lines.setdefault(place, line + self.first_line)
        if len(place) > MAX_DEPTH:
            raise RecursionError
        if id(node) in self._seen:
            self.repeats = True
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._read_mapping(loader, node, place)
        if isinstance(node, yaml.SequenceNode):
            return [
                self.read(loader, item, (*place, index)) for index, item in enumerate(node.value)
            ]
        return self._read_scalar(loader, node)

    def _read_mapping(
        self, loader: Any, node: yaml.MappingNode, place: Place
    ) -> dict[Hashable, object]:
        values: dict[Hashable, object] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line
            # A key is a name: YAML 1.1 would read `no:` as false and `1:` as a number.
            key = str(key_node.value)
            if key in values:
                message = f'The key "{key}" stands here a second time.'
                hint = "Keep one of the two."
                self.problems.append(self.problem(line, message, hint, "repeated-field"))
                continue
            self.lines[(*place, key)] = line + self.first_line
            values[key] = self.read(loader, value_node, (*place, key))
        return values

    def _read_scalar(self, loader: Any, node: yaml.Node) -> object:
        known = node.tag in yaml.SafeLoader.yaml_constructors
        if not known and self.foreign_tags:
            return node.value
        if len(node.value) > _LONGEST_NUMBER and node.tag.endswith((":int", ":float")):
            # A number all the same, but none that Python could count to or print.
            return float("inf")
        try:
            return loader.construct_object(node)
        except (ValueError, KeyError, AttributeError):
            # A date or number that is none, such as 2026-02-30 or `!!bool x`.
            return node.value
