"""What a build says on its pages, with no generator at work."""

from __future__ import annotations

from pathlib import Path

from polynotice.core.locales import find_locale
from polynotice.core.model import Span, Text
from polynotice.project.rendering import Rendering
from polynotice.project.speaking import Speaking
from tests.projects import load, translate, write_project

ENGLISH, GERMAN = map(find_locale, ("en", "de"))


def test_a_translated_page_takes_over_the_ids_of_its_source_page(tmp_path: Path) -> None:
    translate(write_project(tmp_path), "de")
    rendering = Rendering(speaking=Speaking(project=load(tmp_path)))
    page, *_ = rendering.speaking.project.site.pages
    assert rendering.context(page, GERMAN).ids is None
    rendering.note_ids(page, [("h1", "our-notice")])
    assert rendering.context(page, GERMAN).ids == [("h1", "our-notice")]
    assert rendering.context(page, ENGLISH).ids is None


def test_a_text_that_no_catalogue_was_asked_for_is_reported_once_it_is_said(tmp_path: Path) -> None:
    translate(write_project(tmp_path), "de")
    rendering = Rendering(speaking=Speaking(project=load(tmp_path)))
    known = next(message.text for message in rendering.speaking.project.messages)
    rendering.say(GERMAN)(known)
    assert rendering.words_brought_in() == []
    rendering.say(GERMAN)(Text(msgid="Brought in.", span=Span("docs/index.md", 3)))
    (problem,) = rendering.words_brought_in()
    assert (problem.code, problem.locale) == ("missing-translation", "de")
