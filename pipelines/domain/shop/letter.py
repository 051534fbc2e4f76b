"""Section [letter]: where the letter of the morning goes. Off until an address or a webhook is given."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letter:
    """E-mail through the server of [email]; a webhook gets the same letter as JSON."""

    recipients: tuple[str, ...] = ()
    webhook: str = ""
    every_night: bool = True

    @property
    def is_sent(self) -> bool:
        """Whether anybody asked for it."""
        return bool(self.recipients or self.webhook)
