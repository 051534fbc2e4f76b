-- One row per part of a refund that settles part of a credit note, and per refund whose payment is known: empty before the first rule.
create or replace temporary table match_allocated (
    credit_note_number varchar, provider varchar, refund_id varchar, amount decimal(18, 2), rule varchar, status varchar, decided_by varchar
);

create or replace temporary table match_new (
    credit_note_number varchar, provider varchar, refund_id varchar, amount decimal(18, 2), rule varchar
);

create or replace temporary table match_payment_keys (provider varchar, refund_id varchar, payment_key varchar);
