"""The paper of a credit note: records in, a PDF/A-3 out. Nothing here fetches a file or the network."""

from reports.credit_note.batch import SHARE, Paper, document_faults, made_papers, render_credit_notes
from reports.credit_note.pdf import UnfitDocumentError, fit_document, is_electronic, render_credit_note

__all__ = [
    "SHARE",
    "Paper",
    "UnfitDocumentError",
    "document_faults",
    "fit_document",
    "is_electronic",
    "made_papers",
    "render_credit_note",
    "render_credit_notes",
]
