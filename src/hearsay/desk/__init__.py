"""What can be asked of hearsay: use cases that more than one face calls."""
