"""Numbers: amounts, ordinals, days and hours in a row of words, and the one form under which each is compared.

“$5m”, “$5 million” and “five million dollars” are one amount, “3 March” and “March 3rd” one day, “5pm” and “17:00” one hour. The words are
those of `times.toml` and `numbers.toml`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from types import MappingProxyType

import msgspec

from hearsay.language.lexicon import Entry, table
from hearsay.language.times.vocabulary import vocabulary

_FIGURE = re.compile(r"([a-z]{0,3})(\d[\d,]*(?:\.\d+)?)([a-z%]*)")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_CLOCK = re.compile(r"([01]?\d|2[0-3])(?:([:.])([0-5]\d))?")
_MONTHS = ("month", "weak_month", "short_month")
TEN, HUNDRED, LATEST = 10, 100, 31
"""What a ten is below, what a hundred is, and the last day of a month."""

NOON = 12
HALF = Decimal("0.5")
HALVES = 2


class NumberEntry(Entry, frozen=True, kw_only=True):
    """An entry of numbers.toml: a class, its forms, and the form under which they are compared."""

    class_: str = msgspec.field(name="class")
    forms: tuple[str, ...]
    like: str


class Numbers(msgspec.Struct, frozen=True):
    """The words that numbers are made of.

    Attributes:
        ones: “five”, “twenty” -> what they count.
        times: “hundred”, “bn” -> what they multiply by.
        ordinals: “third” -> 3.
        units: the words of a unit or of money -> the form under which it is compared.
        signs: what stands before an amount of money -> the same.
        half_days: “am”, “pm” -> hours that they add.
        months: “march”, “mar” -> the name of the month.
        counts: “hundreds”, “half”, which count and are no number by themselves.
        several: “decade” -> 10 and the unit “year”.
        parts: what a share is told by: “thirds” -> 3.
        shares: shares in one word, as they are compared: “twothirds” -> “2/3”.
        opening: every word with which one of these can begin.
    """

    ones: Mapping[str, int]
    times: Mapping[str, int]
    ordinals: Mapping[str, int]
    units: Mapping[tuple[str, ...], str]
    signs: Mapping[str, str]
    half_days: Mapping[str, int]
    months: Mapping[str, str]
    counts: frozenset[str]
    several: Mapping[str, tuple[int, str]]
    parts: Mapping[str, int]
    shares: Mapping[str, tuple[int, int]]
    opening: frozenset[str]


class Amount(msgspec.Struct, frozen=True):
    """A number in a row of words.

    Attributes:
        first, stop: its words.
        key: the form under which it is compared.
        also: another one, where it can be read in two ways; "" where it cannot.
    """

    first: int
    stop: int
    key: str
    also: str = ""


@cache
def numbers() -> Numbers:
    """The tables, read once.

    Raises:
        BadTable: one is no TOML, or an entry has not the fields of its table.
    """
    held: dict[str, dict[str, str]] = {}
    for entry in table("numbers", NumberEntry):
        held.setdefault(entry.class_, {}).update(dict.fromkeys(entry.forms, entry.like))
    times = {form: int(like) for form, like in held["times"].items()}
    senses = vocabulary().senses
    ones = {form: int(of["number"].value) for form, of in senses.items() if "number" in of}
    ones |= {form: int(like) for form, like in held["number"].items()}
    ordinals = {form: int(of["ordinal"].value) for form, of in senses.items() if "ordinal" in of}
    ordinals |= {form: int(like) for form, like in held["ordinal"].items()}
    months = {
        form.removesuffix("."): str(int(of[name].value))
        for form, of in senses.items()
        for name in _MONTHS
        if name in of
    }
    units = {tuple(form.split()): like for form, like in (held["unit"] | held["sign"]).items()}
    parts = {
        f"{form}{ending}": n for form, n in ordinals.items() if n > HALVES for ending in ("", "s")
    }
    parts |= {form: int(like) for form, like in held["part"].items()}
    shares = {
        f"{one}{part}": (many, n)
        for one, many in ones.items()
        if 0 < many < TEN
        for part, n in parts.items()
    }
    opening = {*times, *ones, *ordinals, *months, *held["sign"], *shares, "a", "half", "the"}
    return Numbers(
        MappingProxyType({form: value for form, value in ones.items() if form not in times}),
        MappingProxyType(times),
        MappingProxyType(ordinals),
        MappingProxyType(units),
        MappingProxyType(held["sign"]),
        MappingProxyType({form: int(like) for form, like in held["half_day"].items()}),
        MappingProxyType(months),
        frozenset(held["count"]),
        MappingProxyType(
            {
                form: (int(like.split()[0]), like.split()[1])
                for form, like in held["several"].items()
            }
        ),
        MappingProxyType(parts),
        MappingProxyType(shares),
        frozenset(opening),
    )


def amounts(lows: Sequence[str], capital: Sequence[bool], apart: Sequence[str]) -> Iterator[Amount]:
    """The numbers of a row of words, each as long as it goes, in order.

    Takes: “a hundred and two” as 102; “$5m”; “20 per cent”; “R40m”; “the 3rd of March”; “5.30pm”. Leaves: “hundreds”; “one, two”, which are
    two; “may” in small letters, which is no month.

    Args:
        lows: the words in small letters, without the full stops in them.
        capital: whether each has a capital.
        apart: what stands after each: "" for nothing, "," for a mark within a sentence, "." for its end.
    """
    first = 0
    for stop in (n + 1 for n, mark in enumerate(apart) if mark == "." or n + 1 == len(lows)):
        part = slice(first, stop)
        yield from _Reader(numbers(), lows[part], capital[part], apart[part]).all(first)
        first = stop


class _Reader(msgspec.Struct, frozen=True):
    """One sentence, read for numbers."""

    tables: Numbers
    lows: Sequence[str]
    capital: Sequence[bool]
    apart: Sequence[str]

    def all(self, before: int) -> Iterator[Amount]:
        """All of them, counted from so many words before."""
        at = 0
        while at < len(self.lows):
            low, found = self.lows[at], None
            if low in self.tables.opening or not low.isalpha():
                found = self.read(at)
            if found is not None:
                yield Amount(before + found.first, before + found.stop, found.key, found.also)
            at = found.stop if found else at + 1

    def read(self, at: int) -> Amount | None:
        return self._date(at) or self._clock(at) or self._share(at) or self._amount(at)

    def _low(self, at: int) -> str:
        return self.lows[at] if at < len(self.lows) else ""

    def _close(self, at: int) -> bool:
        """Whether nothing stands between a word and the one before it."""
        return 0 < at < len(self.lows) and not self.apart[at - 1]

    def _month(self, at: int) -> str:
        """The number of the month that a word names; "" where it names none."""
        low = self._low(at)
        return self.tables.months.get(low, "") if low and self.capital[at] else ""

    def _date(self, at: int) -> Amount | None:
        """Takes: “March 3”, “Mar. 3rd”, “3 March”, “the third of March”. Leaves: “March 2026”, of which the month alone is read."""
        month = self._month(at)
        if month:
            ahead = at + 2 if self._low(at + 1) == "the" else at + 1
            day, stop = self._day(ahead)
            if day and not self._month(stop):
                return Amount(at, stop, f"{day}/{month}")
            return Amount(at, at + 1, f"month {month}") if self._low(at + 1)[:1].isdigit() else None
        first = at + 1 if self._low(at) == "the" else at
        day, stop = self._day(first)
        of = stop + 1 if self._low(stop) == "of" else stop
        month = self._month(of) if day and (first == at or of > stop) else ""
        return Amount(at, of + 1, f"{day}/{month}") if month else None

    def _day(self, at: int) -> tuple[int, int]:
        """The day of a month that words name, and the word after them; 0 where they name none."""
        low = self._low(at)
        if low.isdigit() and 0 < int(low) <= LATEST and not self._unit(at + 1)[0]:
            return int(low), at + 1
        order, stop = self._order(at)
        return (order, stop) if 0 < order <= LATEST else (0, at)

    def _order(self, at: int) -> tuple[int, int]:
        low = self._low(at)
        match = _ORDINAL.fullmatch(low)
        if match or low in self.tables.ordinals:
            return int(match[1]) if match else self.tables.ordinals[low], at + 1
        tens, one = self.tables.ones.get(low, 0), self.tables.ordinals.get(self._low(at + 1), TEN)
        if 2 * TEN <= tens < HUNDRED and one < TEN and self._close(at + 1):
            return tens + one, at + 2
        return 0, at

    def _clock(self, at: int) -> Amount | None:
        """Takes: “5pm”, “5.30 pm”, “five pm”, “17:00”. Leaves: “5.30”, a number."""
        low = self._low(at)
        match = _CLOCK.fullmatch(str(self.tables.ones.get(low, low)))
        if match is None:
            return None
        hour, minute = int(match[1]), match[3] or "00"
        half = self.tables.half_days.get(self._low(at + 1))
        if half is not None and hour <= NOON and self._close(at + 1):
            return Amount(at, at + 2, f"{hour % NOON + half}:{minute}")
        return Amount(at, at + 1, f"{hour}:{minute}") if match[2] == ":" else None

    def _share(self, at: int) -> Amount | None:
        """Takes: “a quarter of”, “two thirds”, “two-thirds”. Leaves: “a third time”, “a third of March”, “the quarter”."""
        low, part = self._low(at), self.tables.parts.get(self._low(at + 1), 0)
        if low in self.tables.shares:
            many, part = self.tables.shares[low]
            stop = at + 1
        else:
            many = 1 if low == "a" else self.tables.ones.get(low, 0)
            stop = at + 2
            if not (part and 0 < many < TEN and self._close(at + 1)):
                return None
        of = self._low(stop) == "of" and not self._month(stop + 1)
        if not of and not self._low(stop - 1).endswith("s"):
            return None
        hundredths = Decimal(HUNDRED * many) / part
        whole = hundredths == hundredths.to_integral_value()
        return Amount(at, stop, f"{many}/{part}", f"{int(hundredths)} percent" if whole else "")

    def _amount(self, at: int) -> Amount | None:
        order, stop = self._order(at)
        if order:
            return Amount(at, stop, f"{order}th")
        low = self._low(at)
        sign = self.tables.signs.get(low, "")
        first = at + 1 if sign else at
        if (glued := _FIGURE.fullmatch(low)) is not None:
            sign = self.tables.signs.get(glued[1], "")
        value, stop, short = self._value(first)
        if value is None and low == "a" and self._low(at + 1) in self.tables.several:
            value, stop = Decimal(1), at + 1
        if value is None:
            return None
        if self._low(stop) in self.tables.several and self._close(stop):
            many, unit = self.tables.several[self._low(stop)]
            return Amount(at, stop + 1, f"{(many * value).normalize():f} {unit}")
        unit, past = self._unit(stop) if not short or short in self.tables.times else (short, stop)
        unit, stop = (sign, past if unit == sign else stop) if sign else (unit, past)
        told = f"{value.normalize():f}"
        if not unit and short == "m":
            figure, _ = self._figure(first)
            return Amount(at, stop, told, f"{figure} metre")
        return Amount(at, stop, f"{told} {unit}".strip())

    def _unit(self, at: int) -> tuple[str, int]:
        """The unit that words name, and the word after it; "" where they name none."""
        if not self._close(at):
            return "", at
        if self._low(at) == "us" and self.capital[at] and self._low(at + 1)[:6] == "dollar":
            return "dollar", at + 2
        for many in (3, 2, 1):
            form = tuple(self.lows[at : at + many])
            if form in self.tables.units:
                return self.tables.units[form], at + len(form)
        return "", at

    def _figure(self, at: int) -> tuple[Decimal | None, str]:
        """The value of a word of figures, and what is written close to it: “50p”."""
        match = _FIGURE.fullmatch(self._low(at))
        if match is None or (match[1] and match[1] not in self.tables.signs):
            return None, ""
        close = match[3]
        if close not in self.tables.times:
            close = self.tables.units.get((close,), "")
        return (Decimal(match[2].replace(",", "")), close) if close or not match[3] else (None, "")

    def _value(self, at: int) -> tuple[Decimal | None, int, str]:
        """What a number counts, the word after it, and what was written short close to its figures."""
        figure, close = self._figure(at)
        if figure is not None:
            value, n = figure * self.tables.times.get(close, 1), at + 1
            last = close
            while self._low(n) in self.tables.times and self._close(n) and not close:
                last = self._low(n)
                value, n = value * self.tables.times[last], n + 1
            return value, n, last
        if self._low(at) == "half" and self._low(at + 1) == "a" and self._times(at + 2):
            return HALF * self._times(at + 2), at + 3, ""
        if self._low(at) == "a" and not self._times(at + 1):
            return None, at, ""
        told, stop = self._in_words(at + (self._low(at) == "a"))
        return told, stop, ""

    def _times(self, at: int) -> int:
        """What a word multiplies by; 0 where it does not."""
        return self.tables.times.get(self._low(at), 0)

    def _in_words(self, at: int) -> tuple[Decimal | None, int]:
        """Takes: “two thousand and five”, “twelve hundred”, “two and a half million”. Leaves: the second of “twenty thirty”."""
        ones, times = self.tables.ones, self.tables.times
        total, part = Decimal(0), Decimal(0)
        n, limit = at, 10**15
        while n < len(self.lows) and (n == at or self._close(n)):
            low = self.lows[n]
            if low in ones and self._adds(part, ones[low], first=n == at, after=self._low(n - 1)):
                part += ones[low]
            elif low in times and len(low) > 2 and times[low] < limit:  # noqa: PLR2004 - “m”, “bn”
                part = max(part, Decimal(1)) * times[low]
                if times[low] > HUNDRED:
                    total, part, limit = total + part, Decimal(0), times[low]
            elif low == "and" and n > at and self._half(n):
                part, n = part + (HALF if part else HALF * limit), n + 2
            elif low != "and" or not (n > at and self._times(n - 1) and self._low(n + 1) in ones):
                break
            n += 1
        return (total + part, n) if n > at else (None, at)

    def _half(self, at: int) -> bool:
        return list(self.lows[at + 1 : at + 3]) == ["a", "half"]

    @staticmethod
    def _adds(part: Decimal, one: int, *, first: bool, after: str) -> bool:
        """Takes: “five” after “twenty”; “twenty” after “hundred”. Leaves: “five” after “three”."""
        if first or (not part and after != "zero"):
            return True
        last = part % HUNDRED
        return (part >= HUNDRED and not last) or (one < TEN and last >= 2 * TEN and not last % TEN)
