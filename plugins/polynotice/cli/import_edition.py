"""`polynotice import --locale`: an edition in another language, into its catalogue."""

from __future__ import annotations

import json
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import click

from polynotice.catalogues import po_files
from polynotice.catalogues.started import words_of_the_tool
from polynotice.cli.import_remarks import echo_remarks, remarks_as_json
from polynotice.cli.output import counted, echo_json, finish
from polynotice.cli.project_file import load_or_finish
from polynotice.core.locales import Locale
from polynotice.files.replacing import put_back_if_it_fails
from polynotice.mkdocs_host.locale_in_config import Listing, listing_of
from polynotice.project.add_locale import start_catalogue
from polynotice.project.check import hindrances
from polynotice.project.importing.accounting import Account
from polynotice.project.importing.document import Document
from polynotice.project.importing.editions import pair
from polynotice.project.importing.into_catalogue import Filled, account_of, filled
from polynotice.project.importing.plan import Taken, plan_of
from polynotice.project.importing.planned import Plan
from polynotice.project.project import Project
from polynotice.project.update import update_catalogues

_NOT_TRIED = (".git", ".venv", "venv", "node_modules", ".cache")
"""What a project's folder has that a trial does not need: the rest may be named in its settings."""


@dataclass(frozen=True, kw_only=True)
class Edition:
    """What became of an edition."""

    plan: Plan
    filled: Filled
    account: Account
    written: tuple[str, ...]
    """Paths in the project."""
    open: int
    """Messages that nobody has translated yet."""


@contextmanager
def trial_of(folder: Path, config: Path) -> Iterator[Path]:
    """A folder with the parts of the project, if there is one, in which to try what would be."""
    with tempfile.TemporaryDirectory() as name:
        trial = Path(name)
        if config.is_file():
            _copy(folder, trial)
            _inherit(config, trial / config.name)
        yield trial


def _copy(folder: Path, trial: Path) -> None:
    """Copies what a trial needs. What links lead to is copied, lest the trial write there."""

    def left_out(path: str, names: list[str]) -> list[str]:
        built = ["site"] if (folder / "site/sitemap.xml").is_file() else []
        is_top = Path(path) == folder
        return [name for name in (*_NOT_TRIED, *built) if name in names and is_top]

    try:
        shutil.copytree(
            folder, trial, ignore=left_out, ignore_dangling_symlinks=True, dirs_exist_ok=True
        )
    except OSError as error:
        what = f"{error.filename or folder}: {error.strerror or 'not all of it can be copied'}"
        raise click.ClickException(
            f"{what}, so there is no trial. Copy the folder, and import into that."
        ) from None


def _inherit(config: Path, copy: Path) -> None:
    """Lets a copied configuration inherit the file that it inherits where it stands."""

    def absolute(match: re.Match[str]) -> str:
        name = match[2].strip().strip("'\"")
        return f"{match[1]}{json.dumps(str((config.parent / name).resolve()))}"

    text = copy.read_text("utf-8")
    copy.write_text(_INHERIT.sub(absolute, text), "utf-8")


_INHERIT = re.compile(r"^(INHERIT:[ \t]*)([^\n#]+)", re.MULTILINE)


@contextmanager
def without_bytecode() -> Iterator[None]:
    """Keeps Python from writing what it compiles beside a project's hooks."""
    before = sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    try:
        yield
    finally:
        sys.dont_write_bytecode = before


def bring_in_edition(
    config: Path,
    documents: Sequence[Document],
    given: Mapping[str, str],
    locale: Locale,
    as_json: bool,
) -> Edition:
    """Fills the catalogue of the locale from the documents; one that is not there is started.

    If that fails, nothing is changed.
    """
    project = load_or_finish(config, as_json, drafts=True)
    _refuse(project, locale, as_json)
    settings = project.site.settings
    listing = listing_of(locale, config, settings) if locale not in settings.locales else None
    if listing is not None and listing.text is None:
        raise click.ClickException(f"First {listing.instruction}")
    names = (po_files.path_of(locale), po_files.TEMPLATE)
    changed = [*(config.parent / name for name in names), *([listing.path] if listing else ())]
    try:
        with put_back_if_it_fails(changed):
            written = _started(config, locale, listing, as_json)
            return _filled_in(config, documents, given, locale, written, as_json)
    except OSError as error:
        what = f"{error.filename or config.parent}: {error.strerror}"
        raise click.ClickException(f"{what}; nothing was changed.") from None


def _filled_in(
    config: Path,
    documents: Sequence[Document],
    given: Mapping[str, str],
    locale: Locale,
    written: Sequence[str],
    as_json: bool,
) -> Edition:
    project = load_or_finish(config, as_json, drafts=True)
    name = po_files.path_of(locale)
    po = project.catalogues.get(locale.id)
    if po is None:
        finish(project.problems, as_json, note="Nothing was changed.", failed=True)
    plan = plan_of(documents, given, Taken(), "")
    pairing = pair(plan, project, documents[0].path)
    own = words_of_the_tool(po.entries, locale, project.site.settings.source)
    result = filled(po, pairing.matches, own)
    po_files.write_catalogue(project.site.root, name, result.po)
    project = load_or_finish(config, as_json, drafts=True)
    after = project.catalogues.get(locale.id)
    if after is None:
        finish(project.problems, as_json, failed=True)
    entries = [entry for entry in after.entries if not entry.obsolete]
    return Edition(
        plan=plan,
        filled=result,
        account=account_of(plan, result, pairing, project, after),
        written=tuple(dict.fromkeys((*written, name))),
        open=sum(1 for entry in entries if not entry.is_translated),
    )


def _started(config: Path, locale: Locale, listing: Listing | None, as_json: bool) -> list[str]:
    """Lists the locale and starts its catalogue, or takes all messages into it."""
    name = po_files.path_of(locale)
    if listing is not None:
        listing.write()
    written = [config.name] if listing is not None else []
    project = load_or_finish(config, as_json, drafts=True)
    if not (config.parent / name).exists():
        made = start_catalogue(project, locale.id)
    else:
        made = update_catalogues(project, [locale.id])
    if refused := [each for each in made.problems if each.code == "unwritable-catalogue"]:
        finish(refused, as_json, note="Nothing was changed.", failed=True)
    return [*written, *made.changed]


def _refuse(project: Project, locale: Locale, as_json: bool) -> None:
    if locale.is_pseudo:
        raise click.BadParameter(f"{locale.id} needs no catalogue.", param_hint="--locale")
    if hindrances(project):
        others = [one for one in project.problems if one.locale in (None, locale.id)]
        finish(others, as_json, note="Nothing was changed.", failed=True)


def finish_edition(edition: Edition, folder: Path, as_json: bool, *, dry_run: bool) -> NoReturn:
    """Prints what became of the edition, and ends the program: 0 if nothing is left."""
    account, result = edition.account, edition.filled
    written = [str(folder / name) for name in edition.written]
    if as_json:
        echo_json(_document(edition, written))
    else:
        for left in account.left:
            click.echo(f'{left.path}: {left.place}: left: "{left.text}": {left.why}.')
        echo_remarks(edition.plan)
        for name in written:
            click.echo(f"{'would write' if dry_run else 'wrote'}: {name}")
        messages = counted(result.translated, "message")
        click.echo(
            f"{messages} translated, {result.fuzzy} fuzzy, {edition.open} still open: "
            f"{account.taken} of {counted(account.cells, 'text')} taken, "
            f"{len(account.left)} left.",
            err=True,
        )
    sys.exit(1 if account.left or not account.taken else 0)


def _document(edition: Edition, written: Sequence[str]) -> Mapping[str, Any]:
    plan, account = edition.plan, edition.account
    return {
        "tables": plan.tables,
        "rows": len(plan.records),
        "cells": account.cells,
        "taken": account.taken,
        "left": [left.as_json() for left in account.left],
        **remarks_as_json(plan),
        "records": len(plan.records),
        "pages": len(plan.pages),
        "written": list(written),
        "messages": {
            "translated": edition.filled.translated,
            "fuzzy": edition.filled.fuzzy,
            "left": edition.open,
        },
    }
