"""Authorities before their addresses, and their registers: names that no translation changes."""

from __future__ import annotations

import re

_NOUN = re.compile(
    r"(?<!\w)(?:Agenci[aj]|Agência|Agentur|Agency|Authority|Autorit|Bundesbeauftragte|"
    r"Landesbeauftragte|Datenschutz|Beauftragte|Commission|Comissão|Comisi[óo]n|Datainspektion|"
    r"Datatilsyn|Garante|Inspe[ck][ct]|Integritetsskydd|Office|Komisi|Ombudsman|Registrar|Tietosuoja|"
    r"Urząd|Úřad|Úrad|Ministry|Council|Board|Behörde|Aufsichtsbehörde|Préfecture|Court|Tribunal|"
    r"Amtsgericht|Nemzeti|Αρχή|Комиси)",
)
_LINKS = {
    "a", "and", "aos", "at", "d", "da", "das", "dati", "de", "degli", "dei", "del", "della",
    "delle", "den", "der", "des", "di", "die", "do", "dos", "du", "e", "et", "for", "für", "i",
    "in", "la", "las", "le", "les", "los", "na", "nad", "o", "och", "of", "og", "on", "per",
    "personali", "pour", "pre", "pro", "protezione", "the", "und", "van", "voor", "y", "zu",
    "zum", "zur",
}  # fmt: skip
"""Words in small letters of the names of authorities, and no verb."""

_LEADS = {
    "address", "ask", "call", "complain", "contact", "customer", "email", "lodge", "our", "post",
    "see", "send", "visit", "write", "you", "your",
}  # fmt: skip
"""What a sentence or a heading begins with, and no authority's name."""

_MOST_WORDS = 12
_WORD = re.compile(r"[\w'’.-]+")

_REGISTRATION = re.compile(
    r"(?!VAT|GST|TAX|IP|ID|EU|UK|US|IT)[A-Z]{2,8}\s(?:[Rr]egistration|[Rr]egister|[Rr]eg\.?)"
    r"(?:\s(?:[Nn]umber|[Nn]o\.?))?:?\s(?=(?:\D*\d){4})[A-Z0-9][A-Z0-9./-]*(?:[ ][A-Z0-9./-]+){0,4}"
)


def is_registration(text: str) -> bool:
    """Whether the text is a number of a register, by its authority's letters.

    >>> is_registration("ICO registration Z1234567"), is_registration("VAT registration GB123456")
    (True, False)
    """
    return _REGISTRATION.fullmatch(text.rstrip(". ")) is not None


def without_authority(text: str) -> str:
    """The address behind an authority's name, or the whole text where none begins it.

    >>> without_authority("Garante per la protezione dei dati personali, Piazza Venezia 11, Roma")
    'Piazza Venezia 11, Roma'
    >>> without_authority("Contact the Commission, Piazza Venezia 11, Roma")
    'Contact the Commission, Piazza Venezia 11, Roma'
    """
    name, comma, address = text.partition(", ")
    words = _WORD.findall(name)
    is_name = (
        comma
        and _NOUN.search(name)
        and len(words) <= _MOST_WORDS
        and words[0].lower() not in _LEADS
        and all(not word[0].islower() or word in _LINKS for word in words)
    )
    return address if is_name else text
