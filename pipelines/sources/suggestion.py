"""Drafts a mapping for a table of no known format, from its header and first values: a person finishes it."""

import csv
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
import re
from tempfile import TemporaryDirectory

from pipelines.domain.columns import Column, Kind, Type
from pipelines.domain.kinds import PLAIN_KINDS
from pipelines.sources.decoding import text_of
from pipelines.sources.mapping import AMOUNTS
from pipelines.sources.recognition import DELIMITERS
from pipelines.sources.source import ENCODINGS, normalised

SYNONYMS = {
    "amount": ("montant", "total", "solde", "somme", "gross", "brut", "betrag"),
    "gross": ("montant", "brut", "amount", "rembourse", "refund_amount", "montant_rembourse"),
    "booked_on": ("date", "date_operation", "date_comptable"),
    "created_at": ("date", "date_remboursement", "cree_le", "date_creation"),
    "captured_at": ("date", "date_paiement", "paye_le"),
    "ordered_at": ("date", "date_commande", "commande_le"),
    "issued_at": ("date", "date_avoir", "emis_le"),
    "notified_at": ("date", "date_retour", "demande_le"),
    "received_at": ("recu_le", "date_reception"),
    "order_id": ("commande", "n_commande", "numero_commande", "numero_de_commande", "order", "reference_commande"),
    "order_reference": ("commande", "n_commande", "numero_commande", "reference_commande"),
    "credit_note_number": ("avoir", "numero_avoir", "numero_d_avoir", "n_avoir"),
    "invoice_number": ("facture", "numero_facture", "numero_de_facture"),
    "refund_id": ("identifiant", "id", "transaction", "id_remboursement", "reference"),
    "payment_id": ("paiement", "id_paiement", "transaction"),
    "label": ("libelle", "description", "operation"),
    "title": ("produit", "article", "designation", "titre", "libelle"),
    "sku": ("reference", "ref", "code_article", "code", "reference_produit"),
    "quantity": ("quantite", "qte", "qty"),
    "unit_price_gross": ("prix_ttc", "prix_unitaire_ttc", "prix"),
    "unit_price_net": ("prix_ht", "prix_unitaire_ht"),
    "vat_rate": ("tva", "taux_tva", "taux_de_tva"),
    "currency": ("devise", "monnaie"),
    "country": ("pays",),
    "status": ("statut", "etat"),
    "fee": ("frais", "commission"),
    "reference": ("reference",),
    "customer_email": ("email", "e_mail", "courriel"),
    "customer_name": ("client", "nom", "nom_client"),
    "reason_text": ("motif", "raison", "commentaire"),
    "line_id": ("ligne", "id_ligne", "reference"),
    "account": ("compte", "iban"),
}
DATES = (
    (r"\d{4}-\d\d-\d\d", "%Y-%m-%d"),
    (r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", "%Y-%m-%d %H:%M:%S"),
    (r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d{4}", "%Y-%m-%d %H:%M:%S %z"),
    (r"\d\d/\d\d/\d{4}", "%d/%m/%Y"),
    (r"\d\d/\d\d/\d{4} \d\d:\d\d", "%d/%m/%Y %H:%M"),
    (r"\d\d/\d\d/\d{4} \d\d:\d\d:\d\d", "%d/%m/%Y %H:%M:%S"),
    (r"\d\d\.\d\d\.\d{4}", "%d.%m.%Y"),
)
ALIKE = 0.7
"""From which likeness on two names are taken for the same."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A table's header and first rows."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def values(self, position: int) -> list[str]:
        """The values of one column that are there."""
        return [row[position].strip() for row in self.rows if position < len(row) and row[position].strip()]


def suggested(path: Path) -> str:
    """The draft, as TOML with its doubts as comments. Raises Refusal when the file is no text."""
    with TemporaryDirectory(prefix="lettrage-") as work:
        sample = _sample(text_of(path, str(path), ENCODINGS, Path(work)).head)
    kind, pairs = max(((kind, _pairs(kind, sample)) for kind in PLAIN_KINDS), key=lambda found: _fit(*found))
    lines = [f"# Brouillon : à relire, puis à ranger dans le dossier « mappings » de la boutique. {path.name}"]
    lines += [f'kind = "{kind.name}"', "", "[columns]"]
    lines += [_line(column, pairs, sample) for column in kind.plain_columns if column.name in pairs or column.required]
    unused = [name for position, name in enumerate(sample.header) if position not in pairs.values()]
    lines += ["", f"# Colonnes sans emploi : {', '.join(unused)}"] if unused else []
    return "\n".join(lines)


def _sample(lines: tuple[str, ...]) -> Sample:
    """The widest line of the first twenty, under the delimiter that makes it widest, is taken for the header."""
    tables = [[tuple(next(csv.reader([line], delimiter=each), [])) for line in lines] for each in DELIMITERS]
    table = max(tables, key=lambda rows: max((len(row) for row in rows[:20]), default=0))
    width = max((len(row) for row in table[:20]), default=0)
    start = next((number for number, row in enumerate(table) if len(row) == width), 0)
    return Sample(table[start], tuple(table[start + 1 : start + 21]))


def _pairs(kind: Kind, sample: Sample) -> dict[str, int]:
    """The best column of the table for each of the kind's columns, each used once, the surest first."""
    scores = [
        (_likeness(column.name, header), -rank, column.name, position)
        for rank, column in enumerate(kind.plain_columns)
        for position, header in enumerate(sample.header)
    ]
    pairs: dict[str, int] = {}
    for score, _, name, position in sorted(scores, reverse=True):
        if score >= ALIKE and name not in pairs and position not in pairs.values():
            pairs[name] = position
    return pairs


def _likeness(name: str, header: str) -> float:
    words = normalised(header)
    return max(SequenceMatcher(None, known, words).ratio() for known in (name, *SYNONYMS.get(name, ())))


def _fit(kind: Kind, pairs: dict[str, int]) -> tuple[int, int]:
    """Fewest required columns left over, then most columns used."""
    return sum(name in pairs for name in kind.required) - len(kind.required), len(pairs)


def _line(column: Column, pairs: dict[str, int], sample: Sample) -> str:
    if column.name not in pairs:
        hint = f"  # {', '.join(column.choices)}" if column.choices else ""
        return f'{column.name} = {{ value = "À REMPLIR" }}{hint}'
    position = pairs[column.name]
    settings = [f'column = "{sample.header[position].strip()}"', *_settings(column, sample.values(position))]
    values = sorted(set(sample.values(position)))
    words = ", ".join(f'"{value}" = "?"' for value in values[:5])
    hint = f"  # words = {{ {words} }}" if column.choices else ""
    return f"{column.name} = {{ {', '.join(settings)} }}{hint}"


def _settings(column: Column, values: list[str]) -> list[str]:
    if column.type in {Type.INSTANT, Type.DAY}:
        forms = [form for pattern, form in DATES if values and all(re.fullmatch(pattern, value) for value in values)]
        return [f'date = "{forms[0]}"'] if forms else []
    if column.type in AMOUNTS:
        return ['decimal = ","'] if any(re.search(r",\d{1,2}\D*$", value) for value in values) else ['decimal = "."']
    return []
