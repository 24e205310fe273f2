"""A reading as JSON and back, and the JSON Schema of the format.

The same reading gives the same bytes: keys sorted, UTF-8, no white space.
"""

from typing import Any

import msgspec

from hearsay.errors import NotAReading
from hearsay.reading.laws import hold
from hearsay.reading.reading import SCHEMA, Reading


class _Numbered(msgspec.Struct):
    """What every reading has, of whatever schema."""

    schema: int


_ENCODER = msgspec.json.Encoder(order="sorted")
_NUMBER = msgspec.json.Decoder(_Numbered)
_DECODER = msgspec.json.Decoder(Reading)


def encode(reading: Reading) -> bytes:
    """The reading as one line of JSON, without a line end."""
    return _ENCODER.encode(reading)


def decode(line: bytes | str) -> Reading:
    """The reading that a line of JSON holds.

    Raises:
        NotAReading: it is no JSON, no reading, or one of another schema.
        Unlawful: it breaks a law of the format.
    """
    try:
        number = _NUMBER.decode(line).schema
        reading = _DECODER.decode(line) if number == SCHEMA else None
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise NotAReading(
            f"this is no reading: {error}", "print one with `hearsay read --json`"
        ) from error
    if reading is None:
        raise NotAReading(
            f"this reading has schema {number}; this hearsay knows schema {SCHEMA}",
            "read the article again",
        )
    hold(reading)
    return reading


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `encode` gives: every key is there, more may come."""
    made = msgspec.json.schema(Reading)
    for part in made["$defs"].values():
        part["description"] = part["description"].partition("\n")[0]
        if "properties" in part:
            part["required"] = sorted(part["properties"])
    made["$defs"]["Span"].update(
        prefixItems=[{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 1}],
        maxItems=2,
    )
    made["$defs"]["Reading"]["properties"]["schema"] = {"const": SCHEMA}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A hearsay reading",
        **made,
    }
