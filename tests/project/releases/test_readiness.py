"""`polynotice status` says for what a release would be refused, and what else is open."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.projects import CONFIG, polynotice, replace_in, translate, write_project

WITH_FRENCH = CONFIG.replace("[en, de]", "[en, de, {fr: {publish: false}}]")


def next_release(folder: Path) -> dict[str, Any]:
    """What the command says of the next release."""
    done = polynotice(folder, "status", "--json")
    found: dict[str, Any] = json.loads(done.stdout)["next_release"]
    return found


def test_nothing_keeps_a_whole_notice_back(tmp_path: Path) -> None:
    folder = write_project(tmp_path)
    translate(folder, "de")
    found = next_release(folder)
    assert (found["refused"], found["errors"], found["problems"]) == (False, {}, [])
    assert (found["locales"]["de"]["missing"], found["locales"]["de"]["fuzzy"]) == (0, 0)
    assert "The next release can be issued." in polynotice(folder, "status").stdout


def test_a_release_is_refused_with_the_list_that_status_has(tmp_path: Path) -> None:
    folder = write_project(tmp_path)
    translate(folder, "de")
    replace_in(folder / "notice_data/care.yml", "Calls are recorded.", "Calls are kept.")
    assert polynotice(folder, "update").exit_code == 0
    found = next_release(folder)
    refused = polynotice(folder, "release", "2026-03-01", "--json")
    assert refused.exit_code == 1
    assert json.loads(refused.stdout)["problems"] == found["problems"] != []
    assert found["locales"]["de"]["errors"] == {"fuzzy-translation": 1}
    said = polynotice(folder, "status").stdout
    assert "The next release is refused until these errors are fixed." in said
    assert "  de: 1 fuzzy" in said


def test_a_locale_that_is_not_published_keeps_nothing_back(tmp_path: Path) -> None:
    folder = write_project(tmp_path, {"mkdocs.yml": WITH_FRENCH})
    translate(folder, "de")
    assert polynotice(folder, "add-locale", "fr").exit_code == 0
    found = next_release(folder)
    assert (found["refused"], found["locales"]["fr"]["published"]) == (False, False)
    assert found["locales"]["fr"]["missing"] > 0
    assert "  not in it: fr" in polynotice(folder, "status").stdout


def test_a_missing_disclosure_is_open_in_every_locale(tmp_path: Path) -> None:
    asked = CONFIG.replace("[en, de]", "[en, de]\n      requirements: [gdpr-13]")
    folder = write_project(tmp_path, {"mkdocs.yml": asked})
    translate(folder, "de")
    found = next_release(folder)
    assert found["errors"]["missing-disclosure"] > 0
    assert found["locales"]["de"]["disclosures"]
    assert "purposes" not in found["locales"]["de"]["disclosures"]
