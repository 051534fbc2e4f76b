"""Keeps the bytes of every document issued, under their hash: what a customer holds is what we hold, for ever."""

import hashlib

from pipelines.domain.folder import ShopFolder
from pipelines.steps.whole_files import write_whole


def keep_paper(folder: ShopFolder, content: bytes) -> str:
    """Put a paper away, on disk before this returns; its SHA-256 is what the register says of it."""
    sha256 = hashlib.sha256(content).hexdigest()
    target = folder.papers / f"{sha256}.pdf"
    if not target.exists():
        write_whole(target, content)
    return sha256


def kept_paper(folder: ShopFolder, sha256: str) -> bytes:
    """The bytes a document was issued in; none when they are not there or no longer have their hash."""
    path = folder.papers / f"{sha256}.pdf"
    content = path.read_bytes() if sha256 and path.exists() else b""
    return content if hashlib.sha256(content).hexdigest() == sha256 else b""
