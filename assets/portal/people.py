"""Reads and writes `portail.toml`: the people who may enter."""

from functools import cache
from pathlib import Path
import tomllib
from typing import TYPE_CHECKING

from pipelines.domain.messages import portal as messages
from pipelines.domain.people import Person, Role
from pipelines.domain.refusals import Refusal
from pipelines.domain.shop.reading import read_section

if TYPE_CHECKING:
    from argon2 import PasswordHasher

NAME = "portail.toml"
SHORTEST_PASSWORD = 12
NO_PASSWORD = "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHRzb21lc2FsdA$9sTbSlTio3Biev89thdrlKKiCaYsjjYVJxGAL3swxpQ"  # noqa: S105


def read_people(path: Path) -> dict[str, Person]:
    """Everyone who may enter, by their address. Raises Refusal naming the key at fault."""
    if not path.exists():
        return {}
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refusal(messages.UNREADABLE_PEOPLE, str(path), reason=error) from None
    return {login.casefold(): read_section(Person, entry, f"{path}, [{login}]") for login, entry in found.items()}


def new_person(name: str, role: Role, password: str, shops: tuple[str, ...]) -> Person:
    """A person whose password is kept as an argon2 hash only."""
    if len(password) < SHORTEST_PASSWORD:
        raise Refusal(messages.SHORT_PASSWORD, least=SHORTEST_PASSWORD)
    return Person(name, role, _hasher().hash(password), shops)


def write_people(path: Path, people: dict[str, Person]) -> None:
    """Write everyone, readable by the owner alone."""
    path.touch(mode=0o600)
    path.write_text("\n".join(_entry(login, people[login]) for login in sorted(people)), encoding="utf-8")


def recognised(people: dict[str, Person], login: str, password: str) -> Person | None:
    """The person whose password it is. An unknown address costs the same time as a known one."""
    from argon2.exceptions import Argon2Error, InvalidHashError

    person = people.get(login.casefold())
    try:
        _hasher().verify(person.password if person else NO_PASSWORD, password)
    except (Argon2Error, InvalidHashError):
        return None
    return person


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher()


def _entry(login: str, person: Person) -> str:
    shops = ", ".join(_quoted(shop) for shop in person.shops)
    lines = (
        f"[{_quoted(login)}]",
        f"name = {_quoted(person.name)}",
        f"role = {_quoted(person.role)}",
        f"password = {_quoted(person.password)}",
        f"shops = [{shops}]",
    )
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes are a subset of TOML's."""
    import json

    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
