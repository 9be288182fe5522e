"""The plugin's options in `mkdocs.yml`: their forms, their defaults, and their mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from polynotice.core.problems import Problem
from polynotice.files import yaml_source
from polynotice.mkdocs_host.plugin_options import PolynoticeConfig
from polynotice.notice import settings
from polynotice.notice.columns import FIELDS
from polynotice.notice.option_names import OPTIONS
from polynotice.notice.reader_options import ReaderOptions
from polynotice.notice.settings import Settings
from polynotice.notice.words import WORDS
from tests.draws import for_each
from tests.projects import CONFIG, load, polynotice, problems_of, replace_in, write_project

ENGLISH = CONFIG.replace("[en, de]", "[en]")


def read(text: str) -> tuple[Settings, list[Problem]]:
    """The settings of the plugin's options, as MkDocs reads them."""
    document, problems = yaml_source.load_yaml(text, "mkdocs.yml", code="bad-setting")
    assert document is not None, problems
    return settings.read_settings(yaml.safe_load(text) or {}, document, ())


def good(text: str) -> Settings:
    """The settings of options without a mistake."""
    found, problems = read(text)
    assert list(map(str, problems)) == []
    return found


def brief(text: str) -> list[str]:
    """What is wrong with the options, each as `line: code`."""
    return [f"{problem.span.line}: {problem.code}" for problem in read(text)[1]]


def messages(text: str) -> list[str]:
    """What is wrong with the options, in full."""
    return [str(problem) for problem in read(text)[1]]


def ids(found: Settings) -> list[str]:
    """The ids of the locales, in order."""
    return [locale.id for locale in found.locales]


# All options together


def test_every_option_has_its_default() -> None:
    found = good("")
    assert (found.source.id, ids(found), found.translated) == ("en", ["en"], ())
    assert (found.columns, found.extra_columns) == (("purpose", "personal_data"), {})
    assert (found.drafts, found.allow_untranslated) == (frozenset(), False)
    others = ("draft", "full")  # the one names a language, the other a page that is not there
    assert {name: text.msgid for name, text in found.words.items() if name != "draft"} == {
        name: text for name, text in {**FIELDS, **WORDS}.items() if name not in others
    }


def test_the_page_with_the_whole_notice_has_a_title_where_there_is_one() -> None:
    assert good("full_page: true").words["full"].msgid == "The whole notice"


@for_each("option", OPTIONS)
def test_an_option_without_a_value_is_at_its_default(option: str) -> None:
    assert good(f"{option}:\n") == good("")


def test_mkdocs_knows_the_same_options() -> None:
    assert {name for name, _ in PolynoticeConfig._schema} == set(OPTIONS)


@pytest.mark.parametrize(
    ("option", "hint"),
    [
        ("locale: [en]", 'Did you mean "locales"?'),
        ("source-locale: en", 'Did you mean "source_locale"?'),
        ("extra_colums: {}", 'Did you mean "extra_columns"?'),
        ("zzz: x", f"Use one of: {', '.join(OPTIONS)}."),
    ],
)
def test_an_unknown_option_is_told_with_the_nearest(option: str, hint: str) -> None:
    name = option.split(":")[0]
    assert messages(f"columns: [purpose]\n{option}\n") == [
        f'mkdocs.yml:2: error unknown-field: There is no option "{name}". {hint}'
    ]


def test_several_mistakes_are_all_reported_at_once() -> None:
    text = "source: en\nlocales:\n  - en\n  - xx\n  - zz\ncolumns:\n  - purpse\nuntranslated: no\n"
    assert sorted(brief(text)) == [
        "1: unknown-field",
        "4: unknown-locale",
        "5: unknown-locale",
        "7: unknown-field",
        "8: bad-setting",
    ]


THEME = "theme: {name: mkdocs, highlightjs: false}\n"

PLUGINS = [
    ("plugins:\n  - search\n  - polynotice:\n      locale: [en]\n", 5),
    ("plugins:\n  - polynotice: {locale: [en]}\n", 3),
    (
        "plugins:\n  search: {}\n  polynotice:\n    untranslated: error\n    locale: x\n",
        6,
    ),
]


@pytest.mark.parametrize(("plugins", "line"), PLUGINS)
def test_a_mistake_is_reported_at_its_line_however_plugins_are_listed(
    tmp_path: Path, plugins: str, line: int
) -> None:
    write_project(tmp_path, {"mkdocs.yml": f"site_name: Notice\n{plugins}{THEME}"})
    assert problems_of(tmp_path) == [f"mkdocs.yml:{line}: error unknown-field"]


@pytest.mark.parametrize(
    "plugins", ["[polynotice]", "[search, polynotice: {}]", "{polynotice: {}}"]
)
def test_the_plugin_needs_no_options(tmp_path: Path, plugins: str) -> None:
    write_project(tmp_path, {"mkdocs.yml": f"site_name: Notice\nplugins: {plugins}\n{THEME}"})
    assert problems_of(tmp_path) == []


def test_a_mistake_is_printed_in_full(tmp_path: Path) -> None:
    write_project(tmp_path, {"mkdocs.yml": ENGLISH.replace("locales:", "locale:")})
    result = polynotice(tmp_path, "check")
    assert (result.exit_code, result.stdout) == (
        1,
        'mkdocs.yml:8: error unknown-field: There is no option "locale". Did you mean "locales"?\n',
    )


def test_a_repeated_option_is_reported(tmp_path: Path) -> None:
    write_project(tmp_path, {"mkdocs.yml": ENGLISH})
    replace_in(
        tmp_path / "mkdocs.yml",
        "      locales: [en]\n",
        "      columns: [purpose]\n      columns: [purpose, personal_data]\n",
    )
    assert problems_of(tmp_path) == ["mkdocs.yml:9: error repeated-field"]


def test_an_option_whose_name_is_no_text_is_unknown() -> None:
    assert brief("1: x\n") == ["1: unknown-field"]


# Locales


def test_locales_keep_their_order_and_drafts_are_told_apart() -> None:
    found = good("locales:\n  - de\n  - en\n  - zh-Hans\n  - mt: {publish: false}\n")
    assert ids(found) == ["de", "en", "zh-Hans", "mt"]
    assert [locale.id for locale in found.translated] == ["de", "zh-Hans", "mt"]
    assert found.drafts == {"mt"}
    assert [found.is_published(locale) for locale in found.locales] == [True, True, True, False]


@pytest.mark.parametrize(
    ("item", "is_draft"),
    [
        ("mt", False),
        ("mt: {publish: false}", True),
        ("mt: {publish: no}", True),
        ("mt: {publish: true}", False),
        ("mt: {}", False),
        ("{mt: {publish: false}}", True),
        ("mt:\n      publish: false", True),
    ],
)
def test_a_locale_is_given_by_its_id_or_with_options(item: str, is_draft: bool) -> None:
    found = good(f"locales:\n  - en\n  - {item}\n")
    assert (ids(found), set(found.drafts)) == (["en", "mt"], {"mt"} if is_draft else set())


BCP_47 = "Use a BCP 47 id, such as de, pt-BR or zh-Hans."


@for_each(
    ("item", "expected"),
    [
        (
            "mt: {publsh: false}",
            'bad-setting: A locale has no option "publsh". Did you mean "publish"?',
        ),
        (
            "mt: {publish: 0}",
            "bad-setting: `publish` takes true or false, not 0. Write one of the two.",
        ),
        (
            "mt: {publish: 'no'}",
            "bad-setting: `publish` takes true or false, not 'no'. Write one of the two.",
        ),
        (
            "mt: false",
            "bad-setting: The options of mt are no mapping. Write `- mt: {publish: false}`.",
        ),
        ("mt:", "bad-setting: The options of mt are no mapping. Write `- mt: {publish: false}`."),
        ("sh", 'unknown-locale: There is no locale "sh". Use a BCP 47 id, such as sr-Latn.'),
        (
            "xx",
            f'unknown-locale: There is no locale "xx". {BCP_47}',
        ),
        (
            "xx: {publish: false}",
            f'unknown-locale: There is no locale "xx". {BCP_47}',
        ),
        ("zh_Hans", 'unknown-locale: There is no locale "zh_Hans". Write it as "zh-Hans".'),
        ("pt_BR", 'unknown-locale: There is no locale "pt_BR". Write it as "pt-BR".'),
        ("zh-hans", 'unknown-locale: The locale "zh-hans" is written "zh-Hans". Write "zh-Hans".'),
        ("FR", 'unknown-locale: The locale "FR" is written "fr". Write "fr".'),
        (
            "no",
            "unknown-locale: False is not a locale. YAML reads `no` as false: "
            'write "no" for Norwegian, or nb.',
        ),
        (
            "no: {publish: false}",
            "unknown-locale: False is not a locale. YAML reads `no` as false: "
            'write "no" for Norwegian, or nb.',
        ),
        ("5", f"unknown-locale: 5 is not a locale. {BCP_47}"),
        (
            "",
            f"unknown-locale: None is not a locale. {BCP_47}",
        ),
        (
            "[de]",
            f"unknown-locale: ['de'] is not a locale. {BCP_47}",
        ),
        ("en", 'bad-setting: The locale "en" stands here twice. Remove one.'),
        (
            "de-Latn",
            'bad-setting: "de" and "de-Latn" are one locale. '
            "Remove one of them, with its catalogue.",
        ),
    ],
)
def test_a_mistake_in_a_locale_is_reported_at_its_line(item: str, expected: str) -> None:
    text = f"locales:\n  - en\n  - de\n  - {item}\n"
    assert messages(text) == [f"mkdocs.yml:4: error {expected}"]
    assert ids(read(text)[0])[:2] == ["en", "de"]


@pytest.mark.parametrize("pair", ["he, iw", "nb, 'no'", "fil, tl", "id, in", "zh, zh-Hans"])
def test_two_ids_of_one_locale_are_refused(pair: str) -> None:
    assert "are one locale" in "".join(messages(f"locales: [en, {pair}]\n"))


@pytest.mark.parametrize("pair", ["zh, zh-Hant", "sr, sr-Latn", "pt, pt-BR", "nb, nn", "de, de-AT"])
def test_two_locales_of_one_language_are_two(pair: str) -> None:
    assert ids(good(f"locales: [en, {pair}]\n")) == ["en", *pair.split(", ")]


@pytest.mark.parametrize("item", ['"no"', "nb", "nn", "zh-Hans", "pt-BR", "es-419", "ar"])
def test_other_locales_are_read(item: str) -> None:
    assert ids(good(f"locales: [en, {item}]\n")) == ["en", item.strip('"')]


@pytest.mark.parametrize("item", ["mt: {publish: 0}", "mt: {publish: 'no'}"])
def test_a_locale_whose_publication_is_not_understood_is_kept_back(item: str) -> None:
    assert read(f"locales:\n  - en\n  - {item}\n")[0].drafts == {"mt"}


@pytest.mark.parametrize("value", ["en", "{en: {}}", "[]", "5", "no"])
def test_locales_are_a_list(value: str) -> None:
    assert messages(f"columns: [purpose]\nlocales: {value}\n") == [
        "mkdocs.yml:2: error bad-setting: `locales` takes a list of locales. "
        "Write it as `locales: [en, de]`."
    ]


def test_the_source_locale_stands_among_the_locales() -> None:
    text = "source_locale: en\nlocales: [de, fr]\n"
    assert messages(text) == [
        'mkdocs.yml:2: error bad-setting: The source locale "en" is not among `locales`. '
        "Add en: its place is its place in the switcher."
    ]
    assert "en" in ids(read(text)[0])
    good("source_locale: en\nlocales: [de, en]\n")
    good("source_locale: en-GB\nlocales: [de, en-GB]\n")


def test_another_english_is_not_the_source_locale() -> None:
    assert brief("source_locale: en-GB\nlocales: [de, en]\n") == ["2: bad-setting"]


def test_the_source_locale_is_no_draft() -> None:
    text = "locales:\n  - en: {publish: false}\n  - de\n"
    assert [line.split("error ")[1] for line in messages(text)] == [
        'bad-setting: The source locale "en" cannot be a draft. Remove `publish: false` there.'
    ]
    assert read(text)[0].drafts == frozenset()
    good("locales:\n  - en: {publish: true}\n  - de: {publish: false}\n")


def test_a_source_locale_that_is_a_draft_is_reported_where_it_says_so() -> None:
    assert brief("locales:\n  - de\n  - en: {publish: false}\n") == ["3: bad-setting"]


@pytest.mark.parametrize("value", ["xx", "no", "5", "en_GB", "[en]"])
def test_a_source_locale_that_is_none_is_reported(value: str) -> None:
    assert brief(f"columns: [purpose]\nsource_locale: {value}\n") == ["2: unknown-locale"]


@pytest.mark.parametrize("pseudo", ["en-XA", "ar-XB"])
def test_a_pseudo_locale_is_never_published(pseudo: str) -> None:
    found = good(f"locales: [en, {pseudo}]\n")
    assert [found.is_published(locale) for locale in found.locales] == [True, False]


# Columns and columns of your own


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("[purpose]", ("purpose",)),
        ("[personal_data, purpose]", ("personal_data", "purpose")),
        (f"[{', '.join(FIELDS)}]", tuple(FIELDS)),
    ],
)
def test_columns_keep_their_order(value: str, expected: tuple[str, ...]) -> None:
    assert good(f"columns: {value}\n").columns == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "\n  - purpose\n  - retenton",
            '3: error unknown-field: There is no field "retenton" for a column. '
            'Did you mean "retention"?',
        ),
        (
            "\n  - purpose\n  - purpose",
            '3: error bad-setting: The column "purpose" stands twice. Remove one.',
        ),
        (
            "purpose",
            "1: error bad-setting: `columns` takes a list of fields. Write `[purpose, …]`.",
        ),
        ("[]", "1: error bad-setting: `columns` takes a list of fields. Write `[purpose, …]`."),
        (
            "{purpose: x}",
            "1: error bad-setting: `columns` takes a list of fields. Write `[purpose, …]`.",
        ),
    ],
)
def test_a_mistake_in_the_columns_is_reported_at_its_line(value: str, expected: str) -> None:
    assert messages(f"columns: {value}\n") == [f"mkdocs.yml:{expected}"]


@pytest.mark.parametrize("name", ["data_category", "title", "id", "no", "5", "[purpose]", "more"])
def test_what_is_no_field_is_no_column(name: str) -> None:
    text = f"columns:\n  - purpose\n  - {name}\n"
    assert brief(text) == ["3: unknown-field"]
    assert read(text)[0].columns == ("purpose",)


def test_columns_that_are_all_unknown_are_a_problem_and_no_crash(tmp_path: Path) -> None:
    config = ENGLISH.replace("locales: [en]", "columns: [purpse]")
    write_project(tmp_path, {"mkdocs.yml": config})
    assert "mkdocs.yml:8: error unknown-field" in problems_of(tmp_path)


def test_an_extra_column_is_a_field_with_a_header() -> None:
    found = good("extra_columns:\n  more: More information\ncolumns: [purpose, more]\n")
    assert found.extra_columns == {"more": "More information"}
    assert found.columns == ("purpose", "more")
    header = found.words["more"]
    assert (header.msgid, header.context, header.span.line) == (
        "More information",
        "columns/more",
        2,
    )


@for_each("name", [*FIELDS, *WORDS, "id", "title", "data"])
def test_an_extra_column_takes_no_name_that_is_taken(name: str) -> None:
    text = f"extra_columns:\n  more: More\n  {name}: Mine\n"
    hint = "Choose another name."
    if name in FIELDS:
        hint = f"Set its header under `words: {{{name}: …}}`, or choose another name."
    assert messages(text) == [
        f'mkdocs.yml:3: error bad-setting: "{name}" has a meaning of its own in every notice. '
        f"{hint}"
    ]
    assert read(text)[0].extra_columns == {"more": "More"}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("\n  more: ''", '2: error bad-setting: `more` has no text. Write `more: "…"`.'),
        ("\n  more: no", '2: error bad-setting: `more` has no text. Write `more: "…"`.'),
        ("\n  more:", '2: error bad-setting: `more` has no text. Write `more: "…"`.'),
        ("\n  more: [More]", '2: error bad-setting: `more` has no text. Write `more: "…"`.'),
        (
            "\n  more info: More",
            '2: error bad-setting: "more info" cannot be the name of a field. '
            "Use a-z, digits and underscores.",
        ),
        (
            "\n  more-info: More",
            '2: error bad-setting: "more-info" cannot be the name of a field. '
            "Use a-z, digits and underscores.",
        ),
        (
            "[more]",
            "1: error bad-setting: `extra_columns` takes names with their texts. "
            "Write each as `name: Text`.",
        ),
    ],
)
def test_a_mistake_in_extra_columns_is_reported_at_its_line(value: str, expected: str) -> None:
    text = f"extra_columns: {value}\n"
    assert messages(text) == [f"mkdocs.yml:{expected}"]
    assert read(text)[0].extra_columns == {}


def test_an_extra_column_whose_name_is_no_text_is_reported() -> None:
    assert brief("columns: [purpose]\nextra_columns:\n  5: More\n") == ["3: bad-setting"]
    # MkDocs reads `no` as false, and no line of the file has that key: the option's line is told.
    assert messages("columns: [purpose]\nextra_columns:\n  no: More\n") == [
        'mkdocs.yml:2: error bad-setting: "False" cannot be the name of a field. '
        "Use a-z, digits and underscores."
    ]


# Other options


@pytest.mark.parametrize(("value", "expected"), [("error", False), ("fallback", True)])
def test_untranslated_is_refused_or_falls_back(value: str, expected: bool) -> None:
    assert good(f"untranslated: {value}\n").allow_untranslated is expected


@pytest.mark.parametrize("value", ["Fallback", "true", "no", "[fallback]", "''"])
def test_whatever_else_untranslated_says_is_refused(value: str) -> None:
    found, (problem,) = read(f"untranslated: {value}\n")
    assert (problem.code, problem.hint) == ("bad-setting", "Use `error` or `fallback`.")
    assert found.allow_untranslated is False


def test_words_are_set_with_their_lines() -> None:
    found = good("words:\n  not_stated: None given\n  purpose: Why\n")
    for name, msgid, context, line in [
        ("not_stated", "None given", "words/not_stated", 2),
        ("purpose", "Why", "columns/purpose", 3),
    ]:
        text = found.words[name]
        assert (text.msgid, text.context, text.span.line) == (msgid, context, line)
    assert found.words["personal_data"].msgid == FIELDS["personal_data"]


def test_what_readers_are_given_is_all_there_is_unless_it_is_turned_off() -> None:
    assert good("reader: {}").reader == good("").reader == ReaderOptions()
    found = good("reader: {language_offer: false, row_links: false, filter: true}").reader
    assert found == ReaderOptions(language_offer=False, row_links=False)


def test_mistakes_in_what_readers_are_given_are_all_reported_with_their_lines() -> None:
    assert messages("reader:\n  filter: maybe\n  data_tag: false\n  row_links: false\n") == [
        "mkdocs.yml:2: error bad-setting: `filter` takes true or false, not 'maybe'. "
        "Write one of the two.",
        'mkdocs.yml:3: error bad-setting: `reader` has no "data_tag". Did you mean "data_tags"?',
    ]
    assert messages("reader: false\n") == [
        "mkdocs.yml:1: error bad-setting: `reader` takes true or false for: language_offer, "
        "filter, row_links, data_tags. Write `{filter: false}`.",
    ]


@pytest.mark.parametrize(("value", "expected"), [("1", 1), ("12", 12), ("", None)])
def test_jobs_is_a_number_of_processes(value: str, expected: int | None) -> None:
    assert good(f"jobs: {value}\n").jobs == expected


@pytest.mark.parametrize("value", ["0", "-1", "true", "two", "1.5", "[2]"])
def test_whatever_else_jobs_says_is_refused(value: str) -> None:
    found, (problem,) = read(f"jobs: {value}\n")
    assert (problem.code, problem.hint) == (
        "bad-setting",
        "Write a number from 1, or leave it out.",
    )
    assert found.jobs is None


@pytest.mark.parametrize("value", ["''", "no", "5", "[x]", "~"])
def test_a_word_is_a_text(value: str) -> None:
    text = f"words:\n  not_stated: {value}\n"
    assert messages(text) == [
        'mkdocs.yml:2: error bad-setting: `not_stated` has no text. Write `not_stated: "…"`.'
    ]
    assert read(text)[0].words["not_stated"].msgid == WORDS["not_stated"]


def test_words_are_a_mapping() -> None:
    assert brief("words: Not stated\n") == ["1: bad-setting"]


def test_an_unknown_word_is_told_with_the_nearest() -> None:
    assert messages("words:\n  not_statd: None given\n") == [
        'mkdocs.yml:2: error unknown-field: The plugin has no word "not_statd". '
        'Did you mean "not_stated"?'
    ]


GERMAN = "".join(f"  {name}: Wort {name}\n" for name in {**FIELDS, **WORDS})


def test_a_source_locale_other_than_english_needs_every_word() -> None:
    head = "source_locale: de\nlocales: [de, en]\nwords:\n"
    found = good(head + GERMAN)
    assert found.source.id == "de"
    assert [locale.id for locale in found.translated] == ["en"]
    text = head + GERMAN.replace("  not_found: Wort not_found\n", "").replace("  tables:", "  #")
    assert messages(text) == [
        "mkdocs.yml:3: error bad-setting: The plugin's words are English, the notice is in German. "
        "Set `words:` for: tables, not_found."
    ]


@pytest.mark.parametrize(("source", "expected"), [("de", 1), ("enm", 1), ("en-GB", 0), ("en", 0)])
def test_english_words_are_for_english_notices(source: str, expected: int) -> None:
    problems = [line for line in messages(f"source_locale: {source}\n") if "words are" in line]
    if source == "enm":  # Middle English: no locale of the CLDR, and no English either way
        assert problems == []
        return
    assert len(problems) == expected


@pytest.mark.parametrize(("source", "name"), [("en", "English"), ("en-GB", "English")])
def test_the_line_of_a_draft_names_the_source_language(source: str, name: str) -> None:
    draft = good(f"source_locale: {source}\n").words["draft"].msgid
    assert draft.startswith("This translation is a draft. The ")
    assert name in draft
    assert "{" not in draft


def test_a_project_is_loaded_with_its_options(tmp_path: Path) -> None:
    config = ENGLISH.replace("locales: [en]", "locales: [en]\n      untranslated: fallback")
    write_project(tmp_path, {"mkdocs.yml": config})
    found = load(tmp_path).site.settings
    assert (ids(found), found.allow_untranslated) == (["en"], True)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "[gdpr-13, gdpr14]",
            'There is no list of requirements "gdpr14". Did you mean "gdpr-14"? A list of your own '
            "is a file: our-list.yml.",
        ),
        ("[gdpr-13, gdpr-13]", '"gdpr-13" stands here twice. Remove one.'),
        (
            "gdpr-13",
            "`requirements` takes a list. Write it as `requirements: [gdpr-13, gdpr-14]`.",
        ),
    ],
)
def test_a_mistake_in_requirements_is_reported_at_its_line(value: str, expected: str) -> None:
    text = f"locales: [en]\nrequirements: {value}\n"
    assert messages(text) == [f"mkdocs.yml:2: error bad-setting: {expected}"]


def test_requirements_are_lists_of_the_tool_and_files() -> None:
    found = good("requirements: [gdpr-13, lists/ours.yml]\n").requirements
    assert [(each.name, each.is_file) for each in found] == [
        ("gdpr-13", False),
        ("lists/ours.yml", True),
    ]
