-- The public contract of the warehouse (docs/donnees.md). Money is DECIMAL(18, 2) beside its currency; instants are UTC
-- `…_at`, each with its shop-local day `…_on`. `source_file` is the SHA-256 of the archived export, `source_row` its line.
create schema raw;
create schema core;
create schema out;

-- words, as people read them ------------------------------------------------------------------------------------------
create macro core.say(language, french, english) as case when language = 'en' then english else french end;
create macro core.digits(amount) as case
    when abs(amount) >= 1000000
        then cast(cast(trunc(amount) as bigint) // 1000000 as varchar) || chr(8239) || right(split_part(cast(amount as varchar), '.', 1), 6)[1:3]
            || chr(8239) || right(split_part(cast(amount as varchar), '.', 1), 3) || ',' || split_part(cast(amount as varchar), '.', 2)
    when abs(amount) >= 1000
        then left(cast(amount as varchar), length(cast(amount as varchar)) - 6) || chr(8239) || right(replace(cast(amount as varchar), '.', ','), 6)
    else replace(cast(amount as varchar), '.', ',')
end;
create macro core.currency_sign(currency) as case currency when 'EUR' then '€' when 'GBP' then '£' when 'USD' then '$' end;
-- « 1 234,50 € » or “€1,234.50”, as `in_words` of pipelines/domain/money.py.
create macro core.in_words(language, amount, currency) as case
    when language = 'en'
        then case when amount < 0 then '-' else '' end
            || coalesce(core.currency_sign(currency), currency || chr(160))
            || replace(replace(core.digits(abs(amount)), ',', '.'), chr(8239), ',')
    else core.digits(amount) || chr(160) || coalesce(core.currency_sign(currency), currency)
end;
-- The VAT inside a part of a document, half up: whole cents, so that no decimal is divided by another.
create macro core.vat_share(part, vat, gross) as case
    when gross = 0 then cast(0 as decimal(18, 2))
    else cast(
        cast(
            (2 * cast(part * 100 as hugeint) * cast(vat * 100 as hugeint) + cast(gross * 100 as hugeint)) // (2 * cast(gross * 100 as hugeint))
            as decimal(18, 0)
        ) * cast(0.01 as decimal(3, 2)) as decimal(18, 2)
    )
end;

-- What the law adds to an amount paid so many days late: a percentage, or none for the legal rate day by day; whole cents, half up.
create macro core.late_increase(amount, percent, rate, first_day, days_late) as cast(
    cast(
        (2 * cast(amount * 100 as hugeint) * cast(coalesce(percent, 0) * 100 as hugeint) + 10000) // 20000
        + case
            when percent is null or percent >= 100 then
                (2 * cast(amount * 100 as hugeint) * cast(coalesce(rate, 0) * 100 as hugeint)
                    * (days_late - case when percent is null then 0 else first_day end) + 3650000) // 7300000
            else 0
        end as decimal(18, 0)
    ) * cast(0.01 as decimal(3, 2)) as decimal(18, 2)
);

-- raw ---------------------------------------------------------------------------------------------------------------
create table raw.files (
    sha256 varchar primary key,
    container varchar,
    name varchar not null,
    format varchar not null,
    bytes bigint not null,
    rows_read bigint not null,
    rows_used bigint not null,
    rows_excluded bigint not null,
    rows_rejected bigint not null,
    period_from date,
    period_to date,
    latest_at timestamp,
    control_totals json
);
create table raw.rejected_rows (
    source_file varchar not null, source_row bigint not null, kind varchar, "column" varchar, "value" varchar,
    reason varchar not null, remedy varchar not null, code varchar not null, expectation varchar
);
create table raw.excluded_rows (
    source_file varchar not null, source_row bigint not null, kind varchar, reason varchar not null
);
-- What stands in the inbox, so that nothing is read twice; what could not be read, until a format is known for it.
create table raw.inbox (path varchar primary key, bytes bigint not null, modified_ns bigint not null, sha256 varchar not null);
create table raw.refused_files (
    sha256 varchar not null, name varchar not null, code varchar not null, reason varchar not null, remedy varchar not null,
    formats varchar not null
);
-- What a step last worked from: the same again is left as it stands.
create table raw.contracted_files (sha256 varchar primary key);
-- What each table held when the last passage ended: a cent changed since is found.
create table raw.table_fingerprints (name varchar primary key, rows bigint not null, fingerprint varchar not null);
create table raw.fingerprints (step varchar primary key, fingerprint varchar not null);

-- raw: every row that can be taken, as text in the plain format; one table per kind (pipelines/domain/kinds.py)
create table raw.orders (
    order_id varchar, ordered_at varchar, invoice_number varchar, invoice_date varchar, customer_id varchar,
    customer_name varchar, customer_email varchar, customer_address varchar, customer_postcode varchar,
    customer_city varchar, customer_siren varchar, customer_vat_id varchar, country varchar, delivery_address
    varchar, delivery_postcode varchar, delivery_city varchar, delivery_country varchar, shipped_at varchar,
    delivered_at varchar, currency varchar, status varchar, line_id varchar, line_type varchar, sku varchar,
    title varchar, quantity varchar, unit_price_net varchar, unit_price_gross varchar, vat_rate varchar,
    discount_net varchar, discount_gross varchar, updated_at varchar, channel varchar, order_alias varchar,
    source_file varchar not null, source_row bigint not null
);
create table raw.order_states (
    order_id varchar, status varchar, "at" varchar,
    source_file varchar not null, source_row bigint not null
);
create table raw.payments (
    provider varchar, payment_id varchar, order_id varchar, method varchar, captured_at varchar, amount varchar,
    currency varchar, fee varchar, net varchar, payout_id varchar, settlement_amount varchar, settlement_currency varchar,
    source_file varchar not null, source_row bigint not null
);
create table raw.returns (
    return_id varchar, order_id varchar, line_id varchar, sku varchar, quantity varchar, notified_at varchar,
    sent_at varchar, received_at varchar, reason_code varchar, reason_text varchar, legal_basis varchar,
    condition varchar, disposition varchar, carriage_paid_by varchar, carriage_cost varchar, label_withheld
    varchar, carriage_repaid varchar, depreciation varchar, fee_kept varchar,
    source_file varchar not null, source_row bigint not null
);
create table raw.credit_notes (
    credit_note_number varchar, issued_at varchar, order_id varchar, invoice_number varchar, invoice_date
    varchar, nature varchar, settlement varchar, currency varchar, line_id varchar, line_type varchar, sku
    varchar, title varchar, quantity varchar, unit_price_net varchar, unit_price_gross varchar, vat_rate
    varchar, reason_code varchar, provider_refund_id varchar, customer_id varchar, origin_order_id varchar, origin_line_id varchar,
    source_file varchar not null, source_row bigint not null
);
create table raw.refunds (
    provider varchar, refund_id varchar, type varchar, status varchar, payment_id varchar, order_reference
    varchar, credit_note_number varchar, customer_email varchar, created_at varchar, gross varchar, fee varchar,
    net varchar, currency varchar, payout_id varchar, description varchar, updated_at varchar, settlement_gross
    varchar, settlement_currency varchar,
    source_file varchar not null, source_row bigint not null
);
create table raw.payouts (
    provider varchar, payout_id varchar, paid_at varchar, amount varchar, currency varchar, bank_reference
    varchar,
    source_file varchar not null, source_row bigint not null
);
create table raw.provider_balances (
    provider varchar, as_of varchar, currency varchar, available varchar, pending varchar,
    source_file varchar not null, source_row bigint not null
);
create table raw.bank (
    account varchar, line_id varchar, booked_on varchar, amount varchar, currency varchar, label varchar,
    reference varchar,
    source_file varchar not null, source_row bigint not null
);
create table raw.stock_counts (
    sku varchar, place varchar, counted_at varchar, quantity varchar, unit_cost varchar,
    source_file varchar not null, source_row bigint not null
);
create table raw.stock_receipts (
    receipt_id varchar, sku varchar, place varchar, received_at varchar, quantity varchar, unit_cost varchar,
    source_file varchar not null, source_row bigint not null
);
create table raw.shop_stock (
    sku varchar, place varchar, as_of varchar, quantity varchar,
    source_file varchar not null, source_row bigint not null
);
create table raw.opening_balances (
    account varchar, label varchar, balance_on varchar, debit varchar, credit varchar,
    source_file varchar not null, source_row bigint not null
);
create table raw.opening_numbers (
    document_number varchar, given_on varchar,
    source_file varchar not null, source_row bigint not null
);
create table raw.stock_writeoffs (
    sku varchar, place varchar, written_off_at varchar, quantity varchar, reason varchar, document varchar,
    source_file varchar not null, source_row bigint not null
);

-- A step that is done, with which inputs, and what it said: it is not done again for the same ones.
create table raw.steps (step varchar primary key, inputs varchar not null, figures json not null);

-- core: what shops, providers and banks say --------------------------------------------------------------------------
create table core.orders (
    order_id varchar primary key,
    ordered_at timestamp not null, ordered_on date not null,
    invoice_number varchar, invoice_date date,
    customer_id varchar, customer_name varchar, customer_email varchar, customer_address varchar,
    customer_postcode varchar, customer_city varchar, customer_siren varchar, customer_vat_id varchar, country varchar not null,
    delivery_address varchar, delivery_postcode varchar, delivery_city varchar, delivery_country varchar,
    shipped_at timestamp, shipped_on date, delivered_at timestamp, delivered_on date,
    currency varchar not null, status varchar not null, channel varchar,
    net decimal(18, 2) not null, vat decimal(18, 2) not null, gross decimal(18, 2) not null,
    updated_at timestamp, source_file varchar not null, source_row bigint not null
);
-- (order_id, line_id) is the key; its contract checks it, an index would cost half the load.
create table core.order_lines (
    order_id varchar not null, line_id varchar not null, line_type varchar not null, sku varchar, title varchar not null,
    quantity decimal(18, 3) not null, unit_price_net decimal(18, 6), unit_price_gross decimal(18, 6),
    vat_rate decimal(5, 2) not null, discount_net decimal(18, 2), discount_gross decimal(18, 2),
    net decimal(18, 2) not null, vat decimal(18, 2) not null, gross decimal(18, 2) not null,
    source_file varchar not null, source_row bigint not null
);
create table core.order_states (
    order_id varchar not null, status varchar not null, changed_at timestamp not null, changed_on date not null,
    source_file varchar not null, source_row bigint not null
);
create table core.payments (
    provider varchar not null, payment_id varchar not null, order_id varchar not null, method varchar,
    captured_at timestamp not null, captured_on date not null, amount decimal(18, 2) not null, currency varchar not null,
    fee decimal(18, 2), net decimal(18, 2), payout_id varchar, settlement_amount decimal(18, 2), settlement_currency varchar,
    source_file varchar not null, source_row bigint not null,
    primary key (provider, payment_id)
);
create table core.returns (
    return_id varchar primary key, order_id varchar not null,
    notified_at timestamp not null, notified_on date not null, sent_at timestamp, sent_on date,
    received_at timestamp, received_on date, legal_basis varchar, carriage_paid_by varchar, carriage_cost decimal(18, 2),
    label_withheld decimal(18, 2), carriage_repaid decimal(18, 2), depreciation decimal(18, 2), fee_kept decimal(18, 2),
    source_file varchar not null, source_row bigint not null
);
create table core.return_lines (
    return_id varchar not null, line_number bigint not null, order_id varchar not null, line_id varchar, sku varchar not null,
    quantity decimal(18, 3) not null, received_at timestamp, received_on date,
    reason_code varchar, reason_text varchar, condition varchar, disposition varchar,
    source_file varchar not null, source_row bigint not null,
    primary key (return_id, line_number)
);
create table core.credit_notes (
    credit_note_number varchar primary key,
    numbered_by varchar not null, series varchar not null,
    issued_at timestamp not null, issued_on date not null, order_id varchar not null,
    origin_invoices struct("number" varchar, issued_on date)[] not null,
    nature varchar not null, settlement varchar not null, reason_code varchar, currency varchar not null,
    net decimal(18, 2) not null, vat decimal(18, 2) not null, gross decimal(18, 2) not null,
    provider_refund_id varchar, state varchar not null,
    source_file varchar, source_row bigint
);
create table core.credit_note_lines (
    credit_note_number varchar not null, line_number bigint not null, order_id varchar not null,
    line_id varchar, line_type varchar not null,
    sku varchar, title varchar not null, quantity decimal(18, 3) not null,
    unit_price_net decimal(18, 6), unit_price_gross decimal(18, 6), vat_rate decimal(5, 2) not null,
    net decimal(18, 2) not null, vat decimal(18, 2) not null, gross decimal(18, 2) not null, reason_code varchar,
    origin_order_id varchar, origin_line_id varchar, origin_invoice_number varchar, origin_invoice_date date,
    source_file varchar, source_row bigint,
    primary key (credit_note_number, line_number)
);
create table core.refunds (
    provider varchar not null, refund_id varchar not null, type varchar not null, status varchar not null,
    payment_id varchar, order_reference varchar, credit_note_number varchar, customer_email varchar,
    created_at timestamp not null, created_on date not null,
    gross decimal(18, 2) not null, fee decimal(18, 2), net decimal(18, 2), currency varchar not null,
    settlement_gross decimal(18, 2), settlement_currency varchar,
    payout_id varchar, description varchar, updated_at timestamp, state varchar not null,
    source_file varchar not null, source_row bigint not null,
    primary key (provider, refund_id, type)
);
create table core.payouts (
    provider varchar not null, payout_id varchar not null, paid_at timestamp not null, paid_on date not null,
    amount decimal(18, 2) not null, currency varchar not null, bank_reference varchar,
    source_file varchar not null, source_row bigint not null,
    primary key (provider, payout_id)
);
create table core.provider_balances (
    provider varchar not null, as_of_at timestamp not null, as_of_on date not null, currency varchar not null,
    available decimal(18, 2) not null, pending decimal(18, 2),
    source_file varchar not null, source_row bigint not null
);
create table core.bank_lines (
    account varchar not null, line_id varchar not null, booked_on date not null, amount decimal(18, 2) not null,
    currency varchar not null, label varchar not null, reference varchar,
    source_file varchar not null, source_row bigint not null,
    primary key (account, line_id)
);
create table core.stock_counts (
    sku varchar not null, place varchar not null, counted_at timestamp not null, counted_on date not null,
    quantity decimal(18, 3) not null, unit_cost decimal(18, 6), source_file varchar not null, source_row bigint not null
);
create table core.stock_receipts (
    receipt_id varchar not null, sku varchar not null, place varchar not null, received_at timestamp not null,
    received_on date not null, quantity decimal(18, 3) not null, unit_cost decimal(18, 6),
    source_file varchar not null, source_row bigint not null
);
create table core.coverage (source varchar not null, name varchar, day date not null, rows bigint not null);
create table core.coverage_holes (
    source varchar not null, name varchar, first_day date not null, last_day date not null, said varchar not null
);
-- One row per bank account and days between two statements over which its balance moved otherwise than its lines.
create table core.statement_gaps (
    account varchar not null, currency varchar not null, first_day date not null, last_day date not null,
    stated_move decimal(18, 2) not null, read_move decimal(18, 2) not null
);
create table core.stock_writeoffs (
    sku varchar not null, place varchar not null, written_off_at timestamp not null, written_off_on date not null,
    quantity decimal(18, 3) not null, reason varchar, document varchar not null,
    source_file varchar not null, source_row bigint not null
);
-- What stood on an account before the first month, brought by `ouverture.xlsx`.
create table core.opening_balances (
    account varchar not null, label varchar, balance_on date not null, debit decimal(18, 2) not null,
    credit decimal(18, 2) not null, source_file varchar not null, source_row bigint not null
);
-- The last number given in each series before the first month, brought by `ouverture.xlsx`: ours follow it.
create table core.opening_numbers (
    document_number varchar not null, given_on date not null, source_file varchar not null, source_row bigint not null
);
create table core.shop_stock (
    sku varchar not null, place varchar not null, as_of_at timestamp not null, as_of_on date not null,
    quantity decimal(18, 3) not null, source_file varchar not null, source_row bigint not null
);

-- core: what a person decided (projections of register/) --------------------------------------------------------------
create table core.decisions (
    sequence bigint primary key, decided_at timestamp not null, author varchar not null, action varchar not null,
    credit_note_number varchar, provider varchar, refund_id varchar, kind varchar, order_id varchar, sku varchar,
    amount decimal(18, 2), account varchar, reason varchar, comment varchar, owner varchar,
    revokes bigint, revoked boolean not null default false
);
create table core.periods (
    month varchar primary key, state varchar not null, hash varchar, previous_hash varchar,
    prepared_by varchar, approved_by varchar, sealed_at timestamp
);

-- core: documents we prepare and issue (drafts are made anew each run; the others are projections of register/numbers.jsonl) --
create table core.drafts (
    draft_id varchar primary key, order_id varchar not null, provider varchar, refund_id varchar, return_id varchar,
    readiness varchar not null, explanation varchar not null, happened_on date not null,
    gross decimal(18, 2) not null, currency varchar not null, document varchar not null
);
create table core.issued_documents (
    credit_note_number varchar primary key, draft_id varchar not null, document varchar not null,
    paper varchar not null default ''
);
create table core.counter_documents (
    counter_number varchar primary key, credit_note_number varchar not null, issued_on date not null, reason varchar not null,
    net decimal(18, 2) not null, vat decimal(18, 2) not null, gross decimal(18, 2) not null, currency varchar not null,
    document varchar not null default '', paper varchar not null default ''
);
create table core.document_faults (
    draft_id varchar primary key, order_id varchar not null, provider varchar, refund_id varchar,
    gross decimal(18, 2) not null, currency varchar not null, faults varchar not null, found_on date not null
);

-- core: what we prove ---------------------------------------------------------------------------------------------
-- Ids that stand once in each row are kept as they are: compressing them costs more than joining them, for a sixth of the file.
create table core.allocations (
    credit_note_number varchar not null using compression uncompressed, provider varchar not null,
    refund_id varchar not null using compression uncompressed,
    amount decimal(18, 2) not null, currency varchar not null, rule varchar not null, status varchar not null,
    explanation varchar not null, decided_by varchar not null, issued_on date not null, refunded_on date not null
);
-- Where a movement of money belongs: the order its payment, its reference or its text leads to, and which of them found it.
create table core.refund_orders (
    provider varchar not null, refund_id varchar not null using compression uncompressed, type varchar not null,
    order_id varchar not null using compression uncompressed, gross decimal(18, 2) not null, found_by varchar not null, is_sure boolean not null
);
-- What explains the difference between a credit note and its refund: cents, or a declared component. Positive: kept by the shop.
create table core.residuals (
    credit_note_number varchar not null, provider varchar not null, refund_id varchar not null, component varchar not null,
    amount decimal(18, 2) not null, currency varchar not null, settled_on date not null
);
-- The chain's last links: one payout, the movements it is made of, the bank line it became.
create table core.payout_proofs (
    provider varchar not null, payout_id varchar not null, paid_on date not null, amount decimal(18, 2) not null, currency varchar not null,
    movements bigint not null, net decimal(18, 2), account varchar, line_id varchar, booked_on date, bank_amount decimal(18, 2),
    movements_state varchar not null, bank_state varchar not null
);
-- Which return a credit note answers for, found by order, article and quantity.
create table core.return_notes (return_id varchar not null, credit_note_number varchar not null);
-- When the law or the shop's promise wants the money of a credit note given back; no day while the seller may still defer.
create table core.refund_clocks (
    credit_note_number varchar not null, legal_basis varchar not null, notified_on date not null, due_on date
);
create table core.late_refunds (
    credit_note_number varchar not null, provider varchar not null, refund_id varchar not null, legal_basis varchar not null,
    due_on date not null, refunded_on date not null, days_late integer not null, amount decimal(18, 2) not null, increase decimal(18, 2) not null
);
create table core.late_scale (legal_basis varchar not null, first_day integer not null, last_day integer not null, percent decimal(9, 2));
create table core.legal_rates (first_on date not null, last_on date not null, percent decimal(5, 2) not null);
create table core.reasons (reason_code varchar primary key, legal_basis varchar not null);
create table core.reconciled (step varchar primary key, fingerprint varchar not null);
create table core.break_findings (
    kind varchar not null, credit_note_number varchar, provider varchar, refund_id varchar, order_id varchar, sku varchar,
    payout_id varchar, amount decimal(18, 2), currency varchar, vat_at_stake decimal(18, 2), expected varchar, found varchar,
    opened_on date not null
);
-- What did not add up on a day past and does now: when it opened, and the day it ended.
create table core.break_closings (
    kind varchar not null, credit_note_number varchar, provider varchar, refund_id varchar, order_id varchar, amount decimal(18, 2),
    currency varchar, expected varchar, found varchar, opened_on date not null, closed_on date not null
);
create table core.returns_proof (
    proof_id varchar not null using compression uncompressed, order_id varchar using compression uncompressed, return_id varchar,
    credit_note_number varchar using compression uncompressed,
    document varchar not null, money varchar not null, goods varchar not null,
    credited decimal(18, 2) not null, refunded decimal(18, 2) not null, currency varchar not null,
    opened_on date not null, refund_due_on date, days_late integer, increase_due decimal(18, 2), explanation varchar not null
);
create table core.breaks (
    break_id varchar not null, kind varchar not null, credit_note_number varchar, provider varchar, refund_id varchar,
    order_id varchar, sku varchar, payout_id varchar, amount decimal(18, 2), currency varchar, vat_at_stake decimal(18, 2),
    expected varchar, found varchar, opened_on date not null, age_days integer not null, action varchar not null,
    owner varchar, comment varchar, status varchar not null
);
create table core.checks (
    check_id varchar not null, rule varchar not null, return_id varchar, credit_note_number varchar, order_id varchar,
    severity varchar not null, finding varchar not null, amount decimal(18, 2), checked_on date not null
);
-- Goods that can be sold, in and out; `quantity` is signed, `told_cost` is what the source says an entry cost, `unit_cost` what one
-- is worth as it moves (in all moves when the shop keeps a perpetual inventory).
create table core.stock_moves (
    move_id varchar not null, sku varchar not null, place varchar not null, kind varchar not null,
    moved_at timestamp not null, moved_on date not null, quantity decimal(18, 3) not null, unit_cost decimal(18, 6), told_cost decimal(18, 6),
    order_id varchar, line_id varchar, return_id varchar, credit_note_number varchar, reason varchar,
    source_file varchar, source_row bigint
);
-- What goods cost from one entry to the next: `entry` counts the entries of a sku in a place, `unit_cost` is the entry's own.
create table core.stock_costs (
    sku varchar not null, place varchar not null, entry bigint not null, moved_at timestamp not null,
    unit_cost decimal(18, 6), average_cost decimal(18, 6)
);
create table core.stock_positions (
    sku varchar not null, place varchar not null, day date not null, quantity decimal(18, 3) not null,
    unit_cost decimal(18, 6), value decimal(18, 2), shop_quantity decimal(18, 3), drift decimal(18, 3)
);
-- Goods that came back and cannot be sold as they are, one row per returned line.
create table core.stock_apart (
    return_id varchar not null, line_number bigint not null, sku varchar not null, place varchar not null,
    disposition varchar not null, condition varchar, received_on date not null, quantity decimal(18, 3) not null,
    unit_cost decimal(18, 6), value decimal(18, 2), write_down decimal(18, 2)
);
-- Goods on their way back, one row per returned article; `received_on` is empty while they are awaited, `days` how long that took or takes.
create table core.stock_in_transit (
    return_id varchar not null, line_number bigint not null, order_id varchar not null, sku varchar not null, place varchar not null,
    announced_on date not null, sent_on date, received_on date, quantity decimal(18, 3) not null,
    unit_cost decimal(18, 6), value decimal(18, 2), days integer not null
);
-- Articles whose last level is below zero: since when, by which move, and what explains it.
create table core.stock_negatives (
    sku varchar not null, place varchar not null, since_on date not null, quantity decimal(18, 3) not null,
    move_id varchar, kind varchar, order_id varchar, cause varchar not null, explanation varchar not null
);
-- The shop's own figure, each time it said one: `due` is what its habits should have made of our moves, `unexplained` what
-- remains once the faults found are counted in, `correction` what to add to its figure.
create table core.stock_readings (
    sku varchar not null, place varchar not null, read_at timestamp not null, read_on date not null,
    shop_quantity decimal(18, 3) not null, quantity decimal(18, 3) not null, due decimal(18, 3) not null,
    unexplained decimal(18, 3) not null, correction decimal(18, 3) not null, is_known boolean not null, is_latest boolean not null
);
-- What the shop did wrong to its own stock with goods that came back, or did not; `effect` is what it made of its figure.
create table core.restock_faults (
    kind varchar not null, order_id varchar not null, return_id varchar, sku varchar not null, place varchar not null,
    quantity decimal(18, 3) not null, effect decimal(18, 3) not null, since_at timestamp not null, since_on date not null,
    expected varchar not null, found varchar not null
);
-- What the last count changed of positions already drawn up.
create table core.stock_changes (
    sku varchar not null, place varchar not null, from_day date not null,
    quantity_before decimal(18, 3), quantity_after decimal(18, 3), value_before decimal(18, 2), value_after decimal(18, 2)
);
create table core.journal (
    "JournalCode" varchar not null, "JournalLib" varchar not null, "EcritureNum" varchar not null, "EcritureDate" date not null,
    "CompteNum" varchar not null, "CompteLib" varchar not null, "CompAuxNum" varchar, "CompAuxLib" varchar,
    "PieceRef" varchar not null, "PieceDate" date not null, "EcritureLib" varchar not null,
    "Debit" decimal(18, 2) not null, "Credit" decimal(18, 2) not null,
    "EcritureLet" varchar, "DateLet" date, "ValidDate" date not null, "Montantdevise" decimal(18, 2), "Idevise" varchar,
    entry_id varchar not null, line_number integer not null, month varchar not null,
    credit_note_number varchar, provider varchar, refund_id varchar, item varchar
);
-- What each entry is made of before it is numbered: `amount` is positive for a debit; `item` is what lettering pairs.
create table core.postings (
    entry_id varchar not null, journal varchar not null, booked_on date not null, account varchar not null,
    auxiliary varchar, piece varchar not null, piece_on date not null, wording varchar not null,
    amount decimal(18, 2) not null, currency varchar, currency_amount decimal(18, 2),
    credit_note_number varchar, provider varchar, refund_id varchar, item varchar
);
create table core.accounts (account varchar primary key, label varchar not null);
create table core.journals (journal varchar primary key, label varchar not null);
create table core.provider_accounts (
    provider varchar not null, currency varchar not null, account varchar not null, journal varchar not null,
    fee_vat varchar not null, settling varchar not null, primary key (provider, currency)
);
create table core.exchange_rates (currency varchar primary key, rate decimal(18, 6) not null);
create table core.order_parties (
    order_id varchar primary key, auxiliary varchar not null, country varchar not null, is_one_stop_shop boolean not null
);
create table core.item_groups (item varchar not null, root varchar not null);
-- What a daily recap stands for: `recap` is the entry posted, the other columns are the posting it holds.
create table core.recap_details (
    recap varchar not null, piece varchar not null, entry_id varchar not null, journal varchar not null, booked_on date not null,
    account varchar not null, auxiliary varchar, document varchar not null, wording varchar not null, amount decimal(18, 2) not null
);

-- core: what sealed months hold (read back from register/sealed/) ------------------------------------------------------
create table core.sealed_months (month varchar primary key, hash varchar not null, sealed_on date not null, last_on date not null);
create table core.sealed_kinds (month varchar not null, kind varchar not null);
create table core.sealed_lines (
    "JournalCode" varchar not null, "JournalLib" varchar not null, "EcritureNum" varchar not null, "EcritureDate" date not null,
    "CompteNum" varchar not null, "CompteLib" varchar not null, "CompAuxNum" varchar, "CompAuxLib" varchar,
    "PieceRef" varchar not null, "PieceDate" date not null, "EcritureLib" varchar not null,
    "Debit" decimal(18, 2) not null, "Credit" decimal(18, 2) not null, "ValidDate" date not null,
    "Montantdevise" decimal(18, 2), "Idevise" varchar, entry_id varchar not null, line_number integer not null,
    month varchar not null, credit_note_number varchar, provider varchar, refund_id varchar, item varchar
);
-- What each sealed entry was posted from, so that the same fact is never posted twice.
create table core.sealed_postings (
    month varchar not null, entry_id varchar not null, account varchar not null, amount decimal(18, 2) not null
);
-- What each sealed recap stands for.
create table core.sealed_recap_details (
    recap varchar not null, piece varchar not null, entry_id varchar not null, journal varchar not null, booked_on date not null,
    account varchar not null, auxiliary varchar, document varchar not null, wording varchar not null, amount decimal(18, 2) not null
);
create table core.sealed_documents (
    month varchar not null, document varchar not null, id varchar not null, happened_on date not null, content varchar not null,
    source_file varchar, source_row bigint, primary key (document, id)
);
-- Documents as they read today, in the words of core.sealed_documents: filled up to the last day that closing looks at.
create table core.documents (
    document varchar not null, id varchar not null, happened_on date not null, content varchar not null,
    source_file varchar, source_row bigint
);
create table core.sealed_differences (
    month varchar not null, kind varchar not null, document varchar not null, id varchar not null,
    sealed varchar, found varchar
);
create table core.late_documents (document varchar not null, id varchar not null, happened_on date not null, month varchar not null);
create table core.letterings (
    code varchar not null, account varchar not null, entry_id varchar not null, line_number integer not null, lettered_on date not null
);

-- out --------------------------------------------------------------------------------------------------------------
create table out.controls (
    month varchar not null, "number" integer not null, name varchar not null, "left" decimal(18, 2), "right" decimal(18, 2),
    difference decimal(18, 2), state varchar not null, detail varchar not null,
    primary key (month, "number", name)
);
-- The months controls are drawn up for; `until` is the last day looked at in each.
create table out.months (month varchar primary key, first_on date not null, until date not null, previous_until date not null);
-- The day that decides the month of a document: its own, or the first of the open month it came late for.
create table out.counted_notes (credit_note_number varchar not null, counted_on date not null);
-- What was sold, added up month by month by the day of the invoice: what VAT is declared on.
create table out.sold_amounts (
    month varchar not null, country varchar, is_one_stop_shop boolean not null, currency varchar, vat_rate decimal(5, 2),
    net decimal(38, 2), vat decimal(38, 2)
);
-- The articles ordered up to the day looked from, added up month by month by the day of the order.
create table out.sold_articles (month varchar not null, sku varchar, title varchar, quantity decimal(38, 3));
create table out.counted_refunds (
    provider varchar not null, refund_id varchar not null, type varchar not null, counted_on date not null
);
