"""Roles: whom a description means.

It is the one name that holds the office, the body that the article is about, or somebody whom the article has
brought in before without a name.

"The minister" goes with the name that has "finance minister" for a title, the nearest before where several have; "the
company" with the company named before; "the doctor" with "a doctor at Moss hospital".
"""

from collections.abc import Iterable, Sequence

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.descriptions import NUMBERS, ONE
from hearsay.reader.cast.kinds import BODY, PERSON
from hearsay.reader.cast.naming import Named
from hearsay.reader.cast.record import Record, compatible, office, offices, said_words
from hearsay.reader.cast.register import Bearer, Register
from hearsay.reader.cast.seats import may_sit, sits_for
from hearsay.reader.cast.so_called import body_named, last_before
from hearsay.reader.tree import Tree
from hearsay.reading.actor import ActorKind
from hearsay.text.span import Span

DEFINITE = (
    "the",
    "this",
    "that",
    "these",
    "those",
    "its",
    "his",
    "her",
    "their",
    "our",
    "my",
    "your",
)
AGAIN = "#"
"""Before the place of another who is described in the same words, in his key."""

ANEW = frozenset({*ONE, "someone", "somebody"})
COUNTS = frozenset(NUMBERS) - {"many"}
BRINGS_IN = ("a", "an", "one", "his", "her", "their", "its")
LONGEST = 14  # words of a description
FEWEST = 2  # words of "the company"
NEAR = 7  # words from an article to its noun, it too
COUNTED = 10  # people of whom the number alone tells that they are the same
OPENS = ("det", "nummod", "nmod")
OVER = (",", "(", "—", "–", "--", ";", ":", '"', "“", "”", "«", ".")
PAST = (*OVER, "rather")
"""Before what a phrase is held against: "the agency | rather than the board"."""


def holder(
    tree: Tree, register: Register, named: Named, *, definite: bool = False
) -> Bearer | None:
    """The bearer of a name whose office or kind the description names: "the minister"; the last before, of several.

    Args:
        tree: of the article.
        register: the names.
        named: the description.
        definite: it is known to mean one, whatever article it has: "a | company | spokesman".
    """
    clause = named.clause
    if clause is None or named.many or not clause.words:
        return None
    if clause.low(0) not in DEFINITE and named.head and not definite:
        return None
    text, wanted = tree.text, said_words(named.name)
    found: list[tuple[int, Bearer]] = []
    lexicon = clause.lexicon
    noun = office([clause.low(n) for n in range(named.head + 1)], lexicon)
    for one in register.bearers:
        best = _called_so(one, named, wanted) or held(text, one, noun, wanted, lexicon)
        sits = sits_for(text, one, named) if one.entity == PERSON else None
        best = 3 if sits and may_sit(named) else best
        if best and sits is not False:
            found.append((best, one))
    top = [one for best, one in found if best == max(b for b, _ in found)]
    if not top:
        body = body_named(register, named, definite=definite)
        return None if body is not None and _another(tree, named, body) else body
    last = [
        (last_before(one, named.span), one)
        for one in top
        if one.places[0].span.end <= named.span.start
    ]
    less = max(best for best, _ in found) == 1
    below = all(named.span.before(one.places[0].span) for one in top)
    voice = lexicon.tells(named.noun, "spokes") and brought_in(tree, named)
    if below and not last and voice:
        return None  # a spokesman … the spokesman, before Lund's spokesman, Karl Moe
    if last and less:
        return _unless_passed(register, named, max(last, key=lambda found: found[0])[1])
    if len(top) == 1:
        return top[0]
    return max(last, key=lambda found: found[0])[1] if last else None


def _called_so(one: Bearer, named: Named, wanted: set[str]) -> int:
    """How well a description says what a body's own name says of it: 2 where it does, 0."""
    named_so = named.noun in one.full.lows and wanted <= {*one.full.lows}
    before = wanted == {named.noun} and _put_before(one, named.noun)
    return 2 * (one.entity == BODY and (named_so or before))


def _unless_passed(register: Register, named: Named, one: Bearer) -> Bearer | None:
    """Who has less of an office than a description tells, unless somebody was named since of whom the article tells no office.

    Takes: "Senator Lund spoke … the Moss senator said", "President Lund … Ida Voll left … the Tessian president", "… the former
    president". Leaves: "Senator Lund spoke. Ida Voll left … the Moss senator said".
    """
    lexicon = one.full.clause.lexicon
    more = said_words(named.name) - {named.noun, "former"}
    if not more or any(lexicon.tells(low, "demonym") for low in more):
        return one
    since = last_before(one, named.span)
    passed = (
        other
        for other in register.bearers
        if other.entity == PERSON and not other.titles and other is not one
        if any(since < p.span.start and p.span.end <= named.span.start for p in other.places)
    )
    return None if any(passed) else one


def held(text: str, one: Bearer, noun: str, wanted: set[str], lexicon: Lexicon) -> int:
    """How well an office is one that somebody has: 3 where a title says just it, 2 all of it, 1 less, 0.

    "The transport secretary" is not the shadow one where there is another.
    """
    best = 0
    wanted = {lexicon.same(word) for word in wanted}
    for title in one.titles:
        said = {lexicon.same(word) for word in said_words(title.cut(text))}
        said |= offices(title.cut(text), lexicon) & {noun}
        if "former" in said and "former" not in wanted:
            continue  # the senator is no former senator
        if noun in offices(title.cut(text), lexicon) and (
            wanted <= said or said <= wanted | {noun}
        ):
            best = max(best, 3 if said == wanted else 2 if wanted <= said else 1)
        if "former" in wanted and noun in offices(title.cut(text), lexicon) and "former" in said:
            best = max(best, 2)  # the former three-term governor, of a former governor of Moss
    if any(said_words(near.cut(text)) == wanted for near in one.standing):
        best = 2  # her son, Peter, … her son said
    return best


def brought_in(tree: Tree, named: Named) -> bool:
    """Whether somebody was brought in before by the same noun, who has no name there: "| a masked gunman | stood by. The gunman said".

    Leaves: "Ida Lund, | a nurse |", "Ida Lund is | a nurse |".
    """

    def new(at: int) -> bool:
        told = tree.relation(at) in ("appos", "root", "compound")
        alone = not told and not tree.children(at, "cop", "flat", "appos")
        return alone and tree.words[at].upos == "NOUN" and _article(tree, at) in ONE

    return any(new(at) for at in tree.places(named.noun) if tree.words[at].span < named.span)


def _article(tree: Tree, at: int) -> str:
    """The article of a noun, whatever the tree hangs it on; "" where it has none."""
    for n in range(at - 1, max(at - NEAR, 0) - 1, -1):
        if tree.words[n].upos in ("VERB", "AUX", "PUNCT") or tree.lows[n] in (*ONE, *DEFINITE):
            return tree.lows[n]
    return ""


def _another(tree: Tree, named: Named, body: Bearer) -> bool:
    """Whether the article has told of another body by the same noun since it named one last: "a regional agency … the agency"."""
    if named.noun in body.full.lows or not tree.words:
        return False
    first, here = tree.over(body.places[0].span), tree.over(named.head_span)
    over = range(first.stop, here.start)
    since = last_before(body, named.span)
    return any(
        tree.lows[at] == named.noun
        and tree.words[at].span.start > since
        and tree.words[at].upos == "NOUN"
        and tree.relation(at) not in ("compound", "appos")
        and (tree.children(at, "nmod:poss") or tree.children(at, "det"))
        and tree.children(at, "amod", "compound", "nmod:poss")
        and not tree.children(at, "appos", "flat")
        for at in over
    )


def _put_before(one: Bearer, noun: str) -> bool:
    """Whether a noun stands right before a name somewhere: "the news | agency | Orda"."""
    return any(place.clause.low(place.first - 1) == noun for place in one.places)


def described(text: str, records: Iterable[Record], named: Named, headline: Span | None) -> str:
    """The key of a description: of the one before with the same noun that fits, where it is definite.

    What the headline names without an article is brought in below: "Inquiry hears … A public inquiry has heard".

    Of several bodies that fit it is the one of which the article speaks most: "the military" is the Russian one there;
    of several persons the last: "the spokesman". "The document" is the last document. "A source" is a new one each time.
    """
    clause, low = named.clause, named.noun
    words = [w for w in named.name.lower().split() if w not in ("the", "a", "an")]
    key = "~" + " ".join(words)
    if clause is None:
        return key
    definite = clause.low(0) in DEFINITE or any(
        clause.low(n) in ("'s", "'") for n in range(named.head)
    )
    known = [record for record in records if record.bearer is None]
    before = [record for record in known if record.key.partition(AGAIN)[0] == key]
    here = [record for record in before if _names(record, named)]
    if here:
        return here[0].key
    if before and _opens_anew(named) and not (headline and headline.holds(before[0].name)):
        return f"{key}{AGAIN}{named.span.start}"
    if not definite and clause.low(0) in ("a", "an"):
        known = [
            record
            for record in known
            if headline
            and headline.holds(record.name)
            and record.named.head == 0
            and record.kind in (ActorKind.ORGANISATION, ActorKind.PERSON)
        ]
        definite = bool(known)
    if not definite:
        return key
    lexicon = clause.lexicon
    same = [
        record
        for record in known
        if lexicon.same(record.named.noun) == lexicon.same(low)
        and record.named.many == named.many
        and compatible(named.name, record.named.name, lexicon)
        and not _of_others(named, record.named)
    ]
    same = same or [record for record in known if _may_be_called(record, named, lexicon)]
    if not same:
        return key
    if same[0].kind in (ActorKind.ORGANISATION, ActorKind.STATE):
        return max(same, key=lambda record: (_often(text, record), record.key)).key
    return max(same, key=lambda record: _last_mention(record, named.span)).key


def _may_be_called(record: Record, named: Named, lexicon: Lexicon) -> bool:
    """Whether "the document" or "the source" may mean what was brought in by another word: a letter, no rumours; "a senior official"."""
    noun, low = record.named.noun, named.noun
    if named.clause is None or len(named.clause) != FEWEST:
        return False
    if low == "source":
        return not record.named.many and record.kind in (ActorKind.PERSON, ActorKind.UNNAMED)
    one = not noun.endswith("s") or lexicon.tells(noun, "any_document")
    return record.kind is ActorKind.DOCUMENT and one and lexicon.tells(low, "any_document")


def _of_others(one: Named, other: Named) -> bool:
    """Whether two descriptions say by their gender that they are somebody's and somebody else's: "her aides", "his aides"."""
    whose = {named.clause.low(0) for named in (one, other) if named.clause is not None}
    return {"his", "her"} <= whose


def _names(record: Record, named: Named) -> bool:
    """Whether a description stands where it names an actor already."""
    return named.span == record.name or any(at.holds(named.head_span) for at in record.mentions)


def _opens_anew(named: Named) -> bool:
    """Whether a description brings in somebody new, though another is described so: "a source", "two officials", "another".

    Leaves: "a police spokesman", whose words are those of the body whoever it is; "sources", "many voters".
    """
    clause = named.clause
    if clause is None or clause.lexicon.tells(named.noun, "spokes"):
        return False
    return clause.low(0) in (ANEW if not named.many else COUNTS)


def _last_mention(record: Record, before: Span) -> tuple[int, str]:
    places = [span.end for span in (record.name, *record.mentions) if span.end <= before.start]
    return max(places, default=-1), record.key


def _often(text: str, record: Record) -> int:
    """How often the words of a description stand in the article, its article left out."""
    words = [word for word in record.named.name.lower().split() if word not in DEFINITE]
    return text.lower().count(" ".join(words))


def introduced(tree: Tree, blocks: Sequence[Span], named: Named) -> Span | None:
    """Where the article first brings in whom "the doctor" means, with all that it says there; None where it does not.

    Takes: "a doctor at the hospital told us … The doctor said". Leaves: "the doctor" of whom nothing was said before.
    """
    clause = named.clause
    if clause is None or named.many or clause.low(0) not in ("the", "this", "that"):
        return None
    wanted = said_words(named.name)
    found = []
    for at in tree.places(named.noun):
        word = tree.words[at]
        if word.span.end > named.span.start:
            break
        if word.upos != "NOUN" or word.entity not in ("person", "organization"):
            continue
        if tree.children(at, "appos", "flat") or tree.relation(at) in ("compound", "appos"):
            continue
        span = _phrase(tree, at)
        if (
            tree.relation(tree.over(span)[0]) not in OPENS
            or "to" in tree.lows[at : tree.over(span)[-1]]
        ):
            continue  # Council to rebuild the bridge
        block = any(block.holds(span) for block in blocks)
        if block and wanted <= said_words(span.cut(tree.text)):
            found.append(span)
    opens = [span for span in found if tree.lows[tree.over(span)[0]] in BRINGS_IN]
    if opens:
        return opens[-1]
    return found[0] if found and found[0].length > named.span.length else None


def _phrase(tree: Tree, at: int) -> Span:
    """A noun with all that hangs on it, up to a comma."""
    held = tree.below(at)
    first = at
    while first - 1 in held and tree.lows[first - 1] not in OVER:
        first -= 1
    while first < at and tree.relation(first) in ("case", "mark", "cc", "fixed"):
        first += 1
    last = at
    while last + 1 in held and tree.lows[last + 1] not in PAST and last - first < LONGEST:
        last += 1
    return tree.words[first].span.hull(tree.words[last].span)
