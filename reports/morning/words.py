"""The words of the letter, by language."""

FRENCH = {
    "title": "Lettre du matin",
    "as_of": "arrêté au",
    "todo": "À faire aujourd'hui",
    "nothing": "Rien à faire : tout s'accorde.",
    "pay": "À rembourser",
    "document": "Avoirs à établir",
    "stock": "Stock à corriger",
    "check": "À vérifier",
    "controls": "Contrôles en écart",
    "refused": "Lignes refusées",
    "new": "Nouveau",
    "gone": "résolus depuis la dernière lettre",
    "changes": "Depuis la dernière lettre",
    "no_change": "Rien n'a changé.",
    "rebuilt": "L'entrepôt était illisible : il a été reconstruit depuis les archives et le registre.",
    "due": "au plus tard le",
    "late": "jours de retard",
    "increase": "majoration légale",
    "open_payment": "ouvrir le paiement",
    "row": "ligne",
    "days": "jours",
    "figures": {
        "rows_read": "lignes nouvelles lues",
        "credit_notes": "avoirs",
        "refunds": "mouvements d'argent",
        "confirmed": "rapprochés",
    },
}
ENGLISH = {
    "title": "Morning letter",
    "as_of": "as of",
    "todo": "To do today",
    "nothing": "Nothing to do: everything agrees.",
    "pay": "To refund",
    "document": "Credit notes to establish",
    "stock": "Stock to correct",
    "check": "To check",
    "controls": "Controls that differ",
    "refused": "Rows refused",
    "new": "New",
    "gone": "solved since the last letter",
    "changes": "Since the last letter",
    "no_change": "Nothing has changed.",
    "rebuilt": "The warehouse could not be read: it was rebuilt from the archive and the register.",
    "due": "by",
    "late": "days late",
    "increase": "legal increase",
    "open_payment": "open the payment",
    "row": "row",
    "days": "days",
    "figures": {
        "rows_read": "new rows read",
        "credit_notes": "credit notes",
        "refunds": "movements of money",
        "confirmed": "matched",
    },
}


def words(language: str) -> dict[str, object]:
    """French unless English is asked for."""
    return dict(ENGLISH if language == "en" else FRENCH)
