"""`shop.toml`: who the shop is and by which rules it lives. One file per section, one record per file."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
import re
import tomllib
from typing import Any

from pipelines.domain.chart import is_account
from pipelines.domain.messages import shop as messages
from pipelines.domain.messages.books import NOT_AN_ACCOUNT
from pipelines.domain.refusals import Refusal
from pipelines.domain.shop.books import Accounts, Books, Series
from pipelines.domain.shop.documents import Documents
from pipelines.domain.shop.email import Email
from pipelines.domain.shop.identity import Identity
from pipelines.domain.shop.letter import Letter
from pipelines.domain.shop.matching import Matching
from pipelines.domain.shop.months import Months
from pipelines.domain.shop.policy import Reason, ReturnPolicy, usual_reasons
from pipelines.domain.shop.providers import Provider, usual_providers
from pipelines.domain.shop.reading import read_section
from pipelines.domain.shop.stock import Stock
from pipelines.domain.shop.vat import Vat

NAME = "shop.toml"
NAMED = re.compile(r"[a-z0-9_-]{1,40}")


@dataclass(frozen=True, slots=True)
class Shop:
    """Everything `shop.toml` says, with the usual values where it is silent."""

    identity: Identity = field(default_factory=Identity)
    vat: Vat = field(default_factory=Vat)
    returns: ReturnPolicy = field(default_factory=ReturnPolicy)
    reasons: dict[str, Reason] = field(default_factory=usual_reasons)
    matching: Matching = field(default_factory=Matching)
    stock: Stock = field(default_factory=Stock)
    documents: Documents = field(default_factory=Documents)
    books: Books = field(default_factory=Books)
    accounts: Accounts = field(default_factory=Accounts)
    series: Series = field(default_factory=Series)
    months: Months = field(default_factory=Months)
    email: Email = field(default_factory=Email)
    letter: Letter = field(default_factory=Letter)
    providers: dict[str, Provider] = field(default_factory=usual_providers)


SECTIONS = {
    "shop": ("identity", Identity),
    "vat": ("vat", Vat),
    "returns": ("returns", ReturnPolicy),
    "matching": ("matching", Matching),
    "stock": ("stock", Stock),
    "documents": ("documents", Documents),
    "books": ("books", Books),
    "accounts": ("accounts", Accounts),
    "series": ("series", Series),
    "months": ("months", Months),
    "email": ("email", Email),
    "letter": ("letter", Letter),
}
KEYED: dict[str, tuple[str, type, Callable[[], dict[str, Any]]]] = {
    "reasons": ("reasons", Reason, usual_reasons),
    "providers": ("providers", Provider, usual_providers),
}


def read_shop(folder: Path) -> Shop:
    """Read a shop folder's `shop.toml`. Raises Refusal naming the key and value at fault."""
    return parse_shop((folder / NAME).read_bytes(), str(folder / NAME)) if (folder / NAME).exists() else Shop()


def parse_shop(content: bytes, where: str = NAME) -> Shop:
    """Read the bytes of a `shop.toml`; unknown sections and keys are refused by name."""
    try:
        tables = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Refusal(messages.UNREADABLE, where, reason=error) from None
    unknown = sorted(tables.keys() - SECTIONS.keys() - KEYED.keys())
    if unknown:
        raise Refusal(messages.UNKNOWN_SECTION, where, section=unknown[0], known=", ".join([*SECTIONS, *KEYED]))
    sections: dict[str, object] = {
        name: read_section(record, tables[table], f"{where}, [{table}]")
        for table, (name, record) in SECTIONS.items()
        if table in tables
    }
    shop = Shop(**sections, **_keyed(tables, where))  # type: ignore[arg-type]
    _check_accounts(shop, where)
    return shop


def _check_accounts(shop: Shop, where: str) -> None:
    """Every account named is one of the chart, or begins as one does."""
    named = [(f"[accounts] {role}", account) for role, account in asdict(shop.accounts).items()]
    named += [(f"[providers.{name}] account", provider.account) for name, provider in shop.providers.items()]
    for place, account in named:
        if not is_account(account):
            raise Refusal(NOT_AN_ACCOUNT, f"{where}, {place}", value=account)


def _keyed(tables: dict[str, dict[str, object]], where: str) -> dict[str, dict[str, object]]:
    """Sections such as `[providers.stripe]`: the shop's values laid over the usual ones."""
    found: dict[str, dict[str, object]] = {}
    for table, (name, record, usual) in KEYED.items():
        merged: dict[str, object] = {**usual()}
        for key, values in _named(tables.get(table, {}), f"{where}, [{table}]").items():
            merged[key] = read_section(record, values, f"{where}, [{table}.{key}]", merged.get(key))
        found[name] = merged
    return found


def _named(table: object, where: str) -> dict[str, object]:
    """The sections under a name such as `[providers]`; each is called in small letters."""
    if not isinstance(table, dict):
        raise Refusal(messages.NOT_A_SECTION, where, value=table)
    odd = sorted(key for key in table if not NAMED.fullmatch(key))
    if odd:
        raise Refusal(messages.NOT_SHAPED, where, value=odd[0][:80], example="stripe")
    return table
