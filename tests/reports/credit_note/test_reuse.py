"""What is kept from one page to the next changes no byte of it, and does not grow for ever."""

import pytest
from weasyprint import HTML

from reports.credit_note import engine, render_credit_note, reuse
from tests.reports.notes import NOTE, SHOP, line, note

NOTES = [
    NOTE,
    note(number="AV-2026-000124", lines=NOTE.lines[:2]),
    note(number="AV-2026-000125", lines=(line("Tasse 😀🎁 كوب قهوة " + "très longue " * 20, "2", "12.00", "20", "T"),)),
    note(number="AV-2026-000126", lines=tuple(line(f"Ligne {rank}", "1", "2.00", "5.5") for rank in range(60))),
]


def papers() -> list[bytes]:
    return [render_credit_note(found, SHOP) for found in NOTES]


@pytest.fixture(scope="module")
def plain():
    """The same papers as WeasyPrint lays them out by itself."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(engine.Page, "render", HTML.render)
        return papers()


def test_each_paper_is_byte_for_byte_what_weasyprint_makes_by_itself_however_many_came_before(plain):
    assert papers() == plain
    assert papers()[::-1] == plain[::-1]


def test_what_is_kept_is_let_go_before_it_grows_too_large_and_no_byte_changes(plain, monkeypatch):
    monkeypatch.setattr(reuse, "KEPT", 7)
    reuse._styles.clear()
    reuse._lines.clear()
    assert papers() == plain
    assert max(len(reuse._styles), len(reuse._lines)) <= 7
