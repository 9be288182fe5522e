"""Which reader takes which file."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from importlib import import_module
from typing import cast

from polynotice.files.text_files import UnreadableFileError, text_in
from polynotice.project.importing.document import Document, ImportRefusedError

MOST_BYTES = 20_000_000
"""Of a file. A notice with pictures has a tenth of that."""

_TEXTS = {
    ".txt": ("text_reader", "read_text_document"),
    ".csv": ("csv_reader", "read_csv_document"),
    ".tsv": ("csv_reader", "read_csv_document"),
    ".html": ("html_reader", "read_html_document"),
    ".htm": ("html_reader", "read_html_document"),
    ".md": ("markdown_reader", "read_markdown_document"),
    ".markdown": ("markdown_reader", "read_markdown_document"),
}
_OTHERS = {
    ".docx": ("docx_reader", "read_docx_document"),
    ".xlsx": ("xlsx_reader", "read_xlsx_document"),
}
ENDINGS = (*_TEXTS, *_OTHERS)


def read_document(data: bytes, path: str, tracked: str | None = None) -> Document:
    """What a file says; its name tells how it is read.

    `tracked` is what becomes of tracked changes: `accept`, `reject`, or `None` to refuse them.
    Raises `ImportRefusedError` for a file that cannot be brought in.
    """
    if len(data) > MOST_BYTES:
        raise ImportRefusedError(f"It is larger than {MOST_BYTES // 1_000_000} MB.")
    ending = "." + path.rpartition(".")[2].lower()
    if ending in _OTHERS:
        of_bytes = cast("Callable[[bytes, str, str | None], Document]", _reader(*_OTHERS[ending]))
        return of_bytes(data, path, tracked)
    if ending not in _TEXTS:
        raise ImportRefusedError(f"Only {', '.join(ENDINGS)} can be read: save it as one of them.")
    of_text = cast("Callable[[str, str], Document]", _reader(*_TEXTS[ending]))
    return of_text(_text(data, ending), path)


def _reader(module: str, name: str) -> object:
    """A reader, loaded now: each needs a library of its own, from the extra `import`."""
    try:
        return getattr(import_module(f"polynotice.project.importing.{module}"), name)
    except ModuleNotFoundError as error:
        missing = f"It needs the package {error.name}: pip install 'mkdocs-polynotice[import]'."
        raise ImportRefusedError(missing) from None


_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{3,20})""", re.IGNORECASE)
_OF_PAGES = re.compile(
    r"windows-(?:125\d|874)|iso-8859-\d{1,2}|koi8-[ru]|macintosh|big5|euc-(?:jp|kr)|shift_jis"
    r"|gb(?:2312|k|18030)"
)
_AS_BROWSERS = {"iso-8859-1": "windows-1252", "shift_jis": "cp932", "euc-kr": "cp949"}
"""What browsers take for the name of an encoding, where that is more."""


def _encoding(data: bytes, ending: str) -> str:
    """The encoding of a text: UTF-8, UTF-16 with its mark, or what a web page says it is in."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    match = _CHARSET.search(data[:4096]) if ending in (".html", ".htm") else None
    name = match[1].decode("ascii", "replace").lower() if match else ""
    if data.startswith(codecs.BOM_UTF8) or not _OF_PAGES.fullmatch(name):
        return "utf-8"
    name = _AS_BROWSERS.get(name, name)
    name = "gb18030" if name.startswith("gb") else name
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "utf-8"


def _text(data: bytes, ending: str) -> str:
    try:
        text = text_in(data, _encoding(data, ending))
    except UnreadableFileError as error:
        raise ImportRefusedError(
            f"{error.reason[:1].upper()}{error.reason[1:]}. {error.hint}"
        ) from None
    if "\x00" in text:
        raise ImportRefusedError(f"It is no {ending} file: it has bytes that no text has.")
    return text
