"""Which refund settles which credit note: every meaning of design.md, drawn small."""

from tests.reconciled import check, reconciled, run
from tests.tables import fill, shown

ORDER = " order_id \n 1001 "
TWO = " order_id \n 1001 \n 1002 "
NOTE = " credit_note_number | order_id | gross | issued_on \n AV-1 | 1001 | 20.00 | 2026-10-05 "
PAID = " payment_id | order_id | amount \n pi_1 | 1001 | 100.00 "


def test_a_refund_that_names_its_credit_note_settles_it():
    check(
        credit_notes=NOTE,
        refunds=" refund_id | credit_note_number | gross | created_on \n re_1 | AV-1 | 20.00 | 2026-10-06 ",
        gives=" note | refund | amount | status \n AV-1 | re_1 | 20.00 | confirmed ",
        ends="AV-1 settled, re_1 matched",
    )


def test_a_credit_note_that_records_the_refund_is_settled_by_it():
    check(
        credit_notes=" credit_note_number | order_id | gross | provider_refund_id \n AV-1 | 1001 | 20.00 | re_1 ",
        refunds=" refund_id | gross \n re_1 | 20.00 ",
        gives=" note | refund | amount | status \n AV-1 | re_1 | 20.00 | confirmed ",
        ends="AV-1 settled, re_1 matched",
    )


def test_a_credit_note_number_is_found_as_a_whole_word_of_the_text():
    check(
        credit_notes=" credit_note_number | order_id | gross \n AV-2026-0001 | 1001 | 20.00 \n AV-2026-00012 | 1002 | 20.00 ",
        refunds=" refund_id | description | gross \n re_1 | Remboursement av-2026-1, merci | 20.00 \n re_2 | X-AV-2026-0012 | 20.00 ",
        gives=" note | refund | amount | status \n AV-2026-0001 | re_1 | 20.00 | confirmed \n AV-2026-00012 | re_2 | 20.00 | proposed ",
        breaks=" kind | key \n credit_note_without_refund | AV-2026-00012 \n refund_without_credit_note | re_2 ",
    )


def test_a_payment_leads_to_its_order_and_its_credit_note():
    check(
        credit_notes=NOTE,
        payments=PAID,
        refunds=" refund_id | payment_id | gross | created_on \n re_1 | pi_1 | 20.00 | 2026-10-06 ",
        gives=" note | refund | amount | status \n AV-1 | re_1 | 20.00 | confirmed ",
    )


def test_an_order_reference_is_read_through_its_case_sign_prefix_and_zeros():
    check(
        orders=" order_id \n WZ-2026-004512 \n 1001 \n 1002 \n 1003 \n 1004 ",
        credit_notes=""" credit_note_number | order_id | gross
                         AV-1 | WZ-2026-004512 | 20.00
                         AV-2 | 1001 | 21.00
                         AV-3 | 1002 | 22.00
                         AV-4 | 1003 | 23.00
                         AV-5 | 1004 | 24.00 """,
        refunds=""" refund_id | order_reference | description | gross
                    re_1 | wz-2026-4512 | | 20.00
                    re_2 | #1001 | | 21.00
                    re_3 | 0001002 | | 22.00
                    re_4 | | Refund for order 1003 | 23.00
                    re_5 | CMD-1004 | | 24.00 """,
        gives=""" note | refund | amount | status
                  AV-1 | re_1 | 20.00 | confirmed
                  AV-2 | re_2 | 21.00 | confirmed
                  AV-3 | re_3 | 22.00 | confirmed
                  AV-4 | re_4 | 23.00 | confirmed
                  AV-5 | re_5 | 24.00 | confirmed """,
    )


def test_an_order_reference_of_letters_only_is_read_as_a_whole_word():
    check(
        orders=" order_id \n XKBKNABJK \n QWMNBVCXZ \n ABCDEFGHI \n JKLMNOPQR \n ENFIN \n AVOIR ",
        credit_notes=""" credit_note_number | order_id | gross
                         AV-1 | XKBKNABJK | 20.00
                         AV-2 | QWMNBVCXZ | 21.00
                         AV-3 | ABCDEFGHI | 22.00
                         AV-4 | JKLMNOPQR | 23.00
                         AV-5 | ENFIN | 24.00 """,
        refunds=""" refund_id | order_reference | description | gross
                    re_1 | xkbknabjk | | 20.00
                    re_2 | #QWMNBVCXZ | | 21.00
                    re_3 | | Commande ABCDEFGHI, retour | 22.00
                    re_4 | CMD-JKLMNOPQR | | 23.00
                    re_5 | | ENFINI XENFIN | 24.50 """,
        gives=""" note | refund | amount | status
                  AV-1 | re_1 | 20.00 | confirmed
                  AV-2 | re_2 | 21.00 | confirmed
                  AV-3 | re_3 | 22.00 | confirmed
                  AV-4 | re_4 | 23.00 | confirmed """,
        breaks=" kind | key \n credit_note_without_refund | AV-5 \n refund_without_credit_note | re_5 ",
    )


def test_two_orders_of_letters_in_one_text_lead_to_neither():
    check(
        orders=" order_id \n XKBKNABJK \n QWMNBVCXZ ",
        credit_notes=" credit_note_number | order_id | gross \n AV-1 | XKBKNABJK | 20.00 \n AV-2 | QWMNBVCXZ | 21.00 ",
        refunds=" refund_id | description | gross \n re_1 | XKBKNABJK ou QWMNBVCXZ | 20.50 ",
        breaks=""" kind | key
                   credit_note_without_refund | AV-1
                   credit_note_without_refund | AV-2
                   refund_without_credit_note | re_1 """,
    )


def test_a_number_inside_another_word_is_no_reference():
    check(
        orders=" order_id \n 1001 ",
        credit_notes=NOTE,
        refunds=""" refund_id | description | gross | created_on
                    re_1 | ticket 21001 | 20.00 | 2026-10-06
                    re_2 | carte **** 1001 | 20.00 | 2026-10-06
                    re_3 | 1001.00 EUR | 20.00 | 2026-10-06 """,
        breaks=""" kind | key
                   credit_note_without_refund | AV-1
                   refund_without_credit_note | re_1
                   refund_without_credit_note | re_2
                   refund_without_credit_note | re_3 """,
        gives="",
    )


def test_a_smaller_refund_is_allocated_and_what_is_left_is_under():
    check(
        credit_notes=NOTE,
        payments=PAID,
        refunds=" refund_id | payment_id | gross | created_on \n re_1 | pi_1 | 18.50 | 2026-10-06 ",
        gives=" note | refund | amount | status \n AV-1 | re_1 | 18.50 | confirmed ",
        breaks=" kind | key \n refund_under | AV-1 ",
        ends="AV-1 part_settled, re_1 matched",
    )


def test_a_larger_refund_is_allocated_and_what_is_left_is_over():
    check(
        credit_notes=NOTE,
        refunds=" refund_id | credit_note_number | gross | created_on \n re_1 | AV-1 | 24.90 | 2026-10-06 ",
        gives=" note | refund | amount | status \n AV-1 | re_1 | 20.00 | confirmed ",
        breaks=" kind | key \n refund_over | AV-1 ",
        ends="AV-1 settled, re_1 part_matched",
    )


def test_cents_are_forgiven_and_booked():
    check(
        credit_notes=NOTE,
        payments=PAID,
        refunds=" refund_id | payment_id | gross | created_on \n re_1 | pi_1 | 19.99 | 2026-10-06 ",
        gives=" note | refund | amount | status \n AV-1 | re_1 | 19.99 | confirmed ",
        ends="AV-1 settled, re_1 matched",
    )


def test_a_declared_component_explains_a_difference():
    check(
        credit_notes=NOTE,
        payments=PAID,
        returns=" return_id | order_id | notified_on | received_on | label_withheld \n RT-1 | 1001 | 2026-10-01 | 2026-10-04 | 4.90 ",
        return_lines=" return_id | order_id | sku | received_on \n RT-1 | 1001 | A | 2026-10-04 ",
        credit_note_lines=" credit_note_number | order_id | sku | gross \n AV-1 | 1001 | A | 20.00 ",
        refunds=" refund_id | payment_id | gross | created_on \n re_1 | pi_1 | 15.10 | 2026-10-06 ",
        gives=" note | refund | amount | status \n AV-1 | re_1 | 15.10 | confirmed ",
        ends="AV-1 settled, re_1 matched",
    )


def test_carriage_repaid_explains_a_refund_above_its_credit_note():
    check(
        credit_notes=NOTE,
        payments=PAID,
        returns=" return_id | order_id | notified_on | received_on | carriage_repaid \n RT-1 | 1001 | 2026-10-01 | 2026-10-04 | 6.90 ",
        return_lines=" return_id | order_id | sku | received_on \n RT-1 | 1001 | A | 2026-10-04 ",
        credit_note_lines=" credit_note_number | order_id | sku | gross \n AV-1 | 1001 | A | 20.00 ",
        refunds=" refund_id | payment_id | gross | created_on \n re_1 | pi_1 | 26.90 | 2026-10-06 ",
        gives=" note | refund | amount | status \n AV-1 | re_1 | 20.00 | confirmed ",
        ends="AV-1 settled, re_1 matched",
    )


def test_what_a_declared_component_does_not_explain_is_still_under():
    check(
        credit_notes=NOTE,
        payments=PAID,
        returns=" return_id | order_id | notified_on | received_on | depreciation \n RT-1 | 1001 | 2026-10-01 | 2026-10-04 | 3.00 ",
        return_lines=" return_id | order_id | sku | received_on \n RT-1 | 1001 | A | 2026-10-04 ",
        credit_note_lines=" credit_note_number | order_id | sku | gross \n AV-1 | 1001 | A | 20.00 ",
        refunds=" refund_id | payment_id | gross | created_on \n re_1 | pi_1 | 15.00 | 2026-10-06 ",
        gives=" note | refund | amount | status \n AV-1 | re_1 | 15.00 | confirmed ",
        breaks=" kind | key \n refund_under | AV-1 ",
        ends="AV-1 part_settled, re_1 matched",
    )


def test_a_second_refund_of_the_same_payment_and_amount_is_a_duplicate():
    check(
        credit_notes=NOTE,
        payments=PAID,
        refunds=""" refund_id | payment_id | gross | created_on
                    re_2 | pi_1 | 20.00 | 2026-10-09
                    re_1 | pi_1 | 20.00 | 2026-10-06 """,
        gives=" note | refund | amount | status \n AV-1 | re_1 | 20.00 | confirmed ",
        breaks=" kind | key \n duplicate_refund | AV-1 ",
        ends="AV-1 settled, re_1 matched, re_2 open",
    )


def test_a_duplicate_that_only_names_its_order_is_one_too():
    check(
        orders=ORDER,
        credit_notes=NOTE,
        refunds=""" refund_id | order_reference | gross | created_on
                    re_1 | 1001 | 20.00 | 2026-10-06
                    re_2 | 1001 | 20.00 | 2026-10-09 """,
        gives=" note | refund | amount | status \n AV-1 | re_1 | 20.00 | confirmed ",
        breaks=" kind | key \n duplicate_refund | AV-1 ",
    )


def test_the_earlier_is_allocated_even_when_the_later_names_the_credit_note():
    check(
        credit_notes=NOTE,
        payments=PAID,
        refunds=""" refund_id | payment_id | credit_note_number | gross | created_on
                    re_1 | pi_1 |      | 20.00 | 2026-10-06
                    re_2 | pi_1 | AV-1 | 20.00 | 2026-10-09 """,
        gives=" note | refund | amount | status \n AV-1 | re_1 | 20.00 | confirmed ",
        breaks=" kind | key \n duplicate_refund | AV-1 ",
        ends="AV-1 settled, re_1 matched, re_2 open",
    )


def test_two_payments_of_one_amount_are_no_duplicate_but_a_tie():
    check(
        orders=ORDER,
        credit_notes=NOTE,
        payments=" payment_id | order_id | amount \n pi_1 | 1001 | 20.00 \n pi_2 | 1001 | 20.00 ",
        refunds=""" refund_id | payment_id | gross | created_on
                    re_1 | pi_1 | 20.00 | 2026-10-06
                    re_2 | pi_2 | 20.00 | 2026-10-09 """,
        gives=" note | refund | amount | status \n AV-1 | re_1 | 20.00 | proposed \n AV-1 | re_2 | 20.00 | proposed ",
        breaks=" kind | key \n ambiguous | AV-1 \n ambiguous | AV-1 ",
    )


def test_interchangeable_items_pair_by_date():
    check(
        payments=PAID,
        credit_notes=""" credit_note_number | order_id | gross | issued_on
                         AV-2 | 1001 | 20.00 | 2026-10-07
                         AV-1 | 1001 | 20.00 | 2026-10-05 """,
        refunds=""" refund_id | payment_id | gross | created_on
                    re_2 | pi_1 | 20.00 | 2026-10-09
                    re_1 | pi_1 | 20.00 | 2026-10-08 """,
        gives=" note | refund | amount | status \n AV-1 | re_1 | 20.00 | confirmed \n AV-2 | re_2 | 20.00 | confirmed ",
    )


def test_fewer_refunds_than_equal_credit_notes_are_proposed_to_all():
    check(
        payments=PAID,
        credit_notes=""" credit_note_number | order_id | gross | issued_on
                         AV-1 | 1001 | 20.00 | 2026-10-05
                         AV-2 | 1001 | 20.00 | 2026-10-07 """,
        refunds=" refund_id | payment_id | gross | created_on \n re_1 | pi_1 | 20.00 | 2026-10-08 ",
        gives=" note | refund | amount | status \n AV-1 | re_1 | 20.00 | proposed \n AV-2 | re_1 | 20.00 | proposed ",
        breaks=" kind | key \n ambiguous | AV-1 \n ambiguous | AV-2 ",
        ends="AV-1 open, AV-2 open, re_1 open",
    )


def test_dates_far_apart_tell_equal_credit_notes_from_each_other():
    check(
        payments=PAID,
        credit_notes=""" credit_note_number | order_id | gross | issued_on
                         AV-1 | 1001 | 20.00 | 2026-03-05
                         AV-2 | 1001 | 20.00 | 2026-10-07 """,
        refunds=" refund_id | payment_id | gross | created_on \n re_1 | pi_1 | 20.00 | 2026-10-08 ",
        gives=" note | refund | amount | status \n AV-2 | re_1 | 20.00 | confirmed ",
        breaks=" kind | key \n credit_note_without_refund | AV-1 ",
    )


def test_one_refund_settles_the_several_credit_notes_it_adds_up_to():
    check(
        payments=PAID,
        credit_notes=""" credit_note_number | order_id | gross
                         AV-1 | 1001 | 20.00
                         AV-2 | 1001 | 7.50
                         AV-3 | 1001 | 40.00 """,
        refunds=" refund_id | payment_id | gross \n re_1 | pi_1 | 27.50 ",
        gives=" note | refund | amount | status \n AV-1 | re_1 | 20.00 | confirmed \n AV-2 | re_1 | 7.50 | confirmed ",
        breaks=" kind | key \n credit_note_without_refund | AV-3 ",
    )


def test_several_refunds_settle_one_credit_note():
    check(
        credit_notes=NOTE,
        payments=PAID,
        refunds=""" refund_id | payment_id | gross | created_on
                    re_1 | pi_1 | 12.00 | 2026-10-06
                    re_2 | pi_1 | 8.00  | 2026-10-09 """,
        gives=" note | refund | amount | status \n AV-1 | re_1 | 12.00 | confirmed \n AV-1 | re_2 | 8.00 | confirmed ",
        ends="AV-1 settled, re_1 matched, re_2 matched",
    )


def test_totals_that_meet_leave_nothing_open():
    check(
        payments=PAID,
        credit_notes=""" credit_note_number | order_id | gross | issued_on
                         AV-1 | 1001 | 20.00 | 2026-10-05
                         AV-2 | 1001 | 30.00 | 2026-10-06 """,
        refunds=""" refund_id | payment_id | gross | created_on
                    re_1 | pi_1 | 25.00 | 2026-10-06
                    re_2 | pi_1 | 25.00 | 2026-10-07 """,
        gives=""" note | refund | amount | status
                  AV-1 | re_1 | 20.00 | confirmed
                  AV-2 | re_1 | 5.00 | confirmed
                  AV-2 | re_2 | 25.00 | confirmed """,
    )


def test_two_groups_of_the_same_total_are_a_tie():
    check(
        payments=PAID,
        credit_notes=""" credit_note_number | order_id | gross
                         AV-1 | 1001 | 10.00
                         AV-2 | 1001 | 20.00
                         AV-3 | 1001 | 25.00
                         AV-4 | 1001 | 5.00 """,
        refunds=" refund_id | payment_id | gross \n re_1 | pi_1 | 30.00 ",
        gives=""" note | refund | amount | status
                  AV-1 | re_1 | 10.00 | proposed
                  AV-2 | re_1 | 20.00 | proposed
                  AV-3 | re_1 | 25.00 | proposed
                  AV-4 | re_1 | 5.00 | proposed """,
        breaks=" kind | key \n ambiguous | AV-1 \n ambiguous | AV-2 \n ambiguous | AV-3 \n ambiguous | AV-4 ",
    )


def test_a_refund_of_another_currency_settles_nothing():
    check(
        payments=PAID,
        credit_notes=NOTE,
        refunds=" refund_id | payment_id | gross | currency \n re_1 | pi_1 | 20.00 | USD ",
        breaks=" kind | key \n currency_differs | AV-1 ",
        ends="AV-1 open, re_1 open",
    )


def test_a_refund_on_top_of_a_store_credit_is_allocated_to_nothing():
    check(
        payments=PAID,
        credit_notes=" credit_note_number | order_id | gross | settlement \n AV-1 | 1001 | 20.00 | store_credit ",
        refunds=" refund_id | payment_id | gross \n re_1 | pi_1 | 20.00 ",
        breaks=" kind | key \n store_credit_and_refund | AV-1 ",
        ends="AV-1 settled, re_1 open",
    )


def test_an_exchange_takes_the_cash_that_was_given_back():
    check(
        payments=PAID,
        credit_notes=" credit_note_number | order_id | gross | settlement \n AV-1 | 1001 | 50.00 | exchange ",
        refunds=" refund_id | payment_id | gross \n re_1 | pi_1 | 20.00 ",
        gives=" note | refund | amount | status \n AV-1 | re_1 | 20.00 | confirmed ",
        ends="AV-1 settled, re_1 matched",
    )


def test_a_pending_refund_is_proposed_only():
    check(
        payments=PAID,
        credit_notes=" credit_note_number | order_id | gross | issued_on \n AV-1 | 1001 | 20.00 | 2026-10-25 ",
        refunds=" refund_id | payment_id | gross | status \n re_1 | pi_1 | 20.00 | pending ",
        gives=" note | refund | amount | status \n AV-1 | re_1 | 20.00 | proposed ",
        ends="AV-1 open, re_1 pending",
    )


def test_failed_and_cancelled_refunds_settle_nothing():
    check(
        payments=PAID,
        credit_notes=NOTE,
        refunds=""" refund_id | payment_id | gross | status
                    re_1 | pi_1 | 20.00 | failed
                    re_2 | pi_1 | 20.00 | canceled """,
        breaks=" kind | key \n credit_note_without_refund | AV-1 \n refund_failed | AV-1 ",
        ends="AV-1 open, re_1 failed, re_2 failed",
    )


def test_a_failure_revokes_what_the_refund_had_settled():
    check(
        payments=PAID,
        credit_notes=NOTE,
        refunds=""" refund_id | type | payment_id | gross | created_on
                    re_1 | refund | pi_1 | 20.00 | 2026-10-06
                    re_1 | refund_failure | pi_1 | 20.00 | 2026-10-15 """,
        gives=" note | refund | amount | status \n AV-1 | re_1 | 20.00 | revoked ",
        breaks=" kind | key \n credit_note_without_refund | AV-1 \n refund_failed | AV-1 ",
        ends="AV-1 open, re_1 reversed",
    )


def test_a_later_refund_settles_what_a_failed_one_left():
    check(
        payments=PAID,
        credit_notes=NOTE,
        refunds=""" refund_id | type | payment_id | gross | created_on
                    re_1 | refund | pi_1 | 20.00 | 2026-10-06
                    re_1 | refund_failure | pi_1 | 20.00 | 2026-10-15
                    re_2 | refund | pi_1 | 20.00 | 2026-10-16 """,
        gives=" note | refund | amount | status \n AV-1 | re_1 | 20.00 | revoked \n AV-1 | re_2 | 20.00 | confirmed ",
        ends="AV-1 settled, re_1 reversed, re_2 matched",
    )


def test_an_e_mail_and_an_amount_only_propose():
    check(
        orders=" order_id | customer_email \n 1001 | anne@example.fr ",
        credit_notes=NOTE,
        refunds=" refund_id | customer_email | gross | created_on \n re_1 | Anne@example.fr | 20.00 | 2026-10-06 ",
        gives=" note | refund | amount | status \n AV-1 | re_1 | 20.00 | proposed ",
        breaks=" kind | key \n credit_note_without_refund | AV-1 \n refund_without_credit_note | re_1 ",
        ends="AV-1 open, re_1 open",
    )


def test_an_e_mail_and_the_total_of_a_day_only_propose():
    notes = """ credit_note_number | order_id | gross | issued_on
                AV-1 | 1001 | 20.00 | 2026-10-05
                AV-2 | 1002 | 15.00 | 2026-10-05
                AV-3 | 1003 | 35.50 | 2026-10-06 """
    check(
        orders=" order_id | customer_email \n 1001 | anne@example.fr \n 1002 | Anne@example.fr \n 1003 | anne@example.fr ",
        credit_notes=notes,
        refunds=" refund_id | customer_email | gross | created_on \n re_1 | anne@example.fr | 35.00 | 2026-10-06 ",
        gives=" note | refund | amount | status \n AV-1 | re_1 | 20.00 | proposed \n AV-2 | re_1 | 15.00 | proposed ",
        breaks=""" kind | key
                   credit_note_without_refund | AV-1
                   credit_note_without_refund | AV-2
                   credit_note_without_refund | AV-3
                   refund_without_credit_note | re_1 """,
        ends="AV-1 open, AV-2 open, re_1 open",
    )


def test_a_total_that_two_refunds_claim_is_proposed_to_neither():
    check(
        orders=" order_id | customer_email \n 1001 | anne@example.fr \n 1002 | anne@example.fr ",
        credit_notes=" credit_note_number | order_id | gross | issued_on \n AV-1 | 1001 | 20.00 | 2026-10-20 \n AV-2 | 1002 | 15.00 | 2026-10-20 ",
        refunds=""" refund_id | customer_email | gross | created_on
                    re_1 | anne@example.fr | 35.00 | 2026-10-28
                    re_2 | anne@example.fr | 35.00 | 2026-10-29 """,
    )


def test_a_dispute_after_a_refund_pays_the_customer_twice():
    check(
        payments=PAID,
        credit_notes=NOTE,
        refunds=""" refund_id | type | payment_id | gross | created_on
                    re_1 | refund  | pi_1 | 20.00 | 2026-10-06
                    dp_1 | dispute | pi_1 | 20.00 | 2026-10-15 """,
        gives=" note | refund | amount | status \n AV-1 | re_1 | 20.00 | confirmed ",
        breaks=" kind | key \n chargeback_after_refund | AV-1 ",
        ends="AV-1 settled, re_1 matched",
    )


def test_a_dispute_won_breaks_nothing():
    check(
        payments=PAID,
        credit_notes=NOTE,
        refunds=""" refund_id | type | payment_id | gross | created_on
                    re_1 | refund  | pi_1 | 20.00 | 2026-10-06
                    dp_1 | dispute | pi_1 | 20.00 | 2026-10-15
                    dp_1 | dispute_reversal | pi_1 | 20.00 | 2026-10-25 """,
        gives=" note | refund | amount | status \n AV-1 | re_1 | 20.00 | confirmed ",
    )


def test_more_refunded_than_captured_is_said_whatever_the_references():
    check(
        orders=ORDER,
        credit_notes=" credit_note_number | order_id | gross \n AV-1 | 1001 | 40.00 ",
        payments=" payment_id | order_id | amount \n pi_1 | 1001 | 30.00 ",
        refunds=" refund_id | order_reference | gross \n re_1 | 1001 | 40.00 ",
        gives=" note | refund | amount | status \n AV-1 | re_1 | 40.00 | confirmed ",
        breaks=" kind | key \n refund_exceeds_capture | re_1 ",
    )


def test_a_refund_by_another_means_is_said():
    check(
        orders=ORDER,
        credit_notes=NOTE,
        payments=PAID,
        refunds=" provider | refund_id | order_reference | gross \n paypal | PP1 | 1001 | 20.00 ",
        gives=" note | refund | amount | status \n AV-1 | PP1 | 20.00 | confirmed ",
        breaks=" kind | key \n refund_means_differs | AV-1 ",
    )


def test_a_transfer_that_names_its_credit_note_is_a_refund():
    check(
        credit_notes=NOTE,
        orders=ORDER,
        bank_lines=""" line_id | amount | booked_on | label
                       L1 | -20.00 | 2026-10-07 | VIR SEPA REMBOURSEMENT AV-1
                       L2 | -640.00 | 2026-10-07 | PRLV BAIL 1001 """,
        gives=" note | refund | amount | status \n AV-1 | L1 | 20.00 | confirmed ",
        ends="AV-1 settled, L1 matched",
    )


def test_a_transfer_that_says_its_order_is_a_refund_of_another_amount_too():
    check(
        credit_notes=""" credit_note_number | order_id | gross
                         AV-1 | 1001 | 20.00
                         AV-2 | 1002 | 21.00
                         AV-3 | XKBKNABJK | 22.00 """,
        orders=TWO + "\n XKBKNABJK ",
        bank_lines=""" line_id | amount | booked_on | label
                       L1 | -19.00 | 2026-10-07 | VIR SEPA REMB COMMANDE 1001
                       L2 | -20.00 | 2026-10-07 | VIR SEPA COMMANDE N° 1002 UNTEL
                       L3 | -18.00 | 2026-10-07 | VIR SEPA REMB XKBKNABJK
                       L4 | -640.00 | 2026-10-07 | PRLV BAIL 1001 """,
        gives=""" note | refund | amount | status
                  AV-1 | L1 | 19.00 | confirmed
                  AV-2 | L2 | 20.00 | confirmed
                  AV-3 | L3 | 18.00 | confirmed """,
        breaks=" kind | key \n refund_under | AV-1 \n refund_under | AV-2 \n refund_under | AV-3 ",
        ends="AV-1 part_settled, L1 matched",
    )


def test_a_refund_of_two_orders_of_one_customer_settles_both():
    check(
        orders=" order_id | customer_email \n 1001 | a@b.fr \n 1002 | a@b.fr ",
        payments=PAID,
        credit_notes=""" credit_note_number | order_id | gross | issued_on
                         AV-1 | 1001 | 20.00 | 2026-10-05
                         AV-2 | 1002 | 30.00 | 2026-10-05 """,
        refunds=" refund_id | payment_id | gross | created_on \n re_1 | pi_1 | 50.00 | 2026-10-06 ",
        gives=" note | refund | amount | status \n AV-1 | re_1 | 20.00 | confirmed \n AV-2 | re_1 | 30.00 | confirmed ",
    )


def test_money_that_comes_after_a_write_off_waits_for_a_person():
    check(
        orders=TWO,
        payments=PAID + "\n pi_2 | 1002 | 100.00 ",
        credit_notes=NOTE + "\n AV-2 | 1002 | 35.00 | 2026-10-05 ",
        decisions=""" sequence | amount | kind | credit_note_number | action
                      1 | 20.00 | credit_note_without_refund | AV-1 | write_off
                      2 | 2.00 | refund_under | AV-2 | write_off """,
        refunds=""" refund_id | payment_id | gross | created_on
                    re_1 | pi_1 | 20.00 | 2026-10-25
                    re_2 | pi_2 | 33.00 | 2026-10-06
                    re_3 | pi_2 | 2.00 | 2026-10-26 """,
        gives=" note | refund | amount | status \n AV-2 | re_2 | 33.00 | confirmed ",
        ends="AV-1 written_off, AV-2 written_off, re_1 open, re_2 matched, re_3 open",
        breaks=""" kind | key
                   credit_note_without_refund | AV-1
                   refund_under | AV-2
                   refund_without_credit_note | re_1
                   refund_without_credit_note | re_3 """,
    )


def test_nothing_is_due_before_its_day():
    check(
        credit_notes=" credit_note_number | order_id | gross | issued_on \n AV-1 | 1001 | 20.00 | 2026-10-17 \n AV-2 | 1002 | 21.00 | 2026-10-16 ",
        refunds=" refund_id | gross | created_on \n re_1 | 5.00 | 2026-10-28 \n re_2 | 6.00 | 2026-10-27 ",
        breaks=" kind | key \n credit_note_without_refund | AV-2 \n refund_without_credit_note | re_2 ",
    )


def test_a_leg_that_no_source_feeds_breaks_nothing():
    check(credit_notes=NOTE, ends="AV-1 open")


def test_a_late_refund_owes_the_legal_increase():
    check(
        credit_notes=" credit_note_number | order_id | gross | issued_on \n AV-1 | 1001 | 20.00 | 2026-09-10 ",
        payments=PAID,
        returns=" return_id | order_id | notified_on | received_on | legal_basis \n RT-1 | 1001 | 2026-09-01 | 2026-09-08 | withdrawal ",
        return_lines=" return_id | order_id | sku | received_on \n RT-1 | 1001 | A | 2026-09-08 ",
        credit_note_lines=" credit_note_number | order_id | sku | gross \n AV-1 | 1001 | A | 20.00 ",
        refunds=" refund_id | payment_id | gross | created_on \n re_1 | pi_1 | 20.00 | 2026-10-06 ",
        gives=" note | refund | amount | status \n AV-1 | re_1 | 20.00 | confirmed ",
        breaks=" kind | key \n refund_late | AV-1 ",
    )


def test_goods_and_documents_are_held_against_each_other():
    check(
        orders=TWO + "\n 1003 ",
        order_lines=" order_id | line_id | sku | quantity | gross \n 1001 | 1 | A | 2 | 40.00 \n 1002 | 1 | B | 1 | 15.00 ",
        returns=""" return_id | order_id | notified_on | received_on
                    RT-1 | 1001 | 2026-10-01 | 2026-10-04
                    RT-2 | 1002 | 2026-10-01 | 2026-10-04 """,
        return_lines=" return_id | order_id | sku | received_on \n RT-1 | 1001 | A | 2026-10-04 \n RT-2 | 1002 | B | 2026-10-04 ",
        credit_notes=""" credit_note_number | order_id | gross
                         AV-1 | 1001 | 40.00
                         AV-3 | 1003 | 9.00 """,
        credit_note_lines=""" credit_note_number | order_id | sku | quantity | gross
                              AV-1 | 1001 | A | 2 | 40.00
                              AV-3 | 1003 | C | 1 | 9.00 """,
        breaks=""" kind | key
                   credit_exceeds_return | AV-1
                   credit_note_without_return | AV-3
                   return_without_credit_note | 1002 """,
    )


def test_with_nothing_new_nothing_is_matched_again():
    tables = {
        "credit_notes": NOTE,
        "payments": PAID,
        "refunds": " refund_id | payment_id | gross \n re_1 | pi_1 | 20.00 ",
    }
    with reconciled(**tables) as warehouse:
        warehouse.connection.execute("update core.allocations set rule = 'untouched'")
        run(warehouse)
        assert shown(warehouse, "allocations", "rule") == [("untouched",)]
        fill(warehouse, refunds=" refund_id | payment_id | gross \n re_2 | pi_1 | 5.00 ")
        run(warehouse)
        assert shown(warehouse, "allocations", "rule") == [("order_amount",)]


ONE_HASH = """
    with ids as (
        select 'ch_3Nab' || chr(cast(48 + eighth as integer)) || 'cdefghi' || chr(cast(48 + sixteenth as integer)) || 'jkl' as id
        from range(75) as eighths(eighth), range(75) as sixteenths(sixteenth))
    select min(id), max(id) from ids group by hash(id) having count(*) > 1 order by 1 limit 1
"""


def test_an_id_that_shares_the_hash_of_another_is_something_new():
    with reconciled(credit_notes=NOTE) as warehouse:
        first, second = warehouse.connection.execute(ONE_HASH).fetchall()[0]
        fill(
            warehouse,
            payments=f" payment_id | order_id | amount \n {first} | 1002 | 100.00 ",
            refunds=f" refund_id | payment_id | gross \n re_1 | {second} | 20.00 ",
        )
        run(warehouse)
        assert shown(warehouse, "refund_orders", "order_id") == []
        warehouse.connection.execute("update core.refunds set payment_id = ?", [first])
        run(warehouse)
        assert shown(warehouse, "refund_orders", "order_id") == [("1002",)]
