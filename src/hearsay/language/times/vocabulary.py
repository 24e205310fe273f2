"""Vocabulary: what the words of a text are to the grammar of time, one letter of a private alphabet for each word.

Words that are the same to the grammar get the same letter, so that a rule over classes of words is a pattern over
letters: "<number>" becomes the letters of all words that are numbers. A word may be of several classes ("second").
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import msgspec

from hearsay.language.lexicon import Entry, table
from hearsay.language.words import written

CAPITAL = frozenset(
    {"month", "weak_month", "short_month", "weekday", "short_weekday", "weekdays", "holiday"}
)
"""Classes whose words are of them with a capital alone."""

PHRASES = frozenset({"holiday", "named"})
"""Classes whose forms may have several words."""

OTHER = "\ue000"
"""The letter of a word that is nothing to the grammar."""

_FIGURES = (
    ("iso", r"\d{4}-\d{2}-\d{2}"),
    ("slashed", r"\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})"),
    ("clock", r"\d{1,2}:\d{2}(?::\d{2})?"),
    ("dotted", r"\d{1,2}\.\d{2}"),
    ("nth_day", r"(?:[12]?1st|[12]?2nd|[12]?3rd|[12]?\d?th|1[1-3]th|30th|31st)"),
    ("nth", r"\d{1,2}(?:st|nd|rd|th)"),
    ("decade", r"(?:1\d|20)\d0'?s"),
    ("short_decade", r"'?\d0'?s"),
    ("year", r"1[1-9]\d\d|20\d\d|21\d\d"),
    ("old_year", r"1[1-8]\d\d|21\d\d"),
    ("two_figures", r"\d\d"),
    ("short_year", r"'\d\d"),
    ("day_figure", r"0?[1-9]|[12]\d|3[01]"),
    ("hour", r"1?\d|2[0-3]"),
    ("figure", r"\d{1,3}(?:,\d{3})*(?:\.\d+)?|\d+[½¼¾]?"),
    ("quarter_code", r"q[1-4]"),
)
_PREFIX = "mid-"


class TimeEntry(Entry, frozen=True, kw_only=True):
    """An entry of times.toml."""

    class_: str = msgspec.field(name="class")
    forms: tuple[str, ...]
    value: float = 0
    code: str = ""


class Worth(msgspec.Struct, frozen=True):
    """What a word counts for in one class."""

    value: float
    code: str


class Vocabulary:
    """The table, opened; and the alphabet."""

    def __init__(self, entries: Iterable[TimeEntry]) -> None:
        self.senses: dict[str, dict[str, Worth]] = {}
        self.phrases: dict[str, list[tuple[str, ...]]] = {}
        for entry in entries:
            for form in entry.forms:
                parts = written(form)
                if entry.class_ in PHRASES:
                    self.phrases.setdefault(entry.class_, []).append(parts)
                    for part in parts:
                        self.senses.setdefault(part, {})[f"={part}"] = Worth(0, "")
                    self.senses[parts[0]][f"={parts[0]}"] = Worth(0, "")
                key = form if len(parts) > 1 or entry.class_ in PHRASES else parts[0]
                self.senses.setdefault(key, {})[entry.class_] = Worth(entry.value, entry.code)
        self._figures = tuple((name, re.compile(pattern)) for name, pattern in _FIGURES)
        self._sets: dict[frozenset[str], str] = {frozenset(): OTHER}
        self._letters: dict[str, str] = {}
        for form in (*self.senses, *_EXAMPLES):
            for low in (form, f"{_PREFIX}{form}"):
                for capital in (False, True):
                    self._letter(self.classes(low, capital=capital))
        held: dict[str, list[str]] = {}
        for classes, letter in self._sets.items():
            for name in classes:
                held.setdefault(name, []).append(letter)
        self._patterns = {name: _ranges(letters) for name, letters in held.items()}

    def classes(self, low: str, *, capital: bool) -> frozenset[str]:
        """The classes of a word in small letters, written with a capital or without."""
        if low.startswith(_PREFIX):
            rest = self.classes(low.removeprefix(_PREFIX), capital=True)
            return frozenset(f"mid_{name}" for name in rest if name in _HALVED)
        found = {*self.senses.get(low, ())}
        if not capital:
            found -= CAPITAL
        if low[:1].isdigit() or low[:1] in "'qf":
            found |= {name for name, pattern in self._figures if pattern.fullmatch(low)}
        return frozenset(found)

    def letters(self, forms: Sequence[str]) -> str:
        """A row of words as letters."""
        return "".join(self._of(form) for form in forms)

    def _of(self, form: str) -> str:
        letter = self._letters.get(form)
        if letter is None:
            classes = self.classes(low(form), capital=form[:1].isupper() or "-" in form)
            letter = self._sets.get(classes, OTHER)
            if len(self._letters) < _KEPT:
                self._letters[form] = letter
        return letter

    def _letter(self, classes: frozenset[str]) -> None:
        if classes not in self._sets:
            self._sets[classes] = chr(ord(OTHER) + len(self._sets))

    def pattern(self, rule: str, parts: Mapping[str, str]) -> "re.Pattern[str]":
        """A rule over classes as a pattern over letters.

        Args:
            rule: with <class>, and with {part} for a rule that others are made with; white space says nothing.
            parts: by their names.
        """
        while "{" in rule:
            rule = re.sub(r"\{(\w+)\}", lambda m: f"(?:{parts[m[1]]})", rule)
        rule = re.sub(r"\s+", "", rule)
        return re.compile(re.sub(r"(?<!\?P)<([^<>]+)>", lambda m: self._any(m[1]), rule))

    def _any(self, name: str) -> str:
        if name in self.phrases:
            ordered = sorted(self.phrases[name], key=lambda phrase: -len(phrase))
            rows = ("".join(self._any(f"={word}") for word in phrase) for phrase in ordered)
            return f"(?:{'|'.join(rows)})"
        return self._patterns[name]

    def sense(self, form: str, *names: str) -> Worth | None:
        """What a form counts for in the first of some classes that it is of."""
        held = self.senses.get(low(form).removeprefix(_PREFIX), {})
        return next((held[name] for name in names if name in held), None)

    def code(self, form: str, *names: str) -> str:
        """What TimeML calls it; "" for a form of none of the classes."""
        worth = self.sense(form, *names)
        return worth.code if worth else ""


_KEPT = 100_000  # forms whose letters are kept: as many as an article has, many times over
_HALVED = frozenset(
    {"month", "weak_month", "short_month", "weekday", "season", "weak_season", "unit", "year", "decade", "short_decade", "decade_word",
     "daypart"}
)  # fmt: skip
_EXAMPLES = (
    "2016-09-01", "1/2/16", "13/12/2016", "9:30", "10.30", "5", "12", "24", "31", "05", "09", "00", "45", "'45", "100", "1,000",
    "2.5", "999999", "1500", "2016", "1980s", "80s", "'80s", "1980's", "1st", "2nd", "3rd", "4th", "11th", "12th", "13th",
    "19th", "20th", "21st", "22nd", "23rd", "24th", "30th", "31st", "45th", "63rd", "41st", "q3", "fy2016", "fy16", "10.5", "12.5", "24.10", "7.5",
    "0", "20", "32", "99", "1.05", "30.5", "10.05", "1.5", "12.30", "1,500", "33rd", "52nd", "111", "1980.5", "0.5",
)  # fmt: skip
"""A word of each kind that figures can be: their sets of classes make letters."""


def _ranges(letters: Sequence[str]) -> str:
    """A pattern for some letters in their order; those that follow one another as a range, which is quickly compiled."""
    runs: list[list[str]] = []
    for letter in letters:
        if runs and ord(letter) == ord(runs[-1][-1]) + 1:
            runs[-1].append(letter)
        else:
            runs.append([letter])
    return f"[{''.join(f'{run[0]}-{run[-1]}' if len(run) > 1 else run[0] for run in runs)}]"


def low(form: str) -> str:
    """A form as the table has it: small letters, straight apostrophes."""
    return form.lower().replace("’", "'")


@cache
def vocabulary() -> Vocabulary:
    """The table, read once.

    Raises:
        BadTable: it is no TOML, or an entry has not the fields of its table.
    """
    return Vocabulary(table("times", TimeEntry))
