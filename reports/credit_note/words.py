"""Every fixed word of the paper, in French and English."""

from collections.abc import Mapping

FRENCH: Mapping[str, str] = {
    "credit_note": "Avoir",
    "credit_note_company": "Facture d’avoir",
    "receipt": "Justificatif de remboursement",
    "number": "N°",
    "seller": "Vendeur",
    "customer": "Client",
    "delivered_to": "Livré à",
    "article": "Désignation",
    "quantity": "Qté",
    "unit_price": "Prix unitaire HT",
    "vat_rate": "TVA",
    "net": "Total HT",
    "gross": "Total TTC",
    "credited": "Montant de l’avoir",
    "repaid": "Montant remboursé",
    "questions": "Une question ?",
    "policy": "Vos droits",
    "duplicate": "Duplicata",
    "terms": "Entre professionnels",
    "terms_say": "Pas d’escompte pour paiement anticipé. Pénalités de retard : trois fois le taux d’intérêt légal. "
    "Indemnité forfaitaire pour frais de recouvrement : 40 € (C. com. L441-10).",
    "goods": "Nature de l’opération : livraison de biens.",
    "services": "Nature de l’opération : prestation de services.",
    "duplicate_says": "L’original a été émis par la boutique.",
    "page": "page",
    "reference": "Réf.",
    "on": "sur",
    "logo": "Logo de",
}
ENGLISH: Mapping[str, str] = {
    "credit_note": "Credit note",
    "credit_note_company": "Credit note",
    "receipt": "Proof of refund",
    "number": "No.",
    "seller": "Seller",
    "customer": "Customer",
    "delivered_to": "Delivered to",
    "article": "Description",
    "quantity": "Qty",
    "unit_price": "Unit price excl. VAT",
    "vat_rate": "VAT",
    "net": "Net",
    "gross": "Gross",
    "credited": "Credited",
    "repaid": "Refunded",
    "questions": "Any question?",
    "policy": "Your rights",
    "duplicate": "Duplicate",
    "terms": "Between companies",
    "terms_say": "No discount for early payment. Late payment: three times the legal interest rate. Fixed sum for recovery "
    "costs: €40 (French commercial code, L441-10).",
    "goods": "Supply of goods.",
    "services": "Supply of services.",
    "duplicate_says": "The original was issued by the shop.",
    "page": "page",
    "reference": "Ref.",
    "on": "on",
    "logo": "Logo of",
}
NATURES = {
    "fr": {
        "return": "Retour d’articles",
        "cancellation": "Annulation de la commande",
        "non_delivery": "Article non livré",
        "price_reduction": "Réduction de prix",
        "goodwill": "Geste commercial",
        "error": "Rectification d’une erreur",
    },
    "en": {
        "return": "Return of goods",
        "cancellation": "Order cancelled",
        "non_delivery": "Goods not delivered",
        "price_reduction": "Price reduction",
        "goodwill": "Goodwill gesture",
        "error": "Correction of an error",
    },
}
MENTIONS = {
    "fr": {
        "franchise": "TVA non applicable, art. 293 B du CGI.",
        "net_of_tax": "Avoir net de taxe – TVA non rectifiée (art. 272 du CGI).",
        "reverse_charge": "Autoliquidation.",
        "intra_eu": "Exonération de TVA, art. 262 ter I du CGI.",
        "export": "Exonération de TVA, art. 262 I du CGI.",
        "one_stop_shop": "TVA du pays de livraison, déclarée au guichet unique (OSS).",
        "standard": "",
        "zero": "",
    },
    "en": {
        "franchise": "VAT not applicable, art. 293 B of the French tax code (CGI).",
        "net_of_tax": "Credit note net of tax – VAT not adjusted (art. 272 CGI).",
        "reverse_charge": "Reverse charge.",
        "intra_eu": "VAT exempt, art. 262 ter I CGI.",
        "export": "VAT exempt, art. 262 I CGI.",
        "one_stop_shop": "VAT of the country of delivery, declared through the One Stop Shop (OSS).",
        "standard": "",
        "zero": "",
    },
}
MEANS_OF_PAYMENT = {
    "fr": {
        "stripe": "carte bancaire (Stripe)",
        "paypal": "PayPal",
        "mollie": "Mollie",
        "adyen": "carte bancaire (Adyen)",
        "shopify_payments": "carte bancaire (Shopify Payments)",
        "payplug": "carte bancaire (PayPlug)",
        "klarna": "Klarna",
        "alma": "Alma",
        "sumup": "carte bancaire (SumUp)",
        "bank": "virement",
        "cheque": "chèque",
    },
    "en": {
        "stripe": "card (Stripe)",
        "paypal": "PayPal",
        "mollie": "Mollie",
        "adyen": "card (Adyen)",
        "shopify_payments": "card (Shopify Payments)",
        "payplug": "card (PayPlug)",
        "klarna": "Klarna",
        "alma": "Alma",
        "sumup": "card (SumUp)",
        "bank": "bank transfer",
        "cheque": "cheque",
    },
}


def words(language: str) -> Mapping[str, str]:
    """The fixed words of one language."""
    return FRENCH if language == "fr" else ENGLISH
