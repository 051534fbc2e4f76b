"""The paper of a credit note: records in, a PDF/A-3 out. Nothing here fetches a file or the network."""

from reports.credit_note.pdf import render_credit_note

__all__ = ["render_credit_note"]
