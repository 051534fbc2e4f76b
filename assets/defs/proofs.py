"""The heart: which refund settles which credit note, the three legs of each return, and what does not add up."""

from collections.abc import Iterator

import dagster as dg

from assets.defs.shapes import Made, Shops, made, table_specs
from pipelines.steps.decisions import project_decisions
from pipelines.steps.prepare import prepare
from pipelines.steps.prove import prove
from pipelines.steps.reconcile import reconcile

DECISIONS = table_specs("decided", {"core/decisions": "What persons decided, replayed before any rule."})
ALLOCATIONS = table_specs(
    "proofs",
    {"core/allocations": "Which refund settles which credit note, over all open items."},
    "core/credit_notes",
    "core/refunds",
    "core/payments",
    "core/returns",
    "core/decisions",
    "core/issued_documents",
    "core/periods",
)
PROOFS = table_specs(
    "proofs",
    {
        "core/breaks": "Each thing that does not add up: both sides, its age, what to do.",
        "core/returns_proof": "Each return with its three legs: document, money, goods.",
        "core/payout_proofs": "Each payout against the movements it pays.",
        "core/checks": "Each finding of the law's checks.",
    },
    "core/allocations",
    "core/stock_positions",
    "core/payouts",
    "core/bank_lines",
)
DRAFTS = table_specs("proofs", {"core/drafts": "Each credit note prepared and not yet numbered."}, "core/breaks")


@dg.multi_asset(specs=DECISIONS)
def decisions(passages: Shops) -> Iterator[Made]:
    """Make the table say what the register says."""
    told = passages.always("decisions", lambda passage: project_decisions(passage.warehouse, passage.folder.register))
    yield from made(DECISIONS, passages, told)


@dg.multi_asset(specs=ALLOCATIONS)
def allocations(passages: Shops) -> Iterator[Made]:
    """Pair what is owed with what was paid back."""
    told = passages.each("reconcile", lambda passage: reconcile(passage.warehouse, passage.shop, passage.as_of))
    yield from made(ALLOCATIONS, passages, told)


@dg.multi_asset(specs=PROOFS)
def proofs(passages: Shops) -> Iterator[Made]:
    """Prove every return, and name every break."""
    told = passages.each("prove", lambda passage: prove(passage.warehouse, passage.shop, passage.as_of))
    yield from made(PROOFS, passages, told)


@dg.multi_asset(specs=DRAFTS)
def drafts(passages: Shops) -> Iterator[Made]:
    """Prepare a credit note where money or goods came back and no document says so."""
    told = passages.each("prepare", lambda passage: prepare(passage.warehouse, passage.shop, passage.as_of))
    yield from made(DRAFTS, passages, told)
