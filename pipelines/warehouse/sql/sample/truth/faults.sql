-- One row per injected fault: the kind of break it must raise, where, the kinds that may rightly stand beside it, and why it happened, written to $path.
copy (select * from sample.faults order by kind, order_id, sku, payout_id) to $path (format csv, header);
