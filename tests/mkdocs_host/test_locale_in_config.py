"""A new locale in `mkdocs.yml`, which `add-locale` lists there itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.projects import CONFIG, config_of, load, polynotice, write_project

STARTED = "started: locales/fr/LC_MESSAGES/notice.po\n"
LIST = "      locales: [en, de]\n"
NO_LIST = "Now add `locales: [en, fr: {publish: false}]` to the options of polynotice"


def listed(line: int, name: str = "mkdocs.yml", said: str = "fr: {publish: false}") -> str:
    until = "in the preview alone, until you remove that"
    return f"{STARTED}listed: {name}:{line} (`{said}`: {until})\n"


FORMS = {
    "a list on one line": (CONFIG, "[en, de]", "[en, de, fr: {publish: false}]", 8),
    "a list on lines": (
        CONFIG.replace(LIST, "      locales:\n        - en # first\n        - 'de'\n# mine\n"),
        "        - 'de'\n",
        "        - 'de'\n        - fr: {publish: false}\n",
        11,
    ),
    "a list with a trailing comma": (
        CONFIG.replace("[en, de]", "[\n        en,\n        de, # soon\n      ]"),
        "        de, # soon\n",
        "        de, # soon\n        fr: {publish: false},\n",
        11,
    ),
    "plugins as a mapping": (
        CONFIG.replace("  - search\n  - polynotice:\n", "  search: {}\n  polynotice:\n"),
        "[en, de]",
        "[en, de, fr: {publish: false}]",
        8,
    ),
    "several plugins with lists": (
        CONFIG.replace("  - search\n", "  - search: {lang: [en, de]}\n") + "# locales: [en, de]\n",
        "locales: [en, de]\nmark",
        "locales: [en, de, fr: {publish: false}]\nmark",
        8,
    ),
    "options in braces": (
        CONFIG.replace(f"  - polynotice:\n{LIST}", "  - polynotice: {locales: [en, de]} # all\n"),
        "[en, de]",
        "[en, de, fr: {publish: false}]",
        7,
    ),
    "a list with an anchor that nothing refers to": (
        CONFIG.replace("[en, de]", "&all [en, de]"),
        "[en, de]",
        "[en, de, fr: {publish: false}]",
        8,
    ),
    "values of the environment elsewhere": (
        CONFIG.replace("site_name: Notice", "site_name: !ENV [NAME, Notice]"),
        "[en, de]",
        "[en, de, fr: {publish: false}]",
        8,
    ),
}  # fmt: skip


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "BOM"])
@pytest.mark.parametrize("form", FORMS)
def test_the_locale_is_listed_in_the_list_s_own_style_and_nothing_else_changes(
    tmp_path: Path, form: str, mark: str, line_end: str
) -> None:
    config, old, new, line = FORMS[form]
    path = write_project(tmp_path, guard=str) / "mkdocs.yml"
    path.write_bytes((mark + config.replace("\n", line_end)).encode())
    result = polynotice(tmp_path, "add-locale", "fr")
    assert (result.exit_code, result.output) == (0, listed(line))
    assert config.count(old) == 1
    wanted = mark + config.replace(old, new).replace("\n", line_end)
    assert path.read_bytes().decode() == wanted
    settings = load(tmp_path).site.settings
    assert [locale.id for locale in settings.locales] == ["en", "de", "fr"]
    assert settings.drafts == {"fr"}


def test_a_locale_that_yaml_takes_for_false_is_quoted(tmp_path: Path) -> None:
    write_project(tmp_path, guard=str)
    assert polynotice(tmp_path, "add-locale", "no").exit_code == 0
    assert '[en, de, "no": {publish: false}]' in (tmp_path / "mkdocs.yml").read_text()
    assert [locale.id for locale in load(tmp_path).site.settings.locales][-1] == "no"


@pytest.mark.parametrize("listing", ["[en, fr]", "[fr, en]", "[en, fr: {publish: false}]"])
def test_a_locale_that_is_listed_is_not_listed_again(tmp_path: Path, listing: str) -> None:
    write_project(tmp_path, {"mkdocs.yml": CONFIG.replace("[en, de]", listing)}, guard=str)
    before = (tmp_path / "mkdocs.yml").read_bytes()
    result = polynotice(tmp_path, "add-locale", "fr")
    assert (result.exit_code, result.output) == (0, STARTED)
    assert (tmp_path / "mkdocs.yml").read_bytes() == before


def test_the_file_that_is_named_is_the_one_that_changes(tmp_path: Path) -> None:
    write_project(tmp_path, {"notice.yml": CONFIG}, guard=str)
    before = (tmp_path / "mkdocs.yml").read_bytes()
    named = tmp_path / "notice.yml"
    named.chmod(0o640)
    result = polynotice(tmp_path, "-f", str(named), "add-locale", "fr")
    assert (result.exit_code, result.output) == (0, listed(8, "notice.yml"))
    assert (tmp_path / "mkdocs.yml").read_bytes() == before
    assert named.read_text() == CONFIG.replace("[en, de]", "[en, de, fr: {publish: false}]")
    assert named.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_one_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    write_project(tmp_path, guard=str)
    (tmp_path / "mkdocs.yml").rename(tmp_path / "real.yml")
    (tmp_path / "mkdocs.yml").symlink_to("real.yml")
    assert polynotice(tmp_path, "add-locale", "fr").output == listed(8)
    assert (tmp_path / "mkdocs.yml").is_symlink()
    assert "fr: {publish: false}" in (tmp_path / "real.yml").read_text()


BASE = CONFIG.replace("  - search\n  - polynotice:\n", "  search: {}\n  polynotice:\n")
START, END = CONFIG[: CONFIG.index("extra:")], CONFIG[CONFIG.index("extra:") :]
BY_HAND = {
    "an alias": (
        {"mkdocs.yml": f"{END}  all: &all [en, de]\n{START.replace('[en, de]', '*all')}"},
        "Now add `- fr: {publish: false}` to `locales` (mkdocs.yml:11).\n",
    ),
    "an anchor that serves elsewhere": (
        {"mkdocs.yml": f"{CONFIG.replace('[en, de]', '&all [en, de]')}  all: *all\n"},
        "Now add `- fr: {publish: false}` to `locales` (mkdocs.yml:8).\n",
    ),
    "the environment": (
        {"mkdocs.yml": CONFIG.replace("[en, de]", "!ENV [NO_SUCH_NAME, [en, de]]")},
        "Now add `- fr: {publish: false}` to `locales` (mkdocs.yml:8).\n",
    ),
    "options from the environment": (
        {"mkdocs.yml": CONFIG.replace(f"polynotice:\n{LIST}", "polynotice: !ENV [NO_SUCH, {}]\n")},
        f"{NO_LIST} (mkdocs.yml:7).\n",
    ),
    "options that serve elsewhere": (
        {
            "mkdocs.yml": CONFIG.replace(f"polynotice:\n{LIST}", "polynotice: &all {}\n")
            + "  all: *all\n"
        },
        f"{NO_LIST} (mkdocs.yml:7).\n",
    ),
}


NEW = "locales: [en, fr: {publish: false}]"
WITHOUT_LIST = {
    "options in a list": (
        "  - polynotice:\n      source_locale: en # ours\n",
        f"+      {NEW}\n",
        9,
    ),
    "a name alone": ("  - polynotice # ours\n", f"  - polynotice: # ours\n      {NEW}\n", 8),
    "a quoted name": ("  - 'polynotice'\n", f"  - 'polynotice':\n      {NEW}\n", 8),
    "no options": ("  - polynotice:\n", f"+      {NEW}\n", 8),
    "options in braces": (
        "  - polynotice: {columns: [purpose]} # ours\n",
        f"  - polynotice: {{columns: [purpose], {NEW}}} # ours\n",
        7,
    ),
    "empty braces": ("  - polynotice: {}\n", f"  - polynotice: {{{NEW}}}\n", 7),
    "several options": (
        "  - polynotice:\n      # what we show\n      columns:\n        - purpose\n      # more\n"
        "  - offline: {enabled: false}\n",
        "  - polynotice:\n      # what we show\n      columns:\n        - purpose\n"
        f"      {NEW}\n      # more\n  - offline: {{enabled: false}}\n",
        11,
    ),
}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("form", WITHOUT_LIST)
def test_where_there_is_no_list_one_is_written_with_the_source(
    tmp_path: Path, form: str, line_end: str
) -> None:
    options, new, line = WITHOUT_LIST[form]
    new = options + new[1:] if new.startswith("+") else new
    path = write_project(tmp_path, guard=str) / "mkdocs.yml"
    config = CONFIG.replace(f"  - polynotice:\n{LIST}", options)
    path.write_bytes(config.replace("\n", line_end).encode())
    result = polynotice(tmp_path, "add-locale", "fr")
    assert (result.exit_code, result.output) == (0, listed(line, said=NEW))
    assert path.read_bytes().decode() == config.replace(options, new).replace("\n", line_end)
    settings = load(tmp_path).site.settings
    assert [locale.id for locale in settings.locales] == ["en", "fr"]
    assert settings.drafts == {"fr"}


@pytest.mark.parametrize(
    ("plugins", "new"),
    [
        ("plugins: [search, polynotice]\n", f"plugins: [search, polynotice: {{{NEW}}}]\n"),
        ("plugins: {search: {}, polynotice: {}}\n",
         f"plugins: {{search: {{}}, polynotice: {{{NEW}}}}}\n"),
        ("plugins:\n  search:\n  polynotice:\n",
         f"plugins:\n  search:\n  polynotice:\n    {NEW}\n"),
    ],
)  # fmt: skip
def test_a_list_is_written_however_plugins_are_listed(
    tmp_path: Path, plugins: str, new: str
) -> None:
    config = CONFIG.replace(f"plugins:\n  - search\n  - polynotice:\n{LIST}", plugins)
    write_project(tmp_path, {"mkdocs.yml": config}, guard=str)
    assert polynotice(tmp_path, "add-locale", "fr").exit_code == 0
    assert (tmp_path / "mkdocs.yml").read_text() == config.replace(plugins, new)
    assert [one.id for one in load(tmp_path).site.settings.locales] == ["en", "fr"]


INHERITED = {
    "all of it": (
        {"mkdocs.yml": "INHERIT: more/base.yml\n", "more/base.yml": BASE},
        "more/base.yml",
    ),
    "options in two files": (
        {
            "mkdocs.yml": "INHERIT: base.yml\nplugins:\n  polynotice:\n    columns: [purpose]\n",
            "base.yml": BASE,
        },
        "base.yml",
    ),
    "a file of a file": (
        {
            "mkdocs.yml": "INHERIT: more/between.yml\n",
            "more/between.yml": "INHERIT: ../base.yml\nsite_name: Between\n",
            "base.yml": BASE,
        },
        "base.yml",
    ),
    "a list of plugins that replaces that of the other file": (
        {
            "mkdocs.yml": "INHERIT: base.yml\n" + CONFIG.replace(LIST, "      locales: [en, de]\n"),
            "base.yml": CONFIG.replace("[en, de]", "[en]"),
        },
        "mkdocs.yml",
    ),
    "the same without locales": (
        {
            "mkdocs.yml": "INHERIT: base.yml\nplugins: [search, polynotice]\n",
            "base.yml": CONFIG.replace("[en, de]", "[en]"),
        },
        "mkdocs.yml",
    ),
}


@pytest.mark.parametrize("form", INHERITED)
def test_with_inherit_the_file_with_the_plugin_s_options_is_written(
    tmp_path: Path, form: str
) -> None:
    files, written = INHERITED[form]
    write_project(tmp_path, files, guard=str)
    known = [one.id for one in load(tmp_path).site.settings.locales]
    result = polynotice(tmp_path, "add-locale", "fr")
    assert f"listed: {written}:" in result.output
    assert [one.id for one in load(tmp_path).site.settings.locales] == [*known, "fr"]
    changed = [name for name, text in files.items() if (tmp_path / name).read_text() != text]
    assert changed == [written]


@pytest.mark.parametrize("form", BY_HAND)
def test_what_cannot_be_written_safely_is_said_with_its_place(tmp_path: Path, form: str) -> None:
    files, said = BY_HAND[form]
    write_project(tmp_path, files, guard=str)
    before = {name: (tmp_path / name).read_bytes() for name in files}
    config_of(tmp_path)  # MkDocs takes it
    result = polynotice(tmp_path, "add-locale", "fr")
    assert (result.exit_code, result.output) == (0, STARTED + said)
    assert {name: (tmp_path / name).read_bytes() for name in files} == before


def test_nothing_is_listed_whose_catalogue_is_not_started(tmp_path: Path) -> None:
    write_project(tmp_path, {"locales": "a file where a folder is wanted\n"}, guard=str)
    result = polynotice(tmp_path, "add-locale", "fr")
    assert result.exit_code == 1
    assert (tmp_path / "mkdocs.yml").read_text() == CONFIG
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]
