-- One row per story: an order, what happens to it, and how its refund says so.
create or replace temporary table stories as
with drawn as (
    select
        number, hash(number * 7919 + $seed) % 1000 as draw, hash(number * 104729 + $seed) % 100 as means,
        cast(hash(number * 15485863 + $seed) % 20000 + 500 as bigint) as cents, cast(hash(number * 32452843 + $seed) % 27 as integer) as day
    from range(1, $orders + 1) as numbers(number)
)

select
    number, 'WZ-' || lpad(cast(number as varchar), 9, '0') as order_id, 'pi_' || number as payment_id, day,
    cast(cents * 0.01 as decimal(18, 2)) as amount,
    case
        when draw < 660 then 'simple' when draw < 700 then 'twins' when draw < 740 then 'split' when draw < 780 then 'grouped'
        when draw < 800 then 'crossed' when draw < 815 then 'cents' when draw < 830 then 'under' when draw < 845 then 'over'
        when draw < 860 then 'duplicate' when draw < 875 then 'unpaid' when draw < 890 then 'undocumented' when draw < 900 then 'tie'
        when draw < 910 then 'failed' when draw < 920 then 'retried' when draw < 930 then 'store_credit' when draw < 940 then 'currency'
        when draw < 945 then 'pending' when draw < 950 then 'stranger' when draw < 955 then 'disputed' when draw < 960 then 'other_means'
        when draw < 965 then 'exceeds' when draw < 970 then 'late' when draw < 975 then 'unreturned' when draw < 980 then 'uncredited'
        when draw < 985 then 'overcredited' when draw < 990 then 'fee' when draw < 993 then 'movement' when draw < 996 then 'payout'
        else 'prompt'
    end as story,
    case
        when draw >= 840 and draw < 860 then 'payment' when means < 55 then 'payment' when means < 70 then 'note' when means < 80 then 'recorded'
        when means < 90 then 'reference' when means < 95 then 'text' else 'short'
    end as means
from drawn;
