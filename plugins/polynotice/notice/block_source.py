"""The `:::` blocks of a page, understood."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from polynotice.core.model import Notice, Purpose, Span
from polynotice.core.problems import Problem, did_you_mean
from polynotice.files import yaml_source
from polynotice.notice.block_syntax import BLOCKS, RawBlock
from polynotice.notice.blocks import Block, DataIndexBlock, MatrixBlock, PurposesBlock

LAYOUTS = ("separate", "together")


def parse_block(
    raw: RawBlock,
    path: str,
    first_line: int,
    notice: Notice,
    *,
    fields: Sequence[str],
    columns: Sequence[str],
) -> tuple[Block | None, list[Problem]]:
    """Understands one block of the page `path`, whose body starts in its line `first_line`.

    `fields` are all that a column can show, `columns` those that are shown unless the block says
    otherwise. Gives `None` and what is wrong for a block with a mistake.
    """
    span = Span(path, raw.line + first_line)
    reader = _Reader(notice, span)
    if raw.mistake:
        reader.add(span, raw.mistake, "Write `::: name`, and its options indented below.")
        return None, reader.problems
    if raw.name not in BLOCKS:
        reader.add(span, f'There is no block "::: {raw.name}".', did_you_mean(raw.name, BLOCKS))
        return None, reader.problems
    document, problems = yaml_source.load_yaml(
        raw.options, path, code="bad-block", first_line=raw.options_line + first_line
    )
    reader.problems += problems
    if document is None:
        return None, reader.problems
    data = {} if document.data is None else document.data
    if not isinstance(data, dict):
        message = f'The options of "::: {raw.name}" are no mapping.'
        reader.add(document.span(()), message, "Write each as `option: value`, indented.")
        return None, reader.problems
    block = reader.read(raw.name, data, document, fields, columns)
    return (None if reader.problems else block), reader.problems


def may_place(raw: RawBlock, notice: Notice) -> frozenset[str]:
    """The ids of the purposes that a block with a mistake may have been meant to place."""
    close = difflib.get_close_matches(raw.name, BLOCKS, n=1)
    if close in (["data-index"], ["matrix"]):
        return frozenset()
    every = frozenset(purpose.id for purpose in notice.purposes)
    document, _ = yaml_source.load_yaml(raw.options, "", code="bad-block")
    data = document.data if document else None
    if not isinstance(data, dict) or not data.keys() & {"section", "records"}:
        return every
    section = notice.section(str(data.get("section")))
    records = data.get("records", [])
    named = frozenset(map(str, records)) if isinstance(records, list) else frozenset({""})
    if (
        not named <= every
        or data.get("records", named) == []
        or ("section" in data and section is None)
    ):
        return every  # one of them is misspelt: nobody knows which is meant
    return named | {purpose.id for purpose in (section.purposes if section else ())}


class _Reader:
    def __init__(self, notice: Notice, span: Span) -> None:
        self.notice = notice
        self.span = span
        """Of the block."""
        self.problems: list[Problem] = []

    def add(self, span: Span, message: str, hint: str, code: str = "bad-block") -> None:
        self.problems.append(Problem(code=code, span=span, message=message, hint=hint))

    def read(
        self,
        name: str,
        data: dict[str, object],
        document: yaml_source.Document,
        fields: Sequence[str],
        columns: Sequence[str],
    ) -> Block:
        for option in data:
            if option not in BLOCKS[name]:
                message = f'"::: {name}" has no option "{option}".'
                hint = did_you_mean(option, BLOCKS[name])
                if not BLOCKS[name]:
                    hint = "Remove it: this block takes none."
                self.add(document.span((option,)), message, hint)
        if name == "data-index":
            return DataIndexBlock()
        if "section" in data and "records" in data:
            message = "The block names a section and records."
            self.add(document.span(("records",)), message, "Keep one of the two.")
        if name == "matrix":
            return MatrixBlock(purposes=self._with_data(self._purposes(data, document)))
        layout = data.get("layout", "separate")
        if layout not in LAYOUTS:
            message = f"`layout` cannot be {layout!r}."
            self.add(document.span(("layout",)), message, did_you_mean(str(layout), LAYOUTS))
        shown = self._names(data, "columns", document, fields, "field") or list(columns)
        section = data.get("section")
        return PurposesBlock(
            purposes=self._purposes(data, document),
            columns=tuple(shown),
            section=section if isinstance(section, str) else None,
            together=layout == "together",
        )

    def _with_data(self, purposes: tuple[Purpose, ...]) -> tuple[Purpose, ...]:
        """The purposes: a matrix without the groups that one of them uses would not be true."""
        if not self.notice.groups and not self.notice.has_unread:
            message = "There are no groups of personal data for a matrix."
            hint = "Add `groups:` to a file of data categories, and a `group:` to each category."
            self.add(self.span, message, hint)
        for purpose in purposes:
            if not purpose.data:
                message = f'The matrix would show that "{purpose.id}" uses no personal data.'
                hint = f"Name what it uses in `data:`, in {purpose.span.path}:{purpose.span.line}."
                self.add(self.span, message, hint)
        return purposes

    def _purposes(
        self, data: dict[str, object], document: yaml_source.Document
    ) -> tuple[Purpose, ...]:
        if "section" in data:
            name = data["section"]
            section = self.notice.section(name) if isinstance(name, str) else None
            if section:
                return section.purposes
            if self.notice.has_unread and isinstance(name, str):
                return ()
            hint = did_you_mean(str(name), [section.id for section in self.notice.sections])
            message = f'There is no section "{name}".'
            self.add(document.span(("section",)), message, hint, "unknown-reference")
            return ()
        if "records" in data:
            known = {purpose.id: purpose for purpose in self.notice.purposes}
            names = self._names(data, "records", document, list(known), "purpose")
            return tuple(known[name] for name in names)
        return self.notice.purposes

    def _names(
        self,
        data: dict[str, object],
        option: str,
        document: yaml_source.Document,
        known: Sequence[str],
        kind: str,
    ) -> list[str]:
        if option not in data:
            return []
        value = data[option]
        if not isinstance(value, list) or not value:
            message = f"`{option}` takes a list."
            example = f"Write `{option}: [{', '.join(known[:1])}]`."
            self.add(document.span((option,)), message, example)
            return []
        names: list[str] = []
        for index, name in enumerate(value):
            span = document.span((option, index))
            if name not in known and kind == "purpose" and self.notice.may_have(str(name)):
                continue
            if name not in known:
                hint = did_you_mean(str(name), known)
                self.add(span, f'There is no {kind} "{name}".', hint, "unknown-reference")
            elif name in names:
                self.add(span, f'"{name}" stands twice in `{option}`.', "Remove one.")
            else:
                names.append(name)
        return names
