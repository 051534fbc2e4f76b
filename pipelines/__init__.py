"""COMPUTE: read exports, reconcile, count stock, post entries.

Knows nothing of Dagster, of the clock, nor of what paper looks like.
"""
