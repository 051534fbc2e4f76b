"""Everything a passage leaves to people and programs, to be compared with what another one left."""

from pathlib import Path


def shelf(root: Path) -> dict[str, object]:
    """Every file of the shelf but the letter, which says when, with the tables row by row; archive and register too."""
    import duckdb

    found: dict[str, object] = {"archive": sorted(path.name for path in (root / "archive").iterdir())}
    for path in sorted((root / "published").rglob("*")):
        name = str(path.relative_to(root))
        if path.suffix == ".parquet":
            found[name] = duckdb.connect().read_parquet(str(path)).fetchall()
        elif path.is_file() and not path.name.startswith((".", "dernier-passage", "metrics")):
            found[name] = path.read_bytes()
    return found
