"""The objects of PrestaShop's webservice, read alike from its XML and its JSON."""

from collections.abc import Iterator

from lxml import etree

from pipelines.sources.json_objects import Object
from pipelines.sources.source import Document

SECTIONS = {
    "orders": "order",
    "order_slips": "order_slip",
    "order_slip": "order_slip",
    "order_returns": "order_return",
    "order_payments": "order_payment",
    "order_histories": "order_history",
}
"""The plural the webservice lists under, and what one of it is. `order_slip` is listed under its own name."""


def resources(document: Document) -> Iterator[tuple[str, Object]]:
    """Every object with the name of its section."""
    if document.xml is not None:
        yield from _from_xml(document.xml)
    elif isinstance(document.json, dict):
        yield from _from_json(document.json)


def _from_json(value: dict[str, object]) -> Iterator[tuple[str, Object]]:
    for section, single in SECTIONS.items():
        for name in (section, single):
            found = value.get(name)
            items = found if isinstance(found, list) else [found]
            for item in items:
                if isinstance(item, dict) and "id" in item and ({"date_add", "id_order"} & item.keys()):
                    yield section, item
            if found is not None and name == section:
                break


def _from_xml(root: etree._Element) -> Iterator[tuple[str, Object]]:
    if root.tag != "prestashop":
        return
    singles = {single: section for section, single in SECTIONS.items()}
    for element in root.iter(etree.Element):
        parent = element.getparent()
        if element.tag in singles and len(element) and parent is not None and parent.tag in {"prestashop", *SECTIONS}:
            found = _object(element)
            if isinstance(found, dict):
                yield singles[str(element.tag)], found


def _object(element: etree._Element) -> object:
    """An element as JSON would have it: repeated children become a list, leaves their text."""
    children = [child for child in element if isinstance(child.tag, str)]
    if not children:
        return (element.text or "").strip()
    held: dict[str, object] = {}
    for child in children:
        value = _object(child)
        known = held.get(str(child.tag))
        if known is None:
            held[str(child.tag)] = value
        elif isinstance(known, list):
            known.append(value)
        else:
            held[str(child.tag)] = [known, value]
    return held
