"""Every format by the name `lettrage export` takes, and the files of a month in one of them."""

from collections.abc import Callable, Iterable, Iterator

from pipelines.domain.export_file import ExportFile
from pipelines.domain.messages import books as messages
from pipelines.domain.month_books import MonthBooks
from pipelines.domain.refusals import Refusal
from reports.exports.agiris import agiris
from reports.exports.beancount import beancount
from reports.exports.cegid import cegid
from reports.exports.ciel import ciel
from reports.exports.coala import coala
from reports.exports.ebp import ebp
from reports.exports.fec import fec
from reports.exports.fec_importers import pennylane, sage
from reports.exports.hledger import hledger
from reports.exports.isuite import isuite
from reports.exports.quadra import quadra
from reports.exports.spreadsheets import odoo, quickbooks, xero

_WHOLE: dict[str, Callable[[MonthBooks], ExportFile]] = {"fec": fec, "hledger": hledger, "beancount": beancount}
_NAMED: dict[str, Callable[[MonthBooks], Iterator[tuple[str, bytes]]]] = {
    "agiris": agiris,
    "cegid": cegid,
    "ciel": ciel,
    "coala": coala,
    "ebp": ebp,
    "isuite": isuite,
    "odoo": odoo,
    "pennylane": pennylane,
    "quadra": quadra,
    "quickbooks": quickbooks,
    "sage": sage,
    "xero": xero,
}
FORMATS = tuple(sorted([*_WHOLE, *_NAMED]))
_BRANDS = {"ebp": "EBP", "fec": "FEC", "hledger": "hledger", "isuite": "i-Suite", "quickbooks": "QuickBooks"}


def software_name(name: str) -> str:
    """The software of a format, as it writes itself in every language."""
    return _BRANDS.get(name, name.capitalize())


def export(books: MonthBooks, name: str) -> list[ExportFile]:
    """The month in one format. Raises Refusal on an unknown name, or when the format cannot hold the accounts."""
    if name in _WHOLE:
        return [_WHOLE[name](books)]
    if name in _NAMED:
        return [ExportFile(f"exports/{path}", content) for path, content in _NAMED[name](books)]
    raise Refusal(messages.UNKNOWN_FORMAT, "--to", value=name, known=", ".join(FORMATS))


def published(books: MonthBooks, names: Iterable[str]) -> list[ExportFile]:
    """The files of a month's folder: FEC, hledger, beancount, then the named formats; one refused leaves its reason."""
    files = [make(books) for make in _WHOLE.values()]
    for name in names:
        try:
            files += [] if name in _WHOLE else export(books, name)
        except Refusal as refusal:
            files.append(ExportFile(f"exports/{name}-refus.txt", (str(refusal) + "\n").encode()))
    return files
