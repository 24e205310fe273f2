"""Fidelity: whether some words are the same words, and if not, what was done to them. It knows no articles."""
