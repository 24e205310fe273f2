"""Reads the news as a careful reader does: who said what, through whom, in which exact words."""

__version__ = "0.1.0"
