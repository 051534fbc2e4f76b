"""Which type code a credit note bears (UNTDID 1001; law.md §6.5)."""

from collections.abc import Sequence

from pipelines.domain.credit_notes import DocumentType, Nature, OriginInvoice, Party
from pipelines.domain.shop.documents import Documents

REBATES = frozenset({Nature.PRICE_REDUCTION, Nature.GOODWILL})
SEVERAL = 2


def document_type(
    documents: Documents, buyer: Party, nature: Nature, invoices: Sequence[OriginInvoice]
) -> DocumentType:
    """381, but for a buyer who writes our invoices (261), a deposit given back (503), a rebate on a period (262).

    A rebate over several invoices is global only under a contract the shop names, which the document must cite (BT-12).
    """
    if is_self_billed(documents, buyer):
        return DocumentType.SELF_BILLED
    if invoices and all(_is_deposit(documents, invoice) for invoice in invoices):
        return DocumentType.DEPOSIT
    is_dated = all(invoice.issued_on for invoice in invoices)
    if documents.rebate_contract and nature in REBATES and len(invoices) >= SEVERAL and is_dated:
        return DocumentType.GLOBAL_REBATE
    return DocumentType.CREDIT_NOTE


def is_self_billed(documents: Documents, buyer: Party) -> bool:
    """Whether this company writes the shop's invoices in its name, under a mandate (CGI 289-I-2)."""
    return bool(({buyer.siren, buyer.vat_id} - {""}) & set(documents.self_billed_by))


def _is_deposit(documents: Documents, invoice: OriginInvoice) -> bool:
    return invoice.number.startswith(documents.deposit_invoices)
