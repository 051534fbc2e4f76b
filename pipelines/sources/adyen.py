"""Adyen's settlement detail report: columns in any order, amounts as unsigned debit and credit pairs, four kinds of fees."""

from pipelines.sources.movements import all_are, movements_table
from pipelines.sources.source import optional, required

TYPES = {
    **all_are("payment", "Settled", "SettledExternally", "SettledBulk", "SettledInInstallments", "SettledInstallment"),
    **all_are("refund", "Refunded", "RefundedExternally", "RefundedBulk", "RefundedInInstallments", "RefundWithData"),
    **all_are("refund_failure", "RefundedReversed", "RefundReversed", "RefundFailed", "PaidOutReversed"),
    **all_are(
        "dispute", "Chargeback", "SecondChargeback", "ChargebackExternally", "ChargebackBulk", "PreArbitrationLost"
    ),
    **all_are("dispute_reversal", "ChargebackReversed", "ChargebackReversedExternally", "SettledReversedChargeback"),
    **all_are("dispute_reversal", "PreArbitrationWon"),
    **all_are("fee", "Fee", "MiscCosts", "InvoiceDeduction", "MerchantFee", "Fees"),
    **all_are("adjustment", "DepositCorrection", "Balancetransfer", "ReserveAdjustment", "SettledReversed"),
    **all_are(
        "adjustment", "ManualCorrected", "Correction", "MatchedStatement", "InternalCredit", "PaidOut", "Rounding"
    ),
    **all_are("adjustment", "AdvancementCommissioned", "Advancement", "AdvancementReversed", "ReceivedFunds"),
    **all_are("payout", "MerchantPayout", "Payout"),
}
ROWS = """
with amounts as (
    select *,
        coalesce(absolute(dot_amount(nullif(net_credit_nc, '0'))), '-' || absolute(dot_amount(net_debit_nc)), '0') as net,
        coalesce(absolute(dot_amount(nullif(gross_credit_gc, '0'))), '-' || absolute(dot_amount(gross_debit_gc))) as gross_gc,
        coalesce(try_cast(dot_amount(commission_nc) as decimal(18, 2)), 0)
            + coalesce(try_cast(dot_amount(markup_nc) as decimal(18, 2)), 0)
            + coalesce(try_cast(dot_amount(scheme_fees_nc) as decimal(18, 2)), 0)
            + coalesce(try_cast(dot_amount(interchange_nc) as decimal(18, 2)), 0)
            + coalesce(try_cast(dot_amount(dcc_markup_nc) as decimal(18, 2)), 0) as fees
    from staged
),
totals as (
    select *,
        case
            when commission_nc is null and markup_nc is null and scheme_fees_nc is null and interchange_nc is null
                then coalesce(try_cast(dot_amount(payment_fees_nc) as decimal(18, 2)), 0)
            else fees
        end as fee_number
    from amounts
)
select source_row, type as native_type,
    case
        when gross_gc is null then net
        when gross_currency = net_currency then gross_gc
        else cast(try_cast(net as decimal(18, 2)) + fee_number as varchar)
    end as gross,
    cast(fee_number as varchar) as fee, net, currency_text(net_currency) as currency, gross_gc as customer_gross,
    currency_text(gross_currency) as customer_currency,
    iso_instant(creation_date, zone_name(timezone, $time_zone)) as moved_at,
    case when plain_words(type) like 'second%' then concat_ws(' ', modification_reference, type) else modification_reference end as id,
    concat_ws(
        ' ', merchant_account, batch_number, coalesce(modification_reference, psp_reference, type), nullif(cast(row_number() over (
            partition by merchant_account, batch_number, coalesce(modification_reference, psp_reference, type) order by source_row
        ) - 1 as varchar), '0')
    ) as row_id,
    psp_reference as payment_id, merchant_reference as order_reference,
    nullif(modification_merchant_reference, merchant_reference) as credit_note_number, payment_method as method,
    concat_ws('/', merchant_account, batch_number) as payout_id,
    case when psp_reference is null then concat_ws(' ', type, modification_reference) else type end as description,
    case when lower(type) like '%payout' then modification_reference end as bank_reference
from totals
"""
SOURCES = (
    movements_table(
        "adyen_settlement",
        "adyen",
        (
            *required("Merchant Account", "Psp Reference", "Merchant Reference", "Creation Date", "TimeZone", "Type"),
            *required("Modification Reference", "Gross Currency", "Gross Debit (GC)", "Gross Credit (GC)"),
            *required("Net Currency", "Net Debit (NC)", "Net Credit (NC)", "Batch Number"),
            *optional("Company Account", "Payment Method", "Exchange Rate", "Commission (NC)", "Markup (NC)"),
            *optional("Scheme Fees (NC)", "Interchange (NC)", "Payment Fees (NC)", "DCC Markup (NC)", "Booking Date"),
            *optional("Booking Date TimeZone", "Modification Merchant Reference", "Payment Method Variant"),
            *optional("Dispute Reference", "Merchant Order Reference", "Metadata", "Balance Currency"),
        ),
        ROWS,
        types=TYPES,
    ),
)
