"""ORCHESTRATE: the entry points (Dagster, command line, portal) and the one Clock. No business rule lives here."""
