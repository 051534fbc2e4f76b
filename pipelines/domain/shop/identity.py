"""Section [shop]: the seller as the law wants it on paper (CGI ann. II art. 242 nonies A; C.com R123-237)."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """Language of documents, workbook, portal and messages."""

    FRENCH = "fr"
    ENGLISH = "en"


class InvoiceOrigin(StrEnum):
    """Where invoices come from: the shop numbers them, the order is the invoice, or there is none."""

    SHOP = "shop"
    ORDER = "order"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Identity:
    """Who sells."""

    name: str = "Ma boutique"
    legal_name: str = ""
    legal_form: str = ""
    share_capital: str = ""
    siren: str = ""
    siret: str = ""
    vat_id: str = ""
    trade_register: str = ""
    is_sole_trader: bool = False
    address: str = ""
    postcode: str = ""
    city: str = ""
    country: str = "FR"
    email: str = ""
    telephone: str = ""
    contact_form: str = ""
    website: str = ""
    platform: str = ""
    language: Language = Language.FRENCH
    time_zone: str = "Europe/Paris"
    currency: str = "EUR"
    invoices: InvoiceOrigin = InvoiceOrigin.SHOP
