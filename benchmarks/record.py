"""The record when it is large: adding, searching and tracing, on SQLite and on PostgreSQL.

    python benchmarks/record.py [READINGS] [STATEMENTS EACH] [ADDRESS…]

Readings are made by a seeded generator over the sentences below, and added one by one, as `hearsay add` does; one in twenty is a wire
copy of one before. At a hundredth, a tenth and all of them, the last adds, searches, traces and bare look-ups of a row by its index are
timed, by the clock and by the time of this process alone, which does not count waiting for other programs. An address is a file or a postgresql:// one; without one a file in a new folder is used.
A record that is there already is gone on with.
"""

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import sqlalchemy as sa

from hearsay.reading.actor import Actor, ActorKind, SourceType
from hearsay.reading.attribution import Act, Attribution, Mode
from hearsay.reading.ground import Ground
from hearsay.reading.reading import Reader, Reading
from hearsay.record.added import add
from hearsay.record.found import Wanted, search
from hearsay.record.opened import OpenRecord, open_record
from hearsay.record.tables import READINGS, STATEMENTS
from hearsay.record.traced import trace
from hearsay.text.article import Article, Block, Dated, Role
from hearsay.text.span import Span

NAMES = [f"{a} {b}" for a in ("Anna", "Ida", "Karl", "Mara", "Jon", "Zoe", "Tomas", "Lena", "Olaf")
         for b in ("Lund", "Moss", "Dahl", "Quill", "Brandt", "Aas", "Rae", "Tench", "Oram", "Sool", "Hamm", "Pryce")]  # fmt: skip
HEADS = [
    "the council",
    "the port",
    "our party",
    "the ministry",
    "the union",
    "every captain",
    "the bank",
    "nobody",
]
DEEDS = ["will not close", "has promised to reopen", "cannot pay for", "should have sold", "must never leave",
         "is going to repair", "would rather burn than lend", "asked twice about"]  # fmt: skip
SYLLABLES = ["an", "bel", "cor", "dun", "el", "far", "gren", "hol", "is", "jur", "kal", "lim", "mor", "nes", "ost", "pel", "rav", "sund", "tor", "vel"]  # fmt: skip
THINGS = ["the bridge", "the northern ferry", "the school at Vale", "the second tunnel", "the fish market",
          "the old mill", "the night trains", "the harbour wall", "the winter ration", "the court records"]  # fmt: skip
ENDS = ["before the harvest", "without a vote", "in May", "unless the state pays", "for the time being", "at any price",
        "as long as the survey lasts", "because the winter was hard", "if the board agrees", "after the election"]  # fmt: skip
GROUND = Ground("rule:verb_after_source", (), "made")
QUERIES = 200
LAST = 200  # adds that are timed at each size
COPIES = 20  # one reading in so many is a copy of the one that stands so far before it:
BACK = 10
KEPT = 0.9  # of the statements of the first, in a copy
OWN = 0.9  # of sentences; the rest are quotations that many articles have
RARE = 0.99


def is_copy(number: int) -> bool:
    """Whether the reading of a number is a copy of an earlier one."""
    return number % COPIES == COPIES - 1


def made(number: int, each: int) -> Reading:
    """A reading with so many statements; its sentences are its own, but for what it repeats of others."""
    if is_copy(number):
        first = built(number - BACK, int(each * KEPT))
        article = msgspec.structs.replace(
            first.article, outlet="The Copier", url=f"https://copies.example/{number}"
        )
        return msgspec.structs.replace(first, article=article)
    return built(number, each)


def built(number: int, keep: int) -> Reading:
    """The reading of a number, or its first statements."""
    dice = random.Random(number)
    text, told = "", []
    actors = tuple(
        Actor(f"a{n}", name, ActorKind.PERSON, SourceType.NAMED_PERSON, GROUND)
        for n, name in enumerate(dice.sample(NAMES, 12), 1)
    )
    for n in range(1, keep + 1):
        own = dice.random() < OWN  # the rest are quotations that many have
        words = sentence(dice if own else random.Random(dice.randrange(200)), number if own else 0)
        who = dice.choice(actors)
        first = len(text)
        text += f"“{words},” {who.name} said. "
        content = Span(first, first + len(words) + 3)
        source = Span(content.end + 1, content.end + 1 + len(who.name))
        told.append(
            Attribution(f"s{n}", (source,), (Span(source.end + 1, source.end + 5),), (content,), Mode.DIRECT,
                        0.9, GROUND, speaker=who.id, chain=(who.id,), act=dice.choice(list(Act)))
        )  # fmt: skip
    article = Article(
        text, outlet=f"Outlet {number % 40}", url=f"https://news.example/{number}",
        published=f"20{number % 20 + 10}-0{number % 9 + 1}-1{number % 9}", published_is=Dated.STATED,
        blocks=(Block(Span(0, len(text) - 1), Role.PARAGRAPH),),
    )  # fmt: skip
    return Reading(article, Reader("0", None, "bench"), actors=actors, attributions=tuple(told))


def sentence(dice: random.Random, number: int) -> str:
    """A sentence of three clauses; with a number of its own in nine of ten."""
    clauses = (
        f"{dice.choice(HEADS)} {dice.choice(DEEDS)} {dice.choice(THINGS)} at {place(dice)} {dice.choice(ENDS)}"
        for _ in range(3)
    )
    own = f" and pier {number}-{dice.randrange(10_000)} is gone" if number else ""
    return ", ".join(clauses) + own


def place(dice: random.Random) -> str:
    """One of some eight thousand names."""
    return "".join(dice.choice(SYLLABLES) for _ in range(3)).capitalize()


def timed(some: Iterator[Callable[[], object]], last: int = QUERIES) -> str:
    """Median and 99th percentile of the last, in milliseconds, by the clock and by this process's own time."""
    spent, own = [], []
    for one in some:
        begin, began = time.perf_counter(), time.process_time()
        one()
        spent.append(time.perf_counter() - begin)
        own.append(time.process_time() - began)
    if not spent:
        return "nothing"
    return f"{told(spent[-last:])}, own {told(own[-last:])}"


def told(spent: list[float]) -> str:
    """Median and 99th percentile of seconds, in milliseconds."""
    spent = sorted(spent)
    rare = spent[min(len(spent) - 1, int(RARE * len(spent)))]
    return f"{1000 * statistics.median(spent):7.2f} ({1000 * rare:7.2f})"


def adding(record: OpenRecord, reading: Reading) -> Callable[[], object]:
    """To keep a reading."""
    return lambda: add(record, reading, "none")


def searches(record: OpenRecord, added: int, each: int) -> Iterator[Callable[[], object]]:
    """Rare words, common words with an actor, phrases."""
    dice = random.Random(1)
    for n in range(QUERIES):
        number = dice.randrange(added)
        one = made(number, each)
        words = one.attributions[0].content[0].cut(one.article.text).split()
        who = tuple({one.actors[0].name.lower()})
        wanted = (
            Wanted(words=" ".join(words[-3:])),
            Wanted(words=" ".join(words[:3]), who=who),
            Wanted(words='"' + " ".join(words[2:7]) + '"'),
        )[n % 3]

        def look(wanted: Wanted = wanted) -> object:
            with record.reads() as connection:
                return search(connection, wanted, 20)

        yield look


def traces(record: OpenRecord, added: int, each: int) -> Iterator[Callable[[], object]]:
    """Quotations that one article has, and such that many have; a word changed in each second."""
    dice = random.Random(2)
    for n in range(QUERIES):
        one = made(dice.randrange(added), each)
        words = dice.choice(one.attributions).content[0].cut(one.article.text)
        if n % 2:
            words = words.replace(" not ", " ", 1).replace("the ", "a ", 1)

        def follow(words: str = words) -> object:
            with record.reads() as connection:
                return trace(connection, words)

        yield follow


def lookups(record: OpenRecord, added: int) -> Iterator[Callable[[], object]]:
    """Rows by their index, which is the least that a question costs."""
    dice = random.Random(3)
    for _ in range(QUERIES):
        wanted = sa.select(STATEMENTS.c.words).where(
            STATEMENTS.c.reading == dice.randrange(added) + 1, STATEMENTS.c.ref == "s7"
        )

        def look(wanted: sa.Select[tuple[str]] = wanted) -> object:
            with record.reads() as connection:
                return connection.execute(wanted).all()

        yield look


def size(record: OpenRecord) -> int:
    """Bytes on disk."""
    with record.reads() as connection:
        if record.sqlite:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            return int(pages) * int(connection.exec_driver_sql("PRAGMA page_size").scalar_one())
        asked = sa.select(sa.func.pg_database_size(sa.func.current_database()))
        return int(connection.execute(asked).scalar_one())


def copies(record: OpenRecord) -> tuple[int, int]:
    """How many readings there are, and how many of them are known as copies."""
    with record.reads() as connection:
        counted = sa.select(sa.func.count(), sa.func.count(READINGS.c.copy_of))
        every, some = connection.execute(counted).one()
    return int(every), int(some)


def analysed(record: OpenRecord) -> None:
    """What PostgreSQL does by itself now and then."""
    if not record.sqlite:
        with record.engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("ANALYZE")


def run(record: OpenRecord, readings: int, each: int) -> None:
    """Fill a record, and print what it costs at each size."""
    print(f"{record.name}: milliseconds, median (99th percentile)", flush=True)
    first = copies(record)[0]
    for goal in (readings // 100, readings // 10, readings):
        if goal < first:
            continue
        adds = (adding(record, made(number, each)) for number in range(first, goal))
        added = timed(adds, LAST)
        first = max(first, goal)
        analysed(record)
        found = copies(record)[1]
        of = sum(map(is_copy, range(first)))
        print(
            f"{first:>7} readings, {first * each:>8} statements, {size(record) / 2**20:.1f} MiB\n"
            f"    add     {added}\n"
            f"    search  {timed(searches(record, first, each))}\n"
            f"    trace   {timed(traces(record, first, each))}\n"
            f"    look-up {timed(lookups(record, first))}\n"
            f"    {found} of {of} copies known; load {os.getloadavg()[0]:.1f}",
            flush=True,
        )


def main() -> None:
    """Run it."""
    given = sys.argv[1:]
    readings, each = int([*given, "10000"][0]), int([*given[1:], "100"][0])
    for address in given[2:] or [str(Path(tempfile.mkdtemp()) / "record.db")]:
        record = open_record(address)
        run(record, readings, each)
        record.close()


if __name__ == "__main__":
    main()
