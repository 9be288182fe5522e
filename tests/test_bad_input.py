"""Files that are damaged, locked, missing or of another kind: told with their place, and kept."""

from __future__ import annotations

import itertools
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from polynotice.cli import main
from polynotice.core.problem_codes import CODES
from tests.draws import each
from tests.processes import give_up_rights, run_copy
from tests.projects import (
    INDEX,
    RECORDS,
    build_site,
    problems_of,
    replace_in,
    translate,
    write_project,
)

RECORD = "notice_data/care.yml"
PAGE = "docs/index.md"
GERMAN = "locales/de/LC_MESSAGES/notice.po"
GLOSSARY = "locales/de/glossary.yml"
CODE_OF = {
    RECORD: "unreadable-records",
    PAGE: "unreadable-page",
    GERMAN: "unreadable-catalogue",
    GLOSSARY: "bad-glossary",
    "mkdocs.yml": "bad-setting",
}
"""The files that a person writes, each with the code under which it is refused."""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small notice without a problem, with a glossary. Nobody changes it."""
    folder = write_project(
        tmp_path_factory.mktemp("good"), {GLOSSARY: "recordings:\n  use: [recordings]\n"}
    )
    translate(folder, "de")
    assert problems_of(folder) == []
    return folder


@pytest.fixture(scope="module")
def kept_site(kept: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of that notice. Nobody changes it."""
    folder = tmp_path_factory.mktemp("built") / "good"
    shutil.copytree(kept, folder)
    return build_site(folder)


@pytest.fixture
def good(kept: Path, tmp_path: Path) -> Path:
    """A copy of that notice, to break."""
    shutil.copytree(kept, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
def site(kept_site: Path, good: Path) -> Path:
    """The site of `good`, to break as well."""
    return shutil.copytree(kept_site, good / "site")


def run(folder: Path, *arguments: str) -> Result:
    """Runs the command in the project. A traceback fails the test."""
    config = str(folder / "mkdocs.yml")
    return CliRunner().invoke(main, ["-f", config, *arguments], catch_exceptions=False)


def said(folder: Path, command: str = "check") -> list[str]:
    """What the command finds, each on its line; it must have found an error."""
    result = run(folder, command)
    assert result.exit_code == 1, result.output
    lines = result.stdout.splitlines()
    for line in lines:
        found = re.match(r"(?P<path>[^:]+):\d+: (?:error|warning) (?P<code>[\w-]+): ", line)
        assert found, line
        assert found["code"] in CODES
    return lines


def tree(folder: Path) -> dict[str, bytes]:
    """Every regular file below the folder, but for what the commands remember."""
    paths = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    names = {path.relative_to(folder).as_posix(): path for path in paths}
    return {name: path.read_bytes() for name, path in names.items() if name[:7] != ".cache/"}


def begins(lines: Sequence[str], start: str) -> bool:
    return any(line.startswith(start) for line in lines)


# Encodings and line ends.


@pytest.mark.parametrize("name", CODE_OF)
@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_a_file_in_another_encoding_is_refused_with_its_line(
    good: Path, name: str, encoding: str
) -> None:
    text = (good / name).read_text(encoding="utf-8")
    (good / name).write_bytes(f"{text}\n# Größe\n".encode(encoding))
    line = text.count("\n") + 2 if encoding == "latin-1" else 1
    before = tree(good)
    assert begins(said(good), f"{name}:{line}: error {CODE_OF[name]}: ")
    run(good, "update")
    assert tree(good)[GERMAN] == before[GERMAN]


@pytest.mark.parametrize("name", CODE_OF)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["", "byte order mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_files_of_other_editors_are_read_as_they_are_meant(
    good: Path, name: str, mark: bytes, end: str
) -> None:
    text = (good / name).read_text(encoding="utf-8")
    (good / name).write_bytes(mark + text.replace("\n", end).encode())
    assert problems_of(good) == []


def test_lines_are_right_behind_a_byte_order_mark_and_carriage_returns(good: Path) -> None:
    text = RECORDS.replace("purpose: Chats", "porpose: Chats").replace("\n", "\r\n")
    (good / RECORD).write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert f"{RECORD}:11: error unknown-field" in problems_of(good)


def test_a_page_whose_front_matter_follows_a_byte_order_mark_keeps_it(good: Path) -> None:
    text = f"---\ntitle: Privacy\n---\n{INDEX}"
    (good / PAGE).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert run(good, "update").exit_code == 0
    template = (good / "locales/notice.pot").read_text(encoding="utf-8")
    assert 'msgid "Privacy"' in template
    assert "title: Privacy" not in template


@pytest.mark.parametrize("name", [RECORD, GLOSSARY, "mkdocs.yml"])
def test_a_nul_in_yaml_is_refused_with_its_line(good: Path, name: str) -> None:
    text = (good / name).read_text(encoding="utf-8")
    (good / name).write_text(f"{text}\n# \0\n", encoding="utf-8")
    line = text.count("\n") + 2
    assert begins(said(good), f"{name}:{line}: error {CODE_OF[name]}: The character U+0000 ")


def test_a_nul_in_prose_is_refused_with_its_line(good: Path) -> None:
    replace_in(good / PAGE, "your data.", "your\0data.")
    assert begins(said(good), f"{PAGE}:3: error hidden-character: ")


def test_a_nul_in_a_translation_is_refused_with_its_line(good: Path) -> None:
    replace_in(good / GERMAN, "DE: Calls are", "DE: Calls\0are")
    (line,) = [line for line in said(good) if "hidden-character" in line]
    number = int(line.split(":")[1])
    assert "msgid" in (good / GERMAN).read_text(encoding="utf-8").splitlines()[number - 1]


def test_half_of_a_character_in_the_configuration_is_refused_everywhere(good: Path) -> None:
    replace_in(good / "mkdocs.yml", "site_name: Notice", 'site_name: "Notice\\ud800"')
    before = tree(good)
    for command in (["check"], ["update"], ["status"], ["add-locale", "fr"], ["check", "--json"]):
        assert run(good, *command).exit_code == 1
    assert begins(said(good), "mkdocs.yml:1: error ")
    assert tree(good) == before


# Empty files, folders in their place, and files in the place of folders.


@pytest.mark.parametrize("text", ["", " \n\t\n\n"], ids=["empty", "white space"])
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (RECORD, f"{RECORD}:1: error unreadable-records: "),
        (PAGE, f"{RECORD}:4: error unplaced-record: "),
        (GERMAN, f"{GERMAN}:1: error missing-translation: "),
        ("mkdocs.yml", "mkdocs.yml:1: error bad-setting: "),
    ],
)
def test_an_empty_file_is_told(good: Path, name: str, text: str, expected: str) -> None:
    (good / name).write_text(text, encoding="utf-8")
    assert begins(said(good), expected)


def test_an_empty_glossary_asks_for_nothing(good: Path) -> None:
    (good / GLOSSARY).write_text("", encoding="utf-8")
    assert problems_of(good) == []


@pytest.mark.parametrize("name", [RECORD, GERMAN, GLOSSARY])
def test_a_folder_where_a_file_should_be_is_told(good: Path, name: str) -> None:
    (good / name).unlink()
    (good / name).mkdir()
    assert begins(said(good), f"{name}:1: error {CODE_OF[name]}: ")
    before = tree(good)
    run(good, "update")
    assert tree(good) == before


def test_a_folder_instead_of_the_configuration_is_wrong_usage(good: Path) -> None:
    (good / "mkdocs.yml").unlink()
    (good / "mkdocs.yml").mkdir()
    assert run(good, "check").exit_code == 2


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("notice_data", "notice_data:1: error unreadable-records: "),
        ("docs", "mkdocs.yml:1: error bad-setting: "),
        ("locales", f"{GERMAN}:1: error unreadable-catalogue: "),
        ("locales/de/LC_MESSAGES", f"{GERMAN}:1: error unreadable-catalogue: "),
    ],
)
def test_a_file_where_a_folder_should_be_is_told(good: Path, name: str, expected: str) -> None:
    shutil.rmtree(good / name)
    (good / name).write_text("", encoding="utf-8")
    before = tree(good)
    assert begins(said(good), expected)
    result = run(good, "add-locale", "fr")
    if name == "locales":
        assert result.exit_code == 1
        assert result.stdout.startswith("locales/fr/LC_MESSAGES/notice.po:1: error unwritable-")
    if name == "notice_data":
        assert run(good, "update").exit_code == 1
        assert tree(good)[GERMAN] == before[GERMAN]


# Damage within a file.

CONFLICT = "<<<<<<< HEAD\n{0}=======\n{0}>>>>>>> theirs\n"


@pytest.mark.parametrize("name", CODE_OF)
def test_an_unfinished_merge_is_told_as_such_and_changes_nothing(good: Path, name: str) -> None:
    lines = (good / name).read_text(encoding="utf-8").splitlines(keepends=True)
    lines[3:4] = [CONFLICT.format(lines[3] if len(lines) > 3 else "")]
    (good / name).write_text("".join(lines), encoding="utf-8")
    before = tree(good)
    line = min(4, len(lines))
    found = [one for one in said(good) if one.startswith(f"{name}:{line}: error {CODE_OF[name]}")]
    assert "unfinished merge" in found[0]
    run(good, "update")
    assert tree(good)[GERMAN] == before[GERMAN]


def test_signs_like_those_of_a_merge_are_none_within_a_line(good: Path) -> None:
    replace_in(good / PAGE, "What we do", "Look <<<<<<< here")
    replace_in(good / PAGE, "# Privacy notice\n", "Privacy notice\n=======\n")
    assert not [line for line in said(good) if "merge" in line]


def test_a_repeated_message_names_both_lines(good: Path) -> None:
    text = (good / GERMAN).read_text(encoding="utf-8")
    first = 'msgctxt "purposes/calls/purpose"'
    line = text[: text.index(first)].count("\n") + 2
    copy = f'{first}\nmsgid "Calls are recorded."\nmsgstr "Anders."\n'
    (good / GERMAN).write_text(f"{text}\n{copy}", encoding="utf-8")
    again = text.count("\n") + 3
    start = f"{GERMAN}:{again}: error unreadable-catalogue: "
    (found,) = [one for one in said(good) if one.startswith(start)]
    assert f"the same message as in line {line}" in found
    before = tree(good)
    assert run(good, "update").exit_code == 1
    assert tree(good)[GERMAN] == before[GERMAN]


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        (['msgstr[0] "x"'], "error header-mismatch: The entry has 1 plural forms, the header 2."),
        (['msgstr[0] "x"', 'msgstr[1] "y"', 'msgstr[2] "z"'], "error header-mismatch: "),
        (['msgstr[0] "x"', 'msgstr[2] "z"'], "error unreadable-catalogue: "),
        (['msgstr "x"'], "error unreadable-catalogue: "),
        (['msgstr[0] "x"', 'msgstr[1] "y"'], ""),
    ],
)
def test_a_wrong_number_of_plural_forms_is_told(
    good: Path, forms: list[str], expected: str
) -> None:
    text = (good / GERMAN).read_text(encoding="utf-8")
    entry = "\n".join(['msgid "%d call"', 'msgid_plural "%d calls"', *forms])
    (good / GERMAN).write_text(f"{text}\n{entry}\n", encoding="utf-8")
    line = text.count("\n") + 2
    if expected:
        assert begins(said(good), f"{GERMAN}:{line}: {expected}")
    else:
        assert problems_of(good) == []


@pytest.mark.parametrize(
    ("language", "is_wrong"),
    [("fr", True), ("German", True), ("de_AT", False), ("", False), ("de_CH@variant", False)],
)
def test_a_catalogue_of_another_locale_is_told(good: Path, language: str, is_wrong: bool) -> None:
    replace_in(good / GERMAN, '"Language: de\\n"', f'"Language: {language}\\n"')
    expected = [f"{GERMAN}:{_header_line(good)}: error header-mismatch"] if is_wrong else []
    assert problems_of(good) == expected
    assert run(good, "update").exit_code == 0, "the work in it is kept up all the same"


def _header_line(folder: Path) -> int:
    return (folder / GERMAN).read_text(encoding="utf-8").splitlines().index('msgid ""') + 1


def test_a_catalogue_that_says_another_encoding_is_read_in_it(good: Path) -> None:
    replace_in(good / GERMAN, "charset=UTF-8", "charset=ISO-8859-1")
    assert problems_of(good) == []


def test_a_misspelt_status_approves_nothing(good: Path) -> None:
    replace_in(good / GERMAN, 'Status: draft\\n"', 'Status: aproved\\n"')
    result = run(good, "check")
    assert result.stdout.startswith(f"{GERMAN}:{_header_line(good)}: warning bad-remark: ")
    assert 'Did you mean "approved"?' in result.stdout
    assert "notice-draft" in (build_site(good) / "de/index.html").read_text(encoding="utf-8")


# Links to nowhere, pipes.


@pytest.mark.parametrize("name", [RECORD, PAGE, GERMAN, GLOSSARY])
def test_a_link_to_a_file_that_is_gone_is_told(good: Path, name: str) -> None:
    (good / name).unlink()
    (good / name).symlink_to("gone")
    assert begins(said(good), f"{name}:1: error {CODE_OF[name]}: ")


@pytest.mark.parametrize("name", [RECORD, PAGE, GERMAN, GLOSSARY])
def test_a_pipe_is_told_and_not_waited_for(good: Path, name: str) -> None:
    (good / name).unlink()
    os.mkfifo(good / name)
    assert begins(said(good), f"{name}:1: error {CODE_OF[name]}: ")


def test_a_pipe_among_the_files_of_a_site_refuses_the_build(good: Path) -> None:
    before = tree(build_site(good))
    os.mkfifo(good / "docs" / "image.png")
    done = subprocess.run(
        program(building(good)), capture_output=True, text=True, check=False, timeout=60
    )
    assert_refused(done)
    assert "named pipe" in done.stderr
    assert tree(good / "site") == before


NAMES = ["a\nb", "a b", "a'b", "a\tb", "\udcff", "a:b", "ä", "<b>", "%41", "&amp;", "msgid"]
PLACES = ("docs/{}.md", "notice_data/{}.yml", "docs/{}/index.md")


@each(
    ("place", "name"),
    itertools.product(PLACES, NAMES),
    always=[*zip(itertools.cycle(PLACES), NAMES)],
)
def test_whatever_a_file_is_called_nothing_is_lost(good: Path, place: str, name: str) -> None:
    path = good / place.format(name)
    path.parent.mkdir(exist_ok=True)
    path.write_text((good / (PAGE if path.suffix == ".md" else RECORD)).read_text())
    before = tree(good)
    for command in ("check", "update", "status"):
        result = run(good, command)
        assert result.exit_code in (0, 1)
        assert result.stdout.count("\n") == len(result.stdout.splitlines())
        assert json.loads(run(good, command, "--json").stdout)
    assert 'msgstr "DE: Calls are recorded."' in tree(good)[GERMAN].decode()
    assert tree(good).keys() >= before.keys()
    again = json.loads(run(good, "update", "--json").stdout)
    assert again.get("changed", []) == []
    assert "unreadable-catalogue" not in {found["code"] for found in again["problems"]}


# What the system refuses. The program is a process of its own: the tests go on with their rights.

Command = Callable[..., "subprocess.CompletedProcess[str]"]


def program(command: Sequence[str]) -> list[str]:
    """The command as a program of its own, where a copy of this process will not do."""
    modules = {"mkdocs": "mkdocs", "polynotice": "polynotice.cli"}
    return [sys.executable, "-m", modules[command[0]], *command[1:]]


def building(folder: Path) -> list[str]:
    return ["mkdocs", "build", "--quiet", "-f", str(folder / "mkdocs.yml")]


@pytest.fixture(scope="session")
def unprivileged(tmp_path_factory: pytest.TempPathFactory) -> Command:
    """Runs a command for which permissions hold, as they do for everybody but root."""
    locked = tmp_path_factory.mktemp("locked") / "file"
    locked.touch(mode=0o000)

    def command(arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
        return run_copy(*arguments, first=give_up_rights)

    probe = run_copy("polynotice", "-f", str(locked), "check", first=give_up_rights)
    if "is not readable" not in probe.stderr:
        pytest.skip("Root may read everything, and cannot give up that right here.")
    return command


def assert_refused(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stderr


LOCKED = {
    **{name: f"{name}:1: error {CODE_OF[name]}: " for name in (RECORD, PAGE, GERMAN)},
    "notice_data": "notice_data:1: error unreadable-records: ",
    "docs": "docs:1: error unreadable-page: ",
    "locales/de": f"{GERMAN}:1: error unreadable-catalogue: ",
}


@each(
    ("name", "command"),
    itertools.product(LOCKED, ("check", "update")),
    always=[*zip(LOCKED, itertools.cycle(("update", "check")))],
)
def test_what_may_not_be_read_is_told(
    good: Path, name: str, command: str, unprivileged: Command
) -> None:
    before = tree(good)
    mode = (good / name).stat().st_mode
    (good / name).chmod(0o000)
    try:
        done = unprivileged(["polynotice", "-f", str(good / "mkdocs.yml"), command])
    finally:
        (good / name).chmod(mode)
    assert_refused(done)
    assert LOCKED[name] in done.stdout
    assert "Permission denied" in done.stdout
    assert {name: tree(good)[name] for name in before if name.endswith(".po")} == {
        name: data for name, data in before.items() if name.endswith(".po")
    }


@pytest.mark.parametrize(
    ("name", "status", "expected"),
    [
        (GLOSSARY, 1, f"{GLOSSARY}:1: error bad-glossary: "),
        ("mkdocs.yml", 2, "is not readable."),
    ],
)
def test_what_may_not_be_read_hinders_a_check(
    good: Path, name: str, status: int, expected: str, unprivileged: Command
) -> None:
    (good / name).chmod(0o000)
    done = unprivileged(["polynotice", "-f", str(good / "mkdocs.yml"), "check"])
    (good / name).chmod(0o644)
    assert done.returncode == status
    assert expected in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_records_in_a_folder_that_may_not_be_read_are_not_taken_for_removed(
    good: Path, unprivileged: Command
) -> None:
    (good / "notice_data/more").mkdir()
    (good / RECORD).rename(good / "notice_data/more/care.yml")
    before = tree(good)
    (good / "notice_data/more").chmod(0o000)
    done = unprivileged(["polynotice", "-f", str(good / "mkdocs.yml"), "update"])
    (good / "notice_data/more").chmod(0o755)
    assert_refused(done)
    assert "notice_data/more:1: error unreadable-records: " in done.stdout
    assert tree(good) == before


def _read_only(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).chmod(0o555)


def _new_sentence(folder: Path) -> None:
    """Changes the source, so that there is something to write."""
    replace_in(folder / RECORD, "Messages.", "Messages and their times.")


@pytest.mark.parametrize("command", [("update",), ("add-locale", "fr")])
def test_a_folder_that_may_not_be_written_keeps_what_is_in_it(
    good: Path, command: tuple[str, ...], unprivileged: Command
) -> None:
    _new_sentence(good)
    before = tree(good)
    _read_only(good, "locales", "locales/de/LC_MESSAGES")
    done = unprivileged(["polynotice", "-f", str(good / "mkdocs.yml"), *command])
    assert_refused(done)
    assert ":1: error unwritable-catalogue: " in done.stdout
    assert "Permission denied" in done.stdout
    assert tree(good) == before


@pytest.mark.parametrize("locked", ["mkdocs.yml", "."])
def test_where_mkdocs_yml_cannot_be_written_it_is_said_what_to_write(
    good: Path, unprivileged: Command, locked: str
) -> None:
    before = (good / "mkdocs.yml").read_bytes()
    (good / locked).chmod(0o555 if locked == "." else 0o444)
    done = unprivileged(["polynotice", "-f", str(good / "mkdocs.yml"), "add-locale", "fr"])
    (good / locked).chmod(0o755)
    assert (done.returncode, done.stdout) == (1, "started: locales/fr/LC_MESSAGES/notice.po\n")
    assert done.stderr == (
        "Error: mkdocs.yml cannot be written: Permission denied. "
        "Now add `- fr: {publish: false}` to `locales` (mkdocs.yml:8).\n"
    )
    assert (good / "mkdocs.yml").read_bytes() == before


def test_a_notice_is_not_begun_where_nothing_may_be_written(
    tmp_path: Path, unprivileged: Command
) -> None:
    _read_only(tmp_path, ".")
    done = unprivileged(["polynotice", "init", str(tmp_path / "new")])
    assert_refused(done)
    assert "Permission denied; nothing was written." in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("locked", [".", "site", "site/de"])
def test_a_site_that_may_not_be_written_stays_as_it_was(
    good: Path, locked: str, unprivileged: Command
) -> None:
    build_site(good)
    before = tree(good / "site")
    _change_and_translate(good)
    _read_only(good, locked)
    done = unprivileged(building(good))
    (good / locked).chmod(0o755)
    assert_refused(done)
    assert "The last good site is as it was." in done.stderr
    assert tree(good / "site") == before
    assert [path.name for path in good.glob(".site*")] == []


def _change_and_translate(folder: Path) -> None:
    """A source that is changed and translated again, so that a new site would be another."""
    _new_sentence(folder)
    translate(folder, "de")


# A disk that is full.


def _limited(folder: Path, arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Runs the command where no file may grow beyond 300 bytes: `EFBIG`, without any rights."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        # What the command says goes through pipes, which have no size.
        resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300))

    return run_copy(*arguments, first=limit)


def _on_full_disk(folder: Path, arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Runs the command with the folder on a disk of its own, filled up: `ENOSPC`.

    The disk is a small tmpfs in a mount namespace, which ends with the command; what is on it
    then is copied back.
    """
    script = (
        'set -e; work="$1"; shift; copy="$work.copy"; cp -a "$work" "$copy"\n'
        'mount -t tmpfs -o size=24m tmpfs "$work" 2> /dev/null || exit 77\n'
        'cp -a "$copy/." "$work"; head -c 1G /dev/zero > "$work/filler" 2> /dev/null || true\n'
        'cd /; status=0; "$@" || status=$?\n'
        'rm "$work/filler"; rm -r "$copy"; cp -a "$work" "$copy"; exit $status\n'
    )
    command = ["unshare", "--map-root-user", "--mount", "sh", "-c", script, "sh", str(folder)]
    if not shutil.which("unshare"):
        pytest.skip("There is no unshare to make a small disk with.")
    done = subprocess.run(
        [*command, *program(arguments)], capture_output=True, text=True, check=False
    )
    if done.returncode == 77 or done.stderr.startswith("unshare: "):
        pytest.skip("The system lets this user make no disk.")
    shutil.rmtree(folder)
    folder.with_name(f"{folder.name}.copy").rename(folder)
    return done


@each(
    ("on_full", "command"),
    itertools.product((_limited, _on_full_disk), (("update",), ("add-locale", "fr"))),
    always=[(_limited, ("add-locale", "fr")), (_on_full_disk, ("update",))],
)
def test_a_full_disk_costs_no_catalogue(
    good: Path, command: tuple[str, ...], on_full: Command
) -> None:
    _new_sentence(good)
    before = tree(good)
    done = on_full(good, ["polynotice", "-f", str(good / "mkdocs.yml"), *command])
    assert_refused(done)
    assert ":1: error unwritable-catalogue: " in done.stdout
    assert re.search("No space left on device|File too large", done.stdout)
    assert tree(good) == before
    assert run(good, *command).exit_code == 0, "with room again"


@each("on_full", [_limited, _on_full_disk], always=[_limited])
def test_a_notice_is_not_begun_on_a_full_disk(tmp_path: Path, on_full: Command) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "mine.txt").write_text("kept")
    done = on_full(folder, ["polynotice", "init", str(folder / "new")])
    assert_refused(done)
    assert re.search("(?:No space left on device|File too large); nothing was wr", done.stderr)
    assert tree(tmp_path) == {"work/mine.txt": b"kept"}
    assert not (folder / "new").exists()


@each("on_full", [_limited, _on_full_disk], always=[_limited])
def test_a_full_disk_leaves_no_release(good: Path, on_full: Command) -> None:
    before = tree(good)
    done = on_full(good, ["polynotice", "-f", str(good / "mkdocs.yml"), "release", "2026-03-01"])
    assert_refused(done)
    assert re.search("No space left on device|File too large", done.stdout)
    assert not (good / "releases").exists()
    assert tree(good) == before


@each("on_full", [_limited, _on_full_disk], always=[_on_full_disk])
def test_a_full_disk_leaves_the_last_good_site(good: Path, on_full: Command) -> None:
    build_site(good)
    before = tree(good / "site")
    _change_and_translate(good)
    done = on_full(good, building(good))
    assert_refused(done)
    assert re.search("No space left on device|File too large", done.stderr)
    assert "The last good site is as it was." in done.stderr
    assert tree(good / "site") == before
    assert [path.name for path in good.glob(".site*")] == []


# Verifying what is there, or is not.


def verified(folder: Path, site: Path) -> list[dict[str, object]]:
    result = run(folder, "verify", str(site), "--json")
    assert result.exit_code == 1
    found: list[dict[str, object]] = json.loads(result.stdout)["problems"]
    assert found
    return found


def test_a_site_that_is_not_there_is_wrong_usage(good: Path) -> None:
    assert run(good, "verify", str(good / "site")).exit_code == 2


def test_a_file_instead_of_a_site_is_wrong_usage(good: Path) -> None:
    (good / "site").touch()
    assert run(good, "verify", str(good / "site")).exit_code == 2


def test_an_empty_site_lacks_every_page(good: Path) -> None:
    (good / "site").mkdir()
    missing = {found["path"] for found in verified(good, good / "site")}
    assert {"index.html", "de/index.html", "notice.json", "de/notice.json"} <= missing


IN_SITE = ("de/index.html", "de/notice.json", "notice-manifest.json")
DAMAGES: dict[str, bytes] = {
    "empty": b"",
    "NUL": b"\0" * 100,
    "UTF-16": '<!doctype html>{"locale": "de"}'.encode("utf-16"),
    "not UTF-8": b'{"locale": "\xff"}',
    "deep": b"[" * 100_000,
    "deep HTML": b"<div>" * 20_000,
    "another kind": b'["locale"]',
    "a number": b"1e999999",
    "cut": b'{"locale": "de", "rec',
}


@each(
    ("name", "damage"),
    itertools.product(IN_SITE, DAMAGES),
    always=[*zip(itertools.cycle(IN_SITE), DAMAGES)],
)
def test_a_damaged_file_of_a_site_is_found(good: Path, site: Path, name: str, damage: str) -> None:
    (site / name).write_bytes(DAMAGES[damage])
    assert name in {found["path"] for found in verified(good, site)}


@each(
    ("name", "kind"),
    itertools.product(IN_SITE, ("folder", "pipe", "broken link")),
    always=[*zip(IN_SITE, ("folder", "pipe", "broken link"), strict=True)],
)
def test_what_is_no_file_in_a_site_is_found(good: Path, site: Path, name: str, kind: str) -> None:
    (site / name).unlink()
    if kind == "folder":
        (site / name).mkdir()
    elif kind == "pipe":
        os.mkfifo(site / name)
    else:
        (site / name).symlink_to("gone")
    assert name in {found["path"] for found in verified(good, site)}


def test_folders_and_pipes_that_are_called_like_pages_stop_no_proof(good: Path, site: Path) -> None:
    (site / "folder.html").mkdir()
    (site / "gone.html").symlink_to("nowhere")
    os.mkfifo(site / "pipe.html")
    assert run(good, "verify", str(site)).exit_code in (0, 1)


@pytest.mark.parametrize("name", ["index.html", "de/notice.json", "de"])
def test_what_may_not_be_read_in_a_site_is_told(
    good: Path, site: Path, name: str, unprivileged: Command
) -> None:
    mode = (site / name).stat().st_mode
    (site / name).chmod(0o000)
    done = unprivileged(["polynotice", "-f", str(good / "mkdocs.yml"), "verify", str(site)])
    (site / name).chmod(mode)
    assert_refused(done)
    assert f"{name}" in done.stdout
