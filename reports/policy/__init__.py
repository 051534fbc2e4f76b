"""The return page a shop must show, from the same values its credit notes and its checks use."""

from pathlib import Path

from pipelines.domain.shop import Shop
from pipelines.domain.shop.policy import Payer
from reports.credit_note.layout import pages, templates
from reports.credit_note.sentences import contacts, legal_identity, legal_name, reason_words
from reports.policy.words import words

FOLDER = Path(__file__).parent

__all__ = ["policy_html", "policy_pdf"]


def policy_html(shop: Shop) -> str:
    """A fragment of HTML to paste into the shop's own page; it brings no style and no script."""
    language = shop.identity.language.value
    seller, returns = shop.identity, shop.returns
    ours = [
        reason_words(code, reason.words, language)
        for code, reason in shop.reasons.items()
        if reason.carriage_paid_by is Payer.MERCHANT
    ]
    facts = {
        "language": language,
        "words": words(language),
        "seller": seller,
        "returns": returns,
        "legal_name": legal_name(seller),
        "legal": legal_identity(seller, language),
        "contacts": contacts(seller),
        "return_address": returns.return_address or f"{seller.address}, {seller.postcode} {seller.city}".strip(", "),
        "carriage_is_ours": ours,
    }
    return templates(FOLDER, language).get_template("policy.html.j2").render(facts)


def policy_pdf(shop: Shop, logo: bytes = b"") -> bytes:
    """The same as a PDF/A-3b to hand over or print."""
    language = shop.identity.language.value
    title = words(language)["title"]
    frame = templates(FOLDER, language).get_template("page.html.j2")
    html = frame.render(language=language, title=title, seller=shop.identity, fragment=policy_html(shop))
    return pages(html, shop, identifier=title, logo=logo)
