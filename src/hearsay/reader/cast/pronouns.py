"""Pronouns: whom "he", "they" or "it" means, of those the article has named.

Rules say who can be meant: what agrees in number and gender, and stands near before. Of those, the one that the
network ranks highest and that the news makes likeliest, the last who spoke, is meant. Where there is none,
or no telling two apart, it stays open.

Source: Hobbs (1978) and Lappin and Leass (1994) for salience; the network's ranking as in `hearsay.model.reference`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from operator import attrgetter

from hearsay.language.lexicon import Lexicon
from hearsay.page.opening import dateline
from hearsay.reader.cast.antecedents import MATTER, ONE, THING, Antecedent
from hearsay.reader.cast.binding import demanded, is_subject, over, ruling_out, under
from hearsay.reader.cast.kinds import BODY, PERSON, PLACE
from hearsay.reader.cast.protagonist import Protagonist
from hearsay.reader.cast.register import Register
from hearsay.reader.cast.repeating import again, goes_on
from hearsay.reader.cast.salience import (
    FEW,
    bearing,
    inside,
    nearness,
    ranked,
    salience,
    saying,
    spoken,
)
from hearsay.reader.cast.seen import Seen
from hearsay.reader.cast.topics import Topics
from hearsay.reader.cast.ways import comes, place, top
from hearsay.reader.cast.weights import Signs, weighed
from hearsay.reader.tree import Tree
from hearsay.text.span import Span, Spans, meets_any

FIRST = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves"})
NOBODY = ""
"""The key of nobody whom the article tells of: "they say", or somebody it tells of too far away."""

FORMS = {
    **dict.fromkeys(("he", "his", "him", "himself"), "he"),
    **dict.fromkeys(("she", "her", "herself"), "she"),
    **dict.fromkeys(("it", "its"), "it"),
    **dict.fromkeys(("they", "their", "them"), "they"),
}
"""The pronouns for others, as subjects."""

DOUBT = 0.5
"""Odds, as logarithms, by which nobody must lead where "they" and "it" stay open: under it the likeliest is right as often as wrong."""

BESIDE = 1.5
"""Odds, as logarithms, under which nobody leads of two who are joined by "and"."""

IT = frozenset({"it", "its", "itself"})
SEVERAL = frozenset({"they", "them", "their", "themselves"})

JOINED = ("flat", "compound", "appos", "conj")
REACH = 5  # blocks back in which somebody can be meant
AT_MOST = 6  # mentions of one that are looked at, the last ones
OFTEN = 8  # mentions in all that make a difference
HIGHEST = 6.0  # of the network's rank, either way
BODIES = (BODY, PLACE)
SURELY = 2.0
"""The network's rank from which on a name that it takes for a body or a place is somebody whom "he" may mean: "Hussey"."""

START, END = attrgetter("start"), attrgetter("end")


def first_person(low: str) -> bool:
    """Whether a pronoun means the one who utters it."""
    return low in FIRST


def impersonal(low: str, source: Span, cue: Span | None, tree: Tree, lexicon: Lexicon) -> bool:
    """Whether "it" or "they" at a cue names nobody: "it is claimed that", "as they say"; not "it was told to leave"."""
    over = tree.over(cue) if cue else range(0)
    if low in SEVERAL:
        at = tree.over(source)
        as_they_say = at and over and tree.lows[over[0]] == "say" and over[0] == at[0] + 1
        return bool(as_they_say) and tree.lows[at[0] - 1 : at[0]] == ["as"]
    if low != "it":
        return False
    passive = any(tree.words[n].relation in ("aux:pass", "cop") for n in over)
    return passive and any(lexicon.tells(tree.lows[n], "impersonal") for n in over)


def agreeing(rows: list[tuple[str, dict[str, float]]]) -> list[tuple[str, dict[str, float]]]:
    """Those who can be meant: a reflexive means its subject and nobody else, no pronoun whoever has a given name of the other gender.

    Takes: "Peter Lund wrote to the bank. Anna Moe had asked for it. | He | said": Lund. Leaves: "Robin Lund spoke. Anna Moe left. | She | said".
    """
    bound = [row for row in rows if "bound" in row[1]]
    rows = [row for row in bound or rows if "gender unlikely" not in row[1]]
    return [row for row in rows if "gender guessed other" not in row[1]] or rows


class Pronouns:
    """Pronouns of one text."""

    def __init__(
        self, text: str, lexicon: Lexicon, seen: Seen, register: Register, blocks: Sequence[Span]
    ) -> None:
        """Makes ready."""
        self.text, self.lexicon, self.seen, self.register = text, lexicon, seen, register
        self.blocks = [block.start for block in blocks]
        lines = ((block, dateline(block.cut(text))) for block in blocks)
        self.datelines = tuple(block.part(line) for block, line in lines if line)  # nobody is meant
        self.tree = seen.tree(text)
        self.protagonist: Protagonist | None = None
        self.topics = Topics(self.tree)
        self.quoted: Spans = ()
        self.also: dict[str, list[Span]] = {}
        self.open: dict[Span, tuple[str, ...]] = {}
        self._placed: dict[tuple[object, ...], Signs] = {}

    def meant(
        self,
        source: Span,
        low: str,
        antecedents: Sequence[Antecedent],
        said: Sequence[tuple[Span, str]],
        around: Sequence[str | None],
        *,
        quoted: Sequence[str | None] = (),
        own: Spans = (),
    ) -> str | None:
        """The key of whoever is meant; None where it stays open.

        Args:
            source: where the pronoun stands.
            low: it, in small letters.
            antecedents: everybody.
            said: the sources before it, with their keys.
            around: the speakers of the statements that it stands in.
            quoted: those with whose words it stands in a quotation; they say "I" of themselves, not "he".
            own: what whoever is meant says; he does not name himself in it.
        """
        rows = agreeing(self.rows(source, low, antecedents, said, around, quoted=quoted, own=own))
        weights = self.weights(low)
        found = [
            (weighed(signs, weights) + self._besides(source, low, key), key) for key, signs in rows
        ]
        if not found:
            return None
        most, first = max(found)
        if first == NOBODY:
            next_, somebody = max(found[:-1], default=(most - DOUBT, first))
            first = first if most - next_ >= DOUBT else somebody
        can = {key for _, key in found}
        if low in ONE:
            if second := self._as_likely(source, antecedents, found):
                self.open[source] = first, second
                return None
            return again(self.tree, self.lexicon, source, antecedents, can) or first
        if first == NOBODY or {one.key: one.entity for one in antecedents}[first] == MATTER:
            return None
        same = goes_on(self.tree, source, said, own) if low in IT else None
        return first if same is None or same not in can else same

    def _besides(self, source: Span, low: str, key: str) -> float:
        """How much speaks for somebody beside what was learned: as the one of whom the article tells, but in what others say."""
        if self.protagonist is None or low not in ONE or meets_any(source, self.quoted):
            return 0.0
        return self.protagonist.counts(source, self.lexicon.gender(low), key)

    def _as_likely(
        self, source: Span, antecedents: Sequence[Antecedent], found: Sequence[tuple[float, str]]
    ) -> str | None:
        """The key of another whom a pronoun for one may mean as well; None where one of them leads.

        Takes: "The minister, Paul Hale, and the mayor, Dan Stroud, met. | He | said". Leaves: "Hale met Stroud. He said".
        """
        if len(found) < 2:  # noqa: PLR2004 - two to choose from
            return None
        (most, first), (next_, second) = sorted(found, reverse=True)[:2]
        if most - next_ >= BESIDE or second.startswith("@"):
            return None
        heads = {one.key: one.heads for one in antecedents}
        last = [
            max((head for head in heads[key] if head.end <= source.start), default=None)
            for key in (first, second)
        ]
        at, other = (self.seen.at(head) if head else None for head in last)
        joined_ = at is not None and other is not None and self._joined(at, other)
        return second if joined_ else None

    def _joined(self, one: int, other: int) -> bool:
        """Whether two names are joined by "and", or what they are asides of: "Lund and Moe", "the mayor, Lund, and Moe"."""
        words = self.seen.words
        tops, joins = [], False
        for at in (one, other):
            while words[at].relation in JOINED and words[at].head != at:
                joins = joins or words[at].relation == "conj"
                at = words[at].head  # noqa: PLW2901 - up the tree
            tops.append(at)
        return joins and tops[0] == tops[1]

    def weights(self, low: str) -> Signs:
        """What each sign counts for a pronoun."""
        if low in ONE:
            return salience().one
        return salience().thing if low in IT else salience().several

    def rows(
        self,
        source: Span,
        low: str,
        antecedents: Sequence[Antecedent],
        said: Sequence[tuple[Span, str]],
        around: Sequence[str | None],
        *,
        quoted: Sequence[str | None] = (),
        own: Spans = (),
    ) -> list[tuple[str, dict[str, float]]]:
        """Everybody who can be meant, by key, with what is seen of each; the arguments are those of `meant`."""
        here, outside = self._block(source), not meets_any(source, self.quoted)
        since = self._since(here)
        order = [
            (span, key)
            for span, key in sorted(said, reverse=True)
            if not (outside and meets_any(span, self.quoted))
        ][:3]
        rows: list[tuple[str, dict[str, float]]] = []
        named: list[tuple[Span, int]] = []
        above, self_ = over(self.tree, source), demanded(self.tree, source)
        barred = ruling_out(self.tree, source)
        opens, topic = self._opens(source), self._topic(source)
        for one in antecedents:
            own_words = outside and around[:1] in ([], [one.key])
            told = one.outlet and low in SEVERAL and not own_words  # “They left,” Fox heard
            if not self._agrees(low, one) or one.key in quoted or told:
                continue
            near = self._near(one, source, since, barred, own)
            person = low in ONE and one.entity not in BODIES
            ahead = self._ahead(source, one, own) if person else {}
            if not near:
                only = (
                    {"only comes": 1.0, **ahead, **bearing(low, one, self.lexicon)} if ahead else {}
                )
                rows += [(one.key, only)] if ahead else []
                continue
            signs = {**self._signs(source, low, one, near, here), **ahead}
            if low in ONE and not person and signs.get("rank", 0.0) < SURELY:
                continue
            signs.update(under(self.tree, near, above, self_))
            places = self._spoke(one, order)
            signs.update(spoken(places, here))
            if opens:
                signs.update(self._opening(near[-1], places))
            if outside and all(meets_any(head, self.quoted) for head in near):
                signs["in quotes"] = 1.0
            signs.update(inside(one.key, around))
            if own and any(not topic.isdisjoint(self.tree.over(head)) for head in near):
                signs["says, topic"] = 1.0
            named.append((near[-1], len(rows)))
            rows.append((one.key, signs))
        for nth, (_, at) in enumerate(sorted(named, reverse=True)[:3]):
            rows[at][1][f"named {nth}"] = 1.0
        if low not in ONE:
            best = max((signs.get("rank", 0.0) for _, signs in rows), default=0.0)
            rows.append((NOBODY, {"nobody": 1.0, "nobody, best rank": best}))
        says = own and is_subject(self.tree, source)
        return [(key, saying(signs)) for key, signs in rows] if says else rows

    def reaches(self, source: Span, starts: Sequence[int]) -> bool:
        """Whether a pronoun stands near enough for one named at some offsets, in order, to be meant."""
        here = self._block(source)
        at = bisect_left(starts, self._since(here))
        after = self.blocks[here : here + 1]
        return at < len(starts) and not (after and starts[at] >= after[0])

    def _since(self, here: int) -> int:
        """Where the first block begins in which somebody can be meant by a pronoun of a block."""
        return self.blocks[here - REACH - 1] if here > REACH else 0

    def _spoke(self, one: Antecedent, order: Sequence[tuple[Span, str]]) -> list[int]:
        """The blocks of the last sources, the last first; -1 where another spoke. Of those who are joined the first is the speaker."""
        own = (one.heads[0], *self.also.get(one.key, ())) if one.key[0] == "&" else ()
        spoke = (key == one.key or any(span.holds(at) for at in own) for span, key in order)
        return [self._block(at) if is_ else -1 for (at, _), is_ in zip(order, spoke, strict=True)]

    def _opening(self, last: Span, places: Sequence[int]) -> Signs:
        """What is seen of somebody where a pronoun opens its sentence."""
        signs = {f"opens, {place(self.seen.words, self.seen.at(last))}": 1.0}
        return signs if places[:1] == [-1] else {**signs, "opens, spoke": float(bool(places))}

    def _topic(self, source: Span) -> set[int]:
        """The words that name the subject of the sentence before, in the same paragraph, where a pronoun is a subject too.

        Takes: "Lund's manager, | Theo Vik |, was scathing. “My client is hurt,” | he | said". Leaves: "Theo Vik was scathing. ¶ | He | said".
        """
        over, words = self.tree.over(source), self.tree.words
        if not over or self.tree.relation(over[0]) != "nsubj" or meets_any(source, self.quoted):
            return set()
        told = self.topics.subject(words[over[0]].sentence - 1)
        beside = [n for n in told if self._block(words[n].span) == self._block(source)]
        return {n for n in beside if not meets_any(words[n].span, self.quoted)}

    def _opens(self, source: Span) -> bool:
        """Whether a pronoun is the first word of its sentence."""
        at = self.seen.at(source)
        words = self.seen.words
        return at is not None and (at == 0 or words[at - 1].sentence != words[at].sentence)

    def _near(
        self, one: Antecedent, source: Span, since: int, barred: Callable[[Span], bool], own: Spans
    ) -> list[Span]:
        """The last places before a pronoun, from an offset on, where somebody is named who may be meant there, in order."""
        also = self.also.get(one.key, [])
        stop = bisect_right(also, source.start, key=END)
        near = [*also[max(0, stop - AT_MOST) : stop]]
        at = bisect_right(one.heads, source.start, key=END) - 1
        if not near and (at < 0 or one.heads[at].start < since):
            return []
        while at >= 0 and len(near) < 2 * AT_MOST:
            head = one.heads[at]
            at -= 1
            if head.start < since:
                break
            if not meets_any(head, self.datelines):
                near.append(head)
        if any(map(barred, near)):
            return []
        kept = {head for head in near if head.start >= since and not meets_any(head, own)}
        return sorted(kept)[-AT_MOST:]

    def _ahead(self, source: Span, one: Antecedent, own: Spans) -> Signs:
        """What is seen of the first name of somebody that comes after a pronoun, in its sentence."""
        after = bisect_right(one.heads, source.end, key=START)
        for head in one.heads[after : after + 1]:
            if not meets_any(head, own):
                return comes(self.seen, source, head)
        return {}

    def _signs(
        self, source: Span, low: str, one: Antecedent, near: Sequence[Span], here: int
    ) -> dict[str, float]:
        """What is seen of somebody who may be meant."""
        joined = one.key[0] == "&" and near[-1] in one.heads
        asked = source, *near, joined
        placed = self._placed.get(asked)  # genders are guessed before it is asked whom all mean
        if placed is None:
            placed = self._placed[asked] = self._places(source, near, here, joined=joined)
        often = bisect_right(one.heads, source.start, key=END)
        signs = {**placed, "mentions": min(len(near), FEW) / FEW}
        signs["often"] = min(often, OFTEN) / OFTEN
        if one.key.startswith("="):
            signs["with article"] = sum(map(self._with_article, near)) / len(near)
        signs["new"] = float(len(near) == 1 and often == 1)
        return {**signs, **bearing(low, one, self.lexicon)}

    def _places(self, source: Span, near: Sequence[Span], here: int, *, joined: bool) -> Signs:
        """What is seen of the places where somebody was named, whoever it is: how near they are, and how the network ranks them."""
        at, last = self.seen.at(source), self.seen.at(near[0] if joined else near[-1])
        words = self.seen.words
        away = (
            words[at].sentence - words[last].sentence if at is not None and last is not None else 0
        )
        signs = dict(nearness(away, here - self._block(near[-1])))
        if self.seen.reference is not None and at is not None:
            heads = [head for one in near if (head := self.seen.at(one)) is not None]
            ranks = self.seen.reference.scores(at, heads)
            signs["rank"] = max(-HIGHEST, min(HIGHEST, max(ranks, default=0.0)))
            signs["rank of last"] = max(-HIGHEST, min(HIGHEST, ranks[-1] if ranks else 0.0))
            signs.update(ranked(ranks))
        stands = place(words, last)
        signs[f"{stands}, {min(away, 2)} sentences"] = 1.0
        if at is not None and place(words, at) == stands:
            signs["as placed"] = 1.0
        return signs

    def _with_article(self, name: Span) -> bool:
        """Whether an article stands before a name, as nobody's does: "the | Orrin | has four wheels"."""
        at = self.seen.at(name)
        if at is None or self.seen.words[at].upos != "PROPN":
            return False
        head = top(self.seen.words, at)
        own = self.seen.words[head].upos == "PROPN"
        return own and any(
            self.tree.lows[n] in ("the", "a", "an") for n in self.tree.children(head, "det")
        )

    def _block(self, span: Span) -> int:
        return bisect_right(self.blocks, span.start)

    def _agrees(self, low: str, one: Antecedent) -> bool:
        if low in ONE:
            body = one.entity in BODIES and one.key[0] == "=" and not one.outlet
            may = (one.entity in (PERSON, "") or body) and not one.many
            return may and (not one.gender or one.gender == self.lexicon.gender(low))
        if low in IT:
            return one.entity in (BODY, PLACE, THING, MATTER) and not one.many
        if low in SEVERAL:
            named = one.entity == PLACE and one.key[0] == "="
            return one.many or named or one.entity in (BODY, "group")
        return False
