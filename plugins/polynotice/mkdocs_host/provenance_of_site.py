"""Where a site comes from, as far as MkDocs's configuration tells."""

from __future__ import annotations

from pathlib import Path

from polynotice.core.memory import Memory
from polynotice.mkdocs_host.host import NAME, MkDocsConfig
from polynotice.project.project import RECORDS
from polynotice.verify import provenance
from polynotice.verify.manifest import Provenance


def provenance_of(config: MkDocsConfig, memory: Memory | None = None) -> Provenance:
    """Commit, time and versions of what MkDocs builds a site of, and with.

    What the `memory` has of the same installation is not looked up again.
    """
    path = Path(config.config_file_path)
    return provenance.read_provenance(
        path.parent,
        host=NAME,
        config=path,
        docs=Path(config.docs_dir),
        records=RECORDS,
        made=Path(config.site_dir),
        known=(memory or Memory()).drawer("versions", dict[str, str]),
        parts={str(config.theme.name), *config.plugins, *map(str, config.markdown_extensions)},
    )
