"""The author's own reading: sentences in the author's own voice, and explanations that the article weighs."""
