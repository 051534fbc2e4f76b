"""The manifest: the SHA-256 of every file of the folder, as `sha256sum -c` reads it."""

from collections.abc import Mapping, Sequence
import hashlib

from pipelines.domain.closing_folder import FolderFile

MANIFEST = "MANIFESTE.sha256"


def manifest(files: Sequence[FolderFile], made: Mapping[str, bytes]) -> bytes:
    """One line per file, in the order of names."""
    hashes = {file.path: file.sha256 for file in files}
    hashes |= {path: hashlib.sha256(content).hexdigest() for path, content in made.items()}
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(hashes.items())).encode()
