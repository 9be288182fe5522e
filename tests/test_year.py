"""A translator's year: legal edits, three translators with three tools, and no word is lost."""

from __future__ import annotations

import functools
import json
import os
import random
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polib
import pytest

from polynotice.catalogues import own_words as words_of_the_tool
from polynotice.catalogues.po_format import Entry, PoFile
from polynotice.catalogues.po_reader import parse
from polynotice.core.locales import find_locale
from polynotice.core.model import Key
from tests.processes import Copy
from tests.projects import (
    CONFIG,
    ROOT,
    build_site,
    page,
    polynotice,
    replace_in,
    text_of,
    write_project,
)

LOCALES = ("de", "ar", "ja")

CARE = """\
section: care
title: Customer care
purposes:
  - id: calls
    title: Calls
    purpose: Calls are recorded.
    personal_data: Recordings of calls.
    data: [recordings]
"""

CHAT = """\
  - id: chat
    title: Chat
    purpose: Chats are monitored.
    data: [messages]
"""

DATA = """\
data_categories:
  - {id: recordings, name: Recordings}
"""

MESSAGES = """\
  - {id: messages, name: Messages in the chat}
"""

ORDERS = """\
section: orders
title: Orders
purposes:
"""

DELIVERY = """\
  - id: delivery
    title: Delivery
    purpose: To deliver what you have ordered.
    personal_data: [Your name., Your address.]
"""

REVIEWS = """\
  - id: reviews
    title: Reviews
    purpose: To publish your review of a product.
    personal_data: [Your name., Your review.]
"""

KEPT = "We keep your data for 30 days."
OBJECT = "You can object at any time: write to [customer care](care.md)."
NEVER = "We never sell your data."
THANKS = "Thank you for reading this far."

HOME = f"""\
# Privacy notice

We tell you here what we do with your data.

{KEPT} {OBJECT}

{NEVER}

{THANKS}

## Your data

::: data-index
"""

PROJECT = {
    "mkdocs.yml": CONFIG.replace("[en, de]", "[en, de, ar, ja]")
    + "nav:\n  - Start: index.md\n  - Customer care: care.md\n  - Orders: orders.md\n",
    "docs/index.md": HOME,
    "docs/care.md": "# Customer care\n\n::: purposes\n    section: care\n",
    "docs/orders.md": "# Orders\n\n::: purposes\n    section: orders\n",
    "notice_data/care.yml": CARE + CHAT,
    "notice_data/orders.yml": ORDERS + DELIVERY,
    "notice_data/data.yml": DATA + MESSAGES,
}

WORDS = {
    "Notice": ("Erklärung", "الإشعار", "お知らせ"),
    "Start": ("Startseite", "البداية", "はじめに"),
    "Privacy notice": ("Datenschutzerklärung", "إشعار الخصوصية", "プライバシー通知"),
    "Your data": ("Ihre Daten", "بياناتك", "お客様のデータ"),
    "Customer care": ("Kundenbetreuung", "خدمة العملاء", "カスタマーケア"),
    "Customer service": ("Kundendienst", "مركز العملاء", "お客様サービス"),
    "Orders": ("Bestellungen", "الطلبات", "ご注文"),
    "Telephone": ("Telefon", "الهاتف", "電話"),
    "Calls": ("Anrufe", "المكالمات", "通話"),
    "Chat": ("Live-Chat", "الدردشة", "チャット"),
    "Delivery": ("Lieferung", "التوصيل", "配送"),
    "Reviews": ("Bewertungen", "التقييمات", "レビュー"),
    "Recordings": ("Aufzeichnungen", "التسجيلات", "録音"),
    "Messages in the chat": ("Chatnachrichten", "رسائل الدردشة", "チャットのメッセージ"),
    "We tell you here what we do with your data.": (
        "Hier sagen wir Ihnen, was wir mit Ihren Daten tun.",
        "نخبرك هنا بما نفعله ببياناتك.",
        "ここでは、お客様のデータの取扱いについて説明します。",
    ),
    KEPT: (
        "Wir bewahren Ihre Daten 30 Tage lang auf.",
        "نحتفظ ببياناتك لمدة ٣٠ يومًا.",
        "お客様のデータは30日間保管します。",
    ),
    OBJECT: (
        "Sie können jederzeit widersprechen: Schreiben Sie der [Kundenbetreuung](care.md).",
        "يمكنك الاعتراض في أي وقت: اكتب إلى [خدمة العملاء](care.md).",
        "いつでも異議を申し立てることができます。[カスタマーケア](care.md)までご連絡ください。",
    ),
    NEVER: (
        "Wir verkaufen Ihre Daten nie.",
        "لا نبيع بياناتك أبدًا.",
        "お客様のデータを販売することは決してありません。",
    ),
    THANKS: (
        "Danke, dass Sie bis hierher gelesen haben.",
        "شكرًا لأنك قرأت حتى هنا.",
        "ここまでお読みいただきありがとうございます。",
    ),
    "Calls are recorded.": (
        "Anrufe werden aufgezeichnet.",
        "تُسجَّل المكالمات.",
        "通話は録音されます。",
    ),
    "Calls are recorded and kept for 90 days.": (
        "Anrufe werden aufgezeichnet und 90 Tage lang aufbewahrt.",
        "تُسجَّل المكالمات ويُحتفظ بها لمدة ٩٠ يومًا.",
        "通話は録音され、90日間保管されます。",
    ),
    "Calls may be recorded and kept for 90 days.": (
        "Anrufe können aufgezeichnet und 90 Tage lang aufbewahrt werden.",
        "قد تُسجَّل المكالمات ويُحتفظ بها لمدة ٩٠ يومًا.",
        "通話は録音され、90日間保管されることがあります。",
    ),
    "Recordings of calls.": (
        "Aufzeichnungen von Anrufen.",
        "تسجيلات المكالمات.",
        "通話の録音。",
    ),
    "Chats are monitored.": (
        "Chats werden mitgelesen.",
        "تُراقَب المحادثات.",
        "チャットは監視されます。",
    ),
    "Chats are monitored by our staff.": (
        "Chats werden von unserem Personal mitgelesen.",
        "تُراقَب المحادثات من قِبل موظفينا.",
        "チャットは当社のスタッフが監視します。",
    ),
    "To deliver what you have ordered.": (
        "Um zu liefern, was Sie bestellt haben.",
        "لتوصيل ما طلبته.",
        "ご注文の商品をお届けするため。",
    ),
    "To deliver what you have ordered, and to bring it back.": (
        "Um zu liefern, was Sie bestellt haben, und um es zurückzuholen.",
        "لتوصيل ما طلبته، ولإعادته.",
        "ご注文の商品をお届けし、返品をお引き取りするため。",
    ),
    "To publish your review of a product.": (
        "Um Ihre Bewertung eines Produkts zu veröffentlichen.",
        "لنشر تقييمك لمنتج.",
        "商品についてのお客様のレビューを掲載するため。",
    ),
    "Your name.": ("Ihr Name.", "اسمك.", "お名前。"),
    "Your address.": ("Ihre Anschrift.", "عنوانك.", "ご住所。"),
    "Your review.": ("Ihre Bewertung.", "تقييمك.", "お客様のレビュー。"),
}
"""What the three translators would write. Links and whole paragraphs are put together from it."""


def join(*sources: str) -> None:
    """Lets the translators know a paragraph of those sentences."""
    parts = [WORDS[source] for source in sources]
    joined = (" ".join(one) for one in zip(*parts, strict=True))
    german, arabic, japanese = joined
    WORDS[" ".join(sources)] = (german, arabic, japanese.replace("。 ", "。"))


join(KEPT, OBJECT)
join(NEVER, THANKS)
for known in (OBJECT, f"{KEPT} {OBJECT}"):
    moved = [text.replace("care.md", "service.md") for text in (known, *WORDS[known])]
    WORDS[moved[0]] = (moved[1], moved[2], moved[3])


@functools.cache
def own_words(locale: str) -> dict[Key, str]:
    """What the repository's own catalogue says for the plugin's words."""
    text = (ROOT / po_path(locale)).read_text(encoding="utf-8")
    return {entry.key: entry.msgstr[0] for entry in parse(text).entries}


def po_path(locale: str) -> str:
    return f"locales/{locale}/LC_MESSAGES/notice.po"


# The translators, each with a tool of their own


@dataclass
class Translator:
    """A person, with all that they ever wrote and have not written over themselves."""

    project: Path
    locale: str
    save: Callable[[Path, dict[Key, str]], None]
    """Writes translations into the catalogue, as the person's tool does."""
    written: dict[Key, str] = field(default_factory=dict)
    remarks: set[str] = field(default_factory=set)

    @property
    def path(self) -> Path:
        return self.project / po_path(self.locale)

    @property
    def po(self) -> PoFile:
        return parse(self.path.read_text(encoding="utf-8"))

    def would_say(self, key: Key) -> str:
        if key[1] in WORDS:
            return WORDS[key[1]][LOCALES.index(self.locale)]
        return own_words(self.locale)[key]

    def left(self) -> list[dict[str, Any]]:
        """What `polynotice status --missing` lists."""
        result = polynotice(self.project, "status", "--missing", self.locale, "--json")
        assert result.exit_code == 0
        found: list[dict[str, Any]] = json.loads(result.stdout)["locales"][self.locale]["left"]
        return found

    def work(self) -> None:
        """Translates all that is left."""
        keys: list[Key] = [(one["context"], one["source"]) for one in self.left()]
        self.write({key: self.would_say(key) for key in keys})

    def write(self, translations: dict[Key, str]) -> None:
        before = {entry.key: entry.msgstr[0] for entry in self.po.entries}
        self.save(self.path, translations)
        there = {entry.msgstr[0] for entry in self.po.entries}
        over = {before[key] for key in translations} - there
        self.written = {key: text for key, text in self.written.items() if text not in over}
        self.written |= translations

    def draft(self, context: str, text: str) -> None:
        """Puts a text in the place of one that waits, and leaves its mark for another day."""
        (source,) = [one["source"] for one in self.left() if one["context"] == context]
        self.write({(context, source): text})
        po = polib.pofile(str(self.path), wrapwidth=0)
        entry = next(entry for entry in po if (entry.msgctxt, entry.msgid) == (context, source))
        entry.flags.append("fuzzy")
        po.save()

    def remark(self, key: Key, text: str) -> None:
        """Writes a remark above an entry."""
        entry = next(entry for entry in self.po.entries if entry.key == key)
        lines = self.path.read_text(encoding="utf-8").split("\n")
        top = entry.line - 1
        while lines[top - 1]:
            top -= 1
        lines.insert(top, f"# {text}")
        self.path.write_text("\n".join(lines), encoding="utf-8")
        self.remarks.add(text)

    def audit(self) -> None:
        """Every word is in the catalogue, and none is said that the person did not mean."""
        po = self.po
        texts = {text for entry in po.entries for text in entry.msgstr}
        remarks = {line for entry in (po.header, *po.entries) for line in entry.remarks}
        assert set(self.written.values()) <= texts
        assert self.remarks <= remarks
        for entry in po.entries:
            if not entry.obsolete and entry.is_translated and not entry.is_fuzzy:
                words = words_of_the_tool.own_words(find_locale(self.locale))
                of_the_tool = words.get(entry.msgctxt or "")
                assert entry.msgstr[0] == self.written.get(entry.key, of_the_tool)
            elif not entry.obsolete and entry.is_translated:
                self.audit_offer(entry)

    def audit_offer(self, entry: Entry) -> None:
        """What is offered as fuzzy was written for that field, or for the very same words."""
        earlier = dict(entry.previous)
        assert earlier, "an offer says what it is a translation of"
        assert earlier.get("msgctxt") == entry.msgctxt or earlier["msgid"] == entry.msgid


def in_poedit(path: Path, translations: dict[Key, str]) -> None:
    """Poedit wraps every text at 79 columns, and signs in the header."""
    with_polib(path, translations, wrapwidth=79, generator="Poedit 3.5")


def in_weblate(path: Path, translations: dict[Key, str]) -> None:
    """Weblate, set up as TRANSLATING.md says, wraps nothing, and signs as well."""
    with_polib(path, translations, wrapwidth=0, generator="Weblate 5.9")


def with_polib(path: Path, translations: dict[Key, str], *, wrapwidth: int, generator: str) -> None:
    po = polib.pofile(str(path), wrapwidth=wrapwidth)
    for entry in po:
        key = (entry.msgctxt, entry.msgid)
        if key in translations and not entry.obsolete:
            entry.msgstr = translations[key]
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
            entry.previous_msgid = entry.previous_msgctxt = None
    po.metadata["PO-Revision-Date"] = f"2026-01-01 12:{len(translations):02}+0000"
    po.metadata["X-Generator"] = generator
    po.save()


def in_a_text_editor(path: Path, translations: dict[Key, str]) -> None:
    """Someone who types into the msgstr, and takes out the line `#, fuzzy` alone."""
    lines = path.read_text(encoding="utf-8").split("\n")
    marks = set()
    for entry in parse("\n".join(lines)).entries:
        if entry.key in translations and not entry.obsolete:
            where = next(n for n in range(entry.line, len(lines)) if lines[n].startswith("msgstr"))
            lines[where] = f'msgstr "{translations[entry.key]}"'
            if entry.is_fuzzy:
                marks.add(max(n for n in range(where) if lines[n] == "#, fuzzy"))
    kept = [line for n, line in enumerate(lines) if n not in marks]
    path.write_text("\n".join(kept), encoding="utf-8")


TOOLS = {"de": in_poedit, "ar": in_a_text_editor, "ja": in_weblate}


# The office


@dataclass
class Office:
    """The notice, and the people around it."""

    project: Path
    translators: list[Translator]

    def edit(self, name: str, old: str, new: str) -> None:
        replace_in(self.project / name, old, new)

    def put(self, name: str, text: str) -> None:
        (self.project / name).write_text(text, encoding="utf-8")

    def append(self, name: str, text: str) -> None:
        self.put(name, (self.project / name).read_text(encoding="utf-8") + text)

    def update(self) -> None:
        """Updates, holds that this loses nothing, and that doing it again changes nothing."""
        result = polynotice(self.project, "update")
        assert result.exit_code == 0, result.output
        self.audit()
        assert polynotice(self.project, "update", "--check").output == ""

    def audit(self) -> None:
        for one in self.translators:
            one.audit()

    def assert_left(self, *, fuzzy: int, missing: int) -> None:
        """Every locale has as much left, and the notice is refused if that is anything."""
        for name, one in self.status().items():
            assert (one["fuzzy"], one["missing"]) == (fuzzy, missing), name
        assert polynotice(self.project, "check").exit_code == (1 if fuzzy or missing else 0)

    def status(self) -> dict[str, dict[str, int]]:
        found: dict[str, dict[str, int]] = json.loads(
            polynotice(self.project, "status", "--json").stdout
        )["locales"]
        assert tuple(found) == LOCALES
        return found

    def work(self) -> None:
        """Lets every translator finish; then an update takes up what their tools wrote."""
        for one in self.translators:
            one.work()
        self.audit()
        self.update()
        self.assert_left(fuzzy=0, missing=0)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A notice with three new catalogues."""
    project = write_project(tmp_path, PROJECT)
    for locale in LOCALES:
        assert polynotice(project, "add-locale", locale).exit_code == 0
    people = [Translator(project, locale, TOOLS[locale]) for locale in LOCALES]
    return Office(project, people)


# The year


def january_everything_is_translated(office: Office) -> None:
    office.update()
    # The tool's own words come translated.
    counts = office.status()["de"]
    assert 0 < counts["missing"] < counts["total"]
    office.assert_left(fuzzy=0, missing=counts["missing"])
    office.work()
    for one in office.translators:
        one.remark(("purposes/calls/purpose", "Calls are recorded."), f"{one.locale}: as in 2019.")
        one.remark(("purposes/chat/title", "Chat"), f"{one.locale}: ask legal. No Live-Chat?")
        one.remark((None, NEVER), f"{one.locale}: the board wants it so. 決して أبدًا")
    office.update()
    office.assert_left(fuzzy=0, missing=0)


def february_a_record_is_reworded(office: Office) -> None:
    office.edit(
        "notice_data/care.yml",
        "Calls are recorded.",
        "Calls are recorded and kept for 90 days.",
    )
    office.update()
    office.assert_left(fuzzy=1, missing=0)
    for one in office.translators:
        (left,) = one.left()
        assert left["context"] == "purposes/calls/purpose"
        assert left["previous"] == "Calls are recorded."
    office.work()


def february_again_it_is_reworded_twice_between_two_visits(office: Office) -> None:
    wording = "Calls are recorded and kept for 90 days."
    for word in ("must be", "may be"):
        new = wording.replace("Calls are", f"Calls {word}")
        now = office.translators[0].po.entries
        (old,) = [e.msgid for e in now if e.msgctxt == "purposes/calls/purpose" and not e.obsolete]
        office.edit("notice_data/care.yml", old, new)
        office.update()
        office.assert_left(fuzzy=1, missing=0)
    for one in office.translators:
        assert [left["previous"] for left in one.left()] == [wording]
    office.work()


def march_a_record_is_added(office: Office) -> None:
    office.put("notice_data/orders.yml", ORDERS + DELIVERY + REVIEWS)
    office.update()
    # "Your name." is known from another record: offered, and not taken for final.
    office.assert_left(fuzzy=1, missing=3)
    office.work()


def april_a_record_is_removed(office: Office) -> None:
    office.edit("notice_data/care.yml", CHAT, "")
    office.edit("notice_data/data.yml", MESSAGES, "")
    office.update()
    office.assert_left(fuzzy=0, missing=0)
    for one in office.translators:
        gone = {entry.msgctxt for entry in one.po.entries if entry.obsolete}
        assert {"purposes/chat/title", "purposes/chat/purpose", "data/messages/name"} <= gone


def may_it_is_brought_back(office: Office) -> None:
    office.append("notice_data/care.yml", CHAT)
    office.append("notice_data/data.yml", MESSAGES)
    office.update()
    office.assert_left(fuzzy=0, missing=0)


def may_it_is_removed_again_and_comes_back_reworded(office: Office) -> None:
    office.edit("notice_data/care.yml", CHAT, "")
    office.edit("notice_data/data.yml", MESSAGES, "")
    office.update()
    office.append("notice_data/care.yml", CHAT.replace("monitored.", "monitored by our staff."))
    office.append("notice_data/data.yml", MESSAGES)
    office.update()
    office.assert_left(fuzzy=1, missing=0)
    for one in office.translators:
        assert [left["previous"] for left in one.left()] == ["Chats are monitored."]
    office.work()


def june_records_move_between_sections_and_files(office: Office) -> None:
    office.edit("notice_data/orders.yml", DELIVERY, "")
    office.append("notice_data/care.yml", DELIVERY)
    office.update()
    office.assert_left(fuzzy=0, missing=0)
    calls = CARE.partition("purposes:\n")[2].replace(
        "are recorded.", "may be recorded and kept for 90 days."
    )
    office.edit("notice_data/care.yml", calls, "")
    office.put("notice_data/telephone.yml", f"title: Telephone\npurposes:\n{calls}")
    office.put("docs/telephone.md", "# Telephone\n\n::: purposes\n    section: telephone\n")
    office.edit("mkdocs.yml", "  - Orders:", "  - Telephone: telephone.md\n  - Orders:")
    office.update()
    # The new section's own title and heading, and nothing of the records that moved.
    assert {left["source"] for one in office.translators for left in one.left()} == {"Telephone"}
    office.work()


def july_a_paragraph_is_split_in_two(office: Office) -> None:
    office.edit("docs/index.md", f"{KEPT} {OBJECT}", f"{KEPT}\n\n{OBJECT}")
    office.update()
    # The longer half is offered what the whole said; the other is new.
    office.assert_left(fuzzy=1, missing=1)
    office.work()


def august_two_paragraphs_are_merged(office: Office) -> None:
    office.edit("docs/index.md", f"{NEVER}\n\n{THANKS}", f"{NEVER} {THANKS}")
    office.update()
    office.assert_left(fuzzy=1, missing=0)
    office.work()


def september_a_page_is_renamed(office: Office) -> None:
    (office.project / "docs/care.md").rename(office.project / "docs/service.md")
    office.edit("mkdocs.yml", "care.md", "service.md")
    office.edit("docs/index.md", "care.md", "service.md")
    office.update()
    # The paragraph that links to it, and nothing on the page itself.
    office.assert_left(fuzzy=1, missing=0)
    office.work()


def september_its_title_is_changed(office: Office) -> None:
    office.edit("docs/service.md", "# Customer care", "# Customer service")
    office.edit("mkdocs.yml", "Customer care:", "Customer service:")
    office.update()
    for one in office.translators:
        assert {left["source"] for left in one.left()} == {"Customer service"}
    office.work()


def october_a_catalogue_is_broken_while_the_others_go_on(office: Office) -> None:
    german, arabic, japanese = office.translators
    whole = arabic.path.read_text(encoding="utf-8")
    broken = whole.replace(
        'msgid "Your data"\nmsgstr "بياناتك"', 'msgid "Your data"\nmsgstr "بياناتك'
    )
    arabic.path.write_text(broken, encoding="utf-8")
    office.edit("notice_data/care.yml", "have ordered.", "have ordered, and to bring it back.")
    result = polynotice(office.project, "update")
    assert result.exit_code == 1
    line = broken[: broken.index('msgstr "بياناتك\n')].count("\n") + 1
    assert f"{po_path('ar')}:{line}: error unreadable-catalogue:" in result.stdout
    assert arabic.path.read_text(encoding="utf-8") == broken
    for one in (german, japanese):
        one.audit()
        assert len(one.left()) == 1
        one.work()
        one.audit()
    arabic.path.write_text(broken.replace('"بياناتك\n', '"بياناتك"\n'), encoding="utf-8")
    assert arabic.path.read_text(encoding="utf-8") == whole
    office.update()
    assert [left["state"] for left in arabic.left()] == ["fuzzy"]
    office.work()


def november_marks_are_made_in_poedits_way(office: Office) -> None:
    for one in office.translators:
        po = polib.pofile(str(one.path), wrapwidth=79)
        entry = po.find("Your review.", by="msgid")
        assert entry is not None
        # "Needs work", with a remark of two lines, and one for the whole file.
        entry.flags.append("fuzzy")
        remarks = (f"{one.locale}: too stiff?", "polynotice: ignore length")
        entry.tcomment = "\n".join(remarks)
        po.header += f"\n{one.locale}: two of us share this file."
        po.save()
        one.remarks |= {*remarks, f"{one.locale}: two of us share this file."}
    for _ in range(2):
        for one in office.translators:
            (left,) = one.left()
            assert (left["state"], left["source"]) == ("fuzzy", "Your review.")
            assert left["previous"] is None
        assert polynotice(office.project, "update").exit_code == 0
    office.work()


def update_without_end(project: Path) -> None:
    """Goes from one wording to another and back, with an update after each."""
    records = project / "notice_data/orders.yml"
    verbs = ["publish", "print"]
    while True:
        draft = project / "draft.yml"
        draft.write_text(records.read_text(encoding="utf-8").replace(*verbs), encoding="utf-8")
        draft.replace(records)  # whole or not at all: legal is not what is killed here
        assert polynotice(project, "update").exit_code == 0
        os.write(1, b"updated\n")
        verbs.reverse()


def december_legal_goes_back_to_a_wording_while_translators_draft(office: Office) -> None:
    context = "purposes/calls/personal_data"
    office.edit(
        "notice_data/telephone.yml", "Recordings of calls.", "Nothing but recordings of calls."
    )
    office.update()
    office.assert_left(fuzzy=1, missing=0)
    for one in office.translators:
        one.draft(context, f"{one.locale}: ?")
    assert polynotice(office.project, "update").exit_code == 0
    office.edit(
        "notice_data/telephone.yml", "Nothing but recordings of calls.", "Recordings of calls."
    )
    assert polynotice(office.project, "update").exit_code == 0
    # The wording is one that was translated, but what stands there is a draft of another.
    office.assert_left(fuzzy=1, missing=0)
    for one in office.translators:
        assert f"{one.locale}: ?" in {entry.msgstr[0] for entry in one.po.entries}
    office.work()


def december_updates_are_killed(office: Office) -> None:
    moments = random.Random(2026)  # noqa: S311 (any moments will do, and always the same)
    for _ in range(3):
        said, says = os.pipe()
        updates = Copy(
            ("polynotice", "update"),
            folder=office.project,
            first=lambda: update_without_end(office.project),
            output=says,
            errors=says,
        )
        os.close(says)
        assert os.read(said, 8) == b"updated\n"
        with pytest.raises(subprocess.TimeoutExpired):
            updates.wait(timeout=moments.uniform(0.0, 0.3))
        updates.kill()
        os.close(said)
        office.audit()
    office.put("notice_data/orders.yml", ORDERS + REVIEWS)
    office.update()
    # Fuzzy where an update came through, although its wording is the old one again.
    assert {left["source"] for one in office.translators for left in one.left()} <= {
        "To publish your review of a product."
    }
    office.work()


YEAR: list[Callable[[Office], None]] = [
    january_everything_is_translated,
    february_a_record_is_reworded,
    february_again_it_is_reworded_twice_between_two_visits,
    march_a_record_is_added,
    april_a_record_is_removed,
    may_it_is_brought_back,
    may_it_is_removed_again_and_comes_back_reworded,
    june_records_move_between_sections_and_files,
    july_a_paragraph_is_split_in_two,
    august_two_paragraphs_are_merged,
    september_a_page_is_renamed,
    september_its_title_is_changed,
    october_a_catalogue_is_broken_while_the_others_go_on,
    november_marks_are_made_in_poedits_way,
    december_legal_goes_back_to_a_wording_while_translators_draft,
    december_updates_are_killed,
]


def test_a_year_loses_no_human_word_and_ends_with_every_locale_complete(office: Office) -> None:
    for month in YEAR:
        month(office)
        office.audit()
    office.assert_left(fuzzy=0, missing=0)
    if shutil.which("msgfmt"):
        for one in office.translators:
            command = ["msgfmt", "--check", "--output-file=-", str(one.path)]
            subprocess.run(command, check=True, capture_output=True)
    site = build_site(office.project)
    assert polynotice(office.project, "verify", str(site)).exit_code == 0
    for one in office.translators:
        assert said_on(site, one.locale) >= {
            one.would_say((None, source))
            for source in ("Telephone", "Calls may be recorded and kept for 90 days.", "Reviews")
        }


def said_on(site: Path, locale: str) -> set[str]:
    return {
        text_of(node)
        for path in (site / locale).rglob("index.html")
        for node in page(site, str(path.relative_to(site))).css("h1, h2, h3, td")
    }
