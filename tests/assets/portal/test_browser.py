"""A real browser goes through both roles on the sample shop, and finds no barrier."""

from contextlib import contextmanager
from pathlib import Path
import shutil
import socket
import threading
import time

import pytest

from assets.portal.application import application
from assets.portal.opening import portal_over
from assets.portal.people import NAME, new_person, write_people
from pipelines.domain.people import Role
from pipelines.steps.register import read_register

PASSWORD = "une phrase assez longue"
CLOSING_MILLISECONDS = 120_000
CHROMIUM = shutil.which("chromium")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
PAGES = (
    "mois",
    "mois/2026-10",
    "tableau-de-bord",
    "ecarts",
    "dus",
    "stock",
    "retour?numero=AV-2026-000001",
    "reception",
    "nuit",
    "couverture",
    "pieces",
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed: apt-get install chromium")


@contextmanager
def served(portal):
    import uvicorn

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(application(portal), port=port, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture
def portal(own_sample_shop):
    name = own_sample_shop.name
    people = {
        "claire@cabinet.fr": new_person("Claire", Role.ACCOUNTANT, PASSWORD, (name,)),
        "marc@varech.fr": new_person("Marc", Role.MERCHANT, PASSWORD, (name,)),
    }
    write_people(own_sample_shop / NAME, people)
    return portal_over(own_sample_shop, several=False, is_encrypted=False)


@pytest.fixture
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


def enter(browser, address, login, **options):
    page = browser.new_context(**options).new_page()
    page.goto(address)
    page.get_by_label("Adresse e-mail").fill(login)
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Entrer").click()
    return page


def barriers(page):
    """Serious violations of WCAG 2.2 AA that axe-core finds on the page."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [
        (page.url, item["id"], item["nodes"][0]["html"][:120])
        for item in found
        if item["impact"] in ("serious", "critical")
    ]


def test_the_accountant_downloads_decides_closes_and_leaves(browser, portal):
    shop = next(iter(portal.shops))
    with served(portal) as address:
        page = enter(browser, address, "claire@cabinet.fr")
        with page.expect_download() as download:
            page.get_by_role("link", name="Grand livre").last.click()
        assert Path(download.value.path()).read_bytes()[:2] == b"PK"
        page.goto(f"{address}/{shop}/ecarts?file=credit_notes")
        page.locator("input[data-all]").check()
        page.get_by_label("Décision").select_option("Passer en perte")
        page.get_by_label("Commentaire").fill("geste commercial")
        page.get_by_role("button", name="Décider").click()
        assert "enregistrée(s)" in page.get_by_role("status").inner_text()
        page.goto(f"{address}/{shop}/mois/2026-09")
        page.get_by_role("button", name="Clôturer le mois").click(timeout=CLOSING_MILLISECONDS)
        assert "scellé" in page.get_by_role("status").inner_text()
        page.get_by_role("button", name="Sortir").click()
        page.goto(f"{address}/{shop}/mois")
        assert page.url.endswith("/connexion")
    decisions = read_register(portal.shops[shop].register, "decisions")
    assert {entry.author for entry in decisions} == {"Claire"}


def test_the_merchant_sees_the_dashboard_drawn_and_may_not_close(browser, portal):
    shop = next(iter(portal.shops))
    with served(portal) as address:
        page = enter(browser, address, "marc@varech.fr")
        page.goto(f"{address}/{shop}/tableau-de-bord")
        assert page.frame_locator("iframe").locator("#trend canvas").count() == 1
        page.goto(f"{address}/{shop}/mois/2026-09")
        assert page.get_by_role("button", name="Clôturer le mois").count() == 0


@pytest.mark.parametrize("width", [1280, 390], ids=["desktop", "telephone"])
def test_no_page_has_a_barrier_or_overflows(browser, portal, width):
    shop = next(iter(portal.shops))
    with served(portal) as address:
        page = enter(browser, address, "marc@varech.fr", viewport={"width": width, "height": 900})
        for path in PAGES:
            page.goto(f"{address}/{shop}/{path}")
            assert barriers(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
