"""Merges one template into one catalogue, as `polynotice update` does, without writing it."""

from __future__ import annotations

import sys
from pathlib import Path

from polynotice.catalogues import po_format, po_reader
from polynotice.catalogues.likeness import likeness
from polynotice.catalogues.merge import merge

catalogue, template = (po_reader.parse(Path(name).read_text("utf-8")) for name in sys.argv[1:3])
po_format.dump(merge(catalogue, template.entries, likeness))
