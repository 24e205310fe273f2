"""Files of annotations, opened: each is TOML of one form, and says where that form is told when it is not."""

from pathlib import Path
from typing import TypeVar

import msgspec

from hearsay.errors import BadGold

F = TypeVar("F", bound=msgspec.Struct)


def opened(path: Path, form: type[F], see: str) -> F:
    """What a file of annotations holds.

    Args:
        path: of the file.
        form: what it must hold.
        see: where the form is told.

    Raises:
        BadGold: no such file, no TOML, or a value that is missing, unknown or of the wrong kind.
    """
    try:
        return msgspec.toml.decode(path.read_bytes(), type=form)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadGold(str(error), f"see {see}", str(path)) from error
