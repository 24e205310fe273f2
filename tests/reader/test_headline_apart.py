"""The headline is a text of its own: neither a statement nor a condition goes over from it into the story."""

import hearsay
from hearsay.reading.commitment import QualifierKind
from hearsay.text.article import Role
from hearsay.text.span import cut

PAGE = "<html><body><main><article><h1>{}</h1>{}</article></main></body></html>"


def read(headline: str, *paragraphs: str) -> hearsay.Reading:
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    return hearsay.read_text(PAGE.format(headline, body))


def test_a_condition_in_the_headline_ends_with_it() -> None:
    found = read(
        "Solberg: no election ‘unless the budget falls’",
        "Margarethe Solberg, the prime minister, said on Thursday that she would not call an election.",
    )
    text = found.article.text
    told = [q.span.cut(text) for q in found.qualifiers if q.kind is QualifierKind.CONDITION]
    assert told == ["unless the budget falls"]


def test_a_statement_does_not_begin_in_the_headline_and_end_in_the_story() -> None:
    found = read(
        "Reactor to restart ‘when it is safe’",
        "The reactor at Stor Point will restart when it is safe to do so, the operator’s chief executive said on Thursday.",
        "The regulator said it had received no application.",
    )
    head = next(block.span for block in found.article.blocks if block.role is Role.HEADLINE)
    for one in found.attributions:
        assert len({head.holds(part) for part in (*one.cue, *one.content)}) == 1


def test_what_the_headline_took_is_found_in_the_story() -> None:
    found = read(
        "Treasurer questioned on bridge fund",
        "Treasurer Paul Osei hopes to publish the accounts of the bridge fund by Friday if the auditors agree, he told the city council on Tuesday.",
        "“There is no money missing,” Mr Osei said. “Not a crown.”",
        "Councillor Dana Frost asked him about a transfer of 3 million crowns.",
        "The auditor, Henrik Voss, said the fund could be insolvent by the autumn.",
        "The police said they could neither confirm nor deny that they had opened an inquiry.",
        "Mr Osei’s lawyer, Anna Lund, said her client had done nothing wrong.",
    )
    text = found.article.text
    told = {cut(one.cue, text): cut(one.content, text) for one in found.attributions}
    assert told["told"].startswith("Treasurer Paul Osei hopes to publish")
