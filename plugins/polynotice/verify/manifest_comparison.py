"""A built site compared with what an approved manifest says, and files with their digests."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from polynotice.core.model import Span
from polynotice.core.problems import Problem, Severity
from polynotice.files import text_files
from polynotice.verify import manifest_reader
from polynotice.verify.archive_comparison import is_of_archive
from polynotice.verify.built_site import BuiltSite
from polynotice.verify.prose_comparison import problems_of_prose
from polynotice.verify.site_comparison import files_of_words, problem_of_file, problems_in_site


def problems_by_manifest(site_dir: Path, approved: Path) -> list[Problem]:
    """Every way in which the site in that folder differs from what an approved manifest says.

    A manifest that was changed, or cannot be understood, says nothing of any site.
    """
    found, wrong = manifest_reader.read_manifest(approved, approved.as_posix())
    if found is None:
        return wrong
    pages = {locale.root: locale.pages for locale in found.locales}
    site = BuiltSite(folder=site_dir, apart=files_of_words(pages))
    known = {page for of_locale in pages.values() for page in of_locale}
    # What it says is the releases' affair, of which a manifest knows nothing.
    archived = filter(is_of_archive, site.other_pages_with_rows(known))
    problems = problems_in_site(site, found.locales, proved=(*archived, *found.files))
    if any(problem.code == "not-whole" for problem in problems):
        return problems
    problems += problems_by_digest(site_dir, found.files)
    if not found.prose:
        problems.append(_says_no_prose(approved.as_posix()))
    for locale, pages_of_locale in found.prose.items():
        problems += problems_of_prose(locale, pages_of_locale, site.prose)
    return problems


def _says_no_prose(name: str) -> Problem:
    return Problem(
        code="prose-missing",
        severity=Severity.WARNING,
        span=Span(name),
        message="The manifest is of an earlier version: it has the tables, and nothing of titles, "
        "navigation and the prose around the tables, which were not compared.",
        hint="Build the approved state again with this version, and approve the manifest of that.",
    )


def problems_by_digest(folder: Path, files: Mapping[str, str]) -> Iterator[Problem]:
    """Which of the files that are known by their digests alone are others, or not there."""
    for name, sha256 in files.items():
        try:
            digest = hashlib.sha256(text_files.read_bytes(folder / name)).hexdigest()
        except (FileNotFoundError, text_files.UnreadableFileError):
            # Whoever downloads a site by its links does not come by it.
            yield replace(
                problem_of_file(
                    "row-missing", "The file is not there, and was not compared.", name=name
                ),
                severity=Severity.WARNING,
                hint="Download it, too.",
            )
            continue
        if digest != sha256:
            message = f"The file has the digest {digest}, not {sha256}."
            yield problem_of_file("row-text", message, name=name)
