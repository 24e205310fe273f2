"""Decoding: from scores of words to whole attributions.

The best chain of tags gives spans; links join them. A content belongs to one cue, a source to all cues
that take it, a cue has at most one source. What has no cue or no content is no attribution.
"""

from collections.abc import Sequence

import msgspec
import numpy as np

from hearsay.model.chain import Chain, Likely, best, broken, spans
from hearsay.model.links import Links
from hearsay.model.network import Scores

CONTENT, SOURCE = 0.0, -1.0
"""Logarithms of odds that a link must reach: of a content to its best cue, of a source to any."""

LAST_RESORT = -2.0
"""The same for a source that reaches none: better some cue than no attribution."""


SIGNS = 7
"""How many features `calibrate` has of a finding."""


class Joined(msgspec.Struct, frozen=True):
    """An attribution as ranges of words, with what its score is made from.

    Attributes:
        source: None where it has none.
        cue: never None.
        content: in order, one at least.
        signs: features of `calibrate`: logarithms of how likely cue, contents, source and links are.
    """

    source: range | None
    cue: range
    content: tuple[range, ...]
    signs: tuple[float, ...]


def decode(
    windows: Sequence[Scores],
    broke: Sequence[int],
    given: Chain,
    apart: Sequence[int] | None = None,
) -> list[Joined]:
    """The attributions of a text, in the order of their cues.

    Args:
        windows: all windows of the text, in order.
        broke: for each word 1 where a line break stands before it, else 0.
        given: what the network has learned of the order of tags.
        apart: for each word which text it belongs to, where several are read side by side.
    """
    asked = [one.tags[one.window.asked - one.window.first :] for one in windows]
    scores = broken(np.concatenate(asked), broke)
    found = spans(best(scores, given))
    links = Links(windows)
    cues = [words for role, words in found if role == "cue"]
    if not cues:
        return []
    likely = Likely(scores, given)
    contents: dict[range, list[tuple[range, float]]] = {cue: [] for cue in cues}
    sources: dict[range, list[tuple[range, float]]] = {cue: [] for cue in cues}
    for role, words in found:
        if role == "cue":
            continue
        ranked = [
            one
            for one in links.ranked(words, cues)
            if apart is None or apart[one[1][0]] == apart[words[0]]
        ]
        if role == "content":
            for score, cue in ranked[:1]:
                if score >= CONTENT:
                    contents[cue].append((words, score))
            continue
        taken = [one for one in ranked if one[0] >= SOURCE]
        for score, cue in taken or [one for one in ranked[:1] if one[0] >= LAST_RESORT]:
            sources[cue].append((words, score))
    out = []
    for cue in cues:
        if not contents[cue]:
            continue
        source = max(sources[cue], key=lambda one: one[1], default=None)
        pieces = sorted(contents[cue], key=lambda one: one[0].start)
        out.append(_joined(cue, source, pieces, likely))
    return out


def _joined(
    cue: range,
    source: tuple[range, float] | None,
    pieces: list[tuple[range, float]],
    likely: Likely,
) -> Joined:
    sure = [likely.span("content", words.start, words.stop) for words, _ in pieces]
    signs = (
        _log(likely.span("cue", cue.start, cue.stop)),
        _log(min(sure)),
        _log(likely.span("source", source[0].start, source[0].stop)) if source else 0.0,
        min(score for _, score in pieces),
        source[1] if source else 0.0,
        float(source is not None),
        float(len(pieces)),
    )
    return Joined(source[0] if source else None, cue, tuple(words for words, _ in pieces), signs)


def _log(share: float) -> float:
    return float(np.log(max(share, 1e-6)))
