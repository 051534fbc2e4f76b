"""A column of balances is held: a line missing between two others is named with both balances, and nothing else is."""

import pytest

LINES = (
    "12/10/2026;12/10/2026;98,74;VIR STRIPE;1 098,74",
    "13/10/2026;13/10/2026;-20,00;VIR ANNA;1 078,74",
    "13/10/2026;13/10/2026;-3,00;FRAIS;1 075,74",
    "14/10/2026;14/10/2026;24,26;VIR BEN;1 100,00",
    "15/10/2026;15/10/2026;10,00;VIR CLEO;1 110,00",
)


def read(inbox, lines):
    inbox.drop("cic.csv", "\n".join(("Date;Date de valeur;Montant;Libellé;Solde", *lines)))
    inbox.read()
    ((used, totals),) = inbox.query("select rows_used, control_totals ->> '$[0].stated' from raw.files")
    return used, totals, inbox.rejected()


@pytest.mark.parametrize(
    "lines",
    [LINES, LINES[::-1], (LINES[0], LINES[2], LINES[1], *LINES[3:])],
    ids=["oldest first", "newest first", "two lines of one day the other way round"],
)
def test_lines_that_follow_one_another_are_whole(inbox, lines):
    assert read(inbox, lines) == (5, "1110.00", [])


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ((*LINES[:2], *LINES[3:]), (6, "Solde, ligne 4", "1103.00 / 1100.00 EUR", "total-differs")),
        ((*LINES[:2], *LINES[3:])[::-1], (6, "Solde, ligne 3", "1103.00 / 1100.00 EUR", "total-differs")),
    ],
    ids=["oldest first", "newest first"],
)
def test_a_line_missing_between_two_others_is_named(inbox, lines, fault):
    assert read(inbox, lines) == (4, "1100.00", [fault])


def test_a_column_that_says_the_same_on_every_line_is_held_to_nothing(inbox):
    lines = [f"{line.rpartition(';')[0]};1 110,00" for line in LINES]
    assert read(inbox, lines) == (5, None, [])
