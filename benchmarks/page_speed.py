"""Page to article: pages a second and peak memory, hearsay against bare trafilatura, in one run.

    python benchmarks/page_speed.py [FOLDER] [TIMES]

FOLDER holds pages (*.html); gold/page/dev/pages where none is given. Each of the two reads all of them
in a process of its own, from bytes to article; TIMES of each, by turns, so that whatever else the
machine is doing falls on both. All pages are read once before the clock starts, so that imports and
the word lists that trafilatura loads when it first needs them are not counted.
bare trafilatura is `bare_extraction(page, favor_precision=True, include_comments=False,
with_metadata=True)`, the way in which it is most exact; hearsay itself asks for its quick vote only.
Time is the process's own CPU time; memory is the peak of its resident set, with the interpreter and the
imports in it.
"""

import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

PAGES = Path(__file__).parent.parent / "gold/page/dev/pages"
KIB_A_MIB = 1024


def hearsay() -> Callable[[bytes], object]:
    """Page to article with hearsay."""
    from hearsay.page.extract import extract  # noqa: PLC0415 - each process loads one of the two
    from hearsay.page.page import open_page  # noqa: PLC0415 - the same

    return lambda data: extract(open_page(data, "page.html"))


def trafilatura() -> Callable[[bytes], object]:
    """Page to article with bare trafilatura."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - each process loads one of the two

    return lambda data: bare_extraction(
        data, favor_precision=True, include_comments=False, with_metadata=True
    )


READERS = {"hearsay": hearsay, "trafilatura": trafilatura}


def one(name: str, folder: Path) -> None:
    """Read all pages with one of the two, and print what it took; runs in a process of its own."""
    pages = [path.read_bytes() for path in sorted(folder.glob("*.html"))]
    read = READERS[name]()
    for page in pages:
        read(page)
    start = time.process_time()
    for page in pages:
        read(page)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_A_MIB
    print(json.dumps({"pages": len(pages), "seconds": seconds, "mib": peak}))


def main(folder: Path, times: int) -> None:
    """Let the two take turns, and print how they compare."""
    runs: dict[str, list[dict[str, float]]] = {name: [] for name in READERS}
    for _ in range(times):
        for name, done in runs.items():
            order = [sys.executable, __file__, "--one", name, str(folder)]
            said = subprocess.run(order, check=True, capture_output=True, text=True).stdout
            done.append(json.loads(said))
    print(f"{int(runs['hearsay'][0]['pages'])} pages, {times} times each, by turns\n")
    print("              pages/s    peak MiB   (medians)")
    for name, done in runs.items():
        speed = statistics.median(run["pages"] / run["seconds"] for run in done)
        print(f"{name:12} {speed:8.1f}    {statistics.median(run['mib'] for run in done):8.0f}")
    pairs = zip(runs["hearsay"], runs["trafilatura"], strict=True)
    ratios = sorted(bare["seconds"] / ours["seconds"] for ours, bare in pairs)
    print(
        f"\nhearsay's speed as a share of trafilatura's: {statistics.median(ratios):.2f} "
        f"(from {ratios[0]:.2f} to {ratios[-1]:.2f} over the {times} pairs)"
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], Path(sys.argv[3]))
    else:
        main(
            Path(sys.argv[1]) if len(sys.argv) > 1 else PAGES,
            int(sys.argv[2]) if len(sys.argv) > 2 else 9,  # noqa: PLR2004 - the second argument
        )
