"""Invents a shop of N refund stories straight into a warehouse, with what is true of each: pairs, and the break it must raise."""

from pipelines.warehouse import Warehouse

STORIES = """
create or replace temporary table stories as
with drawn as (
    select number, hash(number * 7919 + $seed) % 1000 as draw, hash(number * 104729 + $seed) % 100 as means,
        ((hash(number * 15485863 + $seed) % 20000) + 500)::bigint as cents, (hash(number * 32452843 + $seed) % 27)::integer as day
    from range(1, $orders + 1) as numbers(number)
)
select
    number, 'WZ-' || lpad(number::varchar, 9, '0') as order_id, 'pi_' || number as payment_id, draw, day,
    (cents * 0.01)::decimal(18, 2) as amount,
    case
        when draw < 700 then 'simple' when draw < 740 then 'twins' when draw < 780 then 'split' when draw < 820 then 'grouped'
        when draw < 840 then 'crossed' when draw < 855 then 'cents' when draw < 870 then 'under' when draw < 885 then 'over'
        when draw < 900 then 'duplicate' when draw < 915 then 'unpaid' when draw < 930 then 'undocumented' when draw < 940 then 'tie'
        when draw < 950 then 'failed' when draw < 960 then 'retried' when draw < 970 then 'store_credit' when draw < 980 then 'currency'
        when draw < 985 then 'pending' when draw < 990 then 'stranger' when draw < 995 then 'disputed' else 'other_means'
    end as story,
    case when means < 55 then 'payment' when means < 70 then 'note' when means < 80 then 'recorded' when means < 90 then 'reference' when means < 95 then 'text' else 'short' end as means
from drawn;
"""
NOTES = """
create or replace temporary table planned_notes as
with parts as (
    select number, order_id, story, means, day, amount, unnest(case story
        when 'twins' then [1.00, 1.00] when 'grouped' then [1.00, 0.40] when 'crossed' then [1.00, 1.30] when 'tie' then [1.00, 1.00]
        when 'undocumented' then [] when 'stranger' then [] else [1.00] end) as share,
        generate_subscripts(case story when 'twins' then [1, 2] when 'grouped' then [1, 2] when 'crossed' then [1, 2] when 'tie' then [1, 2]
        when 'undocumented' then [] when 'stranger' then [] else [1] end, 1) as note
    from stories
)
select number, order_id, story, means, note, 'AV-' || lpad((number * 2 + note)::varchar, 10, '0') as credit_note_number,
    round(amount * share, 2)::decimal(18, 2) as gross, date '2026-08-01' + day + (note * 2)::integer as issued_on
from parts;
create or replace temporary table renumbered as
select credit_note_number as old, 'AV-' || lpad((row_number() over (order by issued_on, credit_note_number))::varchar, 9, '0') as new from planned_notes;
update planned_notes set credit_note_number = renumbered.new from renumbered where renumbered.old = planned_notes.credit_note_number;
"""
REFUNDS = """
create or replace temporary table planned_refunds as
with parts as (
    select *, unnest(case story
        when 'twins' then [1.00, 1.00] when 'split' then [0.60, 0.40] when 'grouped' then [1.40] when 'crossed' then [1.15, 1.15]
        when 'duplicate' then [1.00, 1.00] when 'unpaid' then [] when 'retried' then [1.00, 1.00] else [1.00] end) as share,
        generate_subscripts(case story when 'twins' then [1, 2] when 'split' then [1, 2] when 'crossed' then [1, 2]
        when 'duplicate' then [1, 2] when 'unpaid' then [] when 'retried' then [1, 2] else [1] end, 1) as refund
    from stories
),
notes as (
    select number, sum(gross) as gross, min(credit_note_number) as credit_note_number, min(gross) as smallest from planned_notes group by number
)
select parts.number, parts.order_id, parts.payment_id, parts.story, parts.means, refund, 're_' || parts.number || '_' || refund as refund_id, notes.credit_note_number,
    (case
        when story = 'cents' then amount - 0.01 when story = 'under' then amount - 1.50 when story = 'over' then amount + 4.90
        when story in ('split', 'grouped', 'crossed') and refund = 1 and story <> 'grouped' then round(amount * share, 2)
        when story in ('split', 'crossed') then notes.gross - round(amount * parts.share * case when story = 'split' then 1.5 else 1 end, 2)
        when story = 'grouped' then notes.gross
        else amount
    end)::decimal(18, 2) as gross,
    date '2026-08-01' + day + (refund * 3)::integer as created_on
from parts
left join notes using (number);
update planned_refunds set gross = second.gross from (
    select notes.number, sum(notes.gross) - max(firsts.gross) as gross from planned_notes as notes
    inner join planned_refunds as firsts on firsts.number = notes.number and firsts.refund = 1
    where notes.story in ('split', 'crossed') group by notes.number
) as second where second.number = planned_refunds.number and planned_refunds.refund = 2;
"""
LOADED = """
insert into core.orders (order_id, ordered_at, ordered_on, customer_email, country, currency, status, net, vat, gross, source_file, source_row)
select order_id, timestamp '2026-07-01', date '2026-07-01', 'client' || number || '@example.fr', 'FR', 'EUR', 'delivered', 500, 100, 600, '0', number from stories;
insert into core.payments (provider, payment_id, order_id, captured_at, captured_on, amount, currency, source_file, source_row)
select 'stripe', payment_id, order_id, timestamp '2026-07-01', date '2026-07-01', 600, 'EUR', '0', number from stories where story <> 'stranger';
insert into core.credit_notes (credit_note_number, numbered_by, series, issued_at, issued_on, order_id, origin_invoices, nature, settlement, currency, net, vat, gross, provider_refund_id, state, source_file, source_row)
select notes.credit_note_number, 'shop', 'AV', notes.issued_on, notes.issued_on, notes.order_id, [], 'price_reduction', if(notes.story = 'store_credit', 'store_credit', 'refund'),
    'EUR', notes.gross - round(notes.gross * 0.1667, 2), round(notes.gross * 0.1667, 2), notes.gross,
    if(notes.means = 'recorded' and notes.story in ('simple', 'under', 'over', 'cents'), 're_' || notes.number || '_1', null), 'issued', '0', notes.number * 2 + notes.note
from planned_notes as notes;
insert into core.refunds (provider, refund_id, type, status, payment_id, order_reference, credit_note_number, created_at, created_on, gross, currency, description, state, source_file, source_row)
select if(story = 'other_means', 'paypal', 'stripe'), refund_id, 'refund', if(story = 'pending', 'pending', 'succeeded'),
    case when means = 'payment' and story not in ('other_means', 'stranger') then payment_id end,
    case when story = 'stranger' then 'ZZ-' || (number + 5000000000) when story = 'other_means' then order_id when means = 'reference' then order_id when means = 'short' then '#' || number
        when means = 'recorded' and story not in ('simple', 'under', 'over', 'cents') then order_id
        when means = 'note' and story in ('twins', 'grouped', 'crossed', 'tie', 'undocumented', 'duplicate') then order_id end,
    case when means = 'note' and story not in ('twins', 'grouped', 'crossed', 'tie', 'undocumented', 'duplicate', 'other_means', 'stranger') then credit_note_number end,
    created_on + interval 12 hour, created_on, gross, if(story = 'currency', 'USD', 'EUR'),
    case when means = 'text' and story <> 'stranger' then 'Remboursement ' || lower(order_id) || ' merci' end, 'open', '0', number * 3 + refund
from planned_refunds;
insert into core.refunds (provider, refund_id, type, status, created_at, created_on, gross, currency, state, source_file, source_row)
select 'stripe', refund_id, if(story = 'disputed', 'dispute', 'refund_failure'), 'succeeded', created_on + interval 36 hour, created_on + 1, gross, 'EUR', 'open', '1', number
from planned_refunds where story in ('failed', 'retried') and refund = 1;
insert into core.refunds (provider, refund_id, type, status, payment_id, created_at, created_on, gross, currency, state, source_file, source_row)
select 'stripe', 'dp_' || number, 'dispute', 'succeeded', payment_id, created_on + interval 36 hour, created_on + 1, gross, 'EUR', 'open', '1', number
from planned_refunds where story = 'disputed';
"""
TRUTH = """
create or replace temporary table true_pairs as
select notes.credit_note_number, refunds.refund_id, notes.story, refunds.means,
    case notes.story when 'tie' then 'proposed' when 'pending' then 'proposed' when 'failed' then 'revoked' when 'retried' then if(refunds.refund = 1, 'revoked', 'confirmed') else 'confirmed' end as status
from planned_notes as notes
inner join planned_refunds as refunds using (number)
where notes.story not in ('unpaid', 'undocumented', 'store_credit', 'currency', 'stranger') and not (notes.story = 'twins' and notes.note <> refunds.refund)
    and not (notes.story = 'duplicate' and refunds.refund = 2)
    and not (notes.story = 'crossed' and notes.note = 1 and refunds.refund = 2 and notes.gross <= (select max(firsts.gross) from planned_refunds as firsts where firsts.number = notes.number and firsts.refund = 1))
    and not (notes.story = 'crossed' and notes.note = 2 and refunds.refund = 1 and notes.gross >= 0 and false);
create or replace temporary table true_breaks as
select number, order_id, story, case story
    when 'under' then 'refund_under' when 'over' then 'refund_over' when 'duplicate' then 'duplicate_refund' when 'unpaid' then 'credit_note_without_refund'
    when 'undocumented' then 'refund_without_credit_note' when 'tie' then 'ambiguous' when 'failed' then 'refund_failed' when 'store_credit' then 'store_credit_and_refund'
    when 'currency' then 'currency_differs' when 'stranger' then 'unknown_order' when 'disputed' then 'chargeback_after_refund' when 'other_means' then 'refund_means_differs' end as kind
from stories;
"""


def invent(warehouse: Warehouse, orders: int, seed: int = 1) -> None:
    """`orders` stories, about one credit note and one refund each."""
    for text in (STORIES, NOTES, REFUNDS, LOADED, TRUTH):
        for statement in warehouse.connection.extract_statements(text):
            names = {"orders": orders, "seed": seed}
            warehouse.connection.execute(statement, {name: names[name] for name in statement.named_parameters})
