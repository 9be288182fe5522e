"""What a project says that its newest release does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from polynotice.core.memory import key_of
from polynotice.core.model import Span
from polynotice.core.problems import Problem, Severity
from polynotice.project.project import Project

if TYPE_CHECKING:
    from polynotice.project.releases.changes import Changes


def unreleased(project: Project) -> dict[str, str]:
    """The first thing in which each published locale differs from the newest release, by its id.

    Words count, and where links lead; what a newer version of the tool writes otherwise does not.
    Without a release, nothing does. To be asked of a project without errors.
    """
    if not project.releases:
        return {}
    drawer = project.memory.drawer("unreleased", dict[str, str])
    return drawer.recall(_key(project), lambda: dict(_differences(project)))


def problems_of_unreleased(project: Project, differences: Mapping[str, str]) -> Iterator[Problem]:
    """The warning that a site would say what no release says, if there is anything."""
    for locale, what in list(differences.items())[:1]:
        newest = project.releases[-1]
        yield Problem(
            code="unreleased",
            span=Span(f"releases/{newest.date}"),
            severity=Severity.WARNING,
            message="The notice says something else than its newest release, beginning with "
            f"this, in {locale}: {what}.",
            hint="See all with `polynotice changes`; freeze it with `polynotice release DATE`.",
        )


def _differences(project: Project) -> Iterator[tuple[str, str]]:
    from polynotice.project.releases.changes import changes_between  # here: it is remembered
    from polynotice.project.releases.freezing import freeze
    from polynotice.project.releases.version import Version, version_of

    newest = version_of(project.releases[-1])
    frozen = {one.locale: one for one in freeze(project)}
    now = Version(source=project.site.settings.source.id, locales=frozen)
    for locale, said in frozen.items():
        was = newest.locales.get(locale)
        if was is None:
            yield locale, "the release does not have this language"
        elif was != said and (changes := changes_between(newest, now, locale)):
            yield locale, _first(changes)


def _first(changes: Changes) -> str:
    for record in changes.records:
        fields = ", ".join(record.fields)
        return f"the record {record.id} was {record.change}" + (f" ({fields})" if fields else "")
    for page in changes.pages:
        return f"the page {page.path} was {page.change}"
    return f"{next(iter(changes.words))} is another"


def _key(project: Project) -> bytes | None:
    """The digest of all that decides it, if that is known."""
    site, markdown = project.site, project.site.markdown.key
    return markdown and key_of(
        markdown,
        project.notice,
        project.blocks,
        project.markdown.definitions,
        project.wordless,
        [(page.uri, page.body, page.words, site.url_of(page.uri)) for page in site.pages],
        site.words,
        site.navigation,
        site.targets,
        [
            (one.id, project.key_of_words(one), project.link_map_of(one))
            for one in site.settings.locales
            if site.settings.is_published(one)
        ],
        project.releases[-1].head.release_sha256,
    )
