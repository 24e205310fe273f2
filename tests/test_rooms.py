"""The house rules that no linter knows: sizes, names, offsets and patterns in their rooms."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "src" / "hearsay"
MODULES = sorted(ROOT.rglob("*.py"))
LONGEST = 400  # lines: what one can hold in the head
CATCH_ALLS = {"util", "utils", "helpers", "common", "misc", "core", "base", "types", "manager"}
OFFSETS = {"start", "end"}
PATTERNS = {"text", "page", "language", "measure"}  # rooms that may import re
HEAVY = {
    "trafilatura",
    "lxml",
    "jinja2",
    "htmldate",
    "urllib3",
    "charset_normalizer",
    "torch",
    "onnxruntime",
    "tokenizers",
    "numpy",
}


def name(node: ast.expr) -> str:
    """The last name in an expression such as span.end or start, else ''."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def reckonings(tree: ast.AST) -> list[int]:
    """Lines that add to or subtract from something named like an offset."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if (
            isinstance(node, ast.BinOp)
            and isinstance(node.op, ast.Add | ast.Sub)
            and OFFSETS & {name(node.left), name(node.right)}
        )
        or (
            isinstance(node, ast.AugAssign)
            and isinstance(node.op, ast.Add | ast.Sub)
            and OFFSETS & {name(node.target), name(node.value)}
        )
    ]


def imports(tree: ast.AST, module: str) -> list[int]:
    """Lines that import a module."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if (isinstance(node, ast.Import) and module in {alias.name for alias in node.names})
        or (isinstance(node, ast.ImportFrom) and node.module == module)
    ]


def slices(tree: ast.AST) -> list[int]:
    """Lines that cut a text by hand, with an offset for a bound."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Slice)
        and OFFSETS & {name(bound) for bound in (node.lower, node.upper) if bound}
    ]


def below_top(tree: ast.Module, module: str) -> list[int]:
    """Lines that import a module of hearsay inside a function or a condition."""
    top = {id(node) for node in tree.body}
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith(module)
        and id(node) not in top
    ]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_room(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    room = path.relative_to(ROOT).parts[0]
    assert ast.get_docstring(tree), "a module opens by saying what it knows"
    assert len(source.splitlines()) <= LONGEST, "a room one can know: split it along its nouns"
    assert not CATCH_ALLS & {path.stem, path.parent.name}, "name it after what it knows"
    assert room == "text" or not reckonings(tree), "offsets are reckoned with in hearsay.text alone"
    assert room == "text" or not slices(tree), "a text is cut by a span: span.cut(text)"
    assert room in PATTERNS or not imports(tree, "re"), "patterns belong to language, page and text"
    if room not in {"faces", "__init__.py"}:  # where a door must open fast
        assert not below_top(tree, "hearsay"), "a room says at its door what it stands on"


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        ("x = span.end + 1", reckonings),
        ("x = 1 - start", reckonings),
        ("start += 1", reckonings),
        ("x = text[span.start:]", slices),
        ("x = text[a : b.end]", slices),
    ],
)
def test_a_rule_sees_what_it_forbids(source: str, rule: object) -> None:
    assert callable(rule)
    assert rule(ast.parse(source)) == [1]
    assert rule(ast.parse(source.replace("start", "first").replace("end", "last"))) == []


def needs_torch(path: Path) -> bool:
    """Whether a module is of the extra `train`: torch, when imported, does as it likes."""
    parts = path.relative_to(ROOT).parts
    return parts[0] == "training" or parts == ("faces", "cli", "bar.py")


def is_spacys(path: Path) -> bool:
    """Whether spaCy alone imports a module, to hear of the component in it."""
    return path.relative_to(ROOT).parts == ("faces", "python", "component.py")


def test_nothing_happens_at_import() -> None:
    """Importing every module leaves no output, no warning, no open file and no seed behind."""
    modules = [
        ".".join(("hearsay", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(
            ".__init__"
        )
        for path in MODULES
        if path.name != "__main__.py" and not needs_torch(path) and not is_spacys(path)
    ]
    script = (
        "import importlib, os, random, sys\n"
        "import rich.style  # draws a random number when it is imported\n"
        "before = dict(os.environ), random.getstate(), sys.path[:]\n"
        f"for module in {modules!r}: importlib.import_module(module)\n"
        "assert (dict(os.environ), random.getstate(), sys.path) == before\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("room", ["text", "reading", "language", "ledger"])
def test_a_light_room_stays_light(room: str) -> None:
    modules = [
        ".".join(("hearsay", *path.relative_to(ROOT).with_suffix("").parts))
        for path in MODULES
        if path.relative_to(ROOT).parts[0] == room and path.stem != "__init__"
    ]
    script = (
        "import importlib, sys\n"
        f"for module in {modules!r}: importlib.import_module(module)\n"
        f"print(*sorted({HEAVY!r} & sys.modules.keys()))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""
