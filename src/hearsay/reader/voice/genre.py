"""The genre of an article whose page does not state one: by what labels it, by its form, else by how much of it is own voice."""

from collections.abc import Sequence
from itertools import pairwise

from hearsay.language.marking import marking
from hearsay.language.talk import talk
from hearsay.language.words import Words
from hearsay.reader.cast.interview import ASKS, label
from hearsay.reader.voice.findings import Heard
from hearsay.text.article import BODY, Article, Genre, Role
from hearsay.text.span import Span

FEW = 5  # sentences: of fewer nothing is said
OPINION, REPORT = 0.25, 0.15  # shares of sentences in the author's own voice: from, and up to
TWO = 2  # who talk in an interview
ASKED = 3  # paragraphs that ask, or that one of two opens with a name
CLOCKS = 3  # paragraphs that open with a time of day
HOURS = 24
LABEL = 3  # words before the colon or the bar of a headline
LABELS = (
    ("labels_opinion", Genre.OPINION),
    ("labels_interview", Genre.INTERVIEW),
    ("labels_live", Genre.LIVE),
)
"""Classes of the table, with the genre that each tells."""


def genre(article: Article, words: Words, heard: Heard) -> Genre:
    """The genre: what the page states, else what the article shows.

    Takes: "Opinion: Close the pier" for an opinion; "14:05" before each of its paragraphs for a live page.
    Leaves: a text of four sentences, which may be anything.

    Args:
        article: with the genre that its page states.
        words: of its text.
        heard: the sentences in the author's own voice.
    """
    if article.genre is not Genre.UNKNOWN:
        return article.genre
    blocks = [block.span for block in article.of(*BODY)]
    return _labelled(article, words) or _formed(article, words, blocks) or _voiced(heard)


def _labelled(article: Article, words: Words) -> Genre | None:
    """By the word before the headline, or by a line above the text: "Opinion: …", "Analysis | …", "LIVE: …"."""
    for block in article.of(Role.HEADLINE, Role.STANDFIRST)[:2]:
        run = words.over(block.span)
        first = words.spans[run.first : run.stop][: LABEL + 1] if run else ()
        lows = [span.cut(article.text).lower() for span in first]
        at = next((n for n, low in enumerate(lows) if low in (":", "|")), 0)
        for name, told in LABELS:
            if any(marking("voice").tells(low, name) for low in lows[:at]):
                return told
    return None


def _formed(article: Article, words: Words, blocks: Sequence[Span]) -> Genre | None:
    """By its form: a talk of two, questions that are answered, paragraphs that open with the time of day."""
    text = article.text
    runs = [run for block in blocks if (run := words.over(block)) is not None]
    letters = [label(text, block) for block in blocks]
    labels = {one for one in letters if one.isupper() and letters.count(one) >= ASKED}
    asks = [words.spans[run.stop - 1].cut(text) == "?" for run in runs]
    if sum(one in ASKS for one in letters) >= ASKED or (len(labels) == TWO and sum(asks) >= ASKED):
        return Genre.INTERVIEW
    answered = sum(one and not other for one, other in pairwise(asks))
    asked = talk(text, [block.span for block in article.read]).questions
    if asked or (answered >= ASKED and 3 * answered >= len(blocks)):
        return Genre.INTERVIEW
    clocks = sum(_clock(words.spans[run.first].cut(text)) for run in runs)
    return Genre.LIVE if clocks >= CLOCKS else None


def _voiced(heard: Heard) -> Genre:
    if heard.sentences < FEW:
        return Genre.UNKNOWN
    if heard.share >= OPINION:
        return Genre.OPINION
    return Genre.REPORT if heard.share <= REPORT else Genre.UNKNOWN


def _clock(form: str) -> bool:
    """Whether a word is a time of day: "14:05", "9.30"."""
    hours, _, minutes = form.replace(".", ":").partition(":")
    return (
        hours.isdecimal()
        and minutes.isdecimal()
        and len(minutes) == len("05")
        and int(hours) < HOURS
    )
