"""Where a site comes from, as far as MkDocs's configuration tells."""

from __future__ import annotations

from pathlib import Path

from polynotice.mkdocs_host.host import NAME, MkDocsConfig
from polynotice.project.project import RECORDS
from polynotice.verify import provenance
from polynotice.verify.manifest import Provenance


def provenance_of(config: MkDocsConfig) -> Provenance:
    """Commit, time and versions of what MkDocs builds a site of, and with."""
    path = Path(config.config_file_path)
    return provenance.read_provenance(
        path.parent,
        host=NAME,
        config=path,
        docs=Path(config.docs_dir),
        records=RECORDS,
        made=Path(config.site_dir),
        parts={str(config.theme.name), *config.plugins, *map(str, config.markdown_extensions)},
    )
