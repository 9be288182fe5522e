"""The tool's words on the pages of the archive.

No catalogue is asked for them: what a release says must not change with those of today. Where the
tool has no words in a language, they are English, and marked as that.
"""

from __future__ import annotations

from collections.abc import Mapping

from polynotice.core.locales import Locale, nearest

_NAMES = (
    *("versions", "issued", "in_force", "coming", "past", "correction", "what_changed"),
    *("nothing", "added", "removed", "changed", "moved", "retranslated", "absent", "now"),
)
_WORDS: dict[str, tuple[str, ...]] = {
    "en": (
        *("Versions of this notice", "Issued", "In force since", "In force from"),
        *("No longer in force", "Correction: the meaning is the same", "What changed"),
        *("Nothing", "Added", "Removed", "Changed", "Moved", "Translated anew"),
        *("This version was not available in this language.", "The notice of today"),
    ),
    "ar": (
        *("إصدارات هذا الإشعار", "تاريخ الإصدار", "سارٍ منذ", "يسري اعتبارًا من"),
        *("لم يعد ساريًا", "تصحيح: المعنى لم يتغير", "ما الذي تغيّر"),
        *("لا شيء", "أُضيف", "حُذف", "تغيّر", "نُقل", "تُرجم من جديد"),
        *("لم يكن هذا الإصدار متاحًا بهذه اللغة.", "الإشعار الحالي"),
    ),
    "de": (
        *(
            "Fassungen dieser Erklärung",
            "Veröffentlicht am",
            "In Kraft seit dem",
            "In Kraft ab dem",
        ),
        *(
            "Nicht mehr in Kraft",
            "Berichtigung: die Bedeutung ist dieselbe",
            "Was sich geändert hat",
        ),
        *("Nichts", "Hinzugefügt", "Entfernt", "Geändert", "Verschoben", "Neu übersetzt"),
        *("Diese Fassung gab es nicht in dieser Sprache.", "Die heutige Fassung"),
    ),
    "es": (
        *("Versiones de este aviso", "Publicada el", "En vigor desde el", "En vigor a partir del"),
        *("Ya no está en vigor", "Corrección: el significado es el mismo", "Qué ha cambiado"),
        *("Nada", "Añadido", "Eliminado", "Modificado", "Trasladado", "Traducido de nuevo"),
        *("Esta versión no estaba disponible en este idioma.", "El aviso actual"),
    ),
    "fr": (
        *(
            "Versions de cette notice",
            "Publiée le",
            "En vigueur depuis le",
            "En vigueur à partir du",
        ),
        *("N’est plus en vigueur", "Correction\u00a0: le sens est le même", "Ce qui a changé"),
        *("Rien", "Ajouté", "Supprimé", "Modifié", "Déplacé", "Retraduit"),
        *("Cette version n’était pas disponible dans cette langue.", "La notice actuelle"),
    ),
    "it": (
        *(
            "Versioni di questa informativa",
            "Pubblicata il",
            "In vigore dal",
            "In vigore a partire dal",
        ),
        *("Non più in vigore", "Correzione: il significato è lo stesso", "Che cosa è cambiato"),
        *("Nulla", "Aggiunto", "Eliminato", "Modificato", "Spostato", "Tradotto di nuovo"),
        *("Questa versione non era disponibile in questa lingua.", "L’informativa attuale"),
    ),
    "ja": (
        *("本通知の各版", "公表日", "施行日", "施行予定日"),
        *("現在は効力がありません", "訂正：内容に変更はありません", "変更点"),
        *("なし", "追加", "削除", "変更", "移動", "翻訳の改訂"),
        *("この版は、この言語では提供されていませんでした。", "現在の通知"),
    ),
    "ko": (
        *("이 고지의 버전", "공표일", "시행일", "시행 예정일"),
        *("더 이상 시행되지 않음", "정정: 의미는 변하지 않았습니다", "변경된 내용"),
        *("없음", "추가됨", "삭제됨", "변경됨", "이동됨", "다시 번역됨"),
        *("이 버전은 이 언어로 제공되지 않았습니다.", "현재 고지"),
    ),
    "nl": (
        *("Versies van deze verklaring", "Gepubliceerd op", "Van kracht sinds", "Van kracht vanaf"),
        *("Niet meer van kracht", "Correctie: de betekenis is dezelfde", "Wat er is veranderd"),
        *("Niets", "Toegevoegd", "Verwijderd", "Gewijzigd", "Verplaatst", "Opnieuw vertaald"),
        *("Deze versie was niet beschikbaar in deze taal.", "De huidige verklaring"),
    ),
    "pl": (
        *("Wersje tej informacji", "Opublikowano", "Obowiązuje od", "Będzie obowiązywać od"),
        *("Już nie obowiązuje", "Sprostowanie: znaczenie bez zmian", "Co się zmieniło"),
        *("Nic", "Dodano", "Usunięto", "Zmieniono", "Przeniesiono", "Przetłumaczono na nowo"),
        *("Ta wersja nie była dostępna w tym języku.", "Obecna informacja"),
    ),
    "sv": (
        *("Versioner av detta meddelande", "Publicerad", "Gäller sedan", "Gäller från och med"),
        *("Gäller inte längre", "Rättelse: innebörden är densamma", "Vad som har ändrats"),
        *("Ingenting", "Tillagt", "Borttaget", "Ändrat", "Flyttat", "Översatt på nytt"),
        *("Den här versionen fanns inte på det här språket.", "Det nuvarande meddelandet"),
    ),
    "zh-Hans": (
        *("本声明的各个版本", "发布日期", "生效日期", "将于以下日期生效"),
        *("已失效", "更正：含义不变", "变更内容"),
        *("无", "新增", "删除", "修改", "移动", "重新翻译"),
        *("此版本当时没有该语言的译文。", "现行声明"),
    ),
    "bg": (
        *("Версии на това уведомление", "Публикувано на", "В сила от", "Ще бъде в сила от"),
        *("Вече не е в сила", "Поправка: смисълът е същият", "Какво се промени"),
        *("Нищо", "Добавено", "Премахнато", "Променено", "Преместено", "Преведено наново"),
        *("Тази версия не беше налична на този език.", "Сегашното уведомление"),
    ),
    "cs": (
        *("Verze tohoto oznámení", "Zveřejněno", "Platí od", "Bude platit od"),
        *("Již neplatí", "Oprava: význam je stejný", "Co se změnilo"),
        *("Nic", "Přidáno", "Odstraněno", "Změněno", "Přesunuto", "Nově přeloženo"),
        *("Tato verze nebyla v tomto jazyce k dispozici.", "Současné oznámení"),
    ),
    "da": (
        *("Versioner af denne meddelelse", "Offentliggjort", "Gælder siden", "Gælder fra"),
        *("Gælder ikke længere", "Rettelse: betydningen er den samme", "Hvad der er ændret"),
        *("Intet", "Tilføjet", "Fjernet", "Ændret", "Flyttet", "Oversat på ny"),
        *("Denne version fandtes ikke på dette sprog.", "Den nuværende meddelelse"),
    ),
    "el": (
        *("Εκδόσεις αυτής της ειδοποίησης", "Δημοσιεύθηκε στις", "Σε ισχύ από", "Θα ισχύει από"),
        *("Δεν ισχύει πλέον", "Διόρθωση: το νόημα είναι το ίδιο", "Τι άλλαξε"),
        *("Τίποτα", "Προστέθηκε", "Αφαιρέθηκε", "Άλλαξε", "Μετακινήθηκε", "Μεταφράστηκε εκ νέου"),
        *("Αυτή η έκδοση δεν ήταν διαθέσιμη σε αυτή τη γλώσσα.", "Η σημερινή ειδοποίηση"),
    ),
    "fi": (
        *("Tämän selosteen versiot", "Julkaistu", "Voimassa alkaen", "Tulee voimaan"),
        *("Ei enää voimassa", "Oikaisu: merkitys on sama", "Mikä on muuttunut"),
        *("Ei mikään", "Lisätty", "Poistettu", "Muutettu", "Siirretty", "Käännetty uudelleen"),
        *("Tätä versiota ei ollut saatavilla tällä kielellä.", "Nykyinen seloste"),
    ),
    "hr": (
        *("Verzije ove obavijesti", "Objavljeno", "Na snazi od", "Stupa na snagu"),
        *("Više nije na snazi", "Ispravak: značenje je isto", "Što se promijenilo"),
        *("Ništa", "Dodano", "Uklonjeno", "Promijenjeno", "Premješteno", "Ponovno prevedeno"),
        *("Ova verzija nije bila dostupna na ovom jeziku.", "Sadašnja obavijest"),
    ),
    "hu": (
        *("A tájékoztató változatai", "Közzététel napja:", "Hatályos ettől:", "Hatályba lép:"),
        *("Már nem hatályos", "Helyesbítés: a jelentés változatlan", "Mi változott"),
        *("Semmi", "Új", "Törölve", "Módosítva", "Áthelyezve", "Újrafordítva"),
        *("Ez a változat ezen a nyelven nem volt elérhető.", "A jelenlegi tájékoztató"),
    ),
    "nb": (
        *("Versjoner av denne erklæringen", "Publisert", "Gjelder siden", "Gjelder fra"),
        *("Gjelder ikke lenger", "Rettelse: betydningen er den samme", "Hva som er endret"),
        *("Ingenting", "Lagt til", "Fjernet", "Endret", "Flyttet", "Oversatt på nytt"),
        *("Denne versjonen fantes ikke på dette språket.", "Den nåværende erklæringen"),
    ),
    "pt": (
        *("Versões deste aviso", "Publicada em", "Em vigor desde", "Em vigor a partir de"),
        *("Já não está em vigor", "Correção: o significado é o mesmo", "O que mudou"),
        *("Nada", "Acrescentado", "Eliminado", "Alterado", "Deslocado", "Traduzido de novo"),
        *("Esta versão não estava disponível nesta língua.", "O aviso atual"),
    ),
    "ro": (
        *(
            "Versiunile acestei informări",
            "Publicată la",
            "În vigoare din",
            "În vigoare începând cu",
        ),
        *("Nu mai este în vigoare", "Rectificare: sensul este același", "Ce s-a schimbat"),
        *("Nimic", "Adăugat", "Eliminat", "Modificat", "Mutat", "Tradus din nou"),
        *("Această versiune nu era disponibilă în această limbă.", "Informarea actuală"),
    ),
    "ru": (
        *("Версии этого уведомления", "Опубликовано", "Действует с", "Вступает в силу"),
        *("Больше не действует", "Исправление: смысл не изменился", "Что изменилось"),
        *("Ничего", "Добавлено", "Удалено", "Изменено", "Перемещено", "Переведено заново"),
        *("Этой версии не было на этом языке.", "Нынешнее уведомление"),
    ),
    "sk": (
        *("Verzie tohto oznámenia", "Zverejnené", "Platí od", "Bude platiť od"),
        *("Už neplatí", "Oprava: význam je rovnaký", "Čo sa zmenilo"),
        *("Nič", "Pridané", "Odstránené", "Zmenené", "Presunuté", "Nanovo preložené"),
        *("Táto verzia nebola v tomto jazyku k dispozícii.", "Súčasné oznámenie"),
    ),
    "uk": (
        *("Версії цього повідомлення", "Опубліковано", "Чинне з", "Набуде чинності"),
        *("Більше не чинне", "Виправлення: зміст не змінився", "Що змінилося"),
        *("Нічого", "Додано", "Вилучено", "Змінено", "Переміщено", "Перекладено заново"),
        *("Цієї версії не було цією мовою.", "Теперішнє повідомлення"),
    ),
    "zh-Hant": (
        *("本聲明的各個版本", "發布日期", "生效日期", "將於以下日期生效"),
        *("已失效", "更正：含義不變", "變更內容"),
        *("無", "新增", "刪除", "修改", "移動", "重新翻譯"),
        *("此版本當時沒有該語言的譯文。", "現行聲明"),
    ),
}


LANGUAGES = frozenset(_WORDS)
"""The BCP 47 ids of the languages that the tool has the words in."""


def archive_words(locale: Locale) -> tuple[str, Mapping[str, str]]:
    """The language that the tool has the words in, for that locale, and the words."""
    language = nearest(locale.id, _WORDS) or "en"
    return language, dict(zip(_NAMES, _WORDS[language], strict=True))
