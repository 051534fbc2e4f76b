"""The accounting firm's overview: the shops listed for a person by month, what is at stake and what is missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from fastapi import APIRouter, Request, Response

from assets.portal import published
from assets.portal.demand import Demand, demand_of
from assets.portal.gate import Here, Portal, SignedIn
from assets.portal.pages import bare_page, language_of
from assets.portal.sessions import Session
from pipelines.domain.messages import portal as messages
from pipelines.domain.refusals import Refusal
from pipelines.domain.shop import read_shop

router = APIRouter()
SHOWN = 6
FEC = "fec"
NO_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class FirmShop:
    """One shop of the overview: its last months with their state, what its breaks put at stake, what is missing."""

    name: str
    title: str
    months: dict[str, published.Month]
    states: dict[str, str]
    breaks: int
    vat_at_stake: Decimal
    demand: Demand | None

    def state(self, month: str) -> str:
        """The state of a month; one not published has none."""
        return self.states.get(month, "open") if month in self.months else ""


@router.get("/cabinet")
def firm(request: Request, portal: Here, session: SignedIn) -> Response:
    """Every shop the person may see."""
    shops = [_shop(portal, name) for name in _seen(portal, session)]
    months = sorted({name for shop in shops for name in shop.months}, reverse=True)[:SHOWN]
    softwares = {month: sorted(_files_by_software(portal, session, month)) for month in months}
    facts: dict[str, Any] = {"firm": shops, "months": months, "softwares": softwares, "person": session.person}
    return bare_page("firm.html.j2", language_of(request), token=session.csrf, **facts)


@router.get("/cabinet/{month}/{software}.zip")
def bundle(portal: Here, session: SignedIn, month: str, software: str) -> Response:
    """The month's files of one accounting software, of every shop the person may see, each in its own folder."""
    files = _files_by_software(portal, session, month).get(software, [])
    if not files:
        raise Refusal(messages.NOT_FOUND)
    for shop, path in files:
        portal.audit(session.login, "downloaded", shop=shop, month=month, file=path.name)
    name = f"{software}-{month}.zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(_zipped(files), media_type="application/zip", headers=headers)


def _seen(portal: Portal, session: Session) -> list[str]:
    return [name for name in portal.shops if session.person.may_see(name)]


def _shop(portal: Portal, name: str) -> FirmShop:
    folder, tables = portal.shops[name], portal.shops[name].published / "tables"
    months = {month.name: month for month in published.months(folder.published)}
    identity = read_shop(folder.root).identity
    if not tables.is_dir():
        return FirmShop(name, identity.name, months, {}, 0, Decimal(0), None)
    with portal.shelves.open(tables) as shelf:
        ((breaks, vat),) = shelf.rows("shelf/at_stake")
        demand = demand_of(shelf, identity.language, next(iter(months)), portal.clock.today()) if months else None
    return FirmShop(
        name, identity.name, months, published.states(portal.shelves, folder.published), breaks, vat, demand
    )


def _files_by_software(portal: Portal, session: Session, month: str) -> dict[str, list[tuple[str, Path]]]:
    """The published files of each accounting software, with the shop they are of."""
    found: dict[str, list[tuple[str, Path]]] = {}
    for shop in _seen(portal, session):
        for software, path in _exports(portal.shops[shop].published, month):
            found.setdefault(software, []).append((shop, path))
    return found


def _exports(shelf: Path, month: str) -> Iterable[tuple[str, Path]]:
    folder = shelf / month
    if not published.MONTH.fullmatch(month) or not folder.is_dir():
        return
    yield from ((FEC, path) for path in sorted((folder / FEC).glob("*")))
    for path in sorted((folder / "exports").glob("*")):
        software = published.File(f"exports/{path.name}", 0).software
        if software:
            yield software, path


def _zipped(files: Iterable[tuple[str, Path]]) -> bytes:
    """One zip; the same files make the same bytes."""
    whole = BytesIO()
    with ZipFile(whole, "w", ZIP_DEFLATED) as archive:
        for shop, path in files:
            entry = ZipInfo(f"{shop}/{path.name}", NO_DATE)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes())
    return whole.getvalue()
