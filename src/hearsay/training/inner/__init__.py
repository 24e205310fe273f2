"""The head for what stands inside contents: learned from a model that reads contents again as texts of their own."""
