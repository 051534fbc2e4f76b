"""The month's pack: a summary page, then every credit note, bookmarked by number."""

from reports.pack.pdf import render_pack

__all__ = ["render_pack"]
