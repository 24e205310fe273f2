"""Reads the news as a careful reader does: who said what, through whom, in which exact words."""

from hearsay.version import __version__

__all__ = ["__version__"]
