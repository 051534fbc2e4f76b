"""Factur-X: every case passes its XSD, our own rules and the schematrons; a fault is named."""

from dataclasses import replace
from datetime import date

import pytest

from pipelines.domain.credit_notes import DocumentType, Means, OriginInvoice, Party, Settling
from pipelines.domain.vat_cases import VatCase
from reports.credit_note import document_faults
from reports.electronic import electronic_credit_note, faults, schematron_faults
from tests.reports.notes import NOTE, line, note

COMPANY = Party("Atelier SARL", "1 rue A", "75001", "Paris", "FR", "732829320", "FR44732829320")
GERMAN = Party("Werk GmbH", "1 Weg", "10115", "Berlin", "DE", "", "DE123456789")
ABROAD = Party("Ana", "1 Weg", "8000", "Zürich", "CH")
UNTAXED = (line("Tasse", "2", "10.00", "0", "S"),)
REPAID = Settling(Means.REFUND, "stripe", "", date(2026, 10, 13), None)
DISCOUNT = replace(line("Remise", "1", "5.00", "20"), net=-line("", "1", "5.00", "20").net)
CASES = {
    "a consumer": NOTE,
    "a consumer already repaid": note(settling=REPAID),
    "a company": note(buyer=COMPANY),
    "a company already repaid": note(buyer=COMPANY, settling=REPAID),
    "franchise": note(lines=UNTAXED, vat_case=VatCase.FRANCHISE),
    "net of tax": note(lines=UNTAXED, buyer=COMPANY, vat_case=VatCase.NET_OF_TAX),
    "reverse charge": note(lines=UNTAXED, buyer=COMPANY, vat_case=VatCase.REVERSE_CHARGE),
    "intra-EU": note(lines=UNTAXED, buyer=GERMAN, vat_case=VatCase.INTRA_EU),
    "export": note(lines=UNTAXED, buyer=ABROAD, vat_case=VatCase.EXPORT),
    "one stop shop": note(
        lines=(line("Tasse", "1", "11.90", "19"),),
        buyer=replace(GERMAN, vat_id=""),
        vat_case=VatCase.ONE_STOP_SHOP,
    ),
    "zero-rated": note(lines=UNTAXED, vat_case=VatCase.ZERO),
    "two invoices": note(origin_invoices=(*NOTE.origin_invoices, OriginInvoice("F-2", date(2026, 10, 2)))),
    "shipping only": note(lines=NOTE.lines[3:]),
    "second-hand goods": note(lines=UNTAXED, vat_case=VatCase.SECOND_HAND),
    "works of art": note(lines=UNTAXED, vat_case=VatCase.WORKS_OF_ART),
    "collector's items": note(lines=UNTAXED, buyer=COMPANY, vat_case=VatCase.COLLECTORS_ITEMS),
    "services on debits": note(lines=NOTE.lines[3:], buyer=COMPANY, is_on_debits=True),
    "eco-participation": note(
        lines=(*NOTE.lines, line("Éco-participation", "1", "0.12", "20", "L", "eco_participation"))
    ),
    "a deposit": note(document_type=DocumentType.DEPOSIT, buyer=COMPANY),
    "self-billed": note(document_type=DocumentType.SELF_BILLED, buyer=COMPANY),
    "a global rebate": note(
        document_type=DocumentType.GLOBAL_REBATE,
        contract="CT-2026-01",
        buyer=COMPANY,
        origin_invoices=(*NOTE.origin_invoices, OriginInvoice("F-2", date(2026, 10, 2))),
    ),
    "a counter-document": note(
        document_type=DocumentType.INVOICE, buyer=COMPANY, undoes=OriginInvoice("AV-2026-000001", date(2026, 10, 3))
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_every_case_passes_every_check(case):
    found = CASES[case]
    xml = electronic_credit_note(found)
    assert faults(xml) == []
    assert schematron_faults(xml, is_company=found.buyer.is_company) == []


def test_the_contribution_to_recycling_is_said_apart():
    xml = electronic_credit_note(CASES["eco-participation"]).decode()
    assert "<ram:SubjectCode>BLU</ram:SubjectCode>" in xml
    assert "Éco-participation : 0,12" in xml


def test_the_invoice_it_corrects_is_named_with_its_date():
    xml = electronic_credit_note(NOTE).decode()
    assert "<ram:TypeCode>381</ram:TypeCode>" in xml
    assert "<ram:IssuerAssignedID>FA-2026-004512</ram:IssuerAssignedID>" in xml
    assert '<qdt:DateTimeString format="102">20261001</qdt:DateTimeString>' in xml
    assert "-159.20" not in xml


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        (note(origin_invoices=(OriginInvoice("F-2", None),)), "BT-26: F-2"),
        (note(origin_invoices=()), "BT-25"),
        (note(number="AV 12"), "BT-1: AV 12"),
        (note(lines=(replace(NOTE.lines[0], gross=NOTE.lines[0].gross + 1),)), "BT-112: 90.00"),
        (note(lines=(replace(NOTE.lines[0], unit_price_net=NOTE.lines[0].net * 0),)), "BT-146: 0.0000"),
        (note(currency="EUROS"), "XSD"),
    ],
)
def test_a_fault_is_named(broken, fault):
    try:
        found = faults(electronic_credit_note(broken))
    except ValueError:
        found = ["XSD"]
    assert any(said.startswith(fault) for said in found)


def test_the_schematrons_see_what_the_xsd_does_not():
    xml = electronic_credit_note(NOTE).replace(b"<ram:GrandTotalAmount>159.20", b"<ram:GrandTotalAmount>159.21")
    assert any("BR-CO-15" in fault for fault in schematron_faults(xml, is_company=False))
    company = electronic_credit_note(note(buyer=COMPANY, number="AV 12"))
    assert any("BR-FR-02" in fault for fault in schematron_faults(company, is_company=True))


def test_what_forbids_issuing_is_said_and_a_proof_of_refund_is_held_to_none():
    found = list(document_faults([NOTE, note(buyer=COMPANY, number="AV 12"), note(origin_invoices=(), number="AV 12")]))
    assert found == [(), ("BT-1: AV 12",), ()]
