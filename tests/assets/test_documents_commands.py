"""`issue`, `send` and `policy` from the command line: first shown, then done, once."""

from datetime import date
import json
import socket

from aiosmtpd.controller import Controller
import pytest

from assets.command import exit_code
from assets.documents import publish_documents
from assets.passage import passage
from pipelines.domain.folder import ShopFolder
from pipelines.steps.diagnose import examine_papers
from pipelines.steps.numbers import project_numbers
from pipelines.steps.papers import kept_paper
from pipelines.steps.publish import switch
from pipelines.steps.register import read_register
from pipelines.steps.verify import check_files
from pipelines.warehouse import open_warehouse
from tests.books import credit_note
from tests.refused import refused
from tests.reports.paper import text
from tests.steps.test_issue import order, refund
from tests.steps.test_send import Mailbox

SHOP = """
[shop]
name = "Maison Aubépine"
siren = "123456782"
vat_id = "FR32123456782"
address = "12 rue des Tanneurs"
postcode = "69005"
city = "Lyon"
[email]
server = "127.0.0.1"
port = {port}
sender = "sav@maison.example"
encryption = "none"
per_minute = 6000
"""


@pytest.fixture
def port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture
def shop(tmp_path, port):
    folder = ShopFolder(tmp_path / "boutique")
    folder.inbox.mkdir(parents=True)
    folder.warehouse.parent.mkdir()
    (folder.root / "shop.toml").write_text(SHOP.format(port=port))
    with open_warehouse(folder.warehouse) as warehouse:
        for rank in (1, 2):
            order(warehouse, str(rank), "product MUG 1 12.00", customer_email="camille@example.org")
            refund(warehouse, f"re_{rank}", str(rank), "12.00", day=rank)
    return folder


def told(shop, capsys, *words):
    code = exit_code([*words, "--shop", str(shop.root), "--json"])
    return code, json.loads(capsys.readouterr().out)


def papers(shop):
    """What was kept of each document at its issue, in the order of the register."""
    entries = read_register(shop.register, "numbers")
    return [kept_paper(shop, str(entry.facts["paper"])) for entry in entries]


def test_the_bytes_of_a_document_are_fixed_at_issue(shop, capsys):
    told(shop, capsys, "issue", "--as-of", "2026-10-20")
    before = papers(shop)
    settings = shop.root / "shop.toml"
    settings.write_text(
        settings.read_text().replace("Maison Aubépine", "Autre nom") + "[documents]\ncolor = '#aa0000'\n"
    )
    with passage(shop.root, date(2026, 10, 20)) as at:
        project_numbers(at.warehouse, shop, at.as_of)
        publish_documents(at, "2026-10")
        published = sorted((at.edition.root / "2026-10" / "avoirs").glob("*.pdf"))
        assert [path.read_bytes() for path in published] == before
    kept = next(shop.papers.iterdir())
    kept.write_bytes(b"%PDF")
    assert [refusal.message.code for refusal in examine_papers(shop)] == ["doctor-paper-missing"]
    kept.unlink()
    with refused("doctor-paper-missing"):
        check_files(shop, [])


def test_where_none_is_asked_for_no_pdf_is_made_and_what_was_issued_is_put_out(shop, capsys):
    with passage(shop.root, date(2026, 10, 20), "none") as at:
        publish_documents(at, "2026-10")
        assert list(at.edition.root.rglob("*.pdf")) == []
    told(shop, capsys, "issue", "--as-of", "2026-10-20")
    with passage(shop.root, date(2026, 10, 20), "none") as at:
        project_numbers(at.warehouse, shop, at.as_of)
        publish_documents(at, "2026-10")
        put_out = sorted((at.edition.root / "2026-10" / "avoirs").glob("*.pdf"))
        assert [path.read_bytes() for path in put_out] == papers(shop)


def published(shop):
    """What one passage renders of October's papers."""
    with passage(shop.root, date(2026, 10, 20)) as at:
        figures = publish_documents(at, "2026-10").figures
        switch(shop, at.edition)
    return figures["made"], figures["kept"]


def test_only_new_or_changed_papers_are_rendered(shop):
    with open_warehouse(shop.warehouse) as warehouse:
        for number in ("A-1", "A-2", "A-3"):
            credit_note(warehouse, number, "2026-10-02", [("product", "10.00", "20", "2.00")])
    assert published(shop) == (3, 0)
    assert published(shop) == (0, 3)
    with open_warehouse(shop.warehouse) as warehouse:
        warehouse.connection.execute(
            "update core.credit_notes set nature = 'goodwill' where credit_note_number = 'A-2'"
        )
        credit_note(warehouse, "A-4", "2026-10-03", [("product", "10.00", "20", "2.00")])
    assert published(shop) == (2, 2)


def test_a_dry_run_shows_the_numbers_that_are_then_given_once(shop, capsys):
    day = ("--as-of", "2026-10-20")
    code, shown = told(shop, capsys, "issue", "--dry-run", *day)
    assert (code, [row["credit_note_number"] for row in shown["numbered"]]) == (0, ["AV-2026-000001", "AV-2026-000002"])
    assert shown["totals"] == {"EUR": "24.00"}
    assert not shop.register.exists()
    _, given = told(shop, capsys, "issue", *day)
    assert given["numbered"] == shown["numbered"]
    assert told(shop, capsys, "issue", *day)[1]["numbered"] == []


def test_a_shop_without_invoices_is_told_once_that_its_papers_are_no_credit_notes(shop, capsys):
    settings = shop.root / "shop.toml"
    settings.write_text(settings.read_text().replace("[email]", "invoices = 'none'\n[email]"))
    assert exit_code(["issue", "--shop", str(shop.root), "--as-of", "2026-10-20"]) == 0
    assert capsys.readouterr().out.count("justificatifs de remboursement") == 1
    assert all("Justificatif de remboursement" in text(paper) for paper in papers(shop))


def test_a_wrong_note_is_cancelled_with_its_reason(shop, capsys):
    told(shop, capsys, "issue", "--as-of", "2026-10-20")
    code, facts = told(shop, capsys, "issue", "--cancel", "AV-2026-000001")
    assert (code, facts["refused"]["code"]) == (2, "documents-no-reason")
    words = ("issue", "--cancel", "AV-2026-000001", "--reason", "mauvais client", "--as-of", "2026-10-20")
    assert told(shop, capsys, *words)[1] == {"cancelled": "AV-2026-000001", "counter_document": "AVC-2026-000001"}
    counter = papers(shop)[-1]
    assert "Annule l’avoir n° AV-2026-000001 du 20 octobre 2026" in text(counter)
    assert "mauvais client" in text(counter)


def test_credit_notes_are_mailed_once(shop, port, capsys):
    day = ("--as-of", "2026-10-20")
    told(shop, capsys, "issue", *day)
    code, facts = told(shop, capsys, "send", *day)
    assert (code, facts["refused"]["code"]) == (2, "documents-no-mail-server")
    box = Mailbox()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        assert len(told(shop, capsys, "send", "--dry-run", *day)[1]["going"]) == 2
        assert box.received == []
        sent = told(shop, capsys, "send", *day)[1]["outcomes"]
        assert [outcome["fate"] for outcome in sent] == ["sent", "sent"]
        assert told(shop, capsys, "send", *day)[1]["outcomes"] == []
    finally:
        controller.stop()
    assert len(box.received) == 2


def test_the_return_page_is_written_and_says_what_is_missing(shop, tmp_path, capsys):
    code, facts = told(shop, capsys, "policy", "--into", str(tmp_path / "page"))
    assert code == 0
    assert "mediator" in facts["missing"]
    assert (tmp_path / "page" / "politique-de-retour.pdf").read_bytes().startswith(b"%PDF")
