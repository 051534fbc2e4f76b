"""Makes the warehouse know every document the register speaks of: numbers issued, counter-documents, refusals."""

from collections.abc import Mapping, Sequence
from datetime import date

from pipelines.domain.folder import ShopFolder
from pipelines.domain.messages import documents as messages
from pipelines.domain.refusals import Refusal
from pipelines.domain.register import Entry
from pipelines.domain.summaries import Summary
from pipelines.steps.register import NUMBERS, told
from pipelines.warehouse import Warehouse

NUMBERED, COUNTERED, FAULTED = "number", "cancel", "fault"


def project_numbers(warehouse: Warehouse, folder: ShopFolder, as_of: date) -> Summary:
    """Fill `core.issued_documents`, `core.counter_documents`, `core.document_faults` and our own credit notes.

    Documents dated after `as_of` are not there yet. Raises Refusal when the register was altered.
    """
    entries = told(folder.register, NUMBERS)
    numbered = [entry for entry in entries if entry.action == NUMBERED]
    countered = [
        entry for entry in entries if entry.action == COUNTERED and str(entry.facts["issued_on"]) <= str(as_of)
    ]
    with warehouse.transaction():
        warehouse.run("issue/no_issued")
        if numbered:
            _project(warehouse, numbered, [str(entry.facts["credit_note_number"]) for entry in countered], as_of)
        for entry in countered:
            warehouse.run("issue/counter_document", **_known(entry, "document", "paper"), as_of=as_of)
        for entry in entries:
            if entry.action == FAULTED:
                warehouse.run("issue/document_fault", **entry.facts)
    return Summary("numbers", {"numbered": len(numbered), "cancelled": len(countered)})


def said(folder: ShopFolder, action: str, name: str) -> list[str]:
    """One fact of every entry of one kind, oldest first."""
    return [str(entry.facts[name]) for entry in told(folder.register, NUMBERS) if entry.action == action]


def check_day(warehouse: Warehouse, folder: ShopFolder, as_of: date, action: str) -> None:
    """A document may bear that day. Raises Refusal when its month is sealed, or one of its kind is dated later."""
    month = f"{as_of:%Y-%m}"
    if warehouse.rows("issue/sealed_month", month=month):
        raise Refusal(messages.MONTH_SEALED, "", month=month)
    last = max(said(folder, action, "issued_on"), default="")
    if last > str(as_of):
        raise Refusal(messages.DAY_BEFORE_LAST, "--as-of", day=as_of, last=last)


def _project(warehouse: Warehouse, numbered: Sequence[Entry], cancelled: Sequence[str], as_of: date) -> None:
    warehouse.run("issue/issued", entries=[_row(entry) for entry in numbered], cancelled=list(cancelled), as_of=as_of)


def _row(entry: Entry) -> Mapping[str, object]:
    names = ("credit_note_number", "series", "draft_id", "refund_id", "document")
    facts = {name: str(entry.facts[name]) for name in names}
    return {**facts, "paper": entry.facts.get("paper", ""), "issued_at": entry.at.rstrip("Z")}


def _known(entry: Entry, *later: str) -> dict[str, object]:
    """An entry's facts, with nothing for those that older registers do not tell."""
    return {**dict.fromkeys(later, ""), **entry.facts}
