"""How each locale speaks, the same for a site, its preview and the proof of either."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from polynotice.core.locales import find_locale
from polynotice.core.model import State
from polynotice.core.translation import WITHHELD
from polynotice.project.check import check_project
from polynotice.project.speaking import Speaking
from polynotice.verify.site_verifier import Verifier
from tests.projects import CONFIG, load, translate, write_project

GERMAN = find_locale("de")
UNSAFE = "DE: [Calls](javascript:alert(1)) are recorded."


@pytest.fixture
def unsafe(tmp_path: Path) -> Path:
    """A notice with a translation that would run something."""
    translate(write_project(tmp_path), "de", **{"Calls are recorded.": UNSAFE})
    return tmp_path


def said(speaking: Speaking, msgid: str) -> tuple[str, State, bool]:
    """What German says of a message, in what state, and whether a note is beside it."""
    texts = (message.text for message in speaking.project.messages)
    text = next(text for text in texts if text.msgid == msgid)
    phrase = speaking.say(GERMAN)(text)
    return phrase.text, phrase.state, bool(phrase.note)


def test_a_site_says_what_the_catalogue_says(unsafe: Path) -> None:
    speaking = Speaking(project=load(unsafe))
    assert said(speaking, "Calls are recorded.") == (UNSAFE, State.TRANSLATED, False)
    assert said(speaking, "Messages.") == ("DE: Messages.", State.TRANSLATED, False)


def test_a_preview_withholds_what_could_run_and_says_what_is_wrong(unsafe: Path) -> None:
    project = load(unsafe)
    speaking = Speaking(project=project, is_preview=True, problems=check_project(project))
    assert said(speaking, "Calls are recorded.") == (WITHHELD, State.TRANSLATED, True)
    assert said(speaking, "Messages.") == ("DE: Messages.", State.TRANSLATED, False)


def test_drafts_are_in_a_preview_and_kept_back_from_a_site(tmp_path: Path) -> None:
    drafts = CONFIG.replace("[en, de]", "[en, de: {publish: false}]")
    project = load(write_project(tmp_path, {"mkdocs.yml": drafts}))
    site = Speaking(project=project)
    preview = replace(site, is_preview=True)
    assert [[one.id for one in some] for some in (site.locales, site.kept_back)] == [["en"], ["de"]]
    assert [one.id for one in preview.locales] == ["en", "de"]
    assert preview.kept_back == []


def test_what_is_proved_speaks_as_what_is_built(unsafe: Path) -> None:
    project = load(unsafe)
    speaking = Speaking(project=project, is_preview=True, problems=check_project(project))
    assert WITHHELD in str(Verifier(project, speaking).notice(GERMAN))
    assert WITHHELD not in str(Verifier(project).notice(GERMAN))
