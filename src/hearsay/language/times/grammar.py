"""The grammar of time: rules over classes of words, compiled once, and where they match in a row of words.

A rule is a pattern over the letters of `hearsay.language.times.vocabulary`. Of matches that overlap the longest is
taken. What a match means is for `hearsay.language.times.meaning` to say.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property

import msgspec

from hearsay.language.times.vocabulary import Vocabulary, vocabulary
from hearsay.language.words import Run

PARTS = {
    "month": "<month>|<weak_month>|<short_month>",
    "weekday": "<weekday>|<short_weekday>",
    "season": "<season>|<weak_season>",
    "day": "<day_figure>|<nth_day>",
    "unit": "<unit>|<units>|<instant_unit>|<instant_units>",
    "which": "<last>|<next>|<this>|<that>|<following>|<previous>",
    "half_more": "<dash>?<and><dash>?<a><dash>?<half>",
    "so_many": "(?:<figure>|<number>)(?:<dash>?<number>)*(?:{half_more})?<fraction>?(?:(?:<hyphen>|<or>)(?:<figure>|<number>))?",
    "vague_many": "<a><couple><of>?|<a><few>|<few>|<few>?<dozen><of>?|<a><dozen>|<half><a>|<a><half>|<a>|<another>",
    "count": "(?:<approx>|<more><than>)*(?:{so_many}|{vague_many})(?:<more>|<another>)?<full>?",
    "spoken_year": "<spoken_hundred><number>(?:<dash><number>)?",
    "tail": "(?P<half><and><a><half>)?(?:<or><so>|<or>(?P<upto><number>))?",
    "tail_": "(?P<half_><and><a><half>)?(?:<or><so>|<or>(?P<upto_><number>))?",
    "hour": "(?:<clock>|<dotted>|<hour>|<number>)<meridiem><clock_word>?|(?:<dotted>|<hour>|<number>)<clock_word>|<clock><clock_word>?",
    "part_of_day": "<daypart>|<mid_daypart>",
    "a_year": "<year>|<short_year>|{spoken_year}",
    "after_word": "<before>|<after>",
    "leads": "<in>|<by>|<since>|<until>|<before>|<after>|<of>|<from>|<during>|<between>|<into>|<to>|<and>|<early>|<mid>|<late>|<dash>",
}
"""What rules are made with."""

PERIODS = {
    "month_day": "(?:{weekday}<comma>?|(?P<which><last>|<next>))?(?P<month>{month})<the>?(?P<day>{day})(?!<meridiem>|<dash><figure>|<counted>)"
    "(?:<comma>?(?P<year><year>))?",
    "day_month": "(?:{weekday}<comma>?)?(?:<the>?(?P<day>{day})<of>?|<the>(?P<day_><ordinal>)<of>)(?P<month>{month})(?:<comma>?(?P<year>{a_year}))?",
    "days_of_month": "(?P<month>{month})(?P<day>{day})(?:<hyphen>|<and>|<to>)(?P<other>{day})(?!<counted>)(?:<comma>?(?P<year><year>))?"
    "|(?P<day_>{day})(?:<hyphen>|<and>|<to>)(?P<other_>{day})<of>?(?P<month_>{month})(?:<comma>?(?P<year_><year>))?",
    "iso": "(?P<figures><iso>)",
    "slashed": "(?P<figures><slashed>)",
    "month_year": "(?P<month>{month})(?:<comma>|<of>)?(?P<year>{a_year})",
    "day_of_year": "(?:{weekday}<comma>?)?(?:<the>?(?P<day>{day})<of>?(?P<month>{month})|(?P<month_>{month})<the>?(?P<day_>{day}))"
    "<comma>?<of>?<the>?(?P<which>{which})<year_word>",
    "month_of_year": "(?P<month>{month})<comma>?<of>?<the>?(?P<which>{which})<year_word>",
    "month": "(?P<which>{which})(?P<month>{month})|(?P<month_><month>)",
    "may": "(?<={leads})(?P<month><weak_month>|<short_month>)",
    "mid_month": "(?P<month><mid_month>|<mid_weak_month>|<mid_short_month>)(?:(?:<comma>|<of>)?(?P<year>{a_year}))?",
    "season": "<the>?(?P<which>{which})(?P<season>{season})"
    "|(?:<the>?(?P<season_><season>)|(?:<the>|(?<={leads}))(?P<season__><weak_season>))(?:<of>?(?P<year><year>|{spoken_year})|<of>(?P<of_year>{which})<year_word>)?",
    "year": "(?:<fiscal><year_word>?|<calendar><year_word>|<the><year_word>)?(?P<year><year>|{spoken_year})"
    "|<the><year_word>(?P<year_><number><thousand>(?:<and>?<number>(?:<dash><number>)?)?)",
    "years": "(?P<year><year>)(?:<hyphen>(?P<other><year>|<two_figures>))",
    "mid_year": "(?P<year><mid_year>)",
    "decade": "<the>?(?P<figures><decade>)|(?:<the>|(?<=<early>|<mid>|<late>))(?P<figures_><decade_word>|<short_decade>)",
    "mid_decade": "<the>?(?P<figures><mid_decade>|<mid_short_decade>|<mid_decade_word>)",
    "century": "<the>?(?P<n><nth>|<ordinal>)<dash>?<century_word>",
    "quarter": "<the>?<fiscal>?(?P<n><ordinal>|<nth>|<final>)<fiscal>?<dash>?(?P<unit><quarter_word>|<halves>)(?:<of>?(?P<year><year>))?"
    "|<the>?(?P<year_><year>)(?P<n_><ordinal>|<nth>)<dash>?(?P<unit_><quarter_word>|<halves>)",
    "quarter_code": "(?P<figures><quarter_code>)(?:<comma>?(?P<year><year>))?",
    "window": "<the><gone_by>(?P<unit><unit>)|(?<=<during>|<within>)<the><last>(?P<unit__><unit>)|(?<=<during>|<within>|<for>)<the>(?P<ahead><next>)(?P<unit_><unit>)",
    "beyond": "<the>(?P<unit><unit>|<weekend>|{weekday}|{season})(?P<side>{after_word})(?:<last>|<next>)",
    "relative": "(?:<the>|<this>)?(?P<which>{which})<fiscal>?(?P<unit><unit>|<weekend>)",
    "the_unit": "<the><fiscal>?(?P<unit><unit>)",
    "weekend": "(?:<the><full>?)?(?P<weekend><weekend>)",
    "weekday": "(?:(?P<the><the>)|<this>(?=<last>|<next>))?(?P<which>{which})?(?P<weekday><weekday>)"
    "(?:(?P<later><week_word>)|(?P<week>{which})<week_word>|<of>(?P<week_>{which})<week_word>)?(?P<daypart><daypart>)?(?!(?:<comma>|<and>|<weekday>)*<dayparts>)",
    "feast": "(?P<which>{which})?(?P<feast><holiday>)(?:<of>?(?P<year><year>))?",
    "new_year": "<the>(?P<word><new_word>)<year_word>",
    "deictic": "(?P<word><deictic>)(?P<daypart><daypart>)?",
}
"""Rules whose matches are stretches of the calendar, so that there is an end of each."""

DAYS = ("weekday", "month_day", "day_month", "iso", "deictic")
"""Those of a single day, which may have an hour."""

NAMED = "named"
"""The rule of names that hold a word of time; what it takes is no time: "the Sunday Times"."""

RULES = {
    NAMED: "<the>?<named>",
    "part": "<the>?(?P<part><early>|<mid>|<late>)<dash>?(?:<in>|<to><dash><late>|<units><of>)?(?P<of>{the_period})",
    "edge": "<the>?(?P<part>(?:<early>|<late>)?<edge>|<rest>)<units>?<of>(?P<of>{the_period})",
    "edge_unit": "<the>?(?P<unit><unit>)(?:<dash>|<apos>)(?P<part><edge>)|(?P<unit_><year_word>)(?P<part_><end_word>)",
    "nth_of": "<the>?(?P<n><ordinal>|<nth>|<final>)(?P<count><number>|<figure>|<couple><of>|<few>)?"
    "(?P<unit><unit>|<units>|<halves>|<weekend>|<weekday>)(?:<of>|<in>)(?P<of>{the_period})",
    "beside_deictic": "<the>?<day_word>(?P<side>{after_word})(?P<word><deictic>)",
    "beside_weekday": "<the>(?P<weekday>{weekday})(?P<side>{after_word})(?P<of>{period})",
    "beside": "(?P<count>{count}|<the>)(?P<unit>{unit})(?P<side>{after_word})(?P<of>{period})",
    "daypart": "<the>?(?P<which>{which})(?P<daypart><daypart>)",
    "within_period": "(?P<side><sooner>|<further_on>)(?:<in>)?(?P<of>{the_period})",
    "ago": "(?:(?P<count>{count})(?P<unit>{unit}){tail}|(?P<unit_><units>))(?:<ago>|<dash><ago>)(?P<day><deictic>)?",
    "year_earlier": "<the>?(?:<a>)?(?P<unit><unit>)<dash>(?:<ago>|<earlier>)(?P<whose><unit>)?",
    "shifted": "(?P<count>{count})(?P<unit>{unit}){tail}(?P<side><earlier>|<later>)|<the>(?P<unit_><unit>)(?P<side_><earlier>|<after>)"
    "|(?P<unit__><units>)(?P<side__><sooner>|<further_on>)",
    "ahead": "(?P<count>{count})(?P<unit>{unit}){tail}(?P<sure><hence>|<from><now_word>|<away>(?!<from>))|"
    "(?<=<in>)(?P<count_>{count})(?P<unit_>{unit})(?:(?P<sure_><apos><time_word>)|{tail_})",
    "coming": "<the>?(?P<word><coming>)<units>|<the>?<units>(?P<word_><ahead_word>|<to><come>)",
    "last_n": "(?:<the>|<these>)?(?P<which><past_n>)(?P<count>{count})(?P<unit>{unit}){tail}|<the>(?P<which_><past_n>)(?P<unit_>{unit})",
    "next_n": "<the>?(?P<which><next_n>)(?P<count>{count})(?P<unit>{unit}){tail}",
    "duration": "(?P<count>{count})<dash>?(?P<unit>{unit}){tail}(?:<and>(?P<more>{count})(?P<small>{unit}))?(?:<dash><long>)?",
    "units": "(?<=<for>|<of>|<within>|<during>|<after>|<until>|<every>)(?P<unit><units>)",
    "lasting": "(?P<word><lasting>)|(?P<unit><unit>)<dash><long>|<all>(?P<unit_><unit>)",
    "day_only": "(?<=<at>|<by>|<until>|<since>|<before>|<after>)<the>(?P<day><nth_day>)",
    "is_out": "<the>(?P<unit><unit>|<weekend>|{season}|<seasonal>)<is><out>",
    "seasons": "(?P<count>{count})<dash>?(?P<unit><seasonal>)",
    "set_of": "<every>(?P<other><other>)?(?P<count>{so_many})?(?P<unit>{unit}|<weekend>|{weekday}|{month}|{season}|<daypart>)",
    "set_days": "(?P<word><weekdays>|<weekends>)",
    "set_nights": "(?P<weekday><weekday>)(?P<daypart><dayparts>)|(?P<weekday_><weekday>)(?=(?:<comma>|<and>|<weekday>)*<weekday>(?P<daypart_><dayparts>))",
    "often": "(?P<word><often>)",
    "per": "(?:<once><a>|<per>)(?P<unit>{unit})",
    "clock_on": "<the>?(?:(?P<time>{hour})(?:<comma>|<on>)?|(?P<time_>{part_of_day})(?:<on>|<of>)?)(?P<of>{on_day})",
    "on_clock": "(?<!<every>)(?P<of>{on_day})(?:(?:<comma>|<at_word>)*(?P<time>{hour})|<at_word>(?P<time_>{part_of_day}))",
    "clock": "(?P<time>{hour})",
    "time_of_day": "<the>?(?P<word><daypart>|<overnight>|<eve>)",
    "reference": "(?P<word><reference>)",
    "far": "(?:<the><near>?|<near>)(?P<word><future_noun>)|<the>(?P<word_><past_noun>)|<the>(?P<word__><term_length>)<dash>?<term_word>",
    "these_days": "(?P<word><these>)<days_word>",
    "of_now": "(?P<word><current>|<recent>)(?P<unit><units>)?|(?P<word_><bygone>)<units>",
}
"""The others. Where two are of one length, the one that stands first is taken; those of PERIODS before these."""


HEARTS = (
    *("month", "short_month", "weak_month", "weekday", "short_weekday", "weekdays", "weekend", "weekends"),
    *("season", "weak_season", "seasonal", "iso", "slashed", "year", "short_year", "decade", "short_decade", "decade_word"),
    *("unit", "units", "instant_unit", "instant_units", "quarter_word", "quarter_code", "halves", "century_word"),
    *("deictic", "daypart", "overnight", "reference", "future_noun", "past_noun", "current", "recent", "lasting", "often", "mid_daypart", "term_word"),
    *("spoken_hundred", "clock", "meridiem", "clock_word", "nth_day", "mid_month", "mid_short_month"),
    *("mid_year", "mid_decade", "mid_short_decade", "mid_weak_month", "mid_decade_word", "year_earlier", "eve"),
)  # fmt: skip
"""The classes of which every time has a word, feasts apart: a row without one has no time in it."""


class Timex(msgspec.Struct, frozen=True):
    """Words that tell a time.

    Attributes:
        rule: its name in the grammar.
        run: the words, in the row that was searched.
        parts: the parts of the rule, each with its words.
        of: the stretch of which it is a part: "the end of the year".
    """

    rule: str
    run: Run
    parts: Mapping[str, tuple[str, ...]]
    of: "Timex | None" = None


class Grammar:
    """The rules, compiled."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        period = "|".join(f"(?:{_nameless(rule)})" for rule in PERIODS.values())
        on_day = "|".join(f"(?:{_nameless(PERIODS[name])})" for name in DAYS)
        whole = f"(?!<the><year>)<the>?(?:{period})"  # not the end of the 2016 campaign
        self._parts = parts = {**PARTS, "period": period, "the_period": whole, "on_day": on_day}
        self._rules = {name: words.pattern(rule, parts) for name, rule in (PERIODS | RULES).items()}
        self._no_age = words.pattern("<dash>?<old>", parts)
        self._no_year = words.pattern("<counted>|<units>|<dash><unit>", parts)
        self._old_year = words.pattern("<old_year>", parts)
        self._leads = words.pattern("{leads}|<late>|<early>", parts)
        self._apart = words.pattern("<apart>", parts)
        self._a_year = words.pattern("<year><quarter_word>", parts)
        self._years = words.pattern("<year><hyphen>", parts)
        self._fraction = words.pattern("<quarter_word>(?:<counted>|<fraction_of>)", parts)
        self._a_second = words.pattern("(?:<a>|<another>)<ordinal>", parts)
        self._share = words.pattern("<number><dash><quarters_word>", parts)
        self._as_so = words.pattern("<as_word>(?:<reference>)<as_word>", parts)
        self._amount = words.pattern("<number>|<figure>|<counted>|<fraction_of>", parts)
        self._heart = words.pattern("|".join(f"<{name}>" for name in HEARTS) + "|<holiday>", parts)

    def found(self, forms: Sequence[str]) -> list[Timex]:
        """The times in a row of words, in order; no two share a word."""
        letters = self.words.letters(forms)
        if not self._heart.search(letters):
            return []
        every = [
            (match.start() - match.end(), match.start(), order, name, match)
            for order, (name, rule) in enumerate(self._rules.items())
            for match in rule.finditer(letters)
            if match.group() and self._stands(name, letters, match)
        ]
        taken = bytearray(len(letters))
        out = []
        for _, _, _, name, match in sorted(every, key=lambda one: one[:3]):
            first, stop = match.span()
            if _is_name(name, forms, first, stop):
                continue
            if not any(taken[first:stop]):
                taken[first:stop] = b"\1" * (stop - first)
                if name != NAMED:
                    out.append(self._made(name, match, forms, letters))
        return sorted(out, key=lambda one: one.run.first)

    def _stands(self, name: str, letters: str, match: "re.Match[str]") -> bool:
        """Whether what surrounds a match lets it be a time: "ten years" in "ten years old" is none."""
        if name == "often":
            return not (match.start() and self._amount.match(letters, match.start() - 1))
        if name == "reference":
            first = max(match.start() - 1, 0)
            return not self._as_so.fullmatch(letters, first, match.end() + 1)
        if name == "duration" and self._share.fullmatch(letters, *match.span()):
            return False  # three-quarters of them
        if name == "seasons" and self._years.match(letters, match.start()):
            return False  # the 2014-15 season
        if name in ("duration", "seasons"):
            nth = self._a_second.fullmatch(letters, *match.span())
            year = self._a_year.match(letters, match.start())
            part = self._fraction.match(letters, match.end() - 1)  # a quarter point
            return (
                not nth and not year and not part and not self._no_age.match(letters, match.end())
            )
        if name == "year":
            counted = self._no_year.match(letters, match.end())
            apart = match.start() and self._apart.match(letters, match.start() - 1)
            old = self._old_year.match(letters, match.end() - 1)
            led = match.start() and self._leads.match(letters, match.start() - 1)
            return not counted and not apart and bool(led or not old)
        return True

    def _made(self, name: str, match: "re.Match[str]", forms: Sequence[str], letters: str) -> Timex:
        parts = {
            key.rstrip("_"): tuple(forms[slice(*match.span(key))])
            for key, held in match.groupdict().items()
            if held
        }
        inner = self._inner(match, forms, letters) if "of" in parts else None
        return Timex(name, Run(*match.span()), parts, inner)

    @cached_property
    def _periods(self) -> Mapping[str, "re.Pattern[str]"]:
        """The rules of stretches of the calendar, for what another rule takes a part of."""
        return {
            name: self.words.pattern(f"<the>?(?:{rule})", self._parts)
            for name, rule in PERIODS.items()
        }

    def _inner(self, match: "re.Match[str]", forms: Sequence[str], letters: str) -> Timex | None:
        for name, rule in self._periods.items():
            inner = rule.fullmatch(letters, *match.span("of"))
            if inner:
                return self._made(name, inner, forms, letters)
        return None


def _is_name(rule: str, forms: Sequence[str], first: int, stop: int) -> bool:
    """Takes: "an epiphany", which is no feast; "the 19th" of "the 19th District"; "This Morning" and "Monday Night", programmes. Leaves: "This morning", "by the 19th"."""
    capitals = [form[:1].isupper() for form in forms[first:stop]]
    if rule == "feast":
        return not any(capitals)
    if rule == NAMED:
        return not capitals[-1]
    if rule == "weekday" and stop - first > 1 and vocabulary().sense(forms[stop - 1], "daypart"):
        return capitals[-1]
    if rule == "day_only":
        return forms[stop : stop + 1] != [] and forms[stop][:1].isupper()
    return rule in ("daypart", "relative") and first > 0 and len(capitals) > 1 and all(capitals)


def _nameless(rule: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", rule)


@cache
def grammar() -> Grammar:
    """The grammar, compiled once.

    Raises:
        BadTable: a table is no TOML, or an entry has not the fields of its table.
    """
    return Grammar(vocabulary())


def times(forms: Sequence[str]) -> Iterator[Timex]:
    """The times in a row of words, in order."""
    yield from grammar().found(forms)
