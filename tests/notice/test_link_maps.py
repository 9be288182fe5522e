"""Link maps: where links of a translation may lead otherwise than its source's, and must."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from polynotice.checks.link_map import LinkMap, Redirection
from polynotice.checks.links import links
from polynotice.checks.pair import Pair
from polynotice.core.conventions import conventions
from polynotice.core.locales import find_locale
from tests.checks.markdown import become
from tests.projects import (
    CONFIG,
    INDEX,
    RECORDS,
    build_site,
    load,
    page,
    polynotice,
    problems_of,
    replace_in,
    translate,
    write_project,
)

LAW = "https://commission.europa.eu/law/data-protection"
CATALOGUE = "locales/de/LC_MESSAGES/notice.po"
MAP = "locales/de/links.yml"


def findings(source: str, translation: str, lang: str, **redirections: str) -> list[str]:
    """What is wrong with the links of a translation; each redirection is `name="old new"`."""
    pairs = [text.split() for text in redirections.values()]
    found = tuple(
        Redirection(source=old, target=new, line=n) for n, (old, new) in enumerate(pairs, start=1)
    )
    pair = Pair(
        source=source,
        translation=translation,
        source_conventions=conventions(find_locale("en")),
        conventions=conventions(find_locale(lang)),
        link_map=LinkMap(path="links.yml", redirections=found),
        become=become,
    )
    return [finding.message.partition(" (source: ")[0] for finding in links(pair)]


@pytest.mark.parametrize(
    ("lang", "words"), [("de", "das Gesetz"), ("fr", "la loi"), ("ja", "法律"), ("ar", "القانون")]
)
def test_a_translation_leads_where_its_locale_declares_and_nowhere_else(
    lang: str, words: str
) -> None:
    source, declared = f"Read [the law]({LAW}_en).", f"{LAW}_en {LAW}_{lang}"
    assert findings(source, f"[{words}]({LAW}_{lang}).", lang, law=declared) == []
    assert findings(source, f"[{words}]({LAW}_en).", lang, law=declared) == [
        f'The translation has "{LAW}_en", as the source; in this language that is "{LAW}_{lang}"'
    ]
    assert findings(source, f"[{words}]({LAW}_xx).", lang, law=declared) == [
        f'The translation lacks the link to "{LAW}_{lang}"',
        f'The translation has the link to "{LAW}_xx", the source does not',
    ]
    # Undeclared, a translated target is none.
    assert findings(source, f"[{words}]({LAW}_{lang}).", lang) == [
        f'The translation lacks the link to "{LAW}_en"',
        f'The translation has the link to "{LAW}_{lang}", the source does not',
    ]


def test_a_declared_target_is_right_only_where_its_source_stands() -> None:
    declared = f"{LAW}_en {LAW}_de"
    assert findings("Read [it](a.md).", f"Lesen Sie [es]({LAW}_de).", "de", law=declared) == [
        'The translation lacks the link to "a.md"',
        f'The translation has the link to "{LAW}_de", the source does not',
    ]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Write to privacy@shop.example.", "Schreiben Sie an datenschutz@shop.example."),
        ("Write to <privacy@shop.example>.", "Schreiben Sie an <datenschutz@shop.example>."),
        ("[a](privacy@shop.example) [b](c)", "[b](c) [a](datenschutz@shop.example)"),
    ],
)
def test_addresses_are_exchanged_however_they_stand(source: str, translation: str) -> None:
    declared = "privacy@shop.example datenschutz@shop.example"
    assert findings(source, translation, "de", mail=declared) == []
    assert len(findings(source, source, "de", mail=declared)) == 1


def test_two_links_may_change_places() -> None:
    changed = {
        "one": "https://a.example https://b.example",
        "two": "https://b.example https://a.example",
    }
    source = "[a](https://a.example) [b](https://b.example)"
    assert findings(source, "[a](https://b.example) [b](https://a.example)", "de", **changed) == []
    assert findings("[a](https://a.example)", "[a](https://b.example)", "de", **changed) == []
    assert len(findings("[a](https://a.example)", "[a](https://a.example)", "de", **changed)) == 1


def test_each_of_several_links_is_exchanged() -> None:
    declared = f"{LAW}_en {LAW}_de"
    source = f"[a]({LAW}_en) and [b]({LAW}_en)"
    assert findings(source, f"[a]({LAW}_de) und [b]({LAW}_de)", "de", law=declared) == []
    assert len(findings(source, f"[a]({LAW}_de) und [b]({LAW}_en)", "de", law=declared)) == 1
    assert len(findings(source, source, "de", law=declared)) == 2


# In a project

SOURCE = f"Calls are recorded as [the law]({LAW}_en) says."
PROSE = "Ask privacy@shop.example what we do with your data."


@pytest.fixture
def linked(tmp_path: Path) -> Path:
    """A notice whose German leads to a German page and address, which nobody has declared."""
    write_project(
        tmp_path,
        {
            "notice_data/care.yml": RECORDS.replace("Calls are recorded.", SOURCE),
            "docs/index.md": INDEX.replace("What we do with your data.", PROSE),
        },
    )
    german = {
        SOURCE: f"Anrufe werden aufgezeichnet, wie [das Gesetz]({LAW}_de) sagt.",
        PROSE: "Fragen Sie datenschutz@shop.example, was wir mit Ihren Daten tun.",
    }
    translate(tmp_path, "de", **german)
    return tmp_path


DECLARED = f"{LAW}_en: {LAW}_de\nprivacy@shop.example: datenschutz@shop.example\n"


def declare(folder: Path, text: str, name: str = MAP) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_a_translated_target_passes_once_it_is_declared(linked: Path) -> None:
    codes = {one.rpartition(" ")[2] for one in problems_of(linked)}
    assert codes == {"link-mismatch"}
    declare(linked, DECLARED)
    assert problems_of(linked) == []


def test_the_site_the_proof_and_the_notice_as_data_agree_on_a_declared_target(
    linked: Path,
) -> None:
    declare(linked, DECLARED)
    site = build_site(linked)
    links = page(site, "de/index.html").css("#calls a:not(.notice-tag)")
    assert [link.attributes["href"] for link in links] == [f"{LAW}_de"]
    assert page(site, "index.html").css_first("#calls a").attributes["href"] == f"{LAW}_en"
    assert polynotice(linked, "verify", str(site)).exit_code == 0
    records = json.loads((site / "de/notice.json").read_text(encoding="utf-8"))["records"]
    texts = [one["fields"]["purpose"]["text"] for one in records]
    assert "Anrufe werden aufgezeichnet, wie das Gesetz sagt." in texts
    # The source's target in the German row is a change behind the translator's back.
    replace_in(site / "de/index.html", f'href="{LAW}_de"', f'href="{LAW}_en"')
    result = polynotice(linked, "verify", str(site))
    assert result.exit_code == 1
    assert "row-text" in result.stdout


def test_the_sources_target_is_refused_where_another_is_declared(linked: Path) -> None:
    declare(linked, DECLARED)
    replace_in(linked / CATALOGUE, f"]({LAW}_de)", f"]({LAW}_en)")
    result = polynotice(linked, "check")
    assert result.exit_code == 1
    assert f'Write "{LAW}_de", as {MAP}:1 says.' in result.stdout


def test_a_region_has_the_link_map_of_its_language_if_it_has_none_itself(tmp_path: Path) -> None:
    write_project(
        tmp_path,
        {
            "mkdocs.yml": CONFIG.replace("[en, de]", "[en, fr, fr-CA]"),
            "notice_data/care.yml": RECORDS.replace("Calls are recorded.", SOURCE),
        },
    )
    for one in ("fr", "fr-CA"):
        translate(tmp_path, one, **{SOURCE: f"{one}\u00a0: comme [la loi]({LAW}_fr) le dit."})
    declare(tmp_path, f"{LAW}_en: {LAW}_fr\n", "locales/fr/links.yml")
    assert problems_of(tmp_path) == []
    declare(tmp_path, f"{LAW}_en: {LAW}_ca\n", "locales/fr_CA/links.yml")
    codes = {one.rpartition(" ")[2] for one in problems_of(tmp_path)}
    assert codes == {"link-mismatch"}


GOOD = DECLARED.split("\n")[0]
SAME_KIND = "Lead to a place of the same kind: {}."
NOT_SAFE = 'No link of a notice may lead to "{}".'


@pytest.mark.parametrize(
    ("text", "line", "severity", "what"),
    [
        (f"{GOOD}\n{LAW}_end: {LAW}_de\n", 2, "warning",
         f'No link of the notice leads to "{LAW}_end". Did you mean "{LAW}_en"?'),
        (f"{GOOD}\nhttps://else.example/: https://else.example/de\n", 2, "warning",
         'No link of the notice leads to "https://else.example/". '
         "Write it as the source does, or remove it."),
        (f"{LAW}_en: {LAW}_en\n", 1, "error", f'"{LAW}_en" leads where the source leads.'),
        (f"{LAW}_en: javascript:alert(1)\n", 1, "error", NOT_SAFE.format("javascript:alert(1)")),
        (f"{LAW}_en: //evil.example\n", 1, "error", NOT_SAFE.format("//evil.example")),
        (f"{LAW}_en: https://commission.europa.eu@evil.example/\n", 1, "error",
         NOT_SAFE.format("https://commission.europa.eu@evil.example/")),
        (f'{LAW}_en: "{LAW}_de) [x](https://evil.example"\n', 1, "error",
         NOT_SAFE.format(f"{LAW}_de) [x](https://evil.example")),
        (f'{LAW}_en: "{LAW} de"\n', 1, "error", NOT_SAFE.format(f"{LAW} de")),
        (f"{LAW}_en: http://commission.europa.eu/de\n", 1, "error",
         f'"{LAW}_en" becomes "http://commission.europa.eu/de", which is http. '
         + SAME_KIND.format("https")),
        (f"{LAW}_en: mailto:law@europa.eu\n", 1, "error",
         f'"{LAW}_en" becomes "mailto:law@europa.eu", which is mailto. '
         + SAME_KIND.format("https")),
        ("privacy@shop.example: datenschutz.html\n", 1, "error",
         '"privacy@shop.example" becomes "datenschutz.html", which is file. '
         + SAME_KIND.format("address")),
        (f"{LAW}_en: index.md\n", 1, "error", f'"{LAW}_en" is a page'),
        (f"{LAW}_en: 5\n", 1, "error", f'"{LAW}_en" has 5 in its place, which is no address.'),
        (f"{LAW}_en:\n", 1, "error", f'"{LAW}_en" has None in its place, which is no address.'),
        (f"{GOOD}\n{GOOD}\n", 2, "error", f'The key "{LAW}_en" stands here a second time.'),
        (f"- {LAW}_en\n", 1, "error", "The link map is no mapping of addresses."),
        (f"{LAW}_en: [\n", 1, "error", "This is not valid YAML"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_link_map_is_told_with_its_line(
    linked: Path, text: str, line: int, severity: str, what: str
) -> None:
    declare(linked, text)
    found = polynotice(linked, "check").stdout.splitlines()
    told = [one for one in found if one.startswith(f"{MAP}:{line}: {severity} bad-link-map: ")]
    assert len(told) == 1, found
    assert what in told[0]


def test_a_page_of_the_notice_cannot_be_exchanged(linked: Path) -> None:
    replace_in(linked / "docs/index.md", "Ask privacy", "[Here](index.md#calls): privacy")
    declare(linked, "index.md#calls: index.md#chat\n")
    found = polynotice(linked, "check").stdout
    assert '"index.md#calls" is a page, which each locale has at the same place.' in found


def test_what_is_not_utf_8_is_told(linked: Path) -> None:
    (linked / MAP).write_bytes(b"\xff")
    assert f"{MAP}:1: error bad-link-map" in polynotice(linked, "check").stdout


@pytest.mark.parametrize("text", ["", "# Nothing yet\n"])
def test_an_empty_link_map_changes_nothing(linked: Path, text: str) -> None:
    before = problems_of(linked)
    declare(linked, text)
    assert problems_of(linked) == before
    assert load(linked).link_maps["de"].redirections == ()


def test_a_broken_link_map_keeps_no_message_from_its_catalogue(linked: Path) -> None:
    declare(linked, "- x\n")
    replace_in(linked / "docs/index.md", "Your data", "Your personal data")
    result = polynotice(linked, "update")
    assert (result.exit_code, result.stdout.count("changed:")) == (0, 2)
