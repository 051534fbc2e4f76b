"""The month's pack: a summary page, then every credit note, bookmarked by number."""

from reports.pack.pdf import Numbers, render_pack

__all__ = ["Numbers", "render_pack"]
