"""Who may enter the portal, in which role, for which shops."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person may do: the merchant and the accountant decide, the accountant closes months, the reader reads."""

    MERCHANT = "merchant"
    ACCOUNTANT = "accountant"
    READER = "reader"


@dataclass(frozen=True, slots=True)
class Person:
    """One person of `portail.toml`; `password` is an argon2 hash, `shops` are the shops they may see."""

    name: str
    role: Role
    password: str
    shops: tuple[str, ...] = ()

    @property
    def may_decide(self) -> bool:
        """Clear the queues."""
        return self.role is not Role.READER

    @property
    def may_close(self) -> bool:
        """Prepare, approve and seal months."""
        return self.role is Role.ACCOUNTANT

    def may_see(self, shop: str) -> bool:
        """Shops not listed for a person do not exist for them."""
        return shop in self.shops
