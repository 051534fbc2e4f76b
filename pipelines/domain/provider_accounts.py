"""Where a provider's money stands in the books: one account per provider and currency, no two netted."""

from dataclasses import dataclass

from pipelines.domain.shop import Shop
from pipelines.domain.shop.providers import Provider, other_provider

_LAST_DIGITS = {
    "EUR": "0",
    "USD": "1",
    "GBP": "2",
    "CHF": "3",
    "CAD": "4",
    "SEK": "5",
    "PLN": "6",
    "DKK": "7",
    "CZK": "8",
}


PROVIDER_NAMES = {
    "paypal": "PayPal",
    "payplug": "PayPlug",
    "sumup": "SumUp",
    "shopify_payments": "Shopify Payments",
    "bank": "Virement",
    "cheque": "Chèque",
    "store_credit": "Bon d'achat",
    "gift_card": "Carte cadeau",
}


def provider_name(provider: str) -> str:
    """A provider as it writes itself."""
    words = provider.replace("_", " ")
    return PROVIDER_NAMES.get(provider, words[:1].upper() + words[1:])


@dataclass(frozen=True, slots=True)
class ProviderAccount:
    """The account, journal and fee rule of one provider in one currency."""

    provider: str
    currency: str
    account: str
    journal: str
    fee_vat: str
    settling: str


def provider_account(shop: Shop, provider: str, currency: str) -> ProviderAccount:
    """The shop's own currency has the account of `shop.toml`; another currency changes its last digit."""
    settings = shop.providers.get(provider) or other_provider()
    account = _account(settings, currency, shop.identity.currency)
    return ProviderAccount(provider, currency, account, settings.journal, settings.fee_vat, settings.settling)


def _account(settings: Provider, currency: str, home: str) -> str:
    if currency == home:
        return settings.account
    digit = _LAST_DIGITS.get(currency)
    if digit is None or settings.account[-1] == digit:
        return f"{settings.account}{currency}"
    return settings.account[:-1] + digit
