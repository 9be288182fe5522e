"""A release: the notice built and proved, and then frozen."""

from __future__ import annotations

import tempfile
from pathlib import Path

from polynotice.core.model import Span
from polynotice.core.problems import Problem, errors
from polynotice.mkdocs_host.host import MkDocsConfig
from polynotice.mkdocs_host.parts import PartOrder
from polynotice.mkdocs_host.plugin import PolynoticePlugin
from polynotice.mkdocs_host.provenance_of_site import provenance_of
from polynotice.mkdocs_host.site_build import build_site
from polynotice.notice.release_form import HEAD, read_head
from polynotice.project.releases.freezing import freeze
from polynotice.project.releases.issuing import Order, Origin, files_of, refusals, remarks
from polynotice.project.releases.reading import FOLDER, read_releases
from polynotice.project.releases.release_folder import write_release


def release_notice(config: MkDocsConfig, order: Order) -> tuple[list[Problem], list[str]]:
    """Builds and proves the site of a loaded configuration elsewhere, and freezes its notice.

    Gives what is wrong, and remarks on what was written; nothing is if an error is among the first.
    """
    root = Path(config.config_file_path).parent
    origin = provenance_of(config)
    releases, _ = read_releases(root)  # what is wrong with those, the build says
    problems = list(refusals(order, releases))
    plugin = config.plugins["polynotice"]
    assert isinstance(plugin, PolynoticePlugin)  # noqa: S101
    plugin.part = PartOrder(is_release=True)
    with tempfile.TemporaryDirectory() as folder:
        config.site_dir = str(Path(folder) / "site")
        problems += build_site(config, ())
    if errors(problems):
        return problems, []
    project = plugin.build.project
    files = files_of(
        order,
        freeze(project),
        project.site.settings.source.id,
        Origin(commit=origin.commit, dirty=origin.is_dirty, versions=origin.versions),
        before=releases[-1] if releases else None,
    )
    try:
        write_release(root, order.date.isoformat(), files)
    except OSError as error:
        problems.append(
            Problem(
                code="bad-release",
                span=Span(f"{FOLDER}/{order.date}"),
                message=f"The release cannot be written: {error.strerror or error}.",
                hint="What was there is as it was.",
            )
        )
        return problems, []
    return problems, list(remarks(read_head(files[HEAD]), releases))
