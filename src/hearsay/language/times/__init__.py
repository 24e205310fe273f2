"""Times: the words and the grammar of time, and what days they mean, reckoned from a day that is given."""
