"""The sitemap's compressed copy, with the same bytes on every machine and every day."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

SITEMAP = "sitemap.xml"


def pack(site_dir: Path) -> None:
    """Writes `sitemap.xml.gz` anew, where MkDocs has written one.

    Its own has the day of the build, and bytes that differ with the machine's zlib. So nothing is
    compressed here but stored (RFC 1951, 3.2.4) in the form of RFC 1952, without a time or a name.
    """
    packed = site_dir / f"{SITEMAP}.gz"
    if packed.is_file():
        packed.write_bytes(_gzip((site_dir / SITEMAP).read_bytes()))


_LONGEST = 0xFFFF


def _gzip(data: bytes) -> bytes:
    blocks = [data[start : start + _LONGEST] for start in range(0, len(data) or 1, _LONGEST)]
    stored = b"".join(
        struct.pack("<BHH", block is blocks[-1], len(block), len(block) ^ _LONGEST) + block
        for block in blocks
    )
    head = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"
    return head + stored + struct.pack("<II", zlib.crc32(data), len(data))
