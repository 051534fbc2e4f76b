"""What a bank says an account holds at the end of one file is held to the next: the lines between must lead there."""

from datetime import date

import pytest

from pipelines.steps.normalise import normalise

SEPTEMBER = (("20260902", "100,00"), ("20260930", "-20,00"))
OCTOBER = (("20261005", "50,00"), ("20261031", "-5,00"))
NOVEMBER = (("20261103", "7,00"),)
THREE = {
    "09": (SEPTEMBER, "1080,00", "20260930"),
    "10": (OCTOBER, "1125,00", "20261031"),
    "11": (NOVEMBER, "1132,00", "20261130"),
}


def ofx(lines, balance, day, account="4321"):
    moves = "".join(
        f"<STMTTRN><TRNTYPE>OTHER<DTPOSTED>{posted}<TRNAMT>{amount}<FITID>{posted}{amount}<NAME>VIR</STMTTRN>"
        for posted, amount in lines
    )
    return (
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\nCHARSET:1252\nCOMPRESSION:NONE\n"
        "OLDFILEUID:NONE\nNEWFILEUID:NONE\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS>"
        f"<CURDEF>EUR<BANKACCTFROM><BANKID>1<ACCTID>{account}<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><DTSTART>{day}"
        f"<DTEND>{day}{moves}</BANKTRANLIST><LEDGERBAL><BALAMT>{balance}<DTASOF>{day}</LEDGERBAL></STMTRS></STMTTRNRS>"
        "</BANKMSGSRSV1></OFX>"
    )


def gaps(inbox, files, as_of=date(2026, 12, 31)):
    """The holes told once these files are read, whatever their order."""
    for name, content in files.items():
        inbox.drop(f"{name}.ofx", content)
    inbox.read()
    assert (inbox.refused(), inbox.rejected()) == ([], [])
    normalise(inbox.warehouse, inbox.shop, as_of)
    inbox.warehouse.run("proof/statement_gaps", as_of=as_of)
    inbox.warehouse.run("breaks/coverage_hole", as_of=as_of, language="fr")
    return inbox.query(
        "select account, first_day, last_day, stated_move, read_move from core.statement_gaps order by all"
    )


def test_statements_that_follow_one_another_leave_no_hole(inbox):
    assert gaps(inbox, {month: ofx(*said) for month, said in THREE.items()}) == []


def test_a_statement_that_is_missing_is_a_hole_over_its_days_in_words(inbox):
    found = gaps(inbox, {month: ofx(*said) for month, said in THREE.items() if month != "10"})
    assert [(*row[:3], str(row[3]), str(row[4])) for row in found] == [
        ("14321", date(2026, 10, 1), date(2026, 11, 30), "52.00", "7.00")
    ]
    ((said,),) = inbox.query("select said from core.coverage_holes where source = 'bank'")
    assert said.replace("\xa0", " ") == (
        "relevé bancaire 14321 : du 01/10/2026 au 30/11/2026 le solde écrit bouge de 52,00 €, les lignes lues de 7,00 €"
    )
    assert inbox.query("select kind from core.break_findings") == [("coverage_hole",)]


def test_a_line_missing_from_a_statement_is_a_hole(inbox):
    cut = ofx(OCTOBER[:1], *THREE["10"][1:])
    assert len(gaps(inbox, {"09": ofx(*THREE["09"]), "10": cut, "11": ofx(*THREE["11"])})) == 1


@pytest.mark.parametrize(
    "first",
    [
        (SEPTEMBER[:1], "1100,00", "20260930"),
        ((*SEPTEMBER, ("20261002", "3,00")), "1083,00", "20260930"),
    ],
    ids=["drawn in the middle of its day", "drawn with lines of a later day"],
)
def test_a_balance_is_drawn_at_any_hour(inbox, first):
    more = (("20261002", "3,00"),) if len(first[0]) > 2 else ()
    last = "1128,00" if more else "1125,00"
    files = {"09": ofx(*first), "10": ofx((*SEPTEMBER[1:], *more, *OCTOBER), last, "20261031")}
    assert gaps(inbox, files) == []


def test_two_accounts_under_one_name_are_held_to_nothing(inbox):
    files = {
        f"{month}-{rank}": ofx((), f"{rank}{month}00,00", f"2026{month}{rank:02}") for month in THREE for rank in (1, 2)
    }
    assert gaps(inbox, files) == []


def test_a_statement_of_a_day_to_come_waits(inbox):
    files = {month: ofx(*said) for month, said in THREE.items() if month != "10"}
    assert gaps(inbox, files, as_of=date(2026, 10, 20)) == []


@pytest.mark.parametrize(
    ("head", "columns", "line"),
    [
        (
            "Compte de chèques;****{};31/10/2026;;1 098,74",
            "Date operation;Libelle court;Libelle operation;Montant operation en euro",
            "VIR;VIR",
        ),
        (
            '="012340001234{}";31/10/2026;2;31/10/2026;1 098,74 EUR',
            "Date de l'opération;Libellé;Détail de l'écriture;Montant de l'opération;Devise",
            "VIR;VIR",
        ),
        ("Compte de Dépôt n° {};\nSolde au 31/10/2026 1 098,74", "Date;Libellé;Débit Euros;Crédit Euros;", "VIR;"),
        ("Numéro Compte :;{}\nDate :;31/10/2026\nSolde (EUROS) :;1098,74\n", "Date;Libellé;Montant(EUROS)", "VIR"),
    ],
    ids=["bnp", "societe_generale", "credit_agricole", "banque_postale"],
)
def test_what_stands_above_says_whose_lines_they_are_and_what_the_account_holds(inbox, head, columns, line):
    for account in ("1234", "5678"):
        more = ";EUR" if columns.endswith("Devise") else ";" if columns.endswith(";") else ""
        inbox.drop(f"{account}.csv", f"{head.format(account)}\n\n{columns}\n12/10/2026;{line};98,74{more}\n")
    inbox.read()
    assert (inbox.refused(), inbox.rejected()) == ([], [])
    assert inbox.query("select count(distinct account), count(distinct line_id) from raw.bank") == [(2, 1)]
    totals = "select distinct control_totals ->> '$[0].stated', control_totals ->> '$[0].as_of' from raw.files"
    assert inbox.query(totals) == [("1098.74", "2026-10-31")]
