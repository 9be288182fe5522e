"""Zensical, which runs no plugins of MkDocs: the notice ends its build, and no page is made."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from polynotice.plugin_guard import SENTENCE
from polynotice.project.starter import write_starter_files
from tests.projects import ROOT

ZENSICAL = Path(os.environ.get("POLYNOTICE_ZENSICAL", ROOT / ".venv-zensical" / "bin" / "zensical"))

pytestmark = pytest.mark.skipif(not ZENSICAL.exists(), reason="See `make generators`.")


def build(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [ZENSICAL, "build", "--strict"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "plugins")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_new_notice_is_refused_with_a_sentence_and_without_a_page(tmp_path: Path) -> None:
    write_starter_files(tmp_path)
    ended = build(tmp_path)
    assert ended.returncode != 0
    assert SENTENCE in ended.stdout + ended.stderr
    # Its error page, which has nothing of the notice, may be there already.
    assert {path.name for path in tmp_path.glob("site/**/*.html")} <= {"404.html"}


def test_without_the_extension_the_tables_are_lost_in_silence(tmp_path: Path) -> None:
    """What the extension is for: the day Zensical reads plugins, this fails."""
    write_starter_files(tmp_path)
    config = tmp_path / "mkdocs.yml"
    lines = [
        line for line in config.read_text("utf-8").splitlines() if "- polynotice #" not in line
    ]
    config.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert build(tmp_path).returncode == 0
    assert "::: purposes" in (tmp_path / "site" / "index.html").read_text("utf-8")
