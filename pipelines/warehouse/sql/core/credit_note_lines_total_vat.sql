-- One row per credit note line priced with tax, for shops that round VAT on the total: each rate's VAT shared to the cent.
update core.credit_note_lines as lines
set vat = shares.vat, net = lines.gross - shares.vat
from (
    with parts as (
        select
            credit_note_number, line_number, vat_rate, cents(gross) * cents(vat_rate) as weight, 10000 + cents(vat_rate) as whole
        from core.credit_note_lines
        where unit_price_gross is not null
    ),
    shared as (
        select
            parts.*, floor_share(weight, whole) as share, weight - floor_share(weight, whole) * whole as remainder,
            half_up_share(sum(weight) over same_rate, whole) as total,
            sum(floor_share(weight, whole)) over same_rate as given
        from parts
        window same_rate as (partition by credit_note_number, vat_rate)
    )
    select
        credit_note_number, line_number,
        hundredths(
            share + case
                when row_number() over (partition by credit_note_number, vat_rate order by remainder desc, line_number) <= total - given
                    then 1
                else 0
            end
        ) as vat
    from shared
) as shares
where lines.credit_note_number = shares.credit_note_number and lines.line_number = shares.line_number;
