"""The e-reporting files of a month: transmissions or adjustments, and the documents behind every aggregate."""

from pipelines.domain.ereporting import MonthReporting, day_totals
from pipelines.domain.export_file import ExportFile
from reports.ereporting.flux import flux, schema_faults
from reports.exports.tables import table
from reports.exports.wording import one_line

_ADJUSTMENTS = ("jour", "devise", "categorie", "taux", "base_ht", "tva", "documents")
_TRACE = ("jour", "devise", "categorie", "taux", "document", "numero", "base_ht", "tva")


def ereporting_files(reporting: MonthReporting) -> list[ExportFile]:
    """Flux 10.3 when it is due; else what credit notes change, day by day, for the platform that sends the sales."""
    kept = [document for document in reporting.documents if reporting.is_due or document.document == "credit_note"]
    trace = (
        (
            each.day,
            each.currency,
            each.category,
            each.vat_rate,
            each.document,
            one_line(each.number),
            each.net,
            each.vat,
        )
        for each in kept
    )
    files = [table(f"ereporting-trace-{reporting.month}.csv", _TRACE, trace)]
    if not reporting.is_due:
        return [_adjustments(reporting), *files]
    for name, content in flux(reporting):
        assert schema_faults(content) == [], name
        files.append(ExportFile(f"exports/{name}", content))
    return files


def _adjustments(reporting: MonthReporting) -> ExportFile:
    days = day_totals(document for document in reporting.documents if document.document == "credit_note")
    rows = (
        (day.day, day.currency, day.category, rate.vat_rate, rate.net, rate.vat, day.documents)
        for day in days
        for rate in day.subtotals
    )
    return table(f"ereporting-ajustements-{reporting.month}.csv", _ADJUSTMENTS, rows)
