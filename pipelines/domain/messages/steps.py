"""The steps of a passage, as people say them: in French and English, in their order."""

STEPS: dict[str, tuple[str, str]] = {
    "decisions": ("relire les décisions", "read decisions again"),
    "ingest": ("lire la boîte de dépôt", "read the inbox"),
    "normalise": ("typer les faits", "type the facts"),
    "forget": ("effacer à nouveau qui doit l'être", "erase again who must be"),
    "examine": ("tenir les lignes à leur contrat", "hold rows to their contract"),
    "numbers": ("relire les numéros donnés", "read the numbers given"),
    "hold": ("relire les mois scellés", "read sealed months back"),
    "reconcile": ("rapprocher", "reconcile"),
    "count": ("compter le stock", "count the stock"),
    "prove": ("prouver, nommer les écarts", "prove, and name the breaks"),
    "post": ("passer les écritures", "post the entries"),
    "prepare": ("préparer les avoirs", "prepare credit notes"),
    "control": ("contrôler", "control"),
    "returned_lines": ("réunir les articles revenus", "gather the articles returned"),
    "credit_notes": ("imprimer les avoirs", "print credit notes"),
    "journal_exports": ("écrire les exports comptables", "write the accounting exports"),
    "controls": ("écrire les contrôles", "write the controls"),
    "ledger_workbook": ("écrire le grand livre", "write the ledger"),
    "month_tables": ("écrire les tables du mois", "write the month's tables"),
    "dashboard": ("écrire le tableau de bord", "write the dashboard"),
    "tables": ("écrire les tables", "write the tables"),
    "closing_folder": ("réunir le dossier de clôture", "gather the closing folder"),
    "report": ("écrire la lettre", "write the letter"),
    "shelf": ("montrer la nouvelle édition", "show the new edition"),
    "letter": ("envoyer la lettre", "send the letter"),
}


def step_words(step: str, language: str = "fr") -> str:
    """A step in words; its own name when it has none."""
    return STEPS[step][language == "en"] if step in STEPS else step


def stopped_at(step: str, sentence: str, language: str = "fr") -> str:
    """Why something stopped, after the step it stopped at where that is known."""
    return f"{step_words(step, language)}{':' if language == 'en' else ' :'} {sentence}" if step else sentence
