"""Legal bases, proposed from what the cells of a notice name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from polynotice.notice.named_bases import bases_in
from polynotice.project.importing.planned import PlannedRecord

READ = "read from legal_basis"
"""Why a basis is only likely: its article stands there, or words that most use for it."""


def propose_bases(records: Sequence[PlannedRecord], vocabulary: Mapping[str, str]) -> None:
    """Gives each record the legal bases that its cell names: ids, each with why it is but likely.

    What the `vocabulary` has, texts by ids in the notice's language, is surely meant where all of a
    line is that text; the cell stays as it is.
    """
    ids = {_compared(text): name for name, text in vocabulary.items()}
    for record in records:
        cell = record.fields.get("legal_basis")
        remarks = dict(record.bases)
        for line in cell.lines if cell else ():
            if name := ids.get(_compared(line.uncounted)):
                remarks[name] = ""
            for name in sorted(bases_in(line.text)):
                remarks.setdefault(name, READ)
        record.bases = tuple(remarks.items())


def _compared(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(".;")
