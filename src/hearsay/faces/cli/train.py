"""`hearsay train`: weights from a recipe and annotated data."""

from pathlib import Path
from typing import Annotated

import typer

from hearsay.errors import NotInstalled
from hearsay.faces.cli.exits import orderly
from hearsay.faces.cli.options import Debug
from hearsay.faces.cli.output import print_out


def train(
    recipe: Annotated[Path, typer.Argument(metavar="RECIPE", help="A file of recipes/.")],
    data: Annotated[Path, typer.Option(metavar="DIR", help="Where the paths in the recipe begin.")],
    out: Annotated[
        Path,
        typer.Option(
            metavar="DIR", help="For checkpoints and weights; a run that was begun there goes on."
        ),
    ],
    threads: Annotated[int, typer.Option(min=1, help="Of the processor.")] = 2,
    device: Annotated[
        str, typer.Option(metavar="NAME", help="Where it is trained, as torch names it: cuda.")
    ] = "cpu",
    workers: Annotated[
        int, typer.Option(min=0, help="Processes that make the batches, beside the training.")
    ] = 0,
    ship: Annotated[
        bool, typer.Option(help="Make models of the weights; without, another call does.")
    ] = True,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar.")] = False,
    debug: Debug = False,
) -> None:
    """Train the learned reader; one that was stopped goes on from its last checkpoint."""
    with orderly(debug=debug):
        try:
            from hearsay.training.run import train as run
        except ImportError as error:
            raise NotInstalled(
                f"training needs {error.name}, which is not installed",
                "pip install 'hearsay[train]'",
            ) from error
        from hearsay.faces.cli.bar import follow
        from hearsay.faces.settings import settings
        from hearsay.training.recipe import open_recipe

        opened = open_recipe(recipe)
        lively = settings().lively and not quiet
        for line in follow(
            run(opened, data, out, threads, device, workers, shipped=ship), lively=lively
        ):
            print_out(line)
