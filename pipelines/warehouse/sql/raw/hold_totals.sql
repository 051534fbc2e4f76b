-- One row: every total the file in hand prints, as JSON; those its rows do not come to are faults of their own line.
insert into faults (source_row, "column", "value", code)
select
    source_row, name, concat_ws(' ', found, '/', stated, nullif(currency, '')),
    case when name in ('CLBD', '07', '62F', '62M') then 'balance-differs' else 'total-differs' end
from printed_totals
where stated is distinct from found and (found is not null or as_of is null) and source_row not in (select source_row from taken);
select coalesce(
    to_json(
        list(
            {'name': name, 'currency': currency, 'stated': stated, 'found': found, 'account': account, 'as_of': as_of}
            order by source_row, name, account, as_of
        )
    ),
    '[]'
)
from printed_totals;
