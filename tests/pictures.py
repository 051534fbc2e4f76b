"""`python -m tests.pictures`: runs the demonstration and writes the pictures of the manual into docs/images/."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
import subprocess
import sys
from tempfile import TemporaryDirectory

from assets.command import exit_code
from assets.portal.opening import portal_over
from assets.portal.people import NAME, new_person, write_people
from pipelines.domain.people import Role
from tests.assets.portal.test_browser import CHROMIUM, PASSWORD, QUIET, enter, served
from tests.libreoffice import saved_again

IMAGES = Path(__file__).parents[1] / "docs" / "images"
MONTH = "2026-10"
PERSON = "claire@cabinet.fr"
NOTE = "AV-2026-000066"
PAGES = {
    "portail-mois": f"mois/{MONTH}",
    "portail-ecarts": "ecarts",
    "portail-retour": f"retour?numero={NOTE}",
    "portail-dus": "dus",
    "portail-couverture": "couverture",
    "portail-pieces": "pieces",
    "portail-tableau-de-bord": "tableau-de-bord",
}
COLORS = 64


def main() -> None:
    """Run the demonstration, or take the one already made in the folder named."""
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        shop = Path(sys.argv[1]) if sys.argv[1:] else Path(folder) / "brume-et-varech"
        if not shop.exists():
            exit_code(["demo", "--into", str(shop)])
        for name, picture in [*screens(shop), *papers(shop / "published" / MONTH, Path(folder))]:
            write(IMAGES / f"{name}.png", picture)


def screens(shop: Path) -> Iterator[tuple[str, bytes]]:
    """The pages of the portal, as the accountant sees them."""
    with browsing(shop) as (page, address):
        for name, path in PAGES.items():
            page.goto(f"{address}/{shop.resolve().name}/{path}")
            page.wait_for_load_state("networkidle")
            yield name, page.screenshot()


@contextmanager
def browsing(shop: Path) -> Iterator[tuple[object, str]]:
    """A browser that the accountant has signed in with."""
    from playwright.sync_api import sync_playwright

    write_people(shop / NAME, {PERSON: new_person("Claire", Role.ACCOUNTANT, PASSWORD, (shop.resolve().name,))})
    portal = portal_over(shop, several=False, is_encrypted=False)
    with served(portal) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield enter(browser, address, PERSON, viewport={"width": 1100, "height": 760}), address
        browser.close()


def papers(month: Path, folder: Path) -> Iterator[tuple[str, bytes]]:
    """A credit note, the month's summary, and the first sheet of the workbook."""
    yield "avoir", page_of(next(iter(sorted((month / "avoirs").glob("*.pdf")))).read_bytes(), folder)
    yield "recueil", page_of((month / f"avoirs-{MONTH}.pdf").read_bytes(), folder)
    workbook = (month / f"grand-livre-{MONTH}.xlsx").read_bytes()
    yield "grand-livre", page_of(saved_again(workbook, folder / "office", to="pdf"), folder)


def page_of(pdf: bytes, folder: Path, number: int = 1) -> bytes:
    """One page of a PDF, as a picture."""
    path = folder / "page.pdf"
    path.write_bytes(pdf)
    command = ["pdftoppm", "-png", "-r", "80", "-f", str(number), "-l", str(number), "-singlefile", str(path)]
    return subprocess.run(command, check=True, capture_output=True).stdout


def write(path: Path, picture: bytes) -> None:
    """Write a picture with few colours: small, and as sharp."""
    from PIL import Image

    image = Image.open(BytesIO(picture)).convert("RGB").quantize(COLORS)
    image.save(path, optimize=True)
    sys.stdout.write(f"{path}  {path.stat().st_size // 1024} ko\n")


if __name__ == "__main__":
    main()
