"""Where a company receives electronic documents (BT-34, BT-49): by its SIREN in France, else by its VAT number."""

from pipelines.domain.credit_notes import Party

FRENCH_DIRECTORY, MAIL = "0225", "EM"
BY_VAT_COUNTRY = {
    "AT": "9914",
    "BE": "9925",
    "BG": "9926",
    "CH": "9927",
    "CY": "9928",
    "CZ": "9929",
    "DE": "9930",
    "EE": "9931",
    "EL": "9933",
    "ES": "9920",
    "FI": "0213",
    "FR": "9957",
    "GB": "9932",
    "HR": "9934",
    "HU": "9910",
    "IE": "9935",
    "IT": "0211",
    "LT": "9937",
    "LU": "9938",
    "LV": "9939",
    "MT": "9943",
    "NL": "9944",
    "PL": "9945",
    "PT": "9946",
    "RO": "9947",
    "SE": "9955",
    "SI": "9949",
    "SK": "9950",
}
"""Schemes of the Electronic Address Scheme list that are VAT numbers, by the letters a VAT number begins with."""


def electronic_address(party: Party) -> tuple[str, str] | None:
    """The address and its scheme; the French rules want one of every company (BR-FR-12), a consumer has none."""
    if party.siren:
        return party.siren, FRENCH_DIRECTORY
    scheme = BY_VAT_COUNTRY.get(party.vat_id[:2].upper())
    if scheme:
        return party.vat_id, scheme
    return (party.email, MAIL) if party.is_company and party.email else None
