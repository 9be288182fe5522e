"""Where MkDocs builds, which empties its folder first: beside the site, not in it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from polynotice.files.preview_site import PreviewSite
from polynotice.files.staged_site import StagedSite
from polynotice.mkdocs_host.host import MkDocsConfig

Staged = StagedSite | PreviewSite


def stage(config: MkDocsConfig, *, is_preview: bool = False) -> Staged:
    """Lets MkDocs build beside its site's folder, from now until that is published or discarded."""
    kind = PreviewSite if is_preview else StagedSite
    return kind(Path(config.site_dir), partial(setattr, config, "site_dir"))
