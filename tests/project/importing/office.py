"""Word and Excel files, made by the libraries that others make them with."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import docx
import openpyxl  # type: ignore[import-untyped]
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

Rows = Sequence[Sequence[str]]


def word(path: Path, *blocks: str | Rows | Callable[[Any], object]) -> Path:
    """A Word file: `# ` begins headings, lists are tables, functions do what they do to it."""
    document = docx.Document()
    for block in blocks:
        if callable(block):
            block(document)
        elif isinstance(block, str):
            signs, _, text = block.rpartition("# ")
            if signs or block.startswith("# "):
                document.add_heading(text, len(signs) + 1)
            else:
                document.add_paragraph(block)
        else:
            table = document.add_table(len(block), len(block[0]))
            for row, texts in zip(table.rows, block, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
    document.save(str(path))
    return path


def element(xml: str) -> Any:
    """An element of Word's XML, its prefixes declared."""
    return parse_xml(re.sub(r"^<([\w:]+)", rf"<\1 {nsdecls('w', 'r')}", xml))


def excel(path: Path, rows: Rows, change: Callable[[Any], object] = lambda _: None) -> Path:
    """An Excel file of one sheet, which `change` is given."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    change(book.active)
    book.save(path)
    return path


def with_part(path: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    """The archive with another part of that name; one that was not there is added."""
    with zipfile.ZipFile(path) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    parts[name] = change(parts.get(name, b""))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, data in parts.items():
            archive.writestr(each, data)
    path.write_bytes(buffer.getvalue())
    return path
