"""The Python face: readings in words, as tables, as a spaCy Doc, and in a notebook."""
