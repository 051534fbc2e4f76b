"""Our validator finds each fault of a FEC-format file, one mutation a rule, and nothing in a file of ours."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
import pytest

from pipelines.domain.fec import COLUMNS, fec_faults, is_siren
from reports.exports.fec import fec
from tests.reports.exports.books import CREDIT_NOTE, line, month

YEAR = (date(2026, 1, 1), date(2026, 12, 31))
NAME = "732829320FEC20261031.txt"
LETTERED = [each._replace(lettering="A", lettered_on=date(2026, 10, 21)) for each in CREDIT_NOTE[2:]]
REFUND = (
    line("411000", "120.00", journal="ST", journal_label="Stripe", lettering="A", lettered_on=date(2026, 10, 21)),
    line("517100", credit="120.00", journal="ST", journal_label="Stripe"),
)
BOOKS = month(*CREDIT_NOTE[:2], *LETTERED, *REFUND)


def rules(content, name=NAME):
    return {fault.rule for fault in fec_faults(name, content, YEAR)}


def changed(column, value, row=1):
    rows = [text.split("\t") for text in fec(BOOKS).content.decode().split("\r\n")]
    rows[row][COLUMNS.index(column)] = value
    return "\r\n".join("\t".join(fields) for fields in rows).encode()


def test_a_file_of_ours_holds():
    assert rules(fec(BOOKS).content) == set()
    assert fec(BOOKS).path == f"fec/{NAME}"


@pytest.mark.parametrize(
    ("column", "value", "rule"),
    [
        ("JournalLib", "", "blank"),
        ("EcritureLib", 'un "mot"', "character"),
        ("EcritureLib", "un | mot", "character"),
        ("EcritureDate", "20261320", "date"),
        ("EcritureDate", "20/10/26", "date"),
        ("Debit", "100.00", "amount"),
        ("Debit", "100,000", "amount"),
        ("Debit", "-100,00", "amount"),
        ("Debit", "1 00,00", "amount"),
        ("CompteNum", "7A7000", "account"),
        ("CompAuxNum", "X", "pair"),
        ("DateLet", "20261021", "pair"),
        ("Idevise", "USD", "pair"),
        ("Credit", "100,00", "side"),
        ("Debit", "0,00", "side"),
        ("ValidDate", "20261001", "validated_before"),
        ("EcritureDate", "20251020", "outside_exercise"),
        ("Debit", "100,01", "entry_balance"),
        ("PieceDate", "20261019", "entry_dates"),
        ("EcritureDate", "20261019", "entry_dates"),
        ("EcritureNum", "000003", "sequence"),
        ("ValidDate", "20261130", "order"),
        ("CompteNum", "445710", "labels"),
        ("JournalLib", "Autres", "labels"),
    ],
)
def test_each_rule_finds_its_mutation(column, value, rule):
    assert rule in rules(changed(column, value))


def test_a_lettered_group_that_does_not_balance():
    content = changed("EcritureLet", "B", row=3)
    assert rules(content) == {"lettering_balance"}


@pytest.mark.parametrize(
    ("content", "name", "rule"),
    [
        (fec(BOOKS).content, "FEC.txt", "name"),
        (fec(BOOKS).content, "732829321FEC20261031.txt", "siren"),
        (fec(BOOKS).content.replace(b"Debit", b"Montant", 1), NAME, "header"),
        (fec(BOOKS).content + b"\r\n\r\n", NAME, "fields"),
    ],
)
def test_the_file_itself(content, name, rule):
    assert rule in rules(content, name)


def test_a_code_whose_group_is_not_whole_is_not_printed():
    assert b"\tA\t" not in fec(month(*CREDIT_NOTE[:2], *LETTERED)).content


def test_sirens_have_a_key():
    assert is_siren("732829320")
    assert not is_siren("732829321")
    assert not is_siren("73282932")


@given(st.text(max_size=40), st.decimals(min_value="0.01", max_value="9999999", places=2))
def test_any_text_and_amount_makes_a_file_that_holds(text, amount):
    total = Decimal(amount)
    lines = [
        line("707000", total, wording=f"x{text}", piece=f"p{text}"),
        line("411000", credit=total, wording=f"x{text}", piece=f"p{text}"),
    ]
    assert rules(fec(month(*lines)).content) == set()
