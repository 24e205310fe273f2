"""The version of this hearsay, for everything that has to say it."""

__version__ = "0.1.0"
