"""Rows on which two engines could disagree: texts with quotes, instants with offsets, ties, versions, what is told twice."""

from collections.abc import Mapping

from pipelines.warehouse import Warehouse

Row = Mapping[str, str | None]
TEXTS = (
    "Robe", "", " Robe", "Robe ", "Robe\t", "\u00a0Robe", "l'été", 'Robe "M"', "a, b", "(a)", "[a]", "{a}", "a=b", "a:b", "a\\b", "\\", "'", "''",
    "NULL", "null", "Nul", "None", "é😀", "a;b", "a|b", "a\nb", "\n", "a\x1fb", "50 %", "$1", "\\1",
)  # fmt: skip
INSTANTS = (
    "2026-10-05T10:00:00Z", "2026-10-05T23:30:00Z", "2026-10-05T23:30:00+02:00", "2026-10-05T23:30:00-0530", "2026-10-05 23:30+02",
    "2026-10-25T00:30:00Z", "2026-10-25T01:30:00.5Z", "2026-03-29T01:30:00.123456Z", "2026-10-05T10:00Z", "2026-10-05T10:00:00+14:30",
)  # fmt: skip
FILES = {
    "a": ("plain", "2026-10-10"), "b": ("plain", "2026-11-01"), "shop": ("shopify_orders", "2026-11-02"), "own": ("stripe_balance", "2026-11-03"),
    "listed": ("shopify_payments_payouts", "2026-11-03"),
}  # fmt: skip
ORDER = {
    "order_id": "C-1", "ordered_at": INSTANTS[0], "country": "FR", "currency": "EUR", "status": "paid", "line_id": "1", "line_type": "product",
    "sku": "RED", "title": "Robe", "quantity": "2", "unit_price_gross": "19.99", "vat_rate": "20", "customer_id": "K-1",
}  # fmt: skip
NOTE = {
    "credit_note_number": "AV-1", "issued_at": INSTANTS[0], "order_id": "C-1", "settlement": "refund", "currency": "EUR", "line_type": "product",
    "sku": "RED", "title": "Robe", "quantity": "1", "unit_price_gross": "19.99", "vat_rate": "20",
}  # fmt: skip
REFUND = {
    "provider": "stripe", "refund_id": "re_1", "type": "refund", "status": "succeeded", "created_at": INSTANTS[0], "gross": "19.99",
    "currency": "EUR", "order_reference": "C-1",
}  # fmt: skip
PAYMENT = {
    "provider": "stripe", "payment_id": "pi_1", "order_id": "C-1", "captured_at": INSTANTS[0], "amount": "39.98", "currency": "EUR",
}  # fmt: skip
RETURN = {
    "return_id": "R-1",
    "order_id": "C-1",
    "line_id": "1",
    "sku": "RED",
    "quantity": "1",
    "notified_at": INSTANTS[0],
}
PAYOUT = {"provider": "shopify_payments", "paid_at": "2026-10-06T10:00:00Z", "amount": "50.00", "currency": "EUR"}
COUNTRIES = ("FR", "de", "États-Unis", "BRÉSIL", "Atlantide", "Royaume-Uni")
PRICES = ("0.01", "0.125", "19.995", "-3.333333", "99999999.999999")


def draw(warehouse: Warehouse) -> None:
    """Fill what the exports said, as if they had been read."""
    for sha256, (name, day) in FILES.items():
        warehouse.connection.execute(
            "insert into raw.files values (?, null, ?, ?, 1, 500, 0, 0, 1, null, null, ?, null)",
            [sha256, sha256, name, day],
        )
    for kind, told in (
        ("orders", _orders()),
        ("credit_notes", _notes()),
        ("refunds", _refunds()),
        ("payments", _payments()),
        *_others(),
    ):
        for place, (file, row) in enumerate(told):
            names = ", ".join(f'"{name}"' for name in row)
            marks = ", ".join("?" * len(row))
            warehouse.connection.execute(
                f"insert into raw.{kind} ({names}, source_file, source_row) values ({marks}, ?, ?)",
                [*row.values(), file, place],
            )
    warehouse.connection.execute(
        "insert into raw.rejected_rows (source_file, source_row, kind, reason, remedy, code) values ('a', 0, 'refunds', '', '', '')"
    )


def _orders() -> list[tuple[str, Row]]:
    ways = [{"order_id": f"C-{100 + n}", "ordered_at": at} for n, at in enumerate(INSTANTS)]
    ways += [
        {"order_id": f"C-{200 + n}", "country": country, "delivery_country": country}
        for n, country in enumerate(COUNTRIES)
    ]
    ways += [
        {"order_id": "C-300", "line_id": str(n), "unit_price_gross": price, "quantity": "3.5"}
        for n, price in enumerate(PRICES)
    ]
    ways += [
        {"order_id": "C-301", "line_id": str(n), "unit_price_gross": None, "unit_price_net": price}
        for n, price in enumerate(PRICES)
    ]
    ways += [
        {"order_id": "C-302", "line_id": str(n), "line_type": line}
        for n, line in enumerate(("product", "discount", "shipping"))
    ]
    ways += [{"order_id": "C-303", "order_alias": "#303", "discount_gross": "1.11", "vat_rate": "5.5"}]
    ways += [
        {"order_id": f"C-{400 + n}", "shipped_at": at, "delivered_at": "2026-10-31T22:59:59Z"}
        for n, at in enumerate(INSTANTS)
    ]
    versions = [
        ("a", {}),
        ("b", {}),
        ("b", {"title": "Robe rouge"}),
        ("b", {"title": "Robe, rouge"}),
        ("a", {"updated_at": INSTANTS[1]}),
    ]
    return [("a", ORDER | way) for way in ways] + [(file, ORDER | way) for file, way in versions]


def _notes() -> list[tuple[str, Row]]:
    said = [NOTE | {"credit_note_number": "AV-2", "title": text, "sku": text} for text in TEXTS]
    more = [
        NOTE | {"credit_note_number": f"AV-{n}", "title": text, "quantity": "0.5"} for n, text in enumerate(TEXTS, 100)
    ]
    lost = {"order_id": "unknown", "customer_id": "K-1", "sku": "RED"}
    single = [
        NOTE, NOTE, NOTE | {"line_id": "1"}, NOTE | {"unit_price_gross": "9.99"}, NOTE | {"credit_note_number": "AV-3"} | lost,
        NOTE | {"credit_note_number": "AV-3", "quantity": "2", "issued_at": "2026-10-31T10:00:00.25+01:00"} | lost,
        NOTE | {"credit_note_number": "AV-4", "invoice_number": "F-1", "invoice_date": "2026-09-30"},
        NOTE | {"credit_note_number": "AV-4", "invoice_number": "F-1", "title": "Autre"},
        NOTE | {"credit_note_number": "AV-4", "line_type": "shipping", "sku": None, "nature": "price_reduction", "reason_code": "defective"},
        NOTE | {"credit_note_number": "AV-5", "order_id": "#303", "unit_price_gross": "0.125", "vat_rate": "5.5"},
    ]  # fmt: skip
    return [("a", row) for row in [*said, *said[:9], *more, *single]] + [("b", row) for row in [*said[::-1], *single]]


def _refunds() -> list[tuple[str, Row]]:
    ways = [
        ("a", {"refund_id": "rejected"}), ("a", {"status": "pending"}), ("b", {"status": "succeeded"}), ("b", {"status": "failed"}),
        ("a", {"updated_at": "2026-11-20T00:00:00Z", "gross": "5.00"}), ("a", {"refund_id": "re_2", "created_at": "2026-12-31T23:30:00Z"}),
        ("shop", {"refund_id": "s_1", "gross": "7.00", "order_reference": "#C-1"}), ("own", {"refund_id": "o_1", "gross": "7.00"}),
        ("shop", {"refund_id": "s_2", "gross": "8.00", "payment_id": "pi_1", "order_reference": None}),
        ("own", {"refund_id": "o_2", "gross": "8.00", "created_at": "2026-10-08T10:00:00Z"}),
        ("shop", {"refund_id": "s_3", "gross": "9.00"}), ("own", {"refund_id": "o_3", "gross": "9.00", "created_at": "2026-10-09T10:00:00Z"}),
        ("a", {"refund_id": "re_4", "description": "it's, (\"x\")", "type": "chargeback"}), ("b", {"refund_id": "re_4", "type": "chargeback"}),
    ]  # fmt: skip
    return [(file, REFUND | way) for file, way in ways]


def _payments() -> list[tuple[str, Row]]:
    ways = [
        ("shop", {}), ("own", {"order_id": "pi_1"}), ("shop", {"payment_id": "s_2", "amount": "5.00"}),
        ("own", {"payment_id": "pi_2", "amount": "5.00", "captured_at": "2026-10-07T10:00:00Z"}), ("a", {"payment_id": "pi_3", "order_id": "#303"}),
    ]  # fmt: skip
    return [(file, PAYMENT | way) for file, way in ways]


def _others() -> list[tuple[str, list[tuple[str, Row]]]]:
    returns = [
        RETURN,
        RETURN,
        RETURN | {"received_at": INSTANTS[3], "line_id": None},
        RETURN | {"return_id": "R-2", "received_at": "2026-12-31T12:00:00Z"},
    ]
    payouts = [
        {"payout_id": "po_1"},
        {"payout_id": "2026-10-06 50.00", "bank_reference": "REF"},
        {"payout_id": "2026-10-06 51.00", "amount": "51.00"},
    ]
    stock = {"sku": "RED", "quantity": "4.5"}
    return [
        ("returns", [("a", row) for row in returns] + [("b", row | {"carriage_cost": "4.90"}) for row in returns]),
        ("payouts", [("listed", PAYOUT | way) for way in payouts]),
        ("order_states", [("a", {"order_id": "#303", "status": "shipped", "at": at}) for at in INSTANTS]),
        ("stock_counts", [("a", stock | {"counted_at": at, "unit_cost": "1.125"}) for at in INSTANTS]),
        ("stock_receipts", [("a", stock | {"receipt_id": "B-1", "received_at": INSTANTS[0], "unit_cost": "2"})] * 3),
        ("shop_stock", [("a", stock | {"place": place, "as_of": INSTANTS[2]}) for place in ("here", None)]),
        (
            "bank",
            [
                (
                    file,
                    {
                        "account": "512",
                        "line_id": "1",
                        "booked_on": "2026-10-06",
                        "amount": "-0.5",
                        "currency": "EUR",
                        "label": "VIR",
                    },
                )
                for file in "ab"
            ],
        ),
        ("opening_numbers", [("a", {"document_number": "AV-0", "given_on": "2026-01-01"})]),
    ]
