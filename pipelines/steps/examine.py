"""Holds the new rows of every core table to their contract; with nothing new, nothing is imported nor looked at.

Each contract is asked of a table's new rows as one set first; Great Expectations, which takes seconds to begin, says
what is not met, and of how many rows, where something is not.
"""

from collections.abc import Sequence

from pipelines.contracts.suites import CONTRACTS, LARGEST_CENTS, Contract
from pipelines.domain.summaries import Summary
from pipelines.warehouse import Warehouse
from pipelines.warehouse.promises import Promise, kept


def examine(warehouse: Warehouse) -> Summary:
    """Check the rows of files not checked before; each expectation not met is named with its count."""
    new = [sha256 for (sha256,) in warehouse.rows("contracts/new_files")]
    if not new:
        return Summary("examine", {"rows": 0, "unmet": 0})
    from pipelines.contracts.checking import unmet

    rows, found = 0, []
    for contract in _touched(warehouse, new):
        name = f"contracts/{contract.table}"
        count, is_kept = kept(warehouse, name, promise_of(contract), files=new)
        rows += count
        found += [] if is_kept else unmet(contract, warehouse.frame(name, files=new))
    warehouse.run("contracts/note_files")
    named = {f"{each.table}.{each.column} {each.expectation}": each.rows for each in found}
    return Summary("examine", {"rows": rows, "unmet": len(found), **named})


def _touched(warehouse: Warehouse, files: Sequence[str]) -> list[Contract]:
    """The contracts of tables with rows of the files named."""
    return [each for each in CONTRACTS if warehouse.rows("contracts/has_new", table=f"core.{each.table}", files=files)]


def promise_of(contract: Contract) -> Promise:
    """What a contract asks of every row, in bounds and lists."""
    positive = dict.fromkeys(contract.positive, (0, LARGEST_CENTS))
    signed = dict.fromkeys(contract.signed, (-LARGEST_CENTS, LARGEST_CENTS))
    return Promise(contract.key, {**positive, **signed}, contract.choices)
