"""Words: a text cut up, and both ways between words and characters.

Cut as Universal Dependencies cuts English (EWT, GUM): clitics and punctuation apart (do|n't, Putin|'s),
abbreviations with their full stop, numbers with their separators, addresses whole. Offsets are exact:
a word is a span of the text, nothing is changed and no character but white space is left out.

A `Run` counts words, a `Span` counts characters; they are different types, so that neither can be taken
for the other. Source: https://universaldependencies.org/en/#tokenization-and-word-segmentation
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cache, lru_cache
from operator import attrgetter

import msgspec

from hearsay.language.lexicon import lexicon
from hearsay.text.span import Span, Spans, all_matched

_CLITIC = r"(?:[nN]['’‘`][tT]|['’‘`](?:[sSmMdD]|ll|LL|re|RE|ve|VE))(?!\w)"
_MARKS = (  # combining marks, and the signs of vowels, which \w leaves out: Unicode, categories Mn, Mc
    r"\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    r"\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711-\u07f3\u08e3-\u0963"
    r"\u0981-\u09e3\u09fe-\u0a75\u0a81-\u0ae3\u0afa-\u0b63\u0b82-\u0bd7\u0c00-\u0c63\u0cbc-\u0d4d"
    r"\u0d57-\u0d63\u0d81-\u0df3\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ecd\u102b-\u103e\u1056-\u109d"
    r"\u1dc0-\u1dff\u20d0-\u20f0\u3099\u309a\ufe20-\ufe2f"
)
_PART = rf"(?:(?!{_CLITIC})[\w{_MARKS}\u200c\u200d\u00ad])+"
_TONE = r"\ufe0e\ufe0f\U0001f3fb-\U0001f3ff"  # variants and skin tones of a pictograph
_WORD = (
    rf"{_PART}(?:(?<=[^\W\d_])['’](?!(?:[sSmMdDtT]|ll|LL|re|RE|ve|VE)(?!\w))(?=[^\W\d_]){_PART})*"
)


@cache
def _pattern() -> "re.Pattern[str]":
    """The words of English: most of them at once, the others as `_every` says."""
    return re.compile(f"{_plain()} | {_every()}", re.VERBOSE)


def _plain() -> str:
    """Words and marks that are followed by what leaves no doubt, and of which `_every` says the same, only later.

    Takes: "bridge," and "said ". Leaves: "U.S. ", "don't", "cannot ".
    """
    forms = sorted(form.replace("|", "") for form in lexicon().cutting["contraction"])
    first = "".join(sorted({letter for form in forms for letter in (form[0], form[0].upper())}))
    together = _any(form[1:] for form in forms)
    return rf"""
        (?![{first}](?i:{together})) [A-Za-z]++ (?![^\s,;?!)\"”]) | [,.](?!\S) | ["“”(](?=[A-Za-z\s])
    """


def _every() -> str:
    """The words of English, the longest and most special first.

    Lengths are bounded where a scan could begin anew at each character: time grows with the text.
    """
    tables = lexicon()
    numbered = tables.numbered
    shortened = _any(form[:-1] for form in tables.abbreviations - numbered)
    counted = _any(form[:-1] for form in numbered)
    prefix, unit, site, file, money = (
        _any(tables.cutting[name])
        for name in ("prefix", "unit", "site_ending", "file_ending", "currency")
    )
    run_together = "|".join(
        rf"{re.escape(head)}(?={re.escape(tail)}(?!\w))"
        for head, tail in (form.split("|") for form in sorted(tables.cutting["contraction"]))
    )
    return rf"""
        (?:https?://|www\.|mailto:)[^\s<>"“”]+[^\s<>"“”.,;:!?)'’\]]       # an address
        | (?<!\w)[\w.+%-]{{1,64}}@[\w-]+(?:\.[\w-]+)*                     # of e-mail
        | (?i:\b[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{0,5}}\.(?:{site})\b)(?:/[^\s<>"“”]*[^\s<>"“”.,;:!?)'’\]])?
        | [\w\#-]{{1,99}}\.(?i:{file})\b                                  # a file
        | [@\#](?=\d*[^\W\d])\w+                                          # a handle, a tag
        | \b(?:{shortened})\. | \b(?:{counted})\.(?=\s{{0,3}}\d)              # Mr. and No. 5
        | \b(?:[^\W\d_]\.)+[^\W\d_](?![\w.]) | \b(?:[^\W\d_]\.){{2,}}     # U.S a.k.a U.S. a.m.
        | \b[A-Z]\.(?=\s+[A-Z])                                           # J. Berg
        | \+?\d+(?:-\d+){{2,}} | \+\d+\b(?!\.\d)                          # 555-010-4477, +44
        | \d{{1,4}}/\d{{1,4}}(?:/\d{{2,4}})?(?![\w/])                     # 9/11, 30/10/2016, 1/2
        | \d{{1,2}}(?:,\d\d){{1,4}},\d{{3}}(?!\d)                         # 12,34,500
        | \d+(?:,\d{{3}}(?!\d)|[.:]\d+)+                                  # 1,230.50 and 14:05
        | (?<!\w)[.]\d+                                                   # .5
        | \d*0['’]s\b                                                     # 1930's
        | \d+(?=(?i:{unit})\b)                                            # 5pm
        | (?:{money})\$                                                   # US$
        | (?i:\b(?:{run_together}))                                       # can|not
        | {_CLITIC}
        | ['’](?:\d\ds?|em|til|tis|twas|cause)\b                          # the '90s
        | (?i:\b(?:{prefix}))-{_WORD}                                     # pro-European
        | \b[A-Z]+&[A-Z]+\b | \b[A-Za-z]/[A-Za-z]\b                       # R&D, w/o
        | {_WORD}
        | (?<!\w)[:;=]-?[()DPp](?!\w) | \^_\^ | <3\b                      # faces
        | \[(?:\.\.\.|…)\]
        | \.{{2,}} | …+ | [!?]{{2,}}\.? | \.[!?]+ | !\.(?!\.)
        | -{{2,}} | [‒–—―]+ | \*+ | ={{2,}} | \+{{2,}} | ~{{2,}} | <<+ | >>+ | ``|''|‘‘|’’
        | [\U0001f1e6-\U0001f1ff]{{2}}                                    # a flag
        | [^\s][{_TONE}{_MARKS}]*(?:\u200d[^\s\w][{_TONE}]*)*             # any other mark, one by one
    """


def _any(forms: Iterable[str]) -> str:
    """A pattern for any of the forms, the longest first."""
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


_START, _END = attrgetter("start"), attrgetter("end")


class Run(msgspec.Struct, frozen=True, gc=False):
    """A stretch of words: from the first to the one before stop.

    Attributes:
        first: index of the first word.
        stop: index of the word after the last; greater than first.
    """

    first: int
    stop: int


class Words(msgspec.Struct, frozen=True, eq=False):
    """The words of a text, in order.

    Attributes:
        spans: ascending and apart; every character that is not white space lies in one.
    """

    spans: tuple[Span, ...]

    def __len__(self) -> int:
        return len(self.spans)

    def span(self, run: Run) -> Span:
        """The characters from the first word of a run to its last."""
        return self.spans[run.first].hull(self.spans[run.stop - 1])

    def run(self, span: Span) -> Run | None:
        """The words that fill a span exactly; None where it begins or ends inside a word."""
        run = self.over(span)
        return run if run is not None and self.span(run) == span else None

    def over(self, span: Span) -> Run | None:
        """The words that a span touches; None where it touches none."""
        first = bisect_right(self.spans, span.start, key=_END)
        stop = bisect_left(self.spans, span.end, key=_START)
        return Run(first, stop) if first < stop else None


def words(text: str, within: Span | None = None) -> Words:
    """The words of a text, or of a stretch of it; offsets are those of the whole text."""
    if len(text) < LONG:
        return Words(all_matched(_pattern(), text, within))
    return Words(_stretch(text, within) if within else _long(text)[0])


def written(text: str) -> tuple[str, ...]:
    """The words of a text, as they are written."""
    return tuple(_pattern().findall(text))


LONG = 200
"""Characters of a text that is kept cut, since its sentences will be asked for one by one."""


@lru_cache(maxsize=4)
def _long(text: str) -> tuple[Spans, list[int]]:
    """The words of a long text, and where they start."""
    found = all_matched(_pattern(), text)
    return found, [word.start for word in found]


def _stretch(text: str, within: Span) -> Spans:
    """The words of a stretch: those of the whole text, but for the last between two spaces, which are cut anew.

    No word has white space in it, and no pattern looks further than to what stands after the next white space: all
    before the last space is cut as in the whole text, if the stretch does not begin within a word.
    """
    found, starts = _long(text)
    first, stop = bisect_left(starts, within.start), bisect_left(starts, within.end)
    if first == stop or (first and found[first - 1].meets(within)):
        return all_matched(_pattern(), text, within)
    last = within.ending(text, starts[stop - 1])
    return (
        *found[first : bisect_left(starts, last.start)],
        *all_matched(_pattern(), text, last),
    )
