"""Reads the news as a careful reader does: who said what, through whom, in which exact words.

    >>> import hearsay
    >>> reading = hearsay.read("story.html")
    >>> for said in reading.statements:
    ...     print(said.speaker, said.words)

What fails, fails with a `hearsay.Error`, whose `code` docs/errors.md explains. docs/python.md has the rest.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from hearsay.errors import Error
from hearsay.version import __version__

if TYPE_CHECKING:
    from hearsay.faces.python.doc import to_spacy
    from hearsay.faces.python.frames import Frame, Frames, frames
    from hearsay.faces.python.opening import Attempt, load, read, read_many, read_text
    from hearsay.faces.python.words import ReadingInWords, Said, in_words
    from hearsay.reading.reading import Reading

__all__ = [
    "Attempt",
    "Error",
    "Frame",
    "Frames",
    "Reading",
    "ReadingInWords",
    "Said",
    "__version__",
    "frames",
    "in_words",
    "load",
    "read",
    "read_many",
    "read_text",
    "to_spacy",
]

_ROOMS = {
    "Attempt": "faces.python.opening",
    "Frame": "faces.python.frames",
    "Frames": "faces.python.frames",
    "Reading": "reading.reading",
    "ReadingInWords": "faces.python.words",
    "Said": "faces.python.words",
    "frames": "faces.python.frames",
    "in_words": "faces.python.words",
    "load": "faces.python.opening",
    "read": "faces.python.opening",
    "read_many": "faces.python.opening",
    "read_text": "faces.python.opening",
    "to_spacy": "faces.python.doc",
}
"""Where each public name is from: looked for when it is asked for, so that `import hearsay` costs next to nothing."""


if not TYPE_CHECKING:  # or a checker of types would take any name for one of ours

    def __getattr__(name: str) -> object:
        """A public name, imported when it is asked for the first time."""
        if name not in _ROOMS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found: object = getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
        globals()[name] = found
        return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
