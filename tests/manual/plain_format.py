"""format-simple.md, made from the kinds of rows."""

from pipelines.domain.columns import Column, Kind, Type
from pipelines.domain.kinds import PLAIN_KINDS
from tests.manual.kind_words import KIND_WORDS
from tests.manual.markdown import code, page, table

INTRODUCTION = """# Le format simple

Pour tout ce qui n'a pas d'export connu, et pour vos propres programmes : un fichier CSV par nature, en UTF-8, virgules entre les colonnes,
point décimal, instants ISO 8601 avec leur décalage (`2026-10-31T22:00:00+01:00`). Le fichier est reconnu par sa première ligne, quel
que soit son nom. Les colonnes non obligatoires peuvent manquer ou être vides ; une colonne inconnue est refusée par son nom.

- Un prix est HT (`unit_price_net`) **ou** TTC (`unit_price_gross`) : chaque ligne remplit exactement l'un des deux.
- Le sens d'un mouvement est dans `type` : `gross` est positif pour un remboursement, un échec, un litige ou des frais. Un
  `adjustment`, un versement et une ligne de banque portent leur signe.
- Prix unitaires : 6 décimales au plus. Montants : 2."""
TYPES = {
    Type.TEXT: "texte",
    Type.AMOUNT: "montant",
    Type.SIGNED_AMOUNT: "montant signé",
    Type.PRICE: "prix unitaire",
    Type.RATE: "taux, en %",
    Type.QUANTITY: "quantité",
    Type.SIGNED_QUANTITY: "quantité signée",
    Type.INSTANT: "instant",
    Type.DAY: "jour",
    Type.CURRENCY: "devise, 3 lettres",
    Type.COUNTRY: "pays, 2 lettres",
    Type.CHOICE: "un mot de la liste",
}


def plain_format_page() -> str:
    return page(INTRODUCTION, *(_section(kind) for kind in PLAIN_KINDS))


def _section(kind: Kind) -> str:
    rows = (
        (code(column.name), "oui" if column.required else _either(kind, column), TYPES[column.type], _choices(column))
        for column in kind.plain_columns
    )
    heading = f"## {KIND_WORDS.get(kind.name, kind.name)} (`{kind.name}`)"
    return f"{heading}\n\n" + table(["colonne", "obligatoire", "valeur", "mots admis"], rows)


def _either(kind: Kind, column: Column) -> str:
    return next(
        (f"ou {code(other)}" for pair in kind.one_of if column.name in pair for other in pair if other != column.name),
        "",
    )


def _choices(column: Column) -> str:
    return ", ".join(code(choice) for choice in column.choices if choice != "unknown" or column.name != "type")
