"""One pass a file: a pure function from words and earlier findings to findings."""
