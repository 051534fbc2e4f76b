"""Entries are exact: who is owed what, from which account, under which piece."""

from pipelines.warehouse import open_warehouse
from tests.books import allocation, credit_note, posted, refund, shop

LAMP = [("product", "100.00", "20", "20.00"), ("shipping", "20.00", "20", "4.00")]


def test_a_credit_note_takes_back_the_sale_and_its_refund_pays_the_customer():
    with open_warehouse() as warehouse:
        credit_note(warehouse, "AV-2026-000123", "2026-10-20", LAMP)
        refund(warehouse, "re_1", "2026-10-21", "144.00")
        allocation(warehouse, "AV-2026-000123", "re_1", "144.00")
        assert posted(warehouse, shop()) == [
            "AV 20/10 445710 24.00 0.00 AV-2026-000123",
            "AV 20/10 707000 100.00 0.00 AV-2026-000123",
            "AV 20/10 708500 20.00 0.00 AV-2026-000123",
            "AV 20/10 411000WEB 0.00 144.00 AV-2026-000123",
            "ST 21/10 411000WEB 144.00 0.00 re_1",
            "ST 21/10 517100 0.00 144.00 re_1",
        ]
        lettered = warehouse.connection.execute(
            'select distinct "EcritureLet", "DateLet" from core.journal where "EcritureLet" is not null'
        ).fetchall()
        assert [(code, str(day)) for code, day in lettered] == [("AV000001", "2026-10-21")]
