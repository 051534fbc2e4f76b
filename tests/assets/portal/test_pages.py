"""Each page shows what the shelf says, as text, in the person's role."""

from datetime import date
from decimal import Decimal
from io import BytesIO
import re
from zipfile import ZipFile

import pytest

from pipelines.steps.register import read_register
from pipelines.warehouse import open_warehouse
from tests.books import refund

HOSTILE = "<img src=x onerror=alert(1)>"
TABLES = (
    "core.breaks", "core.returns_proof", "core.allocations", "core.refunds", "core.stock_positions", "core.periods",
    "core.decisions", "core.credit_notes", "core.coverage", "core.coverage_holes",
)  # fmt: skip


def insert(warehouse, table, **values):
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" for _ in values)
    warehouse.connection.execute(f"insert into {table} ({names}) values ({marks})", list(values.values()))


@pytest.fixture
def shelf(portal):
    folder = portal.root / "garance" / "published" / "tables"
    folder.mkdir()
    shared = {"currency": "EUR", "opened_on": date(2026, 10, 5)}
    with open_warehouse() as warehouse:
        insert(
            warehouse,
            "core.breaks",
            break_id="b1",
            kind="refund_under",
            credit_note_number="AV-1",
            refund_id="re_1",
            order_id="1001",
            amount=Decimal("1.50"),
            expected="avoir 20,00 €",
            found="remboursé 18,50 €",
            age_days=26,
            action="Rembourser 1,50 €",
            status="open",
            comment=HOSTILE,
            **shared,
        )
        insert(
            warehouse,
            "core.breaks",
            break_id="b2",
            kind="credit_note_without_refund",
            credit_note_number="AV-2",
            order_id=HOSTILE,
            amount=Decimal("40.00"),
            age_days=12,
            action="Rembourser",
            status="open",
            **shared,
        )
        insert(
            warehouse,
            "core.breaks",
            break_id="b3",
            kind="refund_over",
            credit_note_number="AV-3",
            amount=Decimal("2.00"),
            age_days=1,
            action="Voir",
            status="decided",
            **shared,
        )
        for hidden, about in (("b4", {}), ("b5", {"sku": "ROBE-38"}), ("b6", {"payout_id": "po_1"})):
            words = {"age_days": 1, "action": "Voir", "status": "open"}
            insert(warehouse, "core.breaks", break_id=hidden, kind="coverage_hole", **about, **words, **shared)
        insert(
            warehouse,
            "core.returns_proof",
            proof_id="p2",
            document="missing",
            money="missing",
            goods="present",
            credited=Decimal(5),
            refunded=Decimal(0),
            explanation="un article sans commande",
            **shared,
        )
        insert(
            warehouse,
            "core.returns_proof",
            proof_id="p1",
            order_id="1001",
            credit_note_number="AV-1",
            document="present",
            money="missing",
            goods="not_observed",
            credited=Decimal(20),
            refunded=Decimal("18.50"),
            refund_due_on=date(2026, 10, 19),
            days_late=12,
            increase_due=Decimal("0.08"),
            explanation="retour de la commande 1001",
            **shared,
        )
        insert(
            warehouse,
            "core.allocations",
            credit_note_number="AV-1",
            provider="stripe",
            refund_id="re_1",
            amount=Decimal("18.50"),
            currency="EUR",
            rule="payment",
            status="confirmed",
            explanation="même paiement",
            decided_by="rule",
            issued_on=date(2026, 10, 5),
            refunded_on=date(2026, 10, 7),
        )
        refund(warehouse, "re_1", "2026-10-07", "18.50", state="matched", source_file="f" * 64, source_row=3)
        insert(
            warehouse,
            "core.stock_positions",
            sku="ROBE-38",
            place="principal",
            day=date(2026, 10, 9),
            quantity=Decimal(7),
            shop_quantity=Decimal(9),
            drift=Decimal(-2),
        )
        refund(warehouse, "re_Stray", "2026-10-09", "7.00", source_file="f" * 64, source_row=4)
        insert(
            warehouse,
            "core.breaks",
            break_id="b7",
            kind="coverage_hole",
            provider="stripe",
            expected="remboursements stripe : environ 40 lignes du 08/10/2026 au 09/10/2026",
            age_days=1,
            action="Déposer l'export",
            status="open",
            **shared | {"opened_on": date(2026, 10, 8)},
        )
        insert(
            warehouse,
            "core.decisions",
            sequence=1,
            decided_at="2026-10-06 08:00:00",
            author="Claire",
            action="comment",
            credit_note_number="AV-1",
            comment="déjà vu",
        )
        insert(
            warehouse,
            "core.coverage_holes",
            source="refunds",
            name="stripe",
            first_day=date(2026, 10, 8),
            last_day=date(2026, 10, 9),
            said="remboursements stripe : environ 40 lignes du 08/10/2026 au 09/10/2026",
        )
        for day in (7, 10):
            insert(warehouse, "core.coverage", source="refunds", name="stripe", day=date(2026, 10, day), rows=41)
        insert(warehouse, "core.periods", month="2026-10", state="prepared")
        for table in TABLES:
            warehouse.connection.table(table).write_parquet(str(folder / f"{table.partition('.')[2]}.parquet"))
    return folder


@pytest.fixture
def read(enter, shelf):
    client = enter("marc@garance.fr")
    return lambda path: client.get(f"/garance/{path}").text


def test_the_queues_show_open_breaks_in_words(read):
    page = read("ecarts")
    assert "avoir 20,00 €" in page
    assert "remboursé 18,50 €" in page
    assert "AV-3" not in page


@pytest.mark.parametrize(
    ("queue", "shown", "hidden"), [("credit_notes", "AV-2", "AV-1"), ("differences", "AV-1", "AV-2")]
)
def test_each_queue_has_its_own(read, queue, shown, hidden):
    page = read(f"ecarts?file={queue}")
    assert f"numero={shown}" in page
    assert f"numero={hidden}" not in page


def test_a_text_filters(read):
    assert "numero=AV-2" not in read("ecarts?texte=re_1")


def test_money_owed_is_shown_with_its_increase(read):
    page = read("dus")
    assert "1,50\u00a0€" in page
    assert "0,08\u00a0€" in page


@pytest.mark.parametrize("number", ["AV-1", "av-1", "1001", "%231001", "re_1"])
def test_a_story_is_found_from_any_of_its_numbers(read, number):
    page = read(f"retour?numero={number}")
    assert "même paiement" in page
    assert "non observé" in page


@pytest.mark.parametrize(
    "path", ["mois", "mois/2026-10", "ecarts", "dus", "stock", "retour?numero=1001", "nuit", "couverture", "pieces"]
)
def test_no_link_is_empty(read, path):
    assert [link for link in re.findall(r"<a [^>]*>(.*?)</a>", read(path), re.DOTALL) if not link.strip()] == []


def test_a_line_without_a_number_says_what_it_is_about(read):
    assert "po_1" in read("ecarts")
    assert "sans numéro" in read("dus")


def test_a_number_nobody_bears_says_so(read):
    assert "Aucun retour ne porte" in read("retour?numero=" + HOSTILE)


def test_stock_to_correct_says_what_to_type(read):
    assert "-2" in read("stock")


def test_a_month_says_its_state(read):
    assert "préparé" in read("mois")
    assert "préparé" in read("mois/2026-10")


@pytest.mark.parametrize("path", ["ecarts", "retour?numero=1001", "ecarts?texte=" + HOSTILE])
def test_outside_text_is_text(read, path):
    assert HOSTILE not in read(path)


def test_a_reader_ticks_nothing(enter, shelf):
    assert 'name="item"' not in enter("lise@garance.fr").get("/garance/ecarts").text


def test_the_firm_sees_the_shops_listed_for_it(enter, shelf):
    page = enter("claire@cabinet.fr").get("/cabinet").text
    assert "/garance/mois/2026-10" in page
    assert "/lune/mois/2026-10" in page


def test_an_empty_shelf_is_a_sentence(enter):
    answer = enter("marc@garance.fr").get("/garance/ecarts")
    assert answer.status_code == 422
    assert "rien n" in answer.text


def decide(client, portal, **form):
    csrf = list(portal.sessions.by_token.values())[-1].csrf
    return client.post("/garance/ecarts", data={"csrf": csrf, **form})


def decisions(portal):
    return [
        (entry.author, entry.action, dict(entry.facts))
        for entry in read_register(portal.root / "garance" / "register", "decisions")
    ]


def test_a_decision_about_several_lines_is_written_under_the_persons_name(enter, shelf, portal):
    client = enter("marc@garance.fr")
    assert decide(client, portal, item=["b1", "b2"], decision="Passer en perte", comment="geste").status_code == 303
    assert {(author, action, facts["kind"]) for author, action, facts in decisions(portal) if action != "comment"} == {
        ("Marc", "write_off", "refund_under"),
        ("Marc", "write_off", "credit_note_without_refund"),
    }


def test_a_remark_alone_is_a_remark(enter, shelf, portal):
    decide(enter("marc@garance.fr"), portal, item=["b1"], comment=HOSTILE)
    assert [(action, facts["comment"]) for _, action, facts in decisions(portal)] == [("comment", HOSTILE)]


def test_a_decision_that_does_not_fit_changes_nothing_and_says_why(enter, shelf, portal):
    client = enter("marc@garance.fr")
    decide(client, portal, item=["b2"], decision="Délettrer")
    assert decisions(portal) == []
    assert "0 décision(s)" in client.get("/garance/ecarts").text


def test_nothing_ticked_is_a_sentence(enter, shelf, portal):
    assert decide(enter("marc@garance.fr"), portal, decision="Accepter").status_code == 422


def test_a_reader_decides_nothing(enter, shelf, portal):
    assert decide(enter("lise@garance.fr"), portal, item=["b1"], decision="Accepter").status_code == 403
    assert decisions(portal) == []


def test_only_the_accountant_closes(enter, shelf, portal):
    client = enter("marc@garance.fr")
    csrf = list(portal.sessions.by_token.values())[-1].csrf
    assert client.post("/garance/mois/2026-10/cloture", data={"csrf": csrf}).status_code == 403


def test_a_line_of_a_queue_has_its_history(read):
    assert "déjà vu" in read("ecarts?texte=AV-1")


def test_a_decision_waits_for_the_next_run_before_our_eyes(enter, shelf, portal):
    client = enter("marc@garance.fr")
    insert_before(portal)
    decide(client, portal, item=["b2"], decision="Passer en perte")
    page = client.get("/garance/ecarts").text
    assert page.count("appliqué au prochain passage") == 1


def insert_before(portal):
    """The register holds the decision the edition knows already."""
    from pipelines.steps.register import append_register

    known = ("comment", {"credit_note_number": "AV-1", "comment": "déjà vu"})
    append_register(portal.root / "garance" / "register", "decisions", "2026-10-06T08:00:00Z", "Claire", [known])


@pytest.mark.parametrize("number", ["re_Stray", "re_1", "RE_1", "aV-1"])
def test_a_number_is_found_however_it_is_spelt(read, number):
    assert "re_" in read(f"retour?numero={number}")


def test_a_refund_that_settles_nothing_has_a_story_too(read):
    assert "ne règle aucun avoir" in read("retour?numero=re_Stray")


def test_the_calendar_shows_what_was_told_and_what_is_missing(read):
    page = read("couverture?mois=2026-10")
    assert page.count('class="day told">41<') == 2
    assert page.count('<td class="day hole">') == 2


def test_the_letter_asks_for_what_is_missing(read):
    letter = read("pieces?mois=2026-10")
    assert "environ 40 lignes du 08/10/2026 au 09/10/2026" in letter
    assert "la preuve que ces avoirs ont été remboursés" in letter
    assert "AV-2" in letter


def test_one_zip_holds_the_entries_of_every_shop_seen_and_of_no_other(enter, portal):
    for shop in ("garance", "lune"):
        folder = portal.root / shop / "published" / "2026-10" / "exports"
        folder.mkdir()
        (folder / "cegid.txt").write_text(shop)
    assert zipped(enter("claire@cabinet.fr")) == {"garance/cegid.txt": b"garance", "lune/cegid.txt": b"lune"}
    downloads = [entry for entry in read_register(portal.root / "register", "audit") if entry.action == "downloaded"]
    assert {entry.facts["shop"] for entry in downloads} == {"garance", "lune"}
    assert zipped(enter("lise@garance.fr")) == {"garance/cegid.txt": b"garance"}


def zipped(client):
    answer = client.get("/cabinet/2026-10/cegid.zip")
    with ZipFile(BytesIO(answer.content)) as found:
        return {name: found.read(name) for name in found.namelist()}


@pytest.mark.parametrize("path", ["2026-10/nothing.zip", "2026-13/cegid.zip", "../garance/cegid.zip"])
def test_no_other_zip_exists(enter, path):
    assert enter("claire@cabinet.fr").get(f"/cabinet/{path}").status_code == 404
