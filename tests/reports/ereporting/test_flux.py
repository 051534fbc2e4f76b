"""Flux 10.3 is valid against the official schema; without all the sales there is no flux, but a table of adjustments."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.domain.ereporting import MonthReporting, ReportedDocument, day_totals, periods
from pipelines.domain.shop.vat import Regime
from pipelines.steps.control import control
from pipelines.steps.month_vat import month_reporting, return_amounts, year_end
from pipelines.steps.post import post
from pipelines.warehouse import open_warehouse
from reports.ereporting.files import ereporting_files
from reports.ereporting.flux import flux, schema_faults
from reports.exports.vat_summary import vat_summary
from reports.exports.year_end import year_end_list
from tests.books import add, credit_note, shop


def document(day, net, vat, rate="20.00", kind="invoice", number="F1", category="TLB1"):
    return ReportedDocument(
        date(2027, 10, day), "EUR", category, Decimal(rate), kind, number, Decimal(net), Decimal(vat)
    )


def reporting(documents, regime=Regime.MONTHLY, is_due=True):
    return MonthReporting("732829320", "Brume & Varech", "2027-10", regime, is_due, date(2027, 10, 31), documents)


def test_a_transmission_is_valid_and_nets_credit_notes_into_their_day():
    found = dict(
        flux(
            reporting(
                [document(2, "100.00", "20.00"), document(2, "-150.00", "-30.00", kind="credit_note", number="A1")]
            )
        )
    )
    assert list(found) == ["flux-10.3-20271001-20271010.xml"]
    content = found["flux-10.3-20271001-20271010.xml"]
    assert schema_faults(content) == []
    assert b"<TaxExclusiveAmount>-50.00</TaxExclusiveAmount>" in content
    assert b"<TransactionsCount>2</TransactionsCount>" in content


def test_the_schema_finds_a_fault():
    content = dict(flux(reporting([document(2, "1.00", "0.20")])))["flux-10.3-20271001-20271010.xml"]
    assert schema_faults(content.replace(b"CategoryCode", b"Category"))


def test_periods_follow_the_regime():
    assert [(first.day, last.day) for first, last in periods(Regime.MONTHLY, "2027-10")] == [
        (1, 10),
        (11, 20),
        (21, 31),
    ]
    assert [(first.day, last.day) for first, last in periods(Regime.QUARTERLY, "2027-10")] == [(1, 31)]
    assert periods(Regime.FRANCHISE, "2027-10") == [(date(2027, 9, 1), date(2027, 10, 31))]
    assert periods(Regime.FRANCHISE, "2027-11") == []


def test_without_all_the_sales_there_are_only_adjustments():
    files = ereporting_files(
        reporting([document(2, "-150.00", "-30.00", kind="credit_note", number="A1")], is_due=False)
    )
    assert [file.path for file in files] == [
        "exports/ereporting-ajustements-2027-10.csv",
        "exports/ereporting-trace-2027-10.csv",
    ]
    assert files[0].content.decode().splitlines()[1] == "2027-10-02;EUR;TLB1;20.00;-150.00;-30.00;1"


@settings(max_examples=30)
@given(
    st.lists(
        st.builds(
            document,
            st.integers(1, 31),
            st.decimals(-999, 999, places=2),
            st.decimals(-99, 99, places=2),
            st.sampled_from(["20.00", "5.50"]),
            category=st.sampled_from(["TLB1", "TNT1"]),
        )
    )
)
def test_no_cent_is_lost_between_documents_and_days(documents):
    days = day_totals(documents)
    assert sum(day.net for day in days) == sum(each.net for each in documents)
    assert sum(day.vat for day in days) == sum(each.vat for each in documents)


def test_a_month_is_read_from_the_warehouse():
    with open_warehouse() as warehouse:
        add(
            warehouse,
            "core.orders",
            order_id="1001",
            ordered_on="2027-10-02",
            invoice_number="FA-1",
            invoice_date="2027-10-02",
        )
        add(
            warehouse,
            "core.order_lines",
            order_id="1001",
            line_id="1",
            line_type="product",
            vat_rate="20",
            net="100",
            vat="20",
            gross="120",
        )
        add(
            warehouse,
            "core.orders",
            order_id="1002",
            customer_siren="732829320",
            ordered_on="2027-10-02",
            invoice_number="FA-2",
        )
        add(warehouse, "core.orders", order_id="1003", country="DE", ordered_on="2027-07-02", invoice_number="FA-3")
        credit_note(warehouse, "AV-1", "2027-10-20", [("product", "100.00", "20", "20.00")])
        credit_note(warehouse, "AV-2", "2027-10-20", [("product", "100.00", "20", "20.00")], order_id="1002")
        credit_note(
            warehouse,
            "AV-3",
            "2027-10-21",
            [("product", "50.00", "19", "9.50")],
            order_id="1003",
            invoiced_on=date(2027, 7, 2),
        )
        seller = shop("[shop]\nsiren = '732829320'\n[vat]\none_stop_shop = true\nall_sales_here = true")
        post(warehouse, seller, date(2027, 10, 31))
        control(warehouse, seller, date(2027, 10, 31))
        month = month_reporting(warehouse, seller, "2027-10", date(2027, 10, 31))
        assert month.is_due
        assert [(each.number, each.category, str(each.net), str(each.vat)) for each in month.documents] == [
            ("FA-1", "TLB1", "100.00", "20.00"),
            ("AV-1", "TLB1", "-100.00", "-20.00"),
            ("AV-3", "TNT1", "-50.00", "0.00"),
        ]
        add(
            warehouse,
            "core.coverage_holes",
            source="orders",
            first_day="2027-10-05",
            last_day="2027-10-06",
            said="commandes : 20",
        )
        assert not month_reporting(warehouse, seller, "2027-10", date(2027, 10, 31)).is_due
        files = {
            file.path: file.content.decode()
            for file in vat_summary(return_amounts(warehouse, seller, "2027-10"), "2027-10")
        }
        assert "DE;2027-T3;19.00;-50.00;-9.50;oui;non" in files["exports/oss-2027-T4.csv"]
        assert "apart;oui;21;Autre TVA à déduire;;40" in files["exports/tva-2027-10.csv"]


def test_the_year_end_lists_later_credit_notes_and_store_credits_by_age():
    with open_warehouse() as warehouse:
        credit_note(warehouse, "AV-1", "2026-11-20", [("product", "100.00", "20", "20.00")], settlement="store_credit")
        credit_note(
            warehouse, "AV-2", "2027-01-05", [("product", "100.00", "20", "20.00")], invoiced_on=date(2026, 12, 20)
        )
        items = year_end(warehouse, shop(), "2026-12")
        assert [(each.account, each.credit_note_number, each.days) for each in items] == [
            ("4197", "AV-1", 41),
            ("4198", "AV-2", 5),
        ]
        assert len(year_end_list(items, "2026-12")) == 1
        assert year_end(warehouse, shop(), "2026-11") == []
