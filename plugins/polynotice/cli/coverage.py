"""`polynotice coverage`."""

from __future__ import annotations

from pathlib import Path

import click

from polynotice.cli import coverage_table
from polynotice.cli.output import as_json_option, finish, finish_json
from polynotice.cli.project_file import load_config_or_finish, project_of
from polynotice.files import git_history
from polynotice.mkdocs_host.provenance_of_site import provenance_of
from polynotice.project.check import hindrances
from polynotice.project.coverage import all_locales, coverage, problems_of_coverage
from polynotice.project.coverage_page import NotOursError, coverage_page, write_page
from polynotice.project.project import Project
from polynotice.verify.manifest import Provenance


@click.command("coverage")
@click.option(
    "--html",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the table as a page to be filed. What else stands in FILE is left alone.",
)
@as_json_option
@click.pass_obj
def command(config_file: Path, file: Path | None, as_json: bool) -> None:
    """Show what the law asks for (`requirements`), and where the notice states it.

    It finds absence, not truth: whether what is stated is right, or enough, is for a lawyer to say.
    """
    config = load_config_or_finish(config_file, as_json)
    project = project_of(config)
    project.memory.end_run()
    lists = coverage(project)
    problems = problems_of_coverage(project)
    is_known = not hindrances(project)
    if file is not None and not is_known:
        click.echo(f"{file} is not written: the notice cannot be read as a whole.", err=True)
    elif file is not None:
        made_of = _made_of(project, provenance_of(config))
        page = coverage_page(project, lists, str(config.site_name), made_of)
        try:
            write_page(file, page)
        except NotOursError:
            message = f"{file} is there already, and is no page of this command: left as it is."
            raise click.ClickException(message) from None
        except OSError as error:
            raise click.ClickException(f"{file}: {error.strerror}.") from None
    if as_json:
        finish_json({"requirements": [each.as_json() for each in lists]}, problems)
    if lists:
        coverage_table.show(lists, all_locales(project))
    elif is_known:
        click.echo(_NONE, err=True)
    finish(problems, as_json)


def _made_of(project: Project, provenance: Provenance) -> str:
    """The version of the notice that the page is about: no clock is asked."""
    if provenance.commit is None:
        return "Of files that are under no version control."
    day = git_history.day_of(project.site.root, provenance.commit)
    of = f"Of commit {provenance.commit}" + (f", made on {day}" if day else "")
    return f"{of}, with changes that are in no commit." if provenance.is_dirty else f"{of}."


_NONE = (
    "Nothing is asked for: name lists in mkdocs.yml, under polynotice, such as "
    "`requirements: [gdpr-13, gdpr-14]`."
)
