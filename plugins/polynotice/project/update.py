"""Writes the template of messages, and merges them into the catalogues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from polynotice.catalogues import merge, po_files, po_headers
from polynotice.catalogues.likeness import likeness
from polynotice.catalogues.po_format import PoFile
from polynotice.catalogues.started import started
from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.core.work_done import step_by_step
from polynotice.project.project import Project


@dataclass(frozen=True, kw_only=True)
class Updated:
    """What an update did: the files that it changed, and what kept it from others."""

    changed: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


def update_catalogues(project: Project, only: Sequence[str] = (), *, write: bool = True) -> Updated:
    """Writes the template, and merges its messages into every catalogue, or those of `only`.

    A catalogue that cannot be read is left as it is. Without `write` nothing is written, and
    what would change is reported.
    """
    entries = [merge.template_entry(message) for message in project.messages]
    root = project.site.root
    template = PoFile(header=po_headers.template_header(), entries=tuple(entries))
    files = {po_files.TEMPLATE: template}
    for locale in step_by_step("Catalogues", project.site.settings.translated):
        po = project.catalogues.get(locale.id)
        if po is not None and (not only or locale.id in only):
            merged = merge.merge(po, entries, likeness)
            filled = started(merged.entries, locale, project.site.settings.source)
            merged = replace(merged, entries=filled)
            files[po_files.path_of(locale)] = po_headers.with_header(merged, locale)
    changed = []
    problems = [p for p in project.problems if p.code == "unreadable-catalogue"]
    for name, po in files.items():
        try:
            if write:
                po_files.remove_leftovers(root, name)
            if po_files.write_catalogue(root, name, po, dry=not write):
                changed.append(name)
        except OSError as error:
            problems.append(unwritable(name, error))
    return Updated(changed=tuple(changed), problems=tuple(problems))


def unwritable(name: str, error: OSError) -> Problem:
    """What is wrong where the disk does not take a catalogue."""
    return Problem(
        code="unwritable-catalogue",
        span=Span(name),
        message=f"The catalogue cannot be written: {error.strerror}.",
        hint="What was there is still there; make space, or fix its permissions.",
    )
