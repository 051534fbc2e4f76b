-- One row per movement of money under a type nobody has named.
insert into core.break_findings
select
    'unknown_movement', null, refunds.provider, refunds.refund_id, null, null, refunds.payout_id, abs(refunds.gross), refunds.currency,
    cast(0 as decimal(18, 2)), core.say($language, 'un mouvement d''un type connu', 'a movement of a known type'),
    coalesce(refunds.description, core.say($language, 'mouvement sans nom', 'a nameless movement')) || ' : ' || core.in_words($language, refunds.gross, refunds.currency),
    refunds.created_on
from core.refunds as refunds
left join raw.files as files on files.sha256 = refunds.source_file
where refunds.gross <> 0
    and (refunds.type = 'unknown' or refunds.type = 'adjustment' and coalesce(files.format, 'plain_refunds') = 'plain_refunds');
