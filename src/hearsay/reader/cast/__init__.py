"""Who is in the article: its actors, what it says of each, and through whom their words come."""
