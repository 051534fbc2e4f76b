"""What the law and the calendar make of a return: the increase that runs, the checks, the breaks that close."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from pipelines.domain.late import increase, tiers
from pipelines.domain.shop import Shop
from pipelines.domain.shop.policy import LegalBasis, ReturnPolicy
from pipelines.steps.reconcile import write_law
from pipelines.warehouse import open_warehouse
from tests.reconciled import reconciled, run
from tests.tables import shown

RETURNED = {
    "orders": " order_id | delivered_on \n 1001 | 2026-08-30 ",
    "payments": " payment_id | order_id | amount \n pi_1 | 1001 | 104.90 ",
    "order_lines": """ order_id | line_id | line_type | sku | title | gross
                       1001 | 1 | product | A | Culotte menstruelle | 100.00
                       1001 | 2 | shipping | PORT | Livraison | 4.90 """,
    "returns": """ return_id | order_id | notified_on | sent_on | received_on | legal_basis
                   RT-1 | 1001 | 2026-09-01 | 2026-09-05 | 2026-09-08 | withdrawal """,
    "return_lines": " return_id | order_id | sku | received_on \n RT-1 | 1001 | A | 2026-09-08 ",
    "credit_notes": " credit_note_number | order_id | gross | issued_on \n AV-1 | 1001 | 100.00 | 2026-09-10 ",
    "credit_note_lines": " credit_note_number | order_id | sku | gross \n AV-1 | 1001 | A | 100.00 ",
}
ELSEWHERE = " refund_id | payment_id | gross | created_on \n re_9 | pi_9 | 1.00 | 2026-10-30 "


@pytest.fixture(scope="module")
def law():
    with open_warehouse() as warehouse:
        write_law(warehouse, Shop())
        yield warehouse


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.integers(1, 10_000_000),
    st.sampled_from([*LegalBasis]),
    st.integers(1, 900),
    st.dates(date(2024, 1, 1), date(2026, 12, 31)),
)
def test_the_sets_add_what_the_law_adds_in_plain_python(law, cents, basis, days_late, due_on):
    amount = Decimal(cents) / 100
    found = law.connection.execute(
        """select coalesce(max(core.late_increase(cast($amount as decimal(18, 2)), scale.percent, rates.percent, scale.first_day, $days)), 0)
           from core.late_scale as scale
           inner join core.legal_rates as rates on $due between rates.first_on and rates.last_on
           where scale.legal_basis = $basis and $days between scale.first_day and scale.last_day""",
        {"amount": amount, "days": days_late, "due": due_on, "basis": str(basis)},
    ).fetchone()[0]
    assert found == increase(amount, basis, days_late, due_on)


def test_each_scale_has_one_tier_a_day():
    for basis in {tier.legal_basis for tier in tiers()}:
        for days in (1, 10, 11, 14, 15, 20, 21, 30, 31, 60, 61, 90, 119, 120, 389, 390, 4000):
            assert sum(t.legal_basis == basis and t.first_day <= days <= t.last_day for t in tiers()) == 1


@pytest.mark.parametrize(
    ("days_late", "percent"), [(11, 5), (21, 10), (31, 20), (61, 50), (119, 50), (120, 55), (150, 60), (390, 100)]
)
def test_the_withdrawal_scale_of_the_law(days_late, percent):
    assert increase(Decimal(100), LegalBasis.WITHDRAWAL, days_late, date(2026, 1, 1)) == percent


def test_the_increase_runs_on_what_is_still_owed():
    due = date(2026, 9, 15)
    for days, running in ((0, ""), (10, "0.18"), (11, "5.00"), (46, "20.00")):
        with reconciled(due + timedelta(days), refunds=ELSEWHERE, **RETURNED) as warehouse:
            (proof,) = shown(warehouse, "returns_proof", "days_late | increase_due", "credit_note_number = 'AV-1'")
            assert proof == (str(days) if days else "", running)


def test_nobody_is_told_to_refund_what_is_on_its_way_or_was_taken_back_by_the_bank():
    with reconciled(
        orders=" order_id \n 1001 \n 1002 \n 1003 \n 1004 ",
        payments=" payment_id | order_id | amount \n pi_1 | 1001 | 20.00 \n pi_2 | 1002 | 21.00 \n pi_3 | 1003 | 22.00 \n pi_4 | 1004 | 23.00 ",
        credit_notes=""" credit_note_number | order_id | gross | issued_on | settlement
                         AV-1 | 1001 | 20.00 | 2026-10-05 | refund
                         AV-2 | 1002 | 21.00 | 2026-10-05 | chargeback
                         AV-3 | 1003 | 22.00 | 2026-10-05 | refund
                         AV-4 | 1004 | 23.00 | 2026-10-05 | refund """,
        refunds=""" refund_id | payment_id | gross | created_on | type | status
                    re_1 | pi_1 | 20.00 | 2026-10-06 | refund | pending
                    re_4 | pi_4 | 5.00 | 2026-10-06 | refund | pending
                    du_2 | pi_2 | 21.00 | 2026-10-01 | dispute | succeeded """,
    ) as warehouse:
        assert shown(
            warehouse, "breaks", "credit_note_number | found | action", "kind = 'credit_note_without_refund'"
        ) == [
            (
                "AV-1",
                "remboursement re_1 : 20,00\xa0€ en attente chez stripe depuis le 06/10/2026",
                "Attendre le remboursement, ou relancer le prestataire",
            ),
            ("AV-2", "litige du_2, que personne n'a dit le régler", "Rapprocher l'avoir du litige perdu"),
            ("AV-3", "aucun remboursement rapproché", "Rembourser le client"),
            (
                "AV-4",
                "remboursement re_4 : 5,00\xa0€ en attente chez stripe depuis le 06/10/2026",
                "Rembourser le client",
            ),
        ]


def test_what_a_person_settled_stays_a_break_decided_so_that_it_can_be_revoked():
    with reconciled(
        orders=" order_id \n 1001 \n 1002 \n 1003 \n 1004 ",
        payments=" payment_id | order_id | amount \n pi_2 | 1002 | 50.00 \n pi_3 | 1003 | 50.00 \n pi_4 | 1004 | 50.00 ",
        credit_notes=""" credit_note_number | order_id | gross | issued_on
                         AV-1 | 1001 | 20.00 | 2026-10-05
                         AV-2 | 1002 | 21.00 | 2026-10-05
                         AV-3 | 1004 | 23.00 | 2026-10-05 """,
        refunds=""" refund_id | payment_id | gross | created_on
                    re_2 | pi_2 | 19.00 | 2026-10-06
                    re_3 | pi_3 | 22.00 | 2026-10-06
                    re_4 | pi_4 | 24.00 | 2026-10-06 """,
        decisions=""" sequence | amount | kind | credit_note_number | provider | refund_id | action
                      1 | 20.00 | credit_note_without_refund | AV-1 | | | write_off
                      2 | 2.00 | refund_under | AV-2 | stripe | re_2 | write_off
                      3 | | refund_without_credit_note | | stripe | re_3 | ignore
                      4 | | refund_over | AV-3 | stripe | re_4 | ignore """,
    ) as warehouse:
        assert shown(warehouse, "breaks", "kind | amount | status", "kind <> 'coverage_hole'") == [
            ("credit_note_without_refund", "20.00", "decided"),
            ("refund_over", "1.00", "decided"),
            ("refund_under", "2.00", "decided"),
            ("refund_without_credit_note", "22.00", "decided"),
        ]
        assert shown(warehouse, "checks", "rule", "rule = 'R10'") == []


@pytest.mark.parametrize(
    ("refunded", "over", "late"),
    [
        ("100.00", "", "5.00 15 jours de retard, majoration due 5,00 €"),
        ("103.00", "", "2.00 15 jours de retard, majoration due 5,00 €, dont versé 3,00 €"),
        ("104.98", "", ""),
        ("105.00", "", ""),
        ("107.00", "2.00", ""),
    ],
)
def test_what_is_paid_above_the_credit_note_pays_the_increase_first(refunded, over, late):
    due = date(2026, 9, 15)
    refunds = f" refund_id | payment_id | gross | created_on \n re_1 | pi_1 | {refunded} | {due + timedelta(15)} "
    with reconciled(refunds=refunds, **RETURNED) as warehouse:
        found = dict(
            shown(
                warehouse,
                "breaks",
                "kind | amount || ' ' || split_part(found, ' : ', 2)",
                "status = 'open' and amount is not null",
            )
        )
    assert found.get("refund_late", "").replace("\xa0", " ") == late
    assert found.get("refund_over", "").split(" ")[0] == over


def test_what_was_paid_late_and_what_is_still_owed_both_bear_it():
    part = " refund_id | payment_id | gross | created_on \n re_1 | pi_1 | 60.00 | 2026-10-01 "
    with reconciled(date(2026, 10, 31), refunds=part, **RETURNED) as warehouse:
        proofs = shown(warehouse, "returns_proof", "days_late | increase_due", "credit_note_number = 'AV-1'")
        assert proofs == [("46", "11.00")]


def test_goodwill_and_firms_owe_no_increase():
    for basis in ("commercial", "b2b"):
        drawings = {**RETURNED, "returns": RETURNED["returns"].replace("withdrawal", basis)}
        with reconciled(date(2026, 12, 31), refunds=ELSEWHERE, **drawings) as warehouse:
            assert shown(warehouse, "returns_proof", "coalesce(increase_due, 0)", "credit_note_number = 'AV-1'")[0][
                0
            ] in ("0", "0.00")


def test_the_law_s_checks_of_a_return():
    shop = Shop(returns=ReturnPolicy(not_returnable=("culotte",)))
    late = """ return_id | order_id | notified_on | sent_on | received_on | legal_basis | fee_kept | label_withheld | carriage_paid_by | depreciation
               RT-1 | 1001 | 2026-09-28 | 2026-10-20 | 2026-10-22 | withdrawal | 5.00 | 4.00 | merchant | 3.00 """
    with reconciled(date(2026, 12, 1), shop, refunds=ELSEWHERE, **{**RETURNED, "returns": late}) as warehouse:
        found = dict(shown(warehouse, "checks", "rule | finding", "return_id = 'RT-1'"))
    assert sorted(found) == ["R01", "R02", "R03", "R04", "R05", "R06", "R08"]
    assert found["R03"] == "pas encore remboursé, jours de retard : 42"
    assert found["R04"] == "commande rendue en entier, livraison non remboursée"
    assert found["R08"] == "article exclu de la rétractation : Culotte menstruelle"


def test_a_delivery_credited_with_the_goods_is_as_the_law_wants():
    lines = RETURNED["credit_note_lines"].replace("sku | gross", "sku | line_number | line_type | gross")
    lines = lines.replace("A | 100.00", "A | 1 | product | 100.00") + "\n AV-1 | 1001 | PORT | 2 | shipping | 4.90 "
    with reconciled(date(2026, 9, 20), refunds=ELSEWHERE, **{**RETURNED, "credit_note_lines": lines}) as warehouse:
        assert shown(warehouse, "checks", "rule", "return_id = 'RT-1'") == [("R03",)]


def closed(as_of: date, **drawings: str) -> list[tuple[str, ...]]:
    with reconciled(as_of, **drawings) as warehouse:
        return shown(
            warehouse, "breaks", "kind | opened_on | age_days | found", "status = 'closed' and action like 'rien%'"
        )


def test_a_break_that_ends_is_closed_with_what_ended_it():
    note = " credit_note_number | order_id | gross | issued_on \n AV-1 | 1001 | 20.00 | 2026-09-01 "
    paid = {"payments": " payment_id | order_id | amount \n pi_1 | 1001 | 100.00 ", "orders": " order_id \n 1001 "}
    refund = " refund_id | payment_id | gross | created_on \n re_1 | pi_1 | 20.00 | "
    end = date(2026, 10, 31)
    assert closed(end, credit_notes=note, refunds=refund + "2026-09-20", **paid) == [
        ("credit_note_without_refund", "2026-09-16", "4", "remboursé le 20/09/2026 : re_1")
    ]
    assert closed(end, credit_notes=note, refunds=refund + "2026-09-16", **paid) == []
    assert closed(end, credit_notes=note, refunds=refund + "2026-08-20", **paid) == [
        ("refund_without_credit_note", "2026-08-24", "8", "avoir du 01/09/2026 : AV-1")
    ]


def test_a_failed_refund_made_again_is_closed():
    assert closed(
        date(2026, 10, 31),
        orders=" order_id \n 1001 ",
        payments=" payment_id | order_id | amount \n pi_1 | 1001 | 100.00 ",
        credit_notes=" credit_note_number | order_id | gross | issued_on \n AV-1 | 1001 | 20.00 | 2026-10-01 ",
        refunds=""" refund_id | payment_id | gross | created_on | type
                    re_1 | pi_1 | 20.00 | 2026-10-02 | refund
                    re_1 | pi_1 | 20.00 | 2026-10-05 | refund_failure
                    re_2 | pi_1 | 20.00 | 2026-10-08 | refund """,
    ) == [("refund_failed", "2026-10-05", "3", "échoué le 05/10/2026, refait le 08/10/2026 : re_2")]


def test_an_order_never_read_is_said_of_credit_notes_and_returns_too():
    with reconciled(
        orders=" order_id \n 1001 ",
        credit_notes=" credit_note_number | order_id | gross \n AV-1 | 7777 | 20.00 \n AV-2 | AV-2 | 5.00 \n AV-3 | 1001 | 5.00 ",
        returns=" return_id | order_id | notified_on \n RT-1 | 8888 | 2026-10-01 \n RT-2 | 1001 | 2026-10-01 ",
    ) as warehouse:
        assert shown(warehouse, "breaks", "credit_note_number | order_id | found", "kind = 'unknown_order'") == [
            ("", "8888", "retour RT-1 : commande 8888 inconnue"),
            ("AV-1", "7777", "commande 7777 inconnue"),
        ]


AWAITED = {
    **RETURNED,
    "orders": RETURNED["orders"] + "\n 1002 | 2026-09-01 ",
    "payments": RETURNED["payments"] + "\n pi_2 | 1002 | 50.00 ",
    "credit_notes": RETURNED["credit_notes"] + "\n AV-2 | 1002 | 50.00 | 2026-09-20 ",
    "refunds": ELSEWHERE + "\n re_2 | pi_2 | 50.00 | 2026-09-21 ",
}
PROVED = {
    "returns_proof": "proof_id | document | money | goods | days_late | increase_due",
    "breaks": "kind | break_id | status | age_days | found",
    "checks": "check_id | amount",
}


def test_a_day_later_with_nothing_new_proves_what_proving_anew_proves():
    days = [date(2026, 9, 25), date(2026, 10, 2), date(2026, 11, 30)]
    with reconciled(days[0], **AWAITED) as warehouse:
        for day in days:
            run(warehouse, day)
        found = {table: shown(warehouse, table, columns) for table, columns in PROVED.items()}
    with reconciled(days[-1], **AWAITED) as anew:
        assert found == {table: shown(anew, table, columns) for table, columns in PROVED.items()}


def test_a_day_later_with_nothing_new_only_what_is_open_is_looked_at():
    with reconciled(date(2026, 9, 25), **AWAITED) as warehouse:
        warehouse.connection.execute("update core.returns_proof set explanation = 'untouched'")
        run(warehouse, date(2026, 11, 30))
        assert shown(warehouse, "returns_proof", "credit_note_number", "explanation = 'untouched'") == [("AV-2",)]
