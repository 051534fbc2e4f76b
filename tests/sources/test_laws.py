"""What exports are turned into, beside the same rules in plain Python: no cent appears, none goes."""

from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given, settings
from hypothesis import strategies as draw

from pipelines.domain.folder import ShopFolder
from pipelines.domain.shop import Shop
from pipelines.sources.stripe import TYPES
from pipelines.warehouse import open_warehouse
from tests.inboxes import Inbox

CENT = Decimal("0.01")
TAKES, GIVES = {"refund", "dispute"}, {"refund_failure", "dispute_reversal"}
WORDS = (
    "charge",
    "refund",
    "refund_failure",
    "dispute",
    "dispute_reversal",
    "stripe_fee",
    "payout",
    "transfer",
    "novelty",
)
cents = draw.integers(-500, 500).map(lambda number: number * CENT)
fees = draw.one_of(draw.none(), draw.integers(-30, 30).map(lambda number: number * CENT))
habits = draw.sampled_from(("kept", "given", "silent", "torn"))
rows = draw.tuples(draw.sampled_from(WORDS), draw.one_of(cents, draw.just(Decimal(0))), fees, habits)


def written(word, gross, fee, habit):
    """One row as exported: its net follows its fee's habit of sign, is not said, or contradicts both."""
    if fee is None or habit == "silent":
        return word, gross, fee, None
    net = {"kept": gross - fee, "given": gross + fee, "torn": gross + 2 * fee + CENT}[habit]
    return word, gross, fee, net


def meant(word, gross, fee, net):
    """The outcome of one row: a kind with its gross and fee, or why it is none."""
    if fee is not None and net is not None:
        if net not in {gross - fee, gross + fee}:
            return "net-differs"
        fee = fee if net == gross - fee else -fee
    movement = TYPES.get(word, "unknown")
    if not gross and not fee and not net:
        return "unknown-type" if movement == "unknown" else "no_money"
    if not gross and fee and movement != "payout":
        return ("fee" if fee > 0 else "adjustment", abs(fee) if fee > 0 else -fee, None)
    taken, given_back = gross < 0, gross > 0
    contradicted = {"payment": taken, **dict.fromkeys(TAKES, given_back), **dict.fromkeys(GIVES, taken)}
    if contradicted.get(movement):
        movement = "unknown"
    if movement == "fee" and given_back:
        movement = "adjustment"
    if movement == "payout":
        moved = net if net is not None else gross - fee if fee is not None else gross
        return ("payout", -moved, None)
    return (movement, gross if movement in {"payment", "adjustment", "unknown"} else abs(gross), fee)


@settings(max_examples=4, deadline=None, derandomize=True)
@given(draw.lists(rows, min_size=60, max_size=60))
def test_each_movement_is_what_its_word_its_sign_and_its_net_say(tmp_path_factory, drawn):
    told = [written(*row) for row in drawn]
    lines = [
        f"txn_{rank},{word},src_{rank},{gross},{'' if fee is None else fee},{'' if net is None else net},eur,2026-10-01 10:00:00"
        for rank, (word, gross, fee, net) in enumerate(told)
    ]
    with open_warehouse() as warehouse:
        inbox = Inbox(warehouse, ShopFolder(tmp_path_factory.mktemp("law")), Shop())
        inbox.drop("s.csv", "id,Type,Source,Amount,Fee,Net,Currency,Created (UTC)\n" + "\n".join(lines) + "\n")
        inbox.read()
        assert outcomes(inbox) == {rank + 2: meant(*row) for rank, row in enumerate(told)}


def outcomes(inbox):
    said = "select source_row, {}, cast({} as decimal(18, 2)), cast({} as decimal(18, 2)) from raw.{}"
    found = inbox.query(said.format("'payment'", "amount", "fee", "payments"))
    found += inbox.query(said.format("type", "gross", "fee", "refunds"))
    found += inbox.query(said.format("'payout'", "amount", "null", "payouts"))
    taken = {row: tuple(outcome) for row, *outcome in found}
    aside = inbox.query("select source_row, reason from raw.excluded_rows")
    return taken | dict(aside) | {row: code for row, _, _, code in inbox.rejected()}


articles = draw.lists(draw.tuples(draw.integers(1, 4), draw.integers(1, 20_000)), min_size=1, max_size=4)
orders = draw.tuples(articles, draw.integers(0, 60), draw.sampled_from(("20", "10", "5.5", "0")), draw.integers(0, 900))
COLUMNS = "Name,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Country,Tax 1 Name,Tax 1 Value"


def half_up(amount):
    return amount.quantize(CENT, ROUND_HALF_UP)


def exported(number, articles, percent, rate, shipping):
    """An order of Shopify, its prices with tax, a discount on the whole of it; its lines, its total and its rate."""
    whole = sum(quantity * price for quantity, price in articles) * CENT
    subtotal = whole - half_up(whole * percent / 100)
    carriage = shipping * CENT
    tax = half_up((subtotal + carriage) * Decimal(rate) / (100 + Decimal(rate)))
    named = (f"FR TVA {rate}%", tax) if tax else ("", "")
    lines = []
    for rank, (quantity, price) in enumerate(articles):
        first = (("paid", "EUR", subtotal, carriage, tax, subtotal + carriage), ("FR", *named))
        own, end = first if rank == 0 else (("",) * 6, ("",) * 3)
        cells = (
            f"#{number}",
            *own,
            "2026-10-01 10:00:00 +0000",
            quantity,
            f"Article {rank}",
            price * CENT,
            f"A{rank}",
            *end,
        )
        lines.append(",".join(map(str, cells)))
    return lines, subtotal + carriage, Decimal(rate) if tax else Decimal(0)


@settings(max_examples=3, deadline=None, derandomize=True)
@given(draw.lists(orders, min_size=40, max_size=40))
def test_the_lines_of_an_order_of_shopify_make_its_total_at_the_rate_charged(tmp_path_factory, drawn):
    told = {f"#{number}": exported(number, *order) for number, order in enumerate(drawn, start=1001)}
    with open_warehouse() as warehouse:
        inbox = Inbox(warehouse, ShopFolder(tmp_path_factory.mktemp("law")), Shop())
        inbox.drop(
            "orders.csv", "\n".join([COLUMNS, *(line for lines, _, _ in told.values() for line in lines)]) + "\n"
        )
        inbox.read()
        assert inbox.rejected() == []
        totals, rates = defaultdict(Decimal), defaultdict(set)
        for name, quantity, price, discount, rate in inbox.query(
            "select order_id, quantity, unit_price_gross, discount_gross, vat_rate from raw.orders"
        ):
            totals[name] += Decimal(quantity) * Decimal(price) - Decimal(discount or 0)
            rates[name].add(Decimal(rate))
        assert totals == {name: total for name, (_, total, _) in told.items()}
        assert {name: found for name, found in rates.items() if found != {told[name][2]}} == {}
