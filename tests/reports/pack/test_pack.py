"""The month's pack: a summary, then every credit note, bookmarked."""

import io

import pikepdf

from pipelines.domain.credit_notes import OriginInvoice
from reports.credit_note import render_credit_note
from reports.pack import Numbers, render_pack
from tests.reports.notes import SHOP, note
from tests.reports.paper import text

NOTES = [note(number=f"AV-2026-{rank:06d}") for rank in (1, 2, 4)]


def test_the_pack_is_a_summary_and_every_note_bookmarked(tmp_path):
    papers = {found.number: tmp_path / f"{found.number}.pdf" for found in NOTES}
    for found in NOTES:
        papers[found.number].write_bytes(render_credit_note(found, SHOP))
    numbers = Numbers(("AV-2026-000005",), (("AV-2026-", 1),))
    pack = render_pack(NOTES, papers, SHOP, "2026-10", numbers)
    assert pack == render_pack(NOTES, papers, SHOP, "2026-10", numbers)
    with pikepdf.open(io.BytesIO(pack)) as pdf, pdf.open_outline() as outline:
        assert len(pdf.pages) == 4
        assert [item.title for item in outline.root] == ["Avoirs du mois", *papers]
    said = text(pack)
    assert "octobre 2026" in said
    assert "477,60 €" in said
    assert "Numéros manquants : AV-2026-000005" in said
    assert "AV-2026- AV-2026-000001 AV-2026-000004 3 1" in " ".join(said.split())


def test_what_undoes_a_note_is_counted_apart():
    counter = note(number="AVC-2026-000001", undoes=OriginInvoice("AV-2026-000001", NOTES[0].issued_on))
    said = " ".join(text(render_pack([*NOTES, counter], {}, SHOP, "2026-10")).split())
    assert "Avoirs 3 " in said
    assert "Total TTC 477,60 €" in said
    assert "Annulés par contre-document -159,20 €" in said


def test_a_month_without_a_note_still_has_its_pack():
    said = text(render_pack([], {}, SHOP, "2026-11"))
    assert "Avoirs du mois" in said
    assert "Numéros manquants : aucun." in said
