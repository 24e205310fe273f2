"""How an article is read: passes in order, each adding findings."""
