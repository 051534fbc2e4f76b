"""Section [email]: how credit notes reach customers. Off until a server is named."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Email:
    """SMTP with TLS; the password is read from the environment variable named, never from the file."""

    server: str = ""
    port: int = 587
    user: str = ""
    password_variable: str = "LETTRAGE_SMTP_PASSWORD"  # noqa: S105 (a variable's name)
    sender: str = ""
    start_tls: bool = True
    per_minute: int = 30
    send_duplicates: bool = False
