"""Direct and mixed quotations, each with who said it, by rule.

A quotation takes its source from the clause after it, else from the clause before it, else from the
quotation that it goes on with, else from a paragraph before it that ends in a colon. Where none of
these names anybody, the quotation has no source, and says so.
"""

from bisect import insort
from collections.abc import Sequence
from itertools import pairwise, takewhile

import msgspec

from hearsay.language.lexicon import Lexicon
from hearsay.language.quotation import Piece
from hearsay.language.words import Words
from hearsay.reader.beside import (
    Beside,
    after,
    before,
    dash_and_name_after_quote,
    source_before_verb,
)
from hearsay.reader.clause import Clause, clauses
from hearsay.reader.quoted import (
    STOPS,
    Onwards,
    Place,
    fills,
    is_title,
    known_as,
    last_mark,
    names_work,
    places,
    stands_alone,
    unmarked,
)
from hearsay.text.span import Span, Spans, between, joined, meets_any

FEW = 4  # words within marks that need no speaker: a name, a title, a word held at arm's length


class Said(msgspec.Struct, frozen=True):
    """An attribution as the rules find it, before anybody asks who the source is.

    Attributes:
        content: the words attributed, in one or more stretches.
        beside: source and cue; None where nobody is named.
        rule: how content and source came together.
        quotes: the pieces that it holds.
        mixed: the content holds words outside the marks.
        carried: source and cue stand with what was said before; this goes on without any.
    """

    content: Spans
    beside: Beside | None
    rule: str
    quotes: Spans
    mixed: bool = False
    carried: bool = False


class Lead(msgspec.Struct, frozen=True):
    """What stands before a paragraph.

    Attributes:
        paragraph: the one before it.
        clauses: of that one.
        colon: it ends in a colon.
    """

    paragraph: Span
    clauses: tuple[Clause, ...]
    colon: bool


def attribute(
    text: str,
    words: Words,
    paragraphs: Sequence[Span],
    pieces: Sequence[Piece],
    lexicon: Lexicon,
) -> tuple[Said, ...]:
    """Every outermost quotation that somebody utters, in order, with its source where one is named.

    Args:
        text: the whole text.
        words: of the whole text.
        paragraphs: in which the quotations stand, in order.
        pieces: the quotations, as `hearsay.language.quotation` pairs them.
        lexicon: the tables.
    """
    tops = [piece for piece in pieces if piece.depth == 0]
    every = places(text, words, paragraphs, tops, lexicon)
    whole = [place.piece for place in every if stands_alone(text, place)]
    alone = places(text, words, paragraphs, whole, lexicon)
    said = _utterances(text, alone, _leads(text, words, paragraphs, alone, lexicon))
    taken = sorted(span for one in said for span in one.content)
    cues = {one.beside.cue for one in said if one.beside}
    standing = {piece.span for piece in whole}
    for n, place in enumerate(every):
        if place.piece.span in standing or meets_any(place.piece.span, taken):
            continue
        if names_work(text, place) or known_as(place):
            continue
        found = _by_sentence(text, place, Onwards(every, n))
        if found is None or found.beside is None or found.beside.cue in cues:
            continue
        if not any(meets_any(span, taken) for span in found.content):
            said.append(found)
            cues.add(found.beside.cue)
            for span in found.content:
                insort(taken, span)
    return tuple(sorted(said, key=lambda one: one.content[0]))


def _leads(
    text: str,
    words: Words,
    paragraphs: Sequence[Span],
    alone: Sequence[Place],
    lexicon: Lexicon,
) -> dict[Span, Lead]:
    """What stands before each paragraph that begins with a quotation."""
    begun = {p.paragraph for p in alone if p.piece.span.start == p.paragraph.start}
    return {
        there: Lead(
            here,
            clauses(text, words, here, lexicon),
            colon=here.cut(text).rstrip().endswith(":"),
        )
        for here, there in pairwise(paragraphs)
        if there in begun
    }


def _utterances(text: str, places: Sequence[Place], leads: dict[Span, Lead]) -> list[Said]:
    """The quotations that stand as sentences, each with its source."""
    out: list[Said] = []
    for n, place in enumerate(places):
        last = out[-1] if out else None
        before_it = places[n - 1] if n else None
        lead = leads.get(place.paragraph) if place.first else None
        found = (
            _by_clause(text, place, before_it, last)
            or _by_join(place, before_it, last)
            or _by_lead(place, lead)
            or _carried_over(text, place, last, lead)
            or _nobody(text, place)
        )
        if found is not None:
            _settle(out, found, place, before_it)
    return out


def _nobody(text: str, place: Place) -> Said | None:
    """A quotation that somebody must utter, and nobody is said to: no mere word within marks."""
    quote = place.piece.span
    few = len(place.piece.inner.cut(text).split()) <= FEW and not last_mark(text, place.piece)
    marked_up = quote.left(text, 1) == "="  # a value in a tag: id="7"
    if few or marked_up or is_title(text, place):
        return None
    return Said((quote,), None, "nobody_named", (quote,))


def _settle(out: list[Said], found: Said, place: Place, before_it: Place | None) -> None:
    """Take a finding in: as a new one, or as more of the one before."""
    goes_on = place.piece.went_on and before_it is not None
    if goes_on and out and out[-1].beside is None:
        found = msgspec.structs.replace(  # the source comes after the last paragraph of several
            found,
            content=joined((*out[-1].content, *found.content)),
            quotes=(*out[-1].quotes, *found.quotes),
        )
        out[-1] = found
    elif out and _same(found, out[-1]):
        out[-1] = found
    else:
        out.append(found)


def _same(found: Said, last: Said) -> bool:
    """Whether a finding is the last one with more content."""
    return found.beside is not None and found.content[0] == last.content[0]


def _by_clause(text: str, place: Place, before_it: Place | None, last: Said | None) -> Said | None:
    """A source in the clause after the quotation, or in the one before it."""
    piece = place.piece
    led = _leads_up(place, before_it, last)
    beside = _follows(text, place, led) or led
    return Said((piece.span,), beside, beside.rule, (piece.span,)) if beside else None


def _follows(text: str, place: Place, led: Beside | None) -> Beside | None:
    """What the clause after the quotation names, where the quotation leads on to it.

    After a full stop a small letter must follow; after a question or exclamation mark a small letter
    or a name, and nothing that leads up to the quotation: “Why?” The mayor said nothing.
    """
    mark = last_mark(text, place.piece)
    clause = place.right[0] if place.right else None
    if clause and place.first and place.last and not any((*place.right[1:], *place.left)):
        signed = dash_and_name_after_quote(clause)
        if signed is not None:
            return signed
    first = next((word for word in clause.words if word.wordy), None) if clause else None
    if clause is None or first is None:
        return None
    if mark in STOPS and not first.form[:1].islower():
        new_sentence = (
            led is not None
            or mark == "."
            or clause.is_(
                clause.words.index(first), "determiner", "pronoun", "preposition", "subordinator"
            )
        )
        if new_sentence:
            return None
    if not mark and clause.words[0] != first:
        return None
    return after(clause)


def _leads_up(place: Place, before_it: Place | None, last: Said | None) -> Beside | None:
    """What the clause before the quotation names, unless it is the source of the one before."""
    beside = before(place.left[-1]) if place.left else None
    if beside is None:
        return None
    taken = last is not None and last.beside is not None and last.beside.cue == beside.cue
    return None if taken and before_it is not None else beside


def _by_join(place: Place, before_it: Place | None, last: Said | None) -> Said | None:
    """More of the quotation before it: the clause between the two names the source of both.

    Takes: “It is over,” Lund said. “We go home.”
    Leaves: “It is over,” Lund said. Then she left the hall. “A pity.”
    """
    if not (last and before_it and before_it.piece.span == last.quotes[-1]):
        return None
    same_paragraph = before_it.paragraph == place.paragraph
    if not (place.piece.went_on or (same_paragraph and last.beside)):
        return None
    if same_paragraph and not _same_breath(place, last):
        return None
    content = (*last.content, place.piece.span)  # it stands after all of them
    return msgspec.structs.replace(last, content=content, quotes=(*last.quotes, place.piece.span))


def _same_breath(place: Place, last: Said) -> bool:
    """Whether nothing but the clause with the source stands between two quotations."""
    wordy = [clause for clause in place.left if any(word.wordy for word in clause.words)]
    if not wordy:
        return True
    if last.beside is None or len(wordy) > 1:
        return False
    clause = wordy[0]
    breaks_off = clause.ends or not clause.words[-1].wordy
    return breaks_off and clause.span(0, len(clause)).holds(last.beside.cue)


def _by_lead(place: Place, lead: Lead | None) -> Said | None:
    """A source in the paragraph before, which ends in a colon.

    Takes: Then Lund said: ¶ “It is over.”
    Leaves: Lund left. ¶ “It is over.”
    """
    if lead is None or not lead.colon or place.piece.span.start != place.paragraph.start:
        return None
    wordy = [clause for clause in lead.clauses if clause.words]
    beside = before(wordy[-1]) if wordy else None
    if beside is None:
        return None
    return Said((place.piece.span,), beside, "colon_before_paragraph", (place.piece.span,))


def _carried_over(text: str, place: Place, last: Said | None, lead: Lead | None) -> Said | None:
    """A paragraph that is all quotation, after one that tells who speaks.

    Takes: “It is over,” Lund said. ¶ “We go home.”
    Takes: Lund reminded them that they had lost. ¶ “We go home.”
    Leaves: Lund left the hall. ¶ “We go home.”
    """
    if lead is None or not fills(text, place):
        return None
    quote = place.piece.span
    if place.piece.guessed and not (last and unmarked(text, last.content[-1], lead.paragraph)):
        return None
    if last is not None and lead.paragraph.holds(last.content[-1]):
        rule = "goes_on_from_paragraph_before"
        return Said((quote,), last.beside, rule, (quote,), carried=True) if last.beside else None
    wordy = [clause for clause in lead.clauses if clause.words]
    beside = source_before_verb(wordy[-1]) if wordy else None
    if beside is None or beside.entry is None or beside.entry.type != "comm":
        return None
    return Said((quote,), beside, "verb_in_sentence_before_paragraph", (quote,), carried=True)


def _by_sentence(text: str, place: Place, onwards: Onwards) -> Said | None:
    """A mixed quotation: a source and a verb of saying in the sentence that holds it.

    Takes: Lund called the plan “a disaster” for the town.
    Leaves: The so-called “plan” was a disaster.
    """
    return _said_before_fragment(text, place, onwards) or _said_after_fragment(text, place)


def _said_before_fragment(text: str, place: Place, onwards: Onwards) -> Said | None:
    if not place.left:
        return None
    clause = place.left[-1]
    beside = before(clause, fragment=True)
    if beside is None:
        return None
    content = between(_after_cue(clause, beside), _sentence_end(onwards))
    content = content and content.trimmed(text, " \n\t,;:—–-")
    if not content or not content.holds(place.piece.span):
        return None
    near = takewhile(lambda p: not content.before(p.piece.span), onwards)
    quotes = tuple(p.piece.span for p in near if content.holds(p.piece.span))
    alone = content == place.piece.span
    rule = "verb_before_fragment" if beside.rule == "verb_before_quote" else beside.rule
    return Said((content,), beside, rule, quotes, mixed=not alone)


def _after_cue(clause: Clause, beside: Beside) -> int:
    """Where the content of a mixed quotation begins: after source and cue, and whom it is addressed to.

    "said on Monday that …": at "that", where the words before it tell when, where or to whom.
    """
    last = max(beside.cue, beside.source).end
    at = next(n for n, word in enumerate(clause.words) if word.span.end >= last) + 1
    while clause.is_(at, "addressee", "day"):
        at += 1
    aside = clause.is_(at, "preposition", "day", "determiner") or clause.capital(at)
    that = next((n for n in range(at, len(clause)) if clause.low(n) == "that"), at)
    if aside and not any(clause.is_(n, "auxiliary") or clause.cue(n) for n in range(at, that)):
        at = that
    rest = clause.words[at:]
    return rest[0].span.start if rest else clause.words[-1].span.end


def _sentence_end(onwards: Onwards) -> int:
    """Where what is said ends: with the sentence, or where a clause of the author's own begins."""
    reached = 0
    for place in onwards:
        if not place.right or last_stop(place):
            return place.piece.span.end
        clause = place.right[0]
        for n, word in enumerate(clause.words):
            if word.form in (",", "—", "–", "--") and _own_clause(clause, n + 1):
                return word.span.start
        reached = clause.words[-1].span.end if clause.words else place.piece.span.end
        if clause.ends or len(place.right) > 1:
            break
    return reached


def _own_clause(clause: Clause, at: int) -> bool:
    """Whether the author goes on alone after a pause: "…, blaming", "…, but", "…, as"."""
    low = clause.low(at)
    return low.endswith("ing") or clause.is_(at, "coordinator", "subordinator", "relative")


def last_stop(place: Place) -> bool:
    """Whether the quotation ends its sentence."""
    clause = place.right[0] if place.right else None
    first = next((word for word in clause.words if word.wordy), None) if clause else None
    return first is None or (clause is not None and clause.opens)


def _said_after_fragment(text: str, place: Place) -> Said | None:
    """A mixed quotation whose sentence ends in its source: The plan is “a disaster”, Lund said."""
    if not place.right or not place.right[0].words:
        return None
    clause = place.right[0]
    for comma in (n for n, word in enumerate(clause.words) if word.form == ","):
        tail = msgspec.structs.replace(clause, words=clause.words[comma:])
        beside = after(tail)
        if beside is None:
            continue
        begin = _sentence_begin(place)
        content = between(begin, clause.words[comma].span.start)
        content = content and content.trimmed(text)
        if content and content.holds(place.piece.span):
            return Said(
                (content,), beside, "source_after_fragment", (place.piece.span,), mixed=True
            )
    return None


def _sentence_begin(place: Place) -> int:
    """Where the sentence begins in which the quotation stands."""
    if place.left and place.left[-1].words:
        return place.left[-1].words[0].span.start
    return place.piece.span.start
