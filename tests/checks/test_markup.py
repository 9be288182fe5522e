"""Links, placeholders and Markdown of translations."""

from __future__ import annotations

import re

import pytest

from polynotice.checks.all_checks import ALL
from polynotice.checks.links import addresses, targets
from polynotice.checks.pair import Finding, Pair
from polynotice.checks.written import targets as written_targets
from polynotice.checks.written import words_only
from polynotice.core.conventions import conventions
from polynotice.core.locales import find_locale
from tests.checks.markdown import become
from tests.draws import for_each


def findings(lang: str, source: str, translation: str) -> list[Finding]:
    """What every check together finds in a translation from English."""
    pair = Pair(
        source=source,
        translation=translation,
        source_conventions=conventions(find_locale("en")),
        conventions=conventions(find_locale(lang)),
        become=become,
    )
    return [finding for check in ALL for finding in check(pair)]


def codes(lang: str, source: str, translation: str) -> set[str]:
    """The codes of those findings."""
    return {finding.code for finding in findings(lang, source, translation)}


POLICY = "Read [our policy](https://shop.example/policy) first."
TWO = "See [Your data](your-data.md) and [Orders](orders.md#bag-reminder)."
WRITE = "Write to [our officer](mailto:dpo@shop.example) at any time."
REFERENCE = "Read [the regulation][gdpr] itself."
COLLAPSED = "Read [the regulation][] itself."
FOOTNOTE = "We rely on our legitimate interests.[^interests]"
AUTOLINK = "The law is at <https://eur-lex.europa.eu/eli/reg/2016/679/oj>."
AUTOMAIL = "Write to <dpo@shop.example> at any time."
BARE = "The law is at https://law.example/gdpr, in every language."
BARE_MAIL = "Write to dpo@shop.example, at any time."
IMAGE = "![A chart of our shops](shops.png)"
IMAGE_LINK = "[![A chart of our shops](shops.png)](shops.md)"


@for_each(
    ("lang", "source", "translation"),
    [
        ("de", POLICY, "Lesen Sie zuerst [unsere Richtlinie](https://shop.example/richtlinie)."),
        ("ja", POLICY, "まず[ポリシー](https://shop.example/policy/ja)をお読みください。"),
        ("pl", POLICY, "Najpierw przeczytaj naszą politykę."),
        ("zh-Hans", POLICY, "请先阅读[我们的政策]（https://shop.example/policy）。"),
        (
            "tr",
            "Read our policy first.",
            "Önce [politikamızı](https://shop.example/policy) okuyun.",
        ),
        ("sv", TWO, "Se [Dina uppgifter](your-data.md) och [Beställningar](orders.md)."),
        ("hu", TWO, "Lásd: [Az Ön adatai](your-data.md) és [Rendelések](your-data.md)."),
        ("fr", WRITE, "Écrivez à [notre délégué](mailto:dpd@shop.example) à tout moment."),
        ("ja", REFERENCE, "[規則][rgpd]そのものをお読みください。"),
        ("de", FOOTNOTE, "Wir stützen uns auf unsere berechtigten Interessen."),
        ("ar", FOOTNOTE, "نعتمد على مصالحنا المشروعة.[^مصالح]"),
        ("pl", AUTOLINK, "Prawo: <https://eur-lex.europa.eu/eli/reg/2016/697/oj>."),
        ("fr", BARE, "La loi est sur https://law.example/rgpd, dans toutes les langues."),
        ("sv", BARE_MAIL, "Skriv till dpo@shop.exempel, när som helst."),
        ("hu", BARE_MAIL, "Írjon nekünk bármikor."),
        ("ja", IMAGE, "![店舗の図](shops-ja.png)"),
        ("de", POLICY, "Lesen Sie zuerst `[unsere Richtlinie](https://shop.example/policy)`."),
        ("de", IMAGE_LINK, "[![Ein Bild unserer Läden](shops.png)](laeden.md)"),
        ("fr", "See [the list [PDF]](list.pdf).", "Voir [la liste [PDF]](liste.pdf)."),
        ("de", POLICY, r"Lesen Sie zuerst \[unsere Richtlinie](https://shop.example/policy)."),
        ("zh-Hans", POLICY, "请先阅读[我们的政策] (https://shop.example/policy)。"),
        ("pl", IMAGE, "[Wykres naszych sklepów](shops.png)"),
        ("de", REFERENCE, "Lesen Sie [die Verordnung](gdpr) selbst."),
        ("de", COLLAPSED, "Lesen Sie [die Verordnung][] selbst."),
    ],
)
def test_a_translation_that_leads_elsewhere_is_found(
    lang: str, source: str, translation: str
) -> None:
    found = codes(lang, source, translation)
    assert "link-mismatch" in found
    assert found <= {"link-mismatch", "markup-mismatch"}


@for_each(
    ("lang", "source", "translation"),
    [
        ("de", POLICY, "Lesen Sie zuerst [unsere Richtlinie](https://shop.example/policy)."),
        ("fr", POLICY, "Lisez d’abord [notre politique](<https://shop.example/policy> 'Titre')."),
        (
            "ja",
            TWO,
            "[ご注文](orders.md#bag-reminder)と[お客様のデータ](your-data.md)をご覧ください。",
        ),
        ("fr", WRITE, "Écrivez à [notre délégué](mailto:dpo@shop.example) à tout moment."),
        ("ja", REFERENCE, "[規則][gdpr]そのものをお読みください。"),
        ("pl", REFERENCE, "Przeczytaj [samo rozporządzenie][GDPR]."),
        ("ar", FOOTNOTE, "نعتمد على مصالحنا المشروعة.[^interests]"),
        ("zh-Hans", AUTOLINK, "法律见<https://eur-lex.europa.eu/eli/reg/2016/679/oj>。"),
        ("fr", BARE, "La loi est sur https://law.example/gdpr\u00a0; elle est dans chaque langue."),
        ("ar", BARE, "القانون على https://law.example/gdpr، بكل لغة."),
        ("sv", BARE_MAIL, "Skriv när som helst till dpo@shop.example."),
        ("hu", IMAGE, "![Üzleteink térképe](shops.png)"),
        ("de", IMAGE_LINK, "[![Ein Bild unserer Läden](shops.png)](shops.md)"),
        ("de", "Write `[a](b.md)` there.", "Schreiben Sie dort `[a](b.md)`."),
        ("ja", BARE, "法律はhttps://law.example/gdprにあり、すべての言語で読めます。"),
        ("zh-Hans", BARE, "法律见https://law.example/gdpr，有各种语言。"),
        ("zh-Hans", BARE_MAIL, "请随时写信至dpo@shop.example。"),
        ("fr", "Go to “https://law.example”.", "Allez à «\u00a0https://law.example\u00a0»."),
        ("de", COLLAPSED, "Lesen Sie [die Verordnung][the regulation] selbst."),
    ],
)
def test_a_translation_may_move_its_links_and_word_them_anew(
    lang: str, source: str, translation: str
) -> None:
    assert findings(lang, source, translation) == []


def test_a_changed_target_is_reported_with_both_targets_and_its_fix() -> None:
    lacks, leads = findings("sv", WRITE, "Skriv till [vårt ombud](mailto:dso@shop.example).")
    assert lacks.message == (
        'The translation lacks the link to "mailto:dpo@shop.example" '
        '(source: "…[our officer](mailto:dpo@shop.example) at any time."; '
        'translation: "…l [vårt ombud](mailto:dso@shop.example).").'
    )
    assert lacks.hint == "Put [translated words](mailto:dpo@shop.example) where it belongs."
    assert leads.message == (
        'The translation has the link to "mailto:dso@shop.example", the source does not '
        '(source: "…[our officer](mailto:dpo@shop.example) at any time."; '
        'translation: "…l [vårt ombud](mailto:dso@shop.example).").'
    )
    assert leads.hint == (
        'Write it as the source does: "mailto:dpo@shop.example". '
        "Legal can declare another place for this language in its links.yml."
    )


def test_a_link_that_the_source_has_not_is_to_be_removed() -> None:
    (found,) = findings("ja", "Read our policy.", "[ポリシー](https://x.example)をお読みください。")
    assert found.hint == "Remove it."


@pytest.mark.parametrize(
    ("lang", "source", "translation", "words"),
    [
        ("de", "Read [our policy](a.md).", "Lesen Sie [](a.md).", "unsere Richtlinie"),
        ("fr", "Read [our policy](a.md).", "Lisez [ ](a.md).", "notre politique"),
        ("ja", "Read [our policy](a.md).", "[\u3000](a.md)をお読みください。", "ポリシー"),
        ("ar", "Read [our policy](a.md).", "اقرأ [-](a.md).", "سياستنا"),
        ("sv", "Read [our policy][p].", "Läs [ ][p].", "vår policy"),
        ("pl", "![A map](map.png) of shops.", "![](map.png) sklepów.", "Mapa"),
    ],
)
def test_a_link_that_nobody_can_see_is_found(
    lang: str, source: str, translation: str, words: str
) -> None:
    (found,) = [one for one in findings(lang, source, translation) if one.code == "link-mismatch"]
    assert found.message.startswith("The link to ")
    assert " has no words " in found.message
    shown = re.sub(r"\[[\s-]*\](?=[(\[])", f"[{words}]", translation)
    assert findings(lang, source, shown) == []


@pytest.mark.parametrize("text", ["A map: ![](map.png).", "[`code`](a.md)", "Back: [←](a.md)."])
def test_a_link_that_says_what_its_source_says_is_fine(text: str) -> None:
    assert "link-mismatch" not in {one.code for one in findings("de", text, text)}


def test_a_link_given_twice_is_needed_twice() -> None:
    twice = "[Your data](your-data.md), once more: [your data](your-data.md)."
    once = "[Dine data](your-data.md), én gang til: dine data."
    assert codes("da", twice, once) == {"link-mismatch"}
    assert codes("da", twice, once.replace("dine data", "[dine data](your-data.md)")) == set()


def test_the_hint_for_a_lost_reference_shows_a_reference() -> None:
    (found,) = findings("de", REFERENCE, "Lesen Sie die Verordnung selbst.")
    assert "[translated words][gdpr]" in found.hint


def test_targets_counts_where_a_text_leads() -> None:
    text = "[a](x.md) ![b](y.png) <z@a.example> [c][GDPR] www.a.example. `[d](no.md)` [e](x.md)"
    law = "https://law.example/gdpr"
    counted = {"x.md": 2, "!y.png": 1, "mailto:z@a.example": 1, law: 1}
    assert targets(become(text)) == counted
    assert addresses(become(text)) == {"www.a.example": 1}
    # As it is written, before Markdown sees it.
    written = {"x.md": 2, "!y.png": 1, "z@a.example": 1, "[gdpr]": 1}
    assert written_targets(text) == written


@pytest.mark.parametrize(
    ("piece", "target"), [("[b](c) ", "c"), ("![b](c) ", "!c"), ("[b][c] ", "[c]")]
)
def test_links_behind_a_bracket_that_never_ends_are_found_in_time(piece: str, target: str) -> None:
    assert written_targets("[a " + piece * 100) == {target: 100}


def test_words_only_leaves_what_a_reader_reads() -> None:
    text = "[Your data](data-2.md){ .x1 } at <https://a2.example>, `code3`, b4@a.example."
    assert words_only(text).split() == ["Your", "data", "at", ",", ",", "."]


DRAFT = "This translation is a draft. The {language} text prevails."


@for_each(
    ("lang", "source", "translation"),
    [
        ("de", DRAFT, "Diese Übersetzung ist ein Entwurf. Der {Sprache} Text gilt."),
        ("ja", DRAFT, "この翻訳は草案です。｛language｝版が優先します。"),
        ("ar", DRAFT, "هذه الترجمة مسودة. النص الأصلي هو المعتمد."),
        ("pl", "The text prevails.", "Rozstrzyga tekst {language}."),
        ("fr", DRAFT, "Projet {language}. Le texte {language} fait foi."),
        ("tr", "Dear %(name)s, your order is here.", "Sayın %(ad)s, siparişiniz burada."),
        ("sv", "Dear %(name)s, your order is here.", "Din beställning är här."),
        ("hu", "You have %s messages.", "Önnek üzenetei vannak."),
        ("de", "You owe ${total} to us.", "Sie schulden uns ${summe}."),
        ("de", "Your order is here.", "Guten Tag %(name)s, Ihre Bestellung ist da."),
    ],
)
def test_a_lost_changed_or_added_placeholder_is_found(
    lang: str, source: str, translation: str
) -> None:
    assert codes(lang, source, translation) == {"placeholder-mismatch"}


@for_each(
    ("lang", "source", "translation"),
    [
        ("de", DRAFT, "Diese Übersetzung ist ein Entwurf. Der Text auf {language} gilt."),
        ("ja", DRAFT, "この翻訳は草案です。{language}版が優先します。"),
        ("ar", "From {start} to {end}.", "إلى {end} من {start}."),
        ("tr", "Dear %(name)s, your order is here.", "Siparişiniz burada, sayın %(name)s."),
        ("de", "up to 4% of turnover", "bis zu 4 % des Umsatzes"),
        ("de", "up to 4% of turnover", "bis zu 4 %des Umsatzes"),
        ("es", "up to 4% of turnover", "hasta el 4 % del volumen"),
        ("fr", "not 100% safe", "pas sûr à 100 %s’il y a lieu"),
        ("de", "Write `{name}` there.", "Schreiben Sie dort `{name}`."),
    ],
)
def test_a_placeholder_may_move_and_a_percentage_is_none(
    lang: str, source: str, translation: str
) -> None:
    assert findings(lang, source, translation) == []


def test_a_placeholder_is_told_by_its_name() -> None:
    lacks, has = findings("de", "The {language} text.", "Der {sprache} Text.")
    texts = '(source: "The {language} text."; translation: "Der {sprache} Text.")'
    assert lacks.message == f'The translation lacks the placeholder "{{language}}" {texts}.'
    assert lacks.hint == "Put {language} where it belongs."
    assert has.message == (
        f'The translation has the placeholder "{{sprache}}", the source does not {texts}.'
    )
    assert has.hint == 'Write it as the source does: "{language}".'


BOLD = "You may **object** at any time."
STRESSED = "You may *object* at any time."
CODE = "We set the cookie `session_id` for you."
BUTTON = "[Object now](object.md){ .button } by form."


@for_each(
    ("lang", "source", "translation"),
    [
        ("de", BOLD, "Sie können jederzeit widersprechen."),
        ("de", BOLD, "Sie können jederzeit **widersprechen."),
        ("fr", BOLD, "Vous pouvez ** vous opposer** à tout moment."),
        ("ja", BOLD, "お客様は、*いつでも*異議を述べることができます。"),
        ("ar", "You may object.", "يجوز لك **الاعتراض**."),
        ("pl", STRESSED, "W każdej chwili możesz wnieść sprzeciw."),
        ("hu", STRESSED, "Ön bármikor **tiltakozhat**."),
        ("zh-Hans", STRESSED, "您可以随时_反对_。"),
        ("sv", CODE, "Vi sätter kakan session_id åt dig."),
        ("tr", CODE, "Sizin için `oturum_id` çerezini koyarız."),
        ("ja", "We set a cookie for you.", "お客様のために`cookie`を設定します。"),
        ("de", BUTTON, "[Jetzt widersprechen](object.md) per Formular."),
        ("fr", BUTTON, "[S’opposer](object.md){ .bouton } par formulaire."),
        ("de", "Customers and staff", "Kund*innen und Mitarbeiter*innen"),
        (
            "de",
            "[Object](object.md){target=_blank} by form.",
            "[Widerspruch](object.md) per Formular.",
        ),
    ],
)
def test_changed_markup_is_found(lang: str, source: str, translation: str) -> None:
    assert codes(lang, source, translation) == {"markup-mismatch"}


@for_each(
    ("lang", "source", "translation"),
    [
        ("de", BOLD, "Sie können jederzeit **widersprechen**."),
        ("de", BOLD, "Sie können jederzeit __widersprechen__."),
        ("ar", STRESSED, "يجوز لك *الاعتراض* في أي وقت."),
        ("fr", STRESSED, "Vous pouvez _vous opposer_ à tout moment."),
        ("pl", "***Never*** sold.", "***Nigdy*** niesprzedawane."),
        ("tr", CODE, "Sizin için `session_id` çerezini koyarız."),
        ("sv", BUTTON, "[Invänd nu](object.md){ .button } med formulär."),
        ("hu", "- Objections by form", "* Tiltakozás űrlapon"),
        ("de", "5 years after the order", "5 Jahre nach der Bestellung"),
        ("de", "2 * 3 * 4 cm in size", "2 * 3 * 4 cm groß"),
        ("de", "Files such as my_own_file", "Dateien wie my_own_file"),
        ("de", "Customers of ours", "Unsere Kund*innen"),
        ("ja", STRESSED, "お客様はいつでも*異議を述べる*ことができます。"),
        ("zh-Hans", STRESSED, "您可以随时*反对*。"),
        ("de", "1 May 2025: first version", "1. Mai 2025: erste Fassung"),
        ("hu", "Article 6 GDPR", "6. cikk, GDPR"),
    ],
)
def test_the_same_markup_is_fine(lang: str, source: str, translation: str) -> None:
    assert findings(lang, source, translation) == []


def test_changed_markup_is_told_with_an_example() -> None:
    (bold,) = findings("de", BOLD, "Sie können jederzeit widersprechen.")
    assert bold.message == (
        "The translation has 0 pieces of bold text, the source 1 "
        f'(source: "{BOLD}"; translation: "Sie können jederzeit widersprechen.").'
    )
    assert bold.hint == "Mark the same words as the source does: **words**."
    (code,) = findings("sv", CODE, "Vi sätter kakan session_id åt dig.")
    assert code.message == (
        'The translation lacks the code "session_id" '
        f'(source: "{CODE}"; translation: "Vi sätter kakan session_id åt dig.").'
    )
    assert code.hint == "Put `session_id` where it belongs."


@pytest.mark.parametrize(
    ("lang", "translation"),
    [
        ("de", "Sie können <b>jederzeit</b> widersprechen."),
        ("fr", "Vous pouvez vous opposer.<br>À tout moment."),
        ("ja", "いつでも<ruby>異議</ruby>を述べることができます。"),
        ("ar", "<div dir=rtl>يجوز لك الاعتراض في أي وقت.</div>"),
        ("pl", "Możesz <!-- kiedy? --> wnieść sprzeciw."),
        ("tr", "İtiraz <script>alert()</script>edebilirsiniz."),
        ("hu", "Ön tiltakozhat. <img src=x onerror=alert()"),
    ],
)
def test_html_of_its_own_is_found(lang: str, translation: str) -> None:
    assert codes(lang, "You may object at any time.", translation) == {"raw-html"}


@pytest.mark.parametrize(
    ("lang", "source", "translation"),
    [
        ("de", "Children < sixteen years", "Kinder < sechzehn Jahre"),
        ("fr", "Children <16 or >65", "Enfants <16 ou >65"),
        ("ja", "Write `<b>` there.", "そこに`<b>`と書きます。"),
        ("pl", "Keep <kbd>Esc</kbd> pressed.", "Przytrzymaj <kbd>Esc</kbd>."),
        ("sv", AUTOMAIL, "Skriv när som helst till <dpo@shop.example>."),
        ("ar", "Fish &lt;fresh", "سمك &lt;طازج"),
    ],
)
def test_what_is_no_html_or_stands_in_the_source_is_fine(
    lang: str, source: str, translation: str
) -> None:
    assert findings(lang, source, translation) == []


def test_html_is_one_finding_with_its_tags() -> None:
    (first,) = findings("de", "Always.", "<b>Immer.</b>")
    assert first.message == (
        'The translation has the HTML "<b>", "</b>", the source does not '
        '(source: "Always."; translation: "<b>Immer.</b>").'
    )
    assert first.hint == "Remove it; Markdown such as **bold** may stand where the source has it."
