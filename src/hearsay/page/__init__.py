"""From bytes to an article: nothing is cut, every block has a role and an origin."""
