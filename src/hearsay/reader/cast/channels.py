"""Channels: by which way a statement came, and the outlets among them.

An outlet is told by its own words ("the Harbour Times"), or, where a name stands that is nobody's, by what one does with
outlets alone: "in an interview with Variety", "in remarks published by Handelsblatt", "was quoted as saying by Meridian".
"""

from collections.abc import Iterator, Sequence

from hearsay.reader.cast.names import names
from hearsay.reader.cast.register import Register
from hearsay.reader.clause import Clause
from hearsay.text.span import Span

TOLD = ("told", "tells", "telling", "tell", "informed", "wrote", "writing")
OPENS_CHANNEL = ("in", "on", "via", "through", "at", "during", "by", "over")
RIGHT_AFTER = ("by", "over")
"""Words that open a channel that comes right after them: "by email"; not "by a provincial court"."""

ON = (
    "podcast",
    "broadcast",
    "broadcasts",
    "call",
    "calls",
    "blog",
    "livestream",
    "webinar",
    "x",
    "telegram",
    "video",
)
"""Channels on which something is said; of most others "on" tells what it is about."""

ON_TO = ("with", "to", "by", "on", "from", "in", "for")
"""Words after a channel by which it goes on to an outlet: "an interview | with"."""

OPENS_OUTLET = ("to", "with", "on", "in", "for", "by")
FAR = 14  # words between a cue and its channel
NEXT = 3  # words between a cue and the outlet on which it was said
NEAR = 5  # words of a channel, before its noun
PUT_OUT = 3  # words between what was printed and by whom
HAS = ("has", "have", "had", "quotes", "quoted")
THEN = ("then", "also", "later", "now")
QUOTED = ("quoted", "cited")
ARTICLES = ("the", "a", "an")
OF = ("of", "from", "at", "with")
CALLED = ("K", "W")
LETTERS = 4  # of the call sign of a station
KINDS = ("TV", "FM", "AM")


def station(form: str) -> bool:
    """Whether a word is the call sign of a North American station: "KHOU", "WKOW-TV", "KCTV5".

    Source: the rules of the US Federal Communications Commission, 47 CFR 73.3550.
    """
    sign, _, kind = form.partition("-")
    letters = sign.rstrip("0123456789")
    whole = len(letters) == LETTERS or (letters[3:] or kind) in KINDS
    return whole and letters[:1] in CALLED and letters.isalpha() and letters.isupper()


class Channels:
    """The channels of the words around one cue."""

    def __init__(self, clause: Clause, at: int, source: Span | None, register: Register) -> None:
        """Makes ready.

        Args:
            clause: the words of the sentence around the cue, without what is said.
            at: where the cue begins among them.
            source: whose words they are.
            register: the names.
        """
        self.clause, self.at, self.source, self.register = clause, at, source, register
        self.lexicon = clause.lexicon

    def found(self) -> tuple[list[Span], list[Span]]:
        """The outlets that are links, and the words of all channels."""
        clause, at = self.clause, self.at
        told = range(at, min(at + 4, len(clause)))
        reached = [
            span
            for n in told
            if clause.low(n) in TOLD
            and (span := self._outlet(n + 1) or self._told_in_passing(n + 1)) is not None
        ][:1]
        reached = reached or [*self._said_to()]
        via = list(reached)
        for n in range(max(0, at - FAR), min(at + FAR, len(clause))):
            stop = self._channel(n) if clause.low(n) in OPENS_CHANNEL else None
            aired = self._outlet(n + 1) if stop is None and clause.low(n) == "on" else None
            if aired is not None and 0 <= n - at <= NEXT:  # said on Radio Moss
                via.append(aired)
                reached.append(aired)
            if stop is not None:
                via.append(clause.span(n, stop))
                reached += self._named_in(n, stop)
        for span in (*self._spoken_to(), *self._put_out(), *self._has_it()):
            if not any(span.meets(other) for other in via):
                via.append(span)
            if span not in reached:
                reached.append(span)
        if not reached and (described := self._told_outlet(told)) is not None:
            via.append(described)
            reached.append(described)
        return reached, via

    def _said_to(self) -> Iterator[Span]:
        """The outlet to whom something is said by a verb that takes "to": "confirmed | to | Reuters", "admitted | to | the Sun".

        Leaves: "according to CNN", "referred to the Sun’s story".
        """
        clause, to = self.clause, self.at + 1
        to += clause.manner(to)
        if clause.low(to) != "to" or clause.low(self.at) in ("according", "to"):
            return
        span = self._outlet(to + 1)
        past = next((n for n, w in enumerate(clause.words) if span and w.span.start >= span.end), 0)
        if span is not None and clause.low(past) not in ("'s", "'"):
            yield span

    def _told_in_passing(self, first: int) -> Span | None:
        """A name without a word for an outlet, to which something is told and which the article has for nothing else.

        Takes: "told | Handelspost | that", "told the | Moss Packet |". Leaves: "told the Moss Board", "told Congress", "told the FBI".
        """
        clause = self.clause
        at = first + (clause.low(first) in ARTICLES)
        for begin, stop in names(clause):
            last = clause.lexicon.nouns.get(clause.low(stop - 1))
            body = last is not None or clause.lexicon.tells(clause.low(stop - 1), "hears")
            letters = at < len(clause) and clause.words[at].form.rstrip("s").isupper()
            if begin == at and not body and not letters:
                span = clause.span(begin, stop)
                return span if self.register.in_passing(span) else None
        return None

    def _spoken_to(self) -> Iterator[Span]:
        """The outlets by which a sentence opens: "Speaking to the Courier, …", "Appearing on CNN, …".

        Leaves: "Speaking to supporters, …", "Writing in haste, …".
        """
        opens = next((n for n in range(len(self.clause)) if self.clause.words[n].wordy), 0)
        if not self.lexicon.tells(self.clause.low(opens), "meets_press"):
            return
        for n in range(opens + 1, min(opens + NEAR, len(self.clause))):
            if self.clause.low(n) in OPENS_OUTLET and (span := self._outlet(n + 1)) is not None:
                yield span
                return

    def _put_out(self) -> Iterator[Span]:
        """The outlets that put out the words: "remarks published | by the Courier", "was quoted as saying | by Meridian".

        Leaves: "quoted by the minister", who is somebody; "published in May"; "a study published in Nature", the source, where
        "a doctor quoted by the Courier" has said it to the Courier.
        """
        for n in range(max(0, self.at - FAR), min(self.at + FAR, len(self.clause))):
            word = self.clause.words[n]
            if not self.lexicon.tells(word.low, "puts_out"):
                continue
            own = self.source is not None and self.source.holds(word.span)
            told_of = any(self.clause.low(m) == "which" for m in range(max(0, n - NEAR), n))
            if (own and word.low not in QUOTED) or told_of:
                continue  # the deal, which was first reported by the Courier, fell when Lund said
            for m in range(n + 1, min(n + 2 + PUT_OUT, len(self.clause))):
                if self.clause.low(m) not in ("by", "in", "on") or not self._passive(n):
                    continue
                span = self._outlet(m + 1, also=self.clause.low(m) == "by")
                span = span or self._described(m + 1)
                if span is not None:
                    yield span
                    break

    def _has_it(self) -> Iterator[Span]:
        """The outlet that has somebody saying it: "| The Northern Wire | then has Ms Lund saying".

        Leaves: "The union has a lawyer saying so", "Moss had Ms Lund saying so", where whoever has it puts out nothing.
        """
        clause = self.clause
        who = next(
            (n for n, w in enumerate(clause.words) if self.source and self.source.holds(w.span)), 0
        )
        has = who - 1
        if has < 1 or clause.low(has) not in HAS or not clause.low(self.at).endswith("ing"):
            return
        past = has
        while past > 0 and (clause.manner(past - 1) or clause.low(past - 1) in THEN):
            past -= 1
        for begin, stop in names(clause):
            if stop == past and (span := self._outlet(begin, also=True)) is not None:
                yield span

    def _passive(self, at: int) -> bool:
        """Whether a participle says what was done with words: "was | quoted", "remarks | published", "| carried by"."""
        before = at - 1
        return (
            before < 0 or not self.clause.is_(before, "pronoun") or self.clause.low(at + 1) == "by"
        )

    def _described(self, first: int) -> Span | None:
        """An outlet without its name that begins there: "the | same newspaper", "the German daily", "state television"."""
        clause = self.clause
        the = clause.low(first) == "the"
        kind = "any_outlet" if the else "airs"
        at = first + the
        while (
            at - first < PUT_OUT
            and clause.words[min(at, len(clause) - 1)].wordy
            and not self.lexicon.tells(clause.low(at), kind)
        ):
            at += 1
        noun = self.lexicon.tells(clause.low(at), kind) and not clause.capital(at)
        if not noun or (not the and at == first):
            return None  # reported by radio
        past = at + 1
        over = past >= len(clause) or not clause.words[past].wordy
        stops = ("preposition", "subordinator", "pronoun", "determiner", "day")
        return clause.span(first, past) if over or clause.is_(past, *stops) else None

    def _told_outlet(self, told: Sequence[int]) -> Span | None:
        """An outlet to whom somebody spoke, without its name: "told | the station |", "told | the paper |"."""
        spans = (self._described(n + 1) for n in told if self.clause.low(n) in TOLD)
        return next((span for span in spans if span is not None), None)

    def _named_in(self, first: int, stop: int) -> list[Span]:
        """The outlets that a channel names: "an interview with the Courier", "her Sunday Mirror column"."""
        clause = self.clause
        noun = next(
            n for n in range(first + 1, stop) if self.lexicon.tells(clause.low(n), "channel")
        )
        talk = self.lexicon.tells(clause.low(noun), "talk")
        opens = [n for n in range(noun, stop) if clause.low(n) in ON_TO]
        found = [self._outlet(n + 1, also=talk) for n in opens]
        found += [self._told_in_passing(n + 1) for n in opens if clause.low(n) == "to"]
        whose = (run for run in names(clause) if first < run[0] and run[1] in (noun, noun - 1))
        found += [clause.span(*run) for run in whose if talk and self._press(*run)]
        return [span for span in found if span is not None]

    def _outlet(self, first: int, *, also: bool = False) -> Span | None:
        """The name of an outlet that begins there, with "the" before it left out.

        Args:
            first: the word there.
            also: one that no word tells, where it is nobody's name.
        """
        clause = self.clause
        at = first + (clause.low(first) in ARTICLES)
        past = at + 1
        while clause.capital(past):
            past += 1
        heard = self.lexicon.tells(clause.low(at), "hears")
        if at < len(clause) and station(clause.words[at].form) and not heard:
            return clause.span(at, at + 1)
        lettered = any(c.isdigit() for c in clause.low(at)) and not clause.low(at).isdigit()
        if lettered and self.lexicon.tells(clause.low(past), "outlet"):
            return clause.span(at, past + 1)  # 5KX radio
        for begin, stop in names(clause):
            if begin <= at < stop or (begin - at in (0, 1, 2) and begin < at + 3):
                if self._press(begin, stop) or (
                    also and begin == at and self.register.nobodys(clause.span(begin, stop))
                ):
                    return clause.span(begin, stop)
                of = begin == at and clause.low(stop) in OF
                return self._outlet(stop + 1) if of else None  # Mia Holt of the Courier
        return None

    def _press(self, begin: int, stop: int) -> bool:
        """Whether a word in a name, or one beside it, tells that it is an outlet's."""
        inside = range(max(begin - 1, 0), min(stop + 1, len(self.clause)))
        whole = " ".join(self.clause.low(n) for n in range(begin, stop))
        called = self.lexicon.tells(self.clause.low(begin - 1), "any_outlet")  # news site | Kenda
        named = called or self.lexicon.tells(whole, "outlet_name")
        return named or any(
            self.lexicon.tells(self.clause.low(n).strip(".0123456789"), "outlet") for n in inside
        )

    def _channel(self, first: int) -> int | None:
        """The end of a channel that a preposition opens: "in a statement", "in an interview with the Courier"."""
        clause = self.clause
        for n in range(first + 1, min(first + 1 + NEAR, len(clause))):
            if self.lexicon.tells(clause.low(n), "channel"):
                if not self._is_way(first, n):
                    return None
                stop = self._whole(n)
                if clause.low(stop) in ON_TO:
                    past = stop + 1
                    while past < len(clause) and (
                        clause.capital(past) or clause.low(past) in ("the", "of")
                    ):
                        past += 1
                    stop = past if past > stop + 1 else stop
                return stop
            if (
                clause.is_(n, "preposition", "auxiliary", "relative", "subordinator")
                or not clause.words[n].wordy
            ):
                return None
        return None

    def _is_way(self, first: int, noun: int) -> bool:
        """Whether words go by what a preposition opens: "by email", "on a call"; not "by a court", "on the debate"."""
        lows = [self.clause.low(n) for n in range(noun, self._whole(noun))]
        medium = any(low in ON or self.lexicon.tells(low, "platform", "airs") for low in lows)
        if self.clause.low(first) == "on" and not medium:
            return False  # on the debate
        aside = self.clause.low(first) in RIGHT_AFTER and noun > first + 1
        aside = aside or self.clause.words[noun].form == "x"  # at 1366 x 768
        return not aside

    def _whole(self, noun: int) -> int:
        """Where a channel ends whose noun is made of several: "a Facebook | post", "her Twitter | account"."""
        stop = noun + 1
        while self.lexicon.tells(self.clause.low(stop), "channel") or (
            self.clause.capital(noun) and self.lexicon.tells(self.clause.low(stop), "page_of")
        ):
            stop += 1
        return stop
