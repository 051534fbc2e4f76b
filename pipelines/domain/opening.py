"""`ouverture.xlsx`: what the shop brings from before. Its sheets and columns, written for people and read back."""

NAME = "ouverture.xlsx"
NOTES, BALANCES, NUMBERS = "Avoirs ouverts", "Soldes", "Derniers numéros"
NUMBER, ISSUED_ON, ORDER, INVOICE, INVOICED_ON = (
    "N° d'avoir", "Date de l'avoir", "Commande", "Facture d'origine", "Date de la facture"
)  # fmt: skip
CURRENCY, REMAINING, RATE = "Devise", "Reste à rembourser TTC", "Taux de TVA"
ACCOUNT, LABEL, TAKEN_OVER_ON, DEBIT, CREDIT = (
    "Compte", "Intitulé", "Date de reprise", "Solde débiteur", "Solde créditeur"
)  # fmt: skip
SERIES, LAST_NUMBER, GIVEN_ON = "Série", "Dernier numéro donné", "Donné le"
