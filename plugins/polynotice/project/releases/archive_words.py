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
        *("Fassungen dieser Erklärung", "Veröffentlicht am", "In Kraft seit", "In Kraft ab"),
        *(
            "Nicht mehr in Kraft",
            "Berichtigung: die Bedeutung ist dieselbe",
            "Was sich geändert hat",
        ),
        *("Nichts", "Hinzugefügt", "Entfernt", "Geändert", "Verschoben", "Neu übersetzt"),
        *("Diese Fassung gab es nicht in dieser Sprache.", "Die heutige Fassung"),
    ),
    "es": (
        *("Versiones de este aviso", "Publicada el", "En vigor desde", "En vigor a partir de"),
        *("Ya no está en vigor", "Corrección: el significado es el mismo", "Qué ha cambiado"),
        *("Nada", "Añadido", "Eliminado", "Modificado", "Trasladado", "Traducido de nuevo"),
        *("Esta versión no estaba disponible en este idioma.", "El aviso actual"),
    ),
    "fr": (
        *("Versions de cette notice", "Publiée le", "En vigueur depuis", "En vigueur à partir du"),
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
}


def archive_words(locale: Locale) -> tuple[str, Mapping[str, str]]:
    """The language that the tool has the words in, for that locale, and the words."""
    language = nearest(locale.id, _WORDS) or "en"
    return language, dict(zip(_NAMES, _WORDS[language], strict=True))
