"""Antecedents: everybody whom a pronoun could mean."""

from collections.abc import Iterable

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.naming import Seen
from hearsay.reader.cast.pronouns import Antecedent
from hearsay.reader.cast.record import Record
from hearsay.reader.cast.register import BODY, PERSON, Register
from hearsay.reading.actor import ActorKind
from hearsay.text.span import Span

NEAR = 120
"""Words back in which a person without a name can be meant."""

UNNAMED = 0.6
"""How much less likely a person without a name is meant than one with a name."""

ENTITIES = {ActorKind.PERSON: PERSON, ActorKind.ORGANISATION: BODY, ActorKind.GROUP: "group"}


def antecedents(
    register: Register, records: Iterable[Record], lexicon: Lexicon
) -> list[Antecedent]:
    """Those with names, and those whose descriptions were sources."""
    out = [
        Antecedent(f"={b.key}", tuple(p.head for p in b.places), b.entity, b.gender, many=False)
        for b in register.bearers
    ]
    for record in records:
        if record.bearer is None:
            heads = tuple(sorted({record.named.head_span, *record.mentions}))
            entity = "group" if record.named.many else ENTITIES.get(record.kind, "thing")
            gender = _gender(record.named.noun, lexicon)
            out.append(Antecedent(record.key, heads, entity, gender, many=entity == "group"))
    return out


def nouns(
    text: str, source: Span, seen: Seen, known: Iterable[Antecedent], lexicon: Lexicon
) -> list[Antecedent]:
    """Persons near before whom the article describes, without a name, and who were no source yet.

    The key of each is "@" and the index of its noun in the tree.
    """
    out = []
    last = seen.at(source) or 0
    taken = {head for one in known for head in one.heads}
    for at in range(max(0, last - NEAR), last):
        word = seen.words[at]
        if word.entity != PERSON or word.upos != "NOUN" or any(h.meets(word.span) for h in taken):
            continue
        if any(w.head == at and w.relation == "appos" for w in seen.words[at + 1 : last]):
            continue  # it has a name
        low = word.span.cut(text).lower()
        many = low.endswith("s") or low in ("people", "men", "women", "children")
        entity = "group" if many else PERSON
        gender = _gender(low, lexicon)
        out.append(Antecedent(f"@{at}", (word.span,), entity, gender, many=many, weight=-UNNAMED))
    return out


def _gender(low: str, lexicon: Lexicon) -> str:
    if lexicon.tells(low, "feminine"):
        return "f"
    return "m" if lexicon.tells(low, "masculine") else ""
