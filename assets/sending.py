"""Sends the credit notes that have not gone yet: those we issued, and the shop's own only when it asks for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
import os
from pathlib import Path
import time

from assets.clock import Clock
from assets.lock import held
from assets.passage import shop_at
from pipelines.domain.credit_notes import CreditNote
from pipelines.domain.folder import ShopFolder
from pipelines.domain.letters import Fate, Outcome, may_be_sent
from pipelines.domain.messages import documents as messages
from pipelines.domain.refusals import Refusal
from pipelines.domain.shop import Shop
from pipelines.steps.documents import issued_papers, logo, month_documents
from pipelines.steps.numbers import project_numbers
from pipelines.steps.send import check_settings, outbox, send
from pipelines.steps.tables import note_tables
from pipelines.warehouse import Warehouse, open_warehouse
from reports.covering_letter import covering_letter
from reports.credit_note import render_credit_notes

SENT_WITHIN = timedelta(days=30)
"""A shop that begins to send does not mail its past."""


@dataclass(frozen=True, slots=True)
class Post:
    """What goes, with the papers kept at issue; what has no address, and what left without an end anybody saw."""

    going: list[CreditNote]
    kept: dict[str, bytes]
    without_address: list[str]
    doubtful: list[str]


def post(root: Path, day: date | None, *, dry_run: bool) -> tuple[Post, list[Outcome]]:
    """Send what has not gone yet. Raises Refusal when no server is named, or it does not answer."""
    folder, shop = shop_at(root)
    check_settings(shop.email)
    clock = Clock(shop.identity.time_zone)
    as_of = clock.as_of(day)
    with held(folder, "send", clock), open_warehouse(folder.warehouse) as warehouse:
        project_numbers(warehouse, folder, as_of)
        found = _post(warehouse, folder, shop, as_of)
        note_tables(warehouse)
    return found, [] if dry_run else list(_sent(folder, shop, found, clock))


def _post(warehouse: Warehouse, folder: ShopFolder, shop: Shop, as_of: date) -> Post:
    outcomes, since = outbox(folder), as_of - SENT_WITHIN
    months = sorted({f"{since + timedelta(days=day):%Y-%m}" for day in range(SENT_WITHIN.days + 1)})
    notes = [note for month in months for note in month_documents(warehouse, shop, month)]
    wanted = [note for note in notes if since <= note.issued_on <= as_of and _is_ours_to_send(note, shop)]
    undone = {note.undoes.number for note in notes if note.undoes}
    left = [note for note in wanted if may_be_sent(outcomes.get(note.number)) and _concerns(note, undone, outcomes)]
    kept = {number: paper for month in months for number, paper in issued_papers(warehouse, folder, month).items()}
    return Post(
        [note for note in left if note.buyer.email],
        kept,
        [note.number for note in left if not note.buyer.email],
        sorted(number for number, outcome in outcomes.items() if outcome.fate is Fate.SENDING),
    )


def _is_ours_to_send(note: CreditNote, shop: Shop) -> bool:
    return not note.is_duplicate or shop.email.send_duplicates


def _concerns(note: CreditNote, undone: set[str], outcomes: Mapping[str, Outcome]) -> bool:
    """A note undone before it left never leaves; what undoes a note goes only to a customer who has that note."""
    if note.undoes:
        told = outcomes.get(note.undoes.number)
        return told is not None and told.fate in {Fate.SENT, Fate.SENDING}
    return note.number not in undone


def _sent(folder: ShopFolder, shop: Shop, found: Post, clock: Clock) -> Iterator[Outcome]:
    rendered = [note for note in found.going if note.number not in found.kept]
    papers = {paper.number: paper.content for paper in render_credit_notes(rendered, shop, logo(folder, shop))}
    papers |= found.kept
    letters = [covering_letter(note, shop, papers[note.number]) for note in found.going if papers[note.number]]
    password = os.environ.get(shop.email.password_variable, "")
    if letters:
        try:
            yield from send(folder, shop, letters, password, clock.instant, time.sleep)
        except OSError as error:
            raise Refusal(
                messages.NO_MAIL_SERVER, "shop.toml, [email]", server=shop.email.server, reason=error
            ) from None
