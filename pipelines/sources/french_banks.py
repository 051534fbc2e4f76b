"""The CSV of French banks: day first, decimal comma, whatever stands above the header. One currency a file, the shop's."""

from pipelines.sources.bank_tables import bank_table
from pipelines.sources.source import Header, optional, required

DAY = Header("day", ("Date", "Date operation", "Date de l'opération", "Date opération", "Date d'opération"))
ONE_AMOUNT = """
select source_row, slashed_day(day) as booked_on, either_amount(amount) as amount, concat_ws(' ', short_label, label) as label
from staged
"""
TWO_AMOUNTS = """
select source_row, slashed_day(day) as booked_on,
    coalesce(either_amount(credit), '-' || absolute(either_amount(debit))) as amount,
    concat_ws(' ', short_label, label, more) as label, nullif(reference, '') as reference
from staged
"""
DEBIT = Header("debit", ("Débit", "Débit Euros", "Debit"))
CREDIT = Header("credit", ("Crédit", "Crédit Euros", "Credit"))
SHORT = Header("short_label", ("Libellé court", "Libellé simplifié"), required=False)
REFERENCE = Header("reference", ("Référence",), required=False)
MORE = Header("more", ("Informations complémentaires",), required=False)
SAVED_ABOVE = (
    r"Numéro de compte : *(\w+)",
    r"(?s)Date de fin de téléchargement : *(\d\d/\d\d/\d{4}).*Solde en fin de période;*([^;\n]+)",
)
SAVED_OPENING = "case when starts_with(plain_words(day), 'solde_en_debut') then coalesce(<columns>) end"
SOURCES = (
    bank_table(
        "bnp_paribas",
        (
            Header("day", ("Date operation", "Date opération")),
            Header("short_label", ("Libelle court",)),
            Header("label", ("Libelle operation", "Libellé opération")),
            Header("amount", ("Montant operation en euro", "Montant opération", "Montant operation")),
            *optional("Type operation"),
        ),
        "select source_row, slashed_day(day) as booked_on, either_amount(amount) as amount, label from staged",
        above=(r"(?m)^[^;\n]+;([^;\n]+);\d\d/\d\d/\d{4};", r"(\d\d/\d\d/\d{4});[^;\n]*;([^;\n]+)"),
    ),
    bank_table(
        "societe_generale",
        (
            Header("day", ("Date de l'opération",)),
            Header("short_label", ("Libellé",)),
            Header("label", ("Détail de l'écriture",)),
            Header("amount", ("Montant de l'opération",)),
            Header("currency", ("Devise",)),
        ),
        "select source_row, slashed_day(day) as booked_on, either_amount(amount) as amount, currency_text(currency) as currency, "
        "coalesce(label, short_label) as label from staged",
        above=(r"^\W*(\d{7,})\W", r"(\d\d/\d\d/\d{4});([^;\n]+) EUR"),
    ),
    bank_table(
        "credit_agricole",
        (
            Header("day", ("Date",)),
            Header("label", ("Libellé",)),
            Header("debit", ("Débit Euros",)),
            Header("credit", ("Crédit Euros",)),
            SHORT,
            REFERENCE,
            MORE,
        ),
        TWO_AMOUNTS,
        above=(r"(?m)^Compte .*n° *(\d+)", r"Solde au (\d\d/\d\d/\d{4})\s+([^;\n]+)"),
        short_rows=True,
    ),
    bank_table(
        "bpce",
        (
            Header("day", ("Date de comptabilisation", "Date comptable")),
            Header("short_label", ("Libellé simplifié",)),
            Header("label", ("Libellé opération",), required=False),
            Header("reference", ("Référence",)),
            Header("more", ("Informations complémentaires",)),
            DEBIT,
            CREDIT,
            *optional(
                "Type opération",
                "Catégorie",
                "Sous catégorie",
                "Date opération",
                "Date de valeur",
                "Pointage opération",
            ),
            *optional("Pointage"),
        ),
        TWO_AMOUNTS,
        above=SAVED_ABOVE,
        opening=SAVED_OPENING.replace("<columns>", "more"),
        short_rows=True,
    ),
    bank_table(
        "caisse_epargne",
        (
            Header("day", ("Date",)),
            Header("label", ("Libellé",)),
            DEBIT,
            CREDIT,
            *required("Détail"),
            Header("reference", ("Numéro d'opération",), required=False),
        ),
        TWO_AMOUNTS.replace("short_label, label, more", "label, detail"),
        above=SAVED_ABOVE,
        opening=SAVED_OPENING.replace("<columns>", "credit, debit, label"),
        short_rows=True,
    ),
    bank_table(
        "fortuneo",
        (
            Header("day", ("Date opération",)),
            *required("Date valeur"),
            Header("label", ("Libellé",)),
            DEBIT,
            CREDIT,
        ),
        TWO_AMOUNTS.replace("short_label, label, more", "label").replace("nullif(reference, '')", "null"),
        short_rows=True,
    ),
    bank_table(
        "credit_mutuel_columns",
        (
            Header("day", ("Date",)),
            *required("Date de valeur"),
            DEBIT,
            CREDIT,
            Header("label", ("Libellé",)),
            *required("Solde"),
            SHORT,
            REFERENCE,
            MORE,
        ),
        TWO_AMOUNTS,
        bank="credit_mutuel",
        balance="solde",
    ),
    bank_table(
        "credit_mutuel",
        (
            Header("day", ("Date",)),
            *required("Date de valeur"),
            Header("amount", ("Montant",)),
            Header("label", ("Libellé",)),
            *required("Solde"),
            SHORT,
        ),
        ONE_AMOUNT,
        balance="solde",
    ),
    bank_table(
        "banque_postale",
        (
            Header("day", ("Date",)),
            Header("label", ("Libellé",)),
            Header("amount", ("Montant(EUROS)", "Montant (EUROS)")),
            SHORT,
        ),
        ONE_AMOUNT,
        above=(r"Numéro Compte\W*(\w+)", r"(?m)^Date\W*(\d\d/\d\d/\d{4})[;\s]*^Solde \(EUROS\)[ :;]*([^;\n]+)"),
        short_rows=True,
    ),
    bank_table(
        "boursobank",
        (
            Header("day", ("dateOp",)),
            Header("label"),
            Header("amount"),
            *required("dateVal"),
            Header("account", ("accountNum",), required=False),
            *optional("category", "categoryParent", "supplierFound", "comment", "accountLabel", "accountbalance"),
        ),
        "select source_row, account, slashed_day(day) as booked_on, either_amount(amount) as amount, label from staged",
        balance="accountbalance",
    ),
    bank_table(
        "boursobank_solde",
        (
            Header("day", ("Date opération", "Date d'opération", "dateOp")),
            Header("label", ("Libellé",)),
            Header("amount", ("Solde",)),
            Header("balance", ("solde_2",)),
            Header("account", ("Numéro de compte", "accountNum"), required=False),
            *optional(
                "Date valeur", "Catégorie", "Catégorie parente", "Fournisseur", "Commentaire", "Libellé du compte"
            ),
        ),
        "select source_row, account, slashed_day(day) as booked_on, either_amount(amount) as amount, label from staged",
        balance="balance",
    ),
    bank_table(
        "shine",
        (
            *required(
                "Transaction ID", "Date d'opération", "IBAN", "Débit", "Crédit", "Libellé", "Nom de la contrepartie"
            ),
            *optional("Date de la valeur", "Type de transaction", "Solde mouvement", "Solde bancaire", "Montant HT"),
            *optional("Montant de TVA total"),
        ),
        "select source_row, iban as account, slashed_day(date_d_operation) as booked_on, "
        "coalesce(either_amount(credit), '-' || absolute(either_amount(debit))) as amount, "
        "concat_ws(' ', nom_de_la_contrepartie, libelle) as label, transaction_id as id, libelle as reference from staged",
        balance="solde_bancaire",
    ),
)
