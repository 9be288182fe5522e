"""A build looks for garbage less often, and leaves Python as it was."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path
from typing import Literal

import pytest
from mkdocs.exceptions import Abort

from tests.projects import build_site, config_of, translate


@pytest.mark.parametrize("is_complete", [True, False])
def test_the_thresholds_are_as_before_however_a_build_ends(notice: Path, is_complete: bool) -> None:
    before, frozen = gc.get_threshold(), gc.get_freeze_count()
    if is_complete:
        translate(notice, "de")
        build_site(notice)
    else:
        with pytest.raises(Abort):
            build_site(notice)
    assert (gc.get_threshold(), gc.get_freeze_count()) == (before, frozen)


@pytest.mark.parametrize(("command", "is_rarer"), [("build", True), ("serve", False)])
def test_only_a_build_looks_for_garbage_less_often(
    notice: Path, command: Literal["build", "serve"], is_rarer: bool
) -> None:
    before = gc.get_threshold()
    plugins = config_of(notice).plugins
    plugins.on_startup(command=command, dirty=False)
    during = gc.get_threshold()
    plugins.on_shutdown()
    assert (during[0] > before[0]) is is_rarer
    assert gc.get_threshold() == before


@pytest.mark.parametrize(
    ("program", "is_spared"),
    [
        ("from mkdocs.__main__ import cli; cli(['build', '--quiet'])", True),
        ("from polynotice.cli import main; main(['check'])", True),
        ("from polynotice.cli import main; main(['--version'])", False),
    ],
    ids=["a build", "a command of ours", "one that does nothing"],
)
def test_a_process_looks_for_no_garbage_once_it_ends(
    notice: Path, program: str, is_spared: bool
) -> None:
    translate(notice, "de")
    # What was registered first is called last.
    asked = "import atexit, gc; atexit.register(lambda: print('set aside:', gc.get_freeze_count()))"
    done = subprocess.run(
        [sys.executable, "-c", f"{asked}\n{program}"],
        cwd=notice,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert (int(done.stdout.rpartition("set aside:")[2]) > 0) is is_spared
