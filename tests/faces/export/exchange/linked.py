"""Linked data read by others' tools, with nothing fetched: pyld with the contexts of this folder, rdflib, pyshacl."""

import json
import warnings
from pathlib import Path
from typing import Any

from pyld import jsonld
from pyshacl import validate
from rdflib import Graph

HERE = Path(__file__).parent
CONTEXTS = {
    "http://www.w3.org/ns/anno.jsonld": "anno.jsonld",
    "https://schema.org": "schema-org.jsonld",
}


def context(address: str) -> Any:
    """A context document, as it lies here."""
    return json.loads((HERE / "contexts" / CONTEXTS[address]).read_text("utf-8"))


def _loader(address: str, _: object = None) -> dict[str, Any]:
    return {
        "contextUrl": None,
        "documentUrl": address,
        "contentType": "application/ld+json",
        "document": context(address),
    }


def expanded(document: bytes) -> Any:
    """What pyld makes of a document."""
    return jsonld.expand(json.loads(document), {"documentLoader": _loader})


def triples(document: bytes) -> Graph:
    """The graph that pyld makes of a document."""
    options = {"documentLoader": _loader, "format": "application/n-quads"}
    made = Graph()
    made.parse(data=jsonld.to_rdf(json.loads(document), options), format="nt")
    return made


def parsed(document: bytes, form: str) -> Graph:
    """The graph that rdflib makes of a document, in Turtle or JSON-LD."""
    with warnings.catch_warnings():  # its JSON-LD uses what the rest of it has given up
        warnings.simplefilter("ignore", DeprecationWarning)
        return Graph().parse(data=document, format=form)


def faults(graph: Graph, shapes: str) -> str:
    """What pyshacl finds wrong with a graph by the shapes of a file; "" for nothing."""
    with warnings.catch_warnings():  # pyshacl uses what rdflib has given up
        warnings.simplefilter("ignore", DeprecationWarning)
        conforms, _, told = validate(graph, shacl_graph=str(HERE / "shapes" / shapes))
    return "" if conforms else str(told)
