-- One row per credit note of the shop's own: its head as its latest row says, its totals and origins as its lines say.
insert into core.credit_notes
with heads as (
    select used.*
    from used
    qualify row_number() over (
        partition by credit_note_number order by latest_at desc, source_file desc, source_row
    ) = 1
),
totals as (
    select
        credit_note_number, min(order_id) as order_id, sum(net) as net, sum(vat) as vat, sum(gross) as gross,
        bool_or(line_type = 'product') as has_goods, min(reason_code) as reason_code,
        list_sort(list(distinct {'number': origin_invoice_number, 'issued_on': origin_invoice_date})
            filter (where origin_invoice_number is not null)) as origin_invoices
    from core.credit_note_lines
    group by credit_note_number
),
said as (
    select
        credit_note_number, min(nature) as nature, min(provider_refund_id) as provider_refund_id
    from used
    group by credit_note_number
)
select
    heads.credit_note_number, 'shop', regexp_replace(heads.credit_note_number, '\d+$', ''), heads.issued_at,
    heads.happened_on, totals.order_id, coalesce(totals.origin_invoices, []),
    coalesce(
        said.nature,
        case
            when totals.reason_code = 'not_delivered' then 'non_delivery'
            when not totals.has_goods then 'price_reduction'
            else 'return'
        end
    ),
    heads.settlement, totals.reason_code, heads.currency, cast(totals.net as decimal(18, 2)),
    cast(totals.vat as decimal(18, 2)), cast(totals.gross as decimal(18, 2)), said.provider_refund_id, 'issued',
    heads.source_file, heads.source_row
from heads
inner join totals using (credit_note_number)
inner join said using (credit_note_number);
