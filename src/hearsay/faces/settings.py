"""Settings: what comes from outside, once, frozen. Only this module reads the environment."""
