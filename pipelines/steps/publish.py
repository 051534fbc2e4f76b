"""Publishes: a whole new edition of the shelf beside the old one, then one symlink switched.

Readers see the old edition or the new one, never a mixture; a crash before the switch changes nothing.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
import ctypes
from dataclasses import dataclass, field
from functools import lru_cache
import hashlib
import json
import os
from pathlib import Path
import shutil
from typing import Any

from pipelines.domain.folder import ShopFolder
from pipelines.steps.whole_files import file_sha256

DIGESTS = ".digests.json"
HASHES = ".sha256.json"
REPORT = "dernier-passage.json"
LETTER = "dernier-passage.html"
KEPT = 3


@dataclass(slots=True)
class Edition:
    """The edition being made. What is neither written nor cleared is carried over from the one before."""

    root: Path
    before: Path | None
    digests: dict[str, str] = field(default_factory=dict)
    cleared: list[str] = field(default_factory=list)
    hashes: dict[str, str] = field(default_factory=dict)

    def write(self, relative: str, content: bytes, digest: str = "") -> Path:
        """Write one file of the new edition, made from records of that digest."""
        path = self.root / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self.hashes[relative] = hashlib.sha256(content).hexdigest()
        self.digests.pop(relative, None)
        if digest:
            self.digests[relative] = digest
        return path

    def make_folder(self, relative: str) -> None:
        """A folder that stands even when nothing is in it."""
        (self.root / relative).mkdir(parents=True, exist_ok=True)

    def render(self, relative: str, digest: str, make: Callable[[], bytes]) -> bool:
        """Write a file made from records of that digest; the one before is linked when it was made from the same."""
        is_new = not self.keep(relative, digest)
        if is_new:
            self.write(relative, make(), digest)
        return is_new

    def keep(self, relative: str, digest: str) -> bool:
        """Link the file or folder of the edition before, if it was made from the same records."""
        source = self.before / relative if self.before else None
        if source is None or not source.exists() or digests_of(self.before).get(relative) != digest:
            return False
        link_tree(source, self.root / relative)
        known = digests_of(self.before)
        self.digests |= {path: known[path] for path in known if path == relative or path.startswith(f"{relative}/")}
        return True

    def is_made_from(self, note: str, digest: str) -> bool:
        """Whether the edition before says so of something; a month that is not there was made from nothing."""
        is_there = self.before is not None and (self.before / note.partition("/")[0]).is_dir()
        return is_there and digests_of(self.before).get(note) == digest

    def clear(self, relative: str) -> None:
        """Carry nothing over from under that path: what is not written there is gone."""
        self.cleared.append(relative)

    def standing(self, folder: str) -> dict[str, Path]:
        """Every file that will stand under a folder: what was written, and what is carried over."""
        found: dict[str, Path] = {}
        for root in (self.before, self.root):
            paths = sorted((root / folder).rglob("*")) if root else []
            names = {path.relative_to(root).as_posix(): path for path in paths if path.is_file()} if root else {}
            found |= {name: path for name, path in names.items() if root == self.root or self._is_left_alone(name)}
        return dict(sorted(found.items()))

    def keep_only_months(self, months: Sequence[str]) -> None:
        """Let every other month of the edition before go."""
        before = self.before.glob("[0-9]*-[0-9]*") if self.before else []
        self.cleared += [path.name for path in before if path.name not in months]

    def complete(self) -> None:
        """Carry over what was left alone."""
        if self.before:
            link_tree(self.before, self.root, self._is_left_alone)
            carried = {path: digest for path, digest in digests_of(self.before).items() if self._is_left_alone(path)}
            self.digests = {**carried, **self.digests}
        (self.root / DIGESTS).write_text(json.dumps(self.digests, sort_keys=True), encoding="utf-8")
        (self.root / HASHES).write_text(json.dumps(self._hashes(), sort_keys=True), encoding="utf-8")

    def _hashes(self) -> dict[str, str]:
        """The SHA-256 of every file; of those that are the edition before's own, the one it had there."""
        known = {path: sha256 for path, sha256 in hashes_of(self.before).items() if self._is_same(path)}
        paths = [path for path in sorted(self.root.rglob("*")) if path.is_file() and path.name not in {DIGESTS, HASHES}]
        names = {path.relative_to(self.root).as_posix(): path for path in paths}
        return {name: self.hashes.get(name) or known.get(name) or file_sha256(path) for name, path in names.items()}

    def _is_same(self, relative: str) -> bool:
        ours, theirs = self.root / relative, self.before / relative if self.before else None
        return theirs is not None and ours.exists() and theirs.exists() and ours.samefile(theirs)

    def _is_left_alone(self, relative: str) -> bool:
        return not any(relative == path or relative.startswith(f"{path}/") for path in (DIGESTS, HASHES, *self.cleared))


@contextmanager
def edition(folder: ShopFolder) -> Iterator[Edition]:
    """A new edition, made under the shop's lock. It is thrown away unless `switch` was called on it."""
    editions = folder.editions
    editions.mkdir(parents=True, exist_ok=True)
    _adopt(folder)
    for unfinished in editions.glob("*.unfinished"):
        shutil.rmtree(unfinished)
    number = max((int(path.name) for path in editions.iterdir()), default=0) + 1
    root = editions / f"{number:07d}.unfinished"
    root.mkdir()
    try:
        yield Edition(root, folder.published.resolve() if folder.published.exists() else None)
    finally:
        shutil.rmtree(root, ignore_errors=True)


def switch(folder: ShopFolder, made: Edition) -> Path:
    """Show the new edition: complete, on disk, in one atomic step. Old editions are pruned but for the last ones."""
    made.complete()
    flush(made.root)
    final = made.root.with_suffix("")
    made.root.rename(final)
    link = folder.published.with_name("published.new")
    link.unlink(missing_ok=True)
    link.symlink_to(final.relative_to(folder.root), target_is_directory=True)
    link.replace(folder.published)
    for old in sorted(folder.editions.iterdir())[:-KEPT]:
        shutil.rmtree(old)
    return final


def flush(folder: Path) -> None:
    """Have everything written down on the disk a folder stands on. Raises OSError when that disk could not."""
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "syncfs"):
        os.sync()
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        if library.syncfs(opened):
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(folder))
    finally:
        os.close(opened)


def digest(*records: object) -> str:
    """What records are made of, as short text: equal records, equal digest."""
    return hashlib.sha256(repr(records).encode()).hexdigest()


def last_report(folder: ShopFolder) -> dict[str, Any]:
    """What the passage that made the edition shown said of itself; nothing before the first."""
    path = folder.published / REPORT
    found: dict[str, Any] = json.loads(path.read_bytes()) if path.exists() else {}
    return found


@lru_cache(maxsize=4)
def digests_of(root: Path | None) -> dict[str, str]:
    """From which records each file of an edition, which never changes, was made."""
    path = root / DIGESTS if root else None
    found: dict[str, str] = json.loads(path.read_bytes()) if path and path.exists() else {}
    return found


def hashes_of(root: Path | None) -> dict[str, str]:
    """The SHA-256 each file of an edition was published with; nothing of an edition that did not say."""
    path = root / HASHES if root else None
    found: dict[str, str] = json.loads(path.read_bytes()) if path and path.exists() else {}
    return found


def link_tree(source: Path, target: Path, is_wanted: Callable[[str], bool] = lambda _: True) -> None:
    """Give a file, or every file of a folder, a second name; a copy where the disk knows no such names."""
    for path in [source] if source.is_file() else sorted(source.rglob("*")):
        relative = path.relative_to(source)
        if is_wanted(relative.as_posix()):
            _link(path, target / relative)


def _link(path: Path, twin: Path) -> None:
    (twin if path.is_dir() else twin.parent).mkdir(parents=True, exist_ok=True)
    if twin.exists():
        return
    try:
        twin.hardlink_to(path)
    except OSError:
        shutil.copy2(path, twin)


def _adopt(folder: ShopFolder) -> None:
    """A shelf copied without its symlink is a plain folder: it becomes the first edition."""
    if folder.published.is_dir() and not folder.published.is_symlink():
        first = folder.editions / "0000001"
        shutil.rmtree(folder.editions)
        folder.editions.mkdir()
        folder.published.rename(first)
        folder.published.symlink_to(first.relative_to(folder.root), target_is_directory=True)
