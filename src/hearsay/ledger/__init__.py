"""The ledger: forecasts that are kept until they can be held against what happened, and how good they were."""
