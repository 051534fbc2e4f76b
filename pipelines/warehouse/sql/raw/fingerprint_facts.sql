-- One row: the files read, as one digest, and the last day any of them speaks of.
select
    count(*), coalesce(md5(string_agg(sha256, '' order by sha256)), ''),
    max(greatest(period_to, local_day(latest_at, $time_zone)))
from raw.files
