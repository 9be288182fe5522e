"""One search index for each locale, out of the one for all that the search plugin writes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

INDEX = "search/search_index.json"


def split(site_dir: Path, options: Mapping[str, Mapping[str, Any]], source: str) -> None:
    """Takes the pages of every locale but `source` out of the index, into one of their own.

    `options` gives what each locale's index is to have in its `config`.
    A site without an index stays without.
    """
    path = site_dir / INDEX
    if not path.is_file():
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    documents: dict[str, list[dict[str, Any]]] = {one: [] for one in options}
    for document in index["docs"]:
        first, _, rest = document["location"].partition("/")
        if first in options and first != source:
            documents[first].append({**document, "location": rest})
        else:
            documents[source].append(document)
    for one, found in documents.items():
        target = path if one == source else site_dir / one / INDEX
        target.parent.mkdir(parents=True, exist_ok=True)
        config = {**index["config"], **options[one]}
        data = {**index, "config": config, "docs": found}
        target.write_text(
            json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
        )
