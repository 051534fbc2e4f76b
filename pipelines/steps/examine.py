"""Holds the new rows of every core table to their contract; with nothing new, nothing is imported nor looked at."""

from pipelines.contracts.suites import CONTRACTS
from pipelines.domain.summaries import Summary
from pipelines.warehouse import Warehouse


def examine(warehouse: Warehouse) -> Summary:
    """Check the rows of files not checked before; each expectation not met is named with its count."""
    new = [sha256 for (sha256,) in warehouse.rows("contracts/new_files")]
    if not new:
        return Summary("examine", {"rows": 0, "unmet": 0})
    from pipelines.contracts.checking import unmet

    rows, found = 0, []
    for contract in CONTRACTS:
        table = warehouse.frame(f"contracts/{contract.table}", files=new)
        rows += len(table)
        found += unmet(contract, table) if len(table) else []
    warehouse.run("contracts/note_files")
    named = {f"{each.table}.{each.column} {each.expectation}": each.rows for each in found}
    return Summary("examine", {"rows": rows, "unmet": len(found), **named})
