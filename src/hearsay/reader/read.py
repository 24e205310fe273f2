"""Read an article: the passes, in order. This file is the pipeline.

The same article, model and tables give the same reading: no clock, no randomness, no environment. Passes
add findings; none alters what an earlier one found. Without a model the rules alone read, and every
ground says so.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from hearsay.language.lexicon import Lexicon, lexicon
from hearsay.language.likely import Scale
from hearsay.language.quotation import Piece, elisions, insertions
from hearsay.language.words import Words, words
from hearsay.model.model import Model
from hearsay.reader.acts.findings import Acts, acts, judged
from hearsay.reader.acts.judge import Judged
from hearsay.reader.by_rule import ruled
from hearsay.reader.cast.author import byline
from hearsay.reader.cast.carried import carried
from hearsay.reader.cast.cast import Cast
from hearsay.reader.cast.chains import Chains, Linked
from hearsay.reader.cast.dispatch import outlet_of
from hearsay.reader.cast.joint import jointly
from hearsay.reader.cast.kin import kindred
from hearsay.reader.cast.parts import parts
from hearsay.reader.cast.principals import possessor, principals
from hearsay.reader.cast.seen import NOTHING, Seen
from hearsay.reader.cast.standing import standings
from hearsay.reader.cast.whose import Whose
from hearsay.reader.foretold.around import described
from hearsay.reader.foretold.findings import Foretold, candidates, forecasts, foretold
from hearsay.reader.headline.verdict import headline
from hearsay.reader.learned import Learned
from hearsay.reader.passes import quotes, uses
from hearsay.reader.passes.asides import with_asides
from hearsay.reader.passes.beats import with_beats
from hearsay.reader.passes.citing import citing
from hearsay.reader.passes.disputes import disputed
from hearsay.reader.passes.edges import apart, bounded, of_subjects, undated, whole
from hearsay.reader.passes.estimates import estimates
from hearsay.reader.passes.handed_on import handed_on
from hearsay.reader.passes.letters import with_letters
from hearsay.reader.passes.nobodys import spoken
from hearsay.reader.passes.nominal import with_nouns
from hearsay.reader.passes.quotes import Said
from hearsay.reader.passes.sources import with_sources
from hearsay.reader.passes.turns import with_turns
from hearsay.reader.passes.within import main_verbs
from hearsay.reader.quoted import places
from hearsay.reader.signatures import signatures, signed
from hearsay.reader.statement import Statement, both, in_order
from hearsay.reader.stretches import pieces_of, stretches
from hearsay.reader.times.timeline import timeline
from hearsay.reader.tree import Tree
from hearsay.reader.variants import variants
from hearsay.reader.voice.findings import own_voice
from hearsay.reader.voice.genre import genre
from hearsay.reader.weighing.weighing import weighed
from hearsay.reading.attribution import Attribution
from hearsay.reading.laws import hold, named
from hearsay.reading.quotation import Quotation
from hearsay.reading.reading import Reader, Reading
from hearsay.text.article import Article, Genre, Role
from hearsay.text.span import Span
from hearsay.version import __version__

NEAR = 1000
"""Characters around a quotation in which the clause beside it is looked for."""


ALONE = frozenset({Role.HEADLINE, Role.HEADING, Role.STANDFIRST})
"""The roles of blocks that are texts of their own: no statement goes over from one."""


def read(
    article: Article,
    remarks: tuple[str, ...] = (),
    model: Model | None = None,
    scale: Scale = Scale.PEOPLE,
) -> Reading:
    """The reading of an article.

    Args:
        article: whose blocks have their roles.
        remarks: what is to be said of how the article came to be.
        model: the learned reader; None reads by rule alone.
        scale: whose numbers words of probability get.
    """
    tables = lexicon()
    text = article.text
    cut = words(text)
    pieces, by_rule = _by_rule(article, cut, tables)
    blocks = [block.span for block in article.read]
    told, seen = by_rule, NOTHING
    if model:
        told, seen = _by_model(Learned(model, text, cut, pieces, tables), article, by_rule)
    tree = seen.tree(text)
    told = bounded(in_order(with_turns(told, text, cut, blocks)), tree, pieces)
    told = with_letters(_by_tree(told, tree, tables), tree, blocks)
    told = in_order(with_beats(told, tree, blocks))
    cast = Cast(text, cut, blocks, tables, seen, byline(article))
    speaker = cast.speakers(told)
    kindred(cast, told, speaker)
    own = outlet_of(article.text, cast.blocks, cast.register, article.outlet)
    links = Chains(article, cut, tables, cast.seen.common, cast.register)
    chains = links.linked(
        told, speaker, cast.key_of, own, cast.labelled, lambda span: possessor(cast, span)
    )
    together = jointly(cast, cast.sources, speaker)
    principals(cast, told)
    parts(cast.records.values())
    standings(cast, told, [linked.speaker for linked in chains])
    chains = [cast.channels(linked) for linked in chains]
    top = next((b.span for b in article.read if b.role is Role.HEADLINE), None)
    done = _acts(cast.tree, told, chains, cast, speaker, top)
    coming = _foretold(article, done, chains, cast, speaker, scale)
    actors, ids = cast.actors()
    of = {id(one): linked.speaker for one, linked in zip(told, chains, strict=True)}
    denied = disputed(told, of, cast.tree, tables)
    qualifiers = done.qualifiers()
    attributions = _attributions(told, chains, ids, done, denied, cast.pronouns.open, together)
    heard = own_voice(article, cast.tree, attributions, [piece.span for piece in pieces])
    article = msgspec.structs.replace(article, genre=genre(article, cut, heard))
    times = timeline(article, cut, cast.tree, told, pieces)
    questions = weighed(article, cut, seen)
    reading = Reading(
        article=article,
        reader=Reader(__version__, model.card.identity if model else None, tables.digest),
        actors=actors,
        attributions=attributions,
        commitments=done.commitments(ids),
        authorities=done.authorities(ids),
        hypotheses=questions,
        forecasts=tuple(forecasts(coming, ids, done.name, done, article.published, times)),
        own_voice=heard.voices,
        qualifiers=qualifiers,
        timeline=times,
        quotations=_quotations(text, cut, article, pieces, attributions, tables),
        variants=variants(article, pieces),
        headline=headline(article, cast.tree, attributions, qualifiers, actors),
        remarks=remarks,
    )
    told_of = named(reading)  # others were only asked after: nothing is told of them
    reading = msgspec.structs.replace(
        reading, actors=tuple(actor for actor in actors if actor.id in told_of)
    )
    hold(reading)
    return reading


def _by_rule(article: Article, cut: Words, tables: Lexicon) -> tuple[list[Piece], list[Statement]]:
    """The stretches within marks, and the quotations that the rules find in them."""
    signs = signatures(article)
    pieces: list[Piece] = []
    said: list[Said] = []
    for stretch in stretches(article, tuple(signs.values())):
        held = pieces_of(article, stretch)
        pieces += held
        said += quotes.attribute(article.text, cut, stretch, held, tables)
    return pieces, [ruled(one) for one in signed(said, signs)]


def _by_model(
    learned: Learned, article: Article, by_rule: Sequence[Statement]
) -> tuple[list[Statement], Seen]:
    """What the learned reader finds, with what the rules find besides, and what is known of the words."""
    blocks = [block.span for block in article.read]
    alone = [block.span for block in article.read if block.role in ALONE]
    told = both(learned.outermost(undated(article.text, blocks), alone), by_rule, article.text)
    tree = learned.seen.tree(article.text)
    told = whole(told, tree)
    told = of_subjects(apart([*told, *learned.within(told)], tree, learned.pieces), tree)
    told = spoken(told, tree, learned.lexicon)
    told += carried(article.text, blocks, told, learned.seen, learned.lexicon)
    return told, learned.seen


def _by_tree(told: Sequence[Statement], tree: Tree, tables: Lexicon) -> list[Statement]:
    """The statements, with what the trees of their sentences add: sources, main verbs of contents, nouns."""
    told = citing(with_sources(handed_on(told, tree, tables), tree, tables), tree, tables)
    told = with_asides(told, tree, tables)
    more = [*estimates(told, tree, tables), *main_verbs(told, tree, tables)]
    return with_nouns([*told, *more], tree, tables)


def _acts(
    tree: Tree,
    told: Sequence[Statement],
    chains: Sequence[Linked],
    cast: Cast,
    sources: Mapping[Span, str | None],
    headline: Span | None,
) -> Acts:
    """What the statements do, and whom they bind; makes actors of those who are bound."""
    speakers = [linked.speaker for linked in chains]
    actors, ids = cast.actors()
    by_id = {actor.id: actor for actor in actors}
    by_key = {key: by_id[own] for key, own in ids.items()}
    done = judged(tree, told, speakers, by_key)
    of = {id(one): key for one, key in zip(told, speakers, strict=True)}
    return acts(tree, told, done, Whose(cast, tree, of, sources), headline, cast.seen.upper)


def _foretold(
    article: Article,
    done: Acts,
    chains: Sequence[Linked],
    cast: Cast,
    sources: Mapping[Span, str | None],
    scale: Scale,
) -> list[Foretold]:
    """What will come, as the body of the article has it."""
    of = {id(one): linked.speaker for one, linked in zip(done.told, chains, strict=True)}
    said = [part for one in done.told for part in one.content]
    nobodys = [  # a headline, and what is quoted of nobody who is named
        block.span
        for block in article.read
        if block.role is Role.HEADLINE
        or (block.role is Role.QUOTE and not any(part.meets(block.span) for part in said))
    ]
    return foretold(
        candidates(
            done,
            Whose(cast, done.tree, of, sources),
            described(*cast.actors(), article.text),
            lambda span: not any(one.meets(span) for one in nobodys),
            scale,
            opinion=article.genre is Genre.OPINION,
        )
    )


def _attributions(
    told: Sequence[Statement],
    chains: Sequence[Linked],
    ids: Mapping[str, str],
    done: Acts,
    denied: Mapping[int, str],
    undecided: Mapping[Span, Sequence[str]],
    together: Mapping[Span, Sequence[str]],
) -> tuple[Attribution, ...]:
    """The statements with their ids, speakers, chains and acts; they come in the order of their ids."""
    names = {id(one): f"s{n}" for n, one in enumerate(told, 1)}
    found = (
        _attribution(names[id(one)], one, linked, ids, names.get(id(one.within)), held)
        for one, linked, held in zip(told, chains, done.judged, strict=True)
    )
    by = {key: ids.get(who, who) for key, who in denied.items()}
    return tuple(
        msgspec.structs.replace(
            made,
            disputed_by=by.get(id(one)),
            jointly=_beside(together.get(one.source, ()), made, ids) if one.source else (),
            may_be=tuple(ids[key] for key in undecided.get(one.source, ()))
            if one.source and made.speaker is None
            else (),
        )
        for one, made in zip(told, found, strict=True)
    )


def _beside(keys: Sequence[str], made: Attribution, ids: Mapping[str, str]) -> tuple[str, ...]:
    """The ids of those who say a thing together with its speaker; () where the words are handed on of somebody else."""
    every = [ids[key] for key in keys]
    own = every[:1] == [made.speaker]
    return tuple(one for one in every if own and one not in made.chain)


def _attribution(
    attribution_id: str,
    one: Statement,
    linked: Linked,
    ids: Mapping[str, str],
    within: str | None,
    held: Judged,
) -> Attribution:
    own = one.explicit
    return Attribution(
        id=attribution_id,
        source=(one.source,) if one.source and own else (),
        cue=(one.cue,) if one.cue and own and one.cue != one.source else (),
        content=one.content,
        mode=one.mode,
        confidence=one.confidence,
        ground=one.ground,
        speaker=ids[linked.speaker] if linked.speaker else None,
        chain=tuple(ids[key] for key in linked.chain),
        via=tuple(ids[key] for key in linked.channels),
        within=within,
        explicit=one.explicit,
        type=held.type,
        act=held.act,
        polarity=held.polarity,
        certainty=held.certainty,
        passed_on=held.passed_on,
        act_ground=held.ground,
    )


def _holders(
    pieces: Sequence[Piece], attributions: Sequence[Attribution]
) -> Iterator[tuple[Piece, Attribution | None]]:
    """The quotations in order, each with whose words they are: the innermost attribution around it that names anybody.

    A content may end before the marks do: at a last stop, or at who signs within them. Where none names anybody, it stands with the outermost.
    """
    depth = [0] * len(attributions)
    numbers = {one.id: n for n, one in enumerate(attributions)}
    for n, one in enumerate(attributions):
        depth[n] = depth[numbers[one.within]] + 1 if one.within else 0
    contents = sorted((c, n) for n, one in enumerate(attributions) for c in one.content)
    begun = 0
    around: list[tuple[Span, int]] = []  # contents that are not over where a quotation starts
    for piece in sorted(pieces, key=lambda piece: (piece.span.start, -piece.span.length)):
        while begun < len(contents) and contents[begun][0].start <= piece.span.start:
            around.append(contents[begun])
            begun += 1
        around = [(span, n) for span, n in around if not span.before(piece.span)]
        held = [n for span, n in around if _most_of(span, piece.span)]
        named = [n for n in held if attributions[n].source or attributions[n].speaker]
        inmost = max(named, key=lambda n: (depth[n], -n)) if named else min(held, default=None)
        yield piece, None if inmost is None else attributions[inmost]


def _most_of(content: Span, quotation: Span) -> bool:
    """Whether more than half of a quotation stands in a content."""
    shared = content.common(quotation)
    return shared is not None and shared.length > quotation.length / 2


def _quotations(
    text: str,
    cut: Words,
    article: Article,
    pieces: Sequence[Piece],
    attributions: Sequence[Attribution],
    tables: Lexicon,
) -> tuple[Quotation, ...]:
    """Every stretch within marks, with what the marks do."""
    blocks = [block.span for block in article.read]
    starts = [block.start for block in blocks]
    out: list[Quotation] = []
    for piece, holder in _holders(pieces, attributions):
        block = blocks[bisect_right(starts, piece.span.start) - 1]
        if holder and (holder.source or holder.speaker):
            use, ground = uses.attributed(piece)
        else:
            near = piece.span.widened(NEAR, block)  # or a block of many quotations takes for ever
            use, ground = uses.use(text, places(text, cut, [near], [piece], tables)[0])
        outer = piece.depth == 0
        out.append(
            Quotation(
                span=piece.span,
                use=use,
                ground=ground,
                attribution=holder.id if holder else None,
                elisions=elisions(text, piece.inner) if outer else (),
                insertions=insertions(text, piece.inner) if outer else (),
            )
        )
    return tuple(sorted(out, key=lambda one: (one.span.start, -one.span.length)))
