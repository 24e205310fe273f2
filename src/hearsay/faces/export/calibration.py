"""Calibration as a plot: how likely against how many came true, for a terminal and as an SVG.

A point stands for the chances of a bin, at their mean; the bar through it is the interval of the share that came true. Who is
calibrated has his points on the dotted line.
"""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from hearsay.ledger.scores import Bin

ROWS, COLUMNS = 10, 50  # steps from 0 to 100 %
WIDE, HIGH, EDGE = 480, 480, 64  # of the SVG, and of its margins
LEAST, MOST = 4.0, 12.0  # radius of a point

_STYLE = (
    "text{font:14px sans-serif;fill:#222}.l{stroke:#767676;stroke-width:1}"
    ".d{stroke:#767676;stroke-dasharray:2 5}.i{stroke:#1f5fa8;stroke-width:2}.p{fill:#1f5fa8}"
)


def plot(bins: Sequence[Bin]) -> Iterator[str]:
    """The plot, a row of characters each, the highest share first.

    Args:
        bins: those that hold any chances.
    """
    grid = [[" "] * (COLUMNS + 1) for _ in range(ROWS + 1)]
    for x in range(0, COLUMNS + 1, COLUMNS // ROWS):
        grid[x * ROWS // COLUMNS][x] = "·"
    for one in bins:
        x = round(one.chance * COLUMNS)
        for y in range(round(one.least * ROWS), round(one.most * ROWS) + 1):
            grid[y][x] = "│"
        grid[round(one.share * ROWS)][x] = "●"
    for y in range(ROWS, -1, -1):
        row = "".join(grid[y]).rstrip()
        yield f"{y * 100 // ROWS:>3} % │{row}"
    yield f"      └{'─' * (COLUMNS + 1)}"
    marks = (f"{x:<{COLUMNS // 2}}" for x in (0, 50, 100))
    yield f"       {''.join(marks)}".rstrip() + " % given"


def svg(bins: Sequence[Bin], title: str) -> str:
    """The plot as a document of its own.

    Args:
        bins: those that hold any chances.
        title: what the chances are of.
    """
    return "\n".join(_svg(bins, title)) + "\n"


def _svg(bins: Sequence[Bin], title: str) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" width="{WIDE}" '
        f'height="{HIGH}" role="img" aria-labelledby="t d">'
    )
    yield f'<title id="t">{escape(title)}</title>'
    yield f'<desc id="d">{escape(" ".join(_told(one) for one in bins) or "Nothing is scored.")}</desc>'
    yield f"<style>{_STYLE}</style>"
    yield f'<rect width="{WIDE}" height="{HIGH}" fill="#fff"/>'
    yield f'<path class="l" fill="none" d="M{_x(0)} {_y(1)}V{_y(0)}H{_x(1)}"/>'
    yield f'<path class="d" fill="none" d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}"/>'
    for percent in (0, 25, 50, 75, 100):
        at = percent / 100
        yield f'<text x="{_x(at)}" y="{_y(-0.06)}" text-anchor="middle">{percent}</text>'
        yield f'<text x="{_x(-0.02)}" y="{_y(at - 0.01)}" text-anchor="end">{percent}</text>'
    yield f'<text x="{_x(0.5)}" y="{_y(-0.13)}" text-anchor="middle">given, %</text>'
    yield f'<text x="{_x(0)}" y="{_y(1.06)}" text-anchor="middle">came true, %</text>'
    largest = max((one.many for one in bins), default=1)
    for one in bins:
        radius = LEAST + (MOST - LEAST) * (one.many / largest) ** 0.5
        yield f'<path class="i" d="M{_x(one.chance)} {_y(one.least)}V{_y(one.most)}"/>'
        yield (
            f'<circle class="p" cx="{_x(one.chance)}" cy="{_y(one.share)}" r="{radius:.1f}">'
            f"<title>{escape(_told(one))}</title></circle>"
        )
    yield "</svg>"


def _told(one: Bin) -> str:
    return (
        f"{one.chance * 100:.1f} % given, {one.share * 100:.1f} % came true "
        f"({one.came} of {one.many}; {one.least * 100:.0f} to {one.most * 100:.0f} %)."
    )


def _x(share: float) -> str:
    return f"{EDGE + share * (WIDE - 2 * EDGE):.1f}"


def _y(share: float) -> str:
    return f"{HIGH - EDGE - share * (HIGH - 2 * EDGE):.1f}"
