"""Options that more than one command has, and the order to the desk that they make."""

from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, get_type_hints

import typer

from hearsay.errors import BadDate
from hearsay.faces.cli.exits import misunderstood

if TYPE_CHECKING:
    from hearsay.desk.read import Order


class Format(StrEnum):
    """In what form readings are printed."""

    REPORT = "report"
    BRIEF = "brief"
    JSON = "json"
    CSV = "csv"


class ScaleName(StrEnum):
    """Whose numbers words of probability get."""

    PEOPLE = "people"
    ICD203 = "icd203"
    IPCC = "ipcc"
    KENT = "kent"


Numbers = Annotated[
    ScaleName | None,
    typer.Option(
        "--scale",
        help="Whose numbers words such as “likely” get: people's as they judged them, or those of ICD 203, the IPCC, Kent.",
        show_default="people",
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="The day of publication, in place of what the page says: 2016-10-30, or 2016-10-30T14:05+03:00.",
    ),
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from machines off the public internet too.")
]
Timeout = Annotated[
    float,
    typer.Option(
        metavar="SECONDS", min=0.1, max=3600, help="For fetching one address, all in all."
    ),
]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of what goes wrong.")]


ModelFolder = Annotated[
    Path | None,
    typer.Option(
        "--model",
        metavar="DIR",
        help="Read with the weights in this folder, and not with those that ship with hearsay.",
    ),
]
NoModel = Annotated[
    bool, typer.Option("--no-model", help="Read by rule alone: quotations, no indirect speech.")
]


class How(NamedTuple):
    """How articles are read, as the options say that every command has which reads."""

    published: Published = None
    allow_private: AllowPrivate = False
    timeout: Timeout = 20.0
    model: ModelFolder = None
    no_model: NoModel = False

    def order(self, scale: ScaleName | None = None) -> "Order":
        """The order to the desk; a day of publication that is none ends the command, and so do unusable weights."""
        if self.model and self.no_model:
            raise typer.BadParameter(
                "--model and --no-model cannot both be.", param_hint="--no-model"
            )
        from hearsay.desk.day import day_or_moment

        try:
            day = day_or_moment(self.published) if self.published is not None else None
        except BadDate as error:
            misunderstood(error.about("--published"))
        from hearsay.desk.learned import learned_reader
        from hearsay.desk.read import Order, scaled
        from hearsay.page.fetch import Terms

        opened, without = (None, "") if self.no_model else learned_reader(self.model)
        terms = Terms(allow_private=self.allow_private, timeout=self.timeout)
        chosen = Order(published=day, terms=terms, model=opened, without=without)
        return chosen if scale is None else scaled(chosen, scale.value)


AS_SHIPPED = How()


def reads(command: Callable[..., None]) -> Callable[..., None]:
    """The command, with the options of `How` where it has a parameter `how`."""
    hints = get_type_hints(How, include_extras=True)
    options = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=hints[name])
        for name, default in How._field_defaults.items()
    ]

    @wraps(command)
    def told(**given: Any) -> None:  # noqa: ANN401 - whatever the command takes
        how = How(**{name: given.pop(name) for name in How._fields})
        command(**given, how=how)

    own = [
        one.replace(kind=Parameter.KEYWORD_ONLY)
        for one in signature(command, eval_str=True).parameters.values()
    ]
    at = next(n for n, one in enumerate(own) if one.name == "how")
    together = [*own[:at], *options, *own[at + 1 :]]
    told.__signature__ = Signature(together)  # type: ignore[attr-defined]  # which typer reads
    told.__annotations__ = {one.name: one.annotation for one in together}
    return told
