"""What a project remembers hangs on: whoever changes the tool itself is not shown what was made."""

from __future__ import annotations

from pathlib import Path

import polynotice
from polynotice.files.text_files import contents_of
from polynotice.mkdocs_host.project_memory import print_of

PACKAGE = Path(polynotice.__file__).parent
ASKED_FOR_ANEW = {"theme", "starter_files", "starter_gdpr", "__pycache__"}
"""Folders of what nothing is remembered of, or whose templates have a digest of their own."""


def test_every_file_that_the_tool_makes_something_of_is_in_its_print() -> None:
    (known,) = print_of("polynotice")
    assert isinstance(known, list)
    names = {Path(name).relative_to(PACKAGE) for name, _ in known}
    makers = {Path(name).relative_to(PACKAGE) for name, _ in contents_of(PACKAGE)}
    others = {name for name in makers - names if ASKED_FOR_ANEW.isdisjoint(name.parts)}
    assert {
        Path("project/releases/archive.css"),
        Path("project/releases/archive_words.json"),
    } <= names
    # Written as they are, whatever was remembered.
    assert {name.suffix for name in others} <= {".pot", ".ttl", ".txt", ".typed"}
