"""Each accounting software gets its own layout: widths, separators, amounts, encodings."""

import pytest

from reports.exports.formats import FORMATS, export, published
from tests.refused import refused
from tests.reports.exports.books import CREDIT_NOTE, line, month


def text(name, books=None):
    files = export(books or month(*CREDIT_NOTE), name)
    return files[0].content.decode("cp1252" if name in ("agiris", "isuite") else "utf-8").split("\r\n")


def test_cegid():
    assert text("cegid") == [
        "20102026;AV;707000;;D;100,00;Avoir AV-2026-000123 / FA-2026-004512;AV-2026-000123",
        "20102026;AV;445710;;D;20,00;Avoir AV-2026-000123 / FA-2026-004512;AV-2026-000123",
        "20102026;AV;411000;WEB;C;120,00;Avoir AV-2026-000123 / FA-2026-004512;AV-2026-000123",
        "",
    ]


def test_quadra_lines_are_231_characters_and_keep_the_end_of_the_piece():
    rows = text("quadra")
    assert rows[0].startswith("C411WEB  Clients WEB")
    assert [len(row) for row in rows[1:-1]] == [231, 231, 231]
    assert rows[3][:43] == "M411WEB  AV000201026 Avoir AV-2026-000123C+"[:43]
    assert rows[3][43:55] == "000000012000"
    assert rows[3][148:158] == "026-000123"


def test_quadra_refuses_two_accounts_that_would_become_one():
    books = month(line("707OSSDE190", "1.00"), line("707OSSDE070", credit="1.00"))
    with refused("books-account-too-long", account="707OSSDE190", width=8):
        export(books, "quadra")
    assert [file.path for file in published(books, ["quadra"])][-1] == "exports/quadra-refus.txt"


def test_ebp():
    assert (
        text("ebp")[2]
        == '3,20102026,AV,411WEB,"Avoir AV-2026-000123 / FA-2026-004512","AV-2026-000123",120.00,C,20102026'
    )


def test_pennylane_and_sage_take_the_fec():
    assert text("pennylane")[0].startswith("JournalCode\t")
    assert export(month(*CREDIT_NOTE), "sage")[0].content.decode("iso8859-15").count("collectée") == 1


def test_coala():
    assert text("coala")[2] == "20/10/2026;AV;411000;000001;AV-2026-000123;0,00;120,00;E;WEB"


def test_ciel():
    row = text("ciel")[2]
    assert row == (
        "1    AV2026102020261020-2026-000123"[:23]
        + "-2026-000123"
        + "411WEB     "
        + "Avoir AV-2026-000123 / FA"
        + "       120,00C"
        + " " * 18
        + f"{'Clients WEB':<34}O2003"
    )


def test_agiris_and_isuite():
    assert text("agiris")[1] == (
        "000001;Avoir AV-2026-000123 / FA-2026-004512;20102026;Avoir AV-2026-000123 / FA-2026-004512;445710;TVA collectée;"
        "AV-2026-000123;20,00;0,00;20,00;D;;AV"
    )
    assert text("isuite")[2] == (
        "1;20/10/2026;2026;10;20;AV-2026-000123;Avoir AV-2026-000123 / FA-2026-004512;411000;WEB;0,00;120,00;120,00;AV"
    )


def test_xero_cuts_its_files_between_entries():
    many = [each._replace(number=f"{number:06d}") for number in range(1, 151) for each in CREDIT_NOTE]
    files = export(month(*many), "xero")
    assert [file.content.count(b"\r\n") - 1 for file in files] == [300, 150]
    assert text("xero")[3] == (
        "AV000001 AV-2026-000123,20/10/2026,Avoir AV-2026-000123 / FA-2026-004512 WEB,411000,Tax Exempt,-120.00"
    )


def test_quickbooks_and_odoo():
    assert text("quickbooks")[3].startswith("AV000001,20/10/2026,411000,,120.00,")
    assert text("odoo")[1:3] == [
        "AV-2026-000123,2026-10-20,AV,707000,,Avoir AV-2026-000123 / FA-2026-004512,100.00,0.00",
        ",,,445710,,Avoir AV-2026-000123 / FA-2026-004512,20.00,0.00",
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_no_text_breaks_a_format(name):
    nasty = '=1+1;"x"\t|,\r\n…é€’œ 你'
    books = month(*(each._replace(wording=nasty, piece=nasty) for each in CREDIT_NOTE))
    clean = export(month(*CREDIT_NOTE), name)[0].content
    assert export(books, name)[0].content.count(b"\n") == clean.count(b"\n")


@pytest.mark.parametrize("name", FORMATS)
def test_a_month_without_entries_has_its_file_or_none(name):
    assert all(file.content is not None for file in export(month(), name))


def test_an_unknown_format_is_refused_by_name():
    with refused("books-unknown-format", value="lotus"):
        export(month(), "lotus")
