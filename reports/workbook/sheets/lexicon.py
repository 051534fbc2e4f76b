"""Lexique: what each sheet and each column of the workbook says (LPF art. A47 A-1 XI)."""

from collections.abc import Sequence

from reports.workbook.layout import Column, Kind, Layout, Sheet

LAYOUT = Layout(
    "Lexique",
    "Une ligne par feuille, puis par mot du classeur.",
    (Column("Mot", width=34), Column("Ce qu'il veut dire", Kind.WRAPPED, 110)),
    "Lexique",
)
TERMS = (
    ("Avoir", "Le document qui corrige une facture ; une facture au sens fiscal (CGI 289-I-5). Montants positifs."),
    ("Imputation", "La part d'un remboursement qui solde une part d'avoir, avec la règle qui l'a décidée."),
    (
        "Annule un avoir",
        "Un contre-document : il défait un avoir le jour où il est émis ; montants négatifs : le mois s'additionne.",
    ),
    ("Volet", "Document, argent ou marchandises : l'un des trois faits d'un retour."),
    ("○ non observé", "Aucun fichier ne renseigne ce volet ou ce contrôle : ni juste, ni faux."),
    ("○ pas encore dû", "Attendu, mais l'échéance n'est pas passée : compté, dans aucune file."),
    ("Proposé", "Une réponse possible qu'une personne doit confirmer ; une proposition ne solde rien."),
    (
        "Décision",
        "Ce qu'une personne choisit dans la liste ; « lettrage decide » la lit et le passage suivant l'applique.",
    ),
    (
        "PDF",
        "Le lien ouvre l'avoir rangé dans « avoirs/ » ; « lettrage run --documents MOIS » le produit.",
    ),
    ("Client", "Un pseudonyme : les noms ne figurent que sur les avoirs en PDF."),
    (
        "Conseillée",
        "La présentation de la CA3 à retenir : avoirs déduits, ou à part si une base devenait négative.",
    ),
    ("Solde", "Débiteur positif, créditeur négatif."),
    ("Total affiché", "Le total des lignes que le filtre laisse voir."),
)


def lexicon_sheet(sheets: Sequence[Sheet]) -> Sheet:
    """What the other sheets are, and the words they use."""
    return Sheet(LAYOUT, [(f"Feuille « {sheet.layout.name} »", sheet.layout.grain) for sheet in sheets] + list(TERMS))
