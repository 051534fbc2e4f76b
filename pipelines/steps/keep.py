"""Keeps a shop in one verified file, and puts it back: settings, archive, papers, register, inbox, warehouse."""

from collections.abc import Iterator
import hashlib
import json
from pathlib import Path
import tarfile

from pipelines.domain.folder import ShopFolder
from pipelines.domain.messages import keeping as messages
from pipelines.domain.refusals import Refusal
from pipelines.domain.summaries import Summary
from pipelines.steps.whole_files import file_sha256

MANIFEST = "manifeste.json"
KEPT = ("archive", "papers", "register", "inbox", "mappings", "photos")


def back_up(folder: ShopFolder, target: Path) -> Summary:
    """Write the whole shop into one `.tar.gz`, read it back, and only then give it its name.

    The caller holds the lock and has closed the warehouse, so that its file is whole.
    """
    half = target.with_name(f"{target.name}.part")
    target.parent.mkdir(parents=True, exist_ok=True)
    hashes = {path.relative_to(folder.root).as_posix(): file_sha256(path) for path in _files(folder)}
    manifest = half.with_suffix(".json")
    manifest.write_text(json.dumps(hashes, indent=1, sort_keys=True), encoding="utf-8")
    with tarfile.open(half, "w:gz", compresslevel=1) as archive:
        archive.add(manifest, MANIFEST)
        for name in hashes:
            archive.add(folder.root / name, name)
    manifest.unlink()
    checked = check(half)
    half.replace(target)
    return Summary("backup", {"files": checked, "bytes": target.stat().st_size})


def check(source: Path) -> int:
    """Every file of a backup is there with the hash its manifest says; how many there are. Raises Refusal."""
    try:
        with tarfile.open(source) as archive:
            expected = _manifest(archive, source)
            found = {member.name: _member_hash(archive, member) for member in archive if member.name != MANIFEST}
    except (tarfile.TarError, EOFError, OSError) as error:
        raise Refusal(messages.UNREADABLE, str(source), reason=error) from None
    wrong = sorted(name for name in expected.keys() | found.keys() if expected.get(name) != found.get(name))
    if wrong:
        raise Refusal(messages.DIFFERS, str(source), name=wrong[0])
    return len(found)


def restore(source: Path, root: Path) -> Summary:
    """Put a backup into a folder that holds no shop yet, checked first. Raises Refusal when it does."""
    if root.exists() and any(root.iterdir()):
        raise Refusal(messages.NOT_EMPTY, str(root))
    count = check(source)
    root.mkdir(parents=True, exist_ok=True)
    with tarfile.open(source) as archive:
        members = [member for member in archive if member.name != MANIFEST]
        archive.extractall(root, members, filter="data")
    for name in KEPT:
        (root / name).mkdir(exist_ok=True)
    return Summary("restore", {"files": count})


def _files(folder: ShopFolder) -> Iterator[Path]:
    settings = [path for path in sorted(folder.root.iterdir()) if path.is_file()]
    for root in [*settings, *(folder.root / name for name in KEPT), folder.warehouse]:
        if root.is_file():
            yield root
        elif root.is_dir():
            yield from (path for path in sorted(root.rglob("*")) if path.is_file())


def _manifest(archive: tarfile.TarFile, source: Path) -> dict[str, str]:
    first = archive.next()
    content = archive.extractfile(first) if first and first.name == MANIFEST else None
    if content is None:
        raise Refusal(messages.UNREADABLE, str(source), reason=MANIFEST)
    found: dict[str, str] = json.load(content)
    return found


def _member_hash(archive: tarfile.TarFile, member: tarfile.TarInfo) -> str:
    content = archive.extractfile(member)
    return hashlib.sha256(content.read()).hexdigest() if content else ""
