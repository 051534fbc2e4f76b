"""The order a free text names, for the formats that are no table (`order_in` of `provider_words.sql` for those that are)."""

import re

NAMED = re.compile(
    r"(?:^|[^\w])(?:order|commande|cmd|bestelling|bestellung|pedido|achat|cde)(?:\s+(?:id|no|nr|num[ée]ro|number))?[\s:.°nN#]*?"
    r"(#?[\w][\w/.-]*\d[\w/-]*|#?\d[\w/-]*)",
    re.IGNORECASE,
)
ORDER_KEYS = ("order_id", "order_number", "order_reference", "order", "reference", "commande", "id_order", "order_name")


def order_in(text: str | None) -> str | None:
    """« Refund Order 1001 » names 1001; so does a text that is one word with a digit in it."""
    if not text:
        return None
    stripped = text.strip()
    if re.fullmatch(r"\S*\d\S*", stripped):
        return stripped
    found = NAMED.search(stripped)
    return found.group(1) if found else None
