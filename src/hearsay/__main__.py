"""`python -m hearsay` is `hearsay`."""

from hearsay.faces.cli.main import run

if __name__ == "__main__":
    run()
