"""What shops, providers and banks say, typed exactly, one version of each; then what sealed months hold fast."""

from collections.abc import Iterator

import dagster as dg

from assets.defs.shapes import Made, Shops, made, table_specs
from pipelines.steps.forget import forget_again
from pipelines.steps.hold import hold
from pipelines.steps.normalise import normalise
from pipelines.steps.numbers import project_numbers

FACTS = table_specs(
    "facts",
    {
        "core/orders": "Each order, with its invoice.",
        "core/order_lines": "Each line of an order: article, carriage, discount.",
        "core/order_states": "Each change of an order's state.",
        "core/payments": "Money taken at a provider.",
        "core/returns": "Each return announced, sent, received.",
        "core/return_lines": "Each article of a return, with its reason, condition and fate.",
        "core/credit_notes": "Each credit note, with the invoices it corrects.",
        "core/credit_note_lines": "Each line of a credit note.",
        "core/refunds": "Each movement of money back, failures and reversals too.",
        "core/payouts": "What providers sent to the bank.",
        "core/provider_balances": "What providers hold.",
        "core/bank_lines": "Each line of the bank's statements.",
        "core/stock_counts": "What was counted.",
        "core/stock_receipts": "What came in from suppliers.",
        "core/shop_stock": "What the shop says it has.",
    },
    "raw/files",
)
NUMBERS = table_specs(
    "facts",
    {
        "core/issued_documents": "Each document we issued, to the letter.",
        "core/counter_documents": "Each document that undoes a credit note of ours.",
        "core/document_faults": "Each draft refused at issue, and why.",
    },
    "core/credit_notes",
    "core/credit_note_lines",
)
PERIODS = table_specs(
    "decided",
    {"core/periods": "Each month: open, prepared, approved, sealed."},
    "core/issued_documents",
    "core/refunds",
)


@dg.multi_asset(specs=FACTS)
def facts(passages: Shops) -> Iterator[Made]:
    """Make exact facts of the rows read."""
    told = passages.always("normalise", lambda passage: normalise(passage.warehouse, passage.shop, passage.as_of))
    passages.always("forget", lambda passage: forget_again(passage.warehouse, passage.folder))
    yield from made(FACTS, passages, told)


@dg.multi_asset(specs=NUMBERS)
def numbers(passages: Shops) -> Iterator[Made]:
    """Make the tables say what the register says we issued."""
    told = passages.always("numbers", lambda passage: project_numbers(passage.warehouse, passage.folder, passage.as_of))
    yield from made(NUMBERS, passages, told)


@dg.multi_asset(specs=PERIODS)
def months(passages: Shops) -> Iterator[Made]:
    """Read sealed months back as they were sealed."""
    told = passages.each("hold", lambda passage: hold(passage.warehouse, passage.folder))
    yield from made(PERIODS, passages, told)
