"""How a command ends: its exit code, and one line for what went wrong, never a traceback."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import typer

from hearsay.errors import Error

DONE = 0
FAILED = 1
USAGE = 2  # typer's own
SOME_FAILED = 3
INTERRUPTED = 130  # 128 and the number of the signal, as shells have it
PIPE_CLOSED = 141
CODES = {
    DONE: "done",
    FAILED: "nothing could be read, or the command failed",
    USAGE: "the command was not understood",
    SOME_FAILED: "some inputs were read, some were not",
    INTERRUPTED: "interrupted",
    PIPE_CLOSED: "whoever read the output stopped reading",
}


def say(line: str) -> None:
    """One line on standard error, from hearsay."""
    typer.echo(f"hearsay: {printable(line)}", err=True)


def say_error(error: Error) -> None:
    """What is wrong, what to do, and the code under which docs/errors.md tells more."""
    say(f"{error} [{error.code}]")


def printable(line: str) -> str:
    """The line with all that would move the cursor or break it written out."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in line)


def misunderstood(error: Error) -> NoReturn:
    """End as for a command that was not understood."""
    say_error(error)
    raise typer.Exit(USAGE)


@contextmanager
def orderly(*, debug: bool = False) -> Iterator[None]:
    """Whatever goes wrong within ends the command with its line and its code.

    Args:
        debug: let the traceback of what went wrong be seen.
    """
    try:
        yield
        sys.stdout.flush()
    except Error as error:
        if debug:
            raise
        say_error(error)
        raise typer.Exit(FAILED) from error
    except BrokenPipeError as error:
        _leave_quietly()
        raise typer.Exit(PIPE_CLOSED) from error
    except KeyboardInterrupt as error:
        say("interrupted")
        raise typer.Exit(INTERRUPTED) from error
    except (typer.Exit, typer.BadParameter):
        raise
    except Exception as error:
        if debug:
            raise
        from hearsay.desk.read import internal

        say_error(internal(error))
        raise typer.Exit(FAILED) from error


def _leave_quietly() -> None:
    """Let what is still unwritten go nowhere, or Python complains of it at its own end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
