"""Judges what a person wrote in the workbook, row by row: what is recorded, what is refused and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from pipelines.domain.decision_sheet import BREAK_WORDS, fingerprint, words_print
from pipelines.domain.messages import Message
from pipelines.domain.messages import workbook_rows as messages
from pipelines.domain.provider_accounts import provider_name
from pipelines.domain.refusals import Refusal
from pipelines.domain.register import Entry

Facts = Mapping[str, object]
IDENTITY = ("kind", "credit_note_number", "provider", "refund_id", "order_id", "sku")
PAIR = ("credit_note_number", "provider", "refund_id")
PAIR_ACTIONS = frozenset({"confirm", "reject", "unmatch", "link"})
REMARKS = frozenset({"comment", "owner"})
ALLOWED: Mapping[str, tuple[str, ...]] = {
    "pair proposed": ("confirm", "reject"),
    "pair confirmed": ("unmatch",),
    "credit_note_without_refund": ("link", "write_off", "accept"),
    "refund_without_credit_note": ("link", "ignore", "accept"),
    "refund_under": ("write_off", "unmatch", "accept"),
    "refund_over": ("ignore", "unmatch", "accept"),
    "refund_failed": ("link", "write_off", "accept"),
    "refund_means_differs": ("unmatch", "accept"),
    "duplicate_refund": ("link", "ignore", "accept"),
    "refund_exceeds_capture": ("ignore", "accept"),
    "unknown_order": ("link", "ignore", "accept"),
    "unknown_movement": ("ignore", "accept"),
    "ambiguous": ("confirm", "reject", "link", "accept"),
    "chargeback_after_refund": ("link", "ignore", "accept"),
    "store_credit_and_refund": ("link", "ignore", "accept"),
    "currency_differs": ("link", "ignore", "accept"),
}


@dataclass(frozen=True, slots=True)
class DecidedRow:
    """One row as it came back; `formulas` are the columns to decide in that hold a formula."""

    sheet: str
    row: int
    key: str
    shown: str
    decision: str = ""
    precision: str = ""
    comment: str = ""
    owner: str = ""
    formulas: tuple[str, ...] = ()

    @property
    def says(self) -> bool:
        """Whether a person wrote anything to be read."""
        return bool(self.decision or self.formulas)


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """What a row said when it was published: the columns of facts, and the columns to decide in."""

    sheet: str
    shown: str
    comment: str
    owner: str


@dataclass(frozen=True, slots=True)
class DecidableItem:
    """A break or a pair as it stands now; a pair's kind is `pair proposed` or `pair confirmed`."""

    key: str
    kind: str
    credit_note_number: str | None
    provider: str | None
    refund_id: str | None
    order_id: str | None
    sku: str | None
    currency: str | None
    amount: Decimal | None
    vat_at_stake: Decimal | None
    is_sealed: bool

    @property
    def shown(self) -> str:
        """The fingerprint of the columns of facts, in the words a workbook published now would bear."""
        provider = self.provider and provider_name(self.provider)
        ids = (self.credit_note_number, provider, self.refund_id, self.order_id, self.sku)
        return fingerprint((*ids, self.currency, self.amount, self.vat_at_stake))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a row: lines for the register, or a refusal, or neither when it was said before."""

    sheet: str
    row: int
    decision: str
    recorded: tuple[tuple[str, Facts], ...] = ()
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What rows are judged against: what was published, what stands now, what may be named, what was decided."""

    written: Mapping[str, WrittenRow]
    items: Mapping[str, DecidableItem]
    references: Mapping[str, Facts] = field(default_factory=dict)
    entries: Sequence[Entry] = ()


def judge(rows: Sequence[DecidedRow], known: Known) -> list[Verdict]:
    """A verdict for each row where a person wrote or altered something, and one for the rows taken away."""
    seen: set[str] = set()
    verdicts = []
    for row in rows:
        verdicts.append(_verdict(row, known, seen))
        seen.add(row.key)
    return [verdict for verdict in verdicts if verdict] + list(_deleted(known.written, seen))


def _verdict(row: DecidedRow, known: Known, seen: set[str]) -> Verdict | None:
    written = known.written.get(row.key)
    is_untouched = written is not None and not row.says and _remarks(row, written) == []
    fault = _fault_of_row(row, written, seen)
    if fault is None and is_untouched:
        return None
    if fault is None and row.key not in known.items:
        fault = _refusal(row, messages.GONE)
    if fault:
        return Verdict(row.sheet, row.row, row.decision, refusal=fault)
    return _judged(row, known.items[row.key], known)


def _fault_of_row(row: DecidedRow, written: WrittenRow | None, seen: set[str]) -> Refusal | None:
    if row.formulas:
        return _refusal(row, messages.FORMULA, column=row.formulas[0])
    if written is None:
        return _refusal(row, messages.UNKNOWN_ROW)
    if row.key in seen:
        return _refusal(row, messages.TWICE)
    return _refusal(row, messages.EDITED) if row.shown != written.shown else None


def _judged(row: DecidedRow, item: DecidableItem, known: Known) -> Verdict:
    written = known.written[row.key]
    try:
        if item.shown != written.shown:
            raise _refusal(row, messages.CHANGED)
        recorded = [*_decision(row, item, known), *_new_remarks(row, item, known)]
    except Refusal as refusal:
        return Verdict(row.sheet, row.row, row.decision, refusal=refusal)
    return Verdict(row.sheet, row.row, row.decision, tuple(recorded))


def _decision(row: DecidedRow, item: DecidableItem, known: Known) -> Iterable[tuple[str, Facts]]:
    """The line of the register a decision makes; none when the same decision stands already."""
    if not row.decision:
        return []
    action = _action(row, item)
    standing = standing_decision(item, known.entries)
    if action == "revoke":
        if standing is None:
            raise _refusal(row, messages.NOTHING_TO_REVOKE)
        return [(action, {**_identity(item), "revokes": standing.sequence})]
    facts = _facts(row, action, item, known)
    if standing and standing.action == action and _same(standing.facts, facts):
        return []
    return [(action, {**facts, **({"comment": row.comment} if row.comment else {})})]


def _action(row: DecidedRow, item: DecidableItem) -> str:
    action = BREAK_WORDS.get(row.decision)
    allowed = (*ALLOWED.get(item.kind, ("accept",)), "revoke")
    choices = ", ".join(word for word, found in BREAK_WORDS.items() if found in allowed)
    if action is None:
        raise _refusal(row, messages.UNKNOWN_WORD, word=row.decision, choices=choices)
    if action not in allowed or (
        action in PAIR_ACTIONS - {"link"} and not (item.credit_note_number and item.refund_id)
    ):
        raise _refusal(row, messages.NOT_ALLOWED, word=row.decision, choices=choices)
    if action == "unmatch" and item.is_sealed:
        raise _refusal(row, messages.SEALED_ITEM)
    return action


def _facts(row: DecidedRow, action: str, item: DecidableItem, known: Known) -> Facts:
    identity = _identity(item)
    if action == "link":
        return {**identity, **_other_half(row, item, known.references)}
    if action == "write_off" and item.amount is not None:
        return {**identity, "amount": f"{item.amount:.2f}"}
    return identity


def _other_half(row: DecidedRow, item: DecidableItem, references: Mapping[str, Facts]) -> Facts:
    """The credit note or the refund that the person names, or the item's own pair when it has both."""
    if not row.precision:
        if item.credit_note_number and item.refund_id:
            return {}
        raise _refusal(row, messages.TARGET_MISSING, word=row.decision)
    found = references.get(row.precision)
    wanted = "refund_id" if item.credit_note_number else "credit_note_number"
    if found is None or wanted not in found:
        raise _refusal(row, messages.TARGET_UNKNOWN, target=row.precision)
    return found


def _remarks(row: DecidedRow, written: WrittenRow) -> list[tuple[str, str]]:
    """Comment and owner, each when a person changed it since the workbook was written."""
    both = (("comment", row.comment, written.comment), ("owner", row.owner, written.owner))
    return [(name, words) for name, words, before in both if words_print(words) != before]


def _new_remarks(row: DecidedRow, item: DecidableItem, known: Known) -> list[tuple[str, Facts]]:
    """The remarks that the register does not end with already."""
    identity = _identity(item)
    remarks = [(name, {**identity, name: words}) for name, words in _remarks(row, known.written[row.key])]
    last = {entry.action: dict(entry.facts) for entry in known.entries if _is_about(entry, identity)}
    return [(name, facts) for name, facts in remarks if last.get(name) != facts]


def standing_decision(item: DecidableItem, entries: Sequence[Entry]) -> Entry | None:
    """The last decision about an item that no later line revokes."""
    revoked = {entry.facts.get("revokes") for entry in entries if entry.action == "revoke"}
    identity = _identity(item)
    about = [
        entry
        for entry in entries
        if entry.action not in REMARKS | {"revoke"} and entry.sequence not in revoked and _is_about(entry, identity)
    ]
    return about[-1] if about else None


def _is_about(entry: Entry, identity: Facts) -> bool:
    """A pair is named by its ids alone; a break by its kind too."""
    if "kind" not in identity:
        return entry.action in PAIR_ACTIONS | REMARKS and all(
            entry.facts.get(name) == identity.get(name) for name in PAIR
        )
    return all(entry.facts.get(name) == value for name, value in identity.items())


def _identity(item: DecidableItem) -> Facts:
    kind = None if item.kind.startswith("pair ") else item.kind
    values = (kind, item.credit_note_number, item.provider, item.refund_id, item.order_id, item.sku)
    return {name: value for name, value in zip(IDENTITY, values, strict=True) if value is not None}


def _same(one: Facts, other: Facts) -> bool:
    return {key: value for key, value in one.items() if key != "comment"} == dict(other)


def _deleted(written: Mapping[str, WrittenRow], seen: set[str]) -> Iterable[Verdict]:
    """One verdict per sheet from which rows were taken away."""
    gone = [row.sheet for key, row in written.items() if key not in seen]
    for sheet in dict.fromkeys(gone):
        refusal = Refusal(messages.DELETED, sheet, count=gone.count(sheet))
        yield Verdict(sheet, 0, "", refusal=refusal)


def _refusal(row: DecidedRow, message: Message, **facts: object) -> Refusal:
    return Refusal(message, f"{row.sheet}, ligne {row.row}", **facts)
