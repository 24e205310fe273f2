"""The learned reader: what a small network sees in a text, in one pass; no torch, no rules."""
