"""A link to the id that a row had before still leads to the row, and the proof sees to it."""

from __future__ import annotations

from pathlib import Path

from polynotice.notice.record_schema import json_schema
from polynotice.verify.site_verifier import Verifier
from tests.projects import (
    FILES,
    build_site,
    load,
    page,
    problems_of,
    replace_in,
    translate,
    write_project,
)

CARE = "notice_data/care.yml"


def test_former_ids_lead_to_the_row_in_every_locale_and_on_the_whole_page(tmp_path: Path) -> None:
    config = FILES["mkdocs.yml"].replace("[en, de]", "[en, de]\n      full_page: true")
    more = "# More\n\n[Old](index.md#talk)\n\n::: purposes\n    records: [chat]\n"
    care = FILES[CARE].replace("  - id: chat", "  - id: chat\n    formerly: [talk, chatter]")
    folder = write_project(tmp_path, {"mkdocs.yml": config, CARE: care, "docs/more.md": more})
    translate(folder, "de")
    site = build_site(folder)
    for name in ("", "de/", "full/", "de/full/"):
        found = page(site, f"{name}index.html")
        for former in ("talk", "chatter"):
            (span,) = found.css(f'[id="{former}"]')
            assert span.text() == ""
            row = span.parent.parent
            assert (row.tag, row.attributes["id"]) == ("tr", "chat")
    assert page(site, "more/index.html").css_first("tr#chat #talk"), "as the row's own id"
    (link,) = [a for a in page(site, "de/full/index.html").css("a") if a.text() == "Old"]
    assert link.attributes["href"] == "#talk"
    assert Verifier(load(folder)).problems(site) == []
    path = site / "de/index.html"
    replace_in(path, 'id="talk"', "")
    (problem,) = [one for one in Verifier(load(folder)).problems(site) if "former" in one.message]
    assert (problem.code, problem.record, problem.locale) == ("row-missing", "chat", "de")


def test_a_heading_of_that_id_is_reported(tmp_path: Path) -> None:
    index = FILES["docs/index.md"].replace("## Your data", "## Your data {#talk}")
    care = FILES[CARE].replace("  - id: chat", "  - id: chat\n    formerly: [talk]")
    folder = write_project(tmp_path, {CARE: care, "docs/index.md": index})
    reported = "docs/index.md:7: error duplicate-id"
    assert reported in problems_of(folder)
    replace_in(folder / CARE, "[talk]", "[chatter]")
    assert reported not in problems_of(folder)


def test_editors_know_the_key() -> None:
    assert "formerly" in str(json_schema(()))
