"""Training: from a recipe and annotated data to weights with their card. Only the command line calls it."""
