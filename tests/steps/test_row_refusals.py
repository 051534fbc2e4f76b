"""A row that cannot be taken exactly is refused under its own code, its column and its value."""

import pytest

NOTE = {
    "credit_note_number": "AV-1", "issued_at": "2026-10-05T10:00:00Z", "order_id": "C-1", "invoice_date": "2026-09-05",
    "settlement": "refund", "currency": "EUR", "line_type": "product", "sku": "RED", "title": "Robe", "quantity": "1",
    "unit_price_net": "", "unit_price_gross": "19.99", "vat_rate": "20",
}  # fmt: skip


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("invoice_date", "hier", "not-a-day"),
        ("unit_price_gross", "dix", "not-a-price"),
        ("quantity", "deux", "not-a-quantity"),
        ("vat_rate", "vingt", "not-a-rate"),
        ("unit_price_net", "16.66", "both-columns"),
        ("unit_price_gross", "", "neither-column"),
    ],
)
def test_a_cell_that_is_not_what_its_column_holds_is_refused(inbox, column, value, code):
    row = NOTE | {column: value}
    inbox.drop("notes.csv", ",".join(NOTE) + "\n" + ",".join(row.values()) + "\n")
    inbox.read()
    assert [found[3] for found in inbox.rejected()] == [code]


def test_an_amount_whose_fee_and_net_do_not_tie_is_refused(inbox):
    inbox.drop(
        "stripe.csv",
        "id,Type,Source,Amount,Fee,Net,Currency,Created (UTC),Description\n"
        "txn_1,charge,ch_1,20.00,1.00,15.00,eur,2026-10-08 07:00:00,x\n",
    )
    inbox.read()
    assert [found[3] for found in inbox.rejected()] == ["net-differs"]


def test_a_status_nobody_knows_is_refused(inbox):
    inbox.drop(
        "shop.csv",
        "Order,Name,Kind,Gateway,Created At,Status,Amount,Currency\n"
        "1,#1001,refund,stripe,2026-10-05 09:00:00 +0000,peut-être,20.00,EUR\n",
    )
    inbox.read()
    assert [found[3] for found in inbox.rejected()] == ["unknown-status"]
