"""What each fixture gives, beside it as `<name>.expected`: one line per row of a kind, only what is filled.

`python -m tests.sources.golden --update` writes them anew; read the difference before you keep it.
"""

import json
from pathlib import Path
import sys
from tempfile import TemporaryDirectory

from pipelines.domain.folder import ShopFolder
from pipelines.domain.kinds import KINDS
from pipelines.domain.shop import Shop
from pipelines.warehouse import Warehouse, open_warehouse
from tests.inboxes import Inbox

FOLDER = Path(__file__).parent / "fixtures"
FIXTURES = sorted(path for path in FOLDER.rglob("*.*") if path.suffix != ".expected")


def expected_path(fixture: Path) -> Path:
    return fixture.with_name(fixture.name + ".expected")


def rendered(fixtures: list[Path]) -> dict[Path, str]:
    """Everything each fixture became, all of them dropped in one inbox, in words that read well in a difference."""
    with open_warehouse() as warehouse, TemporaryDirectory() as folder:
        inbox = Inbox(warehouse, ShopFolder(Path(folder)), Shop())
        for fixture in fixtures:
            inbox.drop(str(fixture.relative_to(FOLDER)), fixture.read_bytes())
        inbox.read()
        return {fixture: _rendered(warehouse, fixture) for fixture in fixtures}


def _rendered(warehouse: Warehouse, fixture: Path) -> str:
    name = f"inbox/{fixture.relative_to(FOLDER)}"
    refused = warehouse.connection.execute("select code from raw.refused_files where name = ?", [name]).fetchall()
    files = warehouse.connection.execute(
        "select sha256, format, rows_read, rows_used, rows_excluded, rows_rejected from raw.files"
        " where name = ? or starts_with(name, ? || '/') order by all",
        [name, name],
    ).fetchall()
    lines = [f"refused: {code}" for (code,) in refused]
    for sha256, source, rows, used, excluded, rejected in files:
        lines.append(f"{source}: {rows} rows = {used} used + {excluded} excluded + {rejected} rejected")
        lines += [*_kinds(warehouse, sha256), *_others(warehouse, sha256)]
    return "\n".join(lines) + "\n"


def _kinds(warehouse: Warehouse, sha256: str) -> list[str]:
    lines = []
    for kind in KINDS.values():
        names = ", ".join(f'"{name}"' for name in kind.names)
        rows = warehouse.connection.execute(
            f"select source_row, {names} from raw.{kind.name} where source_file = ? order by all", [sha256]
        ).fetchall()
        if rows:
            lines += ["", kind.name]
        for number, *values in rows:
            filled = [f"{name}={value}" for name, value in zip(kind.names, values, strict=True) if value is not None]
            lines.append(f"{number:>3} {'; '.join(filled)}")
    return lines


def _others(warehouse: Warehouse, sha256: str) -> list[str]:
    excluded = warehouse.connection.execute(
        "select source_row, reason from raw.excluded_rows where source_file = ? order by all", [sha256]
    ).fetchall()
    rejected = warehouse.connection.execute(
        'select source_row, code, "column", "value" from raw.rejected_rows where source_file = ? order by all', [sha256]
    ).fetchall()
    ((totals,),) = warehouse.connection.execute(
        "select control_totals from raw.files where sha256 = ?", [sha256]
    ).fetchall()
    printed = [[str(value) for value in total.values() if value] for total in json.loads(totals or "[]")]
    return [
        *(["", "excluded"] if excluded else []),
        *(f"{number:>3} {reason}" for number, reason in excluded),
        *(["", "rejected"] if rejected else []),
        *(f"{number:>3} {code}: {column} is {value}" for number, code, column, value in rejected),
        *(["", "totals"] if printed else []),
        *("    " + " ".join(total) for total in printed),
    ]


if __name__ == "__main__" and "--update" in sys.argv:
    wanted = [word for word in sys.argv[1:] if not word.startswith("--")]
    chosen = [path for path in FIXTURES if not wanted or any(word in str(path) for word in wanted)]
    for found, words in rendered(chosen).items():
        expected_path(found).write_text(words, encoding="utf-8")
