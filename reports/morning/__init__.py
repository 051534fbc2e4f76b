"""The letter of the morning and the list to act on: a page, and plain text for e-mail."""

from reports.morning.page import morning_page
from reports.morning.text import morning_text

__all__ = ["morning_page", "morning_text"]
