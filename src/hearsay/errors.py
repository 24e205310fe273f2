"""Every error of hearsay, and what each says.

    Error                       what a person can do something about
    ├── BadSpan                 text/bad-span          a span that no text can hold
    ├── Unlawful                reading/unlawful       a reading that breaks a law of its format
    ├── BadTable                language/bad-table     a word list that is broken
    ├── BadGold                 measure/bad-gold       a labelled file that breaks its guidelines
    ├── BadRecipe               training/bad-recipe    a recipe that cannot be run here
    ├── BadWeights              model/bad-weights      weights that are not what this hearsay can use
    ├── NotInstalled            hearsay/not-installed  a command that needs one of the extras
    ├── NotAReading             reading/not-a-reading  JSON that is no reading of a known schema
    ├── NoSuchFinding           reading/no-such-finding
    ├── Unreadable              page/…                 an input that cannot be read as an article
    │   ├── Missing             page/missing           no such file, or no permission
    │   ├── ADirectory          page/directory
    │   ├── Empty               page/empty
    │   ├── TooLarge            page/too-large
    │   ├── NotText             page/not-text          PDF, image, archive, binary
    │   ├── BadEncoding         page/encoding
    │   └── NoArticle           page/no-article        a page without a word to read
    ├── NotFetched              fetch/…                a URL that was not or could not be fetched
    │   ├── Refused             fetch/refused          scheme or address that hearsay does not visit
    │   └── Failed              fetch/failed           time-out, status, broken transfer
    ├── NotKept                 ledger/…               a ledger that cannot be used
    │   ├── NoLedger            ledger/none            there is none yet
    │   ├── LedgerLocked        ledger/locked          another process writes to it
    │   ├── LedgerReadOnly      ledger/read-only       it, its folder or its disk takes no writing
    │   └── LedgerDamaged       ledger/damaged         no ledger, a broken one, or one of a newer hearsay
    ├── NoSuchForecast          ledger/no-such-forecast
    ├── BadForecast             ledger/bad-forecast    values that a ledger does not hold
    ├── BadDate                 date/not-a-date        a day of publication that is no day
    ├── NotOverrides            overrides/not-overrides  a file that holds no cells set by hand
    ├── BadRecord               record/bad-record      a record that cannot be opened, read or written
    │   ├── RecordBusy          record/busy            another program writes to it
    │   └── RecordFull          record/full            no room on the disk
    ├── NotInTheRecord          record/not-there       a reading, a statement or a judgement that it does not hold
    ├── NotADoc                 spacy/not-a-doc        a reading of which this pipeline makes no Doc
    ├── NotWritten              output/not-written     a file that stands already, or cannot be written
    └── Internal                hearsay/internal       a mistake of hearsay itself

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


class BadSpan(Error, ValueError):
    """A span that no text can hold: negative, empty or backwards; or one that overlaps another."""

    code = "text/bad-span"


class Unlawful(Error, ValueError):
    """A reading that breaks a law of its format."""

    code = "reading/unlawful"


class BadTable(Error):
    """A word list of this installation is broken."""

    code = "language/bad-table"


class BadGold(Error, ValueError):
    """A labelled file that breaks the guidelines of its set."""

    code = "measure/bad-gold"


class BadRecipe(Error, ValueError):
    """A recipe that cannot be run here: a broken file, or something that it needs is not there."""

    code = "training/bad-recipe"


class BadWeights(Error, ValueError):
    """Weights that this hearsay cannot use: broken, or trained for other labels or features."""

    code = "model/bad-weights"


class NotInstalled(Error):
    """A command or a call that needs one of the extras of the package."""

    code = "hearsay/not-installed"


class NotAReading(Error, ValueError):
    """JSON that is no reading of a schema that this hearsay knows."""

    code = "reading/not-a-reading"


class NoSuchFinding(Error):
    """A finding was asked for by an id that the reading does not have."""

    code = "reading/no-such-finding"


class Unreadable(Error):
    """An input that cannot be read as an article."""

    code = "page/unreadable"


class Missing(Unreadable):
    """There is no such file, or it may not be opened."""

    code = "page/missing"


class ADirectory(Unreadable):
    """A directory was named where a file is read."""

    code = "page/directory"


class Empty(Unreadable):
    """There is nothing in it."""

    code = "page/empty"


class TooLarge(Unreadable):
    """Larger than any article."""

    code = "page/too-large"


class NotText(Unreadable):
    """PDF, image, archive or another binary."""

    code = "page/not-text"


class BadEncoding(Unreadable):
    """The bytes are not text in the encoding that they declare, nor in any that could be guessed."""

    code = "page/encoding"


class NoArticle(Unreadable):
    """A page without a word to read."""

    code = "page/no-article"


class NotFetched(Error):
    """A URL that was not, or could not be, fetched."""

    code = "fetch/not-fetched"


class Refused(NotFetched):
    """A scheme or an address that hearsay does not visit."""

    code = "fetch/refused"


class Failed(NotFetched):
    """The transfer did not end well: time-out, status, size, broken connection."""

    code = "fetch/failed"


class NotKept(Error):
    """A ledger of forecasts that cannot be used."""

    code = "ledger/not-kept"


class NoLedger(NotKept):
    """There is no ledger yet."""

    code = "ledger/none"


class LedgerLocked(NotKept):
    """Another process is writing to the ledger."""

    code = "ledger/locked"


class LedgerReadOnly(NotKept):
    """The ledger, its folder or its disk takes no writing."""

    code = "ledger/read-only"


class LedgerDamaged(NotKept):
    """The file is no ledger, is broken, or is of a newer hearsay."""

    code = "ledger/damaged"


class NoSuchForecast(Error):
    """A forecast was asked for by a number that the ledger does not have."""

    code = "ledger/no-such-forecast"


class BadForecast(Error, ValueError):
    """Values that a ledger does not hold: a chance of 1.4, a day that is none, a row without words."""

    code = "ledger/bad-forecast"


class BadDate(Error, ValueError):
    """A day of publication was given that is no day."""

    code = "date/not-a-date"


class NotOverrides(Error, ValueError):
    """A file is there that holds no cells set by hand, or a newer kind of them."""

    code = "overrides/not-overrides"


class NotADoc(Error, ValueError):
    """A pipeline of spaCy that makes no Doc of a reading: it changes the text, or takes none of its length."""

    code = "spacy/not-a-doc"


class NotWritten(Error):
    """A file that stands already and was not to be overwritten, or that cannot be written."""

    code = "output/not-written"


class Internal(Error):
    """A mistake of hearsay itself; `__cause__` is what went wrong."""

    code = "hearsay/internal"


class BadRecord(Error):
    """A record that cannot be opened, read or written."""

    code = "record/bad-record"


class RecordBusy(BadRecord):
    """Another program writes to the record, for longer than hearsay waits."""

    code = "record/busy"


class RecordFull(BadRecord):
    """There is no room on the disk for what is to be kept."""

    code = "record/full"


class NotInTheRecord(Error):
    """A reading, a statement or a judgement was asked for that the record does not hold."""

    code = "record/not-there"
