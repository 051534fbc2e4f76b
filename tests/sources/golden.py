"""What each fixture gives, beside it as `<name>.expected`: one line per row of a kind, only what is filled.

`python -m tests.sources.golden --update` writes them anew; read the difference before you keep it.
"""

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


def rendered(fixture: Path) -> str:
    """Everything a fixture became, in words that read well in a difference."""
    with open_warehouse() as warehouse, TemporaryDirectory() as folder:
        inbox = Inbox(warehouse, ShopFolder(Path(folder)), Shop())
        inbox.drop(fixture.name, fixture.read_bytes())
        inbox.read()
        return "\n".join([*_files(warehouse), *_kinds(warehouse), *_others(warehouse)]) + "\n"


def _files(warehouse: Warehouse) -> list[str]:
    read = warehouse.connection.execute(
        "select format, rows_read, rows_used, rows_excluded, rows_rejected from raw.files order by all"
    ).fetchall()
    refused = warehouse.connection.execute("select code from raw.refused_files order by all").fetchall()
    return [
        *(
            f"{name}: {rows} rows = {used} used + {out} excluded + {bad} rejected"
            for name, rows, used, out, bad in read
        ),
        *(f"refused: {code}" for (code,) in refused),
    ]


def _kinds(warehouse: Warehouse) -> list[str]:
    lines = []
    for kind in KINDS.values():
        names = ", ".join(f'"{name}"' for name in kind.names)
        rows = warehouse.connection.execute(f"select source_row, {names} from raw.{kind.name} order by all").fetchall()
        if rows:
            lines += ["", kind.name]
        for number, *values in rows:
            filled = [f"{name}={value}" for name, value in zip(kind.names, values, strict=True) if value is not None]
            lines.append(f"{number:>3} {'; '.join(filled)}")
    return lines


def _others(warehouse: Warehouse) -> list[str]:
    excluded = warehouse.connection.execute("select source_row, reason from raw.excluded_rows order by all").fetchall()
    rejected = warehouse.connection.execute(
        'select source_row, code, "column", "value" from raw.rejected_rows order by all'
    ).fetchall()
    return [
        *(["", "excluded"] if excluded else []),
        *(f"{number:>3} {reason}" for number, reason in excluded),
        *(["", "rejected"] if rejected else []),
        *(f"{number:>3} {code}: {column} is {value}" for number, code, column, value in rejected),
    ]


if __name__ == "__main__" and "--update" in sys.argv:
    wanted = [word for word in sys.argv[1:] if not word.startswith("--")]
    for found in FIXTURES:
        if not wanted or any(word in str(found) for word in wanted):
            expected_path(found).write_text(rendered(found), encoding="utf-8")
