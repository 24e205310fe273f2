"""What an article says: types and their laws. Nothing in this room reads."""
