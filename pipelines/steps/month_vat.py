"""Reads what a month's invoices and credit notes bear in VAT, and what of it is reported day by day."""

from collections.abc import Mapping, Sequence
from datetime import date

from pipelines.domain.ereporting import MonthReporting, ReportedDocument, periods
from pipelines.domain.months import first_day, last_day
from pipelines.domain.shop import Shop
from pipelines.domain.vat_return import VatAmount, return_months
from pipelines.domain.year_end import YearEndItem
from pipelines.warehouse import Warehouse


def return_amounts(warehouse: Warehouse, shop: Shop, month: str) -> Sequence[VatAmount]:
    """What the VAT return that `month` stands in is made of: the month, its quarter, or its year."""
    months = return_months(shop.vat.regime, month)
    if not months:
        return []
    days = {"first_on": first_day(months[0]), "last_on": last_day(months[-1])}
    return warehouse.records(VatAmount, "out/month_vat", home=shop.identity.country, **days)


def month_reporting(warehouse: Warehouse, shop: Shop, month: str, as_of: date) -> MonthReporting:
    """The consumer documents of the reporting periods that end in `month`: credit notes alone while none is due."""
    found = periods(shop.vat.regime, month) or [(first_day(month), last_day(month))]
    days = {"first_on": found[0][0], "last_on": found[-1][1]}
    begins_on = date.fromisoformat(shop.vat.e_reporting_from)
    is_due = found[0][0] >= begins_on and as_of >= found[-1][1] and _has_every_sale(warehouse, shop, days)
    return MonthReporting(
        siren=shop.identity.siren,
        name=shop.identity.legal_name or shop.identity.name,
        month=month,
        regime=shop.vat.regime,
        is_due=is_due,
        written_on=last_day(month),
        documents=warehouse.records(ReportedDocument, "out/reported_documents", with_sales=is_due, **days),
    )


def _has_every_sale(warehouse: Warehouse, shop: Shop, days: Mapping[str, date]) -> bool:
    """The shop says so, and no days of orders are missing: without them a transmission would be taken for all sales."""
    return shop.vat.all_sales_here and not warehouse.rows("out/sales_holes", **days)


def year_end(warehouse: Warehouse, shop: Shop, month: str) -> Sequence[YearEndItem]:
    """At the end of the financial year: credit notes issued since on sales before it, and store credits by age."""
    last = last_day(month)
    if f"{last:%m-%d}" != shop.months.year_end and month[5:] != shop.months.year_end[:2]:
        return []
    return warehouse.records(YearEndItem, "out/year_end", last_on=last)
