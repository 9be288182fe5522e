"""The catalogues of a project: each is read once somebody asks for what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from polynotice.catalogues import po_files, po_headers
from polynotice.catalogues.po_files import CatalogueFile
from polynotice.catalogues.po_format import PoFile
from polynotice.core.locales import Locale
from polynotice.core.memory import Memory, key_of
from polynotice.core.problems import Problem


class Catalogues(Mapping[str, PoFile]):
    """By the locale's id; a locale whose catalogue cannot be read has none."""

    def __init__(self, files: Iterable[CatalogueFile], memory: Memory) -> None:
        self._unread = {str(file.locale_id): file for file in files}
        self._memory = memory
        self._read: dict[str, PoFile] = {}
        self._digests = {id_: file.digest for id_, file in self._unread.items()}

    def __getitem__(self, locale_id: str) -> PoFile:
        if locale_id not in self._read:
            known = self._memory.drawer(f"catalogue {locale_id}", PoFile)
            po, _ = self._unread[locale_id].read(known)
            if po is None:
                raise KeyError(locale_id)
            self._read[locale_id] = po
            del self._unread[locale_id]
        return self._read[locale_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._digests)

    def __len__(self) -> int:
        return len(self._digests)

    def digest_of(self, locale_id: str) -> bytes | None:
        """The digest of the catalogue's file, if it can be read."""
        return self._digests.get(locale_id)


@dataclass(frozen=True, kw_only=True)
class Judged:
    """Whether a catalogue can be read, and what is wrong with it as a file."""

    is_readable: bool
    problems: tuple[Problem, ...]


def read_catalogues(
    root: Path, locales: Iterable[Locale], memory: Memory
) -> tuple[Catalogues, list[Problem]]:
    """The catalogues of those locales, and what is wrong with their files and headers.

    What `memory` has of a file's bytes is not read again.
    """
    files: list[CatalogueFile] = []
    problems: list[Problem] = []
    known = memory.drawer("catalogues", Judged)
    for locale in locales:
        file, amiss = po_files.find_catalogue(root, po_files.path_of(locale), locale.id)
        problems += amiss
        if file is not None:
            key = key_of(locale.id, file.digest)
            judged = known.get(key)
            if judged is None:
                judged = _judged(file, locale, memory)
                known.put(key, judged)
            problems += judged.problems
            if judged.is_readable:
                files.append(file)
    return Catalogues(files, memory), problems


def _judged(file: CatalogueFile, locale: Locale, memory: Memory) -> Judged:
    po, problems = file.read(memory.drawer(f"catalogue {locale.id}", PoFile))
    if po is not None:
        problems += po_headers.header_problems(po, file.name, locale.id)
        problems += po_headers.contradictions(po, file.name, locale)
    return Judged(is_readable=po is not None, problems=tuple(problems))
