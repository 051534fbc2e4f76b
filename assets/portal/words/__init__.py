"""The words of the portal: one file per language."""

from assets.portal.words.english import ENGLISH
from assets.portal.words.french import FRENCH


def words_in(language: str) -> dict[str, str]:
    """French unless English is asked for."""
    return ENGLISH if language == "en" else FRENCH
