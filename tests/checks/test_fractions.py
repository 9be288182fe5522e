"""Fractions and halves, in words on one side."""

from __future__ import annotations

from tests.checks.pairs import number_findings
from tests.draws import for_each

KEPT = "Kept for one and a half years."


@for_each(
    ("lang", "source", "translation"),
    [
        ("de", KEPT, "18 Monate lang aufbewahrt."),
        ("ja", KEPT, "18か月間保管します。"),
        ("de", KEPT, "1,5 Jahre lang aufbewahrt."),
        ("fr", "Kept for a year and a half.", "Conservé 18 mois."),
        ("pl", "Kept for two and a half years.", "Przechowujemy przez 30 miesięcy."),
        ("de", "Kept for 2 and a half years.", "2,5 Jahre lang aufbewahrt."),
        ("de", "after an hour and a half", "nach 90 Minuten"),
        ("de", "Kept for half a year.", "6 Monate lang aufbewahrt."),
        ("zh-Hans", "Kept for half a year.", "保存6个月。"),
        ("de", "every half hour", "alle 30 Minuten"),
        ("de", "Kept for 6 months.", "Ein halbes Jahr lang aufbewahrt."),
        ("pl", "Kept for 6 months.", "Przechowujemy przez pół roku."),
        ("hu", "Kept for 6 months.", "Fél évig őrizzük."),
        ("ru", "Kept for 6 months.", "Храним полгода."),
        ("de", "three-quarters of the calls", "75 % der Anrufe"),
        ("fr", "three quarters of the calls", "75 % des appels"),
        ("de", "a quarter of the calls", "25 % der Anrufe"),
        ("de", "a quarter of an hour", "15 Minuten"),
        ("de", "three quarters of an hour", "45 Minuten"),
        ("de", "75% of the calls", "drei Viertel der Anrufe"),
        ("fr", "75% of the calls", "les trois quarts des appels"),
        ("ja", "75% of the calls", "通話の四分の三"),
        ("it", "25% of the calls", "un quarto delle chiamate"),
        ("de", "a 2/3 majority", "eine Zweidrittelmehrheit"),
        ("nl", "a 2/3 majority", "een tweederdemeerderheid"),
        ("fr", "a 2/3 majority", "une majorité des deux tiers"),
        ("es", "a 2/3 majority", "una mayoría de dos tercios"),
        ("pt", "a 2/3 majority", "uma maioria de dois terços"),
        ("it", "a 2/3 majority", "una maggioranza di due terzi"),
        ("pl", "a 2/3 majority", "większość dwóch trzecich"),
        ("cs", "a 2/3 majority", "dvoutřetinová většina"),
        ("ru", "a 2/3 majority", "большинство в две трети"),
        ("hu", "a 2/3 majority", "kétharmados többség"),
        ("fi", "a 2/3 majority", "kahden kolmasosan enemmistö"),
        ("sv", "a 2/3 majority", "två tredjedelars majoritet"),
        ("el", "a 2/3 majority", "πλειοψηφία δύο τρίτων"),
        ("tr", "a 2/3 majority", "üçte iki çoğunluk"),
        ("ar", "a 2/3 majority", "أغلبية الثلثين"),
        ("zh-Hans", "a 2/3 majority", "三分之二多数"),
        ("de", "a two-thirds majority", "eine 2/3-Mehrheit"),
        ("ja", "a two-thirds majority", "3分の2の多数"),
        ("de", "1/2 of the calls", "die Hälfte der Anrufe"),
        ("pl", "1/3 of the calls", "jedna trzecia rozmów"),
        ("de", "every other day", "jeden zweiten Tag"),
        ("de", "every other day", "alle zwei Tage"),
        ("de", "every other day", "alle 2 Tage"),
        ("fr", "every other day", "1 jour sur 2"),
        ("ja", "every second week", "2週間に1回"),
        ("de", "two dozen of them", "24 davon"),
        ("de", "two decades", "20 Jahre"),
    ],
)
def test_a_fraction_may_be_said_in_words_or_in_digits(
    lang: str, source: str, translation: str
) -> None:
    assert number_findings(lang, source, translation) == []


@for_each(
    ("lang", "source", "translation"),
    [
        ("de", KEPT, "15 Monate lang aufbewahrt."),
        ("de", KEPT, "12 Monate lang aufbewahrt."),
        ("de", KEPT, "6 Monate lang aufbewahrt."),
        ("de", "Kept for a year and a half.", "6 Monate lang aufbewahrt."),
        ("de", KEPT, "2,5 Jahre lang aufbewahrt."),
        ("de", "Kept for a year and a half.", "12 Monate lang aufbewahrt."),
        ("fr", "Kept for two and a half years.", "Conservé 24 mois."),
        ("de", "Kept for half a year.", "5 Monate lang aufbewahrt."),
        ("de", "Kept for half a year.", "12 Monate lang aufbewahrt."),
        ("de", "Kept for 5 months.", "Ein halbes Jahr lang aufbewahrt."),
        ("de", "three-quarters of the calls", "25 % der Anrufe"),
        ("de", "three-quarters of the calls", "70 % der Anrufe"),
        ("de", "75% of the calls", "ein Viertel der Anrufe"),
        ("de", "25% of the calls", "drei Viertel der Anrufe"),
        ("de", "a 2/3 majority", "eine Dreiviertelmehrheit"),
        ("de", "a 2/3 majority", "eine 3/4-Mehrheit"),
        ("de", "a two-thirds majority", "eine 3/4-Mehrheit"),
        ("de", "1/3 of the calls", "zwei Drittel der Anrufe"),
        ("de", "every other day", "alle 3 Tage"),
        ("de", "two dozen of them", "36 davon"),
        ("ja", "one third party", "3分の2"),
    ],
)
def test_another_fraction_is_found(lang: str, source: str, translation: str) -> None:
    assert number_findings(lang, source, translation) == ["error"]
