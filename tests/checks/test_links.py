"""Links, images, footnotes and abbreviations, compared as what Markdown makes of them."""

from __future__ import annotations

import pytest

from polynotice.checks.all_checks import ALL
from polynotice.checks.pair import Finding, Pair
from polynotice.core.conventions import conventions
from polynotice.core.locales import find_locale
from polynotice.core.problems import Severity
from polynotice.pages.page_context import Definitions
from polynotice.pages.site_markdown import SiteMarkdown
from tests.checks.markdown import DEFINITIONS, become
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


SHORTCUT = "See [rights] for more."
COLLAPSED = "See [rights][] for more."
FULL = "See [your rights][rights] for more."
IMAGE = "This is our sign: ![Logo]."
IMAGE_FULL = "This is our sign: ![The shop][logo]."
FOOTNOTE = "We rely on our legitimate interests.[^interests]"
INLINE = "See [your rights](index.md) for more."
MAIL = "Write to <dpo@shop.example> at any time."


@for_each(
    ("lang", "source", "translation", "lacks"),
    [
        ("de", SHORTCUT, "Mehr steht unter [Rechte].", 'link to "index.md"'),
        ("ja", SHORTCUT, "詳しくは[権利]をご覧ください。", 'link to "index.md"'),
        ("de", COLLAPSED, "Mehr steht unter [Rechte][].", 'link to "index.md"'),
        ("ar", COLLAPSED, "انظر [الحقوق][] لمعرفة المزيد.", 'link to "index.md"'),
        ("de", FULL, "Mehr steht unter [Ihre Rechte][rechte].", 'link to "index.md"'),
        ("fr", FULL, "Voir [vos droits] pour en savoir plus.", 'link to "index.md"'),
        ("de", IMAGE, "Das ist unser Zeichen: ![Zeichen].", 'link to "!logo.png"'),
        ("ja", IMAGE_FULL, "当社のマーク：![店舗][ロゴ]。", 'link to "!logo.png"'),
        ("de", FOOTNOTE, "Wir haben berechtigte Interessen.[^interessen]", "[^interests]"),
        ("ar", FOOTNOTE, "نعتمد على مصالحنا المشروعة.", "[^interests]"),
        ("de", MAIL, "Schreiben Sie jederzeit an dpo@shop.example.", "mailto:dpo@shop.example"),
        ("sv", MAIL, "Skriv när som helst till oss.", 'link to "mailto:dpo@shop.example"'),
    ],
)
def test_what_no_longer_becomes_a_link_is_found(
    lang: str, source: str, translation: str, lacks: str
) -> None:
    lost = [one for one in findings(lang, source, translation) if lacks in one.message]
    assert [one.code for one in lost] == ["link-mismatch"]
    assert lost[0].message.startswith("The translation lacks the ")


@for_each(
    ("lang", "source", "translation"),
    [
        ("de", SHORTCUT, "Mehr steht unter [Rechte][rights]."),
        ("ja", SHORTCUT, "詳しくは[権利][rights]をご覧ください。"),
        ("de", SHORTCUT, "Mehr steht unter [Ihre Rechte](index.md)."),
        ("ar", COLLAPSED, "انظر [الحقوق][rights] لمعرفة المزيد."),
        ("de", COLLAPSED, "Mehr steht unter [RIGHTS][]."),
        ("fr", FULL, "Voir [vos droits][Rights] pour en savoir plus."),
        ("de", INLINE, "Mehr steht unter [Ihre Rechte][rights]."),
        ("de", IMAGE, "Das ist unser Zeichen: ![Zeichen][logo]."),
        ("ja", IMAGE_FULL, "当社のマーク：![店舗][logo]。"),
        ("de", FOOTNOTE, "Wir haben berechtigte Interessen.[^interests]"),
        ("de", MAIL, "Schreiben Sie jederzeit an [uns](mailto:dpo@shop.example)."),
        # In another order.
        ("de", "[rights] and [gdpr]", "[DSGVO][gdpr] und [Rechte][rights]"),
        ("ja", "[rights] and [gdpr]", "[規則][gdpr]と[権利][rights]"),
        ("ar", "First[^law] and last[^interests].", "أخيراً[^interests] وأولاً[^law]."),
        # Brackets that are brackets.
        ("de", "A copy [PDF] of it.", "Eine Kopie [PDF] davon."),
        ("ja", "A copy [in print] of it.", "その写し[印刷版]です。"),
        ("de", "It is [sic][unknown] there.", "Es steht [sic][unbekannt] da."),
        ("fr", r"A \[rights\] in brackets.", r"Un \[droit\] entre crochets."),
        ("de", "Write `[rights]` there.", "Schreiben Sie dort `[rights]`."),
    ],
)
def test_what_still_becomes_the_same_link_is_fine(lang: str, source: str, translation: str) -> None:
    assert findings(lang, source, translation) == []


@pytest.mark.parametrize(
    ("source", "translation", "hint"),
    [
        (SHORTCUT, "Mehr unter Rechte.", "Put [translated words][rights] where it belongs."),
        (COLLAPSED, "Mehr unter Rechte.", "Put [translated words][rights] where it belongs."),
        (FULL, "Mehr unter Rechte.", "Put [translated words][rights] where it belongs."),
        (INLINE, "Mehr unter Rechte.", "Put [translated words](index.md) where it belongs."),
        (IMAGE, "Unser Zeichen.", "Put ![translated words][Logo] where it belongs."),
        (MAIL, "Schreiben Sie uns.", "Put <dpo@shop.example> where it belongs."),
        (FOOTNOTE, "Wir haben Interessen.", "Put [^interests] where it belongs."),
    ],
)
def test_the_hint_shows_the_link_as_the_source_writes_it(
    source: str, translation: str, hint: str
) -> None:
    assert findings("de", source, translation)[0].hint == hint


def test_a_lost_reference_is_quoted_as_it_is_written() -> None:
    source = "Before you agree to anything at all, please see [rights] for more about it."
    found = findings("de", source, "Lesen Sie bitte vor jeder Zustimmung, was dort steht.")[0]
    assert '(source: "…ll, please see [rights] for more about…"' in found.message


def test_where_a_link_leads_nobody_waives_but_a_footnote_is_the_pages() -> None:
    extra = findings("de", "See more.", "Mehr [hier][rights] und [dort](x.md).[^law]")
    assert [(one.message.split('"')[1], one.can_be_waived) for one in extra[:3]] == [
        ("index.md", False),
        ("x.md", False),
        ("[^law]", True),
    ]


def test_a_link_is_no_footnote_for_its_class() -> None:
    (found, *_) = findings("de", "See more.", "Mehr [hier](https://x.example){.footnote-ref}.")
    assert "https://x.example" in found.message
    assert not found.can_be_waived


@pytest.mark.parametrize(
    ("lang", "source", "translation", "count"),
    [
        ("de", "Ask the DPO.", "Fragen Sie den DSB.", 1),
        ("fr", "Ask the DPO.", "Demandez au délégué.", 1),
        ("de", "Ask the DPO.", "Fragen Sie den DPO.", 0),
        ("fr", "The DPO is our DPO.", "Le DPO est le nôtre.", 0),
        ("de", "Ask the DPOs.", "Fragen Sie sie.", 0),
        ("de", "Write `DPO` there.", "Schreiben Sie dort `DPO`.", 0),
    ],
)
def test_an_explained_abbreviation_that_is_lost_is_a_warning(
    lang: str, source: str, translation: str, count: int
) -> None:
    found = findings(lang, source, translation)
    assert [(one.code, one.severity) for one in found] == [
        ("markup-mismatch", Severity.WARNING)
    ] * count


def test_footnotes_are_compared_by_name_where_pages_number_them() -> None:
    options = {"footnotes": {"UNIQUE_IDS": True}}
    numbered = SiteMarkdown(["footnotes"], options).beside([DEFINITIONS]).inline
    pair = Pair(
        source=FOOTNOTE,
        translation="Wir haben berechtigte Interessen.[^interests]",
        source_conventions=conventions(find_locale("en")),
        conventions=conventions(find_locale("de")),
        become=numbered,
    )
    assert [finding for check in ALL for finding in check(pair)] == []


def test_without_a_definition_brackets_are_brackets() -> None:
    bare = SiteMarkdown([], {}).beside([Definitions()]).inline
    pair = Pair(
        source=SHORTCUT,
        translation="Mehr steht unter [Rechte].",
        source_conventions=conventions(find_locale("en")),
        conventions=conventions(find_locale("de")),
        become=bare,
    )
    assert [finding for check in ALL for finding in check(pair)] == []
