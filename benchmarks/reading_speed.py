"""Reading: words a second, against a bare pass of the network and against spaCy, in one run; and memory.

    python benchmarks/reading_speed.py FOLDER [TIMES]

FOLDER holds plain-text articles (*.txt). Three readers go through all of them, each in a process of its own, TIMES
each, by turns:

bare     the network alone, over the tokens of every window of the outermost reading: what cannot be saved
hearsay  article to reading, contents read again for what stands inside them, everything but printing
spacy    a pipeline as large as spaCy's small English one (tagger, parser, ner), with random weights: the speed of what
         one would run instead, no quality at all

Words are stretches without white space. Time is the process's own CPU time, on one thread; "two cores" is the time on
the wall of two processes with half of the articles each. Memory is the peak of a process that reads one text of
30,000 words, made of the articles one after another.
"""

import json
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

KIB_A_MIB = 1024
LONG = 30_000  # words
TIMES = 5
Read = Callable[[str], object]


def hearsay() -> Read:
    """Article to reading."""
    from hearsay.model.model import open_model  # noqa: PLC0415 - each process loads one of the three
    from hearsay.page.extract import extract  # noqa: PLC0415
    from hearsay.page.page import open_page  # noqa: PLC0415
    from hearsay.reader.read import read  # noqa: PLC0415

    model = open_model()
    return lambda text: read(
        extract(open_page(text.encode(), "a.txt", content_type="text/plain")).article, (), model
    )


def bare() -> Read:
    """The network over a text's windows; cutting it into words is not timed, see `windows_of`."""
    return lambda runs: [run() for run in runs]  # type: ignore[operator]


def windows_of(texts: Sequence[str]) -> list[list[Callable[[], object]]]:
    """For each text the runs of the network, ready to be done."""
    from functools import partial  # noqa: PLC0415

    from hearsay.model.model import open_model  # noqa: PLC0415
    from hearsay.model.windows import windows  # noqa: PLC0415
    from hearsay.text.span import lines  # noqa: PLC0415

    model = open_model()
    made: list[list[Callable[[], object]]] = []
    for text in texts:
        cut = model.tokens(text, lines(text))
        made.append([partial(model.network.run, cut, window) for window in windows(cut)])
    return made


def spacy() -> Read:
    """A pipeline like spaCy's small English one, initialised and not trained."""
    import spacy as library  # noqa: PLC0415
    from spacy.training import Example  # noqa: PLC0415

    random.seed(0)
    made = library.blank("en")
    for name in ("tok2vec", "tagger", "parser", "ner"):
        made.add_pipe(name)
    doc = made.make_doc("The mayor of Sund said it on Monday .")
    gold = {
        "tags": ["DT", "NN", "IN", "NNP", "VBD", "PRP", "IN", "NNP", "."],
        "heads": [1, 4, 1, 2, 4, 4, 4, 6, 4],
        "deps": ["det", "nsubj", "prep", "pobj", "ROOT", "dobj", "prep", "pobj", "punct"],
        "entities": ["O", "O", "O", "U-GPE", "O", "O", "O", "U-DATE", "O"],
    }
    made.initialize(lambda: [Example.from_dict(doc, gold)])
    read: Read = made
    return read


READERS: dict[str, Callable[[], Read]] = {"bare": bare, "hearsay": hearsay, "spacy": spacy}


def one(name: str, texts: Sequence[str]) -> None:
    """Read all texts with one of the three, and print what it took; runs in a process of its own."""
    read = READERS[name]()
    given: Sequence[object] = windows_of(texts) if name == "bare" else texts
    read(given[0])  # type: ignore[arg-type]
    start, wall = time.process_time(), time.perf_counter()
    for text in given:
        read(text)  # type: ignore[arg-type]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_A_MIB
    print(
        json.dumps(
            {
                "seconds": time.process_time() - start,
                "wall": time.perf_counter() - wall,
                "words": sum(len(text.split()) for text in texts),
                "articles": len(texts),
                "mib": peak,
            }
        )
    )


def chosen(folder: Path, part: str) -> list[str]:
    """All texts, every other one from the first or the second on, or one long text."""
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    if part == "long":
        words, held = 0, list[str]()
        while words < LONG:
            held.append(texts[len(held) % len(texts)])
            words += len(held[-1].split())
        return ["\n".join(held)]
    return {"all": texts, "first": texts[::2], "second": texts[1::2]}[part]


def start(name: str, folder: Path, part: str) -> "subprocess.Popen[str]":
    """Begin a process that reads."""
    order = [sys.executable, "-W", "ignore", __file__, "--one", name, str(folder), part]
    return subprocess.Popen(order, stdout=subprocess.PIPE, text=True)


def ended(*running: "subprocess.Popen[str]") -> list[dict[str, float]]:
    """What the processes said."""
    return [json.loads(process.communicate()[0]) for process in running]


def main(folder: Path, times: int) -> None:
    """Let the three take turns, and print how they compare."""
    runs: dict[str, list[dict[str, float]]] = {name: [] for name in READERS}
    pairs: list[float] = []
    for _ in range(times):
        for name in READERS:
            runs[name] += ended(start(name, folder, "all"))
        both = ended(*(start("hearsay", folder, part) for part in ("first", "second")))
        pairs.append(sum(one["words"] for one in both) / max(one["wall"] for one in both))
    (long,) = ended(start("hearsay", folder, "long"))
    first = runs["hearsay"][0]
    print(f"{first['articles']} articles, {first['words']:,} words, {times} times each, by turns\n")
    print("           words/s   articles/s   (medians, one core)")
    for name, done in runs.items():
        words = statistics.median(run["words"] / run["seconds"] for run in done)
        articles = statistics.median(run["articles"] / run["seconds"] for run in done)
        print(f"{name:8} {words:9,.0f} {articles:12.1f}")
    print(f"hearsay on two cores: {statistics.median(pairs):,.0f} words/s")
    for name in ("bare", "spacy"):
        ratios = sorted(
            ours["seconds"] / theirs["seconds"]
            for ours, theirs in zip(runs["hearsay"], runs[name], strict=True)
        )
        print(
            f"hearsay's time as a multiple of {name}: {statistics.median(ratios):.2f}"
            f" ({ratios[0]:.2f} to {ratios[-1]:.2f})"
        )
    print(f"peak memory on {LONG:,} words: {long['mib']:.0f} MiB")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], chosen(Path(sys.argv[3]), sys.argv[4]))
    elif len(sys.argv) > 1:
        if not any(Path(sys.argv[1]).glob("*.txt")):
            sys.exit(f"{sys.argv[1]} holds no *.txt; name a folder of plain-text articles")
        main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else TIMES)  # noqa: PLR2004
    else:
        sys.exit(__doc__)
