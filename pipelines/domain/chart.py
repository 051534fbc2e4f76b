"""The chart of accounts: every account posted to has the label of the PCG 2026, or of the closest account above it."""

from collections.abc import Iterable, Mapping
from functools import cache
import json
from pathlib import Path
import re

JOURNALS = {
    "VE": "Ventes",
    "AN": "À nouveau",
    "AV": "Avoirs",
    "BQ": "Banque",
    "OD": "Opérations diverses",
    "PR": "Prestataire de paiement",
}
_LABELS = {
    "658900": "Pénalités et autres charges - écarts de règlement",
    "758900": "Écarts de règlement en notre faveur",
    "681730": "Dotations aux dépréciations - stocks et en-cours",
    "781730": "Reprises sur dépréciations - stocks et en-cours",
}


@cache
def chart() -> Mapping[str, str]:
    """The accounts of the PCG 2026 (ANC 2014-03, version of 1 January 2026): number and label."""
    found: dict[str, str] = json.loads((Path(__file__).parent / "pcg_2026.json").read_text(encoding="utf-8"))
    return found


def pcg_label(account: str) -> str | None:
    """The label of the longest number of the chart that begins the account; None when not even a class fits."""
    for length in range(len(account), 1, -1):
        if account[:length] in chart():
            return chart()[account[:length]]
    return None


def is_account(account: str) -> bool:
    """Three digits at least, as the FEC wants, that begin with a number of the chart."""
    return re.match("[0-9]{3}", account) is not None and pcg_label(account) is not None


def account_labels(accounts: Iterable[str], details: Mapping[str, str]) -> dict[str, str]:
    """A label per account, never the same one twice: `details` adds words to an account, else its number does."""
    labels: dict[str, str] = {}
    for account in sorted(accounts):
        label = _LABELS.get(account) or pcg_label(account) or account
        words = f"{label} - {details[account]}" if account in details else label
        labels[account] = words if words not in labels.values() else f"{words} ({account})"
    return labels


def journal_labels(journals: Iterable[str], providers: Mapping[str, str]) -> dict[str, str]:
    """A label per journal, never the same one twice; `providers` names the journals of payment providers."""
    labels: dict[str, str] = {}
    for journal in sorted(journals):
        label = providers.get(journal) or JOURNALS.get(journal) or f"Journal {journal}"
        labels[journal] = label if label not in labels.values() else f"{label} ({journal})"
    return labels
