"""Why a row that is understood is not used, in words: nothing it says moves what we count."""

from collections.abc import Mapping
from types import MappingProxyType

EXCLUSIONS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "after_as_of": ("datée d'après le jour regardé", "dated after the day looked from"),
        "authorization": ("autorisation : rien n'est encore pris", "authorization: nothing is taken yet"),
        "bad_debt": ("créance irrécouvrable", "bad debt"),
        "blank": ("ligne sans contenu", "row without content"),
        "canceled": ("annulée", "canceled"),
        "duplicate": ("déjà lue dans un autre fichier", "already read in another file"),
        "empty_row": ("ligne vide", "empty row"),
        "excluded_by_mapping": ("exclue par votre correspondance", "excluded by your mapping"),
        "failed": ("échouée : rien n'a bougé", "failed: nothing moved"),
        "footer": ("en-tête ou total de l'export", "header or total of the export"),
        "hold": ("somme bloquée ou débloquée, sans mouvement", "amount held or released, nothing moved"),
        "memo": ("pour mémoire, sans mouvement", "for information, nothing moved"),
        "no_date": ("sans date", "without a date"),
        "no_goods": ("sans article", "without goods"),
        "no_money": ("sans montant", "without an amount"),
        "order_without_lines": ("commande sans ligne", "order without lines"),
        "part_of_payment": (
            "comptée avec la première ligne de son encaissement",
            "counted with its payment's first row",
        ),
        "part_of_payout": ("comptée avec la première ligne de son versement", "counted with its payout's first row"),
        "pending": ("en attente", "pending"),
        "repeated": ("dite deux fois dans ce fichier", "said twice in this file"),
        "superseded": ("remplacée par une version plus récente", "replaced by a later version"),
        "test": ("transaction d'essai", "test transaction"),
        "told_by_provider": (
            "dite aussi par le prestataire, qui fait foi",
            "told by the provider too, who is believed",
        ),
    }
)


def said(reason: str, language: str = "fr") -> str:
    """A reason in words; one we have no words for stands as it is."""
    french, english = EXCLUSIONS.get(reason, (reason, reason))
    return english if language == "en" else french
