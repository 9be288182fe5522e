"""Locales: what Babel knows of them, in the forms that a notice needs."""

from __future__ import annotations

import functools
import gettext
import re
import shutil
import subprocess
from pathlib import Path

import material
import pytest
from babel.localedata import locale_identifiers
from translate.lang import data as toolkit

from polynotice.core.conventions import conventions
from polynotice.core.locales import PSEUDO, UnknownLocaleIdError, contradicts, find_locale, nearest
from polynotice.core.plural_forms import plural_forms
from tests.draws import draws, for_each

LTR = ["en", "de", "es", "fr", "it", "ja", "ko", "nl", "pl", "sv", "zh-Hans", "mt", "sr-Latn", "az"]
RTL = ["ar", "he", "fa", "ur", "ps", "yi", "ckb", "az-Arab", "ar-EG"]


@for_each("locale_id", LTR)
def test_most_scripts_run_from_left_to_right(locale_id: str) -> None:
    assert find_locale(locale_id).direction == "ltr"


@for_each("locale_id", RTL)
def test_arabic_hebrew_and_their_like_run_from_right_to_left(locale_id: str) -> None:
    assert find_locale(locale_id).direction == "rtl"


@for_each(
    ("locale_id", "name", "english_name"),
    [
        ("en", "English", "English"),
        ("de", "Deutsch", "German"),
        ("fr", "Français", "French"),
        ("es", "Español", "Spanish"),
        ("ar", "العربية", "Arabic"),
        ("ja", "日本語", "Japanese"),
        ("mt", "Malti", "Maltese"),
        ("pt-BR", "Português (Brasil)", "Portuguese (Brazil)"),
        ("zh-Hans", "中文 (简体)", "Chinese (Simplified)"),
        ("zh-Hant", "中文 (繁體)", "Chinese (Traditional)"),
    ],
)
def test_a_locale_has_its_own_name_and_an_english_one(
    locale_id: str, name: str, english_name: str
) -> None:
    assert (find_locale(locale_id).name, find_locale(locale_id).english_name) == (
        name,
        english_name,
    )


@pytest.mark.parametrize(
    ("locale_id", "folder"),
    [("de", "de"), ("zh-Hans", "zh_Hans"), ("pt-BR", "pt_BR"), ("sr-Latn-RS", "sr_Latn_RS")],
)
def test_a_folder_has_the_gettext_form(locale_id: str, folder: str) -> None:
    assert find_locale(locale_id).folder == folder


@pytest.mark.parametrize(
    ("written", "meant"),
    [("DE", "de"), ("zh-hans", "zh-Hans"), ("pt-br", "pt-BR"), ("De-At", "de-AT")],
)
def test_an_id_is_put_as_bcp_47_writes_it(written: str, meant: str) -> None:
    assert find_locale(written).id == meant


@for_each(
    "locale_id",
    [
        *("de", "zh-Hans", "zh-Hans-CN", "pt-BR", "es-419", "sr-Latn", "no", "nb", "fil"),
        *("zh-CN", "zh-TW", "ca-ES-valencia"),  # whose likely subtags are others
    ],
)
def test_an_id_in_its_right_form_stays_as_it_is(locale_id: str) -> None:
    assert find_locale(locale_id).id == locale_id


@for_each(
    "locale_id",
    [
        *("xx", "zz", "tlh", "", " de", "de ", "de\n", "d", "de-", "-de", "de--AT", "de-XX"),
        *("zh_Hans", "pt_BR", "../de", "de/at", "german", "1", "en-xa", "C", "x" * 200, "dé"),
        *("de@euro", "de.UTF-8", "root", "und"),
    ],
)
def test_what_is_no_locale_is_refused(locale_id: str) -> None:
    with pytest.raises(UnknownLocaleIdError):
        find_locale(locale_id)


# Plural forms


def plural(locale_id: str, number: int) -> int:
    """Which plural form the header's rule gives a number, by the rules of gettext."""
    header = plural_forms(find_locale(locale_id))
    found = re.fullmatch(r"nplurals=(\d+); plural=(.+);", header)
    assert found is not None, header
    form: int = gettext.c2py(found[2])(number)
    assert form < int(found[1])
    return form


@for_each(
    ("locale_id", "forms"),
    [
        ("ja", {0: 0, 1: 0, 2: 0, 5: 0, 21: 0, 100: 0}),
        ("zh-Hans", {0: 0, 1: 0, 2: 0}),
        ("en", {0: 1, 1: 0, 2: 1, 21: 1}),
        ("fr", {0: 0, 1: 0, 2: 1}),
        ("pl", {0: 2, 1: 0, 2: 1, 4: 1, 5: 2, 12: 2, 21: 2, 22: 1, 112: 2}),
        ("ar", {0: 0, 1: 1, 2: 2, 3: 3, 10: 3, 11: 4, 99: 4, 100: 5, 102: 5, 103: 3}),
        ("hu", {0: 1, 1: 0, 2: 1}),
        ("mt", {0: 2, 1: 0, 2: 1, 10: 2, 11: 3, 19: 3, 20: 4, 103: 2}),
    ],
)
def test_plural_forms_are_those_of_the_language(locale_id: str, forms: dict[int, int]) -> None:
    assert {number: plural(locale_id, number) for number in forms} == forms


@pytest.mark.parametrize(("locale_id", "count"), [("ja", 1), ("en", 2), ("pl", 3), ("ar", 6)])
def test_the_header_says_how_many_plural_forms_there_are(locale_id: str, count: int) -> None:
    header = plural_forms(find_locale(locale_id))
    assert header.startswith(f"nplurals={count}; plural=")
    assert header.endswith(";")
    assert not header.endswith(";;")


# Which languages GNU gettext has a rule of its own for, and which the Translate Toolkit, as Pootle
# and Weblate take it. Left out are those in which these and the CLDR differ: Hebrew (the CLDR has a
# dual), Irish (five forms, not three), Latvian (zero is the first form) and European Portuguese.
GNU = [
    "be", "bg", "cs", "da", "de", "el", "en-GB", "es", "et", "fi", "fr", "fr-CA", "hr", "hu", "it",
    "ja", "ko", "lt", "nb", "nl", "nn", "pl", "pt-BR", "ro", "ru", "sk", "sl", "sr", "sr-Latn",
    "sv", "tr", "uk", "vi",
]  # fmt: skip
TOOLKIT = [
    "af", "ar", "az", "bn", "bs", "ca", "eu", "fa", "ga", "gl", "gu", "hi", "hy", "id", "ka", "kk",
    "km", "lb", "lo", "lv", "ml", "mn", "ms", "my", "ne", "pa", "rm", "sq", "sw", "ta", "te", "th",
    "ur", "uz",
]  # fmt: skip


@functools.cache
def forms_of(header: str) -> list[str]:
    """How many forms a header has, and which of them stands for each number."""
    count, _, rule = header.rstrip("; ").partition(";")
    form = gettext.c2py(rule.partition("=")[2])
    return [count.strip(), *(str(form(number)) for number in range(1200))]


@pytest.mark.skipif(not shutil.which("msginit"), reason="needs GNU gettext")
@pytest.mark.parametrize("locale_id", GNU)
def test_plural_forms_are_those_of_gnu_gettext(locale_id: str, tmp_path: Path) -> None:
    template = tmp_path / "a.pot"
    template.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    )
    folder = find_locale(locale_id).folder
    arguments = ["msginit", "--no-translator", "--no-wrap", "-i", template, "-o", "-", "-l", folder]
    started = subprocess.run(arguments, check=True, capture_output=True, text=True).stdout
    found = re.search(r"Plural-Forms: (.*)\\n", started)
    assert found, started
    assert forms_of(plural_forms(find_locale(locale_id))) == forms_of(found[1])


@for_each("locale_id", TOOLKIT)
def test_plural_forms_are_those_of_the_translate_toolkit(locale_id: str) -> None:
    _, count, rule = toolkit.languages[locale_id]
    expected = f"nplurals={count}; plural={rule};"
    assert forms_of(plural_forms(find_locale(locale_id))) == forms_of(expected)


@draws(1, thoroughly=4, of=16)
def test_every_locale_has_plural_forms_that_gettext_reads(draws: range) -> None:
    """To load all that is known of a locale takes long: a sixteenth of them in every run."""
    names = [name for start in draws for name in sorted(locale_identifiers())[start::16]]
    assert len(names) > 45
    for name in names:
        if name != "und" and (found := plural_forms(find_locale(name.replace("_", "-")))):
            count, *forms = forms_of(found)
            assert {int(form) for form in forms} == set(range(int(count.split("=")[1]))), name


# Pseudo-locales


@for_each(("locale_id", "direction"), PSEUDO.items())
def test_a_pseudo_locale_is_told_as_such(locale_id: str, direction: str) -> None:
    one = find_locale(locale_id)
    assert (one.id, one.direction, one.is_pseudo) == (locale_id, direction, True)
    assert one.folder == locale_id.replace("-", "_")
    assert conventions(one).lang == locale_id


@pytest.mark.parametrize("locale_id", ["en", "ar", "en-GB"])
def test_a_locale_that_people_speak_is_no_pseudo_locale(locale_id: str) -> None:
    assert not find_locale(locale_id).is_pseudo


# Conventions


@pytest.mark.parametrize(
    ("locale_id", "name", "number"),
    [("en", "march", 3), ("de", "märz", 3), ("pl", "maja", 5), ("ar", "مارس", 3), ("sv", "maj", 5)],
)
def test_months_are_known_by_their_names(locale_id: str, name: str, number: int) -> None:
    assert conventions(find_locale(locale_id)).months[name] == number


def test_a_month_that_is_a_bare_number_is_no_name() -> None:
    assert not any(name.strip(".").isdigit() for name in conventions(find_locale("ja")).months)


# The nearest


@for_each(
    ("locale_id", "available", "expected"),
    [
        ("de", {"de", "en"}, "de"),
        ("de-AT", {"de", "en"}, "de"),
        ("de-AT", {"de", "de-AT"}, "de-AT"),
        ("sr-Latn-RS", {"sr", "sr-Latn"}, "sr-Latn"),
        ("zh-Hans", {"zh", "zh-Hant", "zh-TW"}, "zh"),
        ("zh-Hans", {"zh-Hant", "zh-TW"}, None),
        ("de", {"de-AT"}, None),
        ("mt", {"de", "en"}, None),
        ("den", {"de"}, None),
        ("de", set(), None),
        ("zh-HK", {"zh", "zh-Hant"}, "zh-Hant"),
        ("zh-MO", {"zh", "zh-HK", "zh-Hant"}, "zh-HK"),
        ("zh-TW", {"zh"}, None),
        ("zh-SG", {"zh", "zh-Hant"}, "zh"),
        ("zh-Hant", {"zh"}, None),
        ("sr-Latn", {"sr"}, None),
        ("sr", {"sr-Latn"}, None),
        ("sr-ME", {"sr", "sr-Latn"}, "sr-Latn"),
        ("uz-Arab", {"uz"}, None),
        ("pa-PK", {"pa", "pa-Arab"}, "pa-Arab"),
        ("es-MX", {"es", "es-419"}, "es-419"),
        ("pt-AO", {"pt", "pt-PT", "pt-BR"}, "pt-PT"),
        ("pt-BR", {"pt-PT"}, None),
        ("ca-ES-valencia", {"ca"}, "ca"),
    ],
)
def test_the_nearest_is_a_parent_in_the_same_script(
    locale_id: str, available: set[str], expected: str | None
) -> None:
    assert nearest(locale_id, available) == expected


THEME = {path.stem for path in (Path(material.__file__).parent / "templates").rglob("*.html")}


@for_each(
    ("locale_id", "expected"),
    [
        ("zh-HK", "zh-Hant"),
        ("zh-MO", "zh-Hant"),
        ("zh-TW", "zh-TW"),
        ("zh-Hans", "zh"),
        ("sr-Latn", "sh"),
        ("sr", "sr"),
        ("sr-ME", "sh"),
        ("fil", "tl"),
        ("no", "nb"),
        ("nb", "nb"),
        ("nn", "nn"),
        ("pt-BR", "pt-BR"),
        ("pt", "pt"),
        ("en-GB", "en"),
        ("de-CH", "de"),
        ("mt", None),
    ],
)
def test_material_has_words_in_the_locales_own_script(locale_id: str, expected: str | None) -> None:
    assert nearest(locale_id, THEME) == expected


@for_each(
    ("locale_id", "said", "expected"),
    [
        ("de", "de_AT", False),
        ("de-AT", "de", False),
        ("de-AT", "de_DE", True),
        ("zh-Hans", "cmn", False),
        ("zh-Hans", "zh_Hans_CN", False),
        ("zh-Hant", "zh_CN", True),
        ("zh-Hant", "zh_HK", False),
        ("ar", "arb", False),
        ("fa", "pes", False),
        ("fil", "tl", False),
        ("nb", "no", False),
        ("nn", "no", False),
        ("no", "nb", False),
        ("nb", "nn", True),
        ("sv", "no", True),
        ("sr-Latn", "sh", False),
        ("sr-Latn", "sr@latin", False),
        ("sr", "sr@latin", True),
        ("sr-Latn", "sr", False),
        ("sr-Latn", "sr_RS@latin", False),
        ("ca", "ca@valencia", False),
        ("de", "German", True),
        ("de", "", True),
    ],
)
def test_a_header_contradicts_a_locale_that_it_cannot_mean(
    locale_id: str, said: str, expected: bool
) -> None:
    assert contradicts(find_locale(locale_id), said) is expected
