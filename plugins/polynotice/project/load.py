"""Reads a project, and finds whatever is wrong before a catalogue is looked into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from polynotice.core.memory import Memory
from polynotice.core.problems import Problem
from polynotice.notice import glossaries, link_maps, records, requirement_lists
from polynotice.notice.columns import FIELDS
from polynotice.notice.later_records import without_words
from polynotice.project.catalogues import Catalogues
from polynotice.project.disclosures import disclosures
from polynotice.project.extraction import extract
from polynotice.project.lagging import let_lag
from polynotice.project.missing_disclosures import missing_disclosures
from polynotice.project.placeholders import placeholders
from polynotice.project.project import RECORDS, Project, Site
from polynotice.project.releases.reading import read_releases


def load_project(
    site: Site, problems: Sequence[Problem] = (), memory: Memory | None = None
) -> Project:
    """Reads the rest, and finds whatever is wrong before a catalogue is looked into.

    `problems` are those that reading the site has found already. What `memory` has of a file's
    text is not read again.
    """
    memory = memory or Memory()
    notice, record_problems = records.read_records(
        site.root / RECORDS,
        site.root,
        extra_columns=site.settings.extra_columns,
        source=site.settings.source,
        known=memory.drawer("records", records.Records),
    )
    settings = site.settings
    notice = replace(notice, words=settings.words, has_tags=settings.reader.data_tags)
    extraction = extract(site, notice, problems, memory)
    # What translators are asked for does not depend on the day.
    notice = replace(notice, as_of=settings.as_of)
    fields = [*FIELDS, *site.settings.extra_columns]
    lists, list_problems = requirement_lists.read_lists(
        site.settings.requirements, site.root, fields
    )
    mistakes_here = [
        *problems,
        *record_problems,
        *without_words(notice, settings.source),
        *extraction.problems,
        *list_problems,
    ]
    mistakes_here += placeholders(extraction.messages, extraction.marks)
    stated = disclosures(lists, notice, extraction.blocks.values(), extraction.marks)
    mistakes_here += missing_disclosures(
        stated, notice, extraction.marks, mistakes_here, are_lists_known=not list_problems
    )
    terms = {}
    links = {}
    locales = [locale for locale in site.settings.translated if not locale.is_pseudo]
    mistakes_beside: list[Problem] = []
    for locale in locales:
        glossary, mistakes = glossaries.read_glossary(site.root, locale)
        mistakes_beside += mistakes
        if glossary is not None:
            terms[locale.id] = glossary
        link_map, mistakes = link_maps.read_link_map(
            site.root, locale, extraction.messages, extraction.markdown.become_of
        )
        mistakes_beside += mistakes
        if link_map is not None:
            links[locale.id] = link_map
    releases, mistakes_in_releases = read_releases(site.root, memory.drawer("releases", bool))
    project = Project(
        site=site,
        notice=notice,
        messages=extraction.messages,
        blocks=extraction.blocks,
        markdown=extraction.markdown,
        wordless=extraction.wordless,
        catalogues=Catalogues(site.root, locales, memory),
        glossaries=terms,
        link_maps=links,
        releases=releases,
        requirements=lists,
        marks=extraction.marks,
        memory=memory,
        mistakes=(*mistakes_here, *mistakes_beside, *mistakes_in_releases),
    )
    lag = let_lag(project)
    return replace(project, mistakes=(*project.mistakes, *lag)) if lag else project
