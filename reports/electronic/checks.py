"""What a Factur-X document must pass: the XSD and our own rules always, the schematrons at issue."""

from decimal import Decimal
from functools import cache
from pathlib import Path
import re
from typing import TYPE_CHECKING, Any

from pipelines.domain.numbering import is_publishable

if TYPE_CHECKING:
    from lxml import etree

SPACES = {
    "ram": "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
    "rsm": "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
}
SVRL = "{http://purl.oclc.org/dsdl/svrl}"
EN_16931 = "facturx-en16931/FACTUR-X_EN16931.xslt"
FRENCH = "cii-schematron-fr-ctc/BR-FR-Flux2-Schematron-CII.xslt"
XSD = "facturx-en16931/Factur-X_EN16931.xsd"


def faults(xml: bytes) -> list[str]:
    """What is wrong with a document by its XSD and our own rules; empty when it may be published."""
    from lxml import etree

    tree = etree.fromstring(xml)
    try:
        _schema().assertValid(tree)
    except etree.DocumentInvalid as error:
        return [f"XSD: {error}"]
    return _own_faults(tree)


def schematron_faults(xml: bytes, *, is_company: bool) -> list[str]:
    """What the EN 16931 schematron says, and for companies the French one (XP Z12-012)."""
    found = _asserted(EN_16931, xml)
    return found + _asserted(FRENCH, xml) if is_company else found


def _own_faults(tree: "etree._Element") -> list[str]:
    rules = (_number, _references, _amounts, _totals)
    return [fault for rule in rules for fault in rule(tree)]


def _number(tree: "etree._Element") -> list[str]:
    number = _text(tree, "rsm:ExchangedDocument/ram:ID")
    return [] if is_publishable(number) else [f"BT-1: {number}"]


def _references(tree: "etree._Element") -> list[str]:
    """A credit note names at least one invoice, each with its date (BR-FR-CO-05, G1.31)."""
    invoices = tree.findall(".//ram:InvoiceReferencedDocument", SPACES)
    undated = [found for found in invoices if found.find("ram:FormattedIssueDateTime", SPACES) is None]
    return [f"BT-26: {_text(found, 'ram:IssuerAssignedID')}" for found in undated] or ([] if invoices else ["BT-25"])


def _amounts(tree: "etree._Element") -> list[str]:
    """The type code carries the sign: prices are above zero, quantities and totals are not below (BR-FR-DEC-03)."""
    prices = [
        f"BT-146: {price}"
        for price in _figures(tree, ".//ram:NetPriceProductTradePrice/ram:ChargeAmount")
        if price <= 0
    ]
    amounts = ("ram:BilledQuantity", "ram:LineTotalAmount", "ram:GrandTotalAmount", "ram:TaxBasisTotalAmount")
    below = [f"{name}: {value}" for name in amounts for value in _figures(tree, f".//{name}") if value < 0]
    return prices + below


def _totals(tree: "etree._Element") -> list[str]:
    net, vat, gross = (
        sum(_figures(tree, f".//ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:{name}"), Decimal(0))
        for name in ("TaxBasisTotalAmount", "TaxTotalAmount", "GrandTotalAmount")
    )
    return [] if net + vat == gross else [f"BT-112: {gross}"]


def _figures(tree: "etree._Element", path: str) -> list[Decimal]:
    return [Decimal(str(found.text)) for found in tree.findall(path, SPACES)]


def _text(tree: "etree._Element", path: str) -> str:
    return tree.findtext(path, "", SPACES)


@cache
def _library() -> Path:
    import facturx

    return Path(facturx.__file__).parent / "xsd_and_schematron"


@cache
def _schema() -> "etree.XMLSchema":
    from lxml import etree

    return etree.XMLSchema(file=str(_library() / XSD))


@cache
def _stylesheet(path: str) -> tuple[Any, Any]:
    """A schematron compiled once per process, with the processor that must outlive it."""
    from saxonche import PySaxonProcessor

    processor = PySaxonProcessor(license=False)
    compiler = processor.new_xslt30_processor()
    return processor, compiler.compile_stylesheet(stylesheet_file=str(_library() / path))


def _asserted(path: str, xml: bytes) -> list[str]:
    """Every failed assertion of a schematron, warnings left out."""
    from lxml import etree

    processor, stylesheet = _stylesheet(path)
    report = stylesheet.transform_to_string(xdm_node=processor.parse_xml(xml_text=xml.decode()))
    failed = etree.fromstring(report.encode()).iter(f"{SVRL}failed-assert")
    return [_words(found) for found in failed if found.get("flag", "fatal") != "warning"]


def _words(failed: "etree._Element") -> str:
    said = " ".join("".join(str(text) for text in failed.itertext()).split())
    return re.sub(r"\s+", " ", f"{failed.get('id') or ''} {said}").strip()
