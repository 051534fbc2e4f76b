"""`registre-des-retours.xlsx`, filled by the merchant: for shops that export no returns (`reports/returns_register`)."""

from pipelines.domain.returns_register import (
    COMMENT,
    CONDITION,
    CONDITIONS,
    COST,
    DECISION,
    DECISIONS,
    NOTIFIED,
    ORDER,
    PAYER,
    PAYERS,
    QUANTITY,
    REASON,
    REASONS,
    RECEIVED,
    RETURN,
    SENT,
    SKU,
)
from pipelines.sources.movements import looked_up
from pipelines.sources.source import Header, Mapped, TableSource

ROWS = """
select source_row, coalesce(return_id, order_id || '-' || slashed_day(notified)) as return_id, order_id, sku,
    coalesce(regexp_replace(quantity, '\\.0+$', ''), '1') as quantity, slashed_instant(notified, $time_zone) as notified_at,
    slashed_instant(sent, $time_zone) as sent_at, slashed_instant(received, $time_zone) as received_at,
    case when reason is not null then coalesce(<reason>, plain_words(reason)) end as reason_code, comment as reason_text,
    case when condition is not null then coalesce(<condition>, plain_words(condition)) end as condition,
    case when decision is not null then coalesce(<decision>, plain_words(decision)) end as disposition,
    case when payer is not null then coalesce(<payer>, plain_words(payer)) end as carriage_paid_by,
    either_amount(cost) as carriage_cost
from staged
where order_id is not null or sku is not null
"""
BLANK = """
select source_row, 'blank' as reason
from staged
where order_id is null and sku is null
"""
SOURCES = (
    TableSource(
        name="returns_register",
        headers=(
            Header("return_id", (RETURN,), required=False),
            Header("order_id", (ORDER,)),
            Header("sku", (SKU,)),
            Header("quantity", (QUANTITY,)),
            Header("notified", (NOTIFIED,)),
            Header("sent", (SENT,), required=False),
            Header("received", (RECEIVED,)),
            Header("reason", (REASON,)),
            Header("comment", (COMMENT,), required=False),
            Header("condition", (CONDITION,), required=False),
            Header("decision", (DECISION,)),
            Header("payer", (PAYER,), required=False),
            Header("cost", (COST,), required=False),
        ),
        mappings=(
            Mapped(
                "returns",
                ROWS.replace("<reason>", looked_up("plain_words(reason)", REASONS))
                .replace("<condition>", looked_up("plain_words(condition)", CONDITIONS))
                .replace("<decision>", looked_up("plain_words(decision)", DECISIONS))
                .replace("<payer>", looked_up("plain_words(payer)", PAYERS)),
            ),
        ),
        exclusions=BLANK,
        short_rows=True,
    ),
)
