"""The baseline: as people do it, a merge on payment, order and amount, then on amount alone, first come first served."""

from typing import TYPE_CHECKING

from pipelines.warehouse import Warehouse

if TYPE_CHECKING:
    import pandas as pd

NOTES = "select credit_note_number, order_id, (gross * 100)::bigint as cents from core.credit_notes"
REFUNDS = """
select refund_id, coalesce(payments.order_id, order_reference) as order_id, (gross * 100)::bigint as cents
from core.refunds left join core.payments using (provider, payment_id) where type = 'refund'
"""


def by_hand(warehouse: Warehouse) -> None:
    """Put the pairs a spreadsheet would find in the place of ours."""
    import pandas as pd

    notes, refunds = frame(warehouse, NOTES), frame(warehouse, REFUNDS)
    first = merged(notes, refunds, ["order_id", "cents"])
    left = notes[~notes.credit_note_number.isin(first.credit_note_number)]
    second = merged(left, refunds[~refunds.refund_id.isin(first.refund_id)], ["cents"])
    pairs = pd.concat([first, second])[["credit_note_number", "refund_id"]]
    pairs["rule"] = "by hand"
    warehouse.connection.execute("drop table found")
    warehouse.connection.register("found", pairs)


def merged(notes: "pd.DataFrame", refunds: "pd.DataFrame", on: list[str]) -> "pd.DataFrame":
    """Equal keys paired in the order they stand: each row is used once."""
    ranked = [
        side.assign(place=side.groupby(on).cumcount()) for side in (notes.dropna(subset=on), refunds.dropna(subset=on))
    ]
    return ranked[0].merge(ranked[1], on=[*on, "place"], suffixes=("", "_paid"))


def frame(warehouse: Warehouse, text: str) -> "pd.DataFrame":
    """Whole cents and texts only: nothing a data frame would round."""
    return warehouse.connection.sql(text).to_arrow_table().to_pandas()
