"""Flux 10.3 in XML (DGFiP specifications v3.2): one transmission per reporting period, checked by the schema."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from pipelines.domain.ereporting import DayTotal, MonthReporting, day_totals, periods

SCHEMA = Path(__file__).parent / "xsd" / "ereporting.xsd"
INITIAL = "IN"


def flux(reporting: MonthReporting) -> Iterator[tuple[str, bytes]]:
    """A file per period with transactions: an empty report is never sent."""
    for first, last in periods(reporting.regime, reporting.month):
        days = day_totals(document for document in reporting.documents if first <= document.day <= last)
        if days:
            yield f"flux-10.3-{first:%Y%m%d}-{last:%Y%m%d}.xml", transmission(reporting, first, last, days)


def transmission(reporting: MonthReporting, first: date, last: date, days: Sequence[DayTotal]) -> bytes:
    """One initial transmission; a replacement would erase the period, and is never made here."""
    report = Element("Report")
    _document(report, reporting, first, last)
    transactions = SubElement(report, "TransactionsReport")
    period = SubElement(transactions, "ReportPeriod")
    _text(period, "StartDate", f"{first:%Y%m%d}")
    _text(period, "EndDate", f"{last:%Y%m%d}")
    for day in days:
        _day(transactions, day)
    indent(report)
    written: bytes = tostring(report, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"


def schema_faults(content: bytes) -> list[str]:
    """What the official schema finds wrong; an empty list when the file is valid."""
    from lxml import etree

    schema = etree.XMLSchema(etree.parse(str(SCHEMA)))
    return [] if schema.validate(etree.fromstring(content)) else str(schema.error_log).splitlines()


def _document(report: Element, reporting: MonthReporting, first: date, last: date) -> None:
    document = SubElement(report, "ReportDocument")
    _text(document, "Id", f"{reporting.siren}-{first:%Y%m%d}-{last:%Y%m%d}-{INITIAL}")
    _text(document, "Name", "Ventes aux consommateurs, nettes des avoirs")
    issued = SubElement(document, "IssueDateTime")
    _text(issued, "DateTimeString", f"{last:%Y%m%d}235959")
    _text(document, "TypeCode", INITIAL)
    for party, role in (("Sender", "WK"), ("Issuer", "SE")):
        element = SubElement(document, party)
        _text(element, "Id", reporting.siren).set("schemeId", "0002")
        _text(element, "Name", reporting.name)
        _text(element, "RoleCode", role)


def _day(parent: Element, day: DayTotal) -> None:
    element = SubElement(parent, "Transactions")
    _text(element, "Date", f"{day.day:%Y%m%d}")
    _text(element, "TransactionsCurrency", day.currency)
    _text(element, "CategoryCode", day.category)
    _text(element, "TaxExclusiveAmount", f"{day.net:.2f}")
    _text(element, "TaxTotal", f"{day.vat:.2f}")
    _text(element, "TransactionsCount", str(day.documents))
    for subtotal in day.subtotals:
        rate = SubElement(element, "TaxSubtotal")
        _text(rate, "TaxPercent", f"{subtotal.vat_rate:f}")
        _text(rate, "TaxableAmount", f"{subtotal.net:.2f}")
        _text(rate, "TaxTotal", f"{subtotal.vat:.2f}")


def _text(parent: Element, name: str, words: str) -> Element:
    element = SubElement(parent, name)
    element.text = words
    return element
