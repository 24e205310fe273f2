"""Joined: the names of signals that are made of two parts, made once, so that what was learned of them is found quickly."""

import sys
from functools import lru_cache


@lru_cache(maxsize=4096)
def joined(place: str, thing: object) -> str:
    """The name of a signal: where or of what kind it is, then what."""
    return sys.intern(f"{place} {thing}")
