"""A bar on a terminal while work takes longer than a second; in a log, never."""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.draws import each
from tests.processes import Copy, run_copy
from tests.projects import polynotice, replace_in, translate, write_project

BAR = "━"
BIN = Path(sys.executable).parent

SLOW = """\
import logging, time

def on_post_page(output, page, config):
    time.sleep(0.002)
    logging.getLogger("mkdocs.plugins.slow").warning("Written: %s", page.url)
    print("printed:", page.url, flush=True)
"""


HASTE = 100
"""How many times as fast the clock of a command runs: two milliseconds are a fifth of a second."""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small notice in two locales. To be copied."""
    folder = write_project(tmp_path_factory.mktemp("kept") / "notice")
    translate(folder, "de")
    return folder


@pytest.fixture
def small(kept: Path, tmp_path: Path) -> Path:
    """A small notice, with all its translations."""
    return shutil.copytree(kept, tmp_path / "notice")


@pytest.fixture
def slow(small: Path) -> Path:
    """A notice whose build takes longer than a second."""
    for number in range(3):
        (small / f"docs/p{number}.md").write_text(f"# Page {number}\n", encoding="utf-8")
    (small / "slow.py").write_text(SLOW, encoding="utf-8")
    with (small / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("hooks: [slow.py]\n")
    translate(small, "de")
    return small


def environment(**changes: str) -> dict[str, str]:
    given = {name: value for name, value in os.environ.items() if name not in ("CI", "NO_COLOR")}
    return {**given, "TERM": "xterm", "NO_MKDOCS_2_WARNING": "1", **changes}


def hasten(env: Mapping[str, str]) -> None:
    """Gives this process that environment, and a clock that runs fast."""
    os.environ.clear()
    os.environ.update(env)
    real = time.monotonic
    time.monotonic = lambda: real() * HASTE


def in_terminal(folder: Path, *command: str, env: Mapping[str, str]) -> tuple[int, str]:
    """The status of a command that is run in a terminal, and all that it writes there."""
    inner, outer = pty.openpty()
    process = Copy(command, folder=folder, first=lambda: hasten(env), output=outer, errors=outer)
    os.close(outer)
    written = read_all(inner)
    return process.wait(), written


def started_in_terminal(folder: Path, *command: str, env: Mapping[str, str]) -> tuple[int, str]:
    """The same of a program that Python loads anew."""
    inner, outer = pty.openpty()
    with subprocess.Popen(
        [str(BIN / command[0]), *command[1:]],
        cwd=folder,
        env=env,
        stdin=outer,
        stdout=outer,
        stderr=outer,
    ) as process:
        os.close(outer)
        written = read_all(inner)
    return process.returncode, written


def read_all(terminal: int) -> str:
    """All that is written to a terminal until nobody holds its other end."""
    written = b""
    while True:
        try:
            data = os.read(terminal, 1 << 16)
        except OSError:  # the other end is closed
            break
        if not data:
            break
        written += data
    os.close(terminal)
    return written.decode()


def screen(written: str) -> list[str]:
    """The lines that are left on a terminal, of what was written to it."""
    lines, row = [""], 0
    for piece in re.findall(r"\x1b\[[?\d;]*[A-Za-z]|\r|\n|[^\x1b\r\n]+", written):
        if piece == "\n":
            row += 1
            lines += [""] * (row == len(lines))
        elif piece == "\r":
            continue
        elif piece.endswith("A") and piece.startswith("\x1b"):
            row -= int(piece[2:-1] or 1)
        elif piece == "\x1b[2K":
            lines[row] = ""
        elif not piece.startswith("\x1b"):
            lines[row] += piece
    return [line for line in lines if line]


def test_a_long_build_shows_a_bar_between_the_lines_of_its_log_and_leaves_none(slow: Path) -> None:
    status, written = in_terminal(slow, "mkdocs", "build", env=environment())
    assert status == 0
    assert "Writing pages" in written
    assert BAR in written
    left = screen(written)
    assert not [line for line in left if BAR in line or "Writing pages" in line]
    assert sum(line.startswith("WARNING -  Written:") for line in left) == 8
    assert sum(line.startswith("printed:") for line in left) == 8


SHOWING_NONE = [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"CI": "true"}]


@each("changes", SHOWING_NONE, always=SHOWING_NONE[:1])
def test_a_terminal_that_wants_none_shows_none(slow: Path, changes: dict[str, str]) -> None:
    status, written = in_terminal(slow, "mkdocs", "build", env=environment(**changes))
    assert (status, BAR in written, "Writing pages" in written) == (0, False, False)


def test_a_log_has_none(slow: Path) -> None:
    done = run_copy("mkdocs", "build", folder=slow, first=lambda: hasten(environment()))
    assert done.returncode == 0, done.stderr
    assert BAR not in done.stdout + done.stderr
    assert "\x1b[" not in done.stdout
    assert "Writing pages" not in done.stderr


def test_a_short_build_shows_none_and_loads_no_rich(slow: Path) -> None:
    (slow / "slow.py").write_text(
        "import atexit, sys\natexit.register(lambda: print('rich' in sys.modules))\n"
    )
    slowly = "import time\nreal = time.monotonic\ntime.monotonic = lambda: real() / 100\n"
    (slow / "clock").mkdir()
    (slow / "clock/sitecustomize.py").write_text(slowly)
    paths = os.pathsep.join([str(slow / "clock"), os.environ.get("PYTHONPATH", "")])
    status, written = started_in_terminal(
        slow, "mkdocs", "build", env=environment(PYTHONPATH=paths)
    )
    assert (status, BAR in written, written.split()[-1]) == (0, False, "False")


@pytest.mark.parametrize(
    ("command", "what"),
    [
        (["check"], "Catalogues"),
        (["update"], "Catalogues"),
        (["verify", "site"], "Comparing locales"),
        (["build"], "Writing pages"),
        (["join", "parts/en", "parts/de", "--into", "joined"], "Copying parts"),
    ],
)
def test_each_long_command_shows_one_and_its_own_lines_whole(
    small: Path, command: list[str], what: str
) -> None:
    folder = small
    if command[0] in ("check", "update"):
        path = folder / "locales/de/LC_MESSAGES/notice.po"
        replace_in(path, "DE: Calls are recorded.", "Drei Anrufe werden in 3 Tagen")
    for locale in ("en", "de") if command[0] == "join" else ():
        target = str(folder / "parts" / locale)
        assert polynotice(folder, "build", "--locale", locale, "--site-dir", target).exit_code == 0
    if command[0] == "verify":
        assert polynotice(folder, "build").exit_code == 0
    status, written = in_terminal(folder, "polynotice", *command, env=environment())
    assert what in written
    left = screen(written)
    assert not [line for line in left if BAR in line]
    if command[0] == "check":
        assert status == 1
        assert any(re.match(r"locales/de/\S+:\d+: error number-mismatch: ", one) for one in left)
