"""`polynotice changes`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from polynotice.cli.output import as_json_option, finish, finish_json
from polynotice.cli.project_file import load_or_finish
from polynotice.cli.release import day
from polynotice.cli.releases import CODES
from polynotice.core.model import Span
from polynotice.core.problems import Problem, printable
from polynotice.notice.release_form import FrozenLocale
from polynotice.project.project import Project
from polynotice.project.releases.archive_content import header_of
from polynotice.project.releases.changes import Changes, TextChange, changes_between
from polynotice.project.releases.freezing import freeze
from polynotice.project.releases.in_force import in_force
from polynotice.project.releases.reading import Release
from polynotice.project.releases.redline import redline
from polynotice.project.releases.redline_files import Redline, docx_of, html_of
from polynotice.project.releases.version import NOTHING, Version, records_in, version_of
from polynotice.project.releases.word_difference import word_difference
from polynotice.project.releases.words import words_in


@click.command("changes")
@click.argument("old", metavar="[FROM", required=False)
@click.argument("new", metavar="[TO]]", required=False)
@click.option("--locale", "locale", metavar="LOCALE", help="In whose words; else the source's.")
@click.option(
    "--docx",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the whole notice with tracked changes, for Word and LibreOffice.",
)
@click.option(
    "--html",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write it with what was put in and taken out, for the browser.",
)
@as_json_option
@click.pass_obj
def command(
    config_file: Path,
    old: str | None,
    new: str | None,
    locale: str | None,
    docx: Path | None,
    html: Path | None,
    as_json: bool,
) -> None:
    """Show what changed, row by row: since a release, or from one to another.

    Without TO, up to what the project says now; without FROM, since the last release.
    """
    project = load_or_finish(config_file, as_json)
    problems = [problem for problem in project.problems if problem.code in CODES]
    if problems:  # without a release that is damaged, another one would be compared
        finish(problems, as_json)
    start = _before(project, old)
    end = _released(project, new) if new else _now(project)
    locale = locale or project.site.settings.source.id
    known = list(dict.fromkeys([*end.locales, *start.locales]))
    if locale not in known:
        raise click.BadParameter(f"{locale} is not among the locales: {', '.join(known)}.")
    changes = changes_between(start, end, locale)
    if docx or html:
        made = _redline(start, end, locale)
        written = {docx: docx_of(made), html: html_of(made).encode()}
        problems = list(_unwritten({path: data for path, data in written.items() if path}))
    if as_json:
        finish_json(changes.as_json(), problems)
    what = f"from {changes.old or 'nothing'} to {changes.new or 'now'}, in {locale}"
    click.echo(f"What changed {what}:" if changes else f"No change {what}.")
    for line in _lines(changes, start, end):
        click.echo(line)
    finish(problems, as_json)


def _before(project: Project, given: str | None) -> Version:
    if given:
        return _released(project, given)
    return version_of(project.releases[-1]) if project.releases else NOTHING


def _now(project: Project) -> Version:
    locales = {each.locale: each for each in freeze(project)}
    return Version(source=project.site.settings.source.id, locales=locales)


def _released(project: Project, given: str) -> Version:
    """The release of that date, or else that which was in force on it."""
    date = day(given)
    exact = next((one for one in project.releases if one.date == date), None)
    current = in_force(project.releases, date)
    if exact and exact is not current:
        click.echo(_not_in_force(exact, current), err=True)
    release = exact or current
    if release is None:
        known = ", ".join(one.head.date for one in project.releases) or "none"
        raise click.BadParameter(f"No release was in force on {given}. There are: {known}.")
    return version_of(release)


def _not_in_force(release: Release, current: Release | None) -> str:
    """That the release of a day is compared, and which was in force on the day."""
    head = release.head
    other = (
        f"`changes {current.head.date}` compares the release that was"
        if current
        else "No release was"
    )
    return (
        f"The release of {head.date} is compared, which is in force only from {head.effective} "
        f"on. {other} in force on {head.date}."
    )


def _redline(old: Version, new: Version, locale: str) -> Redline:
    said = new.in_locale(locale)
    return Redline(
        locale=said.locale if said else locale,
        direction=said.direction if said else "ltr",
        title=said.site_name if said else "",
        old=old.date or "0",
        new=new.date or "…",
        paragraphs=redline(old, new, locale),
    )


def _unwritten(files: Mapping[Path, bytes]) -> Iterator[Problem]:
    """Writes the files; gives what is wrong with those that cannot be."""
    for path, data in files.items():
        try:
            path.write_bytes(data)
        except OSError as error:
            yield Problem(
                code="bad-release",
                span=Span(path.as_posix()),
                message=f"The file cannot be written: {error.strerror or error}.",
                hint="Name another with `--docx` or `--html`.",
            )


def _lines(changes: Changes, old: Version, new: Version) -> Iterator[str]:
    """The changes as a reader knows what changed: by titles and headers, ids behind them."""
    locale = changes.locale
    before, after = old.in_locale(locale), new.in_locale(locale)
    titles = _titles_of_records(before) | _titles_of_records(after)
    pages = _titles_of_pages(before) | _titles_of_pages(after)
    for record in changes.records:
        was = f" (formerly {record.formerly})" if record.formerly else ""
        way = [_named(pages, path) for path in record.pages or ()]
        where = f" from {way[0]} to {way[1]}" if way else ""
        yield f"{record.change} {_named(titles, record.id)}{was}{where}"
        for name, text in record.fields.items():
            header = header_of(after, name)
            header = header_of(before, name) if header == name else header
            yield f"    {printable(header)}: {_marked(text)}"
    for page in changes.pages:
        yield f"{page.change} {_named(pages, page.path)}"
        for text in page.texts:
            yield f"    {_marked(text)}"
    for name, text in changes.words.items():
        yield f"{name}: {_marked(text)}"


def _titles_of_records(locale: FrozenLocale | None) -> dict[str, str]:
    fields = {name: record.fields for name, record in records_in(locale).items()}
    return {name: words_in(each["title"]) for name, each in fields.items() if "title" in each}


def _titles_of_pages(locale: FrozenLocale | None) -> dict[str, str]:
    return {page.path: page.title for page in locale.pages} if locale else {}


def _named(titles: Mapping[str, str], name: str) -> str:
    """What has a title by that, and the name behind it; else by the name."""
    return f"{printable(titles[name])} ({name})" if name in titles else name


def _marked(text: TextChange) -> str:
    """What was taken out as [-…-], what was put in as {+…+}, as git marks words."""
    pieces = word_difference(text.old or "", text.new or "")
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(marks[one.kind].format(printable(one.text)) for one in pieces)
