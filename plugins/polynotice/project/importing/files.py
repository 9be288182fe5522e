"""The files that a plan becomes, by their paths in the project."""

from __future__ import annotations

from collections.abc import Container

from polynotice.project.importing.names import free
from polynotice.project.importing.planned import Plan
from polynotice.project.importing.runs import escaped
from polynotice.project.importing.written import (
    Words,
    configuration,
    kinds_file,
    page_file,
    section_file,
)

INDEX_PAGE = "your-data.md"


def files_of(
    plan: Plan,
    words: Words,
    *,
    standing: Container[str],
    starter: str | None,
    config: str = "mkdocs.yml",
) -> dict[str, str]:
    """Each file's text by its path; what is `standing` there already is written beside it.

    `starter` is the configuration that a new project starts from, and `config` the name of its
    file; without it there is a project.
    """
    files: dict[str, str] = {}

    def add(path: str, text: str) -> None:
        stem, dot, ending = path.rpartition(".")
        beside = path
        if path in standing:
            beside = f"{stem}-imported{dot}{ending}"
            while beside in standing or beside in files:
                stem = free(f"{stem}-imported", {stem})
                beside = f"{stem}{dot}{ending}"
        files[beside] = text

    if starter is not None:
        add(config, configuration(starter, plan, words))
    for page in plan.pages:
        add(f"docs/{page.uri}", page_file(page, plan))
    for number, section in enumerate(plan.sections, start=1):
        add(f"notice_data/{number}-{section.id}.yml", section_file(section))
    if plan.kinds:
        add("notice_data/data-categories.yml", kinds_file(plan.kinds))
        if starter is not None:
            add(f"docs/{INDEX_PAGE}", f"# {escaped(words.index_title)}\n\n::: data-index\n")
    return files
