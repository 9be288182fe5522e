"""The texts of files, of which no more than their digests need be known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from polynotice.core.memory import Drawer, digest_of


class KnownTexts(Mapping[str, str]):
    """The text of each file by its name; all are made once one is asked for."""

    def __init__(self, digests: Mapping[str, bytes], make: Callable[[], Mapping[str, str]]) -> None:
        """`digests` are those of the texts in UTF-8, by the names of the files."""
        self.digests = digests
        self._make = make

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> KnownTexts:
        """Texts that are made."""
        return cls({name: digest_of(text.encode()) for name, text in texts.items()}, lambda: texts)

    @classmethod
    def recall(
        cls, drawer: Drawer[dict[str, bytes]], key: bytes, make: Callable[[], Mapping[str, str]]
    ) -> KnownTexts:
        """The texts that what has the digest `key` decides; made, if the drawer has none of it."""
        known = drawer.get(key)
        if known is not None:
            return cls(known, make)
        made = cls.of(make())
        drawer.put(key, dict(made.digests))
        return made

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        return self._make()

    def __getitem__(self, name: str) -> str:
        return self._texts[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.digests)

    def __len__(self) -> int:
        return len(self.digests)
