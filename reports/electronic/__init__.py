"""A credit note as data: Factur-X, profile EN 16931, in UN/CEFACT's CII (law.md §6.5), and the checks it must pass."""

from reports.electronic.checks import faults, schematron_faults
from reports.electronic.invoice import electronic_credit_note

__all__ = ["electronic_credit_note", "faults", "schematron_faults"]
