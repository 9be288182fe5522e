"""Which host is at work: MkDocs, or ProperDocs, which continues it under its own name.

ProperDocs has MkDocs's modules under other names, and lends them under MkDocs's own once its module
`replacement` is imported: so it is the same code that asks either.
"""

from __future__ import annotations

import logging
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

MKDOCS = "mkdocs"
PROPERDOCS = "properdocs"

CONFIG_FILES = {
    PROPERDOCS: ("properdocs.yml", "properdocs.yaml", "mkdocs.yml", "mkdocs.yaml"),
    MKDOCS: ("mkdocs.yml", "mkdocs.yaml"),
}
"""The names of its configuration that a host looks for, the first before the others."""


def config_file_in(folder: Path) -> Path:
    """The configuration in that folder which the host would take; MkDocs's if there is none."""
    names = CONFIG_FILES[PROPERDOCS if find_spec(PROPERDOCS) else MKDOCS]
    paths = (path for name in names if (path := folder / name).is_file())
    return next(paths, folder / CONFIG_FILES[MKDOCS][0])


def take_host(config_file: str = "") -> str:
    """Lets `mkdocs` be the host's modules from now on, and gives the host's name.

    The one that is at work already stays. Else it is MkDocs where that is installed, but ProperDocs
    for a configuration of its name, and where it is alone.
    """
    if MKDOCS not in sys.modules:
        is_properdocs = config_file.startswith(f"{PROPERDOCS}.") or not find_spec(MKDOCS)
        if is_properdocs and find_spec(PROPERDOCS):
            import_module(f"{PROPERDOCS}.replacement")
    name = import_module(MKDOCS).__name__
    if name == PROPERDOCS:
        # As its own command line does: plugins written for MkDocs log under that name.
        logging.getLogger(MKDOCS).parent = logging.getLogger(PROPERDOCS)
    return name
