"""Section [documents]: which credit notes are rendered, and how they look."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Rendered(StrEnum):
    """Which months' PDFs a run renders; a month `YYYY-MM` may be named on the command line instead."""

    RECENT = "recent"
    NONE = "none"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Documents:
    """Looks and habits of the paper, and what tells the rarer types of documents.

    `deposit_invoices` are how numbers of deposit invoices begin, `self_billed_by` the SIREN or VAT numbers of buyers
    who write the shop's invoices, `rebate_contract` the contract under which rebates over several invoices are given.
    """

    render: Rendered = Rendered.RECENT
    logo: str = ""
    color: str = "#1f3a5f"
    factur_x_on_duplicates: bool = False
    footer: str = ""
    deposit_invoices: tuple[str, ...] = ()
    self_billed_by: tuple[str, ...] = ()
    rebate_contract: str = ""

    def renders(self, month: str, as_of: date, asked: str = "") -> bool:
        """Whether a month's papers are made: what was asked for this run goes before the shop's habit."""
        wanted = asked or self.render.value
        if wanted == Rendered.RECENT.value:
            before = as_of.replace(day=1) - timedelta(days=1)
            return month in {f"{as_of:%Y-%m}", f"{before:%Y-%m}"}
        return wanted in {Rendered.ALL.value, month}
