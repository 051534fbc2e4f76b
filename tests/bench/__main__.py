"""`make bench`: every bench of this folder, one line each."""

from importlib import import_module
from pathlib import Path

for path in sorted(Path(__file__).parent.glob("[!_]*.py")):
    print(import_module(f"tests.bench.{path.stem}").bench(), flush=True)  # noqa: T201 (a bench speaks)
