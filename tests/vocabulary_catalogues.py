"""Writes the catalogues of the vocabularies anew from their files: `make reference`.

A message that stands keeps its translation, as in `polynotice update`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from polynotice.catalogues import merge, po_format, po_headers, po_reader, vocabularies
from polynotice.catalogues.likeness import likeness
from polynotice.catalogues.po_format import Entry, PoFile
from polynotice.core.locales import Locale, find_locale
from tests.projects import ROOT

PACKAGE = ROOT / "plugins" / "polynotice"
FOLDER = PACKAGE / "vocabularies" / "locales"
LANGUAGES = tuple(sorted(path.stem.replace("_", "-") for path in (PACKAGE / "words").glob("*.po")))
"""Those of the tool's own words."""


def path_of(language: str) -> Path:
    """Where the language's catalogue stands."""
    return FOLDER / f"{language.replace('-', '_')}.po"


def wanted() -> Iterator[tuple[Path, str]]:
    """The template and each catalogue, as they have to be."""
    template = PoFile(header=_named(po_headers.template_header()), entries=vocabularies.template())
    yield FOLDER / vocabularies.TEMPLATE, po_format.dump(template)
    for language in LANGUAGES:
        path = path_of(language)
        old = PoFile(header=_new_header(find_locale(language)))
        if path.exists():
            old = po_reader.parse(path.read_text(encoding="utf-8"))
        yield path, po_format.dump(merge.merge(old, vocabularies.template(), likeness))


def main() -> None:
    """Writes them."""
    for path, text in wanted():
        path.write_text(text, encoding="utf-8")


def _new_header(locale: Locale) -> Entry:
    remarks = (
        f"{locale.english_name} translation of the vocabularies that come with Polynotice.",
        "An entry that is fuzzy was not compared with the official text of the language.",
    )
    return _named(replace(po_headers.new_header(locale), remarks=remarks))


def _named(header: Entry) -> Entry:
    """The header with the name of what it heads; it has no status of its own."""
    text = header.msgstr[0].replace("Version: notice\n", "Version: polynotice vocabularies\n")
    text = text.removesuffix(f"{po_headers.STATUS}: draft\n")
    remarks = header.remarks if "vocabularies" in " ".join(header.remarks) else TEMPLATE_REMARKS
    return replace(header, msgstr=(text,), remarks=remarks)


TEMPLATE_REMARKS = ("Every message of the vocabularies. Written by `make reference`.",)
