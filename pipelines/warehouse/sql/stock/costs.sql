-- One row per entry after $after and until $until: its own cost and the weighted average it leaves, in millionths; half up, once per entry.
create or replace temp macro entry_cost(one, averages) as coalesce(one.cost, averages[one.drawn], averages[-1]);

insert into costs
with told as (
    select
        entries.item, entries.entry, entries.on_hand, entries.came, coalesce(entries.cost, earlier.average) as cost,
        if(entries.cost is null and entries.sold_at >= $after, entries.sold_at - $after + 1, null) as drawn
    from entries
    left join costs as earlier
        on earlier.item = entries.item and earlier.entry = entries.sold_at and entries.cost is null and entries.sold_at < $after
    where entries.entry > $after and entries.entry <= $until
),
histories as (
    select
        told.item,
        list(struct_pack(on_hand := on_hand, came := came, cost := told.cost, drawn := drawn, averages := cast([] as hugeint[])) order by told.entry) as history,
        any_value(starts.average) as average
    from told
    left join costs as starts on starts.item = told.item and starts.entry = $after
    group by told.item
),
run as (
    select
        item, history,
        list_reduce(
            history,
            lambda so_far, one: struct_pack(
                on_hand := one.on_hand, came := one.came, cost := one.cost, drawn := one.drawn,
                averages := list_append(
                    so_far.averages,
                    case
                        when one.on_hand = 0 or so_far.averages[-1] is null then entry_cost(one, so_far.averages)
                        else (2 * (one.on_hand * so_far.averages[-1] + one.came * entry_cost(one, so_far.averages)) + one.on_hand + one.came)
                            // (2 * (one.on_hand + one.came))
                    end
                )
            ),
            struct_pack(
                on_hand := 0::hugeint, came := 0::hugeint, cost := cast(null as hugeint), drawn := cast(null as bigint), averages := [average]
            )
        ).averages as averages
    from histories
),
steps as (
    select item, history, averages, unnest(generate_series(1, array_length(history))) as step from run
)
select item, $after + step, entry_cost(history[step], list_slice(averages, 1, step)), averages[step + 1]
from steps;
