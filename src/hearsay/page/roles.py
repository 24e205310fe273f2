"""The roles of a page's blocks.

First the body: every block is scored by shape, place, names and by the vote of trafilatura (decision
0006), and the body is what stands between the first and the last block that score high. Then what is
left over gets the role that its words, its element's names or its place on the page say. A name alone
never takes a block of prose out of the body: it needs a second sign.
"""

from collections import Counter
from collections.abc import Container, Sequence

import msgspec
from lxml import etree

from hearsay.page.around import outside
from hearsay.page.blocks import Raw
from hearsay.page.metadata import Known
from hearsay.page.names import Hint
from hearsay.page.phrases import NO_PROSE, ended, flat, likeness, prosaic, quoted, said
from hearsay.page.seen import FURNITURE, HEADINGS, HOLDS, MOSTLY, NEAR, Seen
from hearsay.text.article import Role

_APART = frozenset({"nav", "footer", "form"})
_SET_APART = _APART | {"button", "dialog"}
_BESIDE = frozenset({"aside", "header"})
_ITEMS = frozenset({"li", "td", "th", "dt", "dd"})
_BELIED = frozenset({Role.COMMENTS, Role.RELATED, Role.ADVERT})
_ENOUGH = 2.0  # score from which a block is body by itself
LONG = 45  # words; appeals and notices are shorter
FELLOWS = (
    2  # other blocks of prose beside one: from there on its own name does not make it furniture
)
MUCH = 0.25  # share of the page's prose under a name, from which the name says nothing


Votes = Sequence[bool | None]
"""For each block whether trafilatura takes it for the body; None where it was not asked."""


class Labelled(msgspec.Struct, frozen=True):
    """A block with its role.

    Attributes:
        raw: the block.
        role: what it is to the page.
        why: the signals that decided, in a line.
        voted: trafilatura takes it for the body; None where it was not asked.
        hints: what names around it say, the innermost first; names that do not count are not there.
        score: how much it looks like the body.
        prosy: it has the shape of prose, and is no list of links.
    """

    raw: Raw
    role: Role
    why: str
    voted: bool | None = None
    hints: tuple[Hint, ...] = ()
    score: float = 0.0
    prosy: bool = False


def unasked(raws: Sequence[Raw]) -> Votes:
    """The votes of trafilatura that was not asked."""
    return [None] * len(raws)


def label(raws: Sequence[Raw], voted: Votes, known: Known) -> tuple[Labelled, ...]:
    """The blocks with their roles.

    Args:
        raws: the blocks of a page, in order.
        voted: for each, whether trafilatura takes it for the body.
        known: what the page says about itself.
    """
    seen = [_first_seen(raw, vote) for raw, vote in zip(raws, voted, strict=True)]
    holders, belied = _holders(seen, known)
    for one in seen:
        one.hints = one.raw.context.hints
        if holders and one.hints:
            one.hints = tuple([hint for hint in one.hints if hint.element not in holders])
        one.plain = _could_be_body(one)
    void = _void(seen, belied)
    among = Counter([one.raw.holder for one in seen if one.plain])
    for one in seen:
        if void and one.hints:
            one.hints = tuple([hint for hint in one.hints if hint.name not in void])
        if one.plain and among[one.raw.holder] > FELLOWS:
            one.hints = tuple([hint for hint in one.hints if not _unlikely(hint, one)])
        one.hint = one.hints[0] if one.hints else None
    container = _container(seen)
    for one in seen:
        one.score = _score(one, container)
    headline = _headline(seen, known)
    body = _body(seen, headline)
    return tuple(_label(seen, at, body, headline, known) for at in range(len(seen)))


def _first_seen(raw: Raw, voted: bool | None) -> Seen:  # noqa: FBT001 - the vote of trafilatura
    """A block with what its words say."""
    prosy = prosaic(raw.words) and ended(raw.text) and raw.link_share < MOSTLY
    phrase = said(raw.line)
    if phrase is None or (prosy and phrase.role in NO_PROSE and not phrase.sure):
        return Seen(raw, voted, prosy=prosy)
    return Seen(raw, voted, phrase=phrase.role, sense=phrase.sense, prosy=prosy)


def _holders(seen: Sequence[Seen], known: Known) -> tuple[set[etree._Element], set[Role]]:
    """The elements around the headline, whose names say nothing of the article in them, and the roles that they say.

    A page that puts its headline into an element named for comments names the article's own blocks so.
    """
    heads = [one for one in seen if one.raw.tag == "h1" and not one.raw.context.hidden]
    best = max(heads, key=lambda one: likeness(one.raw.text, known.title), default=None)
    if best is None or (known.title and likeness(best.raw.text, known.title) < NEAR):
        shown = (one for one in seen if _is_title(one.raw, known) and not one.raw.context.hidden)
        best = next(shown, best)
    if best is None:
        return set(), set()
    own = best.raw.context.element
    hints = [hint for hint in best.raw.context.hints if hint.element is not own]
    firm = best.raw.context.hints if _is_title(best.raw, known) else ()
    belied = {hint.role for hint in firm if hint.role in _BELIED}
    return {hint.element for hint in hints}, belied


def _void(seen: Sequence[Seen], belied: set[Role]) -> set[str]:
    """The names that do not count on this page, since much of its prose stands under them.

    Where trafilatura takes less than half of the page's prose, its vote is not asked: some pages name
    the article's own blocks as others name their furniture.
    """
    plain = [one for one in seen if _could_be_body(one, belied)]
    voted = [one for one in plain if one.voted]
    size = sum(len(one.raw.words) for one in plain)
    trusted = 2 * sum(len(one.raw.words) for one in voted) >= size
    those = voted if trusted else plain
    total = sum(len(one.raw.words) for one in those) or 1
    held: Counter[str] = Counter()
    for one in those:
        for name in {hint.name for hint in one.hints if hint.role in FURNITURE}:
            held[name] += len(one.raw.words)
    return {name for name, words in held.items() if words > MUCH * total}


def _unlikely(hint: Hint, one: Seen) -> bool:
    """Whether a name of the block's own element says of prose what hardly any prose is."""
    return hint.element is one.raw.context.element and hint.role in HOLDS


def _could_be_body(one: Seen, belied: Container[Role] = ()) -> bool:
    """Whether a block is prose where prose of the article may stand."""
    context = one.raw.context
    if not one.prosy or one.phrase is not None or context.hidden:
        return False
    if not _APART.isdisjoint(context.tags):
        return False
    comments = any(hint.role is Role.COMMENTS and hint.firm for hint in one.hints)
    return not comments or Role.COMMENTS in belied


def _container(seen: Sequence[Seen]) -> etree._Element | None:
    """The element that holds most of the prose, as readability counts it."""
    points: Counter[etree._Element] = Counter()
    for one in seen:
        if not one.prosy or one.raw.context.hidden or one.firm in FURNITURE:
            continue
        weight = len(one.raw.words) * (1 + bool(one.voted))
        path = one.raw.context.path
        over = path if one.raw.bare else path[:-1]
        for share, element in zip((1.0, 0.5, 0.25), reversed(over), strict=False):
            points[element] += round(weight * share)
    return points.most_common(1)[0][0] if points else None


def _score(one: Seen, container: etree._Element | None) -> float:
    """How much a block looks like the body."""
    raw = one.raw
    score = 2.0 * bool(one.voted) + 1.5 * one.prosy
    if container is not None and container in raw.context.path:
        score += 1.0
    if raw.tag in ("p", "blockquote") or "blockquote" in raw.context.tags:
        score += 0.5
    if raw.link_share >= MOSTLY:
        score -= 3.0
    if raw.context.hidden:
        score -= 6.0
    return score - _against(one)


def _against(one: Seen) -> float:
    """How much the names and words of a block speak against the body."""
    raw = one.raw
    against = 0.0
    if one.phrase in FURNITURE:
        sounds = one.phrase is Role.RELATED or (one.phrase in _LOOSE and _speaks(raw))
        loose = one.prosy and sounds
        against += 2.0 if loose else 5.0
    if one.hint is not None and one.hint.role in FURNITURE:
        against += _named(one)
    tags = raw.context.tags
    if not _SET_APART.isdisjoint(tags):
        against += 3.0
    if not _BESIDE.isdisjoint(tags) and "blockquote" not in tags:
        against += 1.5
    return against


def _speaks(raw: Raw) -> bool:
    """Whether prose may only sound like furniture: it quotes, or it is long."""
    return quoted(raw.text) or len(raw.words) > LONG


def _named(one: Seen) -> float:
    """How much a name speaks against the body: less against prose, least against prose voted for."""
    firm = one.hint is not None and one.hint.firm
    if one.prosy and one.voted:
        return 2.0 if firm else 0.5
    if one.prosy:
        return 3.5 if firm else 1.5
    return 4.0 if firm else 2.5


_LOOSE = frozenset({Role.RELATED, Role.ADVERT, Role.NEWSLETTER, Role.BIO, Role.OTHER})


def _headline(seen: Sequence[Seen], known: Known) -> int | None:
    """Which block is the headline: the heading that is most like the page's title."""
    best: tuple[float, int] | None = None
    for at, one in enumerate(seen):
        raw = one.raw
        named = one.hint is not None and one.hint.role is Role.HEADLINE
        if raw.context.hidden or len(raw.words) > 45:  # noqa: PLR2004
            continue
        if not (raw.tag in HEADINGS or named or _is_title(raw, known)):
            continue
        alike = likeness(raw.text, known.title) if known.title else 0.0
        if raw.tag == "h1" and not known.title:
            alike = 1.0
        rank = alike + 0.2 * (raw.tag == "h1") + 0.1 * named - 0.3 * (one.firm in FURNITURE)
        if alike >= NEAR and (best is None or rank > best[0]):
            best = (rank, at)
    if best is not None:
        return best[1]
    return next((n for n, one in enumerate(seen) if one.raw.tag == "h1" and _plain(one)), None)


def _is_title(raw: Raw, known: Known) -> bool:
    """Whether a block is, word for word, the title that the page states, and no link to it."""
    if known.title is None or len(raw.words) <= 2 or raw.link_share >= MOSTLY:  # noqa: PLR2004
        return False
    return raw.line.casefold() == flat(known.title).casefold()


def _plain(one: Seen) -> bool:
    return not one.raw.context.hidden and one.raw.link_share < 1 and one.firm not in FURNITURE


def _body(seen: Sequence[Seen], headline: int | None) -> set[int]:
    """Which blocks are the running text."""
    strong = [n for n, one in enumerate(seen) if one.score >= _ENOUGH and one.prosy]
    if not strong:
        strong = [n for n, one in enumerate(seen) if one.score >= _ENOUGH]
    if not strong:
        return set()
    first, last = min(strong), max(strong)
    if headline is not None and first < headline < last:
        first = min((n for n in strong if n > headline), default=first)
    body = {n for n in strong if first <= n <= last}
    parents = {seen[n].raw.holder for n in body}
    for n, one in enumerate(seen):
        if n in body or n == headline:
            continue
        inside = first < n < last
        like = one.raw.holder in parents
        beyond = like and not inside and (n - 1 in body or n + 1 in body)
        if (inside or beyond) and _fits(one, inside=inside, like=like):
            body.add(n)
    return body


def _fits(one: Seen, *, inside: bool, like: bool) -> bool:
    """Whether a short or odd block belongs to the body that it stands in or beside."""
    raw = one.raw
    if raw.context.hidden or _against(one) >= 2.5 or raw.link_share >= MOSTLY:  # noqa: PLR2004
        return False
    if one.phrase in FURNITURE:
        return False
    if one.voted or like:
        return True
    quote = one.hint is not None and one.hint.role is Role.QUOTE
    return inside and (quote or one.score > 0 or raw.tag in HEADINGS or raw.tag in _ITEMS)


def _label(
    seen: Sequence[Seen], at: int, body: set[int], headline: int | None, known: Known
) -> Labelled:
    one = seen[at]
    if at == headline:
        role, why = Role.HEADLINE, "the heading most like the page's title"
    elif at in body:
        role, why = _in_body(seen, at)
    else:
        role, why = outside(seen, at, body, headline, known)
    return Labelled(one.raw, role, why, one.voted, one.hints, one.score, one.prosy)


def _in_body(seen: Sequence[Seen], at: int) -> tuple[Role, str]:
    """The role of a block of the running text."""
    one = seen[at]
    raw = one.raw
    hinted = one.hint.role if one.hint else None
    note = "trafilatura's vote" if one.voted else "prose" if one.prosy else "between body blocks"
    quote = next((hint for hint in one.hints if hint.role is Role.QUOTE), None)
    if quote is not None or "blockquote" in raw.context.tags:
        return Role.QUOTE, f"{note}; {quote.name if quote else '<blockquote>'}"
    if hinted is Role.CAPTION or "figcaption" in raw.context.tags:
        return Role.CAPTION, f"{note}; {one.hint.name if one.hint else 'figcaption'}"
    if raw.tag in HEADINGS:
        return Role.HEADING, f"{note}; <{raw.tag}>"
    cell = raw.tag in ("td", "th", "dd") and one.prosy
    if (raw.tag in _ITEMS and not cell) or "li" in raw.context.tags:
        return Role.LIST, f"{note}; <{raw.tag}>"
    bold = raw.strong >= 0.9 * len(raw.text.replace(" ", ""))
    if bold and len(raw.words) <= 12 and not ended(raw.text):  # noqa: PLR2004 - a line
        return Role.HEADING, f"{note}; all of it bold, and no full stop"
    if hinted is Role.STANDFIRST and one.hint is not None:
        return Role.STANDFIRST, f"{note}; {one.hint.name}"
    return Role.PARAGRAPH, note
