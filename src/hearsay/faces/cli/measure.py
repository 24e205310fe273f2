"""`hearsay measure`: how good hearsay is, on sets that people have labelled."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.faces.cli.exits import orderly
from hearsay.faces.cli.measured import (
    print_figures,
    print_listed,
    print_misses,
    print_shares,
    print_whole,
    reader,
)
from hearsay.faces.cli.options import Debug, ModelFolder, NoModel
from hearsay.faces.cli.output import print_out

if TYPE_CHECKING:
    from hearsay.measure.syntax import Parse
    from hearsay.model.model import Model

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Treebanks = Annotated[
    list[Path], typer.Argument(metavar="FILES…", help="Treebanks in CoNLL-U.", show_default=False)
]

Tables = Annotated[
    list[Path], typer.Argument(metavar="FILES…", help="Tables of passages.", show_default=False)
]
Judgements = Annotated[
    list[Path],
    typer.Argument(metavar="FILES…", help="Judgements, a line of JSON each.", show_default=False),
]
Articles = Annotated[
    Path,
    typer.Argument(metavar="DIR", help="A folder of annotated articles, such as gold/columns/dev."),
]

app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Measure hearsay on labelled sets."
)


@app.callback()
def measure() -> None:
    """Measure hearsay on labelled sets."""


@app.command()
def page(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="A folder of labelled pages and texts.")
    ],
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Report how well pages become articles: precision and recall for each role, and body F1."""
    with orderly(debug=debug):
        from hearsay.measure.page import measure_pages

        scores = measure_pages(folder)
        print_figures(scores, as_json=as_json)


@app.command()
def attributions(
    gold: Annotated[
        Path,
        typer.Option(
            metavar="DIR", help="A folder of text/NAME.txt and attributions/NAME_WHO.ann (brat)."
        ),
    ],
    found: Annotated[
        Path | None,
        typer.Option(
            "--pred",
            metavar="FILE",
            help="Measure what another reader found: JSON Lines of doc and attributions.",
        ),
    ] = None,
    inner: Annotated[
        bool,
        typer.Option("--inner", help="Measure what stands inside contents, by DIR/inner."),
    ] = False,
    model: ModelFolder = None,
    no_model: NoModel = False,
    as_json: AsJson = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress line.")] = False,
    debug: Debug = False,
) -> None:
    """Report how well attributions are found: roles, spans, whole attributions, by kind of content."""
    with orderly(debug=debug):
        from hearsay.faces.cli.progress import Progress
        from hearsay.faces.settings import settings
        from hearsay.measure.attributions.report import measure_attributions, read_found
        from hearsay.measure.gold.standoff import INNER, OUTER, annotated
        from hearsay.measure.read import inside, outermost, reads

        layer = INNER if inner else OUTER
        if found is not None:
            known = read_found(found)
            measured = measure_attributions(gold, lambda one: known.get(one.name, ()), layer=layer)
        else:
            chosen = reader(model, no_model=no_model)
            find = reads(inside if inner else outermost, chosen)
            many = sum(1 for _ in annotated(gold, layer))
            lively = settings().lively and not quiet
            with Progress(many, lively=lively) as progress:
                measured = measure_attributions(gold, find, layer=layer, seen=progress.next)
        print_figures(measured, as_json=as_json)


@app.command()
def syntax(
    files: Treebanks, model: ModelFolder = None, as_json: AsJson = False, debug: Debug = False
) -> None:
    """Report how well words are parsed: parts of speech (UPOS), heads (UAS), heads with relation (LAS)."""
    with orderly(debug=debug):
        from hearsay.measure.syntax import measure_syntax

        print_shares([measure_syntax(path, _parser(model)) for path in files], as_json=as_json)


@app.command()
def mentions(
    files: Treebanks, model: ModelFolder = None, as_json: AsJson = False, debug: Debug = False
) -> None:
    """Report how well mentions are found: their heads, their extent, and what they name."""
    with orderly(debug=debug):
        from hearsay.measure.syntax import measure_mentions

        print_shares([measure_mentions(path, _parser(model)) for path in files], as_json=as_json)


@app.command()
def actors(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="DIR", help="A folder of annotated actors, such as gold/actors/dev."
        ),
    ],
    model: ModelFolder = None,
    no_model: NoModel = False,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Report how well speakers, titles, standings and chains are found, and list what was wrong."""
    with orderly(debug=debug):
        from hearsay.measure.actors import measure_actors

        found = measure_actors(folder, reader(model, no_model=no_model))
        print_listed(*found, as_json=as_json)


@app.command()
def acts(
    folder: Annotated[
        Path,
        typer.Argument(metavar="DIR", help="A folder of annotated acts, such as gold/acts/dev."),
    ],
    against: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Hold a second annotation of the same articles against it instead."
        ),
    ] = None,
    model: ModelFolder = None,
    no_model: NoModel = False,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Report how well acts, commitments and qualifiers are found, and list what was wrong."""
    with orderly(debug=debug):
        from hearsay.measure.acts import agreement, measure_acts

        if against is not None:
            measured = agreement(folder, against)
        else:
            measured = measure_acts(folder, reader(model, no_model=no_model))
        print_whole(measured, as_json=as_json)


@app.command()
def timeline(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="DIR",
            help="A folder of annotated articles, such as gold/columns/dev, or of TimeML.",
        ),
    ],
    model: ModelFolder = None,
    no_model: NoModel = False,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Report how well times, their days and what happened then are found, and list what was wrong."""
    with orderly(debug=debug):
        from hearsay.measure.timeline import measure_timeline, measure_times

        chosen = reader(model, no_model=no_model)
        marked = any(folder.glob("*.tml"))
        measured, misses = (measure_times if marked else measure_timeline)(folder, chosen)
        print_listed(measured, misses, as_json=as_json)


@app.command()
def forecasts(
    folder: Articles,
    model: ModelFolder = None,
    no_model: NoModel = False,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Report how well forecasts are found: who, how likely, by when, on which condition."""
    with orderly(debug=debug):
        from hearsay.measure.forecasts import measure_forecasts

        found = measure_forecasts(folder, reader(model, no_model=no_model))
        print_listed(*found, as_json=as_json)


@app.command()
def voice(
    folder: Articles,
    model: ModelFolder = None,
    no_model: NoModel = False,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Report how well the author's own voice and the genre are told, and list what was wrong."""
    with orderly(debug=debug):
        from hearsay.measure.voice import measure_voice

        found = measure_voice(folder, reader(model, no_model=no_model))
        print_listed(*found, as_json=as_json)


@app.command()
def pronouns(
    files: Tables, model: ModelFolder = None, as_json: AsJson = False, debug: Debug = False
) -> None:
    """Report how well pronouns are resolved to names, on tables in the form of GAP."""
    with orderly(debug=debug):
        from hearsay.measure.pronouns import measure_pronouns

        opened = _opened(model)
        print_shares([measure_pronouns(path, opened) for path in files], as_json=as_json)


@app.command()
def factuality(
    files: Judgements,
    by_reading: Annotated[
        bool,
        typer.Option(
            "--by-reading",
            help="Measure the values of every reading, and not those of a head for the corpus.",
        ),
    ] = False,
    model: ModelFolder = None,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Report how near the values of events are to people's, from -3, it is not so, to 3, it is.

    A file in a folder named after a corpus (UW, UDS_IH2) is measured by the head for it, where the weights have one.
    """
    with orderly(debug=debug):
        from hearsay.measure.factuality import measure_factuality

        opened = _opened(model)
        for path in files:
            corpus = "" if by_reading else path.resolve().parent.name
            near = measure_factuality(path, opened, corpus)
            print_figures(near, as_json=as_json)


@app.command()
def fidelity(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="DIR",
            help="Annotated articles, such as gold/attributions; their contents are changed.",
        ),
    ],
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Report how well changed quotations are told from true ones, and each change is named."""
    with orderly(debug=debug):
        from hearsay.measure.fidelity import measure_fidelity

        measured = measure_fidelity(folder)
        print_shares([measured.figures], as_json=as_json)
        if not as_json:
            print_out(f"{measured.quotes:,} quotations, {measured.pairs:,} pairs made of them\n")
            print_misses(measured.misses)


@app.command()
def headline(
    folders: Annotated[
        list[Path],
        typer.Argument(
            metavar="DIRS…",
            help="Folders of annotated headlines, such as gold/headlines/dev and gold/columns/dev.",
            show_default=False,
        ),
    ],
    model: ModelFolder = None,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Report how well headlines are held against their articles, and list what was wrong."""
    with orderly(debug=debug):
        from hearsay.measure.headline import measure_headlines

        print_whole(measure_headlines(folders, _opened(model)), as_json=as_json)


@app.command()
def stances(
    folder: Annotated[
        Path,
        typer.Argument(metavar="DIR", help="The tables of FNC-1.", show_default=False),
    ],
    weights: Annotated[
        Path,
        typer.Argument(metavar="WEIGHTS", help="What was learned.", show_default=False),
    ],
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Report how well it is told whether articles agree with headlines, disagree, discuss them or are about something else.

    Only bodies count that nothing was learned from: each fifth, in the order of their numbers.
    """
    with orderly(debug=debug):
        from hearsay.measure.stances import measure_stances
        from hearsay.reader.headline.stance import opened

        print_figures(measure_stances(folder, opened(weights)), as_json=as_json)


@app.command()
def hypotheses(
    folder: Articles,
    model: ModelFolder = None,
    no_model: NoModel = False,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Report how well questions of why, their answers, and what is for and against each are found."""
    with orderly(debug=debug):
        from hearsay.measure.hypotheses import measure_hypotheses

        found = measure_hypotheses(folder, reader(model, no_model=no_model))
        print_whole(found, as_json=as_json)


def _opened(folder: Path | None) -> "Model":
    from hearsay.model.model import FOLDER, open_model

    return open_model(folder or FOLDER)


def _parser(folder: Path | None) -> "Parse":
    from hearsay.measure.read import parser

    return parser(_opened(folder))
