"""The headline held against its body: its claim, what carries it, and what became of it on the way."""
