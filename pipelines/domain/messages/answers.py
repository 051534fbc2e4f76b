"""What commands answer when nothing is refused, in French and English."""

from collections.abc import Mapping
from types import MappingProxyType

ANSWERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "backup": (
            "{files} fichiers sauvegardés et relus : {target} ({weight} ko)",
            "{files} files kept and read back: {target} ({weight} KB)",
        ),
        "close_prepared": (
            "{month} : préparé par {prepared_by}. Une autre personne doit l'approuver : lettrage close {month}",
            "{month}: prepared by {prepared_by}. Another person must approve it: lettrage close {month}",
        ),
        "close_sealed": ("{month} : scellé, empreinte {hash}.", "{month}: sealed, hash {hash}."),
        "compare": (
            "{count} différence(s) avec {name}, TVA déclarée en trop : {vat}.\nLe détail, ligne par ligne : {path}",
            "{count} difference(s) with {name}, VAT declared in excess: {vat}.\nThe detail, line by line: {path}",
        ),
        "decide_row": ("{sheet}, ligne {row} : {decision}, {what}.", "{sheet}, row {row}: {decision}, {what}."),
        "decide_comment": ("commentaire", "comment"),
        "decide_recorded": ("enregistré", "recorded"),
        "decide_known": ("déjà enregistré", "recorded already"),
        "decide_total": (
            "{recorded} décision(s) enregistrée(s), {refused} ligne(s) refusée(s). Le prochain passage les applique.",
            "{recorded} decision(s) recorded, {refused} row(s) refused. The next run applies them.",
        ),
        "doctor_disk": ("disque", "disk"),
        "fate_sent": ("envoyé", "sent"),
        "fate_refused": ("refusé", "refused"),
        "fate_postponed": ("remis à plus tard", "put off"),
        "fate_sending": ("parti sans réponse du serveur", "gone without the server's answer"),
        "forget": (
            (
                "{orders} commande(s) oubliée(s) dans les tables de travail ; le prochain passage republie sans elles.\n"
                "{kept}Les exports d'origine restent dans {archive}, pièces justificatives, accès restreint "
                "(C. com. L123-22)."
            ),
            (
                "{orders} order(s) forgotten in the working tables; the next run publishes again without them.\n"
                "{kept}The original exports stay in {archive}, vouchers, access restricted (C. com. L123-22)."
            ),
        ),
        "forget_kept": (
            (
                "{count} avoir(s) gardent le nom et l'adresse, mentions obligatoires (CGI ann. II art. 242 nonies A), "
                "pendant {years} ans : {documents}.\n"
            ),
            (
                "{count} credit note(s) keep the name and address, mandatory mentions (CGI ann. II art. 242 nonies A), "
                "for {years} years: {documents}.\n"
            ),
        ),
        "inspect_format": ("{name} : {format}", "{name}: {format}"),
        "inspect_period": ("  du {first} au {last}", "  from {first} to {last}"),
        "inspect_rows": (
            "  {read} lignes : {used} utiles, {excluded} exclues, {rejected} refusées",
            "  {read} rows: {used} used, {excluded} excluded, {rejected} rejected",
        ),
        "inspect_refused": (
            "  ! {count} × {why} {remedy} (ligne {first})",
            "  ! {count} × {why} {remedy} (row {first})",
        ),
        "inspect_totals": ("  Totaux", "  Totals"),
        "inspect_printed": ("  Totaux imprimés par l'export", "  Totals the export prints itself"),
        "inspect_exported": ("  Tel qu'exporté", "  As exported"),
        "inspect_mapped": ("  Tel que lu", "  As read"),
        "issue_cancelled": ("{number} est annulé par {counter}.", "{number} is cancelled by {counter}."),
        "issue_line": (
            "{number}  {day}  commande {order}  {invoices}  {gross}  ({explanation})",
            "{number}  {day}  order {order}  {invoices}  {gross}  ({explanation})",
        ),
        "issue_no_invoice": ("sans facture", "without an invoice"),
        "issue_to_number": (
            "{count} avoir(s) à numéroter, total {gross}.",
            "{count} credit note(s) to number, {gross} in all.",
        ),
        "issue_numbered": (
            "{count} avoir(s) numéroté(s), total {gross}.",
            "{count} credit note(s) numbered, {gross} in all.",
        ),
        "issue_none": ("Aucun avoir n'est prêt.", "No credit note is ready."),
        "issue_receipts": (
            "Sans facture (shop.toml, invoices) : ce sont des justificatifs de remboursement, non des avoirs.",
            "Without an invoice (shop.toml, invoices): these are proofs of refund, not credit notes.",
        ),
        "issue_refused": ("Refusé {draft} : {faults}", "Refused {draft}: {faults}"),
        "issue_proposed": (
            "Proposé : {draft}, commande {order}, {gross} ({explanation})",
            "Proposed: {draft}, order {order}, {gross} ({explanation})",
        ),
        "issue_waiting": (
            "En attente de décision : {draft}, commande {order}, {gross} ({explanation})",
            "Waiting for a decision: {draft}, order {order}, {gross} ({explanation})",
        ),
        "letter_unreadable": ("adresse illisible : {address}", "unreadable address: {address}"),
        "night_failed": ("Lettrage · {shop} · {day} : nuit en échec", "Lettrage · {shop} · {day}: night failed"),
        "policy": (
            (
                "{html}\n    à coller dans la page « Retours » de la boutique\n{pdf}\n    à joindre ou à imprimer{missing}\n"
                "À afficher aussi, telle quelle : la notice harmonisée de la garantie légale (règlement d'exécution (UE) "
                "2025/1960)."
            ),
            (
                "{html}\n    to paste into the shop's page on returns\n{pdf}\n    to attach or to print{missing}\n"
                "To be shown too, as it stands: the harmonised notice on the legal guarantee (implementing regulation (EU) "
                "2025/1960)."
            ),
        ),
        "policy_missing": ("\nÀ renseigner dans shop.toml : {names}", "\nTo fill in in shop.toml: {names}"),
        "restore": (
            "{files} fichiers remis : {shop}\nEnsuite : lettrage run --shop {shop}",
            "{files} files put back: {shop}\nThen: lettrage run --shop {shop}",
        ),
        "run_published": ("Publié : {shelf}", "Published: {shelf}"),
        "send_going": ("{count} avoir(s) partirai(en)t.", "{count} credit note(s) would go."),
        "send_line": ("{number} : {fate} {words}", "{number}: {fate} {words}"),
        "send_sent": ("{count} avoir(s) envoyé(s).", "{count} credit note(s) sent."),
        "send_without_address": ("Sans adresse : {numbers}", "Without an address: {numbers}"),
        "send_doubtful": (
            "Partis sans réponse du serveur, à vérifier avec le client : {numbers}",
            "Gone without the server's answer, to be checked with the customer: {numbers}",
        ),
        "status": (
            "Dernier passage : {at}, arrêté au {as_of}\nMois ouverts : {months}\nÀ regarder : {breaks}",
            "Last run: {at}, as of {as_of}\nOpen months: {months}\nTo look at: {breaks}",
        ),
        "status_hole": ("/!\\ Données manquantes : {hole}", "/!\\ Missing data: {hole}"),
        "status_unknown": (
            "    Les chiffres de ces jours sont inconnus, pas nuls : déposez l'export qui manque dans {inbox}.",
            "    Figures of these days are unknown, not zero: drop the missing export in {inbox}.",
        ),
        "status_nothing": ("rien", "nothing"),
        "status_letter": ("Courriel {number} : {fate} {words}", "E-mail {number}: {fate} {words}"),
        "tables": ("{count} tables : {folder}", "{count} tables: {folder}"),
        "verify": (
            (
                "Tout concorde : {months} mois scellé(s), {controls} contrôle(s), {tables} table(s), {files} fichier(s) "
                "publié(s)."
            ),
            (
                "Everything agrees: {months} month(s) sealed, {controls} control(s), {tables} table(s), {files} file(s) "
                "published."
            ),
        ),
    }
)


def answer(code: str, /, language: str, **facts: object) -> str:
    """One answer in words, its facts filled in."""
    french, english = ANSWERS[code]
    return (english if language == "en" else french).format(**facts)
