"""Goods typed in at the door become a file of returns in the inbox, once whole."""

import csv
from datetime import datetime
from decimal import Decimal
from io import BytesIO

import pytest

from assets.portal.photos import MOST, MOST_BYTES, drawn_anew, photos_of
from assets.portal.reception import AnnouncedLine, ReceivedLine, reception_file
from pipelines.domain.folder import ShopFolder
from pipelines.steps.register import read_register
from pipelines.warehouse import open_warehouse
from tests.assets.portal.test_pages import insert
from tests.refused import refused

AT = "2026-10-31T10:00:00Z"


@pytest.fixture
def merchant(portal, enter):
    folder = portal.root / "garance" / "published" / "tables"
    folder.mkdir()
    source = {"source_file": "f" * 64, "source_row": 2}
    with open_warehouse() as warehouse:
        insert(
            warehouse,
            "core.order_lines",
            order_id="1001",
            line_id="L1",
            line_type="product",
            sku="ROBE-38",
            title="Robe",
            quantity=2,
            vat_rate=20,
            net=50,
            vat=10,
            gross=60,
            **source,
        )
        insert(
            warehouse,
            "core.returns",
            return_id="RET-7",
            order_id="1001",
            notified_at="2026-10-20 08:00:00",
            notified_on="2026-10-20",
            **source,
        )
        insert(
            warehouse,
            "core.return_lines",
            return_id="RET-7",
            line_number=1,
            order_id="1001",
            line_id="L1",
            sku="ROBE-38",
            quantity=1,
            reason_code="too_small",
            **source,
        )
        for table in ("order_lines", "returns", "return_lines"):
            warehouse.connection.table(f"core.{table}").write_parquet(str(folder / f"{table}.parquet"))
    return enter("marc@garance.fr")


def typed(portal, **form):
    return {"csrf": next(iter(portal.sessions.by_token.values())).csrf, **form}


def dropped(portal):
    return [list(csv.DictReader(path.open())) for path in (portal.root / "garance" / "inbox").glob("*")]


def test_the_announced_return_is_proposed(merchant):
    page = merchant.get("/garance/reception?commande=%231001").text
    assert "RET-7" in page
    assert 'value="1"' in page


def test_what_is_typed_lands_in_the_inbox_under_the_announced_return(merchant, portal):
    form = typed(portal, **{"quantity:L1": "1", "condition:L1": "new", "disposition:L1": "restock"})
    assert merchant.post("/garance/reception?commande=1001", data=form).status_code == 303
    row = dropped(portal)[0][0]
    assert (row["return_id"], row["sku"], row["quantity"], row["reason_code"]) == ("RET-7", "ROBE-38", "1", "too_small")
    assert (row["notified_at"], row["disposition"]) == ("2026-10-20T08:00:00Z", "restock")


@pytest.mark.parametrize("quantity", ["0", "-1", "², 9e9", "<b>"])
def test_nothing_typed_drops_nothing(merchant, portal, quantity):
    form = typed(portal, **{"quantity:L1": quantity})
    assert merchant.post("/garance/reception?commande=1001", data=form).status_code == 422
    assert dropped(portal) == []


def test_no_more_comes_back_than_was_sold(merchant, portal):
    form = typed(portal, **{"quantity:L1": "99", "condition:L1": "=cmd()", "disposition:L1": "restock"})
    merchant.post("/garance/reception?commande=1001", data=form)
    assert [(row["quantity"], row["condition"]) for row in dropped(portal)[0]] == [("2", "")]


def test_a_reader_receives_nothing(merchant, portal, enter):
    client = enter("lise@garance.fr")
    session = list(portal.sessions.by_token.values())[-1]
    assert (
        client.post("/garance/reception?commande=1001", data={"csrf": session.csrf, "quantity:L1": "1"}).status_code
        == 403
    )


def test_goods_nobody_announced_make_a_return_of_their_own():
    line = AnnouncedLine("1001", "L1", "ROBE-38", "Robe", Decimal(2), None, None, None, None, None, None)
    rows = list(csv.DictReader(reception_file([ReceivedLine(line, 1, "other", "new", "restock")], AT).splitlines()))
    assert (rows[0]["return_id"], rows[0]["notified_at"], rows[0]["received_at"]) == ("RC-1001", AT, AT)


def test_an_announced_return_keeps_its_dates():
    at = datetime(2026, 10, 20, 8)
    line = AnnouncedLine("1001", "L1", "ROBE-38", "Robe", Decimal(2), "RET-7", None, Decimal(1), "other", at, None)
    row = next(csv.DictReader(reception_file([ReceivedLine(line, 1, "", "new", "restock")], AT).splitlines()))
    assert (row["line_id"], row["notified_at"], row["sent_at"]) == ("", "2026-10-20T08:00:00Z", "")


def picture(form="PNG", size=(60, 40), **options):
    from PIL import Image

    drawn = BytesIO()
    Image.new("RGB", size, "#a33").save(drawn, form, **options)
    return drawn.getvalue()


def receive(merchant, portal, *photos):
    form = typed(portal, **{"quantity:L1": "1", "condition:L1": "damaged", "disposition:L1": "quarantine"})
    files = [("photo", (f"<b>{number}.php", photo, "text/html")) for number, photo in enumerate(photos)]
    return merchant.post("/garance/reception?commande=1001", data=form, files=files)


def test_photos_are_kept_beside_the_order_as_pictures_only(merchant, portal):
    assert receive(merchant, portal, picture(), picture("WEBP")).status_code == 303
    root = portal.root / "garance"
    names = photos_of(ShopFolder(root), "1001")
    answer = merchant.get(f"/garance/photo?commande=1001&nom={names[0]}")
    assert (len(names), answer.headers["content-type"], answer.content[:2]) == (2, "image/jpeg", b"\xff\xd8")
    received = [entry for entry in read_register(portal.root / "register", "audit") if entry.action == "received"]
    assert len(str(received[0].facts["photos"]).split()) == 2


def test_a_photo_says_nothing_but_what_it_shows():
    from PIL import Image

    where = Image.Exif()
    where[0x010E] = "12 rue du Port"
    drawn = drawn_anew(picture("JPEG", size=(4000, 10), exif=where))
    with Image.open(BytesIO(drawn)) as image:
        assert (image.size, dict(image.getexif()), image.format) == ((1600, 4), {}, "JPEG")


@pytest.mark.parametrize(
    "content", [b"<?php system(1)", b"%PDF-1.7", b"<svg onload=alert(1)>", picture()[:60], b"GIF89a"]
)
def test_what_is_no_picture_is_refused_and_nothing_is_kept(merchant, portal, content):
    answer = receive(merchant, portal, picture(), content)
    assert answer.status_code == 422
    assert "photo lisible" in answer.text
    assert (photos_of(ShopFolder(portal.root / "garance"), "1001"), dropped(portal)) == ([], [])


def test_a_photo_too_heavy_is_refused():
    with refused("portal-photo-too-heavy", most=12):
        drawn_anew(b"0" * (MOST_BYTES + 1))
    with refused("portal-not-a-photo"):
        drawn_anew(b"0")


def test_too_many_photos_are_refused(merchant, portal):
    answer = receive(merchant, portal, *[picture()] * (MOST + 1))
    assert said("portal-too-many-photos").format(most=MOST) in answer.text


def said(code):
    from pipelines.domain.messages import portal

    return next(message.french for message in vars(portal).values() if getattr(message, "code", "") == code)


def test_a_body_that_does_not_say_its_weight_is_not_read(merchant):
    answer = merchant.post("/garance/reception?commande=1001", content=iter([b"x"]))
    assert answer.status_code == 413
    assert said("portal-too-much") in answer.text


@pytest.mark.parametrize("name", ["../../shop.toml", "x.jpg", "20261031T100000Z-0123456789ab.jpg"])
def test_no_photo_leads_out_of_its_order(merchant, name):
    assert merchant.get(f"/garance/photo?commande=..&nom={name}").status_code == 404
