"""The bar of a training: how far it is, its losses and rate, and how long it will still take."""

from collections.abc import Iterator

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from hearsay.training.run import Reached, Taken
from hearsay.training.ship import Shipped

_SMOOTH = 0.95
"""How much of the losses shown is of the steps before."""


def follow(events: Iterator[Taken | Reached | Shipped], *, lively: bool) -> Iterator[str]:
    """Shows each step on standard error, and yields a line for each epoch and for the weights."""
    shown: dict[str, float] = {}
    bar = Progress(
        TextColumn("epoch {task.fields[epoch]}"),
        BarColumn(20),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[losses]} · rate {task.fields[rate]:.1e}"),
        console=Console(stderr=True),
        disable=not lively,
        transient=True,
    )
    with bar:
        task = bar.add_task("", total=None, epoch=1, losses="", rate=0.0)
        for event in events:
            if isinstance(event, Taken):
                for name, loss in event.step.losses.items():
                    shown[name] = _SMOOTH * shown.get(name, loss) + (1 - _SMOOTH) * loss
                bar.update(
                    task,
                    total=event.of,
                    completed=event.step.number,
                    epoch=event.step.epoch + 1,
                    losses=" ".join(f"{name} {loss:.2f}" for name, loss in shown.items()),
                    rate=event.step.rate,
                )
            elif isinstance(event, Reached):
                yield _reached(event)
            else:
                yield f"{event.card.identity}: {event.megabytes:.1f} MB in {event.folder}"


def _reached(event: Reached) -> str:
    rows = [f"epoch {event.epoch + 1}"]
    for corpus, figures in event.figures.items():
        some = " ".join(f"{name} {100 * value:.1f}" for name, value in figures.items())
        rows.append(f"  {corpus:<28} {some}")
    return "\n".join(rows)
