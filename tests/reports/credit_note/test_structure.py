"""PDF/A-3b: output intent, XMP, embedded fonts, tags and the Factur-X document, as pikepdf finds them."""

import io

import pikepdf
import pytest

from pipelines.domain.credit_notes import NumberedBy
from reports.credit_note import UnfitDocumentError, render_credit_note
from reports.electronic import electronic_credit_note
from tests.reports.notes import NOTE, SHOP, note


@pytest.fixture(scope="module")
def pdf():
    with pikepdf.open(io.BytesIO(render_credit_note(NOTE, SHOP))) as opened:
        yield opened


def test_the_electronic_document_is_declared_as_the_data_of_the_page(pdf):
    [found] = pdf.Root.AF
    assert (found.F, found.AFRelationship) == ("factur-x.xml", "/Data")
    assert pdf.attachments["factur-x.xml"].get_file().read_bytes() == electronic_credit_note(NOTE)
    assert pdf.attachments["factur-x.xml"].get_file().mime_type == "text/xml"


def test_it_says_it_is_pdf_a_3b_and_factur_x(pdf):
    xmp = pdf.Root.Metadata.read_bytes().decode()
    for said in ('pdfaid:part="3"', 'pdfaid:conformance="B"', "<fx:ConformanceLevel>EN 16931", "pdfaExtension:schemas"):
        assert said in xmp


def test_colours_fonts_language_and_tags_are_there(pdf):
    assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"
    assert (pdf.Root.Lang, bool(pdf.Root.MarkInfo.Marked)) == ("fr", True)
    fonts = pdf.pages[0].Resources.Font
    assert all("/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in fonts.values())
    assert "/StructTreeRoot" in pdf.Root


def test_a_duplicate_carries_no_data():
    paper = render_credit_note(note(numbered_by=NumberedBy.SHOP), SHOP)
    with pikepdf.open(io.BytesIO(paper)) as opened:
        assert list(opened.attachments) == []


def test_a_document_that_breaks_a_rule_is_refused_by_name():
    with pytest.raises(UnfitDocumentError, match="BT-1: AV 12"):
        render_credit_note(note(number="AV 12"), SHOP)
