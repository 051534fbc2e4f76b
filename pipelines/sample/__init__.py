"""The generator of the sample shop: an invented shop, its exports and the truth about them."""
