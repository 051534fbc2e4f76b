"""Posts credit notes, refunds and whatever else `[books]` asks for: balanced, numbered, lettered entries."""

from dataclasses import asdict
from datetime import date

from pipelines.domain.chart import account_labels, journal_labels
from pipelines.domain.exchange_rates import ONE, observed_rate, read_rates
from pipelines.domain.postings import switched_on
from pipelines.domain.provider_accounts import ProviderAccount, provider_account, provider_name
from pipelines.domain.shop import Shop
from pipelines.domain.shop.vat import Regime
from pipelines.domain.summaries import Summary
from pipelines.warehouse import Warehouse


def post(warehouse: Warehouse, shop: Shop, as_of: date) -> Summary:
    """Rebuild core.journal and core.letterings from everything known by the end of `as_of`.

    What a sealed month holds stays as it was sealed; what comes late for it is booked in the next open one.
    """
    settings = journal_settings(shop, as_of)
    with warehouse.transaction(), warehouse.sets() as sets:
        sets.run("journal/emptied")
        accounts = _open_accounts(sets, shop)
        sets.run("journal/order_parties", **settings)
        for posting in switched_on(shop.books):
            sets.run(f"journal/{posting.name}", **settings)
        for name in _settling(sets, shop):
            sets.run(f"journal/{name}", **settings)
        _label(sets, accounts)
        for name in ("journal", "item_groups", "letterings", "journal_lines"):
            sets.run(f"core/{name}", **settings)
    return _summary(warehouse)


def journal_settings(shop: Shop, as_of: date) -> dict[str, object]:
    """Everything the journal's `.sql` files may ask of `shop.toml`, by parameter name."""
    return {
        **{f"account_{role}": account for role, account in asdict(shop.accounts).items()},
        "as_of": as_of,
        "bad_debt_vat": shop.books.bad_debt_vat,
        "auxiliaries": shop.books.auxiliaries,
        "bank_journal": shop.books.bank_journal,
        "currency": shop.identity.currency,
        "franchise": shop.vat.regime == Regime.FRANCHISE,
        "claims_are_posted": shop.books.supplier_claims,
        "home": shop.identity.country,
        "lapse_months": shop.books.gift_cards_lapse_months,
        "stock_is_posted": shop.books.stock,
        "year_end": shop.months.year_end,
        "journal": shop.books.credit_notes_journal,
        "one_stop_shop": shop.vat.one_stop_shop,
        "other_journal": shop.books.other_journal,
        "sales_journal": shop.books.sales_journal,
        "siren": shop.identity.siren,
    }


def _settling(warehouse: Warehouse, shop: Shop) -> list[str]:
    """What happens to postings between being made and being numbered."""
    held = ["sealed_differences", "sealed_postings", "late_postings"] if warehouse.rows("sealed/known") else []
    return [*held, "cut_off_reversals", "daily_recaps" if shop.books.daily_recap else "no_recaps"]


def _open_accounts(warehouse: Warehouse, shop: Shop) -> list[ProviderAccount]:
    """Name the providers' accounts and the exchange rates; a currency without a rate is not posted."""
    rates = {shop.identity.currency: ONE, **read_rates(shop.books.exchange_rates)}
    for currency, settled, gross in warehouse.rows("journal/observed_currencies", currency=shop.identity.currency):
        rate = rates.get(currency) or observed_rate(settled, gross)
        if rate:
            warehouse.run("journal/exchange_rate", currency=currency, rate=rate)
    accounts = [provider_account(shop, *row) for row in warehouse.rows("journal/observed_providers")]
    for account in accounts:
        warehouse.run("journal/provider_account", **asdict(account))
    return accounts


def _label(warehouse: Warehouse, accounts: list[ProviderAccount]) -> None:
    posted = [row[0] for row in warehouse.rows("journal/observed_accounts")]
    details = {
        found.account: f"{provider_name(found.provider)} {found.currency}"
        for found in accounts
        if found.account[:2] == "51"
    }
    for account, label in account_labels(posted, details).items():
        warehouse.run("journal/account", account=account, label=label)
    journals = [row[0] for row in warehouse.rows("journal/observed_codes")]
    names = {found.journal: provider_name(found.provider) for found in accounts if found.account[:3] == "517"}
    for journal, label in journal_labels(journals, names).items():
        warehouse.run("journal/code", journal=journal, label=label)


def _summary(warehouse: Warehouse) -> Summary:
    entries, lines, debit, lettered = warehouse.rows("journal/totals")[0]
    return Summary("post", {"entries": entries, "lines": lines, "debit": debit, "lettered_lines": lettered})
