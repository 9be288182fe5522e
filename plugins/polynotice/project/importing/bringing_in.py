"""The use case: documents become the files of a project."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from polynotice.catalogues.own_words import own_words
from polynotice.catalogues.vocabularies import names_of_kinds
from polynotice.core.locales import Locale
from polynotice.files.replacing import write_new_files
from polynotice.notice.columns import FIELDS
from polynotice.notice.legal_bases import texts_of_bases
from polynotice.notice.settings import RESERVED
from polynotice.project.importing.bases import propose_bases
from polynotice.project.importing.document import Document, Table
from polynotice.project.importing.files import INDEX_PAGE, files_of
from polynotice.project.importing.headers import folded
from polynotice.project.importing.kinds import propose
from polynotice.project.importing.plan import Taken, plan_of
from polynotice.project.importing.planned import Plan
from polynotice.project.importing.written import Words
from polynotice.project.project import Project
from polynotice.project.starter import FILES


@dataclass(frozen=True, kw_only=True)
class Brought:
    """What is to be written, and what it was planned from."""

    plan: Plan
    files: Mapping[str, str]
    """Texts by their paths in the project."""
    pages: Mapping[str, str]
    """The paths below `docs/` of the plan's pages as they are written."""
    beside: tuple[str, ...]
    """Paths that stood there already."""


def bring_in(
    documents: Sequence[Document],
    *,
    given: Mapping[str, str],
    source: Locale,
    standing: Iterable[str],
    project: Project | None,
    config: str,
) -> Brought:
    """Plans the files of a new project, or those that an existing one is to have as well.

    `given` maps headers to fields, `standing` are the paths of files that are there already,
    and `config` is the name of the configuration.
    """
    there = frozenset(standing)
    words = _words(source)
    plan = plan_of(documents, given, _taken(there, project), words.title)
    known = {c.id: c.name.msgid for c in project.notice.categories} if project else {}
    plan.kinds = propose(plan.records, known, names_of_kinds(source), source.id)
    propose_bases(plan.records, texts_of_bases(source))
    starter = None if project else (FILES / "mkdocs.yml").read_text(encoding="utf-8")
    files = files_of(plan, words, standing=there, starter=starter, config=config)
    uris = [page.uri for page in plan.pages]
    pages = dict(zip(uris, _pages(files)[: len(uris)], strict=True))
    wanted = {config, f"docs/{INDEX_PAGE}", *(f"docs/{uri}" for uri in uris)}
    return Brought(
        plan=plan,
        files=files,
        pages=pages,
        beside=tuple(name for name in files if "-imported" in name and name not in wanted),
    )


def _words(source: Locale) -> Words:
    if source.id.partition("-")[0] == "en":
        return Words(source=source.id, title="Privacy notice", index_title="Your data")
    own = own_words(source)
    # Its second sentence names the language that prevails, which is English there.
    draft = re.split(r"(?<=[.。।])\s*", own.get("words/draft", ""))[0]
    title, index_title = own.get("words/full", "Notice"), own.get("words/data_index", "Your data")
    return Words(source=source.id, title=title, index_title=index_title, draft=draft)


def _pages(files: Mapping[str, str]) -> list[str]:
    return [path.removeprefix("docs/") for path in files if path.startswith("docs/")]


def _taken(standing: frozenset[str], project: Project | None) -> Taken:
    pages = frozenset(path.removeprefix("docs/") for path in standing if path.startswith("docs/"))
    if project is None:
        return Taken(pages=pages | {INDEX_PAGE})
    notice = project.notice
    ids = {purpose.id for purpose in notice.purposes} | notice.broken
    return Taken(
        ids=frozenset(ids),
        sections=frozenset(section.id for section in notice.sections),
        pages=pages,
        columns=tuple(project.site.settings.extra_columns),
        shown=project.site.settings.columns,
        is_new=False,
    )


def fields_of(columns: str) -> dict[str, str]:
    """What `--columns` says: fields by their headers, or by the numbers of their columns.

    A comma in a header is part of it. Raises `ValueError` with what is wrong.

    >>> fields_of("Why=purpose, What data=personal_data")
    {'Why': 'purpose', 'What data': 'personal_data'}
    >>> fields_of("Why, and how=purpose")
    {'Why, and how': 'purpose'}
    """
    fields: dict[str, str] = {}
    known = ", ".join(FIELDS)
    for each in _pairs(columns):
        header, sign, name = each.rpartition("=")
        header, name = header.strip(), name.strip()
        if not sign or not header or not name.isascii() or not name.isidentifier():
            raise ValueError(f'"{each}" is not HEADER=field, such as "Why=purpose".')
        if not name[0].isalpha() or name != name.lower():
            raise ValueError(f'"{name}" cannot be a field: write one of {known}, or a name in a-z.')
        if name in RESERVED and name not in FIELDS:
            raise ValueError(f'"{name}" is no column of a table: write one of {known}, or another.')
        if header.isdigit() and name in (fields[one] for one in fields if one.isdigit()):
            raise ValueError(f'"{name}" is given to two columns: give each one of its own.')
        fields[header] = name
    return fields


def _pairs(columns: str) -> list[str]:
    """What stands between commas, together with what it belongs to: each ends with a field."""
    pairs: list[str] = []
    begun: list[str] = []
    for part in columns.split(","):
        begun += [part] if part.strip() or begun else []
        if "=" in part:
            pairs.append(",".join(begun).strip())
            begun = []
    return [*pairs, *filter(None, [",".join(begun).strip(" ,")])]


def headers_of_no_table(documents: Sequence[Document], given: Mapping[str, str]) -> list[str]:
    """Those of the given headers that no cell of the documents has; numbers are none."""
    tables = [block for each in documents for block in each.blocks if isinstance(block, Table)]
    cells = {folded(cell.text) for table in tables for row in table.rows for cell in row}
    return [each for each in given if not each.isdigit() and folded(each) not in cells]


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    """Writes new files: all of them, or none. Raises `OSError` if the disk does not take them."""
    write_new_files(folder, {name: text.encode() for name, text in files.items()})
