"""What legal approves: digests that anybody can compute, and a manifest to compare a site with."""

from __future__ import annotations

import hashlib
import json
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from click.testing import CliRunner, Result

from polynotice.cli import main
from polynotice.core.model import State
from polynotice.notice.digests import digest, digest_of_record
from polynotice.notice.notice_form import FieldForm
from polynotice.verify import manifest_reader
from polynotice.verify.manifest import (
    MANIFEST,
    Provenance,
    WantedLocale,
    digests,
    lines_of,
    lines_of_prose,
    notice_in,
    pieces_of,
    text_of,
)
from polynotice.verify.site_verifier import Verifier
from tests.conftest import serve
from tests.draws import draws, for_each
from tests.processes import run_copy
from tests.projects import (
    CONFIG,
    ROOT,
    build_site,
    load,
    polynotice,
    replace_in,
    translate,
    write_project,
)

RECORDS = """\
section: care
title: Care
purposes:
  - id: calls
    title: Calls
    purpose: Calls are [recorded](more.md).
    personal_data: [Recordings of calls., Your name.]
    data: [recordings]
  - id: chat
    purpose: Chats are *monitored*.
    personal_data: Messages.
    data: [messages]
"""
FILES = {
    "notice_data/care.yml": RECORDS,
    "docs/more.md": "# More\n\nWhat else there is.\n\n::: purposes\n    records: [chat]\n",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A notice of two locales, built into `site`. Read only."""
    folder = write_project(tmp_path_factory.mktemp("notice"), FILES)
    translate(folder, "de")
    build_site(folder)
    return folder


@pytest.fixture(scope="module")
def verifier(built: Path) -> Verifier:
    """What compares a site with the project."""
    return Verifier(load(built))


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """A copy of the built site, to damage."""
    return Path(shutil.copytree(built / "site", tmp_path / "site"))


@pytest.fixture
def approved(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The manifest alone, in the folder where the command runs, which has nothing else."""
    folder = tmp_path / "legal"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return Path(shutil.copy(built / "site" / MANIFEST, folder / "approved.json"))


def manifest_of(locales: Sequence[WantedLocale], provenance: Provenance) -> str:
    """The manifest of a site that is as these locales must be."""
    nothing = {locale.id: lines_of_prose({}) for locale in locales}
    return text_of({locale.id: lines_of(locale) for locale in locales}, nothing, provenance)


def verify(approved: Path, site: Path, *more: str) -> Result:
    """Compares a site with a manifest, in the present folder."""
    return CliRunner().invoke(main, ["verify", "--manifest", str(approved), str(site), *more])


def problems(result: Result) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(result.stdout)["problems"]
    assert result.exit_code == (1 if found else 0), result.output
    return found


def read(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


# --- digests -------------------------------------------------------------------------------------


def page_of_the_manual() -> str:
    return (ROOT / "manual" / "reference" / "digests.md").read_text(encoding="utf-8")


def test_the_manuals_own_lines_compute_every_digest_of_a_record(own_site: Path) -> None:
    script = re.search(r"```python\n(.*?)```", page_of_the_manual(), re.DOTALL)
    assert script
    for path in sorted(own_site.rglob("notice.json")):
        command = [sys.executable, "-I", "-c", script[1], str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        expected = [f"{record['id']} True" for record in read(path)["records"]]
        assert done.stdout.split("\n")[:-1] == expected


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
def test_the_manuals_jq_gives_the_same_digest(own_site: Path) -> None:
    program = re.search(r"jq -cjS '(.*?)'", page_of_the_manual(), re.DOTALL)
    assert program
    for path in sorted(own_site.rglob("notice.json")):
        command = ["jq", "-cjS", "--arg", "id", "order-messages", program[1], str(path)]
        done = subprocess.run(command, capture_output=True, check=True)
        record = next(one for one in read(path)["records"] if one["id"] == "order-messages")
        assert hashlib.sha256(done.stdout).hexdigest() == record["sha256"]


def test_the_digests_of_the_whole_are_of_its_canonical_parts(own_site: Path) -> None:
    data = read(own_site / MANIFEST)

    def sha256(value: object) -> str:
        text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    assert data["sha256"] == sha256(data["locales"])
    assert data["prose_sha256"] == sha256(data["prose"])
    rest = {name: data[name] for name in data if name not in ("locales", "manifest_sha256")}
    assert data["manifest_sha256"] == sha256(rest)


def test_the_manifest_says_what_each_notice_json_says(own_site: Path) -> None:
    data = read(own_site / MANIFEST)
    for name, one in data["locales"].items():
        folder = own_site if name == "en" else own_site / name
        pages = one.pop("pages")
        assert {"format": 1, **one} == read(folder / "notice.json")
        assert all((own_site / path).is_file() for path in pages)
        assert len(one["records"]) == 9
    assert len(data["locales"]) == 12


RECORD = {
    "id": "calls",
    "section": "care",
    "page": "",
    "fields": {
        "purpose": {"text": "Calls are recorded.", "lang": "en", "state": "source"},
        "personal_data": {"text": "Recordings.", "lang": "en", "state": "source"},
    },
}


@for_each(
    ("where", "value"),
    [
        ("fields.purpose.text", "Calls are recorded"),
        ("fields.purpose.text", "Calls are recorded.\u200b"),
        ("fields.purpose.text", "Calls are  recorded."),
        ("fields.purpose.text", "calls are recorded."),
        ("fields.purpose.lang", "de"),
        ("fields.personal_data", {"text": "", "lang": "en"}),
        ("fields.retention", {"text": "A year.", "lang": "en"}),
        ("id", "call"),
    ],
)
def test_whatever_a_reader_sees_changes_the_digest(where: str, value: object) -> None:
    assert digest_of_record(changed(RECORD, where, value)) != digest_of_record(RECORD)


@pytest.mark.parametrize(
    ("where", "value"),
    [("section", "other"), ("page", "more/"), ("fields.purpose.state", "translated")],
)
def test_what_no_reader_sees_does_not_change_the_digest(where: str, value: object) -> None:
    assert digest_of_record(changed(RECORD, where, value)) == digest_of_record(RECORD)


def test_the_order_of_fields_does_not_change_the_digest() -> None:
    names = reversed(RECORD["fields"])  # type: ignore[call-overload]
    other = {**RECORD, "fields": {name: RECORD["fields"][name] for name in names}}  # type: ignore[index]
    assert digest_of_record(other) == digest_of_record(RECORD)


def changed(data: Any, where: str, value: object) -> Any:
    """The data with another value in that place."""
    copy = json.loads(json.dumps(data))
    *path, last = where.split(".")
    inner = copy
    for name in path:
        inner = inner[int(name) if isinstance(inner, list) else name]
    inner[int(last) if isinstance(inner, list) else last] = value
    return copy


def test_the_same_words_have_the_same_digest_whoever_built_them(built: Path) -> None:
    wanted = Verifier(load(built)).wanted
    made = Provenance(commit="a" * 40, is_dirty=True, versions={"mkdocs": "1"})
    one = json.loads(manifest_of(wanted, made))
    other = json.loads(manifest_of(wanted, Provenance(time="2026-01-01T00:00:00Z")))
    assert one["sha256"] == other["sha256"] == read(built / "site" / MANIFEST)["sha256"]
    assert one["manifest_sha256"] != other["manifest_sha256"]


def test_a_manifest_of_nothing_is_one_all_the_same() -> None:
    said = json.loads(text_of({}, {}, Provenance()))
    assert (said["locales"], said["prose"]) == ({}, {})
    assert said["sha256"] == hashlib.sha256(b"{}").hexdigest()


def test_a_manifest_in_pieces_is_the_whole_whatever_the_order_of_its_locales(built: Path) -> None:
    wanted = Verifier(load(built)).wanted
    lines = {one.id: lines_of(one) for one in wanted}
    prose = {one.id: lines_of_prose({}) for one in wanted}
    asked: list[str] = []

    def said(locale: str) -> str:
        asked.append(locale)
        return lines[locale]

    pieces = [*pieces_of([*reversed(lines)], said, prose, Provenance())]
    assert {*lines.values()} <= {*pieces}  # each locale's is one by itself
    assert sorted(asked) == sorted([*lines, *lines])
    whole = "".join(pieces)
    assert whole == text_of(lines, prose, Provenance())
    data = json.loads(whole)
    words = {one.id: {**one.notice, "pages": one.pages} for one in wanted}
    assert digest(data["locales"]) == digest(words) == data["sha256"]
    assert {name: data[name] for name in digests(data)} == digests(data)


def test_what_is_read_from_a_manifest_is_what_the_project_asks_for(built: Path) -> None:
    found, wrong = manifest_reader.read_manifest(built / "site" / MANIFEST, MANIFEST)
    assert found and not wrong
    assert in_order(found.locales) == in_order(Verifier(load(built)).wanted)


def in_order(locales: Sequence[WantedLocale]) -> list[WantedLocale]:
    return sorted(locales, key=lambda one: one.id)


def test_languages_directions_and_markup_of_a_page_come_back_from_its_manifest(
    tmp_path: Path,
) -> None:
    """With texts in two languages side by side, from right to left and from left to right."""
    config = CONFIG.replace("[en, de]", "[en, ar, fr-CA]\n      untranslated: fallback")
    text = """\
        section: care
        purposes:
          - id: calls
            title: Calls
            purpose: "We **record** `calls`, [see there](https://other.example/?a=1&b=2)."
            personal_data: [Name., A < B & C., "Two *words*."]
          - id: chat
            purpose: Chats.
            data: [recordings, messages]
    """
    write_project(tmp_path, {"mkdocs.yml": config, "notice_data/care.yml": text})
    translate(tmp_path, "ar", **{"Name.": "الاسم.", "Chats.": ""})
    assert polynotice(tmp_path, "add-locale", "fr-CA").exit_code == 0
    site = build_site(tmp_path)
    found, wrong = manifest_reader.read_manifest(site / MANIFEST, MANIFEST)
    assert found and not wrong
    assert in_order(found.locales) == in_order(Verifier(load(tmp_path)).wanted)
    assert verify(site / MANIFEST, site).output == ""
    written = (site / MANIFEST).read_text(encoding="utf-8")
    assert {"source", "translated", "missing"} <= set(re.findall(r'"state":"(\w+)"', written))


def test_a_manifest_has_every_state_that_a_text_can_have() -> None:
    assert set(get_args(get_type_hints(FieldForm)["state"])) == {str(state) for state in State}


def test_a_preview_has_no_manifest(built: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(built, tmp_path / "notice"))
    assert not (build_site(folder, preview=True) / MANIFEST).exists()


# --- a site against a manifest alone -------------------------------------------------------------


def in_file(name: str, old: str, new: str) -> Callable[[Path], None]:
    """A damage: another piece in the first place of one in a file."""
    return lambda site: replace_in(site / name, old, new)


def by_pattern(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(site: Path) -> None:
        html = (site / name).read_text(encoding="utf-8")
        changed = re.sub(old, new, html, count=1, flags=re.DOTALL)
        assert changed != html
        (site / name).write_text(changed, encoding="utf-8")

    return change


def without(name: str) -> Callable[[Path], None]:
    def remove(site: Path) -> None:
        path = site / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()

    return remove


def copied(name: str, target: str) -> Callable[[Path], None]:
    def copy(site: Path) -> None:
        (site / target).parent.mkdir(parents=True, exist_ok=True)
        if (site / name).is_dir():
            shutil.copytree(site / name, site / target)
        else:
            shutil.copy(site / name, site / target)

    return copy


CHAT = r'<tr[^>]*data-record="chat".*?</tr>'
DAMAGES: dict[str, tuple[Callable[[Path], None], set[str]]] = {
    "a row removed": (by_pattern("de/index.html", CHAT, ""), {"row-missing"}),
    "a row doubled": (by_pattern("de/index.html", f"({CHAT})", r"\1\1"), {"row-extra"}),
    "a row of no record": (
        in_file(
            "index.html", "<tbody", "<tbody><tr><td>We sell your data.</td></tr></tbody><tbody"
        ),
        {"row-extra"},
    ),
    "a row of the data index removed": (
        by_pattern("index.html", r'<tr[^>]*data-category="messages".*?</tr>', ""),
        {"row-missing"},
    ),
    "a word altered": (in_file("de/index.html", "DE: Calls are", "DE: Calls were"), {"row-text"}),
    "a character altered": (in_file("index.html", ">Messages.<", ">Message.<"), {"row-text"}),
    "a text emptied": (in_file("index.html", ">Messages.<", "><"), {"row-text"}),
    "an item of a list removed": (
        by_pattern("de/index.html", r"<li>DE: Your name.</li>", ""),
        {"row-text"},
    ),
    "another locale's text": (in_file("de/index.html", "DE: Messages.", "Messages."), {"row-text"}),
    "another language": (by_pattern("de/index.html", r'lang="de"', 'lang="en"'), {"row-text"}),
    "another direction": (by_pattern("de/index.html", r'dir="ltr"', 'dir="rtl"'), {"row-text"}),
    "a header exchanged": (in_file("index.html", ">Purpose<", ">Personal data<"), {"row-text"}),
    "a hidden row": (
        in_file("index.html", '<tr data-record="chat"', "<tr hidden"),
        {"row-missing"},
    ),
    "a hidden cell": (
        in_file("index.html", '<td data-field="purpose"', '<td hidden data-field="purpose"'),
        {"row-text"},
    ),
    "another anchor": (in_file("index.html", 'id="chat"', 'id="chatter"'), {"row-text"}),
    "a link led elsewhere": (
        by_pattern(
            "de/index.html",
            r'(<tr[^>]*data-record="calls".*?href=")[^"]*',
            r"\1https://evil.example/",
        ),
        {"row-text"},
    ),
    "a page removed": (without("de/more/index.html"), {"locale-missing"}),
    "a locale removed": (without("de"), {"locale-missing"}),
    "a page too many": (copied("index.html", "old/index.html"), {"row-extra"}),
    "a locale too many": (copied("de", "fr"), {"row-extra"}),
    "a locale too many that has no rows": (
        copied("de/notice.json", "fr/notice.json"),
        {"row-extra"},
    ),
    "a page of another locale": (copied("index.html", "de/index.html"), {"row-text"}),
    "data removed": (without("de/notice.json"), {"locale-missing"}),
    "data that is not JSON": (in_file("de/notice.json", "{", ""), {"locale-missing"}),
    "data altered": (in_file("de/notice.json", "DE: Messages.", "Messages."), {"row-text"}),
    "data with another digest": (
        in_file("notice.json", '"sha256": "', '"sha256": "0'),
        {"row-text"},
    ),
    "data of another state": (in_file("notice.json", '"source"}', '"missing"}'), {"row-text"}),
    "data that says more": (in_file("notice.json", "{", '{"x": 1, '), {"row-text"}),
    "data without a record": (
        lambda site: edit_json(site / "notice.json", lambda data: data["records"].pop()),
        {"row-missing"},
    ),
    "data with a record twice": (
        lambda site: edit_json(
            site / "notice.json", lambda data: data["records"].append(data["records"][0])
        ),
        {"row-extra"},
    ),
    "data in another order": (
        lambda site: edit_json(site / "notice.json", lambda data: data["records"].reverse()),
        {"row-order"},
    ),
    "data of another form": (
        lambda site: (site / "notice.json").write_text('{"records": [1, {"id": []}, null]}'),
        {"row-text", "row-missing", "row-extra"},
    ),
    "a manifest removed": (without(MANIFEST), {"bad-manifest"}),
    "a manifest altered": (in_file(MANIFEST, "DE: Messages.", "Messages."), {"bad-manifest"}),
    "a manifest of other versions": (
        by_pattern(MANIFEST, r'"mkdocs": "[^"]*"', '"mkdocs": "0"'),
        {"bad-manifest"},
    ),
}


def edit_json(path: Path, change: Callable[[Any], object]) -> None:
    data = read(path)
    change(data)
    path.write_text(json.dumps(data), encoding="utf-8")


@pytest.mark.parametrize("name", list(DAMAGES))
def test_damage_is_found_by_the_manifest_alone_as_by_the_project(
    name: str, verifier: Verifier, site: Path, approved: Path
) -> None:
    damage, codes = DAMAGES[name]
    damage(site)
    found = {problem["code"] for problem in problems(verify(approved, site, "--json"))}
    assert found >= codes
    assert found
    by_project = {problem.code for problem in verifier.problems(site)}
    assert by_project >= codes
    assert by_project


def test_a_finding_says_locale_page_record_field_expected_and_found(
    site: Path, approved: Path
) -> None:
    replace_in(site / "de" / "index.html", "DE: Messages.", "DE: Nothing.")
    (found,) = problems(verify(approved, site, "--json"))
    assert (found["code"], found["locale"], found["path"], found["record"]) == (
        "row-text",
        "de",
        "de/index.html",
        "chat",
    )
    for piece in ("personal_data", "DE: Messages.", "DE: Nothing."):
        assert piece in found["message"]


NEAR_MISSES: dict[str, Callable[[Path], None]] = {
    "nothing": lambda site: None,
    "white space": by_pattern("de/index.html", r"\n<td", "   <td   "),
    "a character as an entity": in_file("de/index.html", "DE: Calls", "DE&#58; Calls"),
    "a comment": in_file("index.html", "<table", "<!-- a comment --><table"),
    "another icon": copied("index.html", "assets/icon.png"),
    "a page of no notice": lambda site: (site / "about.html").write_text("<p>About us.</p>"),
    "a word of the theme": in_file("index.html", "Skip to content", "Straight to the text"),
    "data on one line": lambda site: edit_json(site / "notice.json", lambda data: None),
    "a manifest on one line": lambda site: edit_json(site / MANIFEST, lambda data: None),
}


@pytest.mark.parametrize("name", list(NEAR_MISSES))
def test_what_leaves_the_notice_as_it_is_is_no_damage(
    name: str, site: Path, approved: Path
) -> None:
    NEAR_MISSES[name](site)
    result = verify(approved, site)
    assert (result.exit_code, result.output) == (0, "")


def test_nothing_of_the_project_is_needed(site: Path, approved: Path) -> None:
    """In a process of its own, in a folder that has the manifest and nothing else."""
    command = ("polynotice", "verify", "--manifest", "approved.json", str(site))
    done = run_copy(*command, folder=Path.cwd())
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert [path.name for path in Path.cwd().iterdir()] == ["approved.json"]


def test_a_re_worded_record_is_no_longer_what_was_approved(
    built: Path, approved: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(built, tmp_path / "later"))
    replace_in(folder / "notice_data" / "care.yml", "Messages.", "Messages and files.")
    translate(folder, "de")
    found = problems(verify(approved, build_site(folder), "--json"))
    texts = [problem for problem in found if problem["path"] == "de/index.html"]
    assert [problem["record"] for problem in texts] == ["chat"]
    assert {problem["code"] for problem in found} == {"row-text", "bad-manifest"}


def test_other_tools_and_files_are_still_what_was_approved(
    built: Path, approved: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(built, tmp_path / "later"))
    config = folder / "mkdocs.yml"
    replace_in(config, "  - search\n", "  - search\n  - minify: {minify_html: true}\n")
    assert verify(approved, build_site(folder)).output == ""


def test_what_a_locale_says_is_read_from_its_lines_alone(site: Path) -> None:
    data = read(site / MANIFEST)["locales"]
    for each in data.values():
        pages = each.pop("pages")
        for some in (pages, {}):
            assert notice_in(lines_of(WantedLocale(notice=each, pages=some))) == each


@pytest.mark.skipif(shutil.which("wget") is None, reason="wget is not installed")
def test_a_downloaded_copy_is_compared_with_the_manifest(
    site: Path, approved: Path, tmp_path: Path
) -> None:
    """As `manual/legal.md` says to download it."""
    page = (ROOT / "manual" / "legal.md").read_text(encoding="utf-8")
    assert "wget --mirror --no-host-directories --directory-prefix live" in page
    server, address = serve(site)
    try:
        names = ["", MANIFEST, "notice.jsonld", "notice.json", "de/notice.json"]
        command = ["wget", "--quiet", "--no-config", "--mirror", "--no-host-directories"]
        command += ["--no-proxy", "--directory-prefix", str(tmp_path / "live")]
        subprocess.run([*command, *(address + name for name in names)], check=False)
    finally:
        server.shutdown()
        server.server_close()
    assert verify(approved, tmp_path / "live").output == ""
    replace_in(tmp_path / "live" / "de" / "index.html", "DE: Messages.", "DE: Nothing.")
    assert verify(approved, tmp_path / "live").exit_code == 1


@draws(1, thoroughly=6, of=32, parts=2)
def test_the_own_notice_is_compared_with_its_own_manifest(
    own_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, draws: range
) -> None:
    monkeypatch.chdir(tmp_path)
    assert verify(own_site / MANIFEST, own_site).output == ""
    copy = Path(shutil.copytree(own_site, tmp_path / "site"))
    pages = [
        path
        for path in sorted(copy.rglob("*.html"))
        if b'class="notice-table"' in path.read_bytes()
        and "releases" not in path.relative_to(copy).parts
    ]
    for seed in draws:
        chance = random.Random(seed)  # noqa: S311
        page = chance.choice(pages)
        html = page.read_text(encoding="utf-8")
        places = [
            place.start(1) + number
            for place in re.finditer(r"<td[^>]*>([^<]+)", html)
            for number, character in enumerate(place[1])
            if character.isalpha()
        ]
        place = chance.choice(places)
        page.write_text(f"{html[:place]}✗{html[place + 1 :]}", encoding="utf-8")
        found = problems(verify(own_site / MANIFEST, copy, "--json"))
        where = page.relative_to(copy).as_posix()
        assert {(one["code"], one["path"]) for one in found} == {("row-text", where)}, (seed, place)
        page.write_text(html, encoding="utf-8")


# --- manifests that are none ---------------------------------------------------------------------


def rewritten(change: Callable[[Any], object]) -> Callable[[str], str]:
    """A manifest that was changed by somebody who did not touch its digests."""

    def rewrite(text: str) -> str:
        data = json.loads(text)
        change(data)
        return json.dumps(data)

    return rewrite


def forged(change: Callable[[Any], object]) -> Callable[[str], str]:
    """A manifest that was changed by somebody who computed its digests anew."""

    def rewrite(text: str) -> str:
        data = json.loads(text)
        change(data)
        data["sha256"] = digest(data["locales"])
        rest = {name: data[name] for name in data if name not in ("locales", "manifest_sha256")}
        data["manifest_sha256"] = digest(rest)
        return json.dumps(data)

    return rewrite


def in_page(change: Callable[[Any], object]) -> Callable[[str], str]:
    return forged(lambda data: change(data["locales"]["de"]["pages"]["de/index.html"]))


def renamed(data: Any, old: str, new: str) -> None:
    data[new] = data.pop(old)


REFUSED: dict[str, tuple[Callable[[str], str | bytes], str]] = {
    "empty": (lambda text: "", "1: error bad-manifest: The manifest is not JSON"),
    "cut short": (lambda text: text[: len(text) // 2], "not JSON"),
    "no JSON, with its line": (lambda text: text.replace('"time"', "time", 1), ":5: error"),
    "not UTF-8": (lambda text: text.encode("utf-16"), "not UTF-8"),
    "NUL": (lambda text: "\0" + text, "not JSON"),
    "a list": (lambda text: "[]", "malformed"),
    "null": (lambda text: "null", "malformed"),
    "an empty object": (lambda text: "{}", "malformed"),
    "deep": (lambda text: "[" * 200_000, "not JSON"),
    "a number without end": (lambda text: '{"format": ' + "1" * 10_000 + "}", "not JSON"),
    "not a number": (lambda text: text.replace('"format": 1', '"format": NaN', 1), "format"),
    "half a character": (lambda text: text.replace("Messages.", "\\ud800", 1), "malformed"),
    "a name twice": (lambda text: text.replace("{", '{"format": 1,', 1), "stands twice"),
    "another format": (rewritten(lambda data: data.update(format=2)), "another format"),
    "true for a format": (rewritten(lambda data: data.update(format=True)), "malformed"),
    "a name too many": (forged(lambda data: data.update(x=1)), "malformed"),
    "a name missing": (forged(lambda data: data.pop("time")), "malformed"),
    "no locale": (forged(lambda data: data["locales"].clear()), "malformed"),
    "a locale under another's name": (
        forged(lambda data: renamed(data["locales"], "de", "fr")),
        "the name of another",
    ),
    "two source locales": (
        forged(lambda data: data["locales"]["de"].update(source_locale="de")),
        "several source locales",
    ),
    "a locale that leads out": (
        forged(lambda data: renamed(data["locales"], "de", "../de")),
        "malformed",
    ),
    "a direction that is none": (
        forged(lambda data: data["locales"]["de"].update(direction="up")),
        "malformed",
    ),
    "a state that is none": (
        lambda text: text.replace('"state":"source"', '"state":"fine"', 1),
        "malformed",
    ),
    "a digest in capitals": (
        rewritten(lambda data: data.update(sha256=data["sha256"].upper())),
        "malformed",
    ),
    "a row without cells": (in_page(lambda page: page[0]["rows"][0].pop("cells")), "malformed"),
    "a text that is a number": (
        in_page(lambda page: page[0]["rows"][0].update(record=5)),
        "malformed",
    ),
    "a record of another text": (
        lambda text: text.replace('"text":"DE: Messages."', '"text":"DE: Nothing."', 1),
        'What "chat" says has the digest',
    ),
    "a record of another text, forged": (
        forged(
            lambda data: data["locales"]["de"]["records"][1]["fields"]["purpose"].update(text="X")
        ),
        'What "chat" says has the digest',
    ),
    "a page of another text": (
        rewritten(lambda data: data["locales"]["de"]["pages"]["de/index.html"].pop()),
        "`locales` has the digest",
    ),
    "a locale less": (
        rewritten(lambda data: data["locales"].pop("de")),
        "`locales` has the digest",
    ),
    "a record moved": (
        rewritten(lambda data: data["locales"]["de"]["records"].reverse()),
        "`locales` has the digest",
    ),
    "other prose": (
        rewritten(lambda data: data["prose"]["de"]["pages"]["de/index.html"]["text"].pop()),
        "`prose` has the digest",
    ),
    "prose taken out": (
        rewritten(lambda data: [data.pop("prose"), data.pop("prose_sha256")]),
        "the rest has the digest",
    ),
    "prose without its digest": (rewritten(lambda data: data.pop("prose_sha256")), "malformed"),
    "prose of other locales": (rewritten(lambda data: data["prose"].pop("de")), "prose of other"),
    "a navigation that is not there": (
        rewritten(lambda data: data["prose"]["de"]["pages"]["de/index.html"].update(navigation=7)),
        "malformed",
    ),
    "another commit": (
        rewritten(lambda data: data.update(source={"commit": "f" * 40, "dirty": False})),
        "the rest has the digest",
    ),
    "another version": (
        rewritten(lambda data: data["versions"].update(mkdocs="2.0")),
        "the rest has the digest",
    ),
    "another time": (
        rewritten(lambda data: data.update(time="2026-01-01T00:00:00Z")),
        "the rest has the digest",
    ),
    "another digest": (
        rewritten(lambda data: data.update(sha256="0" * 64)),
        "`locales` has the digest",
    ),
}


@pytest.mark.parametrize("name", list(REFUSED))
def test_a_manifest_that_was_changed_or_is_none_is_refused(
    name: str, site: Path, approved: Path
) -> None:
    change, what = REFUSED[name]
    text = approved.read_text(encoding="utf-8")
    other = change(text)
    assert other != text
    approved.write_bytes(other if isinstance(other, bytes) else other.encode())
    result = verify(Path("approved.json"), site)
    assert result.exit_code == 1
    assert result.exception is None or isinstance(result.exception, SystemExit)
    lines = result.stdout.split("\n")[:-1]
    for line in lines:
        assert re.match(r"approved\.json:\d+: error bad-manifest: ", line), line
    assert any(what in line for line in lines)


@pytest.mark.parametrize(
    "path",
    [
        *("../index.html", "/etc/passwd", "de/../../x.html", "de//x.html", "..", "./x.html"),
        *("a\\b.html", "", "a\0b.html", "de/.", "a\n"),
    ],
)
def test_a_page_leads_nowhere_but_into_the_site(path: str, site: Path, approved: Path) -> None:
    change = forged(lambda data: renamed(data["locales"]["de"]["pages"], "de/index.html", path))
    approved.write_text(change(approved.read_text(encoding="utf-8")), encoding="utf-8")
    found = problems(verify(approved, site, "--json"))
    assert [problem["code"] for problem in found] == ["bad-manifest"]


def test_a_page_s_name_may_start_with_a_dot(site: Path, approved: Path) -> None:
    name = ".well-known/..notice.html"
    (site / ".well-known").mkdir()
    (site / "de" / "index.html").rename(site / name)
    change = forged(lambda data: renamed(data["locales"]["de"]["pages"], "de/index.html", name))
    approved.write_text(change(approved.read_text(encoding="utf-8")), encoding="utf-8")
    found = problems(verify(approved, site, "--json"))
    assert "bad-manifest" not in {one["code"] for one in found if one["path"] == "approved.json"}
    assert not [one for one in found if "is not there" in one["message"]]


@pytest.mark.parametrize("mark", ["\ufeff", ""])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_manifest_is_read_from_every_system(
    mark: str, end: str, site: Path, approved: Path
) -> None:
    text = approved.read_text(encoding="utf-8").replace("\n", end)
    approved.write_bytes((mark + text).encode())
    assert verify(approved, site).output == ""


OLD = '"text":"DE: Messages."'


def test_a_problem_of_a_record_has_its_line(site: Path, approved: Path) -> None:
    lines = approved.read_text(encoding="utf-8").split("\n")
    number = next(n for n, line in enumerate(lines, start=1) if OLD in line)
    replace_in(approved, OLD, '"text":"DE: Nothing."')
    first = problems(verify(approved, site, "--json"))[0]
    assert (first["line"], first["locale"], first["record"]) == (number, "de", "chat")


def test_bytes_changed_at_random_are_refused_or_change_nothing(built: Path, approved: Path) -> None:
    """Two thousand bytes and pieces: never a traceback, and never another notice."""
    whole = approved.read_bytes()
    original, _ = manifest_reader.read_manifest(approved, "approved.json")
    seed = 20260102
    chance = random.Random(seed)  # noqa: S311
    refused = 0
    for _ in range(2000):
        start = chance.randrange(len(whole))
        end = start + chance.choice([0, 1, 1, 1, 5, 200])
        new = chance.choice([b"", b"0", b"x", b'"', b"{}", b"\xff", chance.randbytes(3)])
        approved.write_bytes(whole[:start] + new + whole[end:])
        found, wrong = manifest_reader.read_manifest(approved, "approved.json")
        assert (found is None) == bool(wrong), (seed, start, end, new)
        assert found is None or found == original, (seed, start, end, new)
        refused += found is None
    assert refused > 1000, "most places in a manifest mean something"


def test_a_manifest_that_is_not_there_is_wrong_usage(site: Path, tmp_path: Path) -> None:
    assert verify(tmp_path / "none.json", site).exit_code == 2
    assert verify(tmp_path, site).exit_code == 2
    assert verify(site / MANIFEST, tmp_path / "none").exit_code == 2


def test_a_site_without_a_manifest_is_damaged_for_the_project_too(built: Path, site: Path) -> None:
    (site / MANIFEST).unlink()
    result = polynotice(built, "verify", str(site))
    assert result.exit_code == 1
    assert result.stdout.startswith(
        f"{MANIFEST}:1: error bad-manifest: The manifest cannot be read"
    )


def test_a_manifest_of_another_notice_is_found(built: Path, site: Path) -> None:
    project = load(built)
    wanted = Verifier(project).wanted
    other = [replace(one, notice={**one.notice, "site_name": "Other"}) for one in wanted]
    (site / MANIFEST).write_text(manifest_of(other, Provenance()), encoding="utf-8")
    (found,) = problems(polynotice(built, "verify", str(site), "--json"))
    assert found["message"].startswith("The manifest is that of another notice")


def test_a_manifest_of_another_day_and_other_tools_is_fine(built: Path, site: Path) -> None:
    wanted = Verifier(load(built)).wanted
    made = Provenance(commit="a" * 40, is_dirty=False, time="2020-01-01T00:00:00Z")
    (site / MANIFEST).write_text(manifest_of(wanted, made), encoding="utf-8")
    assert polynotice(built, "verify", str(site)).output == ""
