"""What may be wrong with a FEC read from elsewhere."""

from pipelines.domain.messages import Message

NOT_A_FEC = Message(
    "compare-not-a-fec",
    "ce fichier n'a pas les colonnes d'un FEC : il manque {missing}.",
    "Demandez au cabinet le FEC (article A47 A-1), séparé par des tabulations ou des barres verticales.",
    "this file lacks the columns of a FEC: {missing} missing.",
    "Ask the firm for the FEC (article A47 A-1), separated by tabs or vertical bars.",
)
BAD_VALUE = Message(
    "compare-bad-value",
    "« {column} » vaut « {value} ».",
    "Les montants s'écrivent 1234,56 et les dates AAAAMMJJ.",
    '"{column}" is "{value}".',
    "Amounts are written 1234,56 and dates YYYYMMDD.",
)
NO_LINES = Message(
    "compare-no-lines",
    "ce FEC n'a aucune écriture.",
    "Demandez le FEC de l'exercice.",
    "this FEC has no entry.",
    "Ask for the FEC of the financial year.",
)
