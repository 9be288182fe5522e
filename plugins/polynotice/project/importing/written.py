"""The files of a plan: records as YAML, pages as Markdown, and the configuration."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from polynotice.project.importing.document import Cell, Line
from polynotice.project.importing.heading_words import mark_of
from polynotice.project.importing.kinds import special_kinds
from polynotice.project.importing.planned import (
    Plan,
    PlannedBlock,
    PlannedHeading,
    PlannedPage,
    PlannedRecord,
    PlannedSection,
    PlannedTable,
)
from polynotice.project.importing.runs import escaped, markdown, paragraph

WIDTH = 98


def scalar(text: str) -> str:
    """A text as a YAML value on one line.

    >>> scalar("Customer care"), scalar("yes"), scalar("a: b")
    ('Customer care', '"yes"', '"a: b"')
    """
    is_plain = re.fullmatch(r"[^\W\d_](?:[\w ()/’,.-]*[\w).])?", text) is not None
    is_plain &= text.lower() not in {"yes", "no", "on", "off", "true", "false", "null", "y", "n"}
    if is_plain:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNREADABLE.sub(lambda sign: json.dumps(sign[0])[1:-1], quoted)


_UNREADABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What YAML takes as an escape alone, or for the end of a line."""


def _list(names: Iterable[str]) -> str:
    return f"[{', '.join(map(scalar, names))}]"


def _value(text: str, indent: str) -> str:
    """A text as a YAML value, folded over several lines if it is long and folding is safe."""
    is_long = len(text) > 78
    is_safe = not _UNREADABLE.search(text)
    is_safe &= not re.search(r"[^\S \u00a0\u202f]|  |[\x00-\x1f]", text)
    if is_long and is_safe and text == text.strip():
        lines = textwrap.wrap(
            text, WIDTH - len(indent), break_long_words=False, break_on_hyphens=False
        )
        if " ".join(lines) == text:
            return ">-\n" + "\n".join(f"{indent}  {line}" for line in lines)
    return scalar(text)


def values_of(cell: Cell, name: str) -> tuple[str, ...]:
    """What a record says for a cell: a text, or the texts of a list; a purpose is one text."""
    texts = tuple(text for line in cell.lines if (text := markdown(line.runs)))
    texts = (" ".join(texts),) if name == "purpose" else texts
    return tuple(map(paragraph, texts))


def is_list(cell: Cell, name: str) -> bool:
    """Whether a record says it as a list."""
    has_items = any(line.is_item for line in cell.lines)
    return name != "purpose" and (len(values_of(cell, name)) > 1 or has_items)


def section_file(section: PlannedSection) -> str:
    """The YAML of a section's records."""
    lines = [f"section: {scalar(section.id)}", f"title: {scalar(section.title)}", "purposes:"]
    for number, record in enumerate(section.records):
        lines += [""] if number else []
        lines += _record(record)
    return "\n".join(lines) + "\n"


def _record(record: PlannedRecord) -> Iterator[str]:
    yield f"  - id: {scalar(record.id)}"
    yield f"    title: {scalar(record.title)}"
    for name, cell in record.fields.items():
        texts = values_of(cell, name)
        if header := dict(record.concluded).get(name):
            header = "".join(filter(str.isprintable, " ".join(header.split())))
            what = name.replace("_", " ")
            yield f'    # likely: "{header}" is concluded to be {what}'
        if is_list(cell, name):
            yield f"    {scalar(name)}:"
            for text in texts:
                yield f"      - {_value(text, '      ')}"
        else:
            yield f"    {scalar(name)}: {_value(texts[0], '    ')}"
    for name, proposed in (("legal_basis_ids", record.bases), ("data", record.data)):
        if proposed:
            yield f"    {name}:"
            for each, doubt in proposed:
                remark = f" # likely: {doubt}" if doubt else ""
                yield f"      - {scalar(each)}{remark}"


def kinds_file(kinds: dict[str, str]) -> str:
    """The YAML of the kinds of personal data."""
    lines = [
        "# Proposed from what the purposes list: join those that are one, remove what is no kind,",
        "# and mark with `special: true` those of Article 9(1) GDPR that are not yet.",
        "data_categories:",
    ]
    for kind, name in kinds.items():
        lines += [f"  - id: {scalar(kind)}", f"    name: {scalar(escaped(name))}"]
        lines += ["    special: true"] if kind in special_kinds() else []
    return "\n".join(lines) + "\n"


def page_file(page: PlannedPage, plan: Plan) -> str:
    """The Markdown of a page."""
    pieces: list[str] = []
    before: object = None
    ordered = False
    depth = 0
    for block in page.blocks:
        if isinstance(block, PlannedHeading):
            mark = mark_of(block.plain)
            heading = f"{'#' * min(block.level, 6)} {_heading(block.text)}"
            pieces.append(f"{heading}\n{mark}" if mark else heading)
        elif isinstance(block, PlannedBlock):
            pieces.append(_purposes(block, plan))
        elif isinstance(block, PlannedTable):
            pieces.append(_table(block))
        else:
            is_behind = isinstance(before, Line) and before.is_item and block.is_item
            # A list cannot begin deeper than one level below the item before it.
            depth = min(block.depth, depth + 1) if is_behind else 0
            text = _line(block, depth)
            if not text:
                continue
            if is_behind and depth == 0 and block.is_ordered != ordered:
                pieces.append("<!-- another list -->")
                is_behind = False
            ordered = block.is_ordered if depth == 0 else ordered
            if is_behind and pieces:
                pieces[-1] += f"\n{text}"
            else:
                pieces.append(text)
        before = block
    return "\n\n".join(pieces) + "\n"


HEADING, CELL, LINE = "heading", "cell", "line"
"""What a text of a page's prose is. A line is a paragraph or an item, which editions confuse."""


def prose_of(page: PlannedPage) -> list[tuple[str, str, str]]:
    """The page's prose in order: inline Markdown, what a reader sees of it, and its kind."""
    texts: list[tuple[str, str, str]] = []
    for block in page.blocks:
        if isinstance(block, PlannedHeading):
            texts.append((block.text, block.plain, HEADING))
        elif isinstance(block, PlannedTable):
            texts += ((words, plain, CELL) for words, plain in block.plain)
        elif isinstance(block, Line) and block.text:
            texts.append((paragraph(markdown(block.runs)), block.text, LINE))
    return texts


def _heading(text: str) -> str:
    """A heading's text: numbers signs at its end would be taken for its closing."""
    return re.sub(r"(#+)$", r"\\\1", text)


def _line(line: Line, depth: int) -> str:
    text = markdown(line.runs)
    if not text:
        return ""
    if not line.is_item:
        return paragraph(text)
    mark = "1." if line.is_ordered else "-"
    return f"{'    ' * depth}{mark} {paragraph(text)}"


def _table(table: PlannedTable) -> str:
    head, *rows = table.rows
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _purposes(block: PlannedBlock, plan: Plan) -> str:
    lines = ["::: purposes"]
    # Never without either: the block would show whatever else the project has, or will have.
    if block.records == tuple(block.section.records):
        lines.append(f"    section: {scalar(block.section.id)}")
    else:
        lines.append(f"    records: {_list(record.id for record in block.records)}")
    if block.together:
        lines.append("    layout: together")
    if block.columns != plan.columns:
        lines.append(f"    columns: {_list(block.columns)}")
    return "\n".join(lines)


@dataclass(frozen=True, kw_only=True)
class Words:
    """What a new project says that no document has, in the source's language."""

    source: str
    """Id of the source locale."""
    title: str
    """Of a notice that names itself nowhere."""
    index_title: str
    """Of the page that lists kinds of personal data."""
    draft: str = ""
    """Stands above drafts; none where the tool's own line is in the language."""


def configuration(starter: str, plan: Plan, words: Words) -> str:
    """The `mkdocs.yml` of a new project, from the one that every new notice starts from."""
    source, index_title = scalar(words.source), words.index_title
    head, _, tail = starter.partition("\nnav:\n")
    _, _, rest = tail.partition("\n\n")
    head = re.sub(r"(?m)^site_name: .*$", lambda _: f"site_name: {scalar(plan.title)}", head)
    head = re.sub(r"(?m)^site_description: .*\n", "", head)
    head = head.replace("source_locale: en", f"source_locale: {source}")
    head = head.replace("        - en\n", f"        - {source}\n", 1)
    if plan.columns and plan.columns != ("purpose", "personal_data"):
        head = head.rstrip() + f"\n      columns: {_list(plan.columns)}\n"
    if plan.extra:
        head = head.rstrip() + "\n      extra_columns:\n"
        head += "".join(
            f"        {scalar(name)}: {scalar(text)}\n" for name, text in plan.extra.items()
        )
    if words.draft:
        head = head.rstrip() + f"\n      words:\n        draft: {scalar(words.draft)}\n"
    nav = [f"  - {scalar(page.title)}: {page.uri}" for page in plan.pages]
    if plan.kinds:
        nav.append(f"  - {scalar(index_title)}: your-data.md")
    if any(isinstance(block, PlannedTable) for page in plan.pages for block in page.blocks):
        rest = rest.replace("  - toc:", "  - tables\n  - toc:")
    return f"{head.rstrip()}\n\nnav:\n" + "\n".join(nav) + f"\n\n{rest}"
