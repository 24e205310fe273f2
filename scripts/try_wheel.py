"""Builds the wheel and tries it as a stranger would: in an environment of its own, in another folder.

Its content must be that of src/hearsay, word lists and templates included, and the command it
installs must read an article.
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import venv
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src/hearsay"
CONSTRAINTS = ROOT / "constraints.txt"


def pip(python: pathlib.Path, *words: str | pathlib.Path) -> None:
    """Runs the repository's own pip with an environment's Python."""
    (wheel,) = (ROOT / "scripts").glob("pip-*.whl")
    order = [python, wheel / "pip", "--disable-pip-version-check", "--quiet", *words]
    subprocess.run(list(map(str, order)), check=True)


def missing(wheel: pathlib.Path) -> list[str]:
    """The files of the package that the wheel does not hold."""
    kept = [path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    names = {path.relative_to(PACKAGE.parent).as_posix() for path in kept}
    return sorted(names - set(zipfile.ZipFile(wheel).namelist()))


def said(*order: str | pathlib.Path, folder: pathlib.Path) -> str:
    """What a command prints, run in a folder."""
    return subprocess.run(
        list(map(str, order)), cwd=folder, check=True, capture_output=True, text=True
    ).stdout


def main() -> str | None:
    """Builds, looks and tries. Returns what is wrong, or None."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        build = ("wheel", "--no-deps", "--build-constraint", CONSTRAINTS, "--wheel-dir", folder)
        pip(pathlib.Path(sys.executable), *build, ROOT)
        (wheel,) = folder.glob("hearsay-*.whl")
        if lost := missing(wheel):
            return f"the wheel lacks {', '.join(lost)}"
        venv.create(folder / "venv", symlinks=True)
        pip(folder / "venv/bin/python", "install", "--constraint", CONSTRAINTS, wheel)
        hearsay = folder / "venv/bin/hearsay"
        print(said(hearsay, "--version", folder=folder).strip(), "from", wheel.name)
        for page in sorted((ROOT / "examples").glob("*.html")):
            reading = json.loads(said(hearsay, "read", "--json", page, folder=folder))
            print(f"{page.name}: {len(reading['attributions'])} attributions")
            if not reading["attributions"]:
                return f"the installed hearsay finds no attribution in {page.name}"
    return None


if __name__ == "__main__":
    sys.exit(main())
