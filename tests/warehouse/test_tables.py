"""The tables people read: those of the data model, without the ones steps keep for themselves."""

from pipelines.warehouse import open_warehouse
from pipelines.warehouse.tables import table_names

MODEL = {
    "orders", "order_lines", "order_states", "payments", "returns", "return_lines", "credit_notes", "credit_note_lines",
    "refunds", "payouts", "provider_balances", "bank_lines", "allocations", "returns_proof", "breaks", "stock_moves",
    "stock_positions", "journal", "periods", "decisions", "controls",
}  # fmt: skip
READ_BY_THE_PORTAL = {"refund_orders", "residuals", "checks", "letterings"}
WORKING = {
    "break_findings",
    "break_closings",
    "stock_costs",
    "postings",
    "item_groups",
    "sealed_lines",
    "counted_refunds",
    "reconciled",
}


def test_every_table_of_the_data_model_is_handed_out_and_no_working_table():
    with open_warehouse() as warehouse:
        names = table_names(warehouse).keys()
    assert names >= MODEL | READ_BY_THE_PORTAL
    assert not WORKING & names
