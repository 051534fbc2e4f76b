"""The note that says what each file is and how to read it (LPF art. A47 A-1 XI)."""

from pipelines.domain.closing_folder import ClosingFolder
from pipelines.domain.months import month_words
from reports.workbook.words import MONTH_STATES, day_in_words

NOTE = """Dossier de clôture des retours, {month}
{line}

{who}
Arrêté au {until}, mois {state}.

Ce dossier réunit ce que Lettrage a établi pour le mois : les avoirs, les remboursements, leur rapprochement,
les écritures et les contrôles. Il n'est pas le FEC légal, qui couvre tous les journaux de l'entreprise.
« sha256sum -c MANIFESTE.sha256 » vérifie qu'aucun fichier n'a changé depuis sa remise.

Les fichiers
------------
{files}

Le journal au format FEC (fec/)
-------------------------------
18 colonnes dans l'ordre de l'article A47 A-1 : JournalCode, JournalLib, EcritureNum, EcritureDate, CompteNum,
CompteLib, CompAuxNum, CompAuxLib, PieceRef, PieceDate, EcritureLib, Debit, Credit, EcritureLet, DateLet, ValidDate,
Montantdevise, Idevise. Séparateur : tabulation. Dates : AAAAMMJJ. Montants : virgule décimale.
Comptes : plan comptable général ; comptes auxiliaires pseudonymes, les noms ne figurent que sur les avoirs.
La référence de pièce est le numéro d'avoir, l'identifiant du remboursement chez le prestataire ou le récapitulatif
du jour.
Avant le scellement du mois, ValidDate est le dernier jour du mois, à titre provisoire.

Les preuves (preuves/)
----------------------
Un fichier JSON par avoir : la ligne de l'export d'où il vient (nom du fichier, empreinte SHA-256, numéro de ligne), la
commande et sa facture, le retour, les remboursements et les versements, l'imputation et la règle qui l'a décidée, les
décisions et leurs auteurs, l'empreinte du PDF. Les exports d'origine sont gardés dans « archive/ ».
"""
FILES = (
    ("grand-livre-", "le grand livre du mois, classeur : chaque feuille dit en tête ce qu'est une ligne"),
    ("avoirs-", "tous les avoirs du mois en un seul PDF, précédés d'un sommaire"),
    ("avoirs/", "chaque avoir, PDF/A-3 ; ceux que Lettrage numérote portent leur XML Factur-X"),
    ("fec/", "le journal au format FEC"),
    ("exports/", "les écritures pour les logiciels comptables, hledger et beancount"),
    ("recapitulatifs/", "la pièce de chaque écriture récapitulative : les opérations du jour et du journal"),
    ("tableau-de-bord", "le tableau de bord du commerçant, une page autonome"),
    ("tables/", "les tables du mois, au format Parquet"),
    ("controles.json", "les contrôles : deux totaux qui doivent être égaux, leur différence, leur résultat"),
)


def description(folder: ClosingFolder) -> str:
    """The note in words, with the files that are there."""
    month = month_words(folder.period.month)
    identity = folder.shop.identity
    who = identity.legal_name or identity.name
    found = [f"{start:<18} {words}" for start, words in FILES if any(f.path.startswith(start) for f in folder.files)]
    made = ["preuves/           ce qui prouve chaque avoir", "cloture.json       l'état du mois et son empreinte"]
    return NOTE.format(
        month=month,
        line="=" * len(f"Dossier de clôture des retours, {month}"),
        who=f"{who}, SIREN {identity.siren}" if identity.siren else who,
        until=day_in_words(folder.until),
        state=MONTH_STATES.get(folder.period.state, folder.period.state),
        files="\n".join(found + made),
    )
