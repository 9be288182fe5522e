"""`polynotice add-locale`."""

from __future__ import annotations

from pathlib import Path

import click

from polynotice.cli.output import finish
from polynotice.cli.project_file import load_or_finish
from polynotice.core.locales import UnknownLocaleIdError, find_locale, known_as
from polynotice.mkdocs_host.locale_in_config import Listing, listing_of
from polynotice.project.add_locale import start_catalogue
from polynotice.project.check import hindrances


@click.command("add-locale")
@click.argument("locale_id", metavar="LOCALE")
@click.pass_obj
def command(config_file: Path, locale_id: str) -> None:
    """Start a catalogue for LOCALE, such as pt-BR, and list it in mkdocs.yml."""
    project = load_or_finish(config_file, as_json=False, drafts=True)
    if hindrances(project):
        # Catalogues that are not there are what this command is for.
        others = [one for one in project.problems if one.code != "unreadable-catalogue"]
        finish(others, as_json=False, note="Nothing was changed.")
    settings = project.site.settings
    try:
        locale = find_locale(locale_id)
        if locale == settings.source or locale.is_pseudo:
            raise click.BadParameter(f"{locale.id} needs no catalogue.")
        # Before anything is written, from the file as MkDocs has just read it.
        is_listed = locale in settings.locales
        listing = None if is_listed else listing_of(locale, config_file, settings)
        started = start_catalogue(project, locale.id)
    except UnknownLocaleIdError:
        raise click.BadParameter(
            f'There is no locale "{locale_id}". '
            f"Use a BCP 47 id, such as {known_as(locale_id) or 'pt-BR'}."
        ) from None
    except FileExistsError as error:
        raise click.ClickException(f"{error} is there already; it was left as it is.") from None
    if started.problems:
        finish(started.problems, as_json=False)
    project.memory.end_run()
    click.echo(f"started: {started.changed[0]}")
    if listing is not None:
        _list(listing)


def _list(listing: Listing) -> None:
    """Lists the locale in `mkdocs.yml`, or says what to write where."""
    if listing.text is None:
        click.echo(f"Now {listing.instruction}")
        return
    try:
        listing.write()
    except OSError as error:
        reason = f"{listing.span.path} cannot be written: {error.strerror}."
        raise click.ClickException(f"{reason} Now {listing.instruction}") from None
    where = f"{listing.span.path}:{listing.span.line}"
    click.echo(f"listed: {where} (`{listing.item}`: in the preview alone, until you remove that)")
