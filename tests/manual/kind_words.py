"""What each kind of rows is called in French."""

KIND_WORDS = {
    "orders": "commandes",
    "order_states": "états de commande",
    "payments": "encaissements",
    "returns": "retours",
    "credit_notes": "avoirs",
    "refunds": "remboursements et autres mouvements",
    "payouts": "versements",
    "provider_balances": "soldes chez un prestataire",
    "bank": "lignes de banque",
    "stock_counts": "inventaires",
    "stock_receipts": "entrées en stock",
    "stock_writeoffs": "sorties de stock",
    "shop_stock": "stock que dit la boutique",
    "opening_balances": "soldes de reprise",
    "opening_numbers": "derniers numéros repris",
}
