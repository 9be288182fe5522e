"""Lists of what a law asks for, on disk.

```yaml
id: our-rules
title: What our group's rules ask for
law: Binding corporate rules, part 5
elements:
  - id: contact-of-group
    article: "5.1"
    wanted: how to reach the group's own officer
    when: the notice is for employees    # leave out what always applies
    fields: [retention]                  # leave out where no column of the tables can state it
```
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from polynotice.catalogues.vocabularies import legal_bases
from polynotice.core.model import Span
from polynotice.core.problems import Problem, did_you_mean
from polynotice.files import text_files, yaml_source
from polynotice.files.yaml_source import Document, Place
from polynotice.notice.record_schema import ID_PATTERN
from polynotice.notice.requirements import LISTS, Asked, Element, Requirement

CODE = "bad-requirements"
_OF_LIST = ("id", "title", "law", "elements")
_OF_ELEMENT = ("id", "article", "wanted", "when", "fields", "basis", "basis_decides")


def read_lists(
    asked: Sequence[Asked], root: Path, fields: Collection[str]
) -> tuple[tuple[Requirement, ...], list[Problem]]:
    """The lists that a project in `root` asks for, and what is wrong with its own.

    `fields` are those that its records can have. A list with a mistake asks for nothing: what it
    would have asked for, nobody knows.
    """
    requirements: list[Requirement] = []
    problems: list[Problem] = []
    for each in asked:
        text, path, unread = _text_of(each, root)
        problems += unread
        if text is None:
            continue
        document, mistakes = yaml_source.load_yaml(text, path, code=CODE)
        problems += mistakes
        if document is None:
            continue
        reader = _ListReader(document, each, fields)
        requirement = reader.read()
        problems += reader.problems
        if mistakes or reader.problems:
            continue
        if requirement and any(one.id == requirement.id for one in requirements):
            message = f'Another list has the id "{requirement.id}", too.'
            span = document.span(("id",))
            problems.append(Problem(code=CODE, span=span, message=message, hint="Choose another."))
        elif requirement:
            requirements.append(requirement)
    return tuple(requirements), problems


def _text_of(asked: Asked, root: Path) -> tuple[str | None, str, list[Problem]]:
    if not asked.is_file:
        file = resources.files("polynotice").joinpath("requirements", f"{asked.name}.yml")
        return file.read_text(encoding="utf-8"), asked.name, []
    path = root / asked.name
    if not path.exists():
        message = f'There is no list of requirements "{asked.name}".'
        hint = "Its path counts from the folder of mkdocs.yml."
        return None, asked.name, [Problem(code=CODE, span=asked.span, message=message, hint=hint)]
    try:
        return text_files.read_text(path), asked.name, []
    except text_files.UnreadableFileError as error:
        span = Span(asked.name, error.line)
        message = f"The list of requirements cannot be read: {error.reason}."
        return None, asked.name, [Problem(code=CODE, span=span, message=message, hint=error.hint)]


class _ListReader:
    def __init__(self, document: Document, asked: Asked, fields: Collection[str]) -> None:
        self.document = document
        self.asked = asked
        self.fields = fields
        self.problems: list[Problem] = []

    def add(self, place: Place, message: str, hint: str) -> None:
        span = self.document.span(place)
        self.problems.append(Problem(code=CODE, span=span, message=message, hint=hint))

    def read(self) -> Requirement | None:
        data = self.mapping(self.document.data, (), _OF_LIST)
        if data is None:
            return None
        listed = data.get("elements")
        if not isinstance(listed, list) or not listed:
            self.add(("elements",), "`elements` takes a list.", "Write `- id: …` for each.")
            return None
        elements: dict[str, Element] = {}
        for number, item in enumerate(listed):
            element = self.element(item, ("elements", number))
            if element and element.id in elements:
                message = f'The id "{element.id}" stands here twice.'
                self.add(("elements", number, "id"), message, "Choose another.")
            elif element:
                elements[element.id] = element
        name = self.text(data, (), "id", is_id=True)
        if self.asked.is_file and name in LISTS:
            self.add(("id",), f'A list of the tool has the id "{name}".', "Choose another.")
        return Requirement(
            id=name,
            title=self.text(data, (), "title"),
            law=self.text(data, (), "law", is_needed=False),
            elements=tuple(elements.values()),
            span=self.asked.span,
        )

    def element(self, item: object, place: Place) -> Element | None:
        data = self.mapping(item, place, _OF_ELEMENT)
        if data is None:
            return None
        fields = self.names(data, place, "fields")
        # Those that come with the tool may name columns that only some notices have.
        for name in fields if self.asked.is_file else ():
            if name not in self.fields:
                message = f'There is no field "{name}".'
                self.add((*place, "fields"), message, did_you_mean(name, self.fields))
        basis = self.names(data, place, "basis")
        for name in basis:
            if name not in legal_bases():
                message = f'There is no legal basis "{name}".'
                self.add((*place, "basis"), message, did_you_mean(name, legal_bases()))
        decides = data.get("basis_decides", True)
        if not isinstance(decides, bool):
            message = "`basis_decides` takes true or false."
            self.add((*place, "basis_decides"), message, "Write one of the two.")
        return Element(
            id=self.text(data, place, "id", is_id=True),
            article=self.text(data, place, "article"),
            wanted=self.text(data, place, "wanted"),
            when=self.text(data, place, "when", is_needed=False),
            fields=tuple(name for name in fields if name in self.fields),
            basis=tuple(name for name in basis if name in legal_bases()),
            basis_decides=decides is True,
        )

    def mapping(self, value: object, place: Place, known: Sequence[str]) -> dict[str, Any] | None:
        if not isinstance(value, dict):
            self.add(place, "Here is no mapping.", f"Write: {', '.join(known)}.")
            return None
        for name in value:
            if name not in known:
                message = f'There is no key "{name}".'
                self.add((*place, name), message, did_you_mean(str(name), known))
        return value

    def text(
        self,
        data: dict[str, Any],
        place: Place,
        name: str,
        *,
        is_id: bool = False,
        is_needed: bool = True,
    ) -> str:
        value = data.get(name)
        if value is None and not is_needed:
            return ""
        if not isinstance(value, str) or not value.strip():
            message = f"`{name}` takes a text." if name in data else f"`{name}` is not there."
            self.add((*place, name), message, f'Write `{name}: "…"`.')
            return ""
        if is_id and not re.fullmatch(ID_PATTERN, value):
            self.add((*place, name), f'"{value}" cannot be an id.', "Use a-z, digits and hyphens.")
        return value.strip()

    def names(self, data: dict[str, Any], place: Place, name: str) -> list[str]:
        value = data.get(name, [])
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return value
        self.add((*place, name), f"`{name}` takes a list of names.", f"Write `{name}: […]`.")
        return []


@cache
def element_ids() -> tuple[str, ...]:
    """The ids of all elements of the lists that come with the tool."""
    asked = [Asked(name=name, span=Span(name)) for name in LISTS]
    lists, _ = read_lists(asked, Path(), ())
    return tuple(dict.fromkeys(each.id for one in lists for each in one.elements))
