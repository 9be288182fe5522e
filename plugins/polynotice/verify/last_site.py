"""The last site: files in it that need not be made again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from polynotice.core.memory import Drawer, digest_of
from polynotice.files.text_files import UnreadableFileError, read_bytes


@dataclass(frozen=True, kw_only=True)
class LastSite:
    """The site that an earlier build has left, and what is known of its files."""

    folder: Path | None = None
    """`None`, if there is none."""
    keys: Mapping[str, bytes] = field(default_factory=dict)
    """The digest of what decides the files of each translation, by its id, as far as known."""
    known: Callable[[], Drawer[bytes]] = Drawer
    """Gives the digests of the texts of files, by what decides them, once one is asked for."""

    def recall(self, name: str, key: bytes | None, make: Callable[[], str]) -> str:
        """The text of the file of that name, which what has the digest `key` decides.

        It is that of the last site if every byte of it is as it was made then; made, otherwise.
        """
        if key is None:
            return make()
        known = self.known()
        digest = known.get(key)
        data = self._bytes(name) if digest else None
        if data is not None and digest_of(data) == digest:
            return data.decode()
        text = make()
        known.put(key, digest_of(text.encode()))
        return text

    def give(self, name: str, digest: bytes, target: Path) -> bool:
        """Gives the file of that name to the site that is built, if every byte of it is known.

        `digest` is that of its bytes, `target` its place there. Gives whether it is there.
        """
        data = self._bytes(name)
        if self.folder is None or data is None or digest_of(data) != digest:
            return False
        file = self.folder / name
        try:
            if file.is_symlink():
                return False
            target.parent.mkdir(parents=True, exist_ok=True)
            target.hardlink_to(file)  # that of both, until the last one goes
        except OSError:  # on another disk, or on one without links
            return False
        return True

    def _bytes(self, name: str) -> bytes | None:
        try:
            return read_bytes(self.folder / name) if self.folder else None
        except (FileNotFoundError, UnreadableFileError):
            return None
