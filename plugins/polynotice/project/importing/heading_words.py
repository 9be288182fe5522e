"""How notices word the headings below which they state what the law asks for.

In English, German and French. A heading that says more than one thing, such as "Your rights", is
not among them: which rights stand below it, a person has to say.
"""

from __future__ import annotations

import re

HEADING_WORDS: dict[str, str] = {
    "controller": r"(?:data |the )?controller|who we are|who is (?:responsible|the controller)\b.*"
    r"|verantwortliche(?:r|n)?(?: stelle)?|wer (?:wir sind|ist verantwortlich\b.*)"
    r"|(?:le )?responsable du traitement|qui sommes[- ]nous",
    "representative": r"(?:our )?representative (?:in|within) the (?:union|eu|european union)"
    r"|(?:eu-?|unser )?vertreter in der (?:union|eu|europäischen union)|eu-vertreter"
    r"|(?:notre )?représentant dans l[’']union(?: européenne)?",
    "dpo": r"(?:our |the )?data protection officer(?: \(dpo\))?|dpo"
    r"|(?:unsere? |der |die )?datenschutzbeauftragte[rn]?"
    r"|(?:notre |le |la )?délégué[·.(]?e?[)]? à la protection des données(?: \(dpo\))?",
    "legal-basis": r"(?:the )?(?:legal|lawful) bas(?:is|es)\b.*|rechtsgrundlagen?\b.*"
    r"|(?:la |les )?bases? (?:légales?|juridiques?)\b.*",
    "legitimate-interests": r"(?:our )?legitimate interests?"
    r"|(?:unsere )?berechtigte[ns]? interessen?"
    r"|(?:nos )?intérêts légitimes",
    "recipients": r"recipients?\b.*|(?:with )?who(?:m)? (?:do )?we share\b.*|empfänger\b.*"
    r"|(?:les )?destinataires\b.*",
    "transfers": r"(?:international |data )?transfers?\b.*(?:third countr|outside|abroad).*"
    r"|international (?:data )?transfers?"
    r"|(?:daten)?übermittlung\w*\b.*(?:dritt(?:land|länder|staat)|ausland).*"
    r"|transferts?\b.*(?:hors|pays tiers|étranger).*",
    "retention": r"(?:data )?retention(?: periods?)?|how long (?:do )?we (?:keep|store|retain)\b.*"
    r"|(?:dauer der speicherung|speicherdauer|aufbewahrungs(?:dauer|fristen))"
    r"|wie lange (?:wir|speichern|bewahren)\b.*|(?:la )?durées? de conservation\b.*",
    "access": r"(?:your )?(?:right (?:of|to) )?access(?: to your (?:personal )?data)?"
    r"|(?:recht auf )?auskunft(?:srecht)?|(?:le )?droit d[’']accès",
    "rectification": r"(?:your )?(?:right (?:of|to) )?(?:rectification|correction)"
    r"|(?:recht auf )?berichtigung|(?:le )?droit de rectification",
    "erasure": r"(?:your )?(?:right (?:of|to) )?(?:erasure|deletion|be forgotten)"
    r"|(?:recht auf )?(?:löschung|vergessenwerden)|(?:le )?droit à l[’'](?:effacement|oubli)",
    "restriction": r"(?:your )?(?:right (?:of|to) )?restriction(?: of processing)?"
    r"|(?:recht auf )?einschränkung(?: der verarbeitung)?"
    r"|(?:le )?droit à la limitation(?: du traitement)?",
    "objection": r"(?:your )?right to object\b.*|objection(?: to processing)?"
    r"|widerspruch(?:srecht)?|recht auf widerspruch|(?:le )?droit d[’']opposition",
    "portability": r"(?:your )?(?:right (?:of|to) )?(?:data )?portability"
    r"|(?:recht auf )?datenübertragbarkeit|(?:le )?droit à la portabilité\b.*",
    "withdrawal": r"(?:your )?(?:right to )?withdraw(?:al of|ing)?(?: your)? consent"
    r"|widerruf (?:der|ihrer|von) einwilligung(?:en)?"
    r"|(?:le )?retrait (?:du|de votre) consentement",
    "complaint": r"(?:your )?(?:right to )?(?:lodge |make )?(?:a )?complaints?\b.*"
    r"|beschwerde(?:recht)?\b.*|recht auf beschwerde\b.*"
    r"|(?:droit d[’']introduire une )?réclamations?\b.*",
    "automated-decisions": r"automated (?:individual )?decision[- ]making\b.*"
    r"|automated decisions?\b.*"
    r"|automatisierte entscheidung\w*\b.*|décisions? automatisées?\b.*",
    "source": r"(?:the )?sources? of (?:the |your |personal )*data"
    r"|where (?:do )?we get\b.*(?:data|information)\b.*"
    r"|(?:herkunft|quellen?) (?:der|ihrer|personenbezogener) daten"
    r"|(?:la )?(?:source|provenance) (?:des|de vos) données",
}
"""By the id of the element: how the whole of a heading reads, but for its number."""

_NUMBER = re.compile(r"^(?:[A-Z]|[IVX]+|\d+(?:\.\d+)*|[a-z])[.)]\s+|^\d+(?:\.\d+)*\s+|^§\s*\d+\s+")
_PATTERNS = {name: re.compile(words, re.IGNORECASE) for name, words in HEADING_WORDS.items()}


def elements_of(heading: str) -> tuple[str, ...]:
    """The ids of the elements of the law that a heading names.

    >>> elements_of("4. Right of access"), elements_of("Datenschutzbeauftragter")
    (('access',), ('dpo',))
    >>> elements_of("Your rights"), elements_of("Access to our buildings")
    ((), ())
    """
    text = _NUMBER.sub("", " ".join(heading.split())).rstrip(" :.?")
    return tuple(name for name, pattern in _PATTERNS.items() if pattern.fullmatch(text))


def mark_of(heading: str) -> str:
    """The comment below a heading that names elements of the law; empty for any other."""
    elements = elements_of(heading)
    return f"<!-- states: {', '.join(elements)} -->" if elements else ""
