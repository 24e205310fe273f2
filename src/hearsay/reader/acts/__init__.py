"""What a statement does, how surely, and what it binds its speaker to."""
