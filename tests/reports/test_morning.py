"""The letter of the morning: what to do, what changed, what was refused; hostile text stays text."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from pipelines.domain.morning import Debt, Differing, DraftLine, DraftNote, Morning, OpenBreak, RefusedRow
from reports.morning import morning_page, morning_text

BREAK = OpenBreak(
    "b1", "refund_under", "AV-1", Decimal("5.00"), "EUR", "avoir 20,00 €", "remboursé 15,00 €", "Rembourser", 3
)
EMPTY = Morning(
    "Brume & Varech",
    "fr",
    date(2026, 10, 31),
    ("2026-10",),
    (("rows_read", "12"),),
    (),
    (),
    (),
    frozenset(),
    0,
    (),
    0,
    (),
)
FULL = Morning(
    "Brume <b>", "fr", date(2026, 10, 31), ("2026-10",), (("rows_read", "12"),),
    (Debt("BV-1", "AV-1", Decimal("5.00"), "EUR", date(2026, 10, 20), 11, Decimal("0.50"), "stripe", "pi_1"),),
    (DraftNote("BV-2", Decimal("12.00"), "EUR", "<script>x</script>", (DraftLine("Robe", Decimal(1), Decimal("12.00"), Decimal("20.00")),)),),
    (BREAK,), frozenset({"b1"}), 2, (RefusedRow("avoirs.csv", 3, "quantity", "« x » n'est pas un nombre.", "Corrigez."),), 1,
    (Differing("2026-10", 3, "Avoirs", Decimal("1.00"), "écart"),), True,
)  # fmt: skip


def test_a_quiet_morning_says_so():
    assert "Rien à faire" in morning_page(EMPTY).decode()
    assert "Rien n'a changé" in morning_page(EMPTY).decode().replace("&#39;", "'")


def test_what_is_owed_has_its_amount_its_day_and_its_link():
    page = morning_page(FULL).decode()
    assert "https://dashboard.stripe.com/payments/pi_1" in page
    assert "20/10/2026" in page
    assert "11 jours de retard" in page


def test_a_credit_note_to_establish_is_told_line_by_line():
    assert "1 × Robe : 12,00\u00a0€ TTC, TVA 20\u00a0%" in morning_page(FULL).decode()
    assert "1 × Robe: €12.00 incl. VAT, VAT 20%" in morning_page(replace(FULL, language="en")).decode()


@pytest.mark.parametrize(
    ("language", "gone", "said"),
    [
        ("fr", 0, "1 nouveau, 0 résolu depuis"),
        ("fr", 2, "1 nouveau, 2 résolus depuis"),
        ("en", 2, "Since the last letter: 1 new, 2 solved since"),
    ],
)
def test_counts_agree_with_their_words(language, gone, said):
    assert said in morning_text(replace(FULL, language=language, gone=gone))


def test_several_breaks_are_new_in_the_plural():
    breaks = tuple(replace(BREAK, break_id=name) for name in ("b1", "b2"))
    record = replace(FULL, breaks=breaks, changes=frozenset({"b1", "b2"}))
    assert "2 nouveaux" in morning_text(record)
    assert "2 nouveaux" in morning_page(record).decode()


def test_hostile_text_stays_text():
    assert "<script>" not in morning_page(FULL).decode()
    assert "Brume &lt;b&gt;" in morning_page(FULL).decode()


def test_the_text_tells_what_changed_and_how_much_there_is_to_do():
    text = morning_text(FULL)
    assert "Remboursé trop peu, AV-1" in text
    assert "Lignes refusées : 1" in text
    assert "reconstruit" in text
