"""Weighing: the questions of why that an article asks, the answers that it puts up, and what it gives for and against each."""
