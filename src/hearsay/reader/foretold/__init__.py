"""What is said to come: by whom, by when, on which condition, how likely in words."""
