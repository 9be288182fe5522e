"""Words of templates are the page's locale's: those of the project's own, and those of themes."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from tests.draws import one_in
from tests.projects import (
    CONFIG,
    build_site,
    catalogue,
    edit,
    page,
    polynotice,
    problems_of,
    replace_in,
    stand_in,
    text_of,
    translate,
    write_project,
)

WITH_TEMPLATES = CONFIG.replace("font: false", "font: false\n  custom_dir: overrides")
MAIN = """\
{% extends "base.html" %}
{% block announce %}
  <a href="/shop" title="{{ _("It's here") }}">{{ _("Visit the shop") }}</a>
  <i>{% trans who=config.site_name %}Made by {{ who }}{% endtrans %}</i>
  <p>{% trans %}Read <b>all</b>
    of it{% endtrans %}</p>
{% endblock %}
"""
ERROR = """\
{% extends "main.html" %}
{% block content %}<h1>{{ _("Not here") }}</h1>{% endblock %}
"""
MESSAGES = {
    "It's here", "Visit the shop", "Made by %(who)s", "Read <b>all</b> of it", "Not here"
}  # fmt: skip


def with_templates(folder: Path, config: str = WITH_TEMPLATES, **templates: str) -> Path:
    """A small notice with those templates of its own."""
    files = {f"overrides/{name}": text for name, text in templates.items()}
    return write_project(folder, {"mkdocs.yml": config, **files})


def banner(site: Path, name: str) -> str:
    """The block `announce` of a page, as HTML on one line."""
    return " ".join(str(page(site, name).css_first(".md-banner__inner").html).split())


def test_what_templates_have_translated_is_in_the_page_s_language(tmp_path: Path) -> None:
    with_templates(tmp_path, **{"main.html": MAIN, "404.html": ERROR})
    translate(tmp_path, "de")
    assert problems_of(tmp_path) == []
    assert {entry.msgid for entry in catalogue(tmp_path, "de").entries} >= MESSAGES
    site = build_site(tmp_path)
    for name in ("index.html", "404.html"):
        assert '<a href="/shop" title="It\'s here">Visit the shop</a>' in banner(site, name)
        assert "<i>Made by Notice</i> <p>Read <b>all</b> of it</p>" in banner(site, name)
        german = banner(site, f"de/{name}")
        assert 'title="DE: It\'s here">DE: Visit the shop</a>' in german
        assert "<i>DE: Made by DE: Notice</i> <p>DE: Read <b>all</b> of it</p>" in german
    assert text_of(page(site, "de/404.html").css_first("article h1")) == "DE: Not here"
    assert text_of(page(site, "404.html").css_first("article h1")) == "Not here"


def test_a_missing_translation_of_a_template_refuses_the_notice(tmp_path: Path) -> None:
    with_templates(tmp_path, **{"main.html": MAIN})
    translate(tmp_path, "de", **{"Visit the shop": ""})
    (found,) = problems_of(tmp_path)
    assert found.endswith("error missing-translation")


def test_what_is_not_translated_is_marked_in_fallback(tmp_path: Path) -> None:
    fallback = WITH_TEMPLATES.replace("[en, de]", "[en, de]\n      untranslated: fallback")
    with_templates(tmp_path, fallback, **{"main.html": MAIN})
    missing = dict.fromkeys(MESSAGES, "")
    translate(tmp_path, "de", **missing)
    german = banner(build_site(tmp_path), "de/index.html")
    mark = '<span lang="en" class="notice-untranslated">'
    assert f"{mark}Visit the shop</span>" in german
    assert f"{mark}Read <b>all</b> of it</span>" in german
    assert 'title="It\'s here"' in german  # where no mark can be


def test_a_translation_cannot_leave_its_place_in_a_template(tmp_path: Path) -> None:
    with_templates(tmp_path, **{"main.html": MAIN})
    translate(tmp_path, "de")
    said = {
        "It's here": 'Hier" onclick="x',
        "Visit the shop": "<script>x</script>",
        "Read <b>all</b> of it": "Lies <b onclick='x'>alles</b>",
        "Made by %(who)s": "Gemacht von %(whom)s  polynotice",
    }

    def change(entry: object) -> str:
        return said.get(entry.msgid, stand_in(entry, "de"))  # type: ignore[attr-defined, arg-type]

    edit(tmp_path, "de", change)
    site = build_site(tmp_path, preview=True)
    link = page(site, "de/index.html").css_first(".md-banner__inner a")
    assert set(link.attributes) == {"href", "title"}
    german = banner(site, "de/index.html")
    assert "<script" not in german
    assert "<b " not in german
    assert "<i>Made by DE: Notice</i>" in german  # what it cannot be filled with is not used


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("<p>\n Our shop</p>", 4),
        ("<img src='a.png' alt='Our shop'>", 3),
        ("<meta property='og:site_name' content='Our shop'>", 3),
        ("<meta name='twitter:description' content='Our shop'>", 3),
        ("<input type='submit' value='Our shop'>", 3),
        ("<option label='Our shop'>", 3),
        ("<p aria-roledescription='Our shop'></p>", 3),
        ("<svg aria-label='Our shop'></svg>", 3),
        ("{{ 'Open' if page else 'Closed' }}", 3),
        ("{{ page.meta.shop | default('Our shop') }}", 3),
        ("{% if page %}\nOur shop{% endif %}", 4),
        ("{% trans number=2 %}A shop{% pluralize %}Shops{% endtrans %}", 3),
        ("{{ pgettext('verb', 'Shop') }}", 3),
    ],
)
def test_words_that_no_catalogue_gets_are_reported_with_their_line(
    tmp_path: Path, written: str, line: int
) -> None:
    main = '{% extends "base.html" %}\n{% block announce %}\n' + written + "\n{% endblock %}\n"
    with_templates(tmp_path, **{"main.html": main})
    translate(tmp_path, "de")
    assert problems_of(tmp_path) == [f"overrides/main.html:{line}: error untranslatable-text"]


TRANSLATED_OR_NO_WORD = [
    "{# Our shop #} {{ page.title }} &copy; 2024",
    "{{ lang.t('toc') }} <i class=\"{{ 'wide' if page else 'narrow' }}\"></i>",
    "<b translate='no'>ACME</b>",
    "{% if notice.locale == 'de' %}Laden{% else %}Shop{% endif %}",
    "{{ 'Laden' if config.theme.language == 'de' else 'Shop' }}",
    "{{ _('Our shop') }}",
    "{% if page %}{% trans %}Our shop{% endtrans %}{% endif %}",
    "{% set wide = 'Our shop' %}",
    "<meta name='viewport' content='width=device-width'><meta name='generator' content='It'>",
    "<meta name='theme-color' content='navy blue'><meta name='og:url' content='https://x.y'>",
    "<input type='hidden' value='Our shop'><svg><title>Icon</title></svg>",
    "<meta name='description' content='{{ _('Our shop') }}'>",
]


def test_what_is_translated_or_no_word_is_not(tmp_path: Path) -> None:
    main = '{% extends "base.html" %}\n{% import "partials/language.html" as lang with context %}\n'
    main += "{% block announce %}\n" + "\n".join(TRANSLATED_OR_NO_WORD) + "\n{% endblock %}\n"
    with_templates(tmp_path, **{"main.html": main})
    translate(tmp_path, "de")
    lines = [int(line.split(":")[1]) for line in problems_of(tmp_path)]
    assert [TRANSLATED_OR_NO_WORD[line - 4] for line in lines] == []
    assert build_site(tmp_path).exists()


def test_a_template_that_cannot_be_understood_is_reported_with_its_line(tmp_path: Path) -> None:
    with_templates(tmp_path, **{"main.html": '{% extends "base.html" %}\n{% if %}\n'})
    assert "overrides/main.html:2: error build-failed" in problems_of(tmp_path)


def test_a_notice_in_one_language_may_say_in_its_templates_what_it_likes(tmp_path: Path) -> None:
    alone = WITH_TEMPLATES.replace("[en, de]", "[en]")
    with_templates(tmp_path, alone, **{"partials/foot.html": "Our shop"})
    assert problems_of(tmp_path) == []


# --- words that come by another way --------------------------------------------------------------

MACRO = "{% macro button(label) %}<a href='/'>{{ label }}</a>{% endmacro %}"
EXTRA = WITH_TEMPLATES.replace(
    "generator: false", "generator: false\n  shop:\n    hours: Open daily"
)
IN_MAIN = "overrides/main.html"
COMING_IN = {
    "a name": ("", "\n{% set shop = 'Our shop' %}<b>{{ shop }}</b>", f"{IN_MAIN}:4"),
    "an argument": (MACRO, "{{ button('Our shop') }}", f"{IN_MAIN}:3"),
    "a default": (MACRO.replace("label)", "label='Our shop')"), "{{ button() }}", f"{IN_MAIN}:2"),
    "a list": (
        "{% set all = ['Our shop', 'Our law'] %}",
        "{% set all = ['Our shop'] %}{% for one in all %}<i>{{ one }}</i>{% endfor %}",
        f"{IN_MAIN}:2",
    ),
    "a tooltip": ("", "\n{% set shop = 'Our shop' %}<b title='{{ shop }}'></b>", f"{IN_MAIN}:4"),
    "extra": ("", "<b>{{ config.extra.shop.hours }}</b>", "mkdocs.yml:14"),
    "extra among words": ("", "{{ _('Hours') }}: {{ config.extra.shop.hours }}", "mkdocs.yml:14"),
    "front matter": ("", "<b>{{ page.meta.shop if page }}</b>", "docs/a.md:3"),
}


def warned(folder: Path, caplog: pytest.LogCaptureFixture) -> list[str]:
    """What a build says of words that are in every language."""
    caplog.clear()
    build_site(folder)
    lines = [one.getMessage() for one in caplog.records]
    return [line.partition(": warning untr")[0] for line in lines if "in every language" in line]


def bringing(folder: Path, before: str, block: str) -> None:
    main = f'{{% extends "base.html" %}}\n{before}\n{{% block announce %}}{block}{{% endblock %}}\n'
    files = {
        "mkdocs.yml": EXTRA,
        "docs/a.md": "---\ntitle: A\nshop: Open on Mondays\n---\n# A\n",
        "overrides/main.html": main,
    }
    write_project(folder, files)
    translate(folder, "de")


@pytest.mark.parametrize("name", COMING_IN)
def test_words_that_come_onto_every_page_by_a_template_are_reported_once_with_their_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    before, block, place = COMING_IN[name]
    bringing(tmp_path, before, block)
    assert warned(tmp_path, caplog) == [place]
    assert warned(tmp_path, caplog) == [place]  # also where nothing had to be made again


NOT_COMING_IN = {
    "a name that nobody prints": ("{% set shop = 'Our shop' %}", ""),
    "words of each language": (
        "",
        "{% set all = {'en': 'Our shop', 'de': 'Unser Laden'} %}<b>{{ all[notice.locale] }}</b>",
    ),
    "words of one language": (
        "", "{% set shop = 'Our shop' if notice.locale == 'en' else 'Laden' %}<b>{{ shop }}</b>"
    ),
    "a translated argument": (MACRO, "{{ button(_('Our shop')) }}"),
    "a name of a shop": ("", "{% set shop = 'Our shop' %}<b translate='no'>{{ shop }}</b>"),
    "a class": ("", "{% set kind = 'wide banner' %}<b class='{{ kind }}'></b>"),
    "an address": ("", "{% set to = 'https://shop.example/' %}<a href='{{ to }}'>{{ to }}</a>"),
    "a number": ("", "{% set to = '2024' %}<b>{{ to }}</b>"),
    "extra that nobody prints": ("", "{% if config.extra.shop.hours %}<b>1</b>{% endif %}"),
}  # fmt: skip


SEEN_BY_CHECK = {
    **{name: COMING_IN[name] for name in ("a name", "an argument", "a default", "a tooltip")},
    "a loop": ("", "{% for one in ['Our shop', 'x-1'] %}{{ one }}{% endfor %}", f"{IN_MAIN}:3"),
    "a choice": (
        "", "\n{% set shop = 'Our shop' if page else '' %}{{ shop | upper }}", f"{IN_MAIN}:4"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SEEN_BY_CHECK)
def test_check_sees_the_words_that_a_template_gives_to_a_name_itself(
    tmp_path: Path, name: str
) -> None:
    before, block, place = SEEN_BY_CHECK[name]
    bringing(tmp_path, before, block)
    assert problems_of(tmp_path) == [f"{place}: warning untranslatable-text"]


@pytest.mark.parametrize("name", NOT_COMING_IN)
def test_words_that_do_not_or_that_are_translated_are_not(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    bringing(tmp_path, *NOT_COMING_IN[name])
    assert problems_of(tmp_path) == []
    assert warned(tmp_path, caplog) == []


def test_words_that_scripts_show_are_reported_by_check(tmp_path: Path) -> None:
    block = "<b></b>\n<script>\nconst word = 'Our shop'; document.title = word;\n</script>"
    bringing(tmp_path, "", block)
    (tmp_path / "docs/own.js").write_text("\nalert('Our shop')\n")
    replace_in(tmp_path / "mkdocs.yml", "extra:", "extra_javascript: [own.js]\nextra:")
    assert problems_of(tmp_path) == [
        "docs/own.js:2: warning untranslatable-text",
        "overrides/main.html:5: warning untranslatable-text",
    ]


STYLES = """\
.a::after {
  content: "Read more";
}
@media print { .b::before { content: var(--words, "Printed by") " us" / "In " counter(x) } }
"""


def test_words_that_styles_show_are_reported_by_check(tmp_path: Path) -> None:
    block = (
        "<b style='content: \"Our law\"'></b>\n<style>\nb::after { content: 'Our shop' }</style>"
    )
    bringing(tmp_path, "", block)
    (tmp_path / "docs/own.css").write_text(STYLES)
    replace_in(tmp_path / "mkdocs.yml", "extra:", "extra_css: [own.css]\nextra:")
    warning = "warning untranslatable-text"
    assert problems_of(tmp_path) == [
        f"docs/own.css:2: {warning}",
        *[f"docs/own.css:4: {warning}"] * 3,
        f"overrides/main.html:3: {warning}",
        f"overrides/main.html:5: {warning}",
    ]


@pytest.mark.parametrize(
    "content",
    [
        "'\\201C' '→' '…'",
        "attr(data-words)",
        "'arrow_back'",
        "url('our shop.png')",
        "counter(item, 'lower roman') '. '",
        "'\\f101'",
        "' a) '",
    ],
)
def test_signs_that_styles_show_are_not_words(tmp_path: Path, content: str) -> None:
    bringing(tmp_path, "", f"<style>b::after {{ content: {content} }}</style>")
    own = ":lang(de) b::after { content: 'Unser Laden' } b { font-family: 'Our Font' }"
    (tmp_path / "docs/own.css").write_text(own)
    replace_in(tmp_path / "mkdocs.yml", "extra:", "extra_css: [own.css]\nextra:")
    assert problems_of(tmp_path) == []


def test_words_that_a_template_hands_to_a_script_are_translated(tmp_path: Path) -> None:
    block = "<script>document.title = \"{{ _('Our shop') }}\"; console.log('Done')</script>"
    bringing(tmp_path, "", block)
    assert problems_of(tmp_path) == []
    html = (build_site(tmp_path) / "de/index.html").read_text()
    assert 'document.title = "DE: Our shop"' in html


# --- the words of themes -------------------------------------------------------------------------

IN_THEMES = [
    ("mkdocs", "de/index.html", "Suche...", "Diese Dokumentation wurde erstellt mit MkDocs."),
    ("mkdocs", "index.html", "Search...", "Documentation built with MkDocs."),
    ("mkdocs", "zh-Hans/index.html", "搜索...", "用MkDocs建立的文档。"),
    ("mkdocs", "pt/404.html", "Buscando...", "Documentação construída com MkDocs."),
    ("readthedocs", "de/index.html", "Durchsuchen", "Erzeugt mit MkDocs mit einem Thema von"),
    ("readthedocs", "index.html", "Search docs", "Built with MkDocs using a theme provided by"),
    ("readthedocs", "zh-Hans/index.html", "搜索文档", "用MkDocs构建"),
    ("readthedocs", "pt/404.html", "Buscar documentos", "Construído com MkDocs"),
]
LOCALES = ("de", "zh-Hans", "pt")


def of_theme(folder: Path, theme: str, locales: str) -> Path:
    """A small notice with another theme."""
    config = CONFIG.replace("name: material\n  font: false", f"name: {theme}")
    config = config.replace("[en, de]", f"[en, {locales}]")
    return write_project(folder, {"mkdocs.yml": config, "docs/a.md": "# A\n"})


@one_in(3, ("theme", "of_source"), itertools.product(("mkdocs", "readthedocs"), ("en", "de")))
def test_words_of_a_theme_with_catalogues_are_the_page_s_locale_s(
    tmp_path: Path, theme: str, of_source: str
) -> None:
    of_theme(tmp_path, theme, ", ".join(LOCALES))
    replace_in(tmp_path / "mkdocs.yml", f"name: {theme}", f"name: {theme}\n  locale: {of_source}")
    translate(tmp_path, *LOCALES)
    site = build_site(tmp_path)
    for name, path, search, foot in IN_THEMES:
        if name == theme:
            tree = page(site, path)
            fields = [one.attributes["placeholder"] for one in tree.css("input[placeholder]")]
            assert set(fields) == {search}, path
            assert foot in text_of(tree.css_first("footer")), path


def test_a_copy_of_a_theme_s_template_leaves_the_theme_s_words_to_the_theme(
    tmp_path: Path,
) -> None:
    of_theme(tmp_path, "mkdocs", "de")
    replace_in(tmp_path / "mkdocs.yml", "name: mkdocs", "name: mkdocs\n  custom_dir: overrides")
    (tmp_path / "overrides").mkdir()
    main = (
        '{% extends "base.html" %}{% block footer %}{% trans %}Next{% endtrans %} {{ _("Foot") }}'
    )
    (tmp_path / "overrides/main.html").write_text(main + "{% endblock %}")
    translate(tmp_path, "de")
    assert {"Next", "Foot"} & {one.msgid for one in catalogue(tmp_path, "de").entries} == {"Foot"}
    assert "Weiter DE: Foot" in text_of(page(build_site(tmp_path), "de/index.html").body)


def test_a_pseudo_locale_disguises_the_words_of_templates_and_themes(tmp_path: Path) -> None:
    of_theme(tmp_path, "mkdocs", "en-XA")
    replace_in(tmp_path / "mkdocs.yml", "name: mkdocs", "name: mkdocs\n  custom_dir: overrides")
    main = "{% block footer %}{{ super() }}{% trans a=1 %}Foot {{ a }}{% endtrans %}{% endblock %}"
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides/main.html").write_text('{% extends "base.html" %}' + main)
    said = text_of(page(build_site(tmp_path, preview=True), "en-XA/index.html").body)
    assert "⟦Đööçûûḿééñţååţîîööñ ƀûûîîļţ ŵîîţĥ MkDocs.⟧" in said
    assert "⟦Ƒööööţ 1⟧" in said


IN_MATERIAL = {
    "zh-HK": "目錄", "zh-MO": "目錄", "zh-Hans": "目录", "sr": "Садржај", "sr-Latn": "Sadržaj",
    "fil": "Talaan ng nilalaman", "no": "Innholdsliste", "nn": "Innhaldsliste", "pt-BR": "Índice",
    "en-GB": "Table of contents",
}  # fmt: skip
"""What Material says above a page's contents, which is in the locale's own script and language."""


def test_words_of_material_are_in_the_script_and_language_of_the_locale(tmp_path: Path) -> None:
    of_theme(tmp_path, "material", ", ".join(f"'{each}'" for each in IN_MATERIAL))
    replace_in(tmp_path / "docs/a.md", "# A\n", "# A\n\n## B\n")
    site = build_site(tmp_path, preview=True)
    for locale, said in IN_MATERIAL.items():
        contents = page(site, f"{locale}/a/index.html").css_first(".md-nav--secondary")
        assert contents.attributes["aria-label"] == said, locale


@pytest.mark.parametrize(
    ("theme", "locales", "said"),
    [
        ("mkdocs", "de, mt", ["mt"]),
        ("readthedocs", "pt, mt", ["mt"]),
        ("material", "de, mt", ["mt"]),
        ("mkdocs", "de-AT, zh-Hant, nb", []),
        ("material", "en-GB, zh-HK, sr-Latn", []),
        ("mkdocs", "en-XA", []),
    ],
)
def test_locales_in_which_a_theme_has_no_words_are_reported(
    tmp_path: Path, theme: str, locales: str, said: list[str]
) -> None:
    of_theme(tmp_path, theme, locales)
    found = [
        line for line in polynotice(tmp_path, "check").output.split("\n") if "has no words" in line
    ]
    assert len(found) == len(said)
    for line in found:
        assert line.startswith("mkdocs.yml:3: warning untranslatable-text: The theme ")
