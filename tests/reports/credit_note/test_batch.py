"""Many papers: the same ones, in the same order, whichever process renders them."""

from reports.credit_note import Paper, batch, render_credit_note, render_credit_notes
from tests.reports.notes import NOTE, SHOP, note

NOTES = [NOTE, note(number="AV 12"), note(number="AV-2026-000124", lines=NOTE.lines[:1])]


def test_papers_rendered_elsewhere_are_those_rendered_here_and_one_that_fails_stops_none(monkeypatch):
    monkeypatch.setattr(batch, "WORTH_A_POOL", len(NOTES))
    first, faulty, last = render_credit_notes(NOTES, SHOP)
    assert faulty == Paper("AV 12", b"", ("BT-1: AV 12",))
    assert [first.content, last.content] == [render_credit_note(found, SHOP) for found in (NOTES[0], NOTES[2])]
