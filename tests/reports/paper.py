"""Reads a PDF back as a person would: its text, its pages."""

from pathlib import Path
import subprocess
from tempfile import TemporaryDirectory


def text(pdf: bytes) -> str:
    """The text of every page, with no-break spaces as spaces."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(pdf)
        found = subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True)
    return found.stdout.decode().replace("\u00a0", " ").replace("\u202f", " ")
