-- Two rows per valued stock move: perpetual inventory, so that a restock gives back what the sale took out.
insert into core.postings
with moves as (
    select
        move_id, kind, moved_on,
        case kind
            when 'receipt' then reason
            when 'write_off' then coalesce(return_id, split_part(move_id, ':', 2))
            when 'count' then 'INVENTAIRE-' || strftime(moved_on, '%Y%m%d')
            else coalesce(return_id, credit_note_number, order_id, move_id)
        end as piece, sku, credit_note_number,
        cast(round(quantity * unit_cost, 2) as decimal(18, 2)) as worth
    from core.stock_moves
    where unit_cost is not null and moved_on <= $as_of
),

parts as (
    select move_id, $account_stock as account, worth as amount from moves
    union all
    select move_id, $account_stock_change, -worth from moves
)

select
    'stock:' || moves.move_id as entry_id, $other_journal as journal, moves.moved_on as booked_on, parts.account, null as auxiliary,
    moves.piece, moves.moved_on as piece_on,
    case moves.kind
        when 'restock' then 'Remise en stock '
        when 'sale' then 'Sortie de stock '
        when 'write_off' then 'Mise au rebut '
        when 'receipt' then 'Entrée en stock '
        when 'cancellation' then 'Annulé avant expédition, '
        when 'count' then 'Inventaire '
        else 'Mouvement de stock '
    end || moves.sku as wording,
    parts.amount, null as currency, null as currency_amount, moves.credit_note_number, null as provider, null as refund_id,
    null as item
from moves
inner join parts on parts.move_id = moves.move_id
