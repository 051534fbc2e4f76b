-- One row per balance of a provider at the end of a day, in the plain format, written to $path.
copy (
    select provider, sample.iso(day + interval 86399 second) as as_of, currency, available
    from sample.provider_balances
    order by day, currency
) to $path (format csv, header);
