"""The paper of a credit note: records in, a PDF/A-3 out. Nothing here fetches a file or the network."""

from reports.credit_note.batch import Paper, document_faults, render_credit_notes
from reports.credit_note.pdf import UnfitDocumentError, fit_document, render_credit_note

__all__ = [
    "Paper",
    "UnfitDocumentError",
    "document_faults",
    "fit_document",
    "render_credit_note",
    "render_credit_notes",
]
