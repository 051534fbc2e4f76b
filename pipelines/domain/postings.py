"""Which kinds of entry each switch of `[books]` posts; an entry's identity begins with its kind."""

from dataclasses import dataclass

from pipelines.domain.shop.books import Books


@dataclass(frozen=True, slots=True)
class Posting:
    """One named `.sql` file, the kinds of entry it writes, and the switches that must all be on."""

    name: str
    kinds: tuple[str, ...]
    switches: tuple[str, ...]


POSTINGS = (
    Posting("opening", ("opening",), ()),
    Posting("credit_notes", ("credit_note",), ("credit_notes",)),
    Posting("counter_documents", ("counter_document",), ("credit_notes",)),
    Posting("store_credits", ("store_credit",), ("credit_notes",)),
    Posting("refunds", ("refund",), ("refunds",)),
    Posting("settled_disputes", ("dispute",), ("credit_notes", "refunds")),
    Posting("note_remainders", ("remainder",), ("credit_notes", "refunds")),
    Posting("refund_remainders", ("remainder",), ("credit_notes", "refunds")),
    Posting("sales", ("sale",), ("sales",)),
    Posting("collections", ("payment",), ("collections",)),
    Posting("fees", ("fee",), ("fees",)),
    Posting("payouts", ("payout", "arrival"), ("payouts",)),
    Posting("stock", ("stock",), ("stock",)),
    Posting("carriage", ("carriage",), ("carriage",)),
    Posting("supplier_claims", ("claim",), ("supplier_claims",)),
    Posting("write_downs", ("write_down",), ("write_downs",)),
    Posting("cut_offs", ("cut_off", "reversal"), ("cut_off",)),
    Posting("lapsed_gift_cards", ("lapsed",), ("gift_cards_lapse_months",)),
)


def switched_on(books: Books) -> list[Posting]:
    """The postings the shop asks for, in the order they are made."""
    return [posting for posting in POSTINGS if all(getattr(books, switch) for switch in posting.switches)]


def kinds_posted(books: Books) -> list[str]:
    """The kinds of entry the shop asks for, sorted."""
    return sorted({kind for posting in switched_on(books) for kind in posting.kinds})
