"""What people have marked by hand, read from the form of each corpus into types of hearsay."""
