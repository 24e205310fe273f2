"""Odds: chances as what is added up, for what is weighed by many signals (logistic regression)."""

from math import exp, log

FARTHEST = 6.0  # from even chances, in log odds


def odds(likely: float) -> float:
    """Log odds of a chance, within bounds."""
    least = chance(-FARTHEST)
    kept = min(max(likely, least), 1 - least)
    return log(kept / (1 - kept))


def chance(total: float) -> float:
    """The chance of log odds."""
    return 1 / (1 + exp(-max(-50.0, min(50.0, total))))
