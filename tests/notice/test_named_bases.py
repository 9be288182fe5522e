"""Legal bases that a text names by article or in words."""

from __future__ import annotations

from polynotice.catalogues.vocabularies import (
    context_of_legal_basis,
    legal_bases,
    translations,
)
from polynotice.core.locales import find_locale
from polynotice.notice.named_bases import bases_in
from tests.draws import for_each


@for_each(
    "text",
    [
        "Our legitimate interests",
        "Unser berechtigtes Interesse",
        "Nos intérêts légitimes",
        "Intérêt légitime",
        "Nuestro interés legítimo",
        "Intereses legítimos",
        "O nosso interesse legítimo",
        "Interesse legittimo",
        "Il legittimo interesse del titolare",
        "I nostri interessi legittimi",
        "Ons gerechtvaardigd belang",
        "Article 6(1)(f) GDPR",
        "Art. 6 Abs. 1 lit. f DSGVO",
        "Artikel 6 Absatz 1 Buchstabe f DSGVO",
        "art. 6, par. 1, lett. f) GDPR",
        "article 6, paragraphe 1, point f), du RGPD",
        "art. 6.1.f RGPD",
        "artigo 6.º, n.º 1, alínea f), do RGPD",
    ],
)
def test_legitimate_interests_are_known(text: str) -> None:
    assert bases_in(text) == {"gdpr-6-1-f"}


@for_each(
    "language", ["cs", "de", "en", "es", "fi", "fr", "hu", "it", "lt", "nl", "pl", "pt", "tr"]
)
def test_what_the_vocabulary_says_names_its_article(language: str) -> None:
    found = translations(find_locale(language))
    said = {name: found[context_of_legal_basis(name)].msgstr[0] for name in legal_bases()}
    assert {name: bases_in(text) for name, text in said.items()} == {name: {name} for name in said}


@for_each(
    "text",
    [
        "Your interest in a lawful contract",
        "Berechtigung",
        "Contract",
        "Article 6 GDPR",
        "6 days",
        "Article 6(1)(h) GDPR",
        "Art. 6(2)(a)",
    ],
)
def test_other_words_name_none(text: str) -> None:
    assert bases_in(text) == frozenset()
