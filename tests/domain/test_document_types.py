"""The type code a credit note bears: 381, and the rarer ones only where the law has them."""

from datetime import date

import pytest

from pipelines.domain.credit_notes import Nature, OriginInvoice, Party
from pipelines.domain.document_types import document_type
from pipelines.domain.shop.documents import Documents

DOCUMENTS = Documents(deposit_invoices=("FAC-",), self_billed_by=("732829320",), rebate_contract="CT-1")
CONSUMER, COMPANY = Party("Camille"), Party("Atelier", siren="732829320")
SALE, LATER = OriginInvoice("F-1", date(2026, 9, 1)), OriginInvoice("F-2", date(2026, 9, 30))
DEPOSIT, UNDATED = OriginInvoice("FAC-1", date(2026, 9, 1)), OriginInvoice("F-3", None)


@pytest.mark.parametrize(
    ("buyer", "nature", "invoices", "code"),
    [
        (CONSUMER, Nature.RETURN, (SALE,), "381"),
        (CONSUMER, Nature.RETURN, (), "381"),
        (CONSUMER, Nature.RETURN, (SALE, LATER), "381"),
        (COMPANY, Nature.RETURN, (SALE,), "261"),
        (CONSUMER, Nature.CANCELLATION, (DEPOSIT,), "503"),
        (CONSUMER, Nature.CANCELLATION, (DEPOSIT, SALE), "381"),
        (CONSUMER, Nature.PRICE_REDUCTION, (SALE,), "381"),
        (CONSUMER, Nature.PRICE_REDUCTION, (SALE, LATER), "262"),
        (CONSUMER, Nature.GOODWILL, (SALE, LATER), "262"),
        (CONSUMER, Nature.GOODWILL, (SALE, UNDATED), "381"),
    ],
)
def test_each_case_has_its_type(buyer, nature, invoices, code):
    assert document_type(DOCUMENTS, buyer, nature, invoices) == code


def test_a_shop_that_says_nothing_makes_credit_notes_only():
    assert document_type(Documents(), COMPANY, Nature.GOODWILL, (SALE, LATER)) == "381"
    assert document_type(Documents(), Party("Zoé"), Nature.RETURN, (DEPOSIT,)) == "381"
