"""Amounts of the providers' APIs: whole numbers of a currency's smallest unit."""

ZERO_DECIMAL = frozenset(
    ["BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"]
)
THREE_DECIMAL = frozenset(["BHD", "JOD", "KWD", "OMR", "TND"])


def major(minor: str, currency: str) -> str:
    """The amount as text: 1999 EUR is 19.99, 4500 JPY is 4500. What is no whole number is passed on as it stands.

    A thousandth that is not zero stays, and is refused: amounts are exact to the cent.
    """
    digits = minor.removeprefix("-")
    if not digits.isdecimal() or currency.upper() in ZERO_DECIMAL:
        return minor
    places = 3 if currency.upper() in THREE_DECIMAL else 2
    padded = digits.zfill(places + 1)
    text = f"{padded[:-places]}.{padded[-places:]}"
    sign = "-" if minor.startswith("-") else ""
    return sign + (text.removesuffix("0") if places > 2 else text)  # noqa: PLR2004
