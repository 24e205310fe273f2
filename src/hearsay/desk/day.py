"""The day of publication, as a person gives it."""

import datetime as dt

from hearsay.errors import BadDate


def day_or_moment(given: str) -> str:
    """What was given, as ISO 8601 has it: a day, or a moment with its zone.

    Raises:
        BadDate: it is neither.
    """
    text = given.strip()
    try:
        if "T" not in text and " " not in text:
            return dt.date.fromisoformat(text).isoformat()
        moment = dt.datetime.fromisoformat(text)
    except ValueError as error:
        raise BadDate(
            f"{given!r} is no day of the calendar in its ISO form",
            "write it as 2016-10-30, or with the time and its zone as 2016-10-30T14:05+03:00",
        ) from error
    if moment.tzinfo is None:
        raise BadDate(
            f"{given!r} has a time without a zone",
            f"write it as {moment.isoformat(timespec='minutes')}+00:00, or give the day alone",
        )
    return moment.isoformat()
