-- One row per decision of the register.
insert into core.decisions
values (
    $sequence, $decided_at, $author, $action, $credit_note_number, $provider, $refund_id, $kind, $order_id, $sku, $amount, $account, $reason,
    $comment, $owner, $revokes, $revoked
);
