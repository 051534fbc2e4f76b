"""Says a credit note in the terms of EN 16931 (BT-… and BG-…) and writes them as CII."""

from decimal import Decimal

from pipelines.domain.credit_notes import CreditNote, CreditNoteLine, DocumentType, Party, totals_per_rate
from pipelines.domain.money import ZERO, in_words
from pipelines.domain.printable import printable
from pipelines.domain.shop.identity import Identity
from reports.electronic.addresses import electronic_address
from reports.electronic.vat_categories import Category, category

Terms = dict[str, object]
UNIT = "C62"
COMPANIES_DIRECTORY = "0002"
PRICE = Decimal("0.0001")
TAX_ON_INVOICE = "invoice"
COMPANY_NOTES = (
    ("PMT", "Indemnité forfaitaire pour frais de recouvrement en cas de retard de paiement : 40 €."),
    ("PMD", "Pénalités de retard au taux de trois fois le taux d’intérêt légal."),
    ("AAB", "Pas d’escompte pour paiement anticipé."),
)


def electronic_credit_note(note: CreditNote) -> bytes:
    """The CII document of a credit note. Raises ValueError when a term it needs is not there."""
    from facturx.generate_xml import generate_cii_xml

    terms = _printable(_terms(note))
    return bytes(generate_cii_xml(terms, level="en16931", check_xsd=False, check_schematron=None))


def _printable(value: object) -> object:
    """The same terms, every text one that XML can hold."""
    if isinstance(value, dict):
        return {term: _printable(inner) for term, inner in value.items()}
    if isinstance(value, list):
        return [_printable(inner) for inner in value]
    return printable(value) if isinstance(value, str) else value


def _terms(note: CreditNote) -> Terms:
    return {
        "BT-1": note.number,
        "BT-2": note.issued_on,
        "BT-3": note.document_type.value,
        "BT-5": note.currency,
        "BT-8": TAX_ON_INVOICE if note.is_on_debits and note.operation == "services" else None,
        "BT-9": note.paid_on or note.settling.due_on,
        "BT-14": note.order_id,
        "BT-23": _process(note),
        "BT-72": note.supplied_on,
        "BG-1": [{"BT-21": code, "BT-22": text} for code, text in _notes(note)],
        "BG-3": [{"BT-25": invoice.number, "BT-26": invoice.issued_on} for invoice in note.corrects],
        "BG-4": _seller(note.seller),
        "BG-7": _party(note.buyer),
        "BG-13": _delivery(note),
        **_rebate_period(note),
        **_totals(note),
        "BG-20": [_allowance(line, note) for line in note.lines if line.net < 0],
        "BG-23": [_vat(note, total.vat_rate, total.net, total.vat) for total in totals_per_rate(note.lines)],
        "BG-25": [_line(rank, line, note) for rank, line in enumerate(_positive(note), start=1)],
    }


def _rebate_period(note: CreditNote) -> Terms:
    """A global rebate names its contract and the period of the invoices it is given on (BR-FR-CO-03)."""
    if note.document_type is not DocumentType.GLOBAL_REBATE:
        return {}
    days = [invoice.issued_on for invoice in note.origin_invoices if invoice.issued_on]
    return {"BT-12": note.contract, "BT-73": min(days), "BT-74": max(days)}


def _positive(note: CreditNote) -> list[CreditNoteLine]:
    """A line that takes something off is an allowance of the document, not a line."""
    return [line for line in note.lines if line.net >= 0]


def _process(note: CreditNote) -> str:
    """BT-23: goods or services; 2 when nothing is left to pay (BR-FR-CO-09)."""
    kind = "S" if note.operation == "services" else "B"
    return kind + ("2" if note.paid_on else "1")


def _notes(note: CreditNote) -> list[tuple[str, str]]:
    """Companies get the notes the French rules ask for on every document (BR-FR-05); all say whom they concern."""
    others = [("ACD", note.reason)] if note.reason else []
    others += [("BLU", text) for text in _eco_participation(note)]
    if note.buyer.is_company:
        return [*COMPANY_NOTES, ("BAR", "B2B" if note.buyer.siren else "B2BINT"), *others]
    return [("BAR", "B2C"), *others]


def _eco_participation(note: CreditNote) -> list[str]:
    """What is given back of the contribution to recycling, which is shown apart (C. env. L541-10, G1.52)."""
    total = sum((line.gross for line in note.lines if line.line_type == "eco_participation"), ZERO)
    return [f"Éco-participation : {in_words(total, note.currency)} TTC"] if total else []


def _seller(seller: Identity) -> Terms:
    siren = seller.siren or seller.siret[:9]
    terms = _party(
        Party(
            seller.legal_name or seller.name,
            seller.address,
            seller.postcode,
            seller.city,
            seller.country,
            siren,
            seller.vat_id,
        )
    )
    if seller.legal_name and seller.name != seller.legal_name:
        terms["biz_name"] = seller.name
    return terms


def _party(party: Party) -> Terms:
    """A party; an empty name stands as « Client », since a consumer need not give one."""
    terms: Terms = {
        "name": party.name or "Client",
        "addr_l1": party.address,
        "postcode": party.postcode,
        "city": party.city,
        "country_code": party.country,
        "vat_identifier": party.vat_id,
    }
    if party.siren:
        terms |= {"legal_identifier": party.siren, "legal_identifier_schemeid": COMPANIES_DIRECTORY}
    address = electronic_address(party)
    if address:
        terms |= {"einvoicing_addr": address[0], "einvoicing_addr_schemeid": address[1]}
    return terms


def _delivery(note: CreditNote) -> Terms | None:
    """Where the goods went: asked when it is not the customer's address, and for every intra-EU supply (BR-IC-12)."""
    place = note.delivery or (note.buyer if note.vat_case == "intra_eu" else None)
    if not place:
        return None
    terms = _party(place)
    return {key: terms[key] for key in ("name", "addr_l1", "postcode", "city", "country_code")}


def _totals(note: CreditNote) -> Terms:
    allowances = -sum((line.net for line in note.lines if line.net < 0), ZERO)
    repaid = note.gross if note.paid_on else ZERO
    terms: Terms = {
        "BT-106": _amount(note.net + allowances),
        "BT-109": _amount(note.net),
        "BT-110": _amount(note.vat),
        "BT-112": _amount(note.gross),
        "BT-115": _amount(note.gross - repaid),
    }
    if allowances:
        terms["BT-107"] = _amount(allowances)
    if repaid:
        terms["BT-113"] = _amount(repaid)
    return terms


def _vat(note: CreditNote, rate: Decimal, net: Decimal, vat: Decimal) -> Terms:
    found: Category = category(note.vat_case, rate)
    terms: Terms = {
        "BT-116": _amount(net),
        "BT-117": _amount(vat),
        "BT-118": found.code,
        "BT-119": _percent(rate),
        "BT-120": found.reason,
        "BT-121": found.reason_code,
    }
    return {term: value for term, value in terms.items() if value}


def _line(rank: int, line: CreditNoteLine, note: CreditNote) -> Terms:
    terms: Terms = {
        "BT-126": str(rank),
        "BT-129": f"{line.quantity.normalize():f}",
        "BT-130": UNIT,
        "BT-131": _amount(line.net),
        "BT-146": f"{line.unit_price_net.quantize(PRICE):f}",
        "BT-151": category(note.vat_case, line.vat_rate).code,
        "BT-152": _percent(line.vat_rate),
        "BT-153": " ".join(line.title.split()) or line.line_type,
    }
    if line.sku:
        terms["BT-155"] = line.sku
    return terms


def _allowance(line: CreditNoteLine, note: CreditNote) -> Terms:
    return {
        "amount": _amount(-line.net),
        "reason": line.title,
        "vat_category_code": category(note.vat_case, line.vat_rate).code,
        "vat_rate": _percent(line.vat_rate),
    }


def _amount(value: Decimal) -> str:
    return f"{value:.2f}"


def _percent(value: Decimal) -> str:
    return f"{value.normalize():f}"
