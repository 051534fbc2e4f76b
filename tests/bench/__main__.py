"""`make bench`: every bench of this folder, one line each; `python -m tests.bench stock` runs those named."""

from importlib import import_module
from pathlib import Path
import sys

for path in sorted(Path(__file__).parent.glob("[!_]*.py")):
    if not sys.argv[1:] or path.stem in sys.argv[1:]:
        print(import_module(f"tests.bench.{path.stem}").bench(), flush=True)  # noqa: T201 (a bench speaks)
