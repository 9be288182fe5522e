"""The catalogues of a project: each is read once somebody asks for what it says."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

from polynotice.catalogues import po_files, po_headers
from polynotice.catalogues.po_files import CatalogueFile
from polynotice.catalogues.po_format import PoFile
from polynotice.core.locales import Locale
from polynotice.core.memory import Drawer, Memory, key_of
from polynotice.core.problems import Problem


@dataclass(frozen=True, kw_only=True)
class Judged:
    """Whether a catalogue can be read, and what is wrong with it as a file."""

    is_readable: bool
    problems: tuple[Problem, ...]


class Catalogues(Mapping[str, PoFile]):
    """By the locale's id; a locale whose catalogue cannot be read has none.

    What `memory` has of a file's bytes is not read again. If that is to be spare, what a catalogue
    says is not kept, either, but for the one that was asked about last.
    """

    def __init__(self, root: Path, locales: Sequence[Locale], memory: Memory) -> None:
        self._root = root
        self._memory = memory
        self._locales = {locale.id: locale for locale in locales}
        self._read: dict[str, PoFile] = {}

    @cached_property
    def _found(self) -> dict[str, tuple[CatalogueFile | None, list[Problem]]]:
        """The files, but for those that have been read: they take more space than all else."""
        return {
            id_: po_files.find_catalogue(self._root, po_files.path_of(locale), id_)
            for id_, locale in self._locales.items()
        }

    @cached_property
    def _digests(self) -> dict[str, bytes]:
        return {id_: file.digest for id_, (file, _) in self._found.items() if file}

    def __getitem__(self, locale_id: str) -> PoFile:
        po, _ = self._contents(locale_id)
        if po is None:
            raise KeyError(locale_id)
        return po

    def __contains__(self, locale_id: object) -> bool:
        return locale_id in self._digests and self.judged(str(locale_id)).is_readable

    def __iter__(self) -> Iterator[str]:
        return (id_ for id_ in self._digests if self.judged(id_).is_readable)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def digest_of(self, locale_id: str) -> bytes | None:
        """The digest of the catalogue's file, if there is one."""
        return self._digests.get(locale_id)

    def size_of(self, locale_id: str) -> int:
        """How many bytes of the catalogue's file are not read yet."""
        file, _ = self._found.get(locale_id, (None, []))
        return len(file.data) if file else 0

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the files and their headers."""
        missing = (problems for _, problems in self._found.values())
        judged = (self.judged(id_).problems for id_ in self._digests)
        return tuple(chain.from_iterable((*missing, *judged)))

    def judged(self, locale_id: str) -> Judged:
        """Whether that catalogue can be read, and what is wrong with it as a file."""
        key = key_of(locale_id, self._digests[locale_id])
        return self._known.recall(key, lambda: self._judge(locale_id))

    def note(self, locale_id: str, judged: Judged) -> None:
        """Takes that for judged: another process did it."""
        self._known.put(key_of(locale_id, self._digests[locale_id]), judged)

    @property
    def _known(self) -> Drawer[Judged]:
        return self._memory.drawer("catalogues", Judged)

    def _judge(self, locale_id: str) -> Judged:
        po, problems = self._contents(locale_id)
        if po is not None:
            path = po_files.path_of(self._locales[locale_id])
            problems += po_headers.header_problems(po, path, locale_id)
            problems += po_headers.contradictions(po, path, self._locales[locale_id])
        return Judged(is_readable=po is not None, problems=tuple(problems))

    def _contents(self, locale_id: str) -> tuple[PoFile | None, list[Problem]]:
        if locale_id in self._read:
            return self._read[locale_id], []
        if locale_id not in self._digests:
            return None, []
        name = f"catalogue {locale_id}"
        drawer = self._memory.drawer(name, PoFile)
        po, problems = drawer.get(self._digests[locale_id]), list[Problem]()
        if po is None:
            po, problems = self._file(locale_id).read(drawer)
        if po is not None:
            if self._memory.is_spare:
                self._memory.hand_over([name])  # to later reading, too
                self._read.clear()
            self._read[locale_id] = po
            self._found.pop(locale_id, None)
        return po, problems

    def _file(self, locale_id: str) -> CatalogueFile:
        """The file of a catalogue; found again, if what was read of it is not in the memory.

        Another process may have put something else there, or somebody has removed it. Raises
        `OSError` if the file says something else by now.
        """
        file, _ = self._found.get(locale_id, (None, []))
        if file is None:
            name = po_files.path_of(self._locales[locale_id])
            file, _ = po_files.find_catalogue(self._root, name, locale_id)
            if file is None or file.digest != self._digests[locale_id]:
                raise OSError(errno.EBUSY, "the catalogue was changed meanwhile; build again", name)
        return file
