-- One row per part of a refund that settles part of a credit note, in the month of either.
select
    credit_note_number, issued_on, provider, refund_id, refunded_on, currency, amount, rule, status, explanation, decided_by
from core.allocations
where (issued_on between $first and $until or refunded_on between $first and $until) and status in ('proposed', 'confirmed')
order by status desc, credit_note_number, refunded_on, provider, refund_id
