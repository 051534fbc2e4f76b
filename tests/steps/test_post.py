"""Entries are exact: who is owed what, from which account, under which piece."""

from datetime import date

from pipelines.warehouse import open_warehouse
from tests.books import add, allocation, credit_note, posted, refund, shop

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


def test_a_counter_document_undoes_its_credit_note_on_its_own_day():
    with open_warehouse() as warehouse:
        credit_note(warehouse, "AV-1", "2026-10-20", LAMP, state="cancelled", numbered_by="lettrage")
        add(
            warehouse, "core.counter_documents", counter_number="AVC-1", credit_note_number="AV-1",
            issued_on="2026-11-03", reason="mauvais client", net="120.00", vat="24.00", gross="144.00",
        )  # fmt: skip
        assert posted(warehouse, shop()) == [
            "AV 20/10 445710 24.00 0.00 AV-1",
            "AV 20/10 707000 100.00 0.00 AV-1",
            "AV 20/10 708500 20.00 0.00 AV-1",
            "AV 20/10 411000WEB 0.00 144.00 AV-1",
        ]
        assert posted(warehouse, shop(), "2026-11") == [
            "AV 03/11 411000WEB 144.00 0.00 AVC-1",
            "AV 03/11 445710 0.00 24.00 AVC-1",
            "AV 03/11 707000 0.00 100.00 AVC-1",
            "AV 03/11 708500 0.00 20.00 AVC-1",
        ]
        journal = warehouse.connection.execute(
            'select "CompteNum", sum("Debit" - "Credit"), min("EcritureLet") from core.journal group by all order by all'
        ).fetchall()
        assert [(account, net, code) for account, net, code in journal] == [
            ("411000", 0, "AV000001"), ("445710", 0, None), ("707000", 0, None), ("708500", 0, None),
        ]  # fmt: skip


def test_a_counter_document_still_to_come_undoes_nothing():
    with open_warehouse() as warehouse:
        credit_note(warehouse, "AV-1", "2026-10-20", LAMP, state="issued", numbered_by="lettrage")
        before = posted(warehouse, shop())
        add(
            warehouse, "core.counter_documents", counter_number="AVC-1", credit_note_number="AV-1",
            issued_on="2026-11-03", reason="mauvais client", net="120.00", vat="24.00", gross="144.00",
        )  # fmt: skip
        assert posted(warehouse, shop(), as_of=date(2026, 10, 31)) == before
