"""Section [email]: how credit notes reach customers. Off until a server is named."""

from dataclasses import dataclass
from enum import StrEnum


class Encryption(StrEnum):
    """How the way to the mail server is closed to others: from the start, after a first word, or not at all."""

    START_TLS = "starttls"
    TLS = "tls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Email:
    """SMTP with TLS; the password is read from the environment variable named, never from the file.

    Without encryption only a server of this very machine is spoken to.
    """

    server: str = ""
    port: int = 587
    user: str = ""
    password_variable: str = "LETTRAGE_SMTP_PASSWORD"  # noqa: S105 (a variable's name)
    sender: str = ""
    encryption: Encryption = Encryption.START_TLS
    per_minute: int = 30
    send_duplicates: bool = False
