"""The words of the portal: one file per language."""

from assets.portal.words.english import ENGLISH
from assets.portal.words.french import FRENCH

__all__ = ["ENGLISH", "FRENCH"]
