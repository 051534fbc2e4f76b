"""The closed lists of the plain format (docs/format-simple.md): a value outside its list is refused by name."""

LINE_TYPES = ("product", "shipping", "fee", "discount", "gift_card", "eco_participation")
REASONS = (
    "defective", "damaged_in_transit", "not_as_described", "wrong_item", "too_small", "too_large", "quality",
    "changed_mind", "late_delivery", "not_delivered", "duplicate_order", "no_longer_needed", "other",
)  # fmt: skip
LEGAL_BASES = ("withdrawal", "conformity", "non_delivery", "commercial", "b2b")
NATURES = ("return", "cancellation", "non_delivery", "price_reduction", "goodwill", "error")
SETTLEMENTS = ("refund", "store_credit", "exchange", "chargeback", "none", "unknown")
DISPOSITIONS = (
    "restock", "refurbish", "quarantine", "donate", "recycle", "destroy", "not_returned", "lost_in_transit",
    "wrong_item",
)  # fmt: skip
CONDITIONS = ("new", "opened", "used", "damaged", "unknown")
PAYERS = ("merchant", "customer")
MOVEMENT_TYPES = ("refund", "refund_failure", "dispute", "dispute_reversal", "fee", "adjustment")
UNKNOWN_MOVEMENT = "unknown"
MOVEMENT_STATUSES = ("pending", "succeeded", "failed", "canceled")
