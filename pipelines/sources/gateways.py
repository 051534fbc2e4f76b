"""Which provider a shop means by the name of its payment module or gateway."""

import re

PROVIDERS = {
    "shopify_payments": ("shopify payments", "shop pay", "shop_pay"),
    "stripe": ("stripe",),
    "paypal": ("paypal", "ppcp", "braintree paypal"),
    "mollie": ("mollie",),
    "payplug": ("payplug",),
    "adyen": ("adyen",),
    "klarna": ("klarna",),
    "alma": ("alma",),
    "sumup": ("sumup",),
    "dalenys": ("dalenys", "be2bill"),
    "sips": ("sips", "mercanet", "sogenactif", "sherlock", "scellius", "atos", "webaffaires"),
    "cheque": ("cheque", "check", "ps_checkpayment"),
    "bank": ("bank", "virement", "bacs", "wire", "ps_wirepayment", "bank deposit", "transfer", "banktransfer"),
}
"""Words that name a provider, the narrower before the wider."""


def provider_of(gateway: str) -> str:
    """The provider of a gateway's name; a gateway we do not know is a provider of its own."""
    words = re.sub(r"[^a-z0-9]+", " ", gateway.casefold().replace("è", "e").replace("é", "e")).strip()
    found = (name for name, known in PROVIDERS.items() if any(_named(word, words) for word in known))
    return next(found, words.replace(" ", "_") or "other")


def _named(word: str, words: str) -> bool:
    return re.search(rf"\b{re.escape(word.replace('_', ' '))}", words) is not None


def provider_case(column: str) -> str:
    """The same as SQL, for tables: the provider a column's words name, else the words themselves."""
    branches = " ".join(f"when {_any_of(column, words)} then '{name}'" for name, words in PROVIDERS.items())
    return f"case {branches} else plain_words({column}) end"


def _any_of(column: str, words: tuple[str, ...]) -> str:
    alternatives = "|".join(re.sub("[^a-z0-9]", "_", word) for word in words)
    return f"regexp_matches(plain_words({column}), '(^|_)({alternatives})')"
