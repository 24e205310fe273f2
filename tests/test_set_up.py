"""What set-up rests on: the pins, the words of make, the hooks. scripts/bootstrap itself is tried in CI."""

import os
import re
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PINS = dict(
    line.split("==")
    for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
)


def canonical(name: str) -> str:
    """A package's name as PyPI compares names."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    for extra in project["project"]["optional-dependencies"].values():
        wanted += extra
    loose = [line for line in wanted if "==" not in line]
    names = {canonical(re.split(r"[<>=\[ ]", line)[0]) for line in loose}
    assert names <= {canonical(name) for name in PINS}


def test_constraints_hold_versions_and_nothing_else() -> None:
    for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines():
        assert re.fullmatch(r"#.*|[A-Za-z0-9._-]+==[0-9][0-9a-z.]*", line)


def test_there_is_one_pip_and_it_is_whole() -> None:
    (wheel,) = (ROOT / "scripts").glob("pip-*-py3-none-any.whl")
    with zipfile.ZipFile(wheel) as packed:
        assert packed.testzip() is None
        assert "pip/__main__.py" in packed.namelist()


@pytest.mark.parametrize("name", ["hearsay", "scripts/bootstrap", "scripts/constraints", ".ci/run"])
def test_what_is_run_may_be_run(name: str) -> None:
    assert os.access(ROOT / name, os.X_OK)
    assert (ROOT / name).read_text("utf-8").startswith("#!")


def test_hooks_download_nothing() -> None:
    settings = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    assert [repo["repo"] for repo in settings["repos"]] == ["local"]
    for hook in settings["repos"][0]["hooks"]:
        assert hook["language"] == "system"
        assert hook["entry"].startswith(".venv/bin/")
