-- One row per order of a person to forget, its personal columns emptied; so are the refunds' and the returns' words.
update core.refunds as refunds
set customer_email = null
where
    sha256(lower(trim(refunds.customer_email))) in (select unnest($digests))
    or refunds.order_reference in (select order_id from forgotten_orders);

update raw.refunds as refunds
set customer_email = null
where
    sha256(lower(trim(refunds.customer_email))) in (select unnest($digests))
    or refunds.order_reference in (select order_id from forgotten_orders);

update core.return_lines as lines
set reason_text = null
where lines.order_id in (select order_id from forgotten_orders);

update raw.returns as returns
set reason_text = null
where returns.order_id in (select order_id from forgotten_orders);

update core.orders as orders
set
    customer_name = null, customer_address = null, customer_postcode = null, customer_city = null, customer_siren = null,
    customer_vat_id = null, delivery_address = null, delivery_postcode = null, delivery_city = null
where orders.order_id in (select order_id from forgotten_orders where not is_kept);

update raw.orders as orders
set
    customer_name = null, customer_address = null, customer_postcode = null, customer_city = null, customer_siren = null,
    customer_vat_id = null, delivery_address = null, delivery_postcode = null, delivery_city = null
where orders.order_id in (select order_id from forgotten_orders where not is_kept);

update core.orders as orders
set customer_email = null, customer_id = null
where orders.order_id in (select order_id from forgotten_orders);

update raw.orders as orders
set customer_email = null, customer_id = null
where orders.order_id in (select order_id from forgotten_orders);
