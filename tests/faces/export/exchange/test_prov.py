"""PROV-O, parsed by rdflib, held against shapes by pyshacl; the two forms are one graph."""

from hypothesis import given, settings
from rdflib import Literal, URIRef
from rdflib.namespace import PROV, RDF

from hearsay.faces.export import facts
from hearsay.faces.export.exchange.names import names
from hearsay.faces.export.exchange.prov import HEARSAY, graph, json_ld, turtle
from hearsay.reading.reading import Reading
from tests.faces.export.exchange.handed_on import handed_on
from tests.faces.export.exchange.linked import faults, parsed
from tests.strategies import readings

DERIVED = (PROV.wasDerivedFrom, PROV.wasQuotedFrom, PROV.hadPrimarySource)


def iri(finding: str) -> URIRef:
    return URIRef(names(handed_on()).of(finding))


def test_a_chain_is_followed_from_the_passage_to_the_speaker() -> None:
    made = graph([("toll.html", handed_on())])
    passage, account, statement = iri("s1-passage"), iri("s1-by-a1"), iri("s1")
    assert made.value(passage, PROV.value) == Literal("“The toll rises in May.”")
    assert made.value(passage, PROV.wasQuotedFrom) == account
    assert made.value(passage, PROV.hadPrimarySource) == statement
    assert made.value(account, PROV.wasDerivedFrom) == statement
    assert made.value(account, PROV.wasAttributedTo) == iri("a1")
    assert made.value(statement, PROV.wasAttributedTo) == iri("a2")
    assert made.value(iri("a2"), PROV.actedOnBehalfOf) == iri("a3")
    assert made.value(iri("a1"), RDF.type) is not None


def test_what_is_told_in_other_words_is_derived_and_not_quoted() -> None:
    made = graph([("toll.html", handed_on())])
    assert made.value(iri("s2-passage"), PROV.wasDerivedFrom) == iri("s2")
    assert made.value(iri("s2-passage"), PROV.wasQuotedFrom) is None
    assert made.value(iri("s2"), HEARSAY.act) == Literal("deny")


def test_a_document_is_no_agent() -> None:
    made = graph([("toll.html", handed_on())])
    assert made.value(iri("s4"), PROV.wasDerivedFrom) == iri("a5")
    assert made.value(iri("s4"), PROV.wasAttributedTo) is None
    assert made.value(iri("s5-by-a5"), PROV.wasAttributedTo) is None


def test_what_somebody_did_not_say_is_no_statement() -> None:
    made = graph([("toll.html", handed_on())])
    assert made.value(iri("s3-passage"), PROV.value) == Literal("that it would close")
    assert (iri("s3"), None, None) not in made


def test_the_shapes_see_what_is_wrong() -> None:
    made = graph([("toll.html", handed_on())])
    assert faults(made, "prov.ttl") == ""
    made.add((iri("s1"), PROV.wasAttributedTo, iri("a5")))  # a document is no agent
    made.remove((iri("s2-passage"), PROV.hadPrimarySource, None))
    made.add((iri("s4"), RDF.type, PROV.Agent))
    assert faults(made, "prov.ttl").count("Constraint Violation") >= 3


@given(readings())
@settings(max_examples=20)
def test_any_reading_keeps_the_shapes_in_both_forms(whole: Reading) -> None:
    these = [("x.txt", whole), ("toll.html", handed_on())]
    read = parsed(turtle(these), "turtle")
    assert faults(read, "prov.ttl") == ""
    assert {*read} == {*parsed(json_ld(these), "json-ld")}  # no node is without a name
    assert (turtle(these), json_ld(these)) == (turtle(these), json_ld(these))
    used = {str(word).removeprefix(str(PROV)) for triple in read for word in triple}
    assert [w for w in used if str(PROV) + w in map(str, read.predicates()) and w not in PROV] == []


@given(readings())
@settings(max_examples=40)
def test_nothing_is_derived_from_itself_however_far(whole: Reading) -> None:
    made = graph([("x.txt", whole)])
    later = {one for relation in DERIVED for one in made.subjects(relation)}
    for one in later:
        seen, queue = set(), [one]
        while queue:
            at = queue.pop()
            for relation in DERIVED:
                for before in made.objects(at, relation):
                    assert before != one
                    if before not in seen:
                        seen.add(before)
                        queue.append(before)


@given(readings())
@settings(max_examples=40)
def test_every_statement_has_its_passage(whole: Reading) -> None:
    made = graph([("x.txt", whole)])
    passages = {*made.subjects(HEARSAY.mode)}
    own = names(whole)
    assert passages == {URIRef(own.of(one.id) + "-passage") for one in facts.shown(whole)}
