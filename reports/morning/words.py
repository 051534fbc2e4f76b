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
    "changes": "Depuis la dernière lettre",
    "no_change": "Rien n'a changé.",
    "rebuilt": "L'entrepôt était illisible : il a été reconstruit depuis les archives et le registre.",
    "due": "au plus tard le",
    "increase": "majoration légale",
    "open_payment": "ouvrir le paiement",
    "row": "ligne",
    "days": "jours",
    "done": "Fait depuis la dernière lettre, vérifié",
    "late_debts": "dont en retard",
    "to_do": "à faire",
    "nothing_new": "rien de nouveau",
    "colon": " : ",
    "gross": "TTC",
    "vat": "TVA",
}
FRENCH_COUNTED = {
    "new": ("nouveau", "nouveaux"),
    "gone": ("résolu depuis la dernière lettre", "résolus depuis la dernière lettre"),
    "late": ("jour de retard", "jours de retard"),
    "rows_read": ("ligne nouvelle lue", "lignes nouvelles lues"),
    "credit_notes": ("avoir", "avoirs"),
    "refunds": ("mouvement d'argent", "mouvements d'argent"),
    "confirmed": ("rapproché", "rapprochés"),
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
    "changes": "Since the last letter",
    "no_change": "Nothing has changed.",
    "rebuilt": "The warehouse could not be read: it was rebuilt from the archive and the register.",
    "due": "by",
    "increase": "legal increase",
    "open_payment": "open the payment",
    "row": "row",
    "days": "days",
    "done": "Done since the last letter, verified",
    "late_debts": "of which late",
    "to_do": "to do",
    "nothing_new": "nothing new",
    "colon": ": ",
    "gross": "incl. VAT",
    "vat": "VAT",
}
ENGLISH_COUNTED = {
    "new": ("new", "new"),
    "gone": ("solved since the last letter", "solved since the last letter"),
    "late": ("day late", "days late"),
    "rows_read": ("new row read", "new rows read"),
    "credit_notes": ("credit note", "credit notes"),
    "refunds": ("movement of money", "movements of money"),
    "confirmed": ("matched", "matched"),
}


def words(language: str) -> dict[str, str]:
    """French unless English is asked for."""
    return ENGLISH if language == "en" else FRENCH


def counted(count: int, name: str, language: str) -> str:
    """« 38 nouveaux »: in French, nothing is said like one; in English, like many."""
    one, many = (ENGLISH_COUNTED if language == "en" else FRENCH_COUNTED)[name]
    is_one = count == 1 or (count == 0 and language != "en")
    return f"{count} {one if is_one else many}"
