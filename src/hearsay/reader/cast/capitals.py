"""Capitals: words that have one and are no names: those that open a sentence, and adjectives of nations.

The network takes "Islanders" that opens a sentence for a name now and then. What the rest of the article writes small,
"the islanders", what goes on as only a noun for several does, "Islanders who …", and a plural that the network takes for a
noun, or that names by what one does and never has its capital within a sentence, is none. Nor is what only ever says
which, and is an adjective somewhere: "the Russian military", "Russian boats" name nobody "Russian". Peoples and parties in
the plural are described, not named: "many Democrats", "the Saudis".
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.seen import Seen
from hearsay.reader.tree import Tree
from hearsay.text.span import Span

PLURALS = ("s", "men", "women", "people", "folk")
OF_DOERS = ("ers", "men", "women", "people", "folk")
"""Ends of plurals that name people by what they do: "Exporters"; a surname so written stands elsewhere too."""

SINGULAR = ("ss", "us", "is")
"""Ends of words that are no plurals, though they end in "s"."""

SEVERAL = ("nummod", "amod", "det:predet")
"""Relations of words that say how many, or which of many: "half a dozen", "moderate"."""

HOW_MANY = frozenset(
    {
        "the",
        "many",
        "most",
        "some",
        "all",
        "both",
        "few",
        "several",
        "other",
        "these",
        "those",
        "no",
    }
)
ONES = frozenset({"the", "a", "an", "another", "one"})
ARE, IS = (
    frozenset({"are", "were", "have", "do", "'re", "’re", "'ve", "’ve"}),
    frozenset({"is", "was", "has", "does"}),
)
OF_PEOPLES = ("ans", "ians", "crats", "ists", "inos", "ics", "ites", "ese")
"""Ends of the plurals of peoples and parties."""

FEWEST = 5  # letters
LONG = 4  # letters of a word that has no capital in a headline but where all have
FEW_TITLED = 4  # such words of a headline
MOST = 0.75  # of them with a capital


def with_common(text: str, seen: Seen, lexicon: Lexicon, headline: Span | None = None) -> Seen:
    """What the network knows, with the words that open a sentence and are no names among the common ones.

    So are those of a headline with capitals throughout that are no names: "Pruett | Aide | Calls It Over".
    """
    tree = seen.tree(text)
    opens = {span for at in _common(tree, lexicon) for span in _up_to(text, seen, at)}
    which = {span for at in _which(tree) for span in _with_hyphen(text, seen, at)}
    alone = (
        *_peoples(tree, lexicon),
        *_demonyms(tree, lexicon),
        *_titled(text, seen, lexicon, headline),
        *_parted(tree, lexicon),
    )
    found = opens | which | {seen.words[at].span for at in alone}
    common = (seen.common | found) - {*_outlets(tree, lexicon)}
    return msgspec.structs.replace(seen, common=common)


def _outlets(tree: Tree, lexicon: Lexicon) -> Iterator[Span]:
    """The first words of outlets of two words that are known by all of their name: "| Business | Insider"."""
    for (form, one), (_, after) in pairwise(zip(tree.forms, tree.words, strict=True)):
        if not form[0].isupper():
            continue
        name = one.span.hull(after.span).cut(tree.text)
        if name.istitle() and lexicon.tells(name.lower(), "outlet_name"):
            yield one.span


def _common(tree: Tree, lexicon: Lexicon) -> Iterator[int]:
    words = tree.forms
    small = {
        form
        for form, word in zip(words, tree.words, strict=True)
        if word.upos == "NOUN" and form.islower()
    }
    opening = _opening(tree)
    inner = {w for w, opens in zip(words, opening, strict=True) if not opens and w.istitle()}
    for at, form in enumerate(words):
        if not opening[at] or not form[:1].isupper() or form.isupper():
            continue
        after = words[at + 1] if at + 1 < len(words) else ""
        low = form.lower()
        office = low in ("secretary", "minister") and after == "of"
        goes_on = office and "".join(words[at + 2 : at + 3]).istitle()  # Secretary of State
        outlet = lexicon.tells(low, "outlet") and low not in small  # Reuters
        if after[:1].isupper() or goes_on or outlet:
            continue
        many = low.endswith(PLURALS) and not low.endswith(SINGULAR)
        noun = lexicon.nouns.get(low)
        unnamed = noun is not None and noun.kind in ("group", "document")
        noun_there = tree.words[at].upos == "NOUN" or (
            low.endswith(OF_DOERS) and form not in inner and tree.words[at].upos == "PROPN"
        )
        number = tree.words[at].upos == "NUM"  # Seventy-two percent
        people = lexicon.tells(low, "no_office", "expert")  # Locals
        noun_there = noun_there or after == "who" or people
        if low in small or unnamed or number or (many and noun_there):
            yield at


def _titled(text: str, seen: Seen, lexicon: Lexicon, headline: Span | None) -> Iterator[int]:
    """The words of a headline with capitals throughout that are no names, as the text below has them, or the tables.

    Takes: "Pruett | Aide | | Vows | To Stay". Leaves: "Pruett", and "Keel" that stands with a capital below.
    """
    at = [n for n, word in enumerate(seen.words) if headline and headline.holds(word.span)]
    forms = {n: seen.words[n].span.cut(text) for n in at}
    long = [form for form in forms.values() if len(form) >= LONG and form.isalpha()]
    if len(long) < FEW_TITLED or sum(form[0].isupper() for form in long) < MOST * len(long):
        return
    below = [w for n, w in enumerate(seen.words) if n > at[-1]]
    words = [w.span.cut(text) for w in below]
    small = {form for form in words if form.islower()}
    named = {
        form
        for form, word in zip(words, below, strict=True)
        if form[:1].isupper() and word.upos == "PROPN"
    }
    for n, form in forms.items():
        low = form.lower()
        if not form.istitle() or form in named:
            continue
        known = low in lexicon.nouns or lexicon.cue(low) is not None or low in lexicon.grammar
        known = known or lexicon.tells(low, "expert", "no_office", "spokes")
        if known or low in small or seen.words[n].upos not in ("PROPN", "X"):
            yield n


def _parted(tree: Tree, lexicon: Lexicon) -> Iterator[int]:
    """The words before a name that the tree keeps apart from it: "| Mum | Ida Lund", "| Website | MossReport".

    Leaves: what the tables know for a title, given names, what the article never writes small, and what stands before one word
    alone: "| Kanye | West".
    """
    forms = {*tree.forms}
    for at, (form, word) in enumerate(zip(tree.forms[:-2], tree.words, strict=False)):
        if not form.istitle():
            continue
        low = form.lower()
        noun = word.upos == "NOUN" or low in forms or low in lexicon.nouns
        if not noun or low in lexicon.given or _is_known(form, low, lexicon):
            continue
        name, last = tree.words[at + 1], tree.words[at + 2]
        first = at if word.upos == "NOUN" else at + 1  # on which the network hangs the surname
        of_two = last.head == first and last.relation == "flat"
        of_two = of_two or any(c.isupper() for c in tree.forms[at + 1][1:])
        desc = word.relation == "nmod:desc" and word.head == at + 1
        beside = word.relation == name.relation == "nsubj" and word.head == name.head
        if of_two and name.upos == "PROPN" and (desc or beside):
            yield at


def _is_known(form: str, low: str, lexicon: Lexicon) -> bool:
    """Whether the tables know a word for a title, which then is told as one."""
    noun = lexicon.nouns.get(low)
    known = noun is not None and noun.kind in ("person", "title")
    known = known or form in lexicon.abbreviations or lexicon.same(low) != low
    classes = ("expert", "no_office", "partisan", "masculine", "feminine", "rank")
    return known or lexicon.tells(low, *classes)


def _which(tree: Tree) -> Iterator[int]:
    """The capitals that only ever say which: they stand before a small noun, and are adjectives there or elsewhere."""
    places: dict[str, list[int]] = {}
    for at, (form, word) in enumerate(zip(tree.forms, tree.words, strict=True)):
        if word.upos in ("ADJ", "PROPN") and form[:1].isupper() and not form.isupper():
            places.setdefault(form, []).append(at)
    for held in places.values():
        adjective = any(tree.words[at].upos == "ADJ" for at in held)
        if adjective and all(_modifies(tree, at) for at in held):
            yield from held


def _demonyms(tree: Tree, lexicon: Lexicon) -> Iterator[int]:
    """The capitals that say where one is from: "the | Italian | said", "a | Muslim", "the Moss | Republican |". Leaves: "the Italian Chamber"."""
    pairs = [*pairwise(["", *tree.lows])]
    persons = {pairs[at] for at, word in enumerate(tree.words) if word.entity == "person"}
    for at, form in enumerate(tree.forms):
        if at == 0 or not form.istitle():
            continue
        low = form.lower()
        of = lexicon.tells(low, "demonym", "of_faith", "partisan")
        if not (of or low.endswith("ist")):
            continue
        after = tree.forms[at + 1] if at + 1 < len(tree.forms) else ""
        named = after.lower() in lexicon.given  # the Dane | Mads Kjeldsen
        person = pairs[at] in persons and not tree.children(at, "flat")
        opens = (tree.lows[n] for n in tree.children(at, "det") if person)
        one = not ONES.isdisjoint((pairs[at][0], *opens))
        if one and (named or not after[:1].isupper()):
            yield at


def _peoples(tree: Tree, lexicon: Lexicon) -> Iterator[int]:
    """The plurals with a capital that say which people several are, wherever the article has them.

    Takes: "many Democrats", "Senate Republicans are", "the Saudis". Leaves: "Sanders is", "Bernie Sanders", "the Rivercats",
    who are a team.
    """
    places: dict[str, list[int]] = {}
    for at, (form, word) in enumerate(zip(tree.forms, tree.words, strict=True)):
        plural = form[-1] == "s" and len(form) >= FEWEST and not form.endswith(SINGULAR)
        if plural and form.istitle() and word.upos in ("PROPN", "NOUN"):
            places.setdefault(form, []).append(at)
    for form, found in places.items():
        entities = Counter(tree.words[at].entity for at in found)
        one = form.lower()[:-1]
        party = lexicon.tells(one, "partisan") and form.endswith(OF_PEOPLES)
        known = party or lexicon.tells(one, "demonym", "of_faith")
        people = entities["person"] + known * entities["organization"]
        if 2 * people > len(found) and _of_several(form, found, tree, known=known):
            for at in found:
                whole = party and tree.lows[at + 1 : at + 2] == ["for"]  # Democrats for Peace
                if not _in_name(tree, at) and not whole:
                    yield from (at, *(n for n in tree.children(at, "amod") if n == at - 1))


def _in_name(tree: Tree, at: int) -> bool:
    """Whether a plural is part of a longer name: "Society of | Librarians", "the | Players' | Association"."""
    over = tree.words[tree.words[at].head]
    return tree.relation(at) in ("nmod", "nmod:poss", "compound") and over.upos == "PROPN"


def _of_several(form: str, places: Sequence[int], tree: Tree, *, known: bool) -> bool:
    """Whether the words around a plural, or the tables, tell that it is no surname."""
    signs = int(known or form.endswith(OF_PEOPLES))
    for at in places:
        word = tree.words[at]
        if word.relation == "flat" or tree.children(at, "flat"):
            return False
        signs += any(tree.relation(n) in SEVERAL or tree.lows[n] in HOW_MANY for n in tree.held[at])
        if word.relation.startswith("nsubj"):
            verbs = {tree.lows[n] for n in tree.children(word.head, "aux", "cop", "aux:pass")}
            signs += bool(verbs & ARE)
            signs -= len(places) if verbs & IS else 0
    return signs > 0


def _with_hyphen(text: str, seen: Seen, at: int) -> Iterator[Span]:
    """A word, and it with the one that a hyphen joins to it: "African-American"."""
    word = seen.words[at].span
    yield word
    if at > 1 and seen.words[at - 1].span.cut(text) == "-":
        first = seen.words[at - 2].span
        if first.hull(word).length == first.length + word.length + 1:
            yield first.hull(word)


def _up_to(text: str, seen: Seen, at: int) -> Iterator[Span]:
    """A word, and it with the one to which a hyphen joins it: "Seventy-two"."""
    word, past = seen.words[at].span, seen.words[at + 1 : at + 3]
    yield word
    if len(past) > 1 and past[0].span.cut(text) == "-":
        whole = word.hull(past[1].span)
        if whole.length == word.length + 1 + past[1].span.length:
            yield whole


def _modifies(tree: Tree, at: int) -> bool:
    word = tree.words[at]
    before = word.relation in ("amod", "compound") and word.head > at
    after = tree.words[at + 1] if at + 1 < word.head else None
    if after is not None and after.upos == "PROPN" and tree.forms[at + 1][:1].isupper():
        return False  # Associated Press news agency
    return before and tree.words[word.head].upos == "NOUN" and tree.forms[word.head].islower()


def _opening(tree: Tree) -> list[bool]:
    """For each word whether it is the first of its sentence, quotation marks left out."""
    out: list[bool] = []
    begun, last = False, -1
    for form, word in zip(tree.forms, tree.words, strict=True):
        begun = begun and word.sentence == last
        out.append(not begun)
        begun, last = begun or any(map(str.isalnum, form)), word.sentence
    return out
