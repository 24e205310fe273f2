"""A reading as something to look at or to pass on: report, JSON, CSV, HTML."""
