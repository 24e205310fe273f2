"""No time: words that look like a time and are a verb, a name, an age, a share, or any one of their kind."""

from hearsay.language.times.counts import amount, unit_of
from hearsay.language.times.days import Unit
from hearsay.language.times.grammar import Timex
from hearsay.language.words import Run
from hearsay.reader.times.opening import opener_of
from hearsay.reader.times.rows import Row
from hearsay.reader.tree import Tree

LASTS = frozenset({"for", "within", "in", "during", "after"})
"""Openers after which "a quarter" is three months."""

NAMING = frozenset({"month", "may", "season", "weekday", "deictic"})
"""Rules of a word or two that people and papers are named after too."""

BEARERS = frozenset({"person", "organization"})
"""What is named after a time: "April Jones", "the Evening Standard"."""

THINGS = frozenset({"object", "plant", "animal", "substance", "place", "person"})
"""What is of a kind rather than of a day: "a Christmas tree", "a summer house"."""

DECADES = frozenset({"decade", "mid_decade"})
WHOSE = frozenset({"my", "your", "his", "her", "its", "our", "their", "whose"})
"""Before "twenties" that are somebody's age."""

CLOSES = (("”",), ("’",), ('"',), ("''",))
"""Marks right after a word that is all they hold: "“Today” viewers"."""

LEVELS = frozenset(
    {"percent", "%", "poll", "polls", "approval", "rating", "ratings", "temperature", "temperatures", "degrees", "highs", "lows"}
)  # fmt: skip
"""Words of a sentence whose "30s" count them."""


def no_time(tree: Tree, row: Row, one: Timex) -> bool:
    """Whether words that may be a time are none.

    Takes: "prices may fall", "The Long Winter", "CNN Tonight", "Charlie Winter", "in her late 20s", "a Christmas tree".
    Leaves: "in May", "last winter", "it opens tonight", "in the late 20s", "a Christmas truce".

    Args:
        tree: of the article; without words where there is no model.
        row: the sentence.
        one: what the grammar found there.
    """
    run = one.run
    if one.rule == "the_unit" and row.forms[run.stop - 1][:1].isupper():
        return True
    if one.of is not None and one.of.rule == "the_unit" and _after_all(row, one):
        return True
    if one.rule in ("relative", "deictic") and _titled(row, run):
        return True
    if (
        _measures(row, one)
        or _share(row, one)
        or _age(row, one)
        or _level(row, one)
        or _signed(tree, row, run)
    ):
        return True
    if one.rule == "season" and _in_name(row, run):
        return True
    return bool(tree.words) and _by_tree(tree, row, one)


def _by_tree(tree: Tree, row: Row, one: Timex) -> bool:
    at = tree.over(row.over(one.run))
    if one.rule in ("season", "weekday") and _any_such(tree, at):
        return True
    if one.rule == "weekend" and len(at) == 1 and not _the(tree, at[0]):
        return True  # a weekend trip, the best weekend yet
    if (one.rule in NAMING and _bears(tree, at)) or _of_kind(tree, one, at):
        return True
    alone = one.run.stop - one.run.first == 1 and one.rule in ("may", "season")
    return alone and all(tree.words[n].upos in ("VERB", "AUX") for n in at)


def _any_such(tree: Tree, at: range) -> bool:
    """Whether a season or a day is any one of its kind: "a wet winter", "the date of a Sunday"."""
    det = tree.child(at[-1], "det") if len(at) == 1 else None
    return det is not None and tree.lows[det] in ("a", "an", "every", "each")


def _the(tree: Tree, at: int) -> bool:
    """Whether a day is named so that one knows which: "the long weekend". Leaves: "the best weekend", "her weekend"."""
    most = any(tree.lows[n].endswith("est") for n in tree.children(at, "amod"))
    the = any(tree.lows[n] in ("the", "this", "that") for n in tree.children(at, "det"))
    return the and not most


def _bears(tree: Tree, at: range) -> bool:
    """Whether the words are part of the name of a person or of a body, by the tree: "Charlie Winter", "the Sunday Times"."""
    top = tree.top(at)
    if top is None or tree.words[top].upos != "PROPN":
        return False
    word, above = tree.words[top], tree.words[tree.words[top].head]
    if word.relation == "flat" or word.entity in BEARERS or tree.child(top, "nmod:desc"):
        return True
    if above.upos != "PROPN" or above.entity not in BEARERS:
        return False
    return word.relation == "conj" or (word.relation == "compound" and word.head == at[-1] + 1)


def _of_kind(tree: Tree, one: Timex, at: range) -> bool:
    """Takes: "a Christmas tree", "summer houses". Leaves: "the Christmas bombing", "last summer's houses"."""
    top = tree.top(at)
    if top is None or one.rule not in ("season", "feast") or "which" in one.parts:
        return False
    above = tree.words[top].head
    thing = tree.words[above].upos == "NOUN" and tree.words[above].entity in THINGS
    return tree.relation(top) == "compound" and thing


def _after_all(row: Row, one: Timex) -> bool:
    """Takes: "at the end of the day", which says that this is what counts. Leaves: "by the end of the day", "at the end of the year"."""
    at = row.forms[one.run.first - 1].lower() if one.run.first else ""
    return at == "at" and one.of is not None and unit_of(one.of) is Unit.DAY


def _age(row: Row, one: Timex) -> bool:
    """Takes: "in her late 20s", "his mid-forties". Leaves: "in the late 20s"."""
    whole = one.of or one
    before = row.forms[one.run.first - 1].lower() if one.run.first else ""
    return whole.rule in DECADES and before in WHOSE


def _level(row: Row, one: Timex) -> bool:
    """Takes: "the 30s" of "approval remains in the 30s". Leaves: "born in the 30s", "approval in the 1930s"."""
    whole = one.of or one
    figures = "".join(whole.parts.get("figures", ()))
    short = sum(map(str.isdecimal, figures)) == 2  # noqa: PLR2004 - two figures
    return whole.rule in DECADES and short and not LEVELS.isdisjoint(map(str.lower, row.forms))


def _signed(tree: Tree, row: Row, run: Run) -> bool:
    """Takes: "— Anna Lund (@annalund) 12 January 2015", which signs a message. Leaves: "@annalund wrote on Monday"."""
    marked = any(form.startswith("@") for form in row.forms[: run.first])
    return (
        marked
        and run.stop == len(row.forms)
        and all(tree.words[n].upos not in ("VERB", "AUX") for n in tree.over(row.span))
    )


def _measures(row: Row, one: Timex) -> bool:
    """Takes: "two quarter" in "two quarter-point cuts". Leaves: "two quarters", "two quarters - and a half"."""
    after = row.forms[one.run.stop : one.run.stop + 2]
    joined = after[:1] == ("-",) and after[-1].isalpha()
    return (
        one.rule == "duration"
        and joined
        and row.spans[one.run.stop].start == row.spans[one.run.stop - 1].end
    )


def _share(row: Row, one: Timex) -> bool:
    """Takes: "a quarter" of "just over a quarter say so", "a quarter past nine". Leaves: "shrank for a quarter", "three quarters ago"."""
    whole = one.rule == "duration" and "count" in one.parts and unit_of(one) is Unit.QUARTER
    return whole and amount(one.parts["count"]) == 1 and opener_of(row.forms, one)[0] not in LASTS


def _in_name(row: Row, run: Run) -> bool:
    """Whether a season is written as part of a name: with a capital, after another word with one."""
    before = row.forms[run.first - 1] if run.first > 1 else ""
    return row.forms[run.first][:1].isupper() and before[:1].isupper()


def _titled(row: Row, run: Run) -> bool:
    """Takes: "“This Week”", "USA TODAY", "the “Today” show", which are names. Leaves: "This week" and "“Today we vote”", where a sentence opens."""
    forms = row.forms[run.first : run.stop]
    if len(forms) == 1:
        before = row.forms[run.first - 1] if run.first else ""
        marked = row.forms[run.stop : run.stop + 1] in CLOSES
        return forms[0][:1].isupper() and (before[:1].isupper() or marked)
    return run.first > 0 and all(form[:1].isupper() for form in forms)
