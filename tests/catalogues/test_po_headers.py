"""The headers of catalogues: what tools find in a new one, and what one says to Polynotice."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from polynotice.catalogues.po_format import PoFile, dump
from polynotice.catalogues.po_headers import new_header
from polynotice.core.locales import find_locale
from tests.projects import (
    build_site,
    load,
    page,
    polynotice,
    problems_of,
    replace_in,
    text_of,
    translate,
)

CATALOGUE = "locales/de/LC_MESSAGES/notice.po"


@pytest.mark.parametrize("locale_id", ["de", "pt-BR", "zh-Hans", "ar", "hu", "mt"])
@pytest.mark.skipif(not shutil.which("msgfmt"), reason="needs GNU gettext")
def test_a_new_catalogue_has_every_field_that_gettext_asks_for(locale_id: str) -> None:
    new = dump(PoFile(header=new_header(find_locale(locale_id))))
    arguments = ["msgfmt", "--check", "--verbose", "-o", "/dev/null", "-"]
    said = subprocess.run(
        arguments, input=new, capture_output=True, text=True, check=True, env={"LC_ALL": "C"}
    ).stderr.splitlines()
    # The date is the translator's first: a tool writes it when the file is saved.
    warnings = [line for line in said if "warning" in line and "PO-Revision-Date" not in line]
    assert warnings == []


@pytest.mark.parametrize(
    ("locale_id", "team", "language"),
    [
        ("de", "German", "de"),
        ("pt-BR", "Portuguese (Brazil)", "pt_BR"),
        ("zh-Hans", "Chinese (Simplified)", "zh_Hans"),
    ],
)
def test_a_new_catalogue_names_its_team_and_language(
    locale_id: str, team: str, language: str
) -> None:
    fields = PoFile(header=new_header(find_locale(locale_id))).fields
    assert (fields["Language-Team"], fields["Language"]) == (team, language)
    assert fields["Last-Translator"] == "Automatically generated"
    assert fields["X-Polynotice-Status"] == "draft"


def test_what_is_approved_is_no_draft(notice: Path) -> None:
    translate(notice, "de")
    replace_in(notice / CATALOGUE, "Status: draft\\n", "Status: approved\\n")
    assert problems_of(notice) == []
    assert not load(notice).is_draft_translation(find_locale("de"))


@pytest.mark.parametrize("order", [("draft", "approved"), ("approved", "draft")])
@pytest.mark.skipif(not shutil.which("msgcat"), reason="needs GNU gettext")
def test_a_header_that_msgcat_has_joined_is_an_error_and_approves_nothing(
    order: tuple[str, str], notice: Path
) -> None:
    translate(notice, "de")
    path = notice / CATALOGUE
    text = path.read_text(encoding="utf-8")
    for name in order:
        other = text.replace("Status: draft\\n", f"Status: {name}\\n")
        (notice / f"{name}.po").write_text(other, encoding="utf-8")
    joined = ["msgcat", *(f"{name}.po" for name in order), "-o", str(path)]
    subprocess.run(joined, cwd=notice, check=True)
    subprocess.run(["msgattrib", "--clear-fuzzy", str(path), "-o", str(path)], check=True)
    (problem,) = problems_of(notice)
    assert problem.endswith("error header-mismatch")
    assert load(notice).is_draft_translation(find_locale("de"))


@pytest.mark.parametrize(
    ("field", "what"),
    [
        (
            "X-Polynotice-Status: aproved",
            'X-Polynotice-Status says "aproved", and the translation counts as a draft. '
            'Did you mean "approved"?',
        ),
        (
            "X-Polynotice-Status: Approved",
            'X-Polynotice-Status says "Approved", and the translation counts as a draft. '
            'Did you mean "approved"?',
        ),
        (
            "X-Polynotice-Status: ",
            'X-Polynotice-Status says "", and the translation counts as a draft. '
            "Use one of: draft, approved.",
        ),
        (
            "X-Polynotice-State: approved",
            'There is no field "X-Polynotice-State". Did you mean "X-Polynotice-Status"?',
        ),
    ],
)
def test_a_misspelt_status_is_told_and_a_draft(notice: Path, field: str, what: str) -> None:
    translate(notice, "de")
    replace_in(notice / CATALOGUE, "X-Polynotice-Status: draft\\n", f"{field}\\n")
    assert load(notice).is_draft_translation(find_locale("de"))
    result = polynotice(notice, "check")
    assert (result.exit_code, result.stdout) == (0, f"{CATALOGUE}:4: warning bad-remark: {what}\n")


def test_a_header_without_a_status_is_a_draft_and_no_finding(notice: Path) -> None:
    translate(notice, "de")
    replace_in(notice / CATALOGUE, '"X-Polynotice-Status: draft\\n"\n', "")
    assert problems_of(notice) == []
    site = build_site(notice)
    assert "draft" in text_of(page(site, "de/index.html").css_first("article"))


def test_entries_of_another_domain_are_reported_and_not_used(notice: Path) -> None:
    translate(notice, "de")
    path = notice / CATALOGUE
    text = path.read_text(encoding="utf-8")
    path.write_text(f'{text}\ndomain "shop"\n\nmsgid "a"\nmsgstr "b"\n', encoding="utf-8")
    line = len(text.splitlines()) + 2
    assert problems_of(notice) == [f"{CATALOGUE}:{line}: warning header-mismatch"]
    # A name for the first domain is no other domain.
    path.write_text(f'domain "shop"\n\n{text}', encoding="utf-8")
    assert problems_of(notice) == []
