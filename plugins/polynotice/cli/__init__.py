"""The command `polynotice`."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, NoReturn

import click
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from polynotice import __version__, status_table
from polynotice.catalogues import po_files
from polynotice.checks.waivers import WAIVABLE
from polynotice.core import locales
from polynotice.core.problems import Problem, Severity, errors
from polynotice.files import git_history
from polynotice.mkdocs_host import mkdocs_errors, mkdocs_site
from polynotice.notice import record_schema
from polynotice.project import progress, starter
from polynotice.project.add_locale import start_catalogue
from polynotice.project.check import check_project, hindrances
from polynotice.project.load import load_project
from polynotice.project.project import Project
from polynotice.project.update import update_catalogues
from polynotice.verify import content_security, site_verifier
from polynotice.verify.site_verifier import Verifier

as_json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-f",
    "--config-file",
    default="mkdocs.yml",
    show_default=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The project's MkDocs configuration.",
)
@click.version_option(__version__)
@click.pass_context
def main(context: click.Context, config_file: Path) -> None:
    """Check, translate and prove a privacy notice in many locales.

    Exit status: 0 fine, 1 problems found, 2 wrong usage.
    """
    context.obj = config_file


@main.command()
@as_json_option
@click.pass_obj
def check(config_file: Path, as_json: bool) -> None:
    """Check records, pages and catalogues, without building."""
    loaded = _load(config_file, as_json)
    found = check_project(loaded)
    is_about_words = any(problem.code in WAIVABLE for problem in found)
    _finish(found, as_json, note=_HOW_TO_WAIVE if is_about_words else "")


_HOW_TO_WAIVE = "Where a check is wrong, say so above the entry: # polynotice: ignore <its code>"


@main.command()
@click.argument("locales", nargs=-1, metavar="[LOCALE]...")
@click.option("--check", "dry", is_flag=True, help="Change nothing; exit 1 if anything would.")
@as_json_option
@click.pass_obj
def update(config_file: Path, locales: Sequence[str], dry: bool, as_json: bool) -> None:
    """Extract the messages, and merge them into every catalogue, or those of LOCALE."""
    loaded = _load(config_file, as_json)
    known = [locale.id for locale in loaded.site.settings.translated]
    for name in locales:
        if name not in known:
            raise click.BadParameter(f"{name} is not among the locales: {', '.join(known)}.")
    if hindrances(loaded):
        _finish(loaded.problems, as_json, note="Nothing was changed.")
    updated = update_catalogues(loaded, locales, write=not dry)
    if as_json:
        would_change = dry and bool(updated.changed)
        changed = list(updated.changed)
        _finish(updated.problems, as_json, failed=would_change, changed=changed)
    for name in updated.changed:
        click.echo(f"{'would change' if dry else 'changed'}: {name}")
    _finish(updated.problems, as_json, failed=dry and bool(updated.changed))


@main.command()
@click.option("--missing", metavar="LOCALE", help="List what is left to translate in LOCALE.")
@as_json_option
@click.pass_obj
def status(config_file: Path, missing: str | None, as_json: bool) -> None:
    """Tell how far each locale is, or what is left in one."""
    loaded = _load(config_file, as_json)
    versions = git_history.versions(loaded.site.root, po_files.TEMPLATE)
    found = progress.status(loaded, versions)
    if missing is not None and missing not in found:
        raise click.BadParameter(f"{missing} is not among the locales: {', '.join(found)}.")
    left = progress.waiting_in(loaded, locales.find_locale(missing)) if missing else []
    found = {one: each for one, each in found.items() if missing in (None, one)}
    unreadable = [
        problem
        for problem in loaded.problems
        if problem.code == "unreadable-catalogue" and problem.locale in found
    ]
    in_the_way = hindrances(loaded)
    found_problems = [*in_the_way, *unreadable]
    if as_json:
        numbers: dict[str, dict[str, Any]] = {one: asdict(each) for one, each in found.items()}
        if missing:
            numbers[missing]["left"] = [each.as_json() for each in left]
        _print_json({"locales": numbers}, found_problems)
    if not missing:
        status_table.show(found)
    elif not unreadable:
        status_table.show_waiting(left)
    note = "The numbers leave out what cannot be read." if in_the_way else ""
    _finish(found_problems, as_json, note=note)


def _print_json(document: dict[str, Any], problems: Sequence[Problem]) -> NoReturn:
    """Prints a document that holds problems only if there are any, and ends the program."""
    if problems:
        document["problems"] = [problem.as_json() for problem in problems]
    _echo_json(document)
    sys.exit(1 if problems else 0)


@main.command("add-locale")
@click.argument("locale")
@click.pass_obj
def add_locale(config_file: Path, locale: str) -> None:
    """Start a catalogue for LOCALE, such as pt-BR."""
    loaded = _load(config_file, as_json=False)
    if hindrances(loaded):
        _finish(loaded.problems, as_json=False, note="Nothing was changed.")
    settings = loaded.site.settings
    try:
        one = locales.find_locale(locale)
        if one == settings.source or one.is_pseudo:
            raise click.BadParameter(f"{one.id} needs no catalogue.")
        started = start_catalogue(loaded, one.id)
    except locales.UnknownLocaleIdError:
        raise click.BadParameter(
            f'There is no locale "{locale}". Use a BCP 47 id, such as pt-BR.'
        ) from None
    except FileExistsError as error:
        raise click.ClickException(f"{error} is there already; it was left as it is.") from None
    if started.problems:
        _finish(started.problems, as_json=False)
    click.echo(f"started: {started.changed[0]}")
    if one not in settings.locales:
        click.echo(f"Now add `- {one.id}: {{publish: false}}` to `locales` in {config_file.name}.")


@main.command()
@click.argument("site_dir", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--manifest",
    "approved",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Hold it against this manifest alone, that of the approved site.",
)
@as_json_option
@click.pass_obj
def verify(config_file: Path, site_dir: Path, approved: Path | None, as_json: bool) -> None:
    """Hold a built site against records and catalogues, row by row, locale by locale."""
    if approved is not None:
        _finish(site_verifier.problems_by_manifest(site_dir, approved), as_json)
    loaded = _load(config_file, as_json)
    _finish([*errors(loaded.problems), *Verifier(loaded).problems(site_dir)], as_json)


@main.command()
@click.argument("site_dir", type=click.Path(exists=True, file_okay=False, path_type=Path))
@as_json_option
def csp(site_dir: Path, as_json: bool) -> None:
    """Print the strictest Content-Security-Policy under which a built site works."""
    policy, found = content_security.read_policy(site_dir)
    if as_json:
        _finish(found, as_json, policy=str(policy))
    if found:
        _finish(found, as_json, note="No strict policy lets this pass.")
    click.echo(str(policy))


@main.command()
@click.pass_obj
def schema(config_file: Path) -> None:
    """Print the JSON Schema of the files of records, with the project's own columns."""
    loaded = _load(config_file, as_json=False)
    document = record_schema.json_schema(loaded.site.settings.extra_columns)
    _echo_json(document)


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def init(folder: Path) -> None:
    """Start a notice of your own in FOLDER."""
    try:
        names = starter.write_starter_files(folder)
    except FileExistsError as error:
        raise click.ClickException(f"{error} is there already; nothing was written.") from None
    except OSError as error:
        what = f"{error.filename or folder}: {error.strerror}"
        raise click.ClickException(f"{what}; nothing was written.") from None
    for name in names:
        click.echo(f"wrote: {folder / name}")
    click.echo(f"Now: cd {folder} && mkdocs serve")


def _load(config_file: Path, as_json: bool) -> Project:
    """The project of that configuration. Ends the program if there is none."""
    if not config_file.is_file():
        raise click.UsageError(f"There is no file {config_file}. Name it with -f.")
    with mkdocs_errors.logged(logging.WARNING) as told:
        try:
            config = load_config(str(config_file))
        except _OF_MKDOCS as error:
            _finish(mkdocs_errors.problems_of(error, told, config_file.absolute()), as_json)
    for line in told:
        click.echo(line, err=True)
    plugin = config.plugins.get("polynotice")
    if plugin is None:
        raise click.UsageError(f"{config_file} does not list the plugin polynotice.")
    return load_project(*mkdocs_site.read_site(config, dict(plugin.config.data)))


_OF_MKDOCS = (
    *(MkDocsException, OSError),
    # It looks at some values before it knows what they are, and nests as deep as they do.
    *(AttributeError, LookupError, TypeError, ValueError, RecursionError),
)


def _echo_json(document: Mapping[str, Any]) -> None:
    text = json.dumps(document, indent=2, ensure_ascii=False)
    # The name of a file may have bytes that are no text: what stands for them, JSON escapes, too.
    click.echo(text.encode("utf-8", "backslashreplace").decode())


def _finish(
    problems: Iterable[Problem], as_json: bool, *, failed: bool = False, note: str = "", **more: Any
) -> None:
    """Prints the problems, and ends the program with the status that they call for."""
    found = list(problems)
    if as_json:
        document = {**more, "problems": [problem.as_json() for problem in found]}
        _echo_json(document)
    else:
        for problem in found:
            click.echo(str(problem))
        if found:
            click.echo(" ".join(filter(None, (_count(found), note))), err=True)
    sys.exit(1 if failed or errors(found) else 0)


def _count(problems: Sequence[Problem]) -> str:
    counts = []
    for severity in Severity:
        number = sum(problem.severity is severity for problem in problems)
        if number:
            counts.append(f"{number} {severity}{'' if number == 1 else 's'}")
    return f"{', '.join(counts)}."


if __name__ == "__main__":
    main()
