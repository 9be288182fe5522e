"""One search index for each locale, out of the one for all that the search plugin writes."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

INDEX = "search/search_index.json"


def is_beside(name: str) -> bool:
    """Whether a file of the site is a script beside the index: each locale may need its own."""
    return re.fullmatch(r"search/[^/]*\.js", name) is not None


def split(site_dir: Path, options: Mapping[str, Mapping[str, Any]], source: str) -> frozenset[str]:
    """Takes the pages of every locale but `source` out of the index, into one of their own.

    `options` gives, for each locale, what its index is to have in its `config`; without those of
    `source`, its index is removed. What other plugins have made of the index, by putting it whole
    into a file beside it, is made of each locale's. A site without an index stays without.
    Gives the files with what `source` says, by name.
    """
    path = site_dir / INDEX
    if not path.is_file():
        return frozenset()
    whole = path.read_text(encoding="utf-8")
    derived = _derived(path, whole)
    worker = _worker(path)
    index = json.loads(whole)
    documents: dict[str, list[dict[str, Any]]] = {one: [] for one in options}
    for document in index["docs"]:
        first, _, rest = document["location"].partition("/")
        if first in options and first != source:
            documents[first].append({**document, "location": rest})
        elif source in options:
            documents[source].append(document)
    for one, entries in documents.items():
        target = path if one == source else site_dir / one / INDEX
        target.parent.mkdir(parents=True, exist_ok=True)
        config = {**index["config"], **options[one]}
        data = {**index, "config": config, "docs": entries}
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        target.write_text(text, encoding="utf-8")
        for script in worker if target != path else ():
            shutil.copyfile(script, target.with_name(script.name))
        for name, around in derived.items():
            target.with_name(name).write_text(around.replace(whole, text), encoding="utf-8")
    own = [path, *(path.with_name(name) for name in derived)]
    for file in own if source not in options else ():
        file.unlink()
    return frozenset(file.relative_to(site_dir).as_posix() for file in own)


def _worker(path: Path) -> list[Path]:
    """The scripts beside the index that read it as their neighbour, where a theme has them.

    Those of MkDocs's own themes are looked for below `base_url`, each locale's root.
    """
    has_worker = path.with_name("worker.js").is_file()
    return sorted(path.parent.glob("*.js")) if has_worker else []


def _derived(path: Path, whole: str) -> dict[str, str]:
    """The files beside the index that have all of it in them, by name: Material's offline search.

    A page that is opened as a file can run a script, and not read an index.
    """
    scripts = {
        script.name: script.read_text(encoding="utf-8") for script in path.parent.glob("*.js")
    }
    return {name: text for name, text in scripts.items() if whole in text}
