"""What was written, and where: spans of a text that never changes, and the article as such a text."""
