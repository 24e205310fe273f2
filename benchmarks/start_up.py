"""How long `hearsay --help` takes, as a multiple of `python -c pass`.

    python benchmarks/start_up.py [TIMES]

Both commands run by turns, so that whatever else the machine is doing falls on both. Printed are the
medians, their ratio, and the middle half of the ratios of the single pairs.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

PYTHON = sys.executable
HEARSAY = Path(PYTHON).parent / "hearsay"


def seconds(*order: str | Path) -> float:
    """How long a command takes."""
    start = time.perf_counter()
    subprocess.run(order, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main(times: int) -> None:
    """Time and print."""
    pairs = [(seconds(PYTHON, "-c", "pass"), seconds(HEARSAY, "--help")) for _ in range(times + 1)][
        1:
    ]  # the first fills the caches
    bare, full = (statistics.median(column) for column in zip(*pairs, strict=True))
    low, _, high = statistics.quantiles((b / a for a, b in pairs), n=4)
    print(f"python -c pass    {bare * 1000:6.1f} ms (median of {times})")
    print(f"hearsay --help    {full * 1000:6.1f} ms")
    print(
        f"ratio             {full / bare:6.1f}    (middle half of the pairs: {low:.1f} to {high:.1f})"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 41)
