"""Translations that say that they are none yet."""

from __future__ import annotations

from polynotice.checks.pair import Pair
from polynotice.checks.unfinished import placeholder_words
from polynotice.core.conventions import conventions
from polynotice.core.locales import find_locale
from tests.draws import for_each


def marks(lang: str, source: str, translation: str) -> list[str]:
    """What is found to stand for words that are to come, with the code of it."""
    pair = Pair(
        source=source,
        translation=translation,
        source_conventions=conventions(find_locale("en")),
        conventions=conventions(find_locale(lang)),
    )
    return [f"{one.severity} {one.code}" for one in placeholder_words(pair)]


ADDRESS = "Check the address of the GDPR team."


@for_each(
    ("lang", "source", "translation"),
    [
        ("de", ADDRESS, "Adresse TODO prüfen"),
        ("de", ADDRESS, "Die Adresse des DSGVO-Teams (TBD)."),
        ("de", ADDRESS, "Die Adresse des DSGVO-Teams TBD"),
        ("fr", ADDRESS, "Vérifiez l’adresse FIXME de l’équipe."),
        ("ja", ADDRESS, "住所はTODO確認"),
        ("de", ADDRESS, "@todo"),
        ("es", ADDRESS, "@TODO compruebe la dirección"),
        ("es", ADDRESS, "Compruebe la dirección [TODO]"),
        ("pt", ADDRESS, "Verifique o endereço (TBD)."),
        ("de", ADDRESS, "todo: Adresse prüfen"),
        ("de", ADDRESS, "To-do: Adresse prüfen"),
        ("de", ADDRESS, "Prüfen Sie die Adresse (noch übersetzen)."),
        ("fr", ADDRESS, "Vérifiez l’adresse [à traduire]."),
        ("de", ADDRESS, "N/A"),
        ("ja", ADDRESS, "N/A"),
        ("de", ADDRESS, "k. A."),
        ("fr", "We do not sell data.", "n/a"),
        ("de", ADDRESS, "XX"),
        ("de", "We answer within 30 days.", "Wir antworten binnen XX Tagen."),
        ("fr", "We answer within 30 days.", "Nous répondons sous xx jours."),
        ("fr", "We answer within days.", "Nous répondons sous Xx jours."),
        ("de", ADDRESS, "[DE]"),
        ("de", ADDRESS, "[DE] Check the address of the GDPR team."),
        ("pt-BR", ADDRESS, "Verifique o endereço. [pt_BR]"),
        ("fr", ADDRESS, "[EN] Check the address."),
        ("de", ADDRESS, "[untranslated]"),
        ("de", ADDRESS, "[translate]"),
        ("de", ADDRESS, "Adresse [translation] prüfen"),
    ],
)
def test_a_mark_of_unfinished_work_is_found_wherever_it_stands(
    lang: str, source: str, translation: str
) -> None:
    assert marks(lang, source, translation) == ["error unfinished-translation"]


@for_each(
    ("lang", "source", "translation"),
    [
        ("es", "All of it is yours.", "Todo es suyo."),
        ("es", "Above all (all of it).", "Sobre todo (todo)."),
        ("es", "Everything: calls and chats.", "Todo: llamadas y chats."),
        ("pt", "ALL is yours.", "É TODO seu."),
        ("gl", "ALL DATA", "TODO O CONTIDO"),
        ("de", "Your to-do list is stored.", "Ihre To-do-Liste (TODO) wird gespeichert."),
        ("de", "The date is to be confirmed.", "Der Termin steht noch nicht fest (TBD)."),
        ("de", "Write to help@todo.example.", "Schreiben Sie an help@todo.example."),
        ("de", "Follow @todo.app there.", "Folgen Sie dort @todo.app."),
        ("de", "N/A", "N/A"),
        ("de", "Not applicable", "k. A."),
        ("ms", "None", "N/A"),
        ("de", "Form XX", "Formular XX"),
        ("fr", "the 20th century", "le XX siècle"),
        ("es", "the twentieth century", "el siglo XX"),
        ("pl", "20", "XX"),
        ("de", "Hosted in Germany [DE]", "Gehostet in Deutschland [DE]"),
        ("de", "See [our policy](policy.md).", "Siehe [DE](policy.md)."),
        ("de", "Our computing department", "Unsere Abteilung [IT]"),
        ("id", "Tuberculosis", "Tuberkulosis (TBC)"),
        ("en-GB", "Lisez-la (traduction).", "Read it (translation)."),
        ("de", "Read it.", "Siehe [Translation](policy.md)."),
        ("it", ADDRESS, "Verifichi il metodo dell’indirizzo."),
    ],
)
def test_words_that_only_look_like_a_mark_are_none(
    lang: str, source: str, translation: str
) -> None:
    assert marks(lang, source, translation) == []
