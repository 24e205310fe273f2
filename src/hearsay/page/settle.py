"""The role of a block settled: what the rules say, weighed with all that is seen of it.

The rules know what must not happen: what a browser does not show is not read; prose that they and
trafilatura take for the body stays body unless its words are a phrase of furniture, and such a phrase is
never body where the rules take it for what it says; an article has one headline.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec

from hearsay.page.apart import QUOTATION, SURE, as_ruled, no_signature
from hearsay.page.begins import entitled, opening, sentence
from hearsay.page.blocks import Raw
from hearsay.page.bylines import signed
from hearsay.page.introduced import introduced
from hearsay.page.leavings import left
from hearsay.page.lines import Line
from hearsay.page.metadata import Known
from hearsay.page.opening import dateline
from hearsay.page.page import Form
from hearsay.page.phrases import ended, flat, quoted, said, tells
from hearsay.page.place import Sight
from hearsay.page.roles import Labelled, Votes, label, unasked
from hearsay.page.shape import OPENERS
from hearsay.page.sights import HIDDEN, sights_of_blocks, sights_of_lines
from hearsay.page.signals import in_words
from hearsay.page.weights import Table, Weighed, table_of, weigh
from hearsay.text.article import BODY, READ, Role

DOUBT = 0.4  # chance under which what the rules say stands
PLAIN_SPOKEN = frozenset({Role.CREDIT, Role.ADVERT, Role.NEWSLETTER, Role.OTHER})
SHORTEST = 6  # words of a headline that is known by its form
NOTICE = 25  # words of the longest notice that is taken at its word
BOXED = frozenset({"in nav", "in footer", "in form", "in button", "links all"})
"""Signals of what is no running text, whatever it quotes."""
ENCLOSED = 0.95  # chance under which a line between body and body is no furniture
RATHER = 0.2  # chance of all running text together from which on a block is some of it
UNLIKELY = 0.08  # chance of it under which prose that holds a quotation, or is a line, may be called furniture
MAYBE = (0.3, 0.7)  # between these chances of it prose makes trafilatura's vote worth asking
PROSE = 15  # words of the shortest prose that does
FAINT = 0.05  # chance of it from which a quotation stands that the rules take for the article


def weighed(raws: Sequence[Raw], knows: Known, asked: Callable[[], Votes]) -> tuple[Labelled, ...]:
    """The blocks of a page with their roles settled.

    Args:
        raws: the blocks.
        knows: what the page says of itself.
        asked: gives trafilatura's votes, which take time.
    """
    learned = table_of(Form.HTML)
    if learned is None:
        return label(raws, asked(), knows)
    seen = _seen(label(raws, unasked(raws), knows), knows, learned)
    if doubtful(seen.sights, seen.chances):
        seen = _seen(label(raws, asked(), knows), knows, learned)
    found = settled(seen.sights, seen.chances)
    return tuple(
        msgspec.structs.replace(one, role=role, why=why)
        for one, (role, why) in zip(seen.labelled, found, strict=True)
    )


class _Seen(NamedTuple):
    """The blocks of a page as the rules have them, what is seen of each, and what is weighed."""

    labelled: Sequence[Labelled]
    sights: Sequence[Sight]
    chances: Sequence[Weighed]


def _seen(labelled: Sequence[Labelled], knows: Known, learned: Table) -> _Seen:
    sights = sights_of_blocks(labelled, knows)
    return _Seen(labelled, sights, weigh(sights, learned))


def doubtful(sights: Sequence[Sight], found: Sequence[Weighed]) -> bool:
    """Whether trafilatura's vote is worth asking: nothing is running text, or some prose may as well be as not (decision 0006)."""
    low, high = MAYBE
    return not any(one.role in BODY for one in found) or any(
        low < weight.body < high and ended(sight.text) and len(sight.text.split()) >= PROSE
        for sight, weight in zip(sights, found, strict=True)
        if HIDDEN not in sight.own
    )


def weighed_lines(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a text with their roles settled; as the rules have them where else nothing would be read.

    Takes: a text of one short sentence, of which what is weighed makes a scrap of something.
    """
    learned = table_of(Form.PLAIN)
    if learned is None:
        return tuple(lines)
    sights = sights_of_lines(text, lines)
    found = settled(sights, weigh(sights, learned))
    if not any(role in BODY for role, _ in found):
        return tuple(lines)
    found = left(found, [flat(sight.text) for sight in sights])
    return tuple(
        msgspec.structs.replace(line, role=role, why=why)
        for line, (role, why) in zip(lines, found, strict=True)
    )


def settled(sights: Sequence[Sight], found: Sequence[Weighed]) -> list[tuple[Role, str]]:
    """The role of each block and the reason for it, by what was learned and what the rules hold."""
    out: list[tuple[Role, str]] = []
    sights, found = introduced(sights, found)
    headline, opened = _beginning(sights, found)
    for n, (sight, weight) in enumerate(zip(sights, found, strict=True)):
        role, why = weight.role, "; ".join(in_words(name) for name in weight.because)
        if (
            weight.chance < DOUBT
            and sight.opinion is not Role.OTHER
            and not _refuted(sight, weight)
        ):
            role, why = sight.opinion, sight.why
        if HIDDEN in sight.own:
            role, why = Role.OTHER, sight.why
        elif n == headline:
            role = Role.HEADLINE
        elif role is Role.HEADLINE:
            role = _no_headline(sight, opens=n < opened)
        elif sight.prosy and role not in READ and (n < opened or not _sure(sight, weight)):
            role, why = sight.opinion, f"prose that must not be lost; else {role.value}: {why}"
        elif (kept := _kept(sights, found, out, role)) is not None:
            role, why = kept
        elif role in READ and _says_so(sight):
            role, why = sight.opinion, sight.why
        out.append((role, why))
    _lead_on(sights, out)
    return out


def _no_headline(sight: Sight, *, opens: bool) -> Role:
    """What a block is that is weighed as a headline where another is: its summary, where the rules would have it for the headline."""
    if opens:
        return Role.PARAGRAPH
    if sight.opinion is Role.HEADLINE:
        return Role.STANDFIRST
    return Role.HEADING if sight.opinion in BODY else Role.RELATED


def _beginning(sights: Sequence[Sight], found: Sequence[Weighed]) -> tuple[int | None, int]:
    """Which block is the headline, and how many of the first lines of a text stand as running text."""
    headline, opened = _one_headline(sights, found), opening(sights)
    if (headline or 0) <= 1 and entitled(sights, found):
        return 0, opened
    if headline == 0 and sentence(sights, found):
        return None, max(opened, 1)
    return headline, opened


def _lead_on(sights: Sequence[Sight], roles: list[tuple[Role, str]]) -> None:
    """Take for related a headline that opens with a quotation, beside related ones or by rule, and is called comments by its place.

    Taken: ‘We will not go,’ says Lund, between "View all comments" and a related headline. Left: a reader's sentence, with
    its full stop; the line over it, with a name and a day.
    """
    for n in range(len(roles) - 1, -1, -1):  # from below, so that a run is taken from its end
        if roles[n][0] is not Role.COMMENTS:
            continue
        line = flat(sights[n].text)
        beside = {roles[at][0] for at in (n - 1, n + 1) if 0 <= at < len(roles)}
        headline = line[:1] in OPENERS and line.count(" ") >= SHORTEST - 1 and not ended(line)
        if headline and (Role.RELATED in beside or sights[n].opinion is Role.RELATED):
            roles[n] = Role.RELATED, "a quotation without an end, beside related headlines"


def _kept(
    sights: Sequence[Sight], found: Sequence[Weighed], above: Sequence[tuple[Role, str]], role: Role
) -> tuple[Role, str] | None:
    """The role that words in or without quotation marks keep, and why; None where what is weighed stands.

    Args:
        sights: all blocks.
        found: what is weighed of each.
        above: what is settled of those above this one.
        role: that is weighed of it.
    """
    n = len(above)
    sight = sights[n]
    if as_ruled(role, sight, found[n]) or no_signature(role, sights, above):
        return sight.opinion, sight.why
    if role is Role.QUOTE and sight.opinion is Role.LIST and n and found[n - 1].role is Role.LIST:
        return sight.opinion, f"{sight.why}, as the line before it"
    if (told := _opened(role, sight) or _alone(role, found, above, sight)) is not None:
        return told
    if role in READ:
        listed = role is Role.STANDFIRST and sight.opinion is Role.LIST
        begun = listed and any(one is Role.PARAGRAPH for one, _ in above)
        return (sight.opinion, f"{sight.why}, below running text") if begun else None
    if _quote_kept(sights, found, above):
        held = sight.opinion if sight.opinion in READ else Role.PARAGRAPH
        return held, f"quotes, and the body is around it; else {found[n].role.value}"
    if _enclosed(sights, found, n):
        return sight.opinion, f"the body is around it; else {role.value}"
    if _maybe_body(sights, found, n):
        return found[n].inside, f"may well be running text; else {role.value}"
    return None


def _opened(role: Role, sight: Sight) -> tuple[Role, str] | None:
    """What the opening words of a line at the head say that it is, and why."""
    if role is Role.DATELINE and signed(sight.text):
        return Role.BYLINE, "says by whom, beside the day"
    if role is Role.STANDFIRST and sight.prosy and dateline(sight.text):
        return Role.PARAGRAPH, "running text that begins with a dateline"
    return None


def _alone(
    role: Role, found: Sequence[Weighed], above: Sequence[tuple[Role, str]], sight: Sight
) -> tuple[Role, str] | None:
    """That a line of plain text that is prose is a paragraph, and why: no headline is over what may be its summary, no item beside what may be an item.

    Kept: "The ferry is tied up at Vik." that begins a text; the same between paragraphs. Left: it under a headline; it between items.
    """
    if sight.parent is not None or not sight.prosy or sight.opinion is not Role.PARAGRAPH:
        return None
    if role is Role.STANDFIRST and all(one is not Role.HEADLINE for one, _ in above):
        return Role.PARAGRAPH, "prose that begins a text without a headline"
    n = len(above)
    beside = {found[at].role for at in (n - 1, n + 1) if 0 <= at < len(found)}
    return (Role.PARAGRAPH, "no item beside it") if {role} - beside == {Role.LIST} else None


def _maybe_body(sights: Sequence[Sight], found: Sequence[Weighed], n: int) -> bool:
    """Whether a block is likely enough running text of some kind, though no kind is likely by itself.

    Kept: "Talks resume on Thursday." under a list; "The views in the report are its author's own, the judge found." between
    paragraphs, where no disclaimer stands. Left out: what says itself that it is other furniture.
    """
    if found[n].body < RATHER or BOXED.intersection(sights[n].own):
        return False
    phrase = said(sights[n].text)
    amid = 0 < n < len(found) - 1 and found[n - 1].role in BODY and found[n + 1].role in BODY
    return phrase is None or (phrase.role is Role.DISCLAIMER and amid)


def _quote_kept(
    sights: Sequence[Sight], found: Sequence[Weighed], above: Sequence[tuple[Role, str]]
) -> bool:
    """Whether a block that holds a quotation stays, against what is weighed.

    Kept: "No," she said. between two paragraphs, all of it a link or not; “My views are my own.” there, or, whatever is around it, where the rules take it for the article and it has a speaker, or
    is not quite unlikely running text. Left out: a reader's comment with a quotation among comments; a block that says itself that it is furniture.
    """
    n = len(above)
    sight, weight = sights[n], found[n]
    if not quoted(sight.text) or _says_of_itself(sight.text):
        return False
    before = above[-1][0] if above else None
    after = found[n + 1].role if n + 1 < len(found) else None
    whole = ended(sight.text)
    amid = before in READ and after in BODY
    if boxed := BOXED.intersection(sight.own):
        return amid and whole and boxed == {"links all"} and tells(sight.text)
    if amid:
        return whole or sight.opinion in READ
    stands = before in READ or after in READ or tells(sight.text)
    if sight.opinion not in READ:
        return False
    maybe = weight.body >= FAINT and weight.role is not Role.COMMENTS
    firm = weight.chance < SURE or (sight.parent is None and tells(sight.text))
    return maybe or (firm and stands)


_POINTS = " .,:;!?"


def _says_of_itself(text: str) -> bool:
    """Whether a block says that it is furniture, and does not only quote what does.

    Says so: Sign up for “The Harbour”, our newsletter. Quotes it: “Sign up for our newsletter: we hate that line,” said the editor.
    """
    outside = flat(QUOTATION.sub(" ", text)).strip(_POINTS)
    return said(text) is not None and (outside == flat(text) or said(outside) is not None)


def _enclosed(sights: Sequence[Sight], found: Sequence[Weighed], n: int) -> bool:
    """Whether a line that the rules take for the body stays, since what is around it is body too; a block of a page has more to tell what it is.

    Kept: "Shares rose 6 percent." between two paragraphs; "The trial continues." that ends a text, or stands over its last line of credits; prose
    that begins one. Left out: "Read more: the harbour", which says what it is.
    """
    sight, weight = sights[n], found[n]
    if sight.parent is not None or sight.opinion not in BODY or said(sight.text) is not None:
        return False
    if weight.chance >= ENCLOSED:
        return False
    over = found[n - 1].role in BODY if n else _opens(sight)
    if n + 1 == len(found):
        return n > 0 and over and ended(sight.text)
    under = found[n + 1].role
    return over and (under in BODY or (under is Role.CREDIT and _opens(sight)))


def _opens(sight: Sight) -> bool:
    """Whether prose may stand at the edge of a text: it is a line of one, and no block of a page, and is prose by its form."""
    return sight.parent is None and sight.prosy


def _says_so(sight: Sight) -> bool:
    """Whether a line of plain text that is weighed as read is furniture by its own words; what a block of a page is, its elements say better."""
    phrase = said(sight.text)
    if sight.parent is not None or phrase is None or phrase.role is not sight.opinion:
        return False
    if not phrase.sure and sight.opinion not in PLAIN_SPOKEN:
        return False
    return not quoted(sight.text) and len(sight.text.split()) <= NOTICE


def _sure(sight: Sight, weight: Weighed) -> bool:
    """Whether prose may be furniture: it says so itself, or all else is sure of it, surer where it quotes or is a line."""
    least = UNLIKELY if quoted(sight.text) or sight.parent is None else RATHER
    return weight.body <= least or said(sight.text) is not None


def _refuted(sight: Sight, weight: Weighed) -> bool:
    """Whether what the rules take for running text is hardly likely any."""
    return sight.opinion in BODY and weight.body < RATHER


def _one_headline(sights: Sequence[Sight], found: Sequence[Weighed]) -> int | None:
    """Which block is the headline: the one of the rules, if it is likely and no likelier one stands above it; else the likeliest."""
    likely = [n for n, weight in enumerate(found) if weight.role is Role.HEADLINE]
    ruled = [n for n, sight in enumerate(sights) if sight.opinion is Role.HEADLINE]
    if set(likely) & set(ruled):
        above = [n for n in likely if n < ruled[0] and found[n].chance > found[ruled[0]].chance]
        return max(above, key=lambda n: found[n].chance, default=ruled[0])
    if likely:
        return max(likely, key=lambda n: found[n].chance)
    return ruled[0] if ruled else None
