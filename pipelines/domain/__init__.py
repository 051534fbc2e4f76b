"""Frozen records and pure functions over exact money. Standard library only."""
