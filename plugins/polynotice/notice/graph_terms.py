"""The terms of `notice.jsonld`: of the W3C Data Privacy Vocabulary (DPV) 2.3, and few others.

DPV has neither a context for JSON-LD nor shapes for notices: both are ours, and stand in the file
and beside this module, so that nothing has to be fetched.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from polynotice.catalogues import vocabularies
from polynotice.catalogues.vocabularies import Term
from polynotice.core.model import DataCategory, Text

VOCABULARY = "https://w3id.org/dpv/2.3"
"""What the graph conforms to: the terms themselves carry no version."""

CONTEXT: dict[str, object] = {
    "dct": "http://purl.org/dc/terms/",
    "dpv": "https://w3id.org/dpv#",
    "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "pd": "https://w3id.org/dpv/pd#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "cells": {"@id": "dct:hasPart", "@type": "@id"},
    "count": {"@id": "schema:numberOfItems"},
    "conformsTo": {"@id": "dct:conformsTo", "@type": "@id"},
    "identifier": {"@id": "dct:identifier"},
    "isVersionOf": {"@id": "dct:isVersionOf", "@type": "@id"},
    "issued": {"@id": "dct:issued", "@type": "xsd:date"},
    "language": {"@id": "dct:language"},
    "page": {"@id": "foaf:page", "@type": "@id"},
    "position": {"@id": "schema:position"},
    "replaces": {"@id": "dct:replaces", "@type": "@id"},
    "section": {"@id": "dct:isPartOf", "@type": "@id"},
    "text": {"@id": "dct:description", "@container": "@language"},
    "title": {"@id": "dct:title", "@container": "@language"},
    "valid": {"@id": "dct:valid", "@type": "xsd:date"},
    **{
        name: {"@id": f"dpv:{name}", "@type": "@id"}
        for name in (
            "hasDataSource",
            "hasDataSubject",
            "hasDuration",
            "hasJustification",
            "hasLegalBasis",
            "hasPersonalData",
            "hasProcess",
            "hasProcessing",
            "hasPurpose",
            "hasRecipient",
            "hasStorageCondition",
        )
    },
}


KINDS: Mapping[str, str] = {
    "gdpr-13": "eu-gdpr:DirectDataCollectionNotice",
    "gdpr-14": "eu-gdpr:IndirectDataCollectionNotice",
}
"""What a notice is besides a privacy notice, by the lists of what it has to state."""


@dataclass(frozen=True, kw_only=True)
class Meaning:
    """What DPV calls what stands in a column."""

    property: str
    """How a record leads to it, by its name in the context."""
    type: str
    """What a cell of the column is."""
    by_way_of: tuple[str, str] | None = None
    """What stands between the two: its type, and the property by which it leads to the cell."""


MEANINGS: Mapping[str, Meaning] = {
    "purpose": Meaning(property="hasPurpose", type="dpv:Purpose"),
    "personal_data": Meaning(property="hasPersonalData", type="dpv:PersonalData"),
    "legal_basis": Meaning(property="hasLegalBasis", type="dpv:LegalBasis"),
    "legitimate_interest": Meaning(
        property="hasLegalBasis",
        type="dpv:Justification",
        by_way_of=("dpv:LegitimateInterestOfController", "hasJustification"),
    ),
    "recipients": Meaning(property="hasRecipient", type="dpv:Recipient"),
    "source": Meaning(property="hasDataSource", type="dpv:DataSource"),
    "transfers": Meaning(property="hasProcessing", type="dpv:Transfer"),
    "retention": Meaning(
        property="hasStorageCondition",
        type="dpv:Duration",
        by_way_of=("dpv:StorageDuration", "hasDuration"),
    ),
    "data_subjects": Meaning(property="hasDataSubject", type="dpv:DataSubject"),
}
"""Of the columns that every notice can have. What DPV does not know is a part of its record."""


def types_of(category: DataCategory) -> list[str]:
    """What a data category of a notice is, in DPV's terms.

    The kind of the vocabularies that has its id or its name says which.
    """
    kinds = vocabularies.kinds_of_data()
    kind = kinds.get(category.id) or _by_name("kinds").get(_folded(category.name.msgid))
    general = "dpv:SpecialCategoryPersonalData" if category.special else "dpv:PersonalData"
    return [general, kind.dpv] if kind and kind.dpv else [general]


def bases_of(ids: Iterable[str]) -> list[str]:
    """DPV's terms for legal bases that are named by id."""
    known = vocabularies.legal_bases()
    return [known[name].dpv for name in ids if name in known and known[name].dpv]


def people_in(text: Text) -> str:
    """DPV's term for the people that a text names; empty if the vocabularies have none."""
    terms = _by_name("people").get(_folded(text.msgid))
    return terms.dpv if terms else ""


@cache
def _by_name(of: str) -> Mapping[str, Term]:
    terms = vocabularies.people() if of == "people" else vocabularies.kinds_of_data()
    return {_folded(term.name): term for term in terms.values()}


def _folded(name: str) -> str:
    return name.strip().rstrip(".").casefold()
