"""What is missing and wrong in a whole catalogue, and what a translator may waive."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from polynotice.catalogues import po_reader
from polynotice.catalogues.po_format import Entry
from polynotice.checks import catalogue
from polynotice.checks.completeness import record_of
from polynotice.checks.waivers import waived
from polynotice.core.conventions import conventions
from polynotice.core.locales import find_locale
from polynotice.core.model import Span, Text
from polynotice.core.problem_codes import CODES, WAIVABLE
from polynotice.core.problems import Problem
from polynotice.core.translation import Message
from tests.checks.markdown import become
from tests.draws import for_each
from tests.projects import (
    CONFIG,
    RECORDS,
    ROOT,
    polynotice,
    problems_of,
    replace_in,
    translate,
    write_project,
)

HEADER = 'msgid ""\nmsgstr "Language: de\\n"\n\n'
FIRST = 4
"""The line on which what follows the header starts."""


def message(msgid: str, context: str | None = None) -> Message:
    """A message that stands in line 7 of a page."""
    return Message(text=Text(msgid=msgid, context=context, span=Span("docs/index.md", 7)))


def problems(
    messages: Sequence[Message], po: str, lang: str = "de", *, is_fatal: bool = True
) -> list[Problem]:
    """What is wrong with a catalogue that has `po` below its header."""
    return catalogue.check_catalogue(
        messages,
        po_reader.parse(HEADER + po),
        path="notice.po",
        source=conventions(find_locale("en")),
        conventions=conventions(find_locale(lang)),
        is_fatal=is_fatal,
        become_of=lambda _: become,
    )


def brief(found: Sequence[Problem]) -> list[str]:
    """Each problem as `path:line: severity code`."""
    return [f"{p.span.path}:{p.span.line}: {p.severity} {p.code}" for p in found]


DAYS = "We answer within **30** days."
GOOD = "Wir antworten binnen **30** Tagen."


def test_a_right_translation_has_no_problem() -> None:
    assert problems([message(DAYS)], f'msgid "{DAYS}"\nmsgstr "{GOOD}"\n') == []


@for_each(
    ("po", "expected"),
    [
        ("", "notice.po:1: error missing-translation"),
        (f'msgid "{DAYS}"\nmsgstr ""\n', "notice.po:4: error missing-translation"),
        (f'# A remark\nmsgid "{DAYS}"\nmsgstr ""\n', "notice.po:5: error missing-translation"),
        (f'#~ msgid "{DAYS}"\n#~ msgstr "{GOOD}"\n', "notice.po:1: error missing-translation"),
        (
            f'msgctxt "other"\nmsgid "{DAYS}"\nmsgstr "{GOOD}"\n',
            "notice.po:1: error missing-translation",
        ),
        (f'#, fuzzy\nmsgid "{DAYS}"\nmsgstr ""\n', "notice.po:5: error missing-translation"),
        (f'#, fuzzy\nmsgid "{DAYS}"\nmsgstr "{GOOD}"\n', "notice.po:5: error fuzzy-translation"),
        # An outdated translation is not looked into: it is to be compared as a whole.
        (f'#, fuzzy\nmsgid "{DAYS}"\nmsgstr "Bald."\n', "notice.po:5: error fuzzy-translation"),
        (f'msgid "{DAYS}"\nmsgstr "{GOOD[:21]}**3**."\n', "notice.po:4: error number-mismatch"),
    ],
)
def test_what_lacks_or_is_wrong_is_found_at_its_entry(po: str, expected: str) -> None:
    assert brief(problems([message(DAYS)], po)) == [expected]


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\\n"])
def test_a_translation_without_a_word_is_missing(blank: str) -> None:
    found = problems([message("Your data")], f'msgid "Your data"\nmsgstr "{blank}"\n')
    assert brief(found) == ["notice.po:4: error missing-translation"]


@pytest.mark.parametrize("flags", ["", "#, fuzzy\n"])
def test_an_incomplete_translation_is_a_warning_where_it_is_not_fatal(flags: str) -> None:
    po = f'{flags}msgid "{DAYS}"\nmsgstr "{GOOD if flags else ""}"\n'
    (found,) = problems([message(DAYS)], po, is_fatal=False)
    assert found.severity == "warning"


def test_a_wrong_translation_is_an_error_even_where_an_incomplete_one_is_not() -> None:
    po = f'msgid "{DAYS}"\nmsgstr "Wir antworten binnen **20** Tagen."\n'
    assert brief(problems([message(DAYS)], po, is_fatal=False)) == [
        "notice.po:4: error number-mismatch"
    ]


def test_each_check_is_run_on_each_entry() -> None:
    source = "Read [our {kind} policy](policy.md) of **17 December 2025**."
    wrong = "Lesen Sie <u>unsere</u> Richtlinie\u202e vom 18. Dezember 2025."
    repeated = "We use your data."
    po = f'msgid "{source}"\nmsgstr "{wrong}"\n\nmsgid "{repeated}"\nmsgstr "{repeated}"\n'
    found = problems([message(source), message(repeated)], po)
    assert [(p.code, p.span.line) for p in found] == [
        ("raw-html", 4),
        ("hidden-character", 4),
        ("link-mismatch", 4),
        ("placeholder-mismatch", 4),
        ("markup-mismatch", 4),
        ("number-mismatch", 4),
        ("identical-to-source", 7),
    ]


def test_dates_are_read_by_the_conventions_of_each_catalogue() -> None:
    source = "Last changed on 17 November 2025."
    # Listopad is November in Polish, and October in Croatian.
    of_listopad = f'msgid "{source}"\nmsgstr "≡ 17 listopada 2025."\n'
    assert problems([message(source)], of_listopad, "pl") == []
    assert brief(problems([message(source)], of_listopad, "hr")) == [
        "notice.po:4: error number-mismatch"
    ]


def test_an_entry_that_is_not_asked_for_is_not_looked_into() -> None:
    po = f'msgid "{DAYS}"\nmsgstr "{GOOD}"\n\nmsgid "In 5 days."\nmsgstr "In 6 Tagen."\n'
    assert problems([message(DAYS)], po) == []


def test_a_missing_translation_is_told_with_where_its_source_is() -> None:
    (there,) = problems([message(DAYS)], f'msgid "{DAYS}"\nmsgstr ""\n')
    assert str(there) == (
        f'notice.po:4: error missing-translation: "{DAYS}" (docs/index.md:7) has no translation. '
        "Translate it in its msgstr."
    )
    (nowhere,) = problems([message(DAYS)], "")
    assert nowhere.hint == "Run `polynotice update`, then translate it."


def test_a_fuzzy_translation_is_told_with_what_to_do() -> None:
    (found,) = problems([message(DAYS)], f'#, fuzzy\nmsgid "{DAYS}"\nmsgstr "{GOOD}"\n')
    assert str(found) == (
        f'notice.po:5: error fuzzy-translation: The translation of "{DAYS}" is marked fuzzy: '
        "it belongs to an earlier wording or awaits a person's word. "
        "Compare it with the source, correct it and remove the fuzzy flag."
    )


def test_a_problem_names_its_locale_and_record() -> None:
    context = "purposes/calls/purpose"
    po = f'msgctxt "{context}"\nmsgid "{DAYS}"\nmsgstr "Wir antworten **bald**."\n'
    (wrong,) = problems([message(DAYS, context)], po)
    assert (wrong.code, wrong.locale, wrong.record) == ("number-mismatch", "de", "calls")
    (missing,) = problems([message(DAYS, context)], "")
    assert (missing.code, missing.locale, missing.record) == ("missing-translation", "de", "calls")
    (prose,) = problems([message(DAYS)], "")
    assert prose.record is None


@for_each(
    ("context", "record"),
    [
        ("purposes/calls/purpose", "calls"),
        ("purposes/calls/personal_data", "calls"),
        ("data/email-address/name", "email-address"),
        ("sections/care/title", None),
        ("columns/purpose", None),
        ("site/site_name", None),
        ("purposes", None),
        ("", None),
        (None, None),
    ],
)
def test_a_record_is_known_by_the_context(context: str | None, record: str | None) -> None:
    assert record_of(context) == record


@for_each(
    ("remarks", "codes"),
    [
        (["polynotice: ignore number-mismatch"], {"number-mismatch"}),
        (["polynotice:ignore  number-mismatch "], {"number-mismatch"}),
        (["polynotice: ignore number-mismatch, raw-html"], {"number-mismatch", "raw-html"}),
        (
            ["polynotice: ignore raw-html", "polynotice: ignore link-mismatch"],
            {"raw-html", "link-mismatch"},
        ),
        (
            ["polynotice: ignore raw-html; polynotice: ignore link-mismatch"],
            {"raw-html", "link-mismatch"},
        ),
        (["Same word. polynotice: ignore identical-to-source"], {"identical-to-source"}),
        # What follows the codes is prose, even where it names another.
        (["polynotice: ignore number-mismatch raw-html"], {"number-mismatch"}),
        (["polynotice: ignore number-mismatch as link-mismatch was fixed"], {"number-mismatch"}),
        (["polynotice: ignore identical-to-source (see raw-html)"], {"identical-to-source"}),
        (["Polynotice: Ignore: Raw-HTML."], {"raw-html"}),
        (["polynotice: ignore missing-translation"], set()),
        (["polynotice: ignore"], set()),
        (["polynotice ignore raw-html"], set()),
        (["ignore raw-html"], set()),
        ([], set()),
    ],
)
def test_what_a_remark_waives(remarks: Sequence[str], codes: set[str]) -> None:
    assert waived(Entry(msgid="a", remarks=tuple(remarks))) == codes


BAD = f'\nmsgid "{DAYS}"\nmsgstr "Wir antworten <u>bald</u>."\n'


@pytest.mark.parametrize(
    ("comment", "left"),
    [
        ("# Hello", {"raw-html", "markup-mismatch", "number-mismatch"}),
        ("# polynotice: ignore number-mismatch", {"raw-html", "markup-mismatch"}),
        ("# polynotice: ignore raw-html, markup-mismatch", {"number-mismatch"}),
        (
            "# polynotice: ignore number",
            {"raw-html", "markup-mismatch", "number-mismatch", "bad-remark"},
        ),
        ("#. polynotice: ignore raw-html", {"raw-html", "markup-mismatch", "number-mismatch"}),
        ("#: polynotice: ignore raw-html", {"raw-html", "markup-mismatch", "number-mismatch"}),
    ],
)
def test_a_remark_waives_the_codes_that_it_names(comment: str, left: set[str]) -> None:
    assert {p.code for p in problems([message(DAYS)], comment + BAD)} == left


@pytest.mark.parametrize("code", ["missing-translation", "fuzzy-translation"])
@pytest.mark.parametrize("flags", ["", "#, fuzzy\n"])
def test_an_incomplete_translation_cannot_be_waived(code: str, flags: str) -> None:
    po = f'# polynotice: ignore {code}\n{flags}msgid "{DAYS}"\nmsgstr "{GOOD if flags else ""}"\n'
    remark, found = problems([message(DAYS)], po)
    assert found.code == ("fuzzy-translation" if flags else "missing-translation")
    assert str(remark).startswith(
        f'notice.po:{found.span.line}: warning bad-remark: The remark waives "{code}", '
        "which cannot be waived."
    )


@pytest.mark.parametrize(
    ("remark", "what"),
    [
        (
            "polynotice: ignore number-mismach",
            'The remark waives "number-mismach", which no check is called. '
            'Did you mean "number-mismatch"?',
        ),
        (
            "polynotice: ignore raw-html, lenght",
            'The remark waives "lenght", which no check is called. Did you mean "length"?',
        ),
        (
            "polynotice: ignore unsafe-markup",
            'The remark waives "unsafe-markup", which cannot be waived. '
            "Remove the remark, and fix what was found.",
        ),
        (
            "Polynotice: ignroe length",
            'The remark "polynotice: ignroe length" says nothing that Polynotice knows. '
            "Write `polynotice: ignore <code>`, with the code that the check gave.",
        ),
        (
            "It is right. polynotice ignore length",
            'The remark "polynotice ignore length" says nothing that Polynotice knows. '
            "Write `polynotice: ignore <code>`, with the code that the check gave.",
        ),
    ],
)
def test_a_remark_that_waives_nothing_is_told(remark: str, what: str) -> None:
    po = f'# {remark}\nmsgid "{DAYS}"\nmsgstr "{GOOD}"\n'
    found = [str(one) for one in problems([message(DAYS)], po) if not _is_needless(one)]
    assert found == [f"notice.po:{FIRST + 1}: warning bad-remark: {what}"]


def _is_needless(problem: Problem) -> bool:
    return problem.message.endswith("which is not found here any more.")


@pytest.mark.parametrize(
    "remark",
    [
        "polynotice: ignore length",
        "polynotice: ignore length, glossary",
        "polynotice: ignore length, because our law says so",
        "Ask what Polynotice says, or ignore it.",
        "The checks of polynotice find nothing here.",
    ],
)
def test_a_remark_that_is_understood_or_for_people_is_no_finding(remark: str) -> None:
    po = f'# {remark}\nmsgid "{DAYS}"\nmsgstr "{GOOD}"\n'
    assert [one for one in problems([message(DAYS)], po) if not _is_needless(one)] == []


def test_what_can_be_waived_is_what_the_checks_of_wording_find() -> None:
    """Every code that a check in `checks/` gives, but those that keep a reader safe."""
    found = set()
    for path in (ROOT / "plugins/polynotice/checks").glob("*.py"):
        if path.stem in ("catalogue", "completeness", "waivers"):
            continue
        text = path.read_text(encoding="utf-8")
        found |= {code for code in CODES if f'"{code}"' in text}
    of_sources = {"too-long", "page-syntax", "placeholder"}
    assert found == {*WAIVABLE, "unsafe-markup", *of_sources}


CATALOGUE = "locales/de/LC_MESSAGES/notice.po"
THIRTY = RECORDS.replace("Calls are recorded.", "Calls are recorded for 30 days.").replace(
    "Chats are monitored.", "Chats are kept for 30 days."
)


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A notice in whose German both purposes name another number of days."""
    write_project(tmp_path, {"notice_data/care.yml": THIRTY})
    translate(
        tmp_path,
        "de",
        **{
            "Calls are recorded for 30 days.": "Anrufe werden 60 Tage lang aufgezeichnet.",
            "Chats are kept for 30 days.": "Chats werden 90 Tage lang aufbewahrt.",
        },
    )
    return tmp_path


def line_of(folder: Path, msgid: str) -> int:
    """The line of the catalogue in which a message stands."""
    lines = (folder / CATALOGUE).read_text(encoding="utf-8").split("\n")
    return lines.index(f'msgid "{msgid}"') + 1


def test_check_reports_the_line_of_each_wrong_entry(wrong: Path) -> None:
    calls = line_of(wrong, "Calls are recorded for 30 days.")
    chats = line_of(wrong, "Chats are kept for 30 days.")
    assert polynotice(wrong, "check").stdout.splitlines() == [
        f'{CATALOGUE}:{calls}: error number-mismatch: The translation lacks "30" of the source '
        '(source: "Calls are recorded for 30 days."; '
        'translation: "Anrufe werden 60 Tage lang aufg…"). It has "60" instead.',
        f'{CATALOGUE}:{chats}: error number-mismatch: The translation lacks "30" of the source '
        '(source: "Chats are kept for 30 days."; '
        'translation: "Chats werden 90 Tage lang aufbewahrt."). It has "90" instead.',
    ]


def test_check_leaves_out_what_an_entry_waives_and_nothing_else(wrong: Path) -> None:
    context = 'msgctxt "purposes/calls/purpose"'
    replace_in(wrong / CATALOGUE, context, f"# polynotice: ignore number-mismatch\n{context}")
    chats = line_of(wrong, "Chats are kept for 30 days.")
    assert problems_of(wrong) == [f"{CATALOGUE}:{chats}: error number-mismatch"]


def test_a_remark_is_reported_once_its_check_finds_nothing_any_more() -> None:
    remark = "# polynotice: ignore number-mismatch, length\n"
    wrong = f'{remark}msgid "{DAYS}"\nmsgstr "{GOOD.replace("30", "31")}"\n'
    messages = [one.message for one in problems([message(DAYS)], wrong)]
    assert messages == ['The remark waives "length", which is not found here any more.']
    right = f'{remark}msgid "{DAYS}"\nmsgstr "{GOOD}"\n'
    assert len(problems([message(DAYS)], right)) == 2
    waiting = right.replace("msgid", "#, fuzzy\nmsgid")
    assert [one.code for one in problems([message(DAYS)], waiting)] == ["fuzzy-translation"]


@pytest.mark.parametrize("code", ["length", "inconsistent-translation", "same-translation"])
def test_a_remark_at_plain_words_that_no_check_would_look_at_is_reported(code: str) -> None:
    messages = [message("We keep your calls."), message("We keep it.")]
    po = 'msgid "We keep it."\nmsgstr "Es bleibt."\n'
    remark = f"# polynotice: ignore {code}\n"
    plain = 'msgid "We keep your calls."\nmsgstr "Ihre Anrufe bleiben."\n\n'
    assert problems(messages, plain + po) == []
    assert brief(problems(messages, plain + remark + po)) == ["notice.po:8: warning bad-remark"]


@pytest.mark.parametrize(
    "written", ["TODO", "???", "#-#-#-#-#  a.po (x 1)  #-#-#-#-#\\nWir.", "Wir in XX Tagen"]
)
def test_a_translation_that_is_not_finished_is_one_finding(written: str) -> None:
    found = problems([message(DAYS)], f'msgid "{DAYS}"\nmsgstr "{written}"\n')
    assert [one.code for one in found] == ["unfinished-translation"]


def test_what_a_waived_mark_stands_beside_is_found_all_the_same() -> None:
    remark = "# polynotice: ignore unfinished-translation\n"
    found = problems([message(DAYS)], f'{remark}msgid "{DAYS}"\nmsgstr "Wir in XX Tagen."\n')
    assert "number-mismatch" in {one.code for one in found}


def test_a_waiver_of_another_code_waives_nothing(wrong: Path) -> None:
    context = 'msgctxt "purposes/calls/purpose"'
    replace_in(wrong / CATALOGUE, context, f"# polynotice: ignore link-mismatch\n{context}")
    codes = sorted(line.split()[-1] for line in problems_of(wrong))
    assert codes == ["bad-remark", "number-mismatch", "number-mismatch"]


def test_a_waiver_is_still_there_after_an_update(wrong: Path) -> None:
    for record in ("calls", "chat"):
        context = f'msgctxt "purposes/{record}/purpose"'
        replace_in(wrong / CATALOGUE, context, f"# polynotice: ignore number-mismatch\n{context}")
    assert polynotice(wrong, "update").exit_code == 0
    result = polynotice(wrong, "check", "--json")
    assert (result.exit_code, json.loads(result.stdout)["problems"]) == (0, [])


@pytest.mark.parametrize(
    ("old", "new", "severity"),
    [
        ("[en, de]", "[en, de]", "error"),
        ("[en, de]", "[en, de]\n      untranslated: error", "error"),
        ("[en, de]", "[en, de: {publish: true}]", "error"),
        ("[en, de]", "[en, de]\n      untranslated: fallback", "warning"),
        ("[en, de]", "[en, de: {publish: false}]", "warning"),
        ("[en, de]", "[en, de: {publish: false}]\n      untranslated: error", "warning"),
    ],
)
@pytest.mark.parametrize("flag", ["", "#, fuzzy\n"])
def test_what_a_locale_lacks_is_an_error_where_the_locale_is_refused_for_it(
    tmp_path: Path, old: str, new: str, severity: str, flag: str
) -> None:
    write_project(tmp_path, {"mkdocs.yml": CONFIG.replace(old, new)})
    translate(tmp_path, "de")
    entry = 'msgctxt "purposes/chat/purpose"\nmsgid "Chats are monitored."\nmsgstr "'
    text = "DE: Chats are monitored."
    replace_in(tmp_path / CATALOGUE, entry + text, flag + entry + (text if flag else ""))
    code = "fuzzy-translation" if flag else "missing-translation"
    line = line_of(tmp_path, "Chats are monitored.")
    assert problems_of(tmp_path) == [f"{CATALOGUE}:{line}: {severity} {code}"]
    assert polynotice(tmp_path, "check").exit_code == (1 if severity == "error" else 0)


def test_each_locale_is_judged_by_its_own_publishing(tmp_path: Path) -> None:
    write_project(
        tmp_path, {"mkdocs.yml": CONFIG.replace("[en, de]", "[en, de, ja: {publish: false}]")}
    )
    for one in ("de", "ja"):
        assert polynotice(tmp_path, "add-locale", one).exit_code == 0
    found = {problem.partition("/LC")[0]: problem.split()[1:] for problem in problems_of(tmp_path)}
    assert found == {
        "locales/de": ["error", "missing-translation"],
        "locales/ja": ["warning", "missing-translation"],
    }


KEPT = "We keep recordings for a year."


@pytest.mark.parametrize(
    ("previous", "was", "is_now"),
    [
        ("We keep recordings for two years.", "…recordings for two years.",
         "…recordings for a year."),
        (f"{KEPT} Not all.", "…ngs for a year. Not all.", "…ngs for a year."),
        ("We keep recordings.", "…keep recordings.", "…keep recordings for a year."),
        ("Nothing!", "Nothing!", KEPT),
    ],
)  # fmt: skip
def test_a_fuzzy_translation_is_told_with_what_has_changed(
    previous: str, was: str, is_now: str
) -> None:
    po = f'#, fuzzy\n#| msgid "{previous}"\nmsgid "{KEPT}"\nmsgstr "Ein Jahr."\n'
    (found,) = problems([message(KEPT)], po)
    assert found.message == (
        f'The translation "Ein Jahr." belongs to an earlier wording: "{was}" has become "{is_now}".'
    )
