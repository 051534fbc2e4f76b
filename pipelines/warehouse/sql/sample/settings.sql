-- One row per setting: what a sample is drawn from; chance is a hash of the seed, so the same seed gives the same shop. From `statement_hole_on`, a Thursday, the bank's statement lacks two days.
create or replace schema sample;
create table sample.settings as
select
    $orders::bigint as orders, $seed::bigint as seed, $faults::bigint as faults, $returned_per_thousand::bigint as returned_per_thousand,
    $starts_on::date as starts_on, $as_of::date as as_of, $real_formats::boolean as has_real_formats, $as_of::date + interval 1 day as ends_at,
    date_trunc('week', $starts_on::date)::date + 38 as statement_hole_on;
set variable seed = $seed;
create macro sample.draw(label, k, below) as (hash(getvariable('seed'), label, k) % below)::bigint;
create macro sample.moment(label, k, start_hour, hours) as
    to_minutes(start_hour * 60 + sample.draw(label, k, hours * 60)) + to_seconds(sample.draw(label || ' s', k, 60));
create macro sample.name(label, k, length) as substr(md5(concat_ws(':', getvariable('seed'), label, k)), 1, length);
create macro sample.pick(label, k, choices) as choices[1 + sample.draw(label, k, len(choices))];
create macro sample.iso(instant) as
    strftime(instant, '%Y-%m-%dT%H:%M:%S') || if(instant < timestamp '2026-10-25 03:00:00', '+02:00', '+01:00');
create macro sample.padded(place) as if(place < 1000000, right('000000' || place, 6), place::varchar);
create macro sample.utc(instant) as instant - if(instant < timestamp '2026-10-25 03:00:00', interval 2 hour, interval 1 hour);
create macro sample.seen(instant) as if(instant < (select ends_at from sample.settings), instant, null);
