"""Text that paper and XML can both hold: characters that exist in no document become the replacement sign."""

import re

_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """The text without control characters and halves of characters (XML 1.0, §2.2)."""
    return _UNPRINTABLE.sub("\ufffd", text)
