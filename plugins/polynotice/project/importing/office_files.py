"""Files of Word and Excel as the archives that they are: refused before they cost anything."""

from __future__ import annotations

import io
import zipfile
import zlib

from polynotice.project.importing.document import ImportRefusedError

MOST_PARTS = 3000
MOST_UNPACKED = 60_000_000
"""Bytes of all parts together, pictures included."""
MOST_XML = 25_000_000
"""Bytes of the parts that are XML."""

_OLD = b"\xd0\xcf\x11\xe0"
_DECLARATIONS = tuple(
    word.encode(charset)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for charset in ("utf-8", "utf-16-le", "utf-16-be")
)


def xml_parts(data: bytes, kind: str) -> dict[str, bytes]:
    """The parts of an office file that are XML, by their names.

    Raises `ImportRefusedError` for what is none, is encrypted, has macros, declares entities, or
    is larger unpacked than any notice.
    """
    if data.startswith(_OLD):
        raise ImportRefusedError(f"It is encrypted, or of an old form: save it as {kind}.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        raise ImportRefusedError(f"It is no {kind} file, or damaged: save it again.") from None


def _read(archive: zipfile.ZipFile) -> dict[str, bytes]:
    infos = archive.infolist()
    if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > MOST_UNPACKED:
        raise ImportRefusedError("It is far larger unpacked than any notice.")
    if any(info.filename.lower().endswith("vbaproject.bin") for info in infos):
        raise ImportRefusedError("It has macros: save it without them.")
    if len({info.filename for info in infos}) < len(infos):
        raise ImportRefusedError("Two of its parts have one name: save it again.")
    parts = {}
    size = 0
    for info in infos:
        part = archive.read(info)
        if _is_xml(part):
            parts[info.filename] = part
            size += len(part)
        if size > MOST_XML:
            raise ImportRefusedError("It holds far more text than any notice.")
    if any(word in part for part in parts.values() for word in _DECLARATIONS):
        raise ImportRefusedError("Its XML declares a document type or entities, which none needs.")
    return parts


def _is_xml(part: bytes) -> bool:
    """Whether a part is XML, by what it holds: programs read it whatever its name is."""
    return part[:64].lstrip(b"\xef\xbb\xbf\xfe\xff\x00 \t\r\n").startswith(b"<")
