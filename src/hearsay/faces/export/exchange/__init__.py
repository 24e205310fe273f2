"""Formats that others' tools read: each module knows one of them, and what of a reading has a place in it."""
