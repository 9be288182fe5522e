"""A `notice.jsonld` as programs of others see it: read back as a graph, and validated."""

from __future__ import annotations

import re
from typing import Any

from pyshacl import validate
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import DCTERMS

from polynotice.notice.graph_shapes import shapes
from polynotice.verify.site_comparison import GRAPH

# rdflib 7.6 uses in its own reader of JSON-LD what it advises others against.
READS_GRAPHS = "ignore:ConjunctiveGraph is deprecated"

DPV = Namespace("https://w3id.org/dpv#")
SCHEMA = Namespace("https://schema.org/")
GDPR = Namespace("https://w3id.org/dpv/legal/eu/gdpr#")
HOME = "https://notice.example/"
NODES = Namespace(f"{HOME}{GRAPH}#")


def graph_of(text: str) -> Graph:
    """The graph, as it is served from the root of a site."""
    return Graph().parse(data=text, format="json-ld", publicID=f"{HOME}{GRAPH}")


def rows_in(graph: Graph) -> dict[str, list[tuple[str, list[tuple[str, str]]]]]:
    """The rows in each of the notice's languages, read from nothing but the graph."""

    def in_order(nodes: Any) -> list[Any]:
        return sorted(nodes, key=lambda node: int(graph.value(node, SCHEMA.position)))

    def texts(node: Any, locale: str) -> list[str]:
        found = graph.objects(node, DCTERMS.description)
        return [str(each) for each in found if each.language.lower() == locale.lower()]

    notice = URIRef(HOME)
    return {
        str(locale): [
            (
                str(graph.value(row, DCTERMS.identifier)),
                [
                    (str(graph.value(cell, DCTERMS.identifier)), text)
                    for cell in in_order(graph.objects(row, DCTERMS.hasPart))
                    for text in texts(cell, str(locale))
                ],
            )
            for row in in_order(graph.objects(notice, DPV.hasProcess))
        ]
        for locale in graph.objects(notice, DCTERMS.language)
    }


def rows_of(notice: Any) -> list[tuple[str, list[tuple[str, str]]]]:
    """The rows that a `notice.json` has, without those texts that are in another language."""
    return [
        (
            record["id"],
            [
                (name, field["text"])
                for name, field in record["fields"].items()
                if field["state"] in ("source", "translated")
            ],
        )
        for record in notice["records"]
    ]


def is_valid(graph: Graph) -> tuple[bool, list[str]]:
    """Whether the graph is what the shapes say, and each way in which it is not."""
    found, _, text = validate(graph, shacl_graph=Graph().parse(data=shapes(), format="turtle"))
    return bool(found), re.split("\n(?=Constraint Violation|Validation Result)", str(text))[1:]
