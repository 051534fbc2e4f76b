"""Whatever a title, a name or a logo holds, it is printed as text: nothing is fetched, no page breaks."""

from dataclasses import replace
import io
import logging

import pikepdf
import pytest

from pipelines.domain.credit_notes import Party
from pipelines.domain.folder import ShopFolder
from pipelines.steps.documents import logo
from reports.credit_note import render_credit_note
from reports.credit_note.engine import LOGO, Sources
from tests.refused import refused
from tests.reports.notes import NOTE, SHOP, line, note
from tests.reports.paper import text

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def printed(title: str, **changes: object) -> tuple[str, int]:
    """The text and the number of pages of a note with one line of that title."""
    found = note(lines=(line(title, "1", "12.00", "20", "SKU"),), **changes)
    paper = render_credit_note(found, SHOP)
    with pikepdf.open(io.BytesIO(paper)) as pdf:
        return text(paper), len(pdf.pages)


@pytest.mark.parametrize(
    "title",
    [
        "<script>alert(1)</script>",
        "<img src='file:///etc/passwd'>",
        "file:///etc/passwd",
        "{{ 7 * 7 }} {% raw %}",
        "</td></tr></table>&nbsp;&#60;b&#62;",
        "url(http://example.org/x.png) @import 'x'",
        "]]><!-- --> <?php ?>",
    ],
)
def test_markup_is_printed_as_it_is_written(title):
    said, pages = printed(title)
    assert " ".join(title.split()).replace(" ", "") in said.replace(" ", "").replace("\n", "").replace("Réf.SKU", "")
    assert pages == 1


@pytest.mark.parametrize(
    "title", ["Tasse 😀🎁 « spéciale »", "كوب قهوة أزرق", "茶杯 כוס Кружка", "a\x00b\x0b\ufffec\ud800d"]
)
def test_every_script_of_the_world_is_printed(title):
    said, pages = printed(title)
    assert "12,00" in said
    assert pages == 1


@pytest.mark.parametrize("title", ["Très longue désignation " * 13, "X" * 300])
def test_a_title_of_three_hundred_characters_wraps_within_its_column(title):
    said, pages = printed(title)
    assert said.count("X") in {0, 300}
    assert pages == 1


def test_two_hundred_lines_repeat_their_header_and_keep_their_total():
    many = note(lines=tuple(line(f"Article {rank}", "1", "1.20", "20", f"S{rank}") for rank in range(200)))
    paper = render_credit_note(many, SHOP)
    said = text(paper)
    with pikepdf.open(io.BytesIO(paper)) as pdf:
        pages = len(pdf.pages)
    assert said.count("Désignation") >= pages - 1 > 3
    assert "240,00" in said
    assert f"page {pages}/{pages}" in said


def test_hostile_names_and_settings_stay_text():
    seller = replace(
        SHOP.identity, name='"; } @import url(file:///etc/passwd); {', legal_name="</style><b>x", legal_form="\\27 x"
    )
    shop = replace(SHOP, identity=seller, documents=replace(SHOP.documents, color="red; } body { display: none"))
    buyer = Party("<b>Ana</b>", "1 <i>rue</i>", "75001", "Paris\r\n<script>", email="x")
    said = text(render_credit_note(replace(NOTE, seller=seller, buyer=buyer), shop))
    assert "<b>Ana</b>" in said
    assert "@import" in said


def test_nothing_but_the_logo_is_ever_given(caplog):
    sources = Sources(PIXEL)
    assert sources.fetch(LOGO).read() == PIXEL
    for address in ("file:///etc/passwd", "http://example.org/", "data:text/plain,x", "logo:other"):
        with pytest.raises(ValueError, match=r"."):
            sources.fetch(address)


def test_a_logo_that_points_elsewhere_fetches_nothing(caplog):
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd" width="9" height="9"/></svg>'
    with caplog.at_level(logging.ERROR, "weasyprint"):
        assert render_credit_note(NOTE, SHOP, svg).startswith(b"%PDF")
    assert "root:" not in text(render_credit_note(NOTE, SHOP, svg))
    assert render_credit_note(NOTE, SHOP, PIXEL) == render_credit_note(NOTE, SHOP, PIXEL)


@pytest.mark.parametrize("named", ["file:///etc/passwd", "/etc/passwd", "../logo.png", "logo.txt", "absent.png"])
def test_a_logo_is_an_image_of_the_shop_s_own_folder(named, tmp_path):
    (tmp_path.parent / "logo.png").write_bytes(PIXEL)
    (tmp_path / "logo.txt").write_text("x")
    with refused("documents-not-a-logo", value=named):
        logo(ShopFolder(tmp_path), replace(SHOP, documents=replace(SHOP.documents, logo=named)))


def test_the_shop_s_own_image_is_its_logo(tmp_path):
    (tmp_path / "logo.png").write_bytes(PIXEL)
    assert logo(ShopFolder(tmp_path), replace(SHOP, documents=replace(SHOP.documents, logo="logo.png"))) == PIXEL
