"""`polynotice import`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any, NoReturn

import click

from polynotice.cli.import_edition import (
    bring_in_edition,
    finish_edition,
    trial_of,
    without_bytecode,
)
from polynotice.cli.import_remarks import echo_language, echo_remarks, remarks_as_json
from polynotice.cli.output import as_json_option, counted, echo_json
from polynotice.cli.project_file import load_or_finish
from polynotice.core.locales import Locale, UnknownLocaleIdError, find_locale
from polynotice.core.problems import Problem, errors
from polynotice.files.text_files import UnreadableFileError, read_bytes
from polynotice.project.importing.accounting import Account, account
from polynotice.project.importing.bringing_in import (
    Brought,
    bring_in,
    fields_of,
    headers_of_no_table,
    write_files,
)
from polynotice.project.importing.document import Document, ImportRefusedError
from polynotice.project.importing.readers import MOST_BYTES, read_document
from polynotice.project.project import Project


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    help="The project's folder, made if it is not there; the current one if left out.",
)
@click.option("--locale", "locale_id", help="The language of the files; the source's if left out.")
@click.option("--columns", default="", help="Fields of columns: HEADER=field,…")
@click.option(
    "--tracked",
    type=click.Choice(["accept", "reject"]),
    help="What becomes of tracked changes in Word; refused if left out.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@as_json_option
@click.pass_obj
def command(
    config_file: Path,
    files: Sequence[Path],
    into: Path | None,
    locale_id: str | None,
    columns: str,
    tracked: str | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Bring a notice in from Word, Excel, CSV, web pages, Markdown or pasted tables."""
    if dry_run:
        click.get_current_context().with_resource(without_bytecode())
    try:
        given = fields_of(columns)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--columns") from None
    locale = _locale(locale_id)
    documents = [_read(file, tracked) for file in files]
    if unknown := headers_of_no_table(documents, given):
        raise click.BadParameter(f'No table has the header "{unknown[0]}".', param_hint="--columns")
    config = into / config_file.name if into is not None else config_file
    folder = config.parent
    project = load_or_finish(config, as_json, drafts=True) if config.is_file() else None
    if project and locale and locale != project.site.settings.source:
        with trial_of(folder, config) if dry_run else nullcontext(folder) as place:
            edition = bring_in_edition(place / config.name, documents, given, locale, as_json)
        finish_edition(edition, folder, as_json, dry_run=dry_run)
    source, why = _source(project, locale, documents)
    brought = bring_in(
        documents,
        given=given,
        source=source,
        standing=_standing(config),
        project=project,
        config=config.name,
    )
    with _place(folder, config, brought, dry_run=dry_run) as place:
        written = load_or_finish(place / config.name, as_json, drafts=True)
        result = account(brought.plan, written, brought.pages)
        problems = errors(written.problems)  # now: a trial's files are gone behind this
    if why and not as_json:
        echo_language(source, why)
    _finish(brought, result, folder, problems, as_json, dry_run=dry_run)


def _locale(locale_id: str | None) -> Locale | None:
    try:
        return find_locale(locale_id) if locale_id else None
    except UnknownLocaleIdError:
        raise click.BadParameter(f'There is no locale "{locale_id}".') from None


def _source(
    project: Project | None, locale: Locale | None, documents: Sequence[Document]
) -> tuple[Locale, str]:
    """The language of the documents, and why it is that, if the command does not say it."""
    if project:
        why = "" if locale else "for that is the notice's source language"
        return project.site.settings.source, why
    if locale:
        return locale, ""
    for document in documents:
        try:
            return find_locale(document.lang.partition("-")[0]), f"as {document.path} says"
        except UnknownLocaleIdError:
            continue
    return find_locale("en"), "for none of them says what it is in"


def _read(file: Path, tracked: str | None) -> Document:
    try:
        return read_document(read_bytes(file, MOST_BYTES), str(file), tracked)
    except FileNotFoundError:
        raise click.UsageError(f"There is no file {file}.") from None
    except UnreadableFileError as error:
        raise click.ClickException(f"{file}: {error.reason}. {error.hint}") from None
    except ImportRefusedError as error:
        raise click.ClickException(f"{file}: {error} Nothing was written.") from None


def _standing(config: Path) -> list[str]:
    folder = config.parent
    names = [
        config,
        *(folder / "docs").rglob("*"),
        *(folder / "notice_data").rglob("*"),
    ]
    return [path.relative_to(folder).as_posix() for path in names if path.is_file()]


@contextmanager
def _place(folder: Path, config: Path, brought: Brought, *, dry_run: bool) -> Iterator[Path]:
    """Where the files were written: in the folder, or in one for a trial."""
    with trial_of(folder, config) if dry_run else nullcontext(folder) as place:
        try:
            write_files(place, brought.files)
        except OSError as error:
            what = f"{error.filename or folder}: {error.strerror}"
            raise click.ClickException(f"{what}; nothing was written.") from None
        yield place


def _finish(
    brought: Brought,
    result: Account,
    folder: Path,
    problems: Sequence[Problem],
    as_json: bool,
    *,
    dry_run: bool,
) -> NoReturn:
    plan = brought.plan
    written = [str(folder / name) for name in brought.files]
    if as_json:
        listed = {"problems": [each.as_json() for each in problems]} if problems else {}
        echo_json({**_document(brought, result, written), **listed})
    else:
        for left in result.left:
            click.echo(f'{left.path}: {left.place}: left: "{left.text}": {left.why}.')
        echo_remarks(plan)
        for name in written:
            click.echo(f"{'would write' if dry_run else 'wrote'}: {name}")
        for problem in problems:
            click.echo(str(problem))
        for name in brought.beside:
            click.echo(f"{name}: stands beside a file that was there; join the two by hand.")
        parts = (
            counted(plan.tables, "table"),
            counted(len(plan.records), "record"),
            counted(len(plan.pages), "page"),
        )
        taken = f"{result.taken} of {counted(result.cells, 'text')} taken, {len(result.left)} left"
        click.echo(f"{', '.join(parts)}: {taken}.", err=True)
    sys.exit(1 if result.left or problems or not plan.records else 0)


def _document(brought: Brought, result: Account, written: Sequence[str]) -> Mapping[str, Any]:
    plan = brought.plan
    return {
        "tables": plan.tables,
        "rows": len(plan.records),
        "cells": result.cells,
        "taken": result.taken,
        "left": [left.as_json() for left in result.left],
        **remarks_as_json(plan),
        "records": len(plan.records),
        "pages": len(plan.pages),
        "written": list(written),
        "messages": {"translated": 0, "fuzzy": 0, "left": 0},
    }
