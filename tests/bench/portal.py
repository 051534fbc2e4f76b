"""The portal over a shelf of a million credit notes: what each page costs the server, what it weighs, how soon it opens."""

from pathlib import Path
import sys
from tempfile import TemporaryDirectory
from time import perf_counter

from fastapi.testclient import TestClient

from assets.portal.application import application
from assets.portal.opening import portal_over
from assets.portal.people import NAME, new_person, write_people
from pipelines.domain.people import Role
from pipelines.warehouse import open_warehouse
from tests.bench._shelf import NOTES, PAPERS, fill

LOGIN, PASSWORD = "claire@cabinet.fr", "une phrase assez longue"
PAGES = (
    "mois",
    "mois/2026-10",
    "tableau-de-bord",
    "ecarts",
    "ecarts?file=refunds",
    "ecarts?file=differences&genre=refund_under&texte=re_77",
    "ecarts?suite=20000",
    "dus",
    "dus?suite=10000",
    "stock",
    "retour?numero=AV-0500000",
    "retour?numero=BV-0500000",
    "retour?numero=re_0500000",
    "retour?numero=rt-0500001",
    "retour?numero=inconnu",
    "reception",
    "reception?commande=BV-0500000",
    "nuit",
    "couverture",
    "pieces",
)
FIRM = ("/cabinet",)


def shop_of(root: Path, notes: int, papers: int = PAPERS) -> Path:
    """A shop whose shelf holds `notes` credit notes, and a month of `papers` of them as files."""
    shop = root / "grande-boutique"
    month = shop / "published" / "2026-10"
    (month / "avoirs").mkdir(parents=True)
    (shop / "shop.toml").write_text('[shop]\nname = "Grande boutique"\n')
    (month / "grand-livre-2026-10.xlsx").write_bytes(b"xlsx")
    (month / "tableau-de-bord.html").write_text("<p>")
    for number in range(papers):
        (month / "avoirs" / f"AV-{number:07d}.pdf").touch()
    with open_warehouse() as warehouse:
        fill(warehouse, shop / "published" / "tables", notes)
    write_people(root / NAME, {LOGIN: new_person("Claire", Role.ACCOUNTANT, PASSWORD, (shop.name,))})
    return shop


def pages(root: Path, shop: Path, times: int = 3) -> dict[str, tuple[float, int]]:
    """Milliseconds at the median and bytes of each page, the first answer not counted."""
    client = TestClient(application(portal_over(root, several=True, is_encrypted=False)), follow_redirects=False)
    client.post("/connexion", data={"login": LOGIN, "password": PASSWORD})
    return {path: _cost(client, path, times) for path in (*FIRM, *(f"/{shop.name}/{path}" for path in PAGES))}


def _cost(client: TestClient, path: str, times: int) -> tuple[float, int]:
    client.get(path)
    spent = []
    for _ in range(times):
        began = perf_counter()
        answer = client.get(path)
        spent.append(1000 * (perf_counter() - began))
    assert answer.is_success, path
    return sorted(spent)[times // 2], len(answer.content)


def bench() -> str:
    with TemporaryDirectory() as folder:
        shop = shop_of(Path(folder), NOTES)
        found = pages(Path(folder), shop)
    if "-v" in sys.argv:
        for path, (milliseconds, weight) in found.items():
            print(f"  {milliseconds:7.0f} ms {weight // 1024:6d} Kio  {path}")  # noqa: T201 (a bench speaks)
    slowest = max(found, key=lambda path: found[path][0])
    heaviest = max(found, key=lambda path: found[path][1])
    return (
        f"portal: {NOTES:,} credit notes; slowest page {found[slowest][0]:.0f} ms ({slowest}), "
        f"heaviest {found[heaviest][1] // 1024} Kio ({heaviest})"
    )


if __name__ == "__main__":
    print(bench())  # noqa: T201 (a bench speaks)
