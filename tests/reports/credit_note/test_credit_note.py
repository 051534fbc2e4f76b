"""The paper of a credit note says what the law wants, and always in the same bytes."""

from dataclasses import replace
from datetime import date

import pytest

from pipelines.domain.credit_notes import DocumentType, Means, NumberedBy, OriginInvoice, Settling
from pipelines.domain.vat_cases import VatCase
from reports.credit_note import render_credit_note
from reports.credit_note.colors import ink
from reports.credit_note.sentences import cancels, settlement
from tests.reports.notes import NOTE, SHOP, note
from tests.reports.paper import text


def test_the_paper_says_what_the_law_wants():
    paper = text(render_credit_note(NOTE, SHOP))
    for mention in (
        "Avoir",
        "AV-2026-000123",
        "14 octobre 2026",
        "Annule partiellement la facture n° FA-2026-004512 du 1er octobre 2026.",
        "SIREN 123456782",
        "FR32123456782",
        "RCS Lyon 123 456 782",
        "au capital de 20 000 € · 12 rue",
        "Camille Lefèvre",
        "Sera remboursé par carte bancaire (Stripe) au plus tard le 28 octobre 2026.",
        "changement d’avis",
        "159,20 €",
        "120,59 €",
        "sav@maison-aubepine.example",
        "page 1/1",
    ):
        assert mention in paper
    assert "Duplicata" not in paper
    assert "payer" not in paper


def test_the_same_note_gives_the_same_bytes():
    assert render_credit_note(NOTE, SHOP) == render_credit_note(NOTE, SHOP)


def test_a_note_the_shop_numbered_is_a_duplicate():
    assert "Duplicata" in text(render_credit_note(note(numbered_by=NumberedBy.SHOP), SHOP))


def test_without_an_invoice_it_is_a_proof_of_refund():
    paper = text(render_credit_note(note(origin_invoices=()), SHOP))
    assert "Justificatif de remboursement" in paper
    assert "Annule" not in paper


def test_every_origin_invoice_is_named():
    invoices = (OriginInvoice("F-1", date(2026, 10, 1)), OriginInvoice("F-2", date(2026, 10, 2)))
    said = cancels(note(origin_invoices=invoices, cancels_all=True), "fr").replace("\u00a0", " ")
    assert said == "Annule totalement les factures n° F-1 du 1er octobre 2026 et n° F-2 du 2 octobre 2026."


@pytest.mark.parametrize("means", Means)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_settlement_has_its_sentence(means, language):
    assert settlement(Settling(means), language).endswith(".")


@pytest.mark.parametrize(
    ("means", "said"), [(Means.STORE_CREDIT, "Converti en bon d’achat"), (Means.EXCHANGE, "Réglé par l’échange")]
)
def test_store_credit_and_exchange_are_worth_the_same_cents(means, said):
    paper = text(render_credit_note(note(settling=Settling(means)), SHOP))
    assert said in paper
    for amount in ("134,33 €", "24,11 €", "0,76 €", "159,20 €"):
        assert amount in paper


@pytest.mark.parametrize(
    ("case", "mention"),
    [
        (VatCase.FRANCHISE, "art. 293 B du CGI"),
        (VatCase.NET_OF_TAX, "Avoir net de taxe"),
        (VatCase.REVERSE_CHARGE, "Autoliquidation"),
        (VatCase.INTRA_EU, "262 ter I"),
        (VatCase.EXPORT, "262 I du CGI"),
        (VatCase.ONE_STOP_SHOP, "guichet unique"),
        (VatCase.SECOND_HAND, "Régime particulier – Biens d’occasion"),
        (VatCase.WORKS_OF_ART, "Régime particulier – Objets d’art"),
        (VatCase.COLLECTORS_ITEMS, "Régime particulier – Objets de collection"),
    ],
)
def test_every_vat_rule_has_its_mention(case, mention):
    assert mention in text(render_credit_note(note(vat_case=case), SHOP))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"document_type": DocumentType.DEPOSIT}, ["Avoir sur acompte"]),
        ({"document_type": DocumentType.SELF_BILLED}, ["Autofacturation"]),
        (
            {"document_type": DocumentType.GLOBAL_REBATE, "contract": "CT-1"},
            ["factures du 1er octobre 2026 au 1er octobre 2026, contrat CT-1"],
        ),
        (
            {"document_type": DocumentType.INVOICE, "undoes": OriginInvoice("AV-1", date(2026, 10, 9))},
            ["Annule l’avoir n° AV-1 du 9 octobre 2026 (facture n° FA-2026-004512", "Montant rétabli", "rien à payer"],
        ),
    ],
)
def test_the_rarer_documents_say_what_they_are(changes, said):
    paper = text(render_credit_note(note(**changes), SHOP))
    for mention in said:
        assert mention in paper


def test_english_by_setting():
    shop = replace(SHOP, identity=replace(SHOP.identity, language=type(SHOP.identity.language).ENGLISH))
    paper = text(render_credit_note(NOTE, shop))
    assert "Cancels in part invoice FA-2026-004512 of 1 October 2026." in paper
    assert "€159.20" in paper
    told = replace(NOTE, reason="Trop petit", reason_code="too_small", vat_case=VatCase.REVERSE_CHARGE)
    paper = text(render_credit_note(told, shop))
    assert "too small" in paper
    assert "Autoliquidation" in paper


def test_services_taxed_on_debits_say_so():
    carriage = {"lines": NOTE.lines[3:], "is_on_debits": True}
    assert "d’après les débits" in text(render_credit_note(note(**carriage), SHOP))
    assert "d’après les débits" not in text(render_credit_note(note(is_on_debits=True), SHOP))


def test_a_pale_colour_is_darkened_until_it_reads():
    assert ink("#1f3a5f") == "#1f3a5f"
    assert ink("#ffff00") != "#ffff00"
    assert ink("red; }") == "#1f3a5f"
