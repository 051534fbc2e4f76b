"""PayPal's words for what moved, in English, French and Spanish, and its event codes."""

from pipelines.sources.movements import all_are

TYPES = {
    **all_are("refund", "Payment Refund", "Refund", "Partial Refund", "Remboursement", "Remboursement de paiement"),
    **all_are("refund", "Remboursement partiel", "Reembolso de pago", "Reembolso", "Reembolso parcial", "Refunded"),
    **all_are("refund_failure", "Refund Reversal", "Payment Refund Reversal", "Annulation de remboursement"),
    **all_are("dispute", "Chargeback", "Payment Reversal", "Reversal", "Chargeback Settlement", "Opposition"),
    **all_are("dispute", "Rejet de débit", "Contestation de paiement", "Annulation de paiement", "Contrepassation"),
    **all_are("dispute", "Rétrofacturation", "Devolución de cargo", "Reversión de pago", "Anulación de pago"),
    **all_are(
        "dispute_reversal", "Chargeback Reversal", "Cancelled Reversal", "Canceled Reversal", "Reversal Cancelled"
    ),
    **all_are("dispute_reversal", "Cancellation of Payment Reversal", "Annulation de la contrepassation"),
    **all_are("dispute_reversal", "Annulation de rejet de débit", "Annulation d'opposition"),
    **all_are("fee", "Chargeback Fee", "Dispute Fee", "High Volume Dispute Fee", "Payment Fee", "Fee", "PayPal Fee"),
    **all_are("fee", "Partner Fee", "Monthly Fee", "Frais de rejet de débit", "Frais de contestation", "Frais"),
    **all_are(
        "fee", "Frais d'opposition", "Commission", "Frais de rétrofacturation", "Comisión por devolución de cargo"
    ),
    **all_are(
        "payout", "General Withdrawal", "Withdrawal", "User Initiated Withdrawal", "Withdraw Funds to Bank Account"
    ),
    **all_are("payout", "Withdraw Funds to a Bank Account", "General Withdrawal - Bank Account", "Auto-sweep"),
    **all_are("payout", "Standard Transfer", "Bank Withdrawal", "Transfer to Bank", "Virement standard", "Retrait"),
    **all_are("payout", "Virement vers le compte bancaire", "Virement vers un compte bancaire", "Retrait standard"),
    **all_are("payout", "Virement lancé par l'utilisateur", "Retrait de fonds vers un compte bancaire"),
    **all_are("payout", "Retrait général", "Virement bancaire", "Retirada general", "Retirada", "Retiro general"),
    **all_are("payout", "Virement initié par l'utilisateur", "Virement général", "Retrait initié par l'utilisateur"),
    **all_are("payout", "Transfert vers un compte bancaire", "Virement vers la banque", "Retrait de fonds"),
    **all_are("payout", "User Initiated Bank Withdrawal", "Retirada iniciada por el usuario", "Transferencia al banco"),
    **all_are("payout", "Withdrawal Reversal", "Annulation de virement", "Reversal of General Withdrawal"),
    **all_are("adjustment", "User Initiated Currency Conversion", "General Currency Conversion", "Currency Conversion"),
    **all_are("adjustment", "Currency Conversion (debit)", "Currency Conversion (credit)", "Conversion de devise"),
    **all_are("adjustment", "Conversion de devise standard", "Conversion de devise lancée par l'utilisateur"),
    **all_are("adjustment", "Conversion générale de devise", "Conversion de devises", "Conversión de divisas"),
    **all_are("adjustment", "Conversión de divisa general", "Conversión de divisas iniciada por el usuario"),
    **all_are("adjustment", "Bank Deposit to PP Account", "Bank Deposit to PayPal Account", "General Deposit"),
    **all_are("adjustment", "Virement bancaire sur le compte PayPal", "Dépôt bancaire sur le compte PayPal"),
    **all_are("adjustment", "Virement depuis un compte bancaire", "Adjustment", "General Adjustment", "Ajustement"),
}
MOVELESS = {
    **all_are("hold", "Payment Hold", "Payment Release", "Hold on Balance for Dispute Investigation", "Account Hold"),
    **all_are("hold", "Hold", "Release", "General Hold", "General Hold Release", "Cancellation of Hold for Dispute"),
    **all_are(
        "hold", "Cancellation of Hold for Dispute Resolution", "Hold for Dispute", "Reserve Hold", "Reserve Release"
    ),
    **all_are("hold", "Account Hold for Open Authorization", "Reversal of General Account Hold", "Blocage de paiement"),
    **all_are(
        "hold", "Suspension de paiement", "Déblocage de paiement", "Blocage", "Paiement bloqué", "Paiement débloqué"
    ),
    **all_are("hold", "Blocage du compte pour autorisation en cours", "Annulation du blocage général du compte"),
    **all_are("hold", "Retenue", "Libération de la retenue", "Réserve", "Libération de réserve", "Retención de pago"),
    **all_are("hold", "Liberación de pago", "Retención", "Mise en attente de paiement"),
    **all_are("authorization", "Authorization", "General Authorization", "Void of Authorization", "Reauthorization"),
    **all_are("authorization", "Order", "Autorisation", "Autorisation générale", "Annulation d'autorisation"),
    **all_are("authorization", "Réautorisation", "Autorización", "Autorización general"),
    **all_are("memo", "Memo", "Request Received", "Request Sent", "Invoice Sent", "Demande envoyée", "Facture envoyée"),
}
STATUSES = {
    **all_are("succeeded", "Completed", "Terminé", "Effectué", "Completado", "Cleared", "Compensé", "S"),
    **all_are("succeeded", "Refunded", "Partially Refunded", "Remboursé", "Remboursé partiellement", "F", "V"),
    **all_are("succeeded", "Partiellement remboursé", "Reversed", "Reembolsado"),
    **all_are(
        "pending", "Pending", "En attente", "Pendiente", "Processing", "En cours", "Uncleared", "Non compensé", "P"
    ),
    **all_are(
        "pending", "Held", "Bloqué", "Unclaimed", "Non réclamé", "Placed", "En cours de traitement", "Procesando"
    ),
    **all_are("failed", "Denied", "Refusé", "Failed", "Échoué", "Denegado", "Rejected", "Rejeté", "D", "Returned"),
    **all_are("canceled", "Canceled", "Cancelled", "Annulé", "Cancelado", "Removed", "Supprimé", "Expired", "Expiré"),
}
EVENTS = {
    **all_are("refund", "T1107", "T1115"),
    **all_are("refund_failure", "T1118"),
    **all_are("dispute", "T1106", "T1201", "T1207"),
    **all_are("dispute_reversal", "T1202", "T1205", "T1208"),
    **all_are("adjustment", "T1108", "T1109", "T1112", "T1113", "T1114", "T1117", "T1200", "T1203", "T1204"),
}
EVENT_FAMILIES = {
    "T00": "payment", "T01": "fee", "T02": "adjustment", "T03": "adjustment", "T04": "payout", "T05": "adjustment",
    "T06": "adjustment", "T07": "adjustment", "T08": "adjustment", "T09": "adjustment", "T10": "adjustment",
    "T14": "adjustment", "T17": "adjustment", "T18": "adjustment", "T19": "adjustment",
}  # fmt: skip
"""What a code is when its own number is not listed."""
MOVELESS_EVENTS = {
    **all_are("hold", "T1105", "T1110", "T1111", "T1116", "T1500", "T1501", "T1502", "T1503"),
    **all_are("authorization", "T1300", "T1301", "T1302"),
    **all_are("hold", "T2101", "T2102", "T2103", "T2104", "T2105", "T2106"),
}
