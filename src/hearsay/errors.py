"""Every error of hearsay: what a person can do something about.

A message says, in this order: what is wrong, with the values; where; what to do. Each error has a
speaking `code`, which docs/errors.md explains under a heading of its own.
"""

from typing import ClassVar, Self


class Error(Exception):
    """Anything that hearsay tells a person in one line.

    Attributes:
        code: the speaking name of the error, such as "page/empty".
        wrong: what is wrong, with the values.
        remedy: what to do, or "".
        name: the input that it is about, "" where it is about none, or it is not known yet.
    """

    code: ClassVar[str] = "error"

    def __init_subclass__(cls, code: str = "") -> None:
        super().__init_subclass__()
        cls.code = code or cls.code

    def __init__(self, wrong: str, remedy: str = "", name: str = "") -> None:
        super().__init__(wrong)
        self.wrong = wrong
        self.remedy = remedy
        self.name = name

    def __str__(self) -> str:
        said = f"{self.wrong}; {self.remedy}" if self.remedy else self.wrong
        return f"{self.name}: {said}" if self.name else said

    def about(self, name: str) -> Self:
        """The same error, with the input that it is about, where that was not known yet."""
        self.name = self.name or name
        return self


class BadSpan(Error, ValueError, code="text/bad-span"):
    """A span that no text can hold: negative, empty or backwards; or one that overlaps another."""


class Unlawful(Error, ValueError, code="reading/unlawful"):
    """A reading that breaks a law of its format."""


class BadTable(Error, code="language/bad-table"):
    """A word list of this installation is broken."""


class BadGold(Error, ValueError, code="measure/bad-gold"):
    """A labelled file that breaks the guidelines of its set."""


class BadRecipe(Error, ValueError, code="training/bad-recipe"):
    """A recipe that cannot be run here: a broken file, or something that it needs is not there."""


class BadWeights(Error, ValueError, code="model/bad-weights"):
    """Weights that this hearsay cannot use: broken, or trained for other labels or features."""


class NotInstalled(Error, code="hearsay/not-installed"):
    """A command or a call that needs one of the extras of the package."""


class NotAReading(Error, ValueError, code="reading/not-a-reading"):
    """JSON that is no reading of a schema that this hearsay knows."""


class NoSuchFinding(Error, code="reading/no-such-finding"):
    """A finding was asked for by an id that the reading does not have."""


class Unreadable(Error, code="page/unreadable"):
    """An input that cannot be read as an article."""


class Missing(Unreadable, code="page/missing"):
    """There is no such file, or it may not be opened."""


class ADirectory(Unreadable, code="page/directory"):
    """A directory was named where a file is read."""


class Empty(Unreadable, code="page/empty"):
    """There is nothing in it."""


class TooLarge(Unreadable, code="page/too-large"):
    """Larger than any article."""


class NotText(Unreadable, code="page/not-text"):
    """PDF, image, archive or another binary."""


class BadEncoding(Unreadable, code="page/encoding"):
    """The bytes are not text in the encoding that they declare, nor in any that could be guessed."""


class NoArticle(Unreadable, code="page/no-article"):
    """A page without a word to read."""


class NotFetched(Error, code="fetch/not-fetched"):
    """A URL that was not, or could not be, fetched."""


class Refused(NotFetched, code="fetch/refused"):
    """A scheme or an address that hearsay does not visit."""


class Failed(NotFetched, code="fetch/failed"):
    """The transfer did not end well: time-out, status, size, broken connection."""


class NotKept(Error, code="ledger/not-kept"):
    """A ledger of forecasts that cannot be used."""


class NoLedger(NotKept, code="ledger/none"):
    """There is no ledger yet."""


class LedgerLocked(NotKept, code="ledger/locked"):
    """Another process is writing to the ledger."""


class LedgerReadOnly(NotKept, code="ledger/read-only"):
    """The ledger, its folder or its disk takes no writing."""


class LedgerDamaged(NotKept, code="ledger/damaged"):
    """The file is no ledger, is broken, or is of a newer hearsay."""


class NoSuchForecast(Error, code="ledger/no-such-forecast"):
    """A forecast was asked for by a number that the ledger does not have."""


class BadForecast(Error, ValueError, code="ledger/bad-forecast"):
    """Values that a ledger does not hold: a chance of 1.4, a day that is none, a row without words."""


class BadDate(Error, ValueError, code="date/not-a-date"):
    """A day of publication was given that is no day."""


class NotOverrides(Error, ValueError, code="overrides/not-overrides"):
    """A file is there that holds no cells set by hand, or a newer kind of them."""


class NotADoc(Error, ValueError, code="spacy/not-a-doc"):
    """A pipeline of spaCy that makes no Doc of a reading: it changes the text, or takes none of its length."""


class NotWritten(Error, code="output/not-written"):
    """A file that stands already and was not to be overwritten, or that cannot be written."""


class Internal(Error, code="hearsay/internal"):
    """A mistake of hearsay itself; `__cause__` is what went wrong."""


class BadRecord(Error, code="record/bad-record"):
    """A record that cannot be opened, read or written."""


class RecordBusy(BadRecord, code="record/busy"):
    """Another program writes to the record, for longer than hearsay waits."""


class RecordFull(BadRecord, code="record/full"):
    """There is no room on the disk for what is to be kept."""


class NotInTheRecord(Error, code="record/not-there"):
    """A reading, a statement or a judgement was asked for that the record does not hold."""
