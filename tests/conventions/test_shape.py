"""The shape of the code: budgets of size, words that say nothing, floats near money. Each failure says the mend."""

import ast
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from statistics import median
import sys

ROOT = Path(__file__).parents[2]
PRODUCTION = [path for top in ("assets", "pipelines", "reports") for path in sorted((ROOT / top).rglob("*.py"))]
TOP_LEVEL = {"assets", "data", "docs", "notebooks", "pipelines", "reports", "tests"}
EMPTY_WORDS = {"utils", "helpers", "common", "base", "misc", "manager"}


def functions() -> Iterator[tuple[str, int]]:
    for path in PRODUCTION:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                lines = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", lines


def test_functions_are_small():
    lengths = dict(functions())
    assert {name: length for name, length in lengths.items() if length > 50} == {}, "split these functions"
    ordered = sorted(lengths.values())
    assert median(ordered) <= 6
    assert ordered[int(len(ordered) * 0.9)] <= 20


def test_files_are_small():
    sizes = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in PRODUCTION}
    assert {name: lines for name, lines in sizes.items() if lines > 300} == {}, "split these files by concept"
    assert median(sizes.values()) <= 120


def test_names_say_something():
    assert [str(path.relative_to(ROOT)) for path in PRODUCTION if path.stem in EMPTY_WORDS] == []


def test_money_never_meets_a_float():
    calls = chain.from_iterable(
        ((path, node) for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
        for path in PRODUCTION
    )
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path, node in calls
        if getattr(node.func, "attr", "") in {"df", "fetchdf", "fetch_df"}
        or (getattr(node.func, "id", "") == "float" and "pipelines" in path.parts)
    ]
    assert found == [], "use fetchall() or Arrow, and Decimal: these turn exact money into floats"


def test_the_domain_knows_only_the_standard_library():
    found = []
    for path in (ROOT / "pipelines" / "domain").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            found += [
                f"{path.relative_to(ROOT)} imports {name}"
                for name in names
                if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith("pipelines.domain")
            ]
    assert found == []


def test_the_top_level_is_the_design():
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(".")}
    assert {name for name in folders - TOP_LEVEL if any((ROOT / name).rglob("*.py"))} == set()
