-- One row per article a bundle is made of; then per returned article of goods, bundles undone: what is decided of it, said or by its condition and reason.
create or replace temp table bundle_components as
select unnest($bundle_skus::varchar[]) as bundle_sku, unnest($component_skus::varchar[]) as sku, unnest($component_quantities::decimal(18, 3)[]) as quantity;

create or replace temp table judged_lines as
select
    lines.return_id, lines.line_number, lines.order_id, lines.line_id, coalesce(bundles.sku, lines.sku) as sku,
    cast(lines.quantity * coalesce(bundles.quantity, 1) as decimal(18, 3)) as quantity, lines.received_at, lines.received_on, lines.reason_code,
    lines.condition, lines.source_file, lines.source_row,
    coalesce(
        lines.disposition,
        case
            when lines.condition in ('used', 'damaged') then 'quarantine'
            when list_contains($unsaleable_reasons, lines.reason_code) then 'quarantine'
            else 'restock'
        end
    ) as decided
from core.return_lines as lines
left join bundle_components as bundles on bundles.bundle_sku = lines.sku
where not list_contains($pseudo_skus, lines.sku);
