-- No row: postings already sealed, cut-offs of sealed months, and kinds their month never posted are taken out.
delete from core.postings where entry_id in (select entry_id from core.sealed_postings);
delete from core.postings
where starts_with(entry_id, 'cut_off:') and booked_on <= (select max(last_on) from core.sealed_months);
delete from core.postings
where strftime(booked_on, '%Y-%m') || '|' || split_part(entry_id, ':', 1) not in (select month || '|' || kind from core.sealed_kinds)
    and strftime(booked_on, '%Y-%m') in (select month from core.sealed_months)
