"""`hearsay schema`: what a reading looks like, for programs."""

from hearsay.faces.cli.exits import orderly
from hearsay.faces.cli.output import write_out


def schema() -> None:
    """Print the JSON Schema of what `hearsay read --json` prints."""
    with orderly():
        import json

        from hearsay.reading.codec import schema as described

        write_out((json.dumps(described(), indent=2, ensure_ascii=False) + "\n").encode())
