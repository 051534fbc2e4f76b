"""Holds the firm's FEC against what we prove."""

from collections.abc import Sequence
from pathlib import Path
import tempfile

from pipelines.domain.comparison import ROOTS, ComparedAccount, Comparison, FecLine, Finding
from pipelines.domain.shop import Shop
from pipelines.sources.firm_fec import read_firm_fec
from pipelines.warehouse import Warehouse

FINDINGS = ("notes", "refunds", "strangers")


def compare(warehouse: Warehouse, shop: Shop, file: Path) -> Comparison:
    """Every difference between a FEC and our documents of the same days. Raises Refusal when it is no FEC."""
    lines = read_firm_fec(file.read_bytes(), file.name)
    days = [line.booked_on for line in lines]
    first, last = min(days), max(days)
    _load(warehouse, lines)
    warehouse.run("compare/documents", first=first, last=last, currency=shop.identity.currency)
    accounts = warehouse.records(ComparedAccount, "compare/accounts", roots=list(ROOTS), first=first, last=last)
    findings = [finding for name in FINDINGS for finding in warehouse.records(Finding, f"compare/{name}")]
    who = shop.identity.legal_name or shop.identity.name
    return Comparison(file.name, who, first, last, len(lines), accounts, findings)


def _load(warehouse: Warehouse, lines: Sequence[FecLine]) -> None:
    """Hand the lines over as a file: a FEC may have a million of them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lines.tsv"
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines("\t".join(_cells(line)) + "\n" for line in lines)
        warehouse.run("compare/lines", path=str(path))


def _cells(line: FecLine) -> list[str]:
    words = (line.journal, line.entry, line.booked_on.isoformat(), line.account, line.auxiliary, line.piece, line.label)
    return [str(line.line), *(" ".join(word.split()) for word in words), str(line.debit), str(line.credit)]
