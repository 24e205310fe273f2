"""Antecedents: everybody whom a pronoun could mean."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import itemgetter

import msgspec

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.author import BY_AUTHOR
from hearsay.reader.cast.capitals import SINGULAR
from hearsay.reader.cast.joint import joined
from hearsay.reader.cast.kinds import BODY, PERSON, PLACE
from hearsay.reader.cast.record import Record
from hearsay.reader.cast.register import Register
from hearsay.reader.cast.seen import Seen
from hearsay.reader.cast.so_called import is_outlet
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.actor import ActorKind
from hearsay.reading.attribution import Mode
from hearsay.text.span import Span, Spans

NEAR = 120
"""Words back in which a person without a name can be meant."""

NEAR_THING = 30
"""Words back in which "it" and "they" can mean a document, or what is nobody."""

ONE = frozenset({"he", "she", "him", "his", "her", "himself", "herself"})
FOLLOWED = ONE | {"they", "them", "their"}
"""Pronouns of which it is remembered whom they mean, also where they are no source."""

LOOKED = 4  # names before a word that may reach as far as it

UNNAMED = 0.6
"""How much less likely a person without a name is meant than one with a name."""

THING, MATTER = "thing", "matter"
"""What is nobody: a document that may say something, and all else."""

ENTITIES = {
    ActorKind.PERSON: PERSON,
    ActorKind.UNNAMED: PERSON,
    ActorKind.ORGANISATION: BODY,
    ActorKind.GROUP: "group",
}


class Antecedent(msgspec.Struct, frozen=True):
    """Somebody who could be meant.

    Attributes:
        key: of the actor.
        heads: the words by which it is named, in order.
        entity: person, organization, place, group, thing, or "".
        gender: "f", "m" or "".
        many: more than one.
        weight: for or against, whatever stands around.
        likely: the gender that a given name tells.
        guessed: the one that the pronouns near tell, where neither does.
        outlet: it is one, by its name.
    """

    key: str
    heads: tuple[Span, ...]
    entity: str
    gender: str
    many: bool
    weight: float = 0.0
    likely: str = ""
    guessed: str = ""
    outlet: bool = False


class Antecedents:
    """Everybody whom pronouns of one article could mean; those with names are gathered anew where somebody is new."""

    def __init__(self, register: Register, lexicon: Lexicon, tree: Tree, seen: Seen) -> None:
        """Makes ready."""
        self.register, self.lexicon, self.tree, self.seen = register, lexicon, tree, seen
        self._named: list[Antecedent] = []
        self._heads: list[Span] = []
        self._several: list[Span] = []
        self._known = -1

    def forget(self) -> None:
        """Gathers them anew the next time: more is known of somebody."""
        self._known = -1

    def before(
        self, source: Span, records: Collection[Record], mute: Collection[str]
    ) -> list[Antecedent]:
        """Who could be meant by a pronoun there, but for those who are mute."""
        if len(records) != self._known:
            self._named = antecedents(self.register, records, self.lexicon, self.tree)
            self._heads = sorted(head for one in self._named for head in one.heads)
            self._several = sorted(head for one in self._named if one.many for head in one.heads)
            self._known = len(records)
        named = [one for one in self._named if one.key not in mute]
        return named + self._unnamed(self.seen.at(source) or 0)

    def _unnamed(self, last: int) -> list[Antecedent]:
        """What the article tells of near before a word without a name, and was no source yet."""
        out = []
        first = bisect_left(self._nouns, last - NEAR, key=itemgetter(0))
        for at, one in self._nouns[first:]:
            if at >= last:
                break
            nobody = one.entity in (THING, MATTER)
            if nobody and last - at >= NEAR_THING:
                continue
            known = self._several if one.key[0] == "&" else self._heads
            if one.entity == THING or not _meets(one.heads[0], known):
                out.append(one)
        return out

    @cached_property
    def _nouns(self) -> list[tuple[int, Antecedent]]:
        """The nouns by which the article tells of somebody or of something, and those that it joins, each with its place."""
        return sorted(
            [*nouns(self.tree, self.seen, self.lexicon), *pairs(self.tree)],
            key=itemgetter(0),
        )


def antecedents(
    register: Register, records: Iterable[Record], lexicon: Lexicon, tree: Tree
) -> list[Antecedent]:
    """Those with names, and those whose descriptions were sources."""
    records = list(records)
    also = {record.key: record.mentions for record in records if record.bearer is not None}
    out = []
    for b in register.bearers:
        named = {place.head for place in b.places}
        held = [m for m in also.get(f"={b.key}", ()) if not any(m.holds(head) for head in named)]
        heads = tuple(sorted({*named, *held}))  # the minister, who has a name
        told = Antecedent(f"={b.key}", heads, b.entity, b.gender, many=False, outlet=is_outlet(b))
        out.append(msgspec.structs.replace(told, likely=b.likely, guessed=b.guessed))
    for record in records:
        if record.bearer is None and record.how != BY_AUTHOR:
            entity = ENTITIES.get(record.kind, THING)
            entity = "group" if record.named.many and entity != THING else entity
            other = record.kind is ActorKind.DOCUMENT or lexicon.tells(record.named.noun, "amount")
            again = () if other else _again(record, tree)  # 54 percent … 16 percent
            heads = tuple(sorted({record.named.head_span, *record.mentions, *again}))
            gender = lexicon.gender(record.named.noun) or record.gender
            weight = -UNNAMED if record.kind in (ActorKind.UNNAMED, ActorKind.PERSON) else 0.0
            many = record.named.many
            out.append(Antecedent(record.key, heads, entity, gender, many=many, weight=weight))
    return out


def _again(record: Record, tree: Tree) -> Iterator[Span]:
    """Where the noun of a description stands again after it: "islanders … the islanders’ letter"."""
    noun, begun = record.named.noun, record.named.head_span
    for at in tree.places(noun):
        word = tree.words[at]
        if word.upos == "NOUN" and word.span.start > begun.start:
            yield word.span


def nouns(tree: Tree, seen: Seen, lexicon: Lexicon) -> Iterator[tuple[int, Antecedent]]:
    """The nouns that tell of somebody or something, without a name, each with its place.

    The key of each is "@" and the index of its noun in the tree.

    Args:
        tree: of the article.
        seen: what the network knows.
        lexicon: the tables.
    """
    for at, word in enumerate(seen.words):
        if word.upos != "NOUN" and not (word.upos == "PROPN" and word.span in seen.common):
            continue  # many Democrats are told of as nouns are
        low = word.span.cut(tree.text).lower()
        many = low.endswith(("s", "men", "people", "children")) and not low.endswith(SINGULAR)
        noun = lexicon.nouns.get(low)
        many = many or (noun is not None and noun.kind == "group")
        entity = _entity(tree, seen, at, many=many)
        if entity == MATTER and _is_document(tree, at, lexicon):
            entity = THING
        if entity:
            gender = lexicon.gender(low)
            yield at, Antecedent(f"@{at}", (word.span,), entity, gender, many, weight=-UNNAMED)


def _entity(tree: Tree, seen: Seen, at: int, *, many: bool) -> str:
    """What a noun stands for: persons, several, a body, a place, or what is nobody; "" where it brings in nothing by itself."""
    word = seen.words[at]
    if word.entity not in (PERSON, BODY, PLACE):
        return MATTER if word.relation not in ("compound", "appos") else ""
    says = {"cop", "nsubj"} <= {tree.relation(n) for n in tree.held[at]}  # Lund is a nurse
    if (says and not many) or not _stands_alone(tree, seen, at):
        return ""
    return "group" if many else word.entity


def pairs(tree: Tree) -> Iterator[tuple[int, Antecedent]]:
    """Several whom the article joins by "and", each with the place of the last of them.

    The key of each is "&" and the place of the first.

    Args:
        tree: of the article.
    """
    for at in tree.holding("conj", "flat"):
        heads = [n for n in joined(tree, at) if _may_act(tree, n)]
        if heads[:1] == [at] and len(heads) > 1 and tree.relation(at) != "conj":
            spans = tuple(tree.words[n].span for n in heads)
            yield heads[-1], Antecedent(f"&{at}", spans, "joined", "", many=True)


def _may_act(tree: Tree, at: int) -> bool:
    """Whether a noun names somebody, a body or a place: "Lund and | Voss |", also where the network says of no name what it is."""
    word = tree.words[at]
    return word.entity in (PERSON, BODY, PLACE) or (word.entity, word.upos) == ("none", "PROPN")


def _stands_alone(tree: Tree, seen: Seen, at: int) -> bool:
    """Whether a noun has no name beside it, and does not say what another is: "the word of a man in retreat"."""
    if any(seen.words[n].upos == "PROPN" for n in tree.children(at, "appos")):
        return False
    return seen.words[at].relation not in ("appos", "nmod") or not _indefinite(tree, at)


def others(
    tree: Tree, blocks: Sequence[Span], asked: Collection[Span], told: Sequence[Statement]
) -> list[tuple[Span, Statement | None]]:
    """The pronouns for one person, sources and others, in order; each other one with the innermost statement around it."""
    out: list[tuple[Span, Statement | None]] = [(span, None) for span in asked]
    held = sorted(
        ((part, n) for n, one in enumerate(told) for part in one.content),
        key=lambda one: (one[0].start, -one[0].length, one[1]),
    )
    around: list[tuple[Span, int]] = []
    begun, block = 0, 0
    for at, low in enumerate(tree.lows):
        if low not in FOLLOWED:
            continue
        span = tree.words[at].span
        while block < len(blocks) and blocks[block].end <= span.start:
            block += 1
        if block == len(blocks) or not blocks[block].holds(span) or span in asked:
            continue
        while begun < len(held) and held[begun][0].start <= span.start:
            around.append(held[begun])
            begun += 1
        around = [one for one in around if one[0].end > span.start]
        out.append((span, told[around[-1][1]] if around else None))
    return sorted(out, key=lambda one: one[0])


def speaking(
    outer: Sequence[Statement], found: Mapping[Span, str | None], *, marked: bool = False
) -> tuple[list[str | None], list[str | None]]:
    """Who says the statements around a pronoun; and who of them says it in just these words.

    Args:
        outer: the statements.
        found: who their sources are.
        marked: the pronoun stands within quotation marks; whoever says some of it in just these words says that.
    """
    exact = (Mode.DIRECT, Mode.MIXED) if marked else (Mode.DIRECT,)
    said = [(found.get(one.source), one.mode) for one in outer if one.source]
    return [key for key, _ in said], [key for key, mode in said if mode in exact]


def unmeant(tree: Tree, one: Statement, pronoun: Span) -> Spans:
    """What of a statement its own source does not name: all that it says, but for a subject told before it.

    Takes: "| The mill | was closed, it said". Leaves: "“The mill is closed,” it said"; "it said the mill was closed".
    """
    if one.mode is Mode.DIRECT or one.content[-1].end > pronoun.start:
        return one.content
    held = (n for part in one.content for n in tree.over(part))
    return tuple(tree.words[n].span for n in held if not _names_subject(tree, n))


def _names_subject(tree: Tree, at: int) -> bool:
    while tree.relation(at) in ("flat", "compound", "appos") and tree.words[at].head != at:
        at = tree.words[at].head
    verb = tree.words[at].head
    other = any(tree.lows[n] in ONE for n in tree.children(verb, "obj", "iobj"))
    return tree.relation(at).startswith("nsubj") and not other  # Lund texted her, she said


def _meets(span: Span, sorted_spans: Sequence[Span]) -> bool:
    """Whether a span meets one of several that are sorted, of which few reach far."""
    at = bisect_left(sorted_spans, span.end, key=lambda one: one.start)
    return any(one.meets(span) for one in sorted_spans[max(0, at - LOOKED) : at])


def _is_document(tree: Tree, at: int, lexicon: Lexicon) -> bool:
    """Whether a noun is a document that the article brings in: "This is the control room | log"."""
    noun = lexicon.nouns.get(tree.lows[at])
    return (
        noun is not None
        and noun.kind == "document"
        and tree.relation(at) not in ("compound", "appos", "obl")
    )


def _indefinite(tree: Tree, at: int) -> bool:
    """Whether a noun brings in nobody by itself: an aside, or "of a man"."""
    a = any(tree.lows[n] in ("a", "an") for n in tree.children(at, "det"))
    return tree.words[at].relation == "appos" or a
